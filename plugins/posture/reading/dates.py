"""A written date, as machines write it, to a day in Baghdad: what is known and no more.

A time without a zone is the outlet's when its zone is known; otherwise only its day is. What lies ahead of the moment
of fetching is not believed, and nothing is ever dated "now".
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_tz
from zoneinfo import ZoneInfo

from posture.model import Dated

BAGHDAD = ZoneInfo("Asia/Baghdad")
EARLIEST = date(1990, 1, 1)  # before: an empty field that a program has filled
CLOCK_ERROR = timedelta(hours=1)
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
ISO = re.compile(
    r"\s*(?P<year>\d{4})[-/.]?(?P<month>\d{2}|(?<=[-/.])\d)[-/.]?(?P<day>\d{2}|(?<=[-/.])\d)(?!\d)"
    r"(?:[T ,]+(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?)?",
    re.IGNORECASE,
)
MAIL_ZONE = re.compile(r"(?:[+-]\d{4}|\b(?:UTC?|GMT|Z|[ECMP][SD]T))\s*(?:\(.*)?$", re.IGNORECASE)
EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?\s*$")


def read_date(value: str | None, *, origin: str, fetched_at: datetime, zone: str | None = None) -> Dated | None:
    """The day, and the moment where known, that a date in ISO 8601, RFC 822 or epoch seconds names; None otherwise.

    `zone` is the outlet's, for times without one. `fetched_at` is when the date was read.
    """
    text = (value or "").translate(DIGITS)[:100]
    try:
        return _believed(_iso(text, zone) or _epoch(text) or _mail(text, zone), origin, fetched_at)
    except (ValueError, OverflowError):  # the 31st of June, the year 0
        return None


def dated(moment: datetime, *, origin: str) -> Dated:
    """The day in Baghdad of a moment that is known."""
    return Dated(day=moment.astimezone(BAGHDAD).date(), at=moment.astimezone(UTC), origin=origin)


def _iso(text: str, zone: str | None) -> date | datetime | None:
    found = ISO.match(text)
    if not found:
        return None
    day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    if found["hour"] is None:
        return day
    time = [int(found[part] or 0) for part in ("hour", "minute", "second")]
    naive = datetime(day.year, day.month, day.day, time[0] % 24, time[1], min(time[2], 59))  # noqa: DTZ001 -- zoned below
    naive += timedelta(days=time[0] // 24)
    if found["zone"]:
        return naive.replace(tzinfo=_offset(found["zone"]))
    return _in_zone(naive, zone)


def _offset(text: str) -> timezone:
    if text.upper() in {"Z", "UTC", "GMT"}:
        return UTC
    digits = text[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    span = timedelta(hours=hours, minutes=minutes)
    return timezone(-span if text[0] == "-" else span)


def _in_zone(naive: datetime, zone: str | None) -> date | datetime:
    return naive.replace(tzinfo=ZoneInfo(zone)) if zone else naive.date()


def _epoch(text: str) -> datetime | None:
    found = EPOCH.match(text)
    return datetime.fromtimestamp(int(found[1]), UTC) if found else None


def _mail(text: str, zone: str | None) -> date | datetime | None:
    text = re.sub(r"([+-]\d\d):(\d\d)\s*$", r"\1\2", text)
    try:
        parts = parsedate_tz(text)
    except (IndexError, TypeError):  # what the library does to some broken dates
        parts = None
    # Without a four-digit year and a time the library guesses.
    if parts is None or not re.search(r"\d{4}.*\d:\d", text):
        return None
    naive = datetime(*parts[:6])  # noqa: DTZ001 -- zoned below
    # The library gives UTC for a zone that is missing or that it does not know.
    if MAIL_ZONE.search(text):
        return naive.replace(tzinfo=timezone(timedelta(seconds=parts[9] or 0)))
    return _in_zone(naive, zone)


def _believed(when: date | datetime | None, origin: str, fetched_at: datetime) -> Dated | None:
    if when is None:
        return None
    today = fetched_at.astimezone(BAGHDAD).date()
    if not isinstance(when, datetime):
        # A day may have begun elsewhere before it begins in Baghdad.
        return Dated(day=when, origin=origin) if EARLIEST <= when <= today + timedelta(days=1) else None
    ahead = when - fetched_at
    if when.astimezone(UTC).date() < EARLIEST or ahead > timedelta(hours=24):
        return None
    if ahead > CLOCK_ERROR:
        # Local time with the mark of another zone: the hour is wrong, the day is today.
        return Dated(day=today, origin=origin)
    return dated(when, origin=origin)
