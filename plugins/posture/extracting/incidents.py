"""Attacks on the troops, strikes by them, drones shot down: what, on whom, where, when, with how many dead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from posture.extracting.casualties import casualties_near
from posture.extracting.counts import bounds_of, is_head_count
from posture.extracting.days import first_day, is_ahead, last_day, moment_of, since, when
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.troops import posture_force
from posture.extracting.whereabouts import place_near
from posture.model import Claim

KIND = "incident"
_SAME = 25  # words within which two phrases tell one incident
_WEAPON = 10
_AT_HOUSE = 10
_STRUCK = 3  # words between an attack and those whom it hits: "attacks that targeted coalition forces"
_WEAPONS = (
    ("part.missiles", "missile_attack"),
    ("part.rockets", "rocket_attack"),
    ("part.drones", "drone_attack"),
    ("part.mortars", "mortar_attack"),
)


def incidents_in(setting: Setting) -> Iterator[Claim]:
    """The incidents that a sentence tells. One told in general, without day, number, base or verb, is none."""
    scene = setting.scene
    told: list[tuple[str, Found, Claim]] = []
    counted = {found.first for _, found in scene.found(KIND) if _count(scene, found) is not None}
    # A phrase with a number of attacks tells more than the same attacks named without one.
    for rule, found in sorted(scene.found(KIND), key=lambda one: (one[1].first not in counted, one[1].first)):
        if not _has_needed(scene, rule, found) or _is_of_something_else(scene, found):
            continue
        striker = _striker(setting, found) if rule.event in ("strike", "attack") else None
        if rule.event == "strike" and striker is None and not _target(setting, found, None):
            continue
        target = _target(setting, found, striker)
        claim = _claim(setting, rule, found, striker, target)
        if claim is None or any(_same(setting, claim, found, other) for other in told):
            continue
        told.append((rule.event or "", found, claim))
        yield claim


def _has_needed(scene: Scene, rule: Rule, found: Found) -> bool:
    parts = {"weapon": {one for one, _ in _WEAPONS}, "downed": {one for one, _ in _WEAPONS} | {"part.aircraft"}}
    for need in rule.needs:
        wanted = parts[need]
        if not any(r.id in wanted and scene.cost(found, f) <= rule.reach for r, f in scene.found("part")):
            return False
    return True


def _is_of_something_else(scene: Scene, found: Found) -> bool:
    """An attack that is threatened, feared or talked of is no incident."""
    for rule, other in scene.found("statement"):
        if rule.event in ("attacks", "link_to_attacks", "condemnation") and other.first <= found.first < other.after:
            return rule.event != "condemnation"
    return False


def _striker(setting: Setting, found: Found) -> Mark | None:
    """The foreign force or country that strikes: an adjective of nation right by the word, or who carries it out."""
    scene = setting.scene
    arabic = "ء" <= scene.tokens[found.first].folded[:1] <= "ي"
    for mark in scene.all("nation", "force"):
        near = 0 <= mark.first - found.after <= 2 if arabic else 0 <= found.first - mark.after <= 3
        if near and scene.clauses[mark.first] == scene.clauses[found.first] and posture_force(setting, entity_of(mark)):
            return mark if not _preceded_by_on(scene, mark) and not _is_passive(scene, mark, found) else None
    if any(rule.event == "strike" and f is found for rule, f in scene.found(KIND)):
        for mark in scene.all("country", "force", "institution"):
            acts = scene.cost(mark, found) <= 5 and mark.first < found.first
            if acts and posture_force(setting, entity_of(mark)) and not _preceded_by_on(scene, mark):
                return mark
    return None


def _is_passive(scene: Scene, mark: Mark, found: Found) -> bool:
    """Whether those named suffer what the verb says: "have been attacked", "تعرضت لهجوم"."""
    words = {form for token in scene.tokens[mark.after : found.after] for form in token.forms}
    suffered = any(word.startswith(("تعرض", "يتعرض", "تتعرض")) for word in words)
    return suffered or not words.isdisjoint({"been", "were", "was", "being", "came", "come", "under"})


_ON = frozenset({"علي", "ضد", "on", "against", "استهدف", "استهدفت", "at", "في", "in", "عن", "من"})


def _preceded_by_on(scene: Scene, mark: Mark) -> bool:
    return mark.first > 0 and scene.tokens[mark.first - 1].folded in _ON


def _target(setting: Setting, found: Found, striker: Mark | None) -> Mark | None:
    """The base, troops or embassy that is hit: a base by name first."""
    scene = setting.scene
    for slot, within in (("base", 14), ("force", 14)):
        near = [m for m in scene.all(slot) if m is not striker and scene.cost(found, m) <= within]
        if slot == "force":
            near = [m for m in near if posture_force(setting, entity_of(m)) and _is_hit(scene, found, m)]
        if near:
            return min(near, key=lambda m: scene.cost(found, m))
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


def _same(setting: Setting, claim: Claim, found: Found, other: tuple[str, Found, Claim]) -> bool:
    _, before, told = other
    if setting.scene.cost(found, before) > _SAME:
        return False
    if claim.event == "shoot_down" or told.event == "shoot_down":
        return claim.event == told.event
    days = {one.from_ for one in (claim, told) if one.from_ is not None}
    targets = {one.target for one in (claim, told) if one.target is not None}
    strikes = {one.event in _STRIKES for one in (claim, told) if one.rule != "incident.attack_verb"}
    return len(days) < 2 and len(targets) < 2 and len(strikes) < 2


_STRIKES = frozenset({"strike", "airstrike", "drone_strike", "assassination"})


def _claim(setting: Setting, rule: Rule, found: Found, striker: Mark | None, target: Mark | None) -> Claim | None:
    scene = setting.scene
    count = _count(scene, found)
    day_mark = when(scene, found, within=16, done=True)
    place, where, sure = place_near(setting, found, bases=False, within=16, inherit=False)
    casualties, dead = casualties_near(scene, found, reach=30)
    based = (target is not None and target.slot == "base") or _at_embassy(setting, found)
    event = _event(scene, rule, found)
    verb = rule.id in ("incident.attack_verb", "incident.fire", "incident.shoot_down", "incident.bomb") or _done(
        scene, found
    )
    if (
        target is None
        and striker is None
        and not based
        and not (_at_home(setting, place) and (day_mark or count) and event != "attack")
    ):
        return None
    if not (verb or count or day_mark or casualties or based):
        return None
    fields: dict[str, Any] = bounds_of(count) if count is not None else {}
    evidence = [scene.evidence("count", count.span)] if count is not None else []
    evidence += [scene.evidence("target", target.span)] if target is not None else []
    evidence += [scene.evidence("force", striker.span)] if striker is not None else []
    evidence += [*where, *dead]
    as_of, from_, to = setting.day, None, None
    if day_mark is not None:
        moment = moment_of(day_mark)
        from_, to = first_day(moment), None if since(scene, day_mark) else last_day(moment)
        as_of = to if to is not None and not is_ahead(moment, setting.day) else setting.day
        evidence.append(scene.evidence("from", day_mark.span))
    return make_claim(
        setting,
        "incident",
        rule,
        found,
        evidence=evidence,
        sure=sure if target is not None or striker is not None else 0.85,
        event=event,
        force=posture_force(setting, entity_of(striker)) if striker is not None else None,
        target=_target_id(setting, target),
        place=place or (_land_of(setting, target) if target is not None else None),
        casualties=casualties,
        as_of=as_of,
        from_=from_,
        to=to,
        **fields,
    )


def _at_embassy(setting: Setting, found: Found) -> bool:
    """Whether an embassy or consulate of a coalition country is hit."""
    scene = setting.scene
    houses = [f for r, f in scene.found("part") if r.id == "part.embassy" and scene.cost(found, f) <= _AT_HOUSE]
    owners = [m for m in scene.all("nation", "country") if posture_force(setting, entity_of(m))]
    return any(scene.cost(house, owner) <= 2 for house in houses for owner in owners)


def _at_home(setting: Setting, place: str | None) -> bool:
    """Whether the place lies where the troops are: Iraq, its region, Syria, Jordan, Kuwait."""
    entry = setting.lexicon.entry(place) if place is not None else None
    hosts = {"iraq", "syria", "jordan", "kuwait", "kurdistan_region"}
    return place in hosts or (entry is not None and (entry.country in hosts or entry.part_of in hosts))


def _target_id(setting: Setting, target: Mark | None) -> str | None:
    entity = entity_of(target)
    return setting.phrases.capitals.get(entity, entity) if entity is not None else None


def _land_of(setting: Setting, target: Mark | None) -> str | None:
    entry = setting.lexicon.entry(entity_of(target) or "")
    return entry.country if entry is not None else None


_DOING = (
    "نفذ",
    "شن",
    "تشن",
    "تنفيذ",
    "وقع",
    "تعرض",
    "سلسله",
    "موجه",
    "carried",
    "launched",
    "conducted",
    "hit",
    "series",
    "wave",
)


def _done(scene: Scene, found: Found) -> bool:
    """Whether a verb of doing stands before the noun: "carried out attacks", "شنت هجوما"."""
    before = scene.tokens[max(0, found.first - 9) : found.first]
    after = scene.tokens[found.after : found.after + 2]
    return any(form.startswith(_DOING) for token in (*before, *after) for form in token.forms)


def _count(scene: Scene, found: Found) -> Mark | None:
    """How many incidents: "150 attacks", "attacked at least 46 times"; "two drones" counts drones."""
    for mark in scene.all("count"):
        if not is_head_count(mark):
            continue
        times = mark.after < len(scene.tokens) and scene.tokens[mark.after].folded in {"times", "مره", "مرات"}
        if 0 <= found.first - mark.after <= 1 and scene.clauses[mark.first] == scene.clauses[found.first]:
            return mark
        if times and scene.cost(mark, found) <= 8:
            return mark
    return None


def _event(scene: Scene, rule: Rule, found: Found) -> str:
    if rule.event in ("shoot_down", "bombing"):
        return rule.event
    near = [
        (scene.cost(found, f) + (1 if f.first < found.first else 0), event)
        for part, event in _WEAPONS
        for r, f in scene.found("part")
        if r.id == part and scene.cost(found, f) <= _WEAPON
    ]
    weapon = min(near, key=lambda one: one[0])[1] if near else None
    struck = rule.event == "strike"
    if struck and weapon == "drone_attack":
        return "drone_strike"
    if struck and weapon is None and _is_air(scene, found):
        return "airstrike"
    return rule.event or "attack" if struck or weapon is None else weapon


def _is_air(scene: Scene, found: Found) -> bool:
    if scene.tokens[found.first].folded.lstrip("و").startswith(("airstrike", "air-strike", "غار", "الغار")):
        return True
    return any(r.id == "part.aircraft" and scene.cost(found, f) <= 1 for r, f in scene.found("part"))
