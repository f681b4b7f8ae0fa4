"""Whether two phrases of one sentence tell one incident."""

from __future__ import annotations

from posture.extracting.patterns import Found
from posture.extracting.settings import Setting
from posture.model import Claim

_SAME = 25  # words within which two phrases tell one incident
_THWARTED = 2  # words between "repelled" and the attack
_STRIKES = frozenset({"strike", "airstrike", "drone_strike", "assassination"})


def is_retold(setting: Setting, claim: Claim, found: Found, other: tuple[str, Found, Claim]) -> bool:
    """Whether the claim made of the words at `found` tells what another phrase of the sentence told already."""
    _, before, told = other
    scene = setting.scene
    if scene.cost(found, before) > _SAME or scene.is_answered(found, before):
        return False
    if _is_tally(told) != _is_tally(claim) and told.from_ != claim.from_ and (claim.from_ or claim.casualties):
        return False  # one attack and the tally of all of them
    if _is_named_again(setting, claim, found, before, told):
        return True
    if (claim.modality == "denied") != (told.modality == "denied"):
        return False  # one side denies what the other tells
    return claim.event == told.event if "shoot_down" in (claim.event, told.event) else _agree(claim, told)


def _is_named_again(setting: Setting, claim: Claim, found: Found, before: Found, told: Claim) -> bool:
    """Whether the words overlap, count what was told ("the third strike"), or are the object of "repelled"."""
    scene = setting.scene
    numbered = any(0 <= found.first - m.after <= 1 for m in scene.all("ordinal")) and claim.count_low is None
    overlaps = found.first < before.after and before.first < found.after
    thwarted = "shoot_down" in (claim.event, told.event) and scene.cost(found, before) <= _THWARTED
    return numbered or overlaps or thwarted


def _agree(claim: Claim, told: Claim) -> bool:
    days = {one.from_ for one in (claim, told) if one.from_ is not None}
    targets = {one.target for one in (claim, told) if one.target is not None}
    strikes = {one.event in _STRIKES for one in (claim, told) if one.rule != "incident.attack_verb"}
    return len(days) < 2 and len(targets) < 2 and len(strikes) < 2


def _is_tally(claim: Claim) -> bool:
    """Whether a claim counts the attacks of a stretch of time: "150 attacks since mid-October"."""
    return claim.count_low is not None and claim.from_ is not None and claim.to is None
