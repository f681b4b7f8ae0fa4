"""Attacks told only by their signs: rockets, a drone or the dead at a base, without a verb or noun of attack."""

from __future__ import annotations

from posture.extracting.patterns import Found
from posture.extracting.phrases import Rule
from posture.extracting.scenes import entity_of
from posture.extracting.scope import colour_of
from posture.extracting.settings import Setting
from posture.extracting.troops import posture_force

AT_HOUSE = 10  # words between an attack and the base or embassy where it happens
_FAR = 30  # words between the signs and their day


def is_sign(rule: Rule) -> bool:
    """Whether the words tell an attack only where no verb or noun of attack does: a weapon, or the dead, at a base."""
    return rule.id in ("incident.weapon", "incident.toll")


def is_plain(setting: Setting, found: Found) -> bool:
    """Whether a weapon or the dead at a base can only mean an attack: dated, affirmed, not the troops' own weapons."""
    scene = setting.scene
    owners = [m for m in scene.all("nation", "force", "country") if posture_force(setting, entity_of(m))]
    houses = [f for r, f in scene.found("part") if r.id == "part.base" and scene.cost(found, f) <= AT_HOUSE]
    near = [m for m in scene.all("base") if scene.cost(found, m) <= AT_HOUSE] or (houses and owners)
    arabic = "ء" <= scene.tokens[found.first].folded[:1] <= "ي"
    owned = any(m.first == found.after if arabic else 0 <= found.first - m.after <= 1 for m in owners)
    colour = colour_of(scene, found)
    dated = any(scene.cost(found, m) <= _FAR for m in scene.all("moment"))
    plain = colour.polarity == "affirmed" and colour.modality == "asserted"
    return bool(near or at_house(setting, found)) and dated and plain and not owned


def at_house(setting: Setting, found: Found) -> bool:
    """Whether an embassy or consulate of a coalition country is hit."""
    scene = setting.scene
    houses = [f for r, f in scene.found("part") if r.id == "part.embassy" and scene.cost(found, f) <= AT_HOUSE]
    owners = [m for m in scene.all("nation", "country") if posture_force(setting, entity_of(m))]
    return any(scene.cost(house, owner) <= 2 for house in houses for owner in owners)
