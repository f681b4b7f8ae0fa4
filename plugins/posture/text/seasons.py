"""Seasons and decades: "صيف 2014", "last winter", "the 1990s", التسعينيات. Summer is June to August."""

from __future__ import annotations

from posture.text.calendar_words import DECADES, SEASONS, TURNS
from posture.text.calendars import add_months, day
from posture.text.when import Context, When, stretch
from posture.text.words import folded
from posture.text.years import read_year

_LIMITS = frozenset(folded("by before until بحلول قبل حتى"))


def read_season(context: Context, at: int) -> When | None:
    """A season with its year, or turned: "الصيف المقبل", "last winter"."""
    tokens = context.tokens
    turn_before = TURNS.get(tokens.text(at)) if tokens.text(at).isascii() else None
    place = at + (turn_before is not None) + (tokens.text(at) == "the")
    hit = tokens.hit(place, SEASONS)
    if hit is None:
        return None
    end = place + 1
    start = context.begins(at) if place > at else hit.start
    if turn_before is not None:
        return _turned(context, hit.value, turn_before, start, end)
    turned = tokens.hit(end, TURNS)
    if turned is not None and turned.definite and hit.definite:
        return _turned(context, hit.value, turned.value, start, end + 1)
    year = read_year(tokens, end)
    limited = tokens.text(at - 1) in _LIMITS and (place > at or hit.definite or hit.stem != "fall")
    if year is None and limited and tokens.text(end) != "of":
        return _turned(context, hit.value, 1, start, end)  # "by the autumn" is the next one
    if year is None or year.hijri:
        return None
    return _season(year.counted_from(context.now.year), hit.value, start, year.end)


def _season(year: int, months: tuple[int, int], start: int, end: int) -> When | None:
    first = day(year, months[0], 1)
    return stretch(first, first and add_months(first, 3), "season", "season", start=start, end=end)


def _turned(context: Context, months: tuple[int, int], turn: int, start: int, end: int) -> When | None:
    """The last season that is over, the next that has not begun, or the one of this year."""
    found = [_season(context.now.year + step, months, start, end) for step in (-2, -1, 0, 1, 2)]
    if turn < 0:
        return next((one for one in reversed(found) if one and one.after and one.after <= context.now), None)
    if turn > 0:
        return next((one for one in found if one and one.first and one.first > context.now), None)
    return found[2]


def read_decade(context: Context, at: int) -> When | None:
    """Ten years, in figures or words; a century unsaid is the twentieth, for the twenties and tens the present one."""
    tokens = context.tokens
    place = at + (tokens.text(at) == "the")
    text = tokens.text(place)
    if tokens.kind(place) == "figure":
        if tokens.text(place + 1) not in {"s", "'s"} or not tokens.glued(place + 1) or not text.isdecimal():
            return None
        return _in_figures(context, int(text[:5]), len(text), at, place)
    hit = tokens.hit(place, DECADES)
    if hit is None or (hit.stem.isascii() and place == at):
        return None
    end = place + 1
    of_the_past_century = tokens.text(end) == "القرن" and tokens.text(end + 1) in {"الماضي", "العشرين"}
    end += 2 * of_the_past_century
    century = 2000 if hit.value == 20 and not of_the_past_century else 1900
    return _ten_years(century + hit.value, context.begins(at) if place > at else hit.start, end)


def _in_figures(context: Context, number: int, digits: int, at: int, place: int) -> When | None:
    if number % 10 or (digits == 2 and place == at):
        return None
    if digits == 2:
        number += 2000 if number < 30 else 1900
    return _ten_years(number, context.begins(at), place + 2) if 1800 <= number <= 2090 else None


def _ten_years(year: int, start: int, end: int) -> When | None:
    return stretch(day(year, 1, 1), day(year + 10, 1, 1), "decade", "decade", start=start, end=end)
