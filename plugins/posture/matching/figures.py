"""Figures of a text as values: ٢٥٠٠, 2,500, ألفان وخمسمئة and "two and a half thousand" are one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from posture.matching.stems import candidates_ar
from posture.matching.words import words
from posture.text import number_words
from posture.text.folding import fold
from posture.text.quantities import Quantity, find_quantities

_NUMBER_WORDS = frozenset(
    word
    for table in (
        number_words.ARABIC_UNITS, number_words.ARABIC_TEEN_ENDS, number_words.ARABIC_TEENS, number_words.ARABIC_TENS,
        number_words.ARABIC_HUNDRED, number_words.ARABIC_HUNDREDS, number_words.SCALES, number_words.DUAL_SCALES,
        number_words.DUAL_OR_COUNTED, number_words.ENGLISH_UNITS, number_words.ENGLISH_TENS, number_words.FRACTIONS,
        number_words.ARABIC_ORDINALS, number_words.ENGLISH_ORDINALS, number_words.VAGUE_PLURALS, number_words.FEW,
        number_words.FEW_OF,
    )
    for phrase in table
    for word in phrase.split()
)  # fmt: skip
# Words that make a number at least or at most so much, and units of time, whose dual is a number by itself (يومين).
_BESIDE_NUMBERS = frozenset(
    fold(
        """أكثر أقل فوق دون يتجاوز تجاوز يفوق نحو حوالي قرابة زهاء بين بالمئة بالمائة كلا يوم شهر عام سنة أسبوع ساعة
        دقيقة percent per more than over under least most fewer less about around nearly almost between up"""
    ).text.split()
)
# What is counted in twos. The ending ين is the plural too, so only words whose plural is another are listed.
_DUAL_OF = frozenset(
    fold(
        """جندي صاروخ شخص ضابط قتيل جريح هجوم انفجار طفل رجل عنصر هدف لاعب شرطي مبنى منزل يوم قائد وزير طيار نائب مصدر
        زلزال حريق قارب مطار طن متر كيلومتر برميل قاض راكب عامل جسر شهر عام"""
    ).text.split()
)
_DUAL_OF_FEMININE = frozenset(
    fold(
        """طائرت مسيرت قاعدت سيارت قذيفت غارت عبوت جولت ضربت مدرست سفينت ناقلت دولت شركت ركلت امرات جثت مدينت محافظت
        وحدت كتيبت فرقت"""
    ).text.split()
)
_TIME = ("يوم", "شهر", "عام", "سنت", "اسبوع", "ساعت", "دقيقت")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and where it stands (code points)."""

    label: str  # the value as a person would note it: "2500", "41%", "≥150", "2000–3000", "2." for the second
    start: int
    end: int
    value: float  # of a range its known end, of a duration its seconds
    kind: (
        str  # number, percent, range, duration, ordinal; "vague" for dozens, "clock" for digits that no quantity claims
    )


def figures_in(text: str, language: str) -> tuple[Figure, ...]:
    """The figures of a text in order, and after them what digits are left over (a score, an hour)."""
    if not any(character.isalnum() for character in text):
        return ()
    found = [
        _figure(quantity) for quantity in find_quantities(text, language=language if language in {"ar", "en"} else None)
    ]
    if language == "ar":
        found += _duals(text, found)
    return tuple(sorted([*found, *_left_over(text, found)], key=lambda figure: figure.start))


def _duals(text: str, found: list[Figure]) -> list[Figure]:
    """Two of something, which Arabic says by an ending (صاروخان): a figure without width, before the word."""
    duals = [word for word in words(text) if _is_dual(word.text)]
    return [
        Figure("2", word.start, word.start, 2, "number")
        for word in duals
        if not any(figure.start <= word.start < figure.end or figure.end == word.start - 1 for figure in found)
    ]


def _is_dual(word: str) -> bool:
    bare = next(
        (
            word.removeprefix(clitic)
            for clitic in ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف")
            if word.startswith(clitic)
        ),
        word,
    )
    if any(
        form.removesuffix(ending) in _DUAL_OF
        for form in (word, bare)
        for ending in ("ان", "ين")
        if form.endswith(ending)
    ):
        return True
    return word.endswith(("تان", "تين")) and bare.removesuffix("ان").removesuffix("ين") in _DUAL_OF_FEMININE


def digits_in(text: str) -> tuple[Figure, ...]:
    """The figures of a text that are written in digits: the quick way, for sentences that are not looked into."""
    return tuple(_left_over(text, []))


def may_count(word: str) -> bool:
    """Whether a folded word may be part of a figure, or change what a figure beside it says."""
    if any(character.isdigit() for character in word):
        return True
    forms = (word,) if word.isascii() else candidates_ar(word)
    return any(form in _NUMBER_WORDS or form in _BESIDE_NUMBERS or form.startswith(_TIME) for form in forms)


def _left_over(text: str, found: list[Figure]) -> Iterator[Figure]:
    for word in words(text):
        if word.text[0].isdigit() and not any(figure.start < word.end and word.start < figure.end for figure in found):
            digits = word.text.replace(",", ".")
            value = float(digits) if digits.count(".") < 2 else 0.0
            yield Figure(word.text, word.start, word.end, value, "clock")


def _figure(quantity: Quantity) -> Figure:
    value = next(
        (
            end
            for end in (quantity.value, quantity.low, quantity.high, quantity.seconds, quantity.low_seconds)
            if end is not None
        ),
        0.0,
    )
    return Figure(
        _label(quantity), quantity.span.start, quantity.span.end, value, "vague" if quantity.vague else quantity.kind
    )


def _label(quantity: Quantity) -> str:
    if quantity.kind == "duration":
        return _ends(quantity.low_seconds, quantity.high_seconds) + "s"
    if quantity.kind == "ordinal":
        return f"{_number(quantity.value)}."
    if quantity.value is not None and quantity.bound == "exact":
        return _number(quantity.value) + ("%" if quantity.percent else "")
    return _ends(quantity.low, quantity.high) + ("%" if quantity.percent else "")


def _ends(low: float | None, high: float | None) -> str:
    if low == high:
        return _number(low)
    if low is None or high is None:
        return f"≤{_number(high)}" if low is None else f"≥{_number(low)}"
    return f"{_number(low)}–{_number(high)}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"
