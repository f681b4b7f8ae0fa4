"""When to ask each source again, and under which conditions.

The interval follows the source: when most of what it lists is known, we ask less often; when most is new, entries may
have fallen off between two polls, and we ask sooner (measured as overlap, after Media Cloud's fetcher). Failures push
the next poll away in even steps up to a cap, never for ever: feeds have come back after months.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from posture.collecting.outcomes import WEIGHT, Outcome, gravity_of
from posture.collecting.states import SourceState
from posture.model import Page

KNOWN_SLOW = 2 / 3  # more than this share known: ask less often
KNOWN_FAST = 1 / 3  # less than this share known: ask sooner
SLOWER, FASTER = 1.5, 0.5
BACK_OFF_S = 1800.0  # for each failure of usual weight
BACK_OFF_CAP_S = 24 * 3600.0
JITTER_SHARE = 0.1  # of the delay, so that sources that failed together do not come back together
UNCONDITIONAL_EVERY = 4  # polls: how long a server that repeats its ETag over new content can hide it


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Between which intervals a source may move, in seconds."""

    least_s: float = 300.0
    most_s: float = 6 * 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What to send with a request so that the server may answer 304; both None asks for the whole answer."""

    etag: str | None = None
    modified: str | None = None


def due(states: Iterable[SourceState], now: datetime) -> tuple[SourceState, ...]:
    """The sources to ask now, the one that has waited longest first."""
    waiting = [state for state in states if state.next_due_at is None or state.next_due_at <= now]
    return tuple(
        sorted(waiting, key=lambda state: (state.next_due_at is not None, state.next_due_at or now, state.source_id))
    )


def conditions(state: SourceState) -> Conditions:
    """How to ask: for the whole answer after a failure, and every fourth time; under conditions otherwise."""
    if state.failures or not state.is_etag_trusted or state.conditional_polls >= UNCONDITIONAL_EVERY - 1:
        return Conditions()
    return Conditions(etag=state.etag, modified=state.modified)


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
    page: Page | None = None,
    limits: Limits | None = None,
) -> SourceState:
    """What to remember after a poll at `now`.

    `new` and `known` count the entries listed; `retry_after_s` is what the server asked for; `jitter` is a random
    number from 0 to 1, drawn by the caller; `page` is the answer, None when there was none.
    """
    weight = WEIGHT[gravity_of(outcome, status)]
    asked = replace(state, last_outcome=outcome, last_polled_at=now)
    if weight:
        asked = _failed(asked, weight, now)
    elif outcome == "busy":
        return replace(state, next_due_at=now + timedelta(seconds=(limits or Limits()).least_s))
    elif outcome == "not_modified":
        asked = _unchanged(asked, now, limits or Limits())
    else:
        asked = _succeeded(asked, now, new=new, known=known, page=page, limits=limits or Limits())
    return replace(asked, next_due_at=now + timedelta(seconds=_delay_s(asked, retry_after_s, jitter)))


def _failed(state: SourceState, weight: float, now: datetime) -> SourceState:
    # The whole answer is asked for next: a 304 must not pass off a broken answer as a good one.
    return replace(
        state,
        failures=state.failures + 1,
        burden=state.burden + weight,
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
    state: SourceState, now: datetime, *, new: int, known: int, page: Page | None, limits: Limits
) -> SourceState:
    headers: Mapping[str, str] = {} if page is None else page.headers
    sha256 = None if page is None else hashlib.sha256(page.body).hexdigest()
    etag, modified = headers.get("etag"), headers.get("last-modified")
    # where there is an ETag, the time says nothing to the server
    before, after = (state.etag, etag) if etag is not None else (state.modified, modified)
    is_repeated = before is not None and before == after and sha256 != state.body_sha256
    return replace(
        state,
        failures=0,
        burden=0.0,
        failing_since=None,
        last_success_at=now,
        last_new_at=now if new else state.last_new_at,
        interval_s=_adapted(state, new, known, limits),
        etag=etag,
        modified=modified,
        body_sha256=sha256,
        is_etag_trusted=state.is_etag_trusted and not is_repeated,
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
        delay = min(delay + state.burden * BACK_OFF_S, max(BACK_OFF_CAP_S, delay))
    delay = max(delay, retry_after_s or 0.0)
    return delay * (1 + JITTER_SHARE * min(max(jitter, 0.0), 1.0))
