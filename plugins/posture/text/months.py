"""Months by name, by both names at once, or by number: كانون الثاني, يناير/كانون الثاني, الشهر الثامن, "Sept."."""

from __future__ import annotations

from dataclasses import dataclass, replace

from posture.text.calendar_words import ABBREVIATED, AMBIGUOUS_MONTHS, MONTHS, Calendar
from posture.text.numerals import read_number
from posture.text.ordinals import read_ordinal
from posture.text.tokens import Tokens
from posture.text.words import folded


@dataclass(frozen=True, slots=True)
class Month:
    """A month's name as read: its number and calendar, the token behind, where it begins.

    `ambiguous` says that the name is an everyday word or a personal name too.
    """

    number: int
    calendar: Calendar
    end: int
    start: int
    ambiguous: bool


_MONTH_WORD = frozenset(folded("شهر الشهر month وشهر لشهر بشهر"))


def read_month(tokens: Tokens, at: int) -> Month | None:
    """A month by its name, by both its names at once, or by its number after شهر."""
    numbered = _numbered_month(tokens, at)
    if numbered is not None:
        return numbered
    place = at + (tokens.text(at) in _MONTH_WORD)
    if tokens.text(at) == "month":
        place += tokens.text(place) == "of"
    named = _named_month(tokens, place)
    if named is None:
        return None
    start = tokens.items[at].start if place > at else named.start
    return _second_name(tokens, replace(named, start=start, ambiguous=named.ambiguous and place == at))


def _named_month(tokens: Tokens, at: int) -> Month | None:
    match = MONTHS.match(tokens, at)
    if match is None:
        return None
    (number, calendar), end, start = match
    name = tokens.folded.text[start : tokens.items[end - 1].end]
    ambiguous = calendar == "hijri" or (name in AMBIGUOUS_MONTHS and not _is_unmistakable(tokens, at, name))
    if name in ABBREVIATED and tokens.text(end) == "." and tokens.glued(end):
        end += 1
    return Month(number, calendar, end, start, ambiguous)


def _is_unmistakable(tokens: Tokens, at: int, name: str) -> bool:
    """آب with its madda is August, أب a father; an English name without its capital is another word."""
    if name.isascii():
        return tokens.is_capital(at) and name not in {"may", "march", "mar", "august"}
    return "آب" in tokens.printed(at)


def _second_name(tokens: Tokens, month: Month) -> Month:
    """The other name of the same month: يناير/كانون الثاني, يناير (كانون الثاني), أغسطس آب."""
    sign = tokens.text(month.end)
    place = month.end + (sign in {"/", "(", "-", "\\", "،", ","})
    second = _named_month(tokens, place)
    if second is None or second.number != month.number or second.calendar != month.calendar:
        return month
    end = second.end + (sign == "(" and tokens.text(second.end) == ")")
    return replace(month, end=end, ambiguous=False)


def _numbered_month(tokens: Tokens, at: int) -> Month | None:
    """شهر 3, شهر عشرة, الشهر الثامن."""
    if tokens.text(at) not in _MONTH_WORD or tokens.text(at).isascii():
        return None
    number = read_ordinal(tokens, at + 1) if tokens.text(at).startswith("ال") else read_number(tokens, at + 1)
    if number is None or not 1 <= number.value <= 12 or number.value != int(number.value):
        return None
    if number.plain and tokens.text(number.end) == "/":
        return None
    return Month(int(number.value), "gregorian", number.end, tokens.items[at].start, ambiguous=False)
