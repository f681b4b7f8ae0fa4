"""One spelling for every way of writing the same words, with the way back to the words as printed.

Arabic outlets write one name in many ways: with or without hamza and vowel marks, with Persian letters, in
presentation forms, with Arabic-Indic digits. Folding removes what does not tell words apart, for matching only:
evidence is always quoted from the original, and addresses are never folded.

What becomes of each character:

- alef with hamza, madda or wasla → alef; ؤ → و; ئ → ي, but و before a و, so that شئون meets شؤون
- ء stays, for ماء (water) is not ما (what)
- ى and Persian ی → ي; ة → ه; ک → ك; ہ → ه
- vowel marks, tatweel, joiners, direction marks and other invisible characters → nothing
- letters with accents → without; capitals → small; presentation forms and ligatures → their letters
- decimal digits of any script → 0-9; superscripts, fractions and circled numbers stay (2500² is not 25002)
- quotation marks → " or '; dashes and minus → -; ، ؛ ؟ ٪ → , ; ? %; ٫ and ٬ stay, for they tell point from thousands
- spaces of any width → one space each; line and paragraph separators → newline
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from posture.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTERS = {"ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ة": "ه", "ہ": "ه", "ھ": "ه", "ک": "ك", "ڪ": "ك", "ـ": ""}
_DOUBLE_QUOTES = "“”„‟«»″〝〞＂❝❞"
_SINGLE_QUOTES = "‘’‚‛‹›′`´＇❛❜ʼ"
_DASHES = "‐‑‒–—―−﹘﹣－⁃"
_SIGNS = {"،": ",", "؛": ";", "؟": "?", "٪": "%", "\u2028": "\n", "\u2029": "\n", "\x85": "\n"}
_DIRECT = (
    _LETTERS
    | dict.fromkeys(_DOUBLE_QUOTES, '"')
    | dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(_DASHES, "-")
    | _SIGNS
)
# Seat of the hamza before waw: Egypt prints مسئول and شئون, the Levant and Iraq مسؤول and شؤون.
_SEAT = re.compile("ئ(?=[\u064b-\u065f]?و)")


def _fold_character(character: str) -> str:
    """What one character folds to; folding the answer again changes nothing."""
    if character in _DIRECT:
        return _DIRECT[character]
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf"}:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "No":
        return character
    parts = unicodedata.normalize("NFKD", character).casefold()
    if parts == character:
        return character
    return "".join(_fold_character(part) for part in parts)


class _Table(dict[str, str]):
    """Each character's folding, worked out the first time it is met."""

    def __missing__(self, character: str) -> str:
        folded = self[character] = _fold_character(character)
        return folded


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in the one spelling used for matching, beside the text as printed."""

    text: str
    original: str
    starts: Sequence[int] = field(repr=False, compare=False)  # of each original character: where its folding begins

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original that folds to `text[start:end]`, letters kept whole with their marks."""
        first = bisect_right(self.starts, start) - 1
        if start >= end:
            return Span(first, first)
        after = bisect_right(self.starts, end - 1)
        while after < len(self.original) and unicodedata.combining(self.original[after]):
            after += 1
        return Span(first, after)


def fold(text: str) -> Folded:
    """The text in one spelling, for matching only.

    >>> folded = fold("أَلْفا جنديّ")
    >>> folded.text
    'الفا جندي'
    >>> folded.span(5, 9).of(folded.original)
    'جنديّ'
    """
    pieces = list(map(_TABLE.__getitem__, _SEAT.sub("ؤ", text) if "ئ" in text else text))
    return Folded("".join(pieces), text, list(accumulate(map(len, pieces), initial=0)))
