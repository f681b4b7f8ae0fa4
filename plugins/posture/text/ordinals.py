"""First, second, twenty-first; الأول, الحادي والعشرون: places in a row, not amounts."""

from __future__ import annotations

from posture.text.number_words import (
    ARABIC_ORDINALS,
    ARABIC_TEEN_ENDS,
    ARABIC_TENS,
    ARABIC_UNITS,
    ENGLISH_ORDINALS,
    ENGLISH_TENS,
)
from posture.text.small_numerals import Number
from posture.text.tokens import Hit, Tokens
from posture.text.words import folded

_ENDS = {"st", "nd", "rd", "th"}
# Names and ranks that hold an ordinal: تشرين الأول is a month, فريق أول a rank.
_HEADS = frozenset(folded("تشرين كانون ربيع جمادى جمادي فريق الفريق ملازم الملازم رقيب الرقيب عريف العريف ضابط الساعة"))
_ADVERBIAL = "ً"  # أولاً, ثانياً: "firstly"
_DEFINITE_TEENS = {word: value for word, value in ARABIC_UNITS.items() if value in {1, 2}}


def read_ordinal(tokens: Tokens, at: int) -> Number | None:
    """The ordinal that begins at this token.

    >>> from posture.text.tokens import tokenize
    >>> read_ordinal(tokenize("الحادي والعشرين"), 0).value
    21
    """
    if tokens.kind(at) == "figure":
        return _figure(tokens, at)
    if tokens.kind(at) != "word":
        return None
    return _english(tokens, at) if tokens.text(at)[0] < "\u0600" else _arabic(tokens, at)


def _figure(tokens: Tokens, at: int) -> Number | None:
    text = tokens.text(at)
    if not text.isdecimal() or len(text) > 4 or tokens.text(at + 1) not in _ENDS or not tokens.glued(at + 1):
        return None
    return Number(value=int(text), end=at + 2, start=tokens.items[at].start)


def _english(tokens: Tokens, at: int) -> Number | None:
    word, start = tokens.text(at), tokens.items[at].start
    if word in ENGLISH_ORDINALS:
        return Number(value=ENGLISH_ORDINALS[word], end=at + 1, start=start, lone=word)
    after = at + 1 + (tokens.text(at + 1) == "-")
    if word in ENGLISH_TENS and 0 < (unit := ENGLISH_ORDINALS.get(tokens.text(after), 0)) < 10:
        return Number(value=ENGLISH_TENS[word] + unit, end=after + 1, start=start)
    return None


def _arabic(tokens: Tokens, at: int) -> Number | None:
    if tokens.text(at - 1) in _HEADS:
        return None
    tens = tokens.hit(at, ARABIC_TENS)
    if tens is not None:
        return Number(value=tens.value, end=at + 1, start=tens.start, definite=True) if tens.definite else None
    hit = tokens.hit(at, ARABIC_ORDINALS)
    if hit is None:
        hit = tokens.hit(at, _DEFINITE_TEENS)
        return None if hit is None or not hit.definite else _compound(tokens, at, hit)
    if (number := _compound(tokens, at, hit)) is not None or hit.stem.startswith("حادي"):
        return number
    if _ADVERBIAL in tokens.printed(at):
        return None
    return Number(value=hit.value, end=at + 1, start=hit.start, definite=hit.definite, lone=hit.stem)


def _compound(tokens: Tokens, at: int, unit: Hit[int]) -> Number | None:
    """الثالث عشر, الحادي والعشرون; also the cardinals with "the" that name a place: الأحد عشر, الواحد والعشرون."""
    if tokens.text(at + 1) in ARABIC_TEEN_ENDS:
        return Number(value=unit.value + 10, end=at + 2, start=unit.start, definite=unit.definite)
    place = tokens.joined(at + 1)
    tens = None if place is None else tokens.hit(place, ARABIC_TENS)
    if tens is None or place is None or tens.definite != unit.definite:
        return None
    return Number(value=unit.value + tens.value, end=place + 1, start=unit.start, definite=unit.definite)
