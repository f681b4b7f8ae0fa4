"""Numbers in words, figures or both: "ألفان وخمسمئة", "5 آلاف", "two and a half thousand", "35K".

A number is a sum of parts, each a coefficient below a thousand times a scale, the scales falling: three million,
two hundred thousand and five. Arabic joins the parts by و, written onto the next word; English by "and" or nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from posture.text.figures import read_figure, rounded
from posture.text.number_words import (
    ARABIC_HUNDRED,
    ARABIC_HUNDREDS,
    ARABIC_SINGLE_SCALES,
    ARABIC_TEEN_ENDS,
    ARABIC_TEENS,
    ARABIC_TENS,
    ARABIC_UNITS,
    DUAL_OR_COUNTED,
    DUAL_SCALES,
    ENGLISH_TENS,
    ENGLISH_UNITS,
    FRACTIONS,
    SCALES,
)
from posture.text.tokens import Tokens
from posture.text.words import folded


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
_POINT = frozenset(folded("فاصلة point"))
_NEVER = frozenset(folded("لست بست كست ليست"))  # "I am not", not "for six"


def read_number(tokens: Tokens, at: int, *, alone: bool = False) -> Number | None:
    """The number that begins at this token, as long as it goes; `alone` stops at the first part.

    >>> from posture.text.tokens import tokenize
    >>> read_number(tokenize("خمسة وثلاثون ألفا"), 0).value
    35000
    """
    key = ("alone" if alone else "number", at)
    if key not in tokens.seen:
        tokens.seen[key] = _number(tokens, at, alone=alone)
    found = tokens.seen[key]
    return found if isinstance(found, Number) else None


_LARGEST_SCALE = 10**15  # a thousand trillion: beyond it the press writes figures
_MINUS = frozenset(folded("minus negative ناقص سالب"))


def _number(tokens: Tokens, at: int, *, alone: bool) -> Number | None:
    if tokens.text(at) in _MINUS:
        number = None if tokens.text(at + 1) in _MINUS else read_number(tokens, at + 1, alone=alone)
        if number is None or number.value < 0:
            return None
        return replace(number, value=-number.value, start=tokens.items[at].start, plain=False, lone="")
    if tokens.kind(at) not in {"word", "figure"} or tokens.text(at) in _NEVER:
        return None
    first = _part(tokens, at)
    if first is None:
        return None
    number = first
    while not alone and number.scale > 1:
        following = _next_part(tokens, number)
        if following is None:
            break
        value = rounded(number.value + following.value)
        number = replace(following, value=value, start=number.start, plain=False, lone="")
    return _with_fraction(tokens, number)


def _next_part(tokens: Tokens, before: Number) -> Number | None:
    """The part that continues a number: of a smaller scale, and below it as a whole."""
    place = tokens.joined(before.end)
    if place is None:
        if not _is_english_word(tokens, before.end) or not _is_english_word(tokens, before.end - 1):
            return None
        place = before.end
    part = _part(tokens, place)
    if part is None or part.scale >= before.scale or not 0 < part.value < before.scale or part.definite:
        return None
    if tokens.kind(place) == "figure" and (tokens.text(place - 1) not in {"و", "and"} or part.value < 100):
        return None
    return part


def _is_english_word(tokens: Tokens, at: int) -> bool:
    return tokens.text(at) in ENGLISH_UNITS or tokens.text(at) in ENGLISH_TENS or tokens.text(at) in _ENGLISH_SCALES


_ENGLISH_SCALES = frozenset(word for word in SCALES if word.isascii()) | {"hundred"}


def _part(tokens: Tokens, at: int) -> Number | None:
    """A coefficient with its scale: "خمسة وثلاثون ألفا", "2.5 million", "ألفين", "half a million"."""
    if (dual := tokens.hit(at, DUAL_SCALES)) is not None:
        return _scaled_word(dual.value, dual.value // 2, at, dual.start, definite=dual.definite)
    if (dual := tokens.hit(at, DUAL_OR_COUNTED)) is not None:
        # "ألفاً" with its vowel, or before "و500": the counted thousand, not the two thousand of "ألفا جندي".
        following = tokens.joined(at + 1)
        counted = "ً" in tokens.printed(at) or (following is not None and _coefficient(tokens, following) is not None)
        value = dual.value // 2 if counted else dual.value
        return _scaled_word(value, dual.value // 2, at, dual.start, definite=dual.definite)
    single = tokens.hit(at, SCALES)
    if single is not None and single.stem in ARABIC_SINGLE_SCALES:
        return _scaled(tokens, _scaled_word(single.value, single.value, at, single.start, definite=single.definite))
    coefficient = _coefficient(tokens, at)
    return None if coefficient is None else _scaled(tokens, coefficient)


def _scaled_word(value: float, scale: int, at: int, start: int, *, definite: bool) -> Number:
    return Number(value=value, end=at + 1, start=start, scale=scale, definite=definite)


def _scaled(tokens: Tokens, number: Number) -> Number:
    """The number times the scale words that follow it."""
    while True:
        after = number.end + (tokens.text(number.end) == "-" and tokens.glued(number.end))
        hit = tokens.hit(after, SCALES)
        if hit is None or hit.start != tokens.items[after].start or (tokens.glued(after) and tokens.text(after) == "k"):
            return number
        if (number.scale > 1 and hit.value < number.scale) or number.scale * hit.value > _LARGEST_SCALE:
            return number
        value = rounded(number.value * hit.value)
        number = replace(
            number, value=value, end=after + 1, scale=number.scale * hit.value, plain=False, lone="",
            definite=number.definite or hit.definite,
        )  # fmt: skip


def _coefficient(tokens: Tokens, at: int) -> Number | None:
    """A number without scale words: digits, or words below a thousand (in English, below twenty hundred)."""
    if tokens.kind(at) == "figure":
        figure = read_figure(tokens, at)
        if figure is None:
            return None
        number = Number(value=figure.value, end=figure.end, start=figure.start, plain=figure.plain)
        return _with_decimals(tokens, number)
    number_in_words = _arabic_below_thousand(tokens, at) or _english(tokens, at) or _fraction_of_scale(tokens, at)
    if number_in_words is None:
        return None
    return _with_half(tokens, _with_decimals(tokens, number_in_words))


def _with_decimals(tokens: Tokens, number: Number) -> Number:
    """Figures spoken after the point: "واحد فاصلة خمسة", "two point five"."""
    if tokens.text(number.end) not in _POINT:
        return number
    decimals = _decimals(tokens, number.end + 1)
    if decimals is None or decimals.value != int(decimals.value) or decimals.value < 0:
        return number
    value = float(f"{int(number.value)}.{int(decimals.value)}")
    return replace(number, value=rounded(value), end=decimals.end, plain=False, lone="")


def _decimals(tokens: Tokens, at: int) -> Number | None:
    figure = read_figure(tokens, at)
    if figure is not None:
        return Number(value=figure.value, end=figure.end, start=figure.start)
    return None if tokens.kind(at) != "word" else _arabic_below_thousand(tokens, at) or _english(tokens, at)


def _with_half(tokens: Tokens, number: Number) -> Number:
    """Half and quarter before the scale: "ثلاثة ونصف مليون", "two and a half thousand"."""
    after, fraction = _and_fraction(tokens, number.end)
    scale = tokens.hit(after, SCALES)
    if fraction and scale is not None and not scale.definite:
        return replace(number, value=number.value + fraction, end=after, lone="")
    return number


def _with_fraction(tokens: Tokens, number: Number) -> Number:
    """Half and quarter behind the number: "مليونان ونصف المليون", "three and a half"."""
    after, fraction = _and_fraction(tokens, number.end)
    if not fraction:
        return number
    hit = tokens.hit(after, SCALES)
    if hit is not None and hit.value == number.scale:
        after += 1
    elif tokens.text(after).startswith("ال"):  # "ثلاثة جنود ونصف القوات": half of something else
        return number
    value = rounded(number.value + fraction * number.scale)
    return replace(number, value=value, end=after, plain=False, lone="")


def _and_fraction(tokens: Tokens, at: int) -> tuple[int, float]:
    """ "and a half", "ونصف": the token after it and its value, 0 when there is none."""
    at += tokens.text(at) == "-"
    place = tokens.joined(at)
    if place is None:
        return at, 0
    place += tokens.text(place) == "-"
    if tokens.text(place) in {"a", "one"}:
        place += 1 + (tokens.text(place + 1) == "-")
    hit = tokens.hit(place, FRACTIONS)
    if hit is None or hit.value > 0.5 or hit.definite:
        return at, 0
    return place + 1, hit.value


# ---------- Arabic ----------


def _arabic_below_thousand(tokens: Tokens, at: int) -> Number | None:
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
    unit = tokens.hit(at, ARABIC_UNITS)
    if unit is None:
        return None
    if unit.value < 10 and tokens.text(at + 1) in ARABIC_TEEN_ENDS:
        return Number(value=unit.value + 10, end=at + 2, start=unit.start, definite=unit.definite)
    place = tokens.joined(at + 1)
    tens = None if place is None else tokens.hit(place, ARABIC_TENS)
    if tens is not None and place is not None and 0 < unit.value < 10 and tens.definite == unit.definite:
        return Number(value=unit.value + tens.value, end=place + 1, start=unit.start, definite=unit.definite)
    return Number(value=unit.value, end=at + 1, start=unit.start, definite=unit.definite, lone=unit.stem)


# ---------- English ----------


def _english(tokens: Tokens, at: int) -> Number | None:
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
    """ "a hundred", "a thousand", "a dozen", "a couple of": the article counts one."""
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


# ---------- fractions ----------

_PLURAL_FRACTIONS = {"thirds": 1 / 3, "quarters": 0.25, "fifths": 0.2, "tenths": 0.1} | dict.fromkeys(
    folded("أرباع"), 0.25
)


def _fraction_of_scale(tokens: Tokens, at: int) -> Number | None:
    """Half a million, نصف مليون: a fraction that a scale follows."""
    hit = tokens.hit(at, FRACTIONS)
    if hit is None or hit.definite:
        return None
    end = at + 1
    while tokens.text(end) in {"a", "an", "of"}:
        end += 1
    if tokens.text(end + (tokens.text(end) == "-")) == "dozen":
        return Number(value=12 * hit.value, end=end + 1 + (tokens.text(end) == "-"), start=hit.start)
    scale = tokens.hit(end, SCALES)
    if scale is None or scale.start != tokens.items[end].start or scale.definite:
        return None
    return Number(value=hit.value, end=end, start=hit.start)


def read_fraction(tokens: Tokens, at: int) -> Number | None:
    """A share of a whole: ثلثي, ثلاثة أرباع, two-thirds, half of, a third of."""
    if number := read_number(tokens, at, alone=True):
        after = number.end + (tokens.text(number.end) == "-")
        share = _PLURAL_FRACTIONS.get(tokens.text(after))
        return None if share is None else replace(number, value=number.value * share, end=after + 1, lone="")
    place = at + (tokens.text(at) in {"a", "one"})
    hit = tokens.hit(place, FRACTIONS)
    if hit is None or hit.definite:
        return None
    if tokens.text(place).isascii():
        of = tokens.text(place + 1) == "of" and (place > at or hit.value == 0.5)
        if not of:
            return None
    elif tokens.text(place + 1)[:2] not in {"ال", "عد", "قو"}:
        return None
    return Number(value=hit.value, end=place + 1, start=min(hit.start, tokens.items[at].start))
