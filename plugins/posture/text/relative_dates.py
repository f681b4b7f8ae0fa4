"""Dates counted from the day of the text: yesterday, last week, قبل يومين, "in two weeks", the coming months."""

from __future__ import annotations

from posture.text.calendar_words import AFTER_DAY, FEW_OF_THEM, NEAR_DAYS, PARTS_OF_DAY, THIS, TURNS, WEEKDAYS
from posture.text.calendars import add_days, begin, shift
from posture.text.numerals import read_number
from posture.text.tokens import Tokens
from posture.text.units import DAY, DUAL_UNITS, HOUR, MONTH, PLURAL_UNITS, TIME_UNITS, YEAR, Unit
from posture.text.when import Context, Grain, When, one_day, stretch
from posture.text.words import folded, words

# ---------- yesterday, today, tomorrow ----------

_NOT_TODAY = frozenset(folded("ذلك تلك نفس كل"))


def read_near_day(context: Context, at: int) -> When | None:
    """Today, yesterday, the day after tomorrow, with the part of the day and the weekday that stand beside."""
    tokens, place = context.tokens, at
    while place < at + 3 and (tokens.text(place) in PARTS_OF_DAY or tokens.text(place) in {"يوم", "on"}):
        place += 1
    match = NEAR_DAYS.match(tokens, place) or NEAR_DAYS.match(tokens, at)
    if match is None or tokens.text(at - 1) in _NOT_TODAY:
        return None
    days, end, start = match
    if tokens.hit(end, TURNS) is not None and tokens.text(end - 1) == "اليوم":
        return None
    start = start if place == at else context.begins(at)
    end = _past_part_of_day(tokens, end)
    weekday = tokens.hit(end, WEEKDAYS) or tokens.hit(end + 1, WEEKDAYS)
    first = add_days(context.now, days)
    rule = "day_from_now"
    named = end if tokens.hit(end, WEEKDAYS) else end + 1
    if weekday is not None and first is not None and (named == end or tokens.text(end) in {",", "يوم"}):
        # The day counts, not the weekday: a text carried over from another day is told by the rule's name.
        agrees = first.weekday() == weekday.value
        if agrees or (named == end and weekday.definite):
            rule = rule if agrees else f"{rule}:weekday_differs"
            end = _past_part_of_day(tokens, named + 1)
    return one_day(first, rule, start, end)


def _past_part_of_day(tokens: Tokens, end: int) -> int:
    while tokens.text(end) in AFTER_DAY:
        end += 1
    return end


# ---------- last week, next year, the coming months ----------

_CALENDAR_UNITS: dict[str, Grain] = {
    "day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year",
    "decade": "decade", "century": "century",
}  # fmt: skip


def read_turned_unit(context: Context, at: int) -> When | None:
    """Last week, هذا العام, "الأشهر الثلاثة المقبلة", "the past two years", "the coming months"."""
    tokens = context.tokens
    if not tokens.text(at):
        return None
    place = at + (tokens.text(at) == "the")
    if tokens.text(at) == "last" and tokens.text(at - 1) in _AUXILIARIES:
        return None  # "is expected to last several weeks"
    if tokens.text(at) in {"earlier", "later"} and tokens.text(at + 1) == "this":
        return _rest_of(context, at)
    if (twice := _turned_twice(context, at, place)) is not None:
        return twice
    return _english_turned(context, at, place) if tokens.text(place).isascii() else _arabic_turned(context, at)


_AUXILIARIES = words("to will would may might can could should must did does")


def _rest_of(context: Context, at: int) -> When | None:
    """Such as "Later this year" runs from now to its end, "earlier this week" from its beginning until now."""
    whole = _english_turned(context, at + 1, at + 1)
    if whole is None or whole.first is None or whole.after is None:
        return None
    tomorrow = add_days(context.now, 1)
    if context.tokens.text(at) == "later":
        first, after = context.now, whole.after
    else:
        first, after = whole.first, tomorrow or whole.after
    rule = f"{whole.rule}:{context.tokens.text(at)}"
    return stretch(first, after, whole.grain, rule, start=context.begins(at), end=whole.end)


_BEYOND = {1: frozenset(folded("بعد after")), -1: frozenset(folded("قبل before"))}


def _turned_twice(context: Context, at: int, place: int) -> When | None:
    """Such as "The week after next", "the year before last", "الشهر بعد المقبل", "العام ما قبل الماضي"."""
    tokens = context.tokens
    unit = tokens.hit(place, _UNITS)
    beyond = place + 1 + (tokens.text(place + 1) == "ما")
    turn = tokens.hit(beyond + 1, TURNS)
    if unit is None or turn is None or tokens.text(beyond) not in _BEYOND.get(turn.value, ()):
        return None
    is_arabic = unit.stem[0] > "\u0600"
    if unit.value.name not in _CALENDAR_UNITS or (is_arabic and not (unit.definite and turn.definite)):
        return None
    name = unit.value.name
    first = shift(begin(name, context.now), 2 * turn.value, unit.value)
    rule = f"{name}_after_next" if turn.value > 0 else f"{name}_before_last"
    after = first and shift(first, 1, unit.value)
    start = unit.start if is_arabic else context.begins(at)
    return stretch(first, after, _CALENDAR_UNITS[name], rule, start=start, end=beyond + 2)


def _english_turned(context: Context, at: int, place: int) -> When | None:
    tokens = context.tokens
    turn = TURNS.get(tokens.text(place))
    if turn is None:
        return None
    place += 1 + (tokens.text(place + 1) in TURNS and tokens.text(place) != "this")
    few = tokens.text(place) in FEW_OF_THEM or tokens.text(place) == "a"
    place += few + (tokens.text(place) == "a")
    number = None if few else read_number(tokens, place)
    place = place if number is None else number.end
    start, end = context.begins(at), place + 1
    if tokens.text(place) == "weekend":
        return _weekend(context, turn, start, end)
    hit = tokens.hit(place, _ENGLISH_UNITS)
    if hit is None:
        return None
    unit = hit.value
    if number is not None:
        return _many_units(context, turn, number.value, unit, start=start, end=end)
    return _uncounted(context, turn, place, start)


def _uncounted(context: Context, turn: int, place: int, start: int) -> When | None:
    """Such as "Last week", "the past week", "the coming weeks"."""
    tokens, end = context.tokens, place + 1
    unit = tokens.hit(place, _ENGLISH_UNITS)
    if unit is None:
        return None
    if unit.stem in PLURAL_UNITS:
        return _some_units(context, turn, unit.value, start, end)
    if turn < 0 and tokens.text(place - 1) == "past":
        return stretch(shift(context.now, -1, unit.value), context.now, "day", "past_unit_to_now", start=start, end=end)
    return _one_unit(context, turn, unit.value, start, end)


_ENGLISH_UNITS = TIME_UNITS | {"quarter": Unit("quarter", 3 * MONTH)}
_UNITS = {word: unit for word, unit in _ENGLISH_UNITS.items() if word not in PLURAL_UNITS}


def _weekend(context: Context, turn: int, start: int, end: int) -> When | None:
    monday = add_days(begin("week", context.now), 7 * turn)
    saturday = monday and add_days(monday, 5)
    return stretch(saturday, saturday and add_days(saturday, 2), "day", "weekend", start=start, end=end)


def _arabic_turned(context: Context, at: int) -> When | None:
    tokens = context.tokens
    this = tokens.text(at) in THIS or (tokens.text(at)[:1] in {"و", "ب", "ل"} and tokens.text(at)[1:] in THIS)
    place = at + this
    the = tokens.text(at) in {"ال", "وال"} and tokens.glued(at + 1)  # الـ12 شهرا المقبلة
    number = None if this else _leading_number(tokens, at + the, definite=the)
    place = place if number is None else at + the + 1
    unit = tokens.hit(place, TIME_UNITS) or tokens.hit(place, DUAL_UNITS)
    if unit is None or not (unit.definite or number):
        return None
    start = context.begins(at) if this or number else unit.start
    dual = tokens.hit(place, TIME_UNITS) is None
    end = place + 1
    if this and not dual and tokens.hit(end, TURNS) is None:
        return None if unit.value.seconds < DAY else _one_unit(context, 0, unit.value, start, end)
    counted = number or (2.0 if dual else None) or _following_number(tokens, end)
    if counted and not number and not dual:
        end += 1
    few = tokens.text(end) in FEW_OF_THEM
    end += few
    turn = tokens.hit(end, TURNS)
    if turn is None or not turn.definite:
        return None
    if counted:
        return _many_units(context, turn.value, counted, unit.value, start=start, end=end + 1)
    if unit.stem in PLURAL_UNITS:
        return _some_units(context, turn.value, unit.value, start, end + 1)
    return _one_unit(context, turn.value, unit.value, start, end + 1)


def _leading_number(tokens: Tokens, at: int, *, definite: bool) -> float | None:
    """Such as "الثلاثة أشهر المقبلة", "الـ12 شهرا الماضية": the number before the unit."""
    number = read_number(tokens, at)
    if number is None or number.end != at + 1 or not (definite or number.definite or number.plain):
        return None
    unit = tokens.hit(at + 1, TIME_UNITS)
    return None if unit is None or unit.definite else number.value


def _following_number(tokens: Tokens, at: int) -> float | None:
    """Such as "الأشهر الثلاثة المقبلة", "الأعوام الـ10 الماضية"."""
    number = read_number(tokens, at)
    if number is None or number.end != at + 1 or not (number.definite or number.plain):
        return None
    return number.value


def _one_unit(context: Context, turn: int, unit: Unit, start: int, end: int) -> When | None:
    """The calendar week, month, … that lies one back, is now, or lies one ahead."""
    if unit.name == "day":
        return one_day(add_days(context.now, turn), "day_from_now", start, end)
    if unit.name not in _CALENDAR_UNITS:
        return None
    first = shift(begin(unit.name, context.now), turn, unit)
    name = {-1: "last", 0: "this", 1: "next"}[turn]
    grain = _CALENDAR_UNITS[unit.name]
    if unit.seconds > YEAR and turn != 0:  # "the next decade" begins now, not in 2030
        first = context.now if turn > 0 else shift(context.now, -1, unit)
    return stretch(first, first and shift(first, 1, unit), grain, f"{name}_{unit.name}", start=start, end=end)


def _many_units(context: Context, turn: int, number: float, unit: Unit, *, start: int, end: int) -> When | None:
    """So many whole weeks, months, … before or after the present one; days begin at once."""
    if not 0 < number < 10_000 or number != int(number):
        return None
    if turn == 0 or unit.seconds < HOUR:
        return None
    tomorrow = add_days(context.now, 1)
    if unit.seconds < DAY:  # "the past 24 hours" reach into yesterday
        days = -(-number * unit.seconds // DAY)
        if turn < 0:
            return stretch(add_days(context.now, -int(days)), tomorrow, "day", "last_hours", start=start, end=end)
        return stretch(context.now, add_days(context.now, int(days) + 1), "day", "next_hours", start=start, end=end)
    anchor = begin(unit.name, context.now)
    if turn < 0:
        return stretch(
            shift(anchor, -number, unit), anchor, _CALENDAR_UNITS[unit.name], "last_units", start=start, end=end
        )
    first = shift(anchor, 1, unit)
    last = first and shift(first, number, unit)
    return stretch(first, last, _CALENDAR_UNITS[unit.name], "next_units", start=start, end=end)


def _some_units(context: Context, turn: int, unit: Unit, start: int, end: int) -> When | None:
    """Such as "The coming months", "الأيام القليلة الماضية": from or until now, the other end open."""
    if unit.seconds < DAY or turn == 0:
        return None
    tomorrow = add_days(context.now, 1)
    first, after = (None, tomorrow) if turn < 0 else (context.now, None)
    grain = _CALENDAR_UNITS[unit.name]
    rule = "past_units_open" if turn < 0 else "coming_units_open"
    return When(first=first, after=after, grain=grain, rule=rule, start=start, end=end, about=True)
