"""How far a claim can be trusted as read: the measured quality of its kind and language, and how closely it fits."""

from __future__ import annotations

from collections.abc import Mapping

from posture.model import ClaimKind, Language
from posture.reporting.facts import Fact

# Below this a claim is unsure, and readers are told.
SURE = 0.8
# Where few kinds reach that, one line says so of all, and marks are kept for kinds read wrong more often than right.
WEAK = 0.5
# F1 of each language and kind on passages that were new to the rules: the first runs of the two newest files in
# tests/quality/claims (`ninth`, `tenth`) taken together, a claim counting only when every field is right.
# Whoever measures anew writes it here; a test holds it against what these files give now.
MEASURED: Mapping[tuple[Language, ClaimKind], float] = {
    ("ar", "base_status"): 0.46,
    ("ar", "engagement"): 0.82,
    ("ar", "force_level"): 0.66,
    ("ar", "incident"): 0.43,
    ("ar", "legal"): 0.61,
    ("ar", "movement"): 0.38,
    ("ar", "statement"): 0.41,
    ("ar", "timetable"): 0.76,
    ("en", "base_status"): 0.58,
    ("en", "engagement"): 0.68,
    ("en", "force_level"): 0.56,
    ("en", "incident"): 0.51,
    ("en", "legal"): 0.52,
    ("en", "movement"): 0.42,
    ("en", "statement"): 0.38,
    ("en", "timetable"): 0.63,
}


FEW_ARE_SURE = sum(f1 >= SURE for f1 in MEASURED.values()) * 2 < len(MEASURED)


def unsure(fact: Fact) -> bool:
    """Whether a claim is marked: an analyst should trust the quoted words more than our reading of them."""
    is_badly_read = MEASURED.get((fact.said.language, fact.kind), 1.0) < (WEAK if FEW_ARE_SURE else SURE)
    return is_badly_read or fact.confidence < SURE
