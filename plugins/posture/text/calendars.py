"""Arithmetic with days, months and years, and the Hijri calendar.

Hijri dates are converted by the tabular calendar of the civil epoch (Friday 16 July 622, leap years 2, 5, 7, 10, 13,
16, 18, 21, 24, 26 and 29 of thirty). The Umm al-Qura calendar of Saudi Arabia and a sighted moon may differ by a day
or two.
"""

from __future__ import annotations

from datetime import date, timedelta

from posture.text.units import Unit

_HIJRI_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram 1 in Python's proleptic Gregorian days


def day(year: int, month: int, number: int) -> date | None:
    """The day, None when there is no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def add_days(start: date, days: int) -> date | None:
    """The day so many days on, None beyond the years that dates can hold."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def add_months(start: date, months: int) -> date | None:
    """The same day so many months on, or the last of a shorter month.

    >>> add_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    years, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= years <= 9998:
        return None
    return date(years, month + 1, min(start.day, month_length(years, month + 1)))


def month_length(year: int, month: int) -> int:
    """How many days the month has."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days


def shift(start: date, amount: float, unit: Unit) -> date | None:
    """The day that lies an amount of time away; parts of a month or year are counted in days."""
    if abs(amount) * unit.seconds > 4_000 * 365 * 86_400:
        return None
    if unit.seconds < 86_400 * 28:
        return add_days(
            start, int(amount * unit.seconds // 86_400) if amount >= 0 else -int(-amount * unit.seconds // 86_400)
        )
    months = unit.seconds // (365 * 86_400) * 12 or round(unit.seconds / (30 * 86_400))
    whole = int(amount * months)
    moved = add_months(start, whole)
    return None if moved is None else add_days(moved, round((amount * months - whole) * 30))


def begin(unit: str, today: date) -> date:
    """The first day of the week (Monday), month, quarter, year, decade or century that holds the day."""
    firsts = {
        "week": date.fromordinal(max(1, today.toordinal() - today.weekday())),
        "month": today.replace(day=1),
        "quarter": date(today.year, (today.month - 1) // 3 * 3 + 1, 1),
        "year": date(today.year, 1, 1),
        "decade": date(max(1, today.year // 10 * 10), 1, 1),
        "century": date(max(1, today.year // 100 * 100), 1, 1),
    }
    return firsts.get(unit, today)


def from_hijri(year: int, month: int, number: int) -> date | None:
    """The Gregorian day of a Hijri date, None when there is no such day.

    >>> from_hijri(1445, 9, 1)
    datetime.date(2024, 3, 11)
    """
    if not (1 <= year <= 9000 and 1 <= month <= 12 and 1 <= number <= hijri_month_length(year, month)):
        return None
    days = (11 * year + 3) // 30 + 354 * (year - 1) + 30 * (month - 1) - (month - 1) // 2 + number - 1
    return date.fromordinal(_HIJRI_EPOCH + days)


def hijri_month_length(year: int, month: int) -> int:
    """Thirty days and twenty-nine by turns; the last month has thirty in a leap year."""
    return 30 if month % 2 or (month == 12 and (11 * year + 14) % 30 < 11) else 29


def hijri_year(today: date) -> int:
    """The Hijri year that holds the day."""
    year = (today.toordinal() - _HIJRI_EPOCH) * 30 // 10631 + 1
    start = from_hijri(year, 1, 1)
    return year if start is None or start <= today else year - 1
