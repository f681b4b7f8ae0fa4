"""Where a report was filed: "BAGHDAD (AP) —", "ERBIL, Kurdistan Region - ", «واشنطن / واع -». Nobody acts there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from posture.extracting.patterns import Mark
from posture.extracting.tokens import Token

_LINE = re.compile(
    r"(?:[^\W\d_][\w .,'’/،-]{1,50}?)?\s?(?:\([^()\n]{2,40}\)\s*[-–—:]*|\s[-–—]{1,2}|/\s?[^\n/-]{2,20}[-–—])\s"
)
_SHORT = 12  # words of a dateline
_SENTENCE = 4  # words that follow it at least


def words_of_dateline(text: str, start: int, tokens: Sequence[Token], marks: Mapping[int, Sequence[Mark]]) -> int:
    """How many words of the sentence that begins at `start` are its dateline; 0 when it has none.

    Its first name is that of a place or an agency, it opens a paragraph, and a sentence follows it: a row of a table
    ("France – 600 – Erbil") has a number there.
    """
    opens = start == 0 or text[:start].rstrip(" ").endswith("\n")
    line = _LINE.match(text, start) if opens and tokens else None
    if line is None or not any(mark.slot in ("place", "country", "agency") for mark in marks.get(0, ())):
        return 0
    if text[line.end() : line.end() + 1].isdecimal():
        return 0
    words = sum(token.span.end <= line.end() for token in tokens[:_SHORT])
    return words if words < _SHORT and len(tokens) - words >= _SENTENCE else 0


def without_dateline(marks: Mapping[int, tuple[Mark, ...]], words: int) -> Mapping[int, tuple[Mark, ...]]:
    """The marks of a sentence without those of its dateline, but for days, agencies and outlets."""
    if not words:
        return marks
    return {first: tuple(m for m in here if m.after > words or m.slot in _KEPT) for first, here in marks.items()}


_KEPT = frozenset({"agency", "moment", "outlet"})
