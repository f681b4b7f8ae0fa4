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
from posture.extracting.scope import colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.sides import KIND, striker_of, target_of
from posture.extracting.troops import posture_force
from posture.extracting.whereabouts import place_near
from posture.model import Claim

_SAME = 25  # words within which two phrases tell one incident
_WEAPON = 10
_AT_HOUSE = 10
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
        striker = striker_of(setting, found) if rule.event in ("strike", "attack") else None
        if rule.event == "strike" and striker is None and not target_of(setting, found, None):
            continue
        target = target_of(setting, found, striker)
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


def _same(setting: Setting, claim: Claim, found: Found, other: tuple[str, Found, Claim]) -> bool:
    _, before, told = other
    if setting.scene.cost(found, before) > _SAME:
        return False
    if _is_tally(told) != _is_tally(claim) and told.from_ != claim.from_ and (claim.from_ or claim.casualties):
        return False  # one attack and the tally of all of them
    if (claim.modality == "denied") != (told.modality == "denied"):
        return False  # one side denies what the other tells
    if claim.event == "shoot_down" or told.event == "shoot_down":
        return claim.event == told.event
    days = {one.from_ for one in (claim, told) if one.from_ is not None}
    targets = {one.target for one in (claim, told) if one.target is not None}
    strikes = {one.event in _STRIKES for one in (claim, told) if one.rule != "incident.attack_verb"}
    return len(days) < 2 and len(targets) < 2 and len(strikes) < 2


def _is_tally(claim: Claim) -> bool:
    """Whether a claim counts the attacks of a stretch of time: "150 attacks since mid-October"."""
    return claim.count_low is not None and claim.from_ is not None and claim.to is None


_STRIKES = frozenset({"strike", "airstrike", "drone_strike", "assassination"})


def _claim(setting: Setting, rule: Rule, found: Found, striker: Mark | None, target: Mark | None) -> Claim | None:
    scene = setting.scene
    count = _count(scene, found)
    day_mark = _day(setting, found)
    place, where, sure = place_near(setting, found, bases=False, within=16, inherit=False)
    casualties, dead = casualties_near(scene, found, reach=30)
    based = (target is not None and target.slot == "base") or _at_embassy(setting, found)
    event = _event(scene, rule, found, by_force=striker is not None)
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
        if from_ is None and "weekday" in moment.rule and moment.to is not None:
            from_, to = moment.to, moment.to  # "before dawn on Thursday" is on Thursday
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


def _day(setting: Setting, found: Found) -> Mark | None:
    """When it happened. A stretch that ends after the article ("second attack in a day") dates nothing."""
    mark = when(setting.scene, found, within=16, done=True)
    begins = first_day(moment_of(mark)) if mark is not None else None
    ahead = begins is not None and setting.day is not None and begins > setting.day
    return None if ahead and colour_of(setting.scene, found).modality == "asserted" else mark


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
    for rule, tally in scene.found("part"):
        if rule.id == "part.tally" and tally.first <= found.first < tally.after:
            return tally.slots["count"]
    for mark in scene.all("count"):
        if not is_head_count(mark):
            continue
        times = mark.after < len(scene.tokens) and scene.tokens[mark.after].folded in {"times", "مره", "مرات"}
        if 0 <= found.first - mark.after <= 1 and scene.clauses[mark.first] == scene.clauses[found.first]:
            return mark
        if times and scene.cost(mark, found) <= 8:
            return mark
    return None


def _is_verb(scene: Scene, found: Found) -> bool:
    """Whether "strike" is what weapons do: "Rockets strike base"."""
    before = scene.tokens[found.first - 1].folded if found.first else ""
    return scene.tokens[found.first].folded == "strike" and before in {"rockets", "drones", "missiles", "mortars"}


def _event(scene: Scene, rule: Rule, found: Found, *, by_force: bool) -> str:
    if rule.event in ("shoot_down", "bombing"):
        return rule.event
    near = [
        (scene.cost(found, f) + (1 if f.first < found.first else 0), event)
        for part, event in _WEAPONS
        for r, f in scene.found("part")
        if r.id == part and scene.cost(found, f) <= _WEAPON
    ]
    weapon = min(near, key=lambda one: one[0])[1] if near else None
    struck = (rule.event == "strike" and not _is_verb(scene, found)) or (rule.event == "attack" and by_force)
    if struck and weapon == "drone_attack":
        return "drone_strike"
    if struck and weapon is None and _is_air(scene, found):
        return "airstrike"
    if struck:
        return "strike"
    return weapon or "attack"


def _is_air(scene: Scene, found: Found) -> bool:
    if scene.tokens[found.first].folded.lstrip("و").startswith(("airstrike", "air-strike", "غار", "الغار")):
        return True
    return any(r.id == "part.aircraft" and scene.cost(found, f) <= 1 for r, f in scene.found("part"))
