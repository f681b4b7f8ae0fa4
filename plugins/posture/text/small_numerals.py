"""Numbers in words below a thousand: the coefficients from which larger ones are made.

Arabic says the unit before the ten and joins them by و ("خمسة وثلاثون"); ten to nineteen end in عشر or عشرة.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from posture.text.number_words import (
    ARABIC_HUNDRED,
    ARABIC_HUNDREDS,
    ARABIC_TEEN_ENDS,
    ARABIC_TEENS,
    ARABIC_TENS,
    ARABIC_UNITS,
    ARABIC_UNITS_BEFORE_TENS,
    ENGLISH_TENS,
    ENGLISH_UNITS,
    SCALES,
)
from posture.text.tokens import Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number that was read: its value, the token after it, and where it begins in the folded text."""

    value: float
    end: int
    start: int
    scale: int = 1  # of the last part: a thousand in "5 آلاف"
    plain: bool = False  # bare digits, as a year is written
    definite: bool = False  # with "the": الثلاثة
    lone: str = ""  # the word, when the number is one small word that may mean something else


_HUNDRED = dict.fromkeys(ARABIC_HUNDRED, 100)
_UNITS_BELOW_TEN = {word: value for word, value in ARABIC_UNITS.items() if 0 < value < 10}


def arabic_below_thousand(tokens: Tokens, at: int) -> Number | None:
    """An Arabic number below a thousand: hundreds, then units before tens."""
    hundreds = _arabic_hundreds(tokens, at)
    if hundreds is None:
        return _arabic_below_hundred(tokens, at)
    place = tokens.joined(hundreds.end)
    rest = None if place is None else _arabic_below_hundred(tokens, place)
    if rest is None or (rest.definite and not hundreds.definite):
        return hundreds
    return replace(hundreds, value=hundreds.value + rest.value, end=rest.end)


def _arabic_hundreds(tokens: Tokens, at: int) -> Number | None:
    if (hit := tokens.hit(at, ARABIC_HUNDREDS)) or (hit := tokens.hit(at, _HUNDRED)):
        return Number(value=hit.value, end=at + 1, start=hit.start, definite=hit.definite)
    unit = tokens.hit(at, _UNITS_BELOW_TEN)
    if unit and unit.value > 2 and tokens.text(at + 1) in ARABIC_HUNDRED:
        return Number(value=unit.value * 100, end=at + 2, start=unit.start, definite=unit.definite)
    return None


def _arabic_below_hundred(tokens: Tokens, at: int) -> Number | None:
    if (hit := tokens.hit(at, ARABIC_TENS)) or (hit := tokens.hit(at, ARABIC_TEENS)):
        return Number(value=hit.value, end=at + 1, start=hit.start, definite=hit.definite)
    unit = tokens.hit(at, ARABIC_UNITS_BEFORE_TENS)
    if unit is None:
        return None
    if unit.value < 10 and tokens.text(at + 1) in ARABIC_TEEN_ENDS:
        return Number(value=unit.value + 10, end=at + 2, start=unit.start, definite=unit.definite)
    place = tokens.joined(at + 1)
    tens = None if place is None else tokens.hit(place, ARABIC_TENS)
    if tens is not None and place is not None and 0 < unit.value < 10 and tens.definite == unit.definite:
        return Number(value=unit.value + tens.value, end=place + 1, start=unit.start, definite=unit.definite)
    if unit.stem not in ARABIC_UNITS:
        return None
    return Number(value=unit.value, end=at + 1, start=unit.start, definite=unit.definite, lone=unit.stem)


# ---------- English ----------


def english_number(tokens: Tokens, at: int) -> Number | None:
    """An English number in words, hundreds and dozens included, scales left to the caller."""
    start = tokens.items[at].start
    if tokens.text(at) in {"a", "an"}:
        return _english_article(tokens, at, start)
    small = _english_below_hundred(tokens, at)
    if small is None:
        return None
    value, end = small
    hundred = end + (tokens.text(end) == "-" and tokens.glued(end))
    if tokens.text(hundred) not in {"hundred", "dozen"}:
        return Number(value=value, end=end, start=start, lone=tokens.text(at) if end == at + 1 else "")
    value *= 100 if tokens.text(hundred) == "hundred" else 12
    return _english_rest(tokens, Number(value=value, end=hundred + 1, start=start))


def _english_article(tokens: Tokens, at: int, start: int) -> Number | None:
    """Such as "a hundred", "a thousand", "a dozen", "a couple of": the article counts one."""
    word = tokens.text(at + 1)
    if word == "hundred":
        return _english_rest(tokens, Number(value=100, end=at + 2, start=start))
    if word == "dozen":
        return Number(value=12, end=at + 2, start=start)
    if word in {"couple", "pair"}:
        end = at + 2 + (tokens.text(at + 2) == "of")
        scale = {"hundred": 100, "dozen": 12}.get(tokens.text(end))
        return Number(value=2 * (scale or 1), end=end + bool(scale), start=start)
    if word in SCALES and word.isalpha() and len(word) > 3:
        return Number(value=1, end=at + 1, start=start)
    return None


def _english_rest(tokens: Tokens, hundreds: Number) -> Number:
    """The tens and units after the hundreds, with or without "and"; not the head of another hundred."""
    place = hundreds.end + (tokens.text(hundreds.end) == "and")
    rest = _english_below_hundred(tokens, place) if hundreds.value % 100 == 0 else None
    if rest is None or rest[0] == 0 or tokens.text(rest[1]) == "hundred":
        return hundreds
    return replace(hundreds, value=hundreds.value + rest[0], end=rest[1])


def _english_below_hundred(tokens: Tokens, at: int) -> tuple[int, int] | None:
    word = tokens.text(at)
    if word in ENGLISH_UNITS:
        return ENGLISH_UNITS[word], at + 1
    if word not in ENGLISH_TENS:
        return None
    place = at + 1 + (tokens.text(at + 1) == "-" and tokens.glued(at + 1))
    unit = ENGLISH_UNITS.get(tokens.text(place), 0)
    return (ENGLISH_TENS[word] + unit, place + 1) if 0 < unit < 10 else (ENGLISH_TENS[word], at + 1)
