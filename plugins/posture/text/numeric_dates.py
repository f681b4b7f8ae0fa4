"""Dates in figures: 2024-01-26, 26/1/2024, 2/2013, and 26/1 where the words around make it a date."""

from __future__ import annotations

import re

from posture.text.calendar_words import WEEKDAYS
from posture.text.calendars import add_months, day, from_hijri, month_length
from posture.text.when import Context, When, in_any_year, one_day, stretch
from posture.text.words import folded
from posture.text.years import COMMON_ERA, full_year

_PARTED = re.compile(r"(\d+)[-/.](\d+)(?:[-/.](\d+))?")


def read_numeric(context: Context, at: int) -> When | None:
    """2024-01-26, 26/1/2024, 1/26/2024, 2/2013, and 26/1 where a preposition says that it is a date."""
    tokens = context.tokens
    if tokens.kind(at) == "figure":
        return _day_slash_month(context, at)
    if tokens.kind(at) != "date":
        return None
    parted = _PARTED.fullmatch(tokens.text(at))
    if parted is None:
        return None
    first, second, third = parted.groups()
    start, end = context.begins(at), at + 1
    end += tokens.glued(end) and tokens.text(end) in COMMON_ERA
    if third is None:
        return _month_slash_year(int(first), int(second), start, end)
    if len(first) == 4:
        return one_day(day(int(first), int(second), int(third)), "numeric_ymd", start, end)
    year = full_year(int(third)) if len(third) == 2 else int(third)
    return _day_or_month_first(context, at, (int(first), int(second), year), end)


def _month_slash_year(month: int, year: int, start: int, end: int) -> When | None:
    first = day(year, month, 1) if 1900 <= year <= 2100 else None
    return stretch(first, first and add_months(first, 1), "month", "numeric_my", start=start, end=end)


def _day_or_month_first(context: Context, at: int, parts: tuple[int, int, int], end: int) -> When | None:
    """Arabic, and figures parted by points, put the day first; English in doubt the month, as US sources do."""
    first, second, year = parts
    start = context.begins(at)
    if not 1900 <= year <= 2100:
        return (
            one_day(from_hijri(year, second, first), "numeric_hijri_dmy", start, end) if 1300 <= year <= 1500 else None
        )
    day_first = context.tokens.is_arabic(at) or "." in context.tokens.text(at)
    if first <= 12 < second:
        return one_day(day(year, first, second), "numeric_mdy", start, end)
    if day_first or first > 12:
        return one_day(day(year, second, first), "numeric_dmy", start, end)
    return one_day(day(year, first, second), "numeric_mdy_assumed", start, end)


_SLASH_LEADS = frozenset(folded("في يوم بتاريخ منذ حتى قبل بعد الموافق المصادف on since until by before after from"))


def _day_slash_month(context: Context, at: int) -> When | None:
    tokens = context.tokens
    upper, lower = tokens.text(at), tokens.text(at + 2)
    if tokens.text(at + 1) != "/" or not (tokens.glued(at + 1) and tokens.glued(at + 2)):
        return None
    if not all(part.isdecimal() and len(part) <= 2 for part in (upper, lower)) or tokens.text(at + 3) == "/":
        return None
    arabic = tokens.is_arabic(at) or not tokens.printed(at).isascii()
    led = tokens.text(at - 1) in _SLASH_LEADS or tokens.hit(at - 1, WEEKDAYS) is not None
    if not led and (arabic or len(tokens) > 3):
        return None
    number, month = (int(upper), int(lower)) if arabic or int(upper) > 12 else (int(lower), int(upper))
    if not 1 <= month <= 12 or not 1 <= number <= month_length(2024, month):
        return None
    rule = "numeric_dm" if arabic or int(upper) > 12 else "numeric_md_assumed"
    return in_any_year(context, (month, number), rule, context.begins(at), at + 3)
