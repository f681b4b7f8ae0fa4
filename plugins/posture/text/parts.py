"""Parts of months, years and weeks: mid-March, أواخر آذار, نهاية العام, "the first quarter of 2025".

"Early" and "late" are the first and last third (ten days of a month, four months of a year); "the beginning" and "the
end" one day, the first and the last; the middle of a month is the 15th, of a year the first of July.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from posture.text.calendar_words import IN, LAST_OF, PARTS
from posture.text.calendars import add_days, add_months, begin, day
from posture.text.dates import read_date, turned_month_before
from posture.text.months import read_month
from posture.text.ordinals import read_ordinal
from posture.text.relative_dates import read_turned_unit
from posture.text.seasons import read_decade, read_season
from posture.text.tokens import Tokens
from posture.text.units import TIME_UNITS, UNITS
from posture.text.when import Context, Days, Grain, Rebuild, When, derived, stretch
from posture.text.words import words
from posture.text.years import read_year, read_year_alone


def read_target(context: Context, at: int) -> When | None:
    """The month, year, week or decade that a part is taken of, past "of the"."""
    tokens = context.tokens
    place = at
    while place < at + 3 and tokens.text(place) in {"من", "في", "of", "in", "the", "-"}:
        place += 1
    for start in {place, max(at, place - 1)}:
        found = [one for reader in _TARGETS if (one := reader(context, start)) is not None]
        if found:
            return max(found, key=lambda one: one.end)
    return None


def read_bare_year(context: Context, at: int) -> When | None:
    """A year behind a word that asks for one: "early 2017", "نهاية 2017"."""
    year = read_year(context.tokens, at) if context.tokens.kind(at) == "figure" else None
    if year is None or year.number is None or year.hijri:
        return None
    first, after = day(year.number, 1, 1), day(year.number + 1, 1, 1)
    return stretch(first, after, "year", "year", start=context.begins(at), end=year.end)


def read_current(context: Context, at: int) -> When | None:
    """The present week, month or year, said only as "العام" or "the year" where a part of it is named."""
    tokens = context.tokens
    unit = tokens.hit(at, TIME_UNITS)
    if unit is None or unit.value.seconds < UNITS["week"].seconds:
        return None
    is_arabic = unit.stem[0] > "\u0600"
    if not (unit.definite if is_arabic else tokens.text(at - 1) in {"the", "of"} and not unit.stem.endswith("s")):
        return None
    first = begin(unit.value.name, context.now)
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}.get(unit.value.name)
    after = add_days(first, 7) if months is None else add_months(first, months)
    grain: Grain = "week" if months is None else "month" if months == 1 else "year"
    return stretch(first, after, grain, f"this_{unit.value.name}", start=unit.start, end=at + 1)


def read_end_of_current(context: Context, at: int) -> When | None:
    """Such as "year's end", "the month's end", "year-end": the last day of the present one."""
    tokens = context.tokens
    place = at + (tokens.text(at) == "the")
    name = tokens.text(place).removesuffix("'s").removesuffix("’s")
    end = place + 1 + (tokens.text(place + 1) in {"'s", "’s", "-"})
    owned = name != tokens.text(place) or end > place + 1
    if name not in {"year", "month"} or not owned or tokens.text(end) != "end":
        return None
    first = begin(name, context.now)
    after = add_months(first, 12 if name == "year" else 1)
    last = after and add_days(after, -1)
    found = stretch(last, after, "day", f"this_{name}:last_day", start=context.begins(at), end=end + 1)
    return found and replace(found, about=True, points=True)


def read_part(context: Context, at: int) -> When | None:
    """Mid-March, "أواخر آذار", "the end of the year"."""
    tokens = context.tokens
    place = at + (tokens.text(at) == "the")
    hit = tokens.hit(place, PARTS)
    if hit is None or (hit.definite and hit.stem[0] > "\u0600"):
        return None
    end = place + 1
    if hit.value in {"first_day", "last_day"} and hit.stem.isascii() and tokens.text(end) not in {"of", "-"}:
        return None
    if hit.stem == "نصف" and read_month(tokens, end) is None:
        return None
    whole = read_target(context, end)
    if whole is None or whole.grain == "day":
        return None
    found = derived(whole, lambda days: _part_of(days, hit.value), f"{whole.rule}:{hit.value}")
    if found is None:
        return None
    is_point = hit.value in {"first_day", "middle", "last_day"}
    start = context.begins(at) if place > at else hit.start
    grain: Grain = "day" if is_point else whole.grain
    return replace(found, start=start, grain=grain, about=True, points=hit.value == "last_day")


def _part_of(days: Days, part: str) -> Days | None:
    first, after = days
    last = add_days(after, -1)
    if part == "first_day":
        return first, date.fromordinal(first.toordinal() + 1)
    if part == "last_day":
        return None if last is None else (last, after)
    if part == "middle":
        middle = _middle(first, (after - first).days)
        return middle, date.fromordinal(middle.toordinal() + 1)
    early, late = _thirds(first, after)
    return (first, early) if part == "first_third" else (late, after)


def _middle(first: date, length: int) -> date:
    if 28 <= length <= 31:
        return first.replace(day=15)
    if 365 <= length <= 366:
        return first.replace(month=7)
    return date.fromordinal(first.toordinal() + length // 2)


def _thirds(first: date, after: date) -> Days:
    """Where the first third ends and the last begins."""
    length = (after - first).days
    if 365 <= length <= 366:
        return first.replace(month=5), first.replace(month=9)
    third = 10 if 28 <= length <= 31 else length // 3
    late = first.toordinal() + 20 if third == 10 else after.toordinal() - third
    return date.fromordinal(first.toordinal() + third), date.fromordinal(late)


# ---------- quarters and halves ----------


def read_rank(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A place in a row, -1 for the last, and the token behind."""
    if tokens.hit(at, _LAST) is not None:
        return -1, at + 1
    ordinal = read_ordinal(tokens, at)
    return None if ordinal is None or ordinal.value > 60 else (int(ordinal.value), ordinal.end)


_LAST = dict.fromkeys(LAST_OF, -1)


def read_share(context: Context, at: int) -> When | None:
    """Quarters and halves of a year: "الربع الأول من 2025", "the second half of the year", "Q3 2024"."""
    tokens = context.tokens
    place = at + (tokens.text(at) == "the")
    start = context.begins(at)
    if tokens.text(place) == "q" and tokens.glued(place + 1) and tokens.text(place + 1) in {"1", "2", "3", "4"}:
        year = read_bare_year(context, place + 2 + (tokens.text(place + 2) == "of")) or _present_year(
            context, place + 2
        )
        return _share(int(tokens.text(place + 1)), 3, year, start)
    ranked = _ranked_share(tokens, place)
    if ranked is None:
        return None
    rank, months, end = ranked
    whole = read_target(context, end) or _unsaid_year(context, at, end, months)
    if whole is not None and whole.grain == "month" and months == 6:
        found = derived(whole, lambda days: _half_month(days, rank), f"{whole.rule}:half")
        return found and replace(found, start=start, grain="half")
    if whole is None or whole.grain != "year":
        return None
    found = _share(12 // months if rank < 0 else rank, months, whole, start)
    return found and replace(found, in_year=_share_in_year(rank, months)) if whole.rule == _UNSAID else found


_UNSAID = "year_unsaid"
_BEFORE_SHARE = IN | words(
    "by until till since before after حتي بحلول منذ نهايه بنهايه مطلع بدايه اواخر اوائل منتصف of"
)


def _unsaid_year(context: Context, at: int, end: int, months: int) -> When | None:
    """A quarter without its year behind a word of time: "in the third quarter", "خلال الربع الأول"."""
    if months != 3 or context.tokens.text(at - 1) not in _BEFORE_SHARE:
        return None
    year = _present_year(context, end)
    return year and replace(year, rule=_UNSAID)


def _share_in_year(rank: int, months: int) -> Rebuild:
    def rebuild(year: int) -> Days | None:
        first = day(year, months * ((12 // months if rank < 0 else rank) - 1) + 1, 1)
        after = first and add_months(first, months)
        return (first, after) if first and after else None

    return rebuild


def _half_month(days: Days, rank: int) -> Days | None:
    """The first fifteen days of a month, or the rest."""
    middle = days[0].replace(day=16)
    return {1: (days[0], middle), 2: (middle, days[1]), -1: (middle, days[1])}.get(rank)


def _ranked_share(tokens: Tokens, at: int) -> tuple[int, int, int] | None:
    """Which quarter or half, its months, the token behind: "الربع الأول", "second half"."""
    months = {"الربع": 3, "النصف": 6, "الثلث": 4}.get(tokens.text(at))
    rank = read_rank(tokens, at + (months is not None))
    if rank is None:
        return None
    if months is not None:
        return rank[0], months, rank[1]
    months = {"quarter": 3, "half": 6}.get(tokens.text(rank[1]))
    return None if months is None else (rank[0], months, rank[1] + 1)


def _present_year(context: Context, at: int) -> When | None:
    first = date(context.now.year, 1, 1)
    return stretch(first, add_months(first, 12), "year", "this_year", start=0, end=at)


def _share(number: int, months: int, year: When | None, start: int) -> When | None:
    if year is None or year.first is None or not 1 <= number <= 12 // months:
        return None
    first = add_months(year.first, months * (number - 1))
    grain: Grain = "quarter" if months == 3 else "half"
    after = None if first is None else add_months(first, months)
    return stretch(first, after, grain, f"{year.rule}:{grain}", start=start, end=year.end)


_TARGETS = (
    read_turned_unit, turned_month_before, read_date, read_bare_year, read_year_alone, read_current, read_decade,
    read_share, read_season,
)  # fmt: skip
