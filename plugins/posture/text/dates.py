"""Days and months written out: 26 January 2024, الثالث عشر من شباط, يونيو/حزيران 2020, 15 رمضان 1445."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from posture.text.calendar_words import IN, TURNS
from posture.text.calendars import add_months, day, from_hijri, hijri_month_length, hijri_year
from posture.text.months import Month, read_month
from posture.text.numeric_dates import read_numeric
from posture.text.ordinals import read_ordinal
from posture.text.tokens import Tokens
from posture.text.when import Context, When, in_any_year, month_of, one_day, stretch
from posture.text.words import words
from posture.text.years import YEAR_LEADS, Year, is_counted, read_year

_ALONE_LEADS = words(
    """in since by until till before after from to of during late early mid last next this through and between on
    the around"""
)


def read_date(context: Context, at: int) -> When | None:
    """A day of a month, or a month of a year, with or without weekday and year."""
    found = [one for one in (read_numeric(context, at), _day_month(context, at), _month_first(context, at)) if one]
    return max(found, key=lambda one: one.end, default=None)


def read_day_number(context: Context, at: int) -> tuple[int, int, int] | None:
    """The number of a day in its month, the token behind, and where it begins: 13, الـ13, the 25th, اليوم الثالث."""
    tokens = context.tokens
    place = at
    if tokens.text(place) in {"the", "اليوم", "يوم", "ال", "day"}:
        place += 1
    ordinal = read_ordinal(tokens, place)
    if ordinal is None and tokens.hit(place + 1, {"يوم": 1}) is None and tokens.kind(place) != "figure":
        return None
    if ordinal is not None and 1 <= ordinal.value <= 31:
        end = ordinal.end + (tokens.text(ordinal.end) == "يوم" or tokens.text(ordinal.end) == "day")
        return int(ordinal.value), end, min(ordinal.start, context.begins(at) if place > at else ordinal.start)
    text = tokens.text(place)
    if tokens.kind(place) == "figure" and text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31:
        if tokens.text(place + 1) in {"%", ":"}:
            return None
        return int(text), place + 1, context.begins(at)
    return None


def _day_month(context: Context, at: int) -> When | None:
    """13 شباط 2013, the 25th of January, الثالث عشر من شباط."""
    number = read_day_number(context, at)
    if number is None:
        return None
    value, end, start = number
    if context.tokens.text(end) == "في" and context.tokens.text(end - 1).endswith(("ه", "ولي")):
        return None  # «بمرحلتها الثانية في أيلول»: no day is feminine
    end += context.tokens.text(end) in {"من", "of", "-", "/", "في", "day"}
    end += context.tokens.text(end - 1) == "day" and context.tokens.text(end) == "of"
    month = read_month(context.tokens, end)
    if month is None:
        return None
    return _dated(context, value, month, start, month.end)


def _month_first(context: Context, at: int) -> When | None:
    """January 26, 2024; تموز 13; January 2024; in March."""
    tokens = context.tokens
    month = read_month(tokens, at)
    if month is None:
        return None
    number = read_day_number(context, month.end)
    if number is not None and tokens.text(month.end) not in {"اليوم", "يوم"} and not _is_amount(tokens, number[1]):
        found = _dated(context, number[0], month, month.start, number[1])
        if found is not None:
            return found
    year = read_year(context.tokens, month.end)
    if year is None and (turn := tokens.hit(month.end, TURNS)) and (turn.definite or tokens.text(at).isascii()):
        return _turned_month(context, month, turn.value, month.end + 1)
    if year is None and month.ambiguous and not _stands_as_month(tokens, at):
        return None
    return _month_alone(context, month, year)


def _is_amount(tokens: Tokens, at: int) -> bool:
    """Whether the figure after a month's name counts something: "in March 20 soldiers"."""
    is_anniversary = tokens.text(at) in {"attacks", "strikes"}  # "the September 11 attacks"
    return is_counted(tokens, at) and tokens.text(at - 1).isdecimal() and not is_anniversary


def _stands_as_month(tokens: Tokens, at: int) -> bool:
    before = tokens.text(at - 1)
    if len(tokens) == 1:
        return tokens.text(at) not in {"صفر", "رجب", "شعبان", "محرم", "شوال"}
    if not tokens.text(at).isascii():
        return before in IN or before in YEAR_LEADS or tokens.text(at)[0] == "ب"
    of_part = before == "-" and tokens.text(at - 2) == "mid"  # "mid-March"
    return (before in _ALONE_LEADS or of_part) and tokens.is_capital(at)


def _dated(context: Context, number: int, month: Month, start: int, end: int) -> When | None:
    """The day, in the year that is written behind or that the sentence asks for."""
    year = read_year(context.tokens, end)
    if month.calendar == "hijri":
        return _hijri_day(context, number, month, start, end)
    if year is not None and year.number is not None and not year.hijri:
        return one_day(day(year.number, month.number, number), "day_month_year", start, year.end)
    if year is not None and year.number is None:
        written = day(context.now.year + year.turn, month.number, number)
        return one_day(written, "day_month_turned_year", start, year.end)
    turn = context.tokens.hit(end, TURNS)
    found = in_any_year(context, (month.number, number), "day_month", start, end)
    if found is not None and turn is not None and turn.definite:
        return turned(context, replace(found, end=end + 1), turn.value)
    return found


def turned(context: Context, when: When, turn: int) -> When | None:
    """The last or next such day or month: "26 يناير الماضي", "next March"."""
    if when.in_year is None:
        return when
    years = range(context.now.year - 2, context.now.year + 3)
    found = [days for year in years if (days := when.in_year(year))]
    if turn < 0:
        chosen = [days for days in found if days[1] <= context.now][-1:]
    elif turn > 0:
        chosen = [days for days in found if days[0] > context.now][:1]
    else:
        chosen = [days for days in found if days[0].year == context.now.year]
    if not chosen:
        return None
    name = {-1: "last", 0: "this", 1: "next"}[turn]
    return replace(when, first=chosen[0][0], after=chosen[0][1], in_year=None, rule=f"{when.rule}:{name}")


def _turned_month(context: Context, month: Month, turn: int, end: int) -> When | None:
    if month.calendar == "hijri":
        return None
    found = _gregorian_month(context.now.year, month, month.start, end)
    return None if found is None else turned(context, replace(found, in_year=month_of(month.number)), turn)


def turned_month_before(context: Context, at: int) -> When | None:
    """Such as "last October", "next March", "this May"."""
    tokens = context.tokens
    if tokens.text(at) not in {"last", "next", "this", "past", "coming"}:
        return None
    month = read_month(tokens, at + 1)
    if month is None or (month.ambiguous and not tokens.is_capital(at + 1)):
        return None
    found = _turned_month(context, month, TURNS[tokens.text(at)], month.end)
    return None if found is None else replace(found, start=context.begins(at))


def _month_alone(context: Context, month: Month, year: Year | None) -> When | None:
    end = month.end if year is None else year.end
    if month.calendar == "hijri":
        return _hijri_month(context, month, year, end)
    if year is not None and not year.hijri:
        number = year.counted_from(context.now.year)
        found = _gregorian_month(number, month, month.start, end)
        return None if found is None else replace(found, rule="month_year")
    found = _gregorian_month(context.now.year, month, month.start, month.end)
    return None if found is None else replace(found, rule="month", in_year=month_of(month.number))


def _gregorian_month(year: int, month: Month, start: int, end: int) -> When | None:
    first = day(year, month.number, 1)
    return stretch(first, first and add_months(first, 1), "month", "month", start=start, end=end)


def _hijri_day(context: Context, number: int, month: Month, start: int, end: int) -> When | None:
    year = read_year(context.tokens, end)
    written = hijri_year(context.now) if year is None or year.number is None else year.number
    end = end if year is None else year.end
    rule = "hijri_tabular" if year else "hijri_tabular:current_year"
    return one_day(from_hijri(written, month.number, number), rule, start, end)


def _hijri_month(context: Context, month: Month, year: Year | None, end: int) -> When | None:
    written = hijri_year(context.now) if year is None or year.number is None else year.number
    if not 1 <= written <= 9000:
        return None
    first = from_hijri(written, month.number, 1)
    last = from_hijri(written, month.number, hijri_month_length(written, month.number))
    rule = "hijri_tabular" if year else "hijri_tabular:current_year"
    return stretch(first, last and date.fromordinal(last.toordinal() + 1), "month", rule, start=month.start, end=end)
