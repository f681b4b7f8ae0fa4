"""Whether a source is silent: for longer than it is wont to be, weekends and Ramadan considered."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from posture.collecting.schedule import Limits
from posture.collecting.states import SourceState
from posture.text.calendars import from_hijri, hijri_month_length, hijri_year

# How many times its expected rhythm a source may be without a new story.
PATIENCE = 3
QUIET_HOURS = 36.0  # no outlet is called silent over one night or one holiday
POLLS_A_RHYTHM = 2  # so that a story is seen within half the time in which one is expected
LONGEST = timedelta(days=90)  # beyond, the days are not counted one by one: any source is silent then

BAGHDAD = ZoneInfo("Asia/Baghdad")
# An hour of such a day counts as this much of a working one: newsrooms are half manned, ministries closed.
WEEKEND_SHARE = 0.5
RAMADAN_SHARE = 0.75  # office hours in Iraq and around are cut from eight to six
FRIDAY_SATURDAY = frozenset({"BH", "DZ", "EG", "IQ", "JO", "KW", "LY", "OM", "PS", "QA", "SA", "SD", "SY", "YE"})
THURSDAY_FRIDAY = frozenset({"IR"})
KEEPING_RAMADAN = FRIDAY_SATURDAY | THURSDAY_FRIDAY | {"AE", "LB", "TR"}


def is_silent(state: SourceState, *, rhythm_hours: float, country: str, now: datetime) -> bool:
    """Whether a source that answers has listed no new story for far longer than expected.

    A source that never listed one is silent from its first success on. `country` is that of the owner's seat, ISO 3166.
    """
    since = state.last_new_at
    if since is None:
        return state.last_success_at is not None
    return expected_hours(since, now, country=country) > max(PATIENCE * rhythm_hours, QUIET_HOURS)


def expected_hours(since: datetime, until: datetime, *, country: str) -> float:
    """How many working hours lie between two moments: those of weekends and of Ramadan count in part.

    Days are those of Baghdad.
    """
    if until - since > LONGEST:
        return (until - since) / timedelta(hours=1)
    hours, start = 0.0, since.astimezone(BAGHDAD)
    until = until.astimezone(BAGHDAD)
    while start < until:
        end = min(datetime.combine(start.date() + timedelta(days=1), time(0), BAGHDAD), until)
        hours += (end - start) / timedelta(hours=1) * share_of(start.date(), country)
        start = end
    return hours


def share_of(day: date, country: str) -> float:
    """How much of a working day's news is expected of a day.

    >>> share_of(date(2024, 1, 25), "IQ"), share_of(date(2024, 1, 26), "IQ"), share_of(date(2024, 3, 15), "IQ")
    (1.0, 0.5, 0.375)
    """
    share = WEEKEND_SHARE if day.weekday() in _weekend(country) else 1.0
    return share * (RAMADAN_SHARE if country in KEEPING_RAMADAN and is_ramadan(day) else 1.0)


def is_ramadan(day: date) -> bool:
    """Whether a day lies in Ramadan, by the tabular Hijri calendar: a day off, at most two.

    >>> is_ramadan(date(2024, 3, 11)), is_ramadan(date(2024, 3, 9))
    (True, False)
    """
    year = hijri_year(day)
    first = from_hijri(year, 9, 1)
    return first is not None and 0 <= (day - first).days < hijri_month_length(year, 9)


def limits_of(rhythm_hours: float) -> Limits:
    """How often to ask a source that brings a story within this many hours: at least twice in that time."""
    usual = Limits()
    most_s = min(max(rhythm_hours * 3600 / POLLS_A_RHYTHM, usual.least_s), usual.most_s)
    return Limits(least_s=usual.least_s, most_s=most_s)


def _weekend(country: str) -> tuple[int, int]:
    """The two days on which offices are closed; Monday is 0."""
    if country in FRIDAY_SATURDAY:
        return 4, 5
    return (3, 4) if country in THURSDAY_FRIDAY else (5, 6)
