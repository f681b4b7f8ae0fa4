"""How the word tables of this folder are written: words separated by space, folded as the text will be."""

from __future__ import annotations

from posture.text.folding import fold


def words(line: str) -> frozenset[str]:
    """The words of a line as printed.

    >>> sorted(words("lt gen"))
    ['gen', 'lt']
    """
    return frozenset(line.split())


def folded(line: str) -> tuple[str, ...]:
    """The words of a line, folded, in order; a _ stands for the space inside a phrase.

    >>> folded("أكثر_من نحو")
    ('اكثر من', 'نحو')
    """
    return tuple(word.replace("_", " ") for word in fold(line).text.split())
