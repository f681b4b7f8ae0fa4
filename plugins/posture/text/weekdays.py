"""Weekdays: الخميس, "last Friday", "مساء الخميس الماضي", and the date that stands beside one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from posture.text.calendar_words import ABBREVIATED, AFTER_DAY, PARTS_OF_DAY, TURNS, WEEKDAYS
from posture.text.calendars import add_months, day
from posture.text.dates import read_date, read_day_number
from posture.text.tense import Tense
from posture.text.tokens import Tokens
from posture.text.when import Context, When, one_day
from posture.text.words import folded

_MATCHING = frozenset(folded("الموافق المصادف الموافقة والموافق موافق"))
_DAY_WORDS = frozenset(folded("يوم day"))


def read_weekday(context: Context, at: int) -> When | None:
    """A weekday, alone, turned ("الماضي", "next"), of a week, or before a date that it belongs to."""
    tokens = context.tokens
    place, start = _before_weekday(context, at)
    name = _weekday_name(tokens, place)
    if name is None:
        return None
    number, end = name
    hit = tokens.hit(place, WEEKDAYS)
    start = hit.start if place == at and hit else start
    dated = _weekday_with_date(context, number, end, start, at)
    if dated is not None:
        return dated
    end = _after_weekday(tokens, end)
    turned = _turned_weekday(context, number, (at, place, end), start)
    if turned is not None:
        return turned
    first, rule = context.weekday(number, at, end)
    return one_day(first, rule, start, end)


def _before_weekday(context: Context, at: int) -> tuple[int, int]:
    """Past "يوم", "مساء", "late on"."""
    tokens, place = context.tokens, at
    while place < at + 4:
        word = tokens.text(place)
        if word in {"بعد", "قبل"} and tokens.text(place + 1) in {"ظهر", "الظهر"}:  # the afternoon, the forenoon
            place += 2
            continue
        between = place > at and word in {"of", "on", "this", "هذا"}
        if not (between or word in PARTS_OF_DAY or word.lstrip("وفب") in _DAY_WORDS):
            break
        place += 1
    return place, context.begins(at)


def _weekday_name(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The weekday and the token behind. Arabic names need "the", English abbreviations a capital and company."""
    hit = tokens.hit(at, WEEKDAYS)
    if hit is None:
        return None
    if hit.stem[0] > "\u0600":  # الأحد عشر and الأحد والعشرون are numbers
        counts = tokens.text(at + 1) in {"عشر", "عشره"} or (hit.value == 6 and tokens.text(at + 1)[:6] == "والعشر")
        return (hit.value, at + 1) if hit.definite and not counts else None
    if hit.stem not in ABBREVIATED:
        return hit.value, at + 1
    if len(tokens) > 1 and not tokens.is_capital(at):
        return None
    end = at + 1 + (tokens.text(at + 1) == "." and tokens.glued(at + 1))
    has_company = end > at + 1 or len(tokens) == 1 or tokens.text(end) == "," or tokens.kind(end) == "figure"
    return (hit.value, end) if has_company else None


def _after_weekday(tokens: Tokens, end: int) -> int:
    """Past "evening", "صباحا"."""
    while tokens.text(end) in AFTER_DAY:
        end += 1
    return end


def _weekday_with_date(context: Context, number: int, end: int, start: int, at: int) -> When | None:
    """Such as "Thursday, Feb. 14", "السبت السادس عشر": the date rules, the weekday finds the year or month."""
    tokens = context.tokens
    place = _after_weekday(tokens, end)
    place += tokens.text(place) in {",", "("}
    while tokens.text(place) in _MATCHING or tokens.text(place) in {"في", "on"}:
        place += 1
    dated = read_date(context, place)
    if dated is not None and dated.grain == "day" and dated.first is not None:
        close = dated.end + (tokens.text(place - 1) == "(" and tokens.text(dated.end) == ")")
        return _agreeing(context, replace(dated, start=start, end=close), number, context.tense(at, close))
    return _weekday_and_day(context, number, place, start)


def _agreeing(context: Context, when: When, weekday: int, tense: Tense | None) -> When:
    """The year in which the day falls on the weekday, nearest to now on the side that the verb asks for."""
    if when.in_year is None or when.first is None:
        return when
    years = sorted(range(context.now.year - 6, context.now.year + 7), key=lambda year: abs(year - context.now.year))
    fits = [days for year in years if (days := when.in_year(year)) and days[0].weekday() == weekday]
    if tense is not None:
        on_its_side = [days for days in fits if (days[0] <= context.now if tense == "past" else days[1] > context.now)]
        fits = on_its_side or fits
    if not fits:
        return when
    first, after = min(fits, key=lambda days: abs((days[0] - context.now).days))
    return replace(when, first=first, after=after, in_year=None, rule=f"{when.rule}:year_by_weekday")


def _weekday_and_day(context: Context, weekday: int, at: int, start: int) -> When | None:
    """Such as "السبت السادس عشر", "Thursday the 14th": the nearest month in which the two agree."""
    tokens = context.tokens
    ordinal = read_day_number(context, at)
    if ordinal is None or (tokens.kind(at) == "figure" and tokens.text(at + 1) not in {"st", "nd", "rd", "th"}):
        return None
    number, end, _ = ordinal
    if number <= 5 and tokens.kind(at) != "figure" and tokens.text(at) != "the":
        return None  # "الثلاثاء الثالث": the third Tuesday
    if tokens.text(end) in {"من", "of"} or (tokens.text(at - 1) == "," and tokens.kind(end) == "word"):
        return None  # "Wednesday, the third strike in a week"
    if tokens.text(at) == "the" and tokens.text(at - 1) == "on" and tokens.kind(at + 1) == "word":
        return None  # "on Saturday on the first leg of a journey"
    months = (add_months(context.now.replace(day=1), step) for step in range(-6, 7))
    days = [found for month in months if month and (found := day(month.year, month.month, number))]
    fits = [found for found in days if found.weekday() == weekday]
    if not fits:
        return None
    return one_day(min(fits, key=lambda found: abs((found - context.now).days)), "weekday_and_day_nearest", start, end)


def _turned_weekday(context: Context, number: int, places: tuple[int, int, int], start: int) -> When | None:
    """Such as "الخميس الماضي", "next Friday", "this Monday"."""
    tokens = context.tokens
    at, place, end = places
    turn = tokens.hit(end, TURNS)
    if turn is not None and not turn.definite:
        turn = None
    end += turn is not None
    before = tokens.text(place - 1)
    if turn is None and place > at and before in {"this", "هذا"}:
        return one_day(_next_weekday(context, number), "weekday_this", start, end)
    return None if turn is None else _weekday_by_turn(context, number, turn.value, start, end)


def _weekday_by_turn(context: Context, number: int, turn: int, start: int, end: int) -> When | None:
    ahead = (number - context.now.weekday()) % 7
    if turn > 0:
        return one_day(_next_weekday(context, number), "weekday_next", start, end)
    if turn == 0:
        monday = context.now.toordinal() - context.now.weekday()
        return one_day(date.fromordinal(max(1, monday + number)), "weekday_this_week", start, end)
    back = context.now.toordinal() - (7 - ahead if ahead else 7)
    return one_day(date.fromordinal(max(1, back)), "weekday_last", start, end)


def _next_weekday(context: Context, number: int) -> date:
    ahead = (number - context.now.weekday()) % 7 or 7
    return date.fromordinal(min(date.max.toordinal() - 1, context.now.toordinal() + ahead))


def turned_weekday_before(context: Context, at: int) -> When | None:
    """Such as "last Thursday", "next Friday", "this coming Monday", "هذا الاثنين"."""
    tokens = context.tokens
    word = tokens.text(at)
    place = at + 1 + (word == "this" and tokens.text(at + 1) in {"coming", "past"})
    turn = TURNS.get(tokens.text(place - 1)) if word.isascii() else (2 if word == "هذا" else None)
    name = _weekday_name(tokens, place) if turn is not None else None
    if name is None or turn is None:
        return None
    end = _after_weekday(tokens, name[1])
    if word in {"this", "هذا"} and place == at + 1:
        return one_day(_next_weekday(context, name[0]), "weekday_this", context.begins(at), end)
    return _weekday_by_turn(context, name[0], turn, context.begins(at), end)
