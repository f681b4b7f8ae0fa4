"""The nth of something: "أول ثلاثاء من أكتوبر", "the last Monday of March", "the first week of October 2014".

A week belongs to the month in which it lies whole, Monday to Sunday.
"""

from __future__ import annotations

from dataclasses import replace

from posture.text.calendar_words import HOLIDAYS, TURNS, WEEKDAYS
from posture.text.calendars import add_days, add_months, begin, day, shift
from posture.text.dates import read_date, read_day_number
from posture.text.numerals import read_number
from posture.text.parts import read_current, read_rank, read_target
from posture.text.relative_dates import read_turned_unit
from posture.text.tokens import Tokens
from posture.text.units import PLURAL_UNITS, TIME_UNITS, Unit
from posture.text.when import Context, Days, Grain, When, derived, one_day
from posture.text.words import words
from posture.text.years import read_year


def read_nth(context: Context, at: int) -> When | None:
    """The nth or last weekday, week or day of a month or year."""
    tokens = context.tokens
    start = context.begins(at)
    place = at + (tokens.text(at) == "the")
    if tokens.text(place) == "week" and tokens.text(place + 1) == "of":
        return _week_of(context, place + 2, start)
    rank = read_rank(tokens, place)
    if rank is not None:
        number, end = rank
        if (several := _first_units(context, number, end, start)) is not None:
            return several
        end += tokens.text(end) == "يوم" and tokens.hit(end + 1, WEEKDAYS) is not None
        what = _what(tokens, end)
        return None if what is None else _nth_of(context, (number, what), end + 1, start)
    place = at + (tokens.text(at) == "يوم")
    what = _what(tokens, place)
    rank = None if what is None else read_rank(tokens, place + 1)
    if what is None or rank is None or not tokens.text(place).startswith(("ال", "وال", "بال", "لل")):
        return None
    return _nth_of(context, (rank[0], what), rank[1], start)


def _first_units(context: Context, rank: int, at: int, start: int) -> When | None:
    """Such as "The first ten months of 2025", "the last three days of March"."""
    number = read_number(context.tokens, at) if rank in {1, -1} else None
    unit = None if number is None else context.tokens.hit(number.end, PLURAL_UNITS)
    if number is None or unit is None or unit.definite or not 0 < number.value < 1000:
        return None
    whole = read_target(context, number.end + 1)
    if whole is None or whole.grain == "day":
        return None
    count = number.value
    rule = f"{whole.rule}:{'first' if rank == 1 else 'last'}_units"
    found = derived(whole, lambda days: _end_of(days, rank * count, unit.value), rule)
    return found and replace(found, start=start)


def _end_of(days: Days, amount: float, unit: Unit) -> Days | None:
    """So much time from the beginning of the stretch, or so much before its end."""
    first = days[0] if amount > 0 else shift(days[1], amount, unit)
    after = shift(days[0], amount, unit) if amount > 0 else days[1]
    return (first, after) if first and after and days[0] <= first < after <= days[1] else None


def _week_of(context: Context, at: int, start: int) -> When | None:
    """Such as "The week of Feb. 10": the one, Monday to Sunday, that holds the day."""
    held = read_date(context, at)
    if held is None or held.grain != "day":
        return None
    found = derived(held, _week, f"{held.rule}:week_of")
    return found and replace(found, start=start, grain="week")


def _week(days: Days) -> Days | None:
    monday = begin("week", days[0])
    after = add_days(monday, 7)
    return None if after is None else (monday, after)


def _what(tokens: Tokens, at: int) -> str | int | None:
    """What is counted: the number of a weekday, "week" or "day"."""
    weekday = tokens.hit(at, WEEKDAYS)
    if weekday is not None and len(weekday.stem) > 2:
        return weekday.value
    unit = tokens.hit(at, TIME_UNITS)
    return unit.value.name if unit is not None and unit.value.name in {"week", "day"} else None


def _nth_of(context: Context, wanted: tuple[int, str | int], end: int, start: int) -> When | None:
    rank, what = wanted
    if context.tokens.text(end) in {"بعد", "after"} and isinstance(what, int):
        return _nth_after(context, rank, what, end + 1, start)
    whole = read_target(context, end)
    if whole is None or whole.grain == "day":
        return None
    name = "nth_weekday" if isinstance(what, int) else f"nth_{what}"
    found = derived(whole, lambda days: _nth_within(days, rank, what), f"{whole.rule}:{name}")
    grain: Grain = "week" if what == "week" else "day"
    return found and replace(found, start=start, grain=grain)


def _nth_within(days: Days, rank: int, what: str | int) -> Days | None:
    """The nth weekday, week or day between two days."""
    first, after = days
    length = (after - first).days
    if what == "day":
        step = length - 1 if rank < 0 else rank - 1
        return _from(days, step, 1) if 0 <= step < length else None
    weekday, size = (what, 1) if isinstance(what, int) else (0, 7)
    begin = (weekday - first.weekday()) % 7
    count = (length - begin - size) // 7 + 1
    chosen = count if rank < 0 else rank
    return _from(days, begin + 7 * (chosen - 1), size) if 1 <= chosen <= count else None


def _from(days: Days, step: int, size: int) -> Days | None:
    first, after = add_days(days[0], step), add_days(days[0], step + size)
    return None if first is None or after is None else (first, after)


def _nth_after(context: Context, rank: int, weekday: int, at: int, start: int) -> When | None:
    """Such as "The third Tuesday after Christmas 2014"."""
    anchor = read_holiday(context, at) or read_date(context, at)
    if anchor is None or anchor.first is None or anchor.grain != "day" or rank < 1:
        return None
    ahead = (weekday - anchor.first.weekday()) % 7 or 7
    return one_day(add_days(anchor.first, ahead + 7 * (rank - 1)), "nth_weekday_after", start, anchor.end)


def read_holiday(context: Context, at: int) -> When | None:
    """Days of fixed date with a name: Christmas, رأس السنة."""
    match = HOLIDAYS.match(context.tokens, at)
    if match is None:
        return None
    (month, number), end, start = match
    year = read_year(context.tokens, end)
    written = context.now.year if year is None else year.counted_from(context.now.year)
    return one_day(day(written, month, number), "holiday", start, end if year is None else year.end)


# ---------- a day of a turned week or month ----------


def read_weekday_of_week(context: Context, at: int) -> When | None:
    """Such as "الأحد من الأسبوع الماضي", "احد الأسبوع الماضي", "Monday of last week", "Tuesday last week"."""
    tokens = context.tokens
    hit = tokens.hit(at, WEEKDAYS)
    if hit is None or len(hit.stem) < 3:
        return None
    place = at + 1 + (tokens.text(at + 1) in {"من", "of", "في"})
    week = read_turned_unit(context, place)
    if week is None or week.grain != "week" or week.first is None:
        return None
    return one_day(add_days(week.first, hit.value), f"{week.rule}:weekday", context.begins(at), week.end)


def read_day_of_month(context: Context, at: int) -> When | None:
    """Such as "التاسع عشر من هذا الشهر", "15 الجاري", "on the 15th", with or without a weekday before."""
    tokens = context.tokens
    weekday = tokens.hit(at, WEEKDAYS)
    place = at + (weekday is not None)
    number = read_day_number(context, place)
    if number is None:
        return None
    if (found := _of_unnamed_month(context, number, place)) is not None:
        return replace(found, start=context.begins(at)) if weekday else found
    if tokens.text(number[1]) not in {"من", "of"}:
        return None
    behind = number[1] + 1
    if behind >= len(tokens):
        return None
    month = read_turned_unit(context, behind) or read_current(context, behind + (tokens.text(behind) == "the"))
    if month is None or month.first is None or month.grain != "month":
        return None
    chosen = day(month.first.year, month.first.month, number[0])
    start = context.begins(at) if weekday else number[2]
    return one_day(chosen, f"{month.rule}:day", start, month.end)


# A day of the month stands behind one of these, and the sentence goes on behind it with no noun of its own.
_BEFORE_DAY = words("on by until till before since from after")
_GOES_ON = words("and or to at in for with after before when as but that if which while because by near")


def _of_unnamed_month(context: Context, number: tuple[int, int, int], at: int) -> When | None:
    """Such as "15 الجاري" and "الخامس عشر من الجاري", where the month is this, last or next; and "on the 15th"."""
    tokens = context.tokens
    value, end, start = number
    linked = tokens.text(end) == "من"
    turn = tokens.hit(end + linked, TURNS)
    if turn is not None and turn.definite and turn.stem[-1] != "ه" and (linked or tokens.kind(at) == "figure"):
        first = add_months(context.now.replace(day=1), turn.value)
        chosen = first and day(first.year, first.month, value)
        return one_day(chosen, f"{_TURNED[turn.value]}_month:day", start, end + linked + 1)
    return _day_alone(context, number, at)


_TURNED = {-1: "last", 0: "this", 1: "next"}


def _day_alone(context: Context, number: tuple[int, int, int], at: int) -> When | None:
    """Such as "on the 15th", "by the 3rd": of the month before or after now that the verb asks for."""
    tokens = context.tokens
    value, end, start = number
    is_day = tokens.text(at) == "the" and tokens.kind(at + 1) == "figure" and end == at + 3
    if not is_day or tokens.text(at - 1) not in _BEFORE_DAY:
        return None
    if tokens.kind(end) in {"word", "figure"} and tokens.text(end) not in _GOES_ON:
        return None
    is_ahead = context.tense(at, end) == "future"
    steps = range(3) if is_ahead else range(0, -3, -1)
    months = [add_months(context.now.replace(day=1), step) for step in steps]
    days = [found for month in months if month and (found := day(month.year, month.month, value))]
    fits = [found for found in days if (found >= context.now if is_ahead else found <= context.now)]
    return one_day(fits[0], f"day_of_month:month_{'future' if is_ahead else 'past'}", start, end) if fits else None
