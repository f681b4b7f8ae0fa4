"""Numbers in words, figures or both: "ألفان وخمسمئة", "5 آلاف", "two and a half thousand", "35K".

A number is a sum of parts, each a coefficient below a thousand times a scale, the scales falling: three million,
two hundred thousand and five. Arabic joins the parts by و, written onto the next word; English by "and" or nothing.
"""

from __future__ import annotations

from dataclasses import replace

from posture.text.figures import read_figure, rounded
from posture.text.number_words import (
    ARABIC_SINGLE_SCALES,
    DUAL_OR_COUNTED,
    DUAL_SCALES,
    ENGLISH_PLURAL_SCALES,
    ENGLISH_TENS,
    ENGLISH_UNITS,
    FRACTIONS,
    SCALES,
)
from posture.text.small_numerals import Number, arabic_below_thousand, english_number
from posture.text.tokens import Tokens
from posture.text.units import TIME_UNITS
from posture.text.words import folded

_POINT = frozenset(folded("فاصلة point"))
_NO_NOUN = frozenset(folded("من في على إلى عن مع حتى فقط تقريبا قبل بعد منذ خلال بحلول"))
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
    if part is None or part.scale >= before.scale or not 0 < part.value < before.scale:
        return None
    if part.definite and not before.definite:  # "ألفان والخمسمئة" are two amounts, "الألفان والخمسمئة" one
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
        value = dual.value // 2 if _is_counted(tokens, at) else dual.value
        return _scaled_word(value, dual.value // 2, at, dual.start, definite=dual.definite)
    single = tokens.hit(at, SCALES)
    if single is not None and single.stem in ARABIC_SINGLE_SCALES:
        return _scaled(tokens, _scaled_word(single.value, single.value, at, single.start, definite=single.definite))
    coefficient = _coefficient(tokens, at)
    return None if coefficient is None else _scaled(tokens, coefficient)


def _is_counted(tokens: Tokens, at: int) -> bool:
    """Whether "ألفا" is one thousand, counted: the two thousand of "ألفا جندي" need a noun right behind them."""
    following = tokens.joined(at + 1)
    goes_on = following is not None and _coefficient(tokens, following) is not None
    has_noun = tokens.kind(at + 1) == "word" and tokens.text(at + 1) not in _NO_NOUN
    return "ً" in tokens.printed(at) or goes_on or bool(_and_fraction(tokens, at + 1)[1]) or not has_noun


def _scaled_word(value: float, scale: int, at: int, start: int, *, definite: bool) -> Number:
    return Number(value=value, end=at + 1, start=start, scale=scale, definite=definite)


def _scaled(tokens: Tokens, number: Number) -> Number:
    """The number times the scale words that follow it."""
    while True:
        after = number.end + (
            (tokens.text(number.end) == "-" and tokens.glued(number.end)) or _is_quoted(tokens, number)
        )
        # "five thousands", as translations write; "in 2003 thousands fled" has a figure
        hit = tokens.hit(after, ENGLISH_PLURAL_SCALES if tokens.kind(number.end - 1) == "word" else SCALES)
        if hit is None or hit.start != tokens.items[after].start or (tokens.glued(after) and tokens.text(after) == "k"):
            return number
        if (number.scale > 1 and hit.value < number.scale) or number.scale * hit.value > _LARGEST_SCALE:
            return number
        value = rounded(number.value * hit.value)
        number = replace(
            number, value=value, end=after + 1, scale=number.scale * hit.value, plain=False, lone="",
            definite=number.definite or hit.definite,
        )  # fmt: skip


def _is_quoted(tokens: Tokens, number: Number) -> bool:
    """Whether figures stand between quotation marks: «"144" ألف جندي»."""
    marks = {tokens.text(number.end), tokens.text(number.end - 2)}
    return marks == {'"'} and tokens.kind(number.end - 1) == "figure"


def _coefficient(tokens: Tokens, at: int) -> Number | None:
    """A number without scale words: digits, or words below a thousand (in English, below twenty hundred)."""
    if tokens.kind(at) == "figure":
        figure = read_figure(tokens, at)
        if figure is None:
            return None
        number = Number(value=figure.value, end=figure.end, start=figure.start, plain=figure.plain)
        return _with_decimals(tokens, number)
    number_in_words = arabic_below_thousand(tokens, at) or english_number(tokens, at) or _fraction_of_scale(tokens, at)
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
    return None if tokens.kind(at) != "word" else arabic_below_thousand(tokens, at) or english_number(tokens, at)


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
    """Such as "and a half", "ونصف": the token after it and its value, 0 when there is none."""
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


# ---------- fractions ----------

_PLURAL_FRACTIONS = {"thirds": 1 / 3, "quarters": 0.25, "fifths": 0.2, "tenths": 0.1, "eighths": 0.125} | dict.fromkeys(
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
        if share is None and number.lone == "one":
            share = _PLURAL_FRACTIONS.get(f"{tokens.text(after)}s")
        return None if share is None else replace(number, value=number.value * share, end=after + 1, lone="")
    place = at + (tokens.text(at) in {"a", "one"})
    hit = tokens.hit(place, FRACTIONS)
    if hit is None or hit.definite:
        return None
    if tokens.text(place).isascii():
        of = tokens.text(place + 1) == "of" and (place > at or hit.value == 0.5)
        if not of:
            return None
    elif not _is_whole(tokens, place + 1) and hit.value != 2 / 3:
        return None
    return Number(value=hit.value, end=place + 1, start=min(hit.start, tokens.items[at].start))


def _is_whole(tokens: Tokens, at: int) -> bool:
    """Whether a share can be taken of what stands here: "القوات", "عدد …", "مقاعده", "أعضاء المجلس"."""
    word = tokens.text(at)
    if tokens.kind(at) != "word" or tokens.hit(at, TIME_UNITS) is not None:
        return word[:2] == "ال"
    has_owner = len(word) > 4 and tokens.printed(at).endswith(_THEIR)
    return word[:2] in {"ال", "عد", "قو"} or has_owner or tokens.text(at + 1).startswith("ال")


# As printed: folding makes one letter of the owner's ه and of ة.
_THEIR = ("ه", "ها", "هم", "نا")
