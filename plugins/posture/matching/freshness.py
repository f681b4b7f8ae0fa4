"""Whether a claim is news: fresh, said before, or background that is printed again and again.

Two ways lead back to what was loaded before: the claim itself (kind, force, place, value, as-of day, speaker
…), which is the same in every language, and the sentence that carries it, word for word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Literal

from posture.matching.fingerprints import sentence_keys
from posture.model import Claim, Version
from posture.text.sentences import sentences

Freshness = Literal["fresh", "repeated", "background"]

# What lasts until another is told: a day that the text itself does not give is only the day on which it was printed.
_LASTING = frozenset({"force_level", "statement", "base_status"})
_BACKGROUND_TIMES = 3  # reports that had the very sentence before: nobody wrote it for this one


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What was loaded before: how many reports had a claim, and how many a sentence. Copies of one text count
    once.
    """

    claims: Mapping[str, int]  # claim key -> reports
    sentences: Mapping[int, int]  # sentence key -> reports


def claim_key(claim: Claim) -> str:
    """A key that two claims share when they say the same thing, in whatever words and language.

    What only the day of writing adds is left out: the evidence, the rule, the confidence and the outlet that quotes.
    """
    told = any(evidence.role == "as_of" for evidence in claim.evidence)
    as_of = claim.as_of if told or claim.kind not in _LASTING else None
    harm = sorted(claim.casualties.items()) if claim.casualties else None
    parts = (
        claim.kind, claim.event, claim.force, claim.role, claim.place, claim.target, claim.count_low, claim.count_high,
        _day(as_of), _day(claim.from_), _day(claim.to), harm, claim.polarity, claim.modality, claim.speaker,
    )  # fmt: skip
    return blake2b(repr(parts).encode(), digest_size=12).hexdigest()


def evidence_sentence_key(version: Version, claim: Claim) -> int | None:
    """The key of the sentence that carries a claim; None when the headline does, or it is too short to know again."""
    places = [evidence.span for evidence in claim.evidence if evidence.where == "body"]
    if not places:
        return None
    carrier = next((span for span in sentences(version.body) if span.overlaps(places[0])), None)
    keys = sentence_keys(carrier.of(version.body)) if carrier else ()
    return keys[0] if keys else None


def freshness(claim_key: str, sentence_key: int | None, known: Known) -> Freshness:
    """Whether a claim is fresh, repeated (said before, in these or other words) or background (a sentence reused
    for long).
    """
    reused = known.sentences.get(sentence_key, 0) if sentence_key is not None else 0
    if reused >= _BACKGROUND_TIMES:
        return "background"
    if reused or known.claims.get(claim_key, 0):
        return "repeated"
    return "fresh"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
