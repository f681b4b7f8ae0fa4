"""The words of a text as matching compares them: folded, numbers in one spelling, each with its place in the
original.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from posture.text.folding import fold

# Initials such as "u.s." are one word; digits keep their separators until `_number` has judged them.
_WORD = re.compile(r"\d+(?:[.,٫٬]\d+)*|[a-z](?:\.[a-z])+(?![a-z])|[^\W\d_]+(?:'[^\W\d_]+)*")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,٬]\d{3})+\Z")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as compared, and where it stands in the original (code points)."""

    text: str
    start: int
    end: int
    capital: bool = False  # begins with a capital letter in the original


def spell(word: str) -> str:
    """One spelling for a folded word: 2,500 and 2.500 are 2500, Iraq's is Iraq, U.S. is US.

    >>> spell("2,500"), spell("3.5"), spell("iraq's"), spell("u.s")
    ('2500', '3.5', 'iraq', 'us')
    """
    if word[0].isdigit():
        if _GROUPED.match(word):
            return re.sub(r"[.,٬]", "", word)
        return word.replace("٫", ".").replace("٬", "")
    if "." in word:
        return word.replace(".", "")
    return word.removesuffix("'s") if "'" in word else word


def plain_words(text: str) -> list[str]:
    """The words of a text without their places: the quick way, for fingerprints."""
    return [spell(word) for word in _WORD.findall(fold(text).text)]


def words(text: str) -> tuple[Word, ...]:
    """The words of a text, each with its place in it."""
    folded = fold(text)
    found = []
    for match in _WORD.finditer(folded.text):
        span = folded.span(*match.span())
        found.append(Word(spell(match[0]), span.start, span.end, text[span.start].isupper()))
    return tuple(found)
