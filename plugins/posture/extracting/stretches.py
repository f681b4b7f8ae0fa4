"""The stretches of a text that are read at once: its sentences, none of them longer than a reader could follow.

A list without a full stop, or a page whose signs were lost, is one sentence of any length. What is said in it belongs
together only near by, and to weigh everything in it against everything else would take for ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from posture.model import Span
from posture.text.sentences import sentences

LONGEST = 900  # characters, about 150 words: longer than any sentence of the press that is one thought
_LEAST = 300  # characters of a stretch that a comma may end
_COMMA = re.compile(r"[,;:،؛]\s")
_SPACE = re.compile(r"\s")


def stretches(text: str) -> tuple[Span, ...]:
    """The sentences of a text in order; one longer than `LONGEST` characters in parts, cut at a comma or a space."""
    return tuple(part for span in sentences(text) for part in _parts(text, span))


def _parts(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST:
        cut = _last(_COMMA, text, start + _LEAST, start + LONGEST) or _last(_SPACE, text, start + 1, start + LONGEST)
        cut = cut or start + LONGEST
        yield from _bare(text, start, cut)
        start = cut
    yield from _bare(text, start, span.end)


def _last(sign: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    """Behind the last such sign between two places."""
    return max((match.end() for match in sign.finditer(text, start, end)), default=None)


def _bare(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without the space around it; none when it is all space."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start < end:
        yield Span(start, end)
