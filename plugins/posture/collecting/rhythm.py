"""Whether a source is silent: for longer than it is wont to be."""

from __future__ import annotations

from datetime import datetime, timedelta

from posture.collecting.schedule import Limits
from posture.collecting.states import SourceState

# How many times its expected rhythm a source may be without a new story: nights, and Fridays in Iraq, are quiet.
PATIENCE = 6
QUIET_HOURS = 36.0  # no outlet is called silent over one night or one Friday
POLLS_A_RHYTHM = 2  # so that a story is seen within half the time in which one is expected


def is_silent(state: SourceState, *, rhythm_hours: float, now: datetime) -> bool:
    """Whether a source that answers has listed no new story for far longer than expected.

    A source that never listed one is silent from its first success on.
    """
    since = state.last_new_at
    allowed = timedelta(hours=max(PATIENCE * rhythm_hours, QUIET_HOURS))
    if since is None:
        return state.last_success_at is not None
    return now - since > allowed


def limits_of(rhythm_hours: float) -> Limits:
    """How often to ask a source that brings a story within this many hours: at least twice in that time."""
    usual = Limits()
    most_s = min(max(rhythm_hours * 3600 / POLLS_A_RHYTHM, usual.least_s), usual.most_s)
    return Limits(least_s=usual.least_s, most_s=most_s)
