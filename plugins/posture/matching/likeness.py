"""How alike the words of two reports are: as a whole, of the shorter one, and sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass

from posture.matching.alignment import Pair, align, sharpen
from posture.matching.fingerprints import overlap
from posture.matching.outlines import Outline

_WORTH_READING = 0.5  # share of the shorter one's tokens that the longer has anywhere; with fewer nothing can cover it


@dataclass(frozen=True, slots=True)
class Likeness:
    """The words two reports share. All shares are between 0 and 1."""

    jaccard: float  # of the shingles
    containment: float  # share of the shorter one's shingles
    coverage: float  # share of the shorter one's tokens that stand in aligned sentences, in order
    lead: bool  # the shorter one's first sentence is somewhere in the longer
    pairs: tuple[Pair, ...]

    @property
    def copied(self) -> float:
        """How much of the shorter text is the other's, whatever the longer adds."""
        return max(self.jaccard, self.containment)


def likeness(a: Outline, b: Outline) -> Likeness:
    """The words two reports share."""
    jaccard, containment = overlap(a.shingles, b.shingles)
    if _common(a, b) < _WORTH_READING:
        return Likeness(jaccard, containment, 0.0, lead=False, pairs=())
    pairs = tuple(sharpen(pair, a.language) for pair in align(a.body, b.body))
    shorter = min(a.size, b.size)
    covered = sum(pair.same for pair in pairs)
    first = {sentence.text for sentence in (a if a.size <= b.size else b).body[:1]}
    lead = any(pair.a.text in first or pair.b.text in first for pair in pairs)
    return Likeness(jaccard, containment, min(1.0, covered / shorter) if shorter else 0.0, lead, pairs)


def _common(a: Outline, b: Outline) -> float:
    """Share of the shorter one's tokens that the longer has in whatever place."""
    shorter, longer = (a, b) if a.size <= b.size else (b, a)
    found = sum(key in longer.keys for sentence in shorter.body for key in sentence.keys)
    return found / shorter.size if shorter.size else 0.0
