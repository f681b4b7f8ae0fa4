"""When to ask each source again, and under which conditions.

The interval follows the source: when most of what it lists is known, we ask less often; when most is new, entries may
have fallen off between two polls, and we ask sooner (measured as overlap, after Media Cloud's fetcher). Failures push
the next poll away in even steps up to a cap, never for ever: feeds have come back after months.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from posture.collecting.outcomes import WEIGHT, Outcome, gravity_of

FIRST_INTERVAL_S = 900.0
KNOWN_SLOW = 2 / 3  # more than this share known: ask less often
KNOWN_FAST = 1 / 3  # less than this share known: ask sooner
SLOWER, FASTER = 1.5, 0.5
BACK_OFF_S = 1800.0  # for each failure
BACK_OFF_CAP_S = 24 * 3600.0
JITTER_SHARE = 0.1  # of the delay, so that sources that failed together do not come back together
UNCONDITIONAL_EVERY = 10  # polls: how long a server that repeats its ETag over new content can hide it


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Between which intervals a source may move, in seconds."""

    least_s: float = 300.0
    most_s: float = 6 * 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """What is remembered of a source between two polls. All that is None is not yet known."""

    source_id: str
    next_due_at: datetime | None = None  # None: now
    interval_s: float = FIRST_INTERVAL_S
    etag: str | None = None
    modified: str | None = None  # Last-Modified, as the server wrote it
    body_sha256: str | None = None  # of the last body that was read well
    is_etag_trusted: bool = True  # False once the server repeated it over another body
    conditional_polls: int = 0  # in a row
    failures: float = 0.0  # weighted, since the last success
    failing_since: datetime | None = None
    last_outcome: Outcome | None = None
    last_polled_at: datetime | None = None
    last_success_at: datetime | None = None
    last_new_at: datetime | None = None  # a story that was not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What to send with a request so that the server may answer 304; both None asks for the whole answer."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What an answer carried for the next request."""

    etag: str | None = None
    modified: str | None = None
    body_sha256: str | None = None


def due(states: Iterable[SourceState], now: datetime) -> tuple[SourceState, ...]:
    """The sources to ask now, the one that has waited longest first."""
    waiting = [state for state in states if state.next_due_at is None or state.next_due_at <= now]
    return tuple(
        sorted(waiting, key=lambda state: (state.next_due_at is not None, state.next_due_at or now, state.source_id))
    )


def conditions(state: SourceState) -> Conditions:
    """How to ask: for the whole answer after a failure, and every tenth time; under conditions otherwise."""
    if state.failures or not state.is_etag_trusted or state.conditional_polls >= UNCONDITIONAL_EVERY - 1:
        return Conditions()
    return Conditions(etag=state.etag, modified=state.modified)


def is_unchanged(state: SourceState, body_sha256: str) -> bool:
    """Whether a whole answer says the same as the last that was read well."""
    return state.body_sha256 == body_sha256


def has_gap(state: SourceState, *, new: int, known: int) -> bool:
    """Whether entries may have fallen off between two polls: a feed that lists none that we know, though we knew it."""
    return new > 0 and known == 0 and state.last_success_at is not None


def after_poll(
    state: SourceState,
    outcome: Outcome,
    *,
    now: datetime,
    new: int = 0,
    known: int = 0,
    status: int | None = None,
    retry_after_s: float | None = None,
    jitter: float = 0.0,
    answered: Answered | None = None,
    limits: Limits | None = None,
) -> SourceState:
    """What to remember after a poll at `now`.

    `new` and `known` count the entries listed; `retry_after_s` is what the server asked for; `jitter` is a random
    number from 0 to 1, drawn by the caller.
    """
    weight = WEIGHT[gravity_of(outcome, status)]
    asked = replace(state, last_outcome=outcome, last_polled_at=now)
    if weight:
        asked = _failed(asked, weight, now)
    elif outcome == "not_modified":
        asked = _unchanged(asked, now, limits or Limits())
    else:
        asked = _succeeded(asked, now, new=new, known=known, answered=answered or Answered(), limits=limits or Limits())
    return replace(asked, next_due_at=now + timedelta(seconds=_delay_s(asked, retry_after_s, jitter)))


def _failed(state: SourceState, weight: float, now: datetime) -> SourceState:
    # The whole answer is asked for next: a 304 must not pass off a broken answer as a good one.
    return replace(
        state,
        failures=state.failures + weight,
        failing_since=state.failing_since or now,
        etag=None,
        modified=None,
        conditional_polls=0,
    )


def _unchanged(state: SourceState, now: datetime, limits: Limits) -> SourceState:
    """Nothing changed: a success when the last answer was one, and still a failure when it was not."""
    if state.failures:
        return state
    return replace(
        state,
        last_success_at=now,
        conditional_polls=state.conditional_polls + 1,
        interval_s=_within(state.interval_s * SLOWER, limits),
    )


def _succeeded(
    state: SourceState, now: datetime, *, new: int, known: int, answered: Answered, limits: Limits
) -> SourceState:
    repeated = state.etag is not None and answered.etag == state.etag and answered.body_sha256 != state.body_sha256
    return replace(
        state,
        failures=0.0,
        failing_since=None,
        last_success_at=now,
        last_new_at=now if new else state.last_new_at,
        interval_s=_adapted(state, new, known, limits),
        etag=answered.etag,
        modified=answered.modified,
        body_sha256=answered.body_sha256,
        is_etag_trusted=state.is_etag_trusted and not repeated,
        conditional_polls=0,
    )


def _adapted(state: SourceState, new: int, known: int, limits: Limits) -> float:
    """The interval by overlap. The first poll of a source knows nothing, and says nothing."""
    listed = new + known
    if listed == 0 or state.last_success_at is None:
        return _within(state.interval_s, limits)
    share = known / listed
    if share > KNOWN_SLOW:
        return _within(state.interval_s * SLOWER, limits)
    return _within(state.interval_s * FASTER if share < KNOWN_FAST else state.interval_s, limits)


def _within(interval_s: float, limits: Limits) -> float:
    return min(max(interval_s, limits.least_s), limits.most_s)


def _delay_s(state: SourceState, retry_after_s: float | None, jitter: float) -> float:
    delay = state.interval_s
    if state.failures:
        delay = min(delay + state.failures * BACK_OFF_S, max(BACK_OFF_CAP_S, delay))
    delay = max(delay, retry_after_s or 0.0)
    return delay * (1 + JITTER_SHARE * min(max(jitter, 0.0), 1.0))
