"""How far a claim can be trusted as read: the measured quality of its kind and language, and how closely it fits."""

from __future__ import annotations

from collections.abc import Mapping

from posture.model import ClaimKind, Language
from posture.reporting.facts import Fact

# Below this a claim is shown as unsure.
SURE = 0.8
# F1 of each language and kind on passages that were new to the rules: the first run of the newest of the files in
# tests/quality/claims, where at least two claims of the kind were expected. Whoever measures anew writes it here; a
# test holds it against what these files give now.
MEASURED: Mapping[tuple[Language, ClaimKind], float] = {
    ("ar", "force_level"): 0.91,
    ("ar", "incident"): 1.0,
    ("ar", "movement"): 0.89,
    ("ar", "timetable"): 0.67,
    ("en", "force_level"): 1.0,
    ("en", "incident"): 0.40,
    ("en", "movement"): 0.75,
    ("en", "timetable"): 0.0,
}


def unsure(fact: Fact) -> bool:
    """Whether an analyst should trust the quoted words more than our reading of them."""
    return min(fact.confidence, MEASURED.get((fact.said.language, fact.kind), 1.0)) < SURE
