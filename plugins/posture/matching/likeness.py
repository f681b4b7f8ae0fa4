"""How alike the words of two reports are: as a whole, of the shorter one, and sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass

from posture.matching.alignment import Pair, align, sharpen
from posture.matching.fingerprints import overlap, shingles
from posture.matching.outlines import Outline


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
    jaccard, containment = overlap(shingles(a.report.version), shingles(b.report.version))
    pairs = tuple(sharpen(pair, a.language) for pair in align(a.body, b.body))
    shorter = min(a.size, b.size)
    covered = sum(pair.same for pair in pairs)
    first = {sentence.text for sentence in (a if a.size <= b.size else b).body[:1]}
    lead = any(pair.a.text in first or pair.b.text in first for pair in pairs)
    return Likeness(jaccard, containment, min(1.0, covered / shorter) if shorter else 0.0, lead, pairs)
