"""Attacks told only by their signs: rockets, a drone or the dead at a base, without a verb or noun of attack."""

from __future__ import annotations

from posture.extracting.patterns import Found
from posture.extracting.phrases import Rule
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.scope import colour_of
from posture.extracting.settings import Setting
from posture.extracting.troops import posture_force

AT_HOUSE = 10  # words between an attack and the base or embassy where it happens
_FAR = 60  # words between the signs and their day


def is_sign(rule: Rule) -> bool:
    """Whether the words tell an attack only where no verb or noun of attack does: a weapon, or the dead, at a base."""
    return rule.id in ("incident.weapon", "incident.toll", "incident.blast", "incident.again")


def is_plain(setting: Setting, rule: Rule, found: Found) -> bool:
    """Whether a weapon or the dead at a base can only mean an attack: dated, affirmed, not the troops' own weapons."""
    if rule.id == "incident.again":
        return True  # it is told only where it means the last attack
    scene = setting.scene
    owners = [m for m in scene.all("nation", "force", "country") if posture_force(setting, entity_of(m))]
    houses = [f for r, f in scene.found("part") if r.id == "part.base" and scene.cost(found, f) <= AT_HOUSE]
    near = [m for m in scene.all("base") if scene.cost(found, m) <= AT_HOUSE] or (houses and owners)
    arabic = "ء" <= scene.tokens[found.first].folded[:1] <= "ي"
    owned = any(m.first == found.after if arabic else 0 <= found.first - m.after <= 1 for m in owners)
    colour = colour_of(scene, found)
    dated = any(scene.cost(found, m) <= _FAR for m in scene.all("moment"))
    plain = colour.polarity == "affirmed" and colour.modality == "asserted"
    if rule.id == "incident.weapon" and plain and _has_victims(scene, found):
        return True
    return bool(near or at_house(setting, found)) and dated and plain and not owned


def _has_victims(scene: Scene, found: Found) -> bool:
    """Whether somebody was killed or hurt by the weapon: "killed Sunday by a drone", "قتلوا بمسيرة"."""
    fates = [f for r, f in scene.found("part") if r.id in ("part.killed", "part.wounded")]
    return any(scene.cost(found, f) <= _BY and (f.first > found.first or _is_by(scene, f, found)) for f in fates)


def _is_by(scene: Scene, fate: Found, found: Found) -> bool:
    between = scene.tokens[fate.after : found.first]
    joined = scene.tokens[found.first].folded.startswith(("ب", "ل"))
    return joined or any(token.folded in _MEANS or token.folded.startswith("بطائر") for token in between)


_BY = 9  # words between the victims' fate and the weapon
_MEANS = frozenset({"by", "in", "when", "from", "جراء", "في", "اثر", "بواسطه", "نتيجه", "بسبب"})


def at_house(setting: Setting, found: Found) -> bool:
    """Whether an embassy or consulate of a coalition country is hit."""
    scene = setting.scene
    houses = [f for r, f in scene.found("part") if r.id == "part.embassy" and scene.cost(found, f) <= AT_HOUSE]
    owners = [m for m in scene.all("nation", "country") if posture_force(setting, entity_of(m))]
    return any(scene.cost(house, owner) <= 2 for house in houses for owner in owners)
