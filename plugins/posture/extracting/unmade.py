"""What sounds like an incident and is none: an attack that is planned, rehearsed, remembered, or told already."""

from __future__ import annotations

from datetime import date

from posture.extracting.patterns import Found
from posture.extracting.scenes import Scene
from posture.extracting.settings import Setting
from posture.model import Claim

TO_COME = ("planned", "demanded", "expected", "hypothetical")
_UNREAL = 2  # words between "anniversary of the", "drill against" and the attack


def is_of_something_else(scene: Scene, found: Found) -> bool:
    """An attack that is threatened, feared, rehearsed, remembered or talked of is no incident."""
    if any(rule.id == "part.not_real" and scene.cost(f, found) <= _UNREAL for rule, f in scene.found("part")):
        return True
    for rule, other in scene.found("statement"):
        if rule.event in ("attacks", "link_to_attacks", "condemnation") and other.first <= found.first < other.after:
            return rule.event != "condemnation"
    return False


def is_to_come(setting: Setting, claim: Claim) -> bool:
    """Whether the attack is only planned, asked for, expected or thought of, no day past given, or was not made."""
    trigger = claim.evidence[0].span.start
    cues = (one for one in claim.evidence if one.role == "polarity" and one.span.start < trigger)
    undone = any(not one.quote.endswith(("دون", "without")) for one in cues)  # "طائرة بدون طيار" is a drone
    return (claim.modality in TO_COME and not is_past(setting, claim.to)) or (undone and claim.modality != "denied")


def is_past(setting: Setting, day: date | None) -> bool:
    """Whether a day is not after the article's."""
    return day is not None and setting.day is not None and day <= setting.day


def is_numbered(setting: Setting, found: Found, claim: Claim) -> bool:
    """Whether the words only number the attack that was told before: "it was the second attack in a day"."""
    beside = any(0 <= found.first - m.after <= 1 or m.first == found.after for m in setting.scene.all("ordinal"))
    noun = claim.rule in ("incident.attack_noun", "incident.strike")
    return noun and beside and setting.memory.incident is not None and claim.from_ is None and not claim.casualties
