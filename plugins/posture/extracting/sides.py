"""Who or what is hit: a base, an embassy, the troops."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from posture.extracting.bases_meant import known_base
from posture.extracting.patterns import Found, Mark
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.strikers import KIND, is_passive, of_speaker, preceded_by_on
from posture.extracting.subjects import is_arabic
from posture.extracting.troops import owner_of, posture_force
from posture.model import Mention

_STRUCK = 3  # words between an attack and those whom it hits: "attacks that targeted coalition forces"


def target_of(setting: Setting, found: Found, striker: Mark | None) -> Mark | None:
    """The base, troops or embassy that is hit: a base by name first."""
    scene = setting.scene
    one = len({entity_of(m) for m in scene.all("base")}) == 1
    for slot, within in (("base", 30 if one else 14), ("force", 18)):
        far = within + _VICTIMS if slot == "force" else within
        near = [m for m in scene.all(slot) if m is not striker and scene.cost(found, m) <= far]
        near = [m for m in near if scene.cost(found, m) <= within or _is_victim(scene, m)]
        near = [m for m in near if not (scene.is_answered(found, m) or _is_of_next(scene, found, m))]
        if slot == "force":
            near = [m for m in near if not any(0 <= s.found.first - m.after <= 1 for s in setting.speeches)]
            near = [m for m in near if posture_force(setting, entity_of(m)) and _is_hit(scene, found, m)]
        if near:
            return min(near, key=lambda m: scene.cost(found, m))
        house = _house(setting, found) if slot == "base" else None
        if house is not None:
            return house
        if slot == "base" and (known := known_base(setting, found)) is not None:
            return known
    return _their_troops(setting, found) or _their_positions(setting, found)


def _their_positions(setting: Setting, found: Found) -> Mark | None:
    """The country whose positions or interests are hit: "attacks against U.S. positions", هجوم على مواقع أميركية."""
    scene = setting.scene
    for mark in scene.all("nation", "country"):
        words = {token.folded for token in scene.tokens[found.after : mark.first]}
        gap = mark.first - found.after
        hit = (0 < gap <= _POSITIONS and not words.isdisjoint(_AT)) or (0 < gap <= _SITES and _is_owner(scene, mark))
        if hit and posture_force(setting, entity_of(mark)) and scene.clauses[mark.first] == scene.clauses[found.first]:
            return mark
    return None


_VICTIMS = 14  # words farther off in which soldiers who are killed or hurt are still those of the attack


def _is_victim(scene: Scene, mark: Mark) -> bool:
    """Whether soldiers are told to be killed or hurt: "led to the death of three American soldiers"."""
    fates = (f for r, f in scene.found("part") if r.id in ("part.killed", "part.wounded"))
    return any(0 <= mark.first - f.after <= _STRUCK or 0 <= f.first - mark.after <= 1 for f in fates)


_SITES = 8  # words between an attack and a base with the adjective of its nation: "missiles at two US bases"


def _is_owner(scene: Scene, mark: Mark) -> bool:
    """Whether the nation is that of a base or embassy beside: "US bases", "قاعدة عسكرية أمريكية"."""
    houses = [f for r, f in scene.found("part") if r.id in ("part.base", "part.embassy")]
    if is_arabic(scene, mark):
        return any(0 <= mark.first - f.after <= 1 for f in houses)
    return any(f.first == mark.after for f in houses)


_POSITIONS = 4  # words between an attack and whose positions it hits
_AT = frozenset({"علي", "ضد", "on", "against"})


_OBJECT = 3  # words between a verb and "another" that is its object: "shot down another near Harir"


def _house(setting: Setting, found: Found) -> Mark | None:
    """The embassy or consulate by name that is hit."""
    scene = setting.scene
    houses = {f.first for r, f in scene.found("part") if r.id == "part.embassy"}
    named = [m for m in scene.all("institution") if not houses.isdisjoint(range(m.first, m.after))]
    near = [m for m in named if 0 <= m.first - found.after <= _HOUSE_NEAR and posture_force(setting, entity_of(m))]
    return near[0] if near else None


_HOUSE_NEAR = 6  # words between an attack and the embassy that it hits


def _is_of_next(scene: Scene, found: Found, mark: Mark) -> bool:
    """Whether one more attack is told between the words and the name: "and on Tuesday two more over Harir"."""
    more = (f for r, f in scene.found("part") if r.id == "part.another")
    return any(found.after + _OBJECT <= f.first and f.after <= mark.first for f in more)


def _their_troops(setting: Setting, found: Found) -> Mark | None:
    """Soldiers of somebody named before: "attacks on its forces"."""
    scene = setting.scene
    for mark in scene.all("soldiers"):
        words = scene.tokens[mark.after : mark.after + 1]
        land = bool(words) and words[0].folded in {"بلاده", "بلادها", "بلادنا"}
        if land and mark.first < found.first and is_passive(scene, mark, found):
            return of_speaker(setting, found, mark.first, mark.after + 1)
        hit = 0 <= mark.first - found.after <= _STRUCK and isinstance(mark.value, Mention)
        if hit and preceded_by_on(scene, mark, back=2):
            entity = owner_of(setting, mark).entity
            named = cast("Mention", mark.value)
            return replace(mark, slot="force", value=replace(named, entity=entity)) if entity else None
    return None


def _is_hit(scene: Scene, found: Found, mark: Mark) -> bool:
    """Troops named after the attack are its target; named before it only when the verb says so ("were attacked")."""
    if mark.first > found.after and not scene.tokens[mark.first - 1].forms.isdisjoint(_OF_THEM):
        return False  # "… and ending the presence of coalition forces"
    if mark.first >= found.after - 1 or found.first <= mark.first:
        wanted = (f for _, f in scene.found("scope", "demanded"))
        return not any(found.after <= f.first < mark.first for f in wanted)  # "… تطالب بخروج القوات الأميركية"
    victims = [f for r, f in scene.found("part") if r.id == "part.victims"]
    if any(scene.cost(f, mark) <= _STRUCK for f in victims):
        return True
    struck = any(0 <= mark.first - f.after <= _STRUCK for _, f in scene.found(KIND))
    return struck or is_passive(scene, mark, found) or _at_bases(scene, mark)


_OF_THEM = frozenset(
    {"وجود", "انهاء", "انسحاب", "خروج", "مهمه", "بقاء", "سحب", "اخراج", "expel", "remove", "withdraw", "evict", "oust"}
)


def _at_bases(scene: Scene, mark: Mark) -> bool:
    """Whether troops are named as those whom bases house: "bases hosting American troops"."""
    return any(r.id == "part.base" and 0 <= mark.first - f.after <= 2 for r, f in scene.found("part"))
