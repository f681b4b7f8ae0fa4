"""What sounds like an incident and is none: an attack that is planned, rehearsed, remembered, or told already."""

from __future__ import annotations

from datetime import date

from posture.extracting.patterns import Found
from posture.extracting.phrases import Rule
from posture.extracting.scenes import Scene
from posture.extracting.settings import Setting
from posture.extracting.weapons import is_plural
from posture.model import Claim

TO_COME = ("planned", "demanded", "expected", "hypothetical")
_MISHAPS = frozenset({"incident.crash", "incident.accident"})
_UNREAL = 2  # words between "anniversary of the", "drill against" and the attack


def is_of_something_else(scene: Scene, found: Found) -> bool:
    """An attack that is threatened, feared, rehearsed, remembered or talked of is no incident."""
    if any(r.id in _MISHAPS and f is found for r, f in scene.found("incident")):
        return False
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


def is_general(setting: Setting, rule: Rule, found: Found, claim: Claim) -> bool:
    """Whether attacks are spoken of in general and no one of them is told: "attacks on the base", "often targeted"."""
    if claim.count_low is not None:
        return False
    dated = claim.from_ is not None and claim.to is not None
    habit = any(r.id == "part.habit" for r, _ in setting.scene.found("part"))
    if habit and not (dated and claim.from_ == claim.to):
        return True
    if rule.id not in _NOUNS or not is_plural(setting.scene, found):
        return False
    if rule.id == "incident.strike":
        return claim.force is None and not claim.casualties and not (dated and claim.from_ == claim.to)
    return not dated and not is_done(setting.scene, found)


_NOUNS = frozenset({"incident.attack_noun", "incident.bomb", "incident.crash", "incident.strike"})


def is_done(scene: Scene, found: Found) -> bool:
    """Whether a verb of doing stands before the noun: "carried out attacks", "شنت هجوما"."""
    before = scene.tokens[max(0, found.first - _DONE) : found.first]
    which = max((at for at, token in enumerate(before) if token.folded in _WHICH), default=-1)
    return any(form.startswith(_DOING) for token in before[which + 1 :] for form in token.forms)


_DONE = 8  # words between "carried out" and the attacks
_WHICH = frozenset({"which", "that", "who", "التي", "الذي", "الذين"})
_DOING = (
    "نفذ", "تنفيذ", "تنفذ", "ينفذ", "شن", "تشن", "يشن", "وجهت", "توجيه", "وقع", "تعرض", "سلسله", "موجه",
    "carried", "launched", "conducted", "series", "wave",
)  # fmt: skip
