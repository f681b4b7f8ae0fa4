"""Who claims to have made an attack: "the group claimed responsibility for the attack", «تبنت السرايا الهجوم»."""

from __future__ import annotations

from posture.extracting.patterns import Found, Mark
from posture.extracting.scenes import entity_of
from posture.extracting.settings import Setting
from posture.extracting.subjects import is_arabic

_BEHIND = 14  # words between the claim and the attack that is claimed
_GROUP = 4  # words between the verb and the group that claims


def claimant_of(setting: Setting, found: Found) -> tuple[str | None, Mark | None] | None:
    """The armed group that claims the attack at `found`, as its speaker; None when none does."""
    scene = setting.scene
    for rule, words in scene.found("part"):
        if rule.id != "part.claimed" or not 0 <= found.first - words.after <= _BEHIND:
            continue
        arabic = is_arabic(scene, words)
        for mark in scene.all("group"):
            gap = mark.first - words.after if arabic else words.first - mark.after
            if 0 <= gap <= _GROUP:
                return entity_of(mark), mark
    return None
