"""Who strikes and who is hit."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from posture.extracting.patterns import Found, Mark
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.troops import owner_of, posture_force
from posture.extracting.whereabouts import known_base
from posture.model import Mention

KIND = "incident"
_STRUCK = 3  # words between an attack and those whom it hits: "attacks that targeted coalition forces"
_ACTS, _HOUSE = 5, 2


def striker_of(setting: Setting, found: Found) -> Mark | None:
    """The foreign force or country that strikes: an adjective of nation right by the word, or who carries it out."""
    scene = setting.scene
    arabic = "ء" <= scene.tokens[found.first].folded[:1] <= "ي"
    for mark in scene.all("nation", "force"):
        near = 0 <= mark.first - found.after <= 2 if arabic else 0 <= found.first - mark.after <= 3
        if near and scene.clauses[mark.first] == scene.clauses[found.first] and posture_force(setting, entity_of(mark)):
            on = any(token.folded in _ON for token in scene.tokens[found.after : mark.first])
            return mark if not (on or _preceded_by_on(scene, mark) or _is_passive(scene, mark, found)) else None
    if any((r.event == "strike" or r.id == "incident.attack_verb") and f is found for r, f in scene.found(KIND)):
        return _actor(setting, found)
    return None


def _actor(setting: Setting, found: Found) -> Mark | None:
    """The country or force that stands before the verb or the noun as its doer."""
    scene = setting.scene
    for mark in scene.all("country", "force", "institution"):
        acts = mark.first < found.first and scene.cost(mark, found) <= _ACTS
        if acts and posture_force(setting, entity_of(mark)) and not _preceded_by_on(scene, mark):
            return None if _is_passive(scene, mark, found) or _is_of_house(scene, mark) else mark
    return None


def _is_of_house(scene: Scene, mark: Mark) -> bool:
    """Whether a base or embassy follows, which is hit and hits nobody: "the US embassy"."""
    words = {form for token in scene.tokens[mark.after : mark.after + 3] for form in token.forms}
    houses = any(r.id in ("part.base", "part.embassy") and 0 <= f.first - mark.after <= _HOUSE
                 for r, f in scene.found("part"))  # fmt: skip
    return houses or not words.isdisjoint({"said", "says", "service", "official", "officials"})


def _is_passive(scene: Scene, mark: Mark, found: Found) -> bool:
    """Whether those named suffer what the verb says: "have been attacked", "تعرضت لهجوم"."""
    words = {form for token in scene.tokens[mark.after : found.after] for form in token.forms}
    before = {form for token in scene.tokens[max(0, mark.first - _VERB_FIRST) : mark.first] for form in token.forms}
    suffered = any(word.startswith(("تعرض", "يتعرض", "تتعرض")) for word in words | before)
    return suffered or not words.isdisjoint({"been", "were", "was", "being", "came", "come", "under"})


_VERB_FIRST = 4  # words between an Arabic verb and the last of its subjects: "تعرضت القوات الأميركية وقوات التحالف"
_ON = frozenset({"علي", "ضد", "on", "against", "استهدف", "استهدفت", "at", "في", "in", "عن", "من"})


def _preceded_by_on(scene: Scene, mark: Mark, *, back: int = 1) -> bool:
    return any(token.folded in _ON for token in scene.tokens[max(0, mark.first - back) : mark.first])


def target_of(setting: Setting, found: Found, striker: Mark | None) -> Mark | None:
    """The base, troops or embassy that is hit: a base by name first."""
    scene = setting.scene
    for slot, within in (("base", 14), ("force", 14)):
        near = [m for m in scene.all(slot) if m is not striker and scene.cost(found, m) <= within]
        if slot == "force":
            near = [m for m in near if posture_force(setting, entity_of(m)) and _is_hit(scene, found, m)]
        if near:
            return min(near, key=lambda m: scene.cost(found, m))
        if slot == "base" and (known := known_base(setting, found)) is not None:
            return known
    return _their_troops(setting, found)


def _their_troops(setting: Setting, found: Found) -> Mark | None:
    """Soldiers of somebody named before: "attacks on its forces"."""
    scene = setting.scene
    for mark in scene.all("soldiers"):
        hit = 0 <= mark.first - found.after <= _STRUCK and isinstance(mark.value, Mention)
        if hit and _preceded_by_on(scene, mark, back=2):
            entity = owner_of(setting, mark).entity
            named = cast("Mention", mark.value)
            return replace(mark, slot="force", value=replace(named, entity=entity)) if entity else None
    return None


def _is_hit(scene: Scene, found: Found, mark: Mark) -> bool:
    """Troops named after the attack are its target; named before it only when the verb says so ("were attacked")."""
    if mark.first >= found.after - 1 or found.first <= mark.first:
        return True
    victims = [f for r, f in scene.found("part") if r.id == "part.victims"]
    if any(scene.cost(f, mark) <= _STRUCK for f in victims):
        return True
    struck = any(0 <= mark.first - f.after <= _STRUCK for _, f in scene.found(KIND))
    return struck or _is_passive(scene, mark, found) or _at_bases(scene, mark)


def _at_bases(scene: Scene, mark: Mark) -> bool:
    """Whether troops are named as those whom bases house: "bases hosting American troops"."""
    return any(r.id == "part.base" and 0 <= mark.first - f.after <= 2 for r, f in scene.found("part"))
