"""Forms of one article: whether a second address of an outlet prints the very text of the first."""

from __future__ import annotations

from posture.matching.fingerprints import wording
from posture.matching.trimming import title_core
from posture.matching.words import plain_words
from posture.model import Version


def is_same_text(a: Version, b: Version) -> bool:
    """Whether two texts are one, word for word; spelling, marks and trimmings aside.

    A single other figure makes them two: which of them is right is for matching and for people to see.
    """
    return a.language == b.language and _words(a) == _words(b)


def _words(version: Version) -> tuple[list[str], list[str]]:
    return plain_words(title_core(version.title)), plain_words(wording(version))
