"""When each source is asked again.

A source is never given up: a feed may come back after months. Its interval follows the news: where most of an answer
was known before, we come too often; where little was, items may fall off the list between two polls.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Self

from posture.model import Page, Source

# Seconds between two polls of a source that answers well.
FIRST_INTERVAL_S = 15 * 60.0
SHORTEST_INTERVAL_S = 10 * 60.0
LONGEST_INTERVAL_S = 6 * 3600.0
# A failing source is asked later and later, by one interval a failure, up to this.
LONGEST_WAIT_S = 24 * 3600.0
# Shares of known items in an answer between which the interval is right.
TOO_OFTEN, TOO_SELDOM = 0.67, 0.33
# After so many answers "not modified" the whole list is asked for: some servers repeat their ETag on a changed feed.
MOST_UNCHANGED = 6

# How much an answer counts as a failure: a server may stumble, but a page for people in place of a feed stays one.
FAILURE_WEIGHT = {
    "timeout": 0.5, "connection": 0.5, "dns": 0.5, "bridge_error": 0.5,
    "status": 1.0, "tls": 1.0, "encoding": 1.0, "broken": 1.0, "captcha": 1.0, "consent": 1.0, "html": 1.0,
    "too_large": 2.0, "redirects": 2.0, "robots": 2.0, "not_allowed": 2.0,
}  # fmt: skip
GOOD = frozenset({"ok", "undated", "empty"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """What the polls of a source have taught so far. `failures` counts since the last success, `weight` weighs them."""

    next_due_at: datetime
    interval_s: float = FIRST_INTERVAL_S
    failures: int = 0
    weight: float = 0.0
    unchanged: int = 0
    etag: str | None = None
    modified: str | None = None
    body_sha256: str | None = None
    last_success_at: datetime | None = None
    last_new_at: datetime | None = None
    gap: bool = False  # nothing of the last answer was known: items may have been missed between two polls

    @classmethod
    def first(cls, source: Source, *, now: datetime) -> Self:  # noqa: ARG003 -- a source may yet set its own pace
        """A source that was never asked: it is due."""
        return cls(next_due_at=now)

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Self:
        """The state from a jsonb column."""
        moments = {name: _moment(values.get(name)) for name in ("next_due_at", "last_success_at", "last_new_at")}
        return cls(**{**values, **moments})

    def to_values(self) -> dict[str, Any]:
        """The state for a jsonb column."""
        return {name: _written(value) for name, value in asdict(self).items()}


def after_poll(
    state: SourceState,
    outcome: str,
    *,
    page: Page | None,
    new: int,
    known: int,
    now: datetime,
    retry_after_s: float | None,
    jitter: float,
) -> SourceState:
    """What a poll taught. `outcome` names the answer; `jitter`, from 0 to 1, spreads sources that fail together."""
    if outcome == "not_modified":
        return _unchanged(state, now=now)
    if outcome in GOOD:
        return _good(state, page, new=new, known=known, now=now)
    return _failed(state, outcome, now=now, retry_after_s=retry_after_s, jitter=jitter)


def _unchanged(state: SourceState, *, now: datetime) -> SourceState:
    # It heals no failure: a server may say so of an answer that we could not read.
    unchanged = state.unchanged + 1
    forget = unchanged >= MOST_UNCHANGED
    return replace(
        state,
        unchanged=0 if forget else unchanged,
        etag=None if forget else state.etag,
        modified=None if forget else state.modified,
        next_due_at=now + timedelta(seconds=_wait_s(state)),
    )


def _good(state: SourceState, page: Page | None, *, new: int, known: int, now: datetime) -> SourceState:
    headers: Mapping[str, str] = {} if page is None else page.headers
    interval_s = _interval_s(state, new=new, known=known)
    return replace(
        state,
        interval_s=interval_s,
        failures=0,
        weight=0.0,
        unchanged=0,
        etag=headers.get("etag"),
        modified=headers.get("last-modified"),
        body_sha256=None if page is None else sha256(page.body).hexdigest(),
        last_success_at=now,
        last_new_at=now if new else state.last_new_at,
        gap=bool(new) and not known and state.last_success_at is not None,
        next_due_at=now + timedelta(seconds=interval_s),
    )


def _failed(
    state: SourceState, outcome: str, *, now: datetime, retry_after_s: float | None, jitter: float
) -> SourceState:
    failed = replace(
        state,
        failures=state.failures + 1,
        weight=state.weight + FAILURE_WEIGHT.get(outcome, 1.0),
        # an answer that could not be read must be asked for whole next time
        etag=None,
        modified=None,
    )
    wait_s = max(_wait_s(failed) * (1 + jitter / 4), retry_after_s or 0.0)
    return replace(failed, next_due_at=now + timedelta(seconds=wait_s))


def _wait_s(state: SourceState) -> float:
    return min(state.interval_s * (1 + state.weight), LONGEST_WAIT_S)


def _interval_s(state: SourceState, *, new: int, known: int) -> float:
    if not new + known:
        return state.interval_s
    share = known / (new + known)
    factor = 1.5 if share > TOO_OFTEN else 0.5 if share < TOO_SELDOM and state.last_success_at is not None else 1.0
    return min(max(state.interval_s * factor, SHORTEST_INTERVAL_S), LONGEST_INTERVAL_S)


def _moment(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)


def _written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
