"""From one date to another: "من 13 إلى 15 تموز", "July 13-15", "between 2014 and 2019", "2014-2019"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from posture.text.calendar_words import COUNTED, TURNS, YEAR_WORDS
from posture.text.calendars import add_days, day
from posture.text.dates import read_day_number, turned
from posture.text.months import read_month
from posture.text.when import Context, Rebuild, When, stretch
from posture.text.words import folded
from posture.text.years import is_counted, read_year

_FROM = frozenset(folded("من from"))
_BETWEEN = frozenset(folded("بين between"))
_TO = frozenset(folded("إلى الى حتى وحتى وإلى والى to through thru until till"))
_DASH = {"-"}

ReadWhen = Callable[[Context, int], "When | None"]


def read_between(context: Context, at: int, read_when: ReadWhen) -> When | None:
    """The stretch from one date to another, both days included."""
    tokens = context.tokens
    word = tokens.text(at)
    bare = word[1:] if len(word) > 2 and word[0] in "وف" else word
    lead = "between" if bare in _BETWEEN else "from" if bare in _FROM else ""
    place = at + bool(lead)
    place += tokens.text(place) in {"عامي", "شهري", "يومي", "سنتي"} or (lead != "" and tokens.text(place) == "the")
    found = [
        one
        for one in (_years(context, place, lead), _days(context, place, lead), _dates(context, place, lead, read_when))
        if one is not None
    ]
    best = max(found, key=lambda one: one.end, default=None)
    if best is None:
        return None
    return replace(best, start=context.begins(at) + (len(word) - len(bare))) if lead else best


def _link(context: Context, at: int, lead: str) -> int | None:
    """The token after the words that join the two ends, None when nothing joins them."""
    tokens = context.tokens
    if lead == "between":
        place = tokens.joined(at)
        return at + 1 if place is None and tokens.text(at) in _TO else place
    if tokens.text(at) in _TO:
        return at + 1
    return at + 1 if tokens.text(at) in _DASH else None


def _years(context: Context, at: int, lead: str) -> When | None:
    """2014-2019, "between 2014 and 2019", "من عام 2014 إلى 2019"; not when something is counted."""
    tokens = context.tokens
    first = _year(context, at)
    if first is None:
        return None
    link = _link(context, first[1], lead)
    if link is None:
        return None
    last = _year(context, link) or _short_year(context, link, first[0])
    if last is None or last[0] <= first[0] or is_counted(tokens, last[1]) or tokens.text(last[1]) in COUNTED:
        return None
    tight = tokens.text(first[1]) == "-" and tokens.glued(first[1]) and tokens.glued(link)
    if not (lead or tight or tokens.text(at) in YEAR_WORDS):
        return None
    return stretch(day(first[0], 1, 1), day(last[0] + 1, 1, 1), "year", "years", start=context.begins(at), end=last[1])


def _year(context: Context, at: int) -> tuple[int, int] | None:
    tokens = context.tokens
    place = at + (tokens.text(at) in YEAR_WORDS or (tokens.text(at)[:1] == "و" and tokens.text(at)[1:] in YEAR_WORDS))
    place += tokens.text(place) == "و" and tokens.kind(place + 1) == "figure"
    text = tokens.text(place)
    if tokens.kind(place) != "figure" or not text.isdecimal() or len(text) != 4 or not 1900 <= int(text) <= 2100:
        return None
    return int(text), place + 1


def _short_year(context: Context, at: int, first: int) -> tuple[int, int] | None:
    """The 19 of 2014-19."""
    text = context.tokens.text(at)
    if context.tokens.text(at - 1) != "-" or not text.isdecimal() or len(text) != 2 or not context.tokens.glued(at):
        return None
    year = first // 100 * 100 + int(text)
    return (year, at + 1) if first < year <= first + 40 else None


def _days(context: Context, at: int, lead: str) -> When | None:
    """Two days of one month: "13-15 تموز", "July 13 to 15", "from the 1st to the 8th of September"."""
    tokens = context.tokens
    month = read_month(tokens, at)
    if month is not None and month.calendar == "gregorian":
        first = read_day_number(context, month.end)
        link = None if first is None else _link(context, first[1], lead)
        last = None if link is None else read_day_number(context, link)
        if first is None or last is None or read_month(tokens, last[1]) is not None:
            return None
        return _one_month(context, month.number, (first[0], last[0]), at, start=month.start, end=last[1])
    first = read_day_number(context, at)
    link = None if first is None else _link(context, first[1], lead)
    last = None if link is None else read_day_number(context, link)
    if first is None or last is None:
        return None
    place = last[1] + (tokens.text(last[1]) in {"من", "of"})
    month = read_month(tokens, place)
    if month is None or month.calendar == "hijri":
        return None
    return _one_month(context, month.number, (first[0], last[0]), at, start=first[2], end=month.end)


def _one_month(context: Context, month: int, numbers: tuple[int, int], at: int, *, start: int, end: int) -> When | None:
    year = read_year(context.tokens, end)
    in_year = _days_of(month, *numbers)
    if year is not None and not year.hijri:
        days = in_year(year.counted_from(context.now.year))
        return days and stretch(days[0], days[1], "day", "days_of_month", start=start, end=year.end)
    days = in_year(context.now.year)
    found = days and stretch(days[0], days[1], "day", "days_of_month", start=start, end=end)
    if found is None:
        return None
    turn = context.tokens.hit(end, TURNS)
    if turn is not None and turn.definite:
        return turned(context, replace(found, in_year=in_year, end=end + 1), turn.value)
    return context.place_in_year(replace(found, in_year=in_year), at)


def _days_of(month: int, first: int, last: int) -> Rebuild:
    def rebuild(year: int) -> tuple[date, date] | None:
        begin, end = day(year, month, first), day(year, month, last)
        after = None if end is None else add_days(end, 1)
        return None if begin is None or end is None or after is None or end <= begin else (begin, after)

    return rebuild


def _dates(context: Context, at: int, lead: str, read_when: ReadWhen) -> When | None:
    """Any two dates: "من 13 تموز الى 15 تموز", "from January 2024 to September 2025"."""
    first = read_when(context, at)
    if first is None:
        return None
    link = _link(context, first.end, lead)
    last = None if link is None else read_when(context, link)
    if last is None or last.after is None or first.first is None:
        return None
    if not lead and context.tokens.text(first.end) not in _TO | _DASH:
        return None
    last = context.place_in_year(last, at)
    first = _before(first, last, context, at)
    if first.first and last.first and last.first < first.first and last.rule.startswith("weekday"):
        later = add_days(last.first, 7)  # "from Thursday to Saturday": the one that follows
        last = replace(last, first=later, after=later and add_days(later, 1))
    return stretch(first.first, last.after, last.grain, f"{first.rule}..{last.rule}", start=first.start, end=last.end)


def _before(first: When, last: When, context: Context, at: int) -> When:
    """The first date in the year of the second, or the year before, where it names none."""
    if first.in_year is None or last.first is None:
        return context.place_in_year(first, at)
    for year in (last.first.year, last.first.year - 1):
        days = first.in_year(year)
        if days is not None and days[0] < last.first:
            return replace(first, first=days[0], after=days[1], rule=f"{first.rule}:year_of_end")
    return first
