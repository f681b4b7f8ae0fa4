"""Line breaks that only wrap a sentence: texts of fixed width, as old agency wires, mails and PDF files give them.

Text was wrapped where the next line's first word would have gone beyond the width that the lines around keep. A
heading, an item of a list or the last line of a paragraph stops short of it. Pages whose links stand on lines of their
own are cut after a preposition and before a comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from posture.text.words import words

_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_LINE = re.compile(r"[^\n]+")
_ENDS = re.compile(r"[.!?؟…:؛][\"'”’»›)\]}\s]*\Z")
_ITEM = re.compile(r"\s*(?:[-–—*•▪●■◆‣·]|\d{1,3}[.)\-])\s")
_NARROW, _WIDE = 40, 130  # characters: the widths to which texts are wrapped
_SHORT = 30  # characters of a line that a small letter may continue
_MOST = 0.6  # share of the open lines of a block that must fill its width

_Line = tuple[int, int]


def soft_breaks(text: str) -> frozenset[int]:
    """Where the line breaks stand that end no sentence.

    >>> sorted(soft_breaks("The soldiers who were to leave the base\\nstayed there."))
    [39]
    """
    return frozenset(at for block in _BLOCK.finditer(text) for at in _within(text, block.start(), block.end()))


def _within(text: str, start: int, end: int) -> Iterator[int]:
    lines = [line.span() for line in _LINE.finditer(text, start, end)]
    width = max((after - first for first, after in lines if after - first <= _WIDE), default=0)
    open_ = [at for at in range(len(lines) - 1) if _goes_on(text, lines, at)]
    full = [at for at in open_ if _fills(text, lines, at, width)] if width >= _NARROW else []
    wrapped = full if len(full) > 1 and len(full) >= _MOST * len(open_) else []
    joined = set(wrapped)
    cut = [at for at in open_ if _is_cut(text, lines, at)]
    if len(cut) > 1:
        joined.update(range(max(0, cut[0] - _BEFORE), cut[-1] + 2))
    yield from (lines[at][1] for at in open_ if at in joined or at in cut or _is_small(text, lines, at))


def _goes_on(text: str, lines: Sequence[_Line], at: int) -> bool:
    """Whether neither the end of a line nor the beginning of the next closes a sentence."""
    first, after = lines[at]
    return not _ENDS.search(text[max(first, after - 8) : after]) and not _ITEM.match(text, *lines[at + 1])


def _fills(text: str, lines: Sequence[_Line], at: int, width: int) -> bool:
    """Whether the first word of the next line had no room in this one."""
    own = len(text[slice(*lines[at])].rstrip())
    word = text[slice(*lines[at + 1])].split(maxsplit=1)[0]
    return own + 1 + len(word) > width


def _is_cut(text: str, lines: Sequence[_Line], at: int) -> bool:
    """Whether a line ends with a word that leads to the next, or the next begins with a comma."""
    following = text[slice(*lines[at + 1])].lstrip()
    last = text[slice(*lines[at])].rsplit(maxsplit=1)[-1]
    return following[:1] in {"،", ",", ".", ")", "»", "”"} or last in _LEADING


_LEADING = words(
    """من في إلى الى على عن مع بين أن ان إن التي الذي بقيادة قوات the of in to from with by and at that for on a an"""
)
_BEFORE = 2  # lines before the first such cut that belong to the same sentence


def _is_small(text: str, lines: Sequence[_Line], at: int) -> bool:
    """Whether a long line is continued by a small letter."""
    following = text[slice(*lines[at + 1])].lstrip()
    return following[:1].islower() and lines[at][1] - lines[at][0] >= _SHORT
