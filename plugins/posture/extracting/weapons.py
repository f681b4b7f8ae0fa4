"""With what an attack was made, which is how it is called: rocket_attack, drone_strike, airstrike."""

from __future__ import annotations

from collections.abc import Sequence

from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.scenes import Scene
from posture.extracting.settings import Setting
from posture.model import Evidence

_FAR = 30
_WEAPON = 18  # words between an attack and the weapon that it was made with
_BEFORE = 4  # what follows a verb of attack is rather its weapon than what stands before
_WEAPONS = (
    ("part.missiles", "missile_attack"),
    ("part.rockets", "rocket_attack"),
    ("part.drones", "drone_attack"),
    ("part.mortars", "mortar_attack"),
)
_PARTS = {one for one, _ in _WEAPONS}
ATTACKS = frozenset({"attack", "bombing", *(event for _, event in _WEAPONS)})
STRIKES = frozenset({"strike", "airstrike", "drone_strike"})
_ALIKE = ({"rocket_attack", "missile_attack"}, {"drone_strike", "airstrike"})
_NEEDED = {"weapon": _PARTS, "downed": _PARTS | {"part.aircraft"}}


def is_like(one: str | None, other: str | None) -> bool:
    """Whether two words can be said of one incident: rockets and missiles are often not told apart."""
    wide = (one == "attack" and other in ATTACKS) or (one == "strike" and other in STRIKES)
    wide = wide or (other == "attack" and one in ATTACKS) or (other == "strike" and one in STRIKES)
    return one == other or wide or any({one, other} == pair for pair in _ALIKE)


def is_weapon(scene: Scene, at: int) -> bool:
    """Whether a word is, or is part of, a weapon or aircraft."""
    return any(r.id in _NEEDED["downed"] and f.first <= at < f.after for r, f in scene.found("part"))


def has_needed(setting: Setting, rule: Rule, found: Found) -> bool:
    """Whether the weapon or aircraft that the rule needs stands near the words."""
    scene = setting.scene
    return all(
        any(
            r.id in wanted
            and not _is_launcher(scene, f)
            and (scene.cost(found, f) <= rule.reach or _is_subject(scene, f, found))
            for r, f in scene.found("part")
        )
        or (need == "downed" and _is_one_more(setting, rule, found))
        for need in rule.needs
        if (wanted := _NEEDED[need])
    )


def _is_launcher(scene: Scene, arms: Found) -> bool:
    """Whether what was destroyed is that from which rockets are fired: "منصة صواريخ", "a rocket launcher"."""
    beside = (*scene.tokens[max(0, arms.first - 1) : arms.first], *scene.tokens[arms.after : arms.after + 1])
    return any(form.startswith(("منص", "راجم", "launch")) and form != "launched" for t in beside for form in t.forms)


def _is_subject(scene: Scene, arms: Found, found: Found) -> bool:
    """Whether weapons named long before are what is told of: "A drone, on Thursday, was shot down", "missiles that"."""
    before = scene.tokens[found.first - 1].folded if found.first else ""
    passive = before in _PASSIVE and 0 < found.first - arms.after <= _LONG
    following = scene.tokens[arms.after].folded if arms.after < found.first else ""
    return passive or (following in {"that", "which", "التي", "الذي"} and found.first - arms.after <= _RELATIVE)


_PASSIVE = frozenset({"was", "were", "been", "being"})
_LONG, _RELATIVE = 30, 8  # words between weapons and what was done to, or with, them


def _is_one_more(setting: Setting, rule: Rule, found: Found) -> bool:
    """Whether "another", ثالثة stands for a drone that was named before, in the sentence or in the article."""
    scene, last = setting.scene, setting.memory.incident
    more = any(r.id == "part.another" and scene.cost(found, f) <= rule.reach for r, f in scene.found("part"))
    named = any(r.id in _PARTS and f.first < found.first for r, f in scene.found("part"))
    return more and (named or (last is not None and last.event in ("drone_attack", "rocket_attack", "shoot_down")))


def counts_weapons(scene: Scene, mark: Mark) -> bool:
    """Whether a number counts rockets, drones or aircraft and not the attacks made with them."""
    things = _NEEDED["downed"]
    if any(found.first == mark.after and rule.id != "incident.weapon" for rule, found in scene.found("incident")):
        return False  # "20 drone attacks", "20 هجوما بطائرات"
    return any(r.id in things and (0 <= f.first - mark.after <= 1 or mark.first <= f.first < mark.after)
               for r, f in scene.found("part"))  # fmt: skip


def event_of(
    setting: Setting, rule: Rule, found: Found, *, by_force: bool, on_force: bool
) -> tuple[str, list[Evidence]]:
    """The kind of incident, with the weapon that says so; `by_force` when a state's force made it, `on_force` when the
    troops are hit: what a state does is a strike, what is done to the troops an attack."""
    scene = setting.scene
    if rule.event in ("shoot_down", "bombing", "crash", "accident", "explosion"):
        return str(rule.event), []
    near = sorted(
        (
            (scene.cost(found, f) + (_BEFORE if f.first < found.first else 0), f.first - f.after, event, f)
            for part, event in _WEAPONS
            for r, f in scene.found("part")
            if r.id == part and _is_made_with(scene, found, f)
        ),
        key=lambda one: one[:3],
    )
    weapon = _weapon(scene, [one[2:] for one in near]) if near else _of_them(scene, found)
    arms = [scene.evidence("weapon", scene.span_of(near[0][3].first, near[0][3].after))] if near else []
    struck = (rule.event == "strike" and not _is_verb(scene, found)) or (rule.event == "attack" and by_force)
    struck = struck or (weapon is None and not on_force and _is_flown(scene, found))
    last = setting.memory.incident
    again = scene.tokens[found.first].folded.lstrip("والب").startswith(("strike", "ضرب")) and not _is_air(scene, found)
    again = (
        again
        and not is_plural(scene, found)
        and not by_force
        and last is not None
        and last.event in ATTACKS
        and is_definite(scene, found)
    )
    if struck and (by_force or not (on_force or again or weapon in _THROWN)):
        air = "airstrike" if _is_air(scene, found) else "strike"
        return ("drone_strike" if weapon == "drone_attack" else air), arms
    return weapon or "attack", arms


def _is_made_with(scene: Scene, found: Found, arms: Found) -> bool:
    """Whether a weapon stands near the attack, or farther off where no other attack is told nearer to it."""
    cost = scene.cost(found, arms)
    others = (f for r, f in scene.found("incident") if r.id not in ("incident.weapon", "incident.toll"))
    alone = all(scene.cost(f, arms) >= cost for f in others if f.first != found.first)
    return cost <= _WEAPON or (cost <= _FAR and alone)


_THROWN = frozenset({"rocket_attack", "mortar_attack", "missile_attack"})


def _weapon(scene: Scene, near: Sequence[tuple[str, Found]]) -> str:
    """The weapon of an attack: the nearest, none where several are listed, ballistic missiles before rockets."""
    event, found = near[0]
    for other, more in near[1:]:
        first, last = sorted((found, more), key=lambda f: f.first)
        joined = last.first - first.after <= 1 and scene.tokens[last.first].folded.startswith("و")
        joined = joined or any(
            token.folded in {"and", "or", "و", "او"} for token in scene.tokens[first.after : last.first]
        )
        if joined and last.first - first.after <= _LISTED and other != event:
            return "missile_attack" if {event, other} == {"missile_attack", "rocket_attack"} else "attack"
        if {event, other} == {"missile_attack", "rocket_attack"} and first.first <= last.first < first.after:
            return "missile_attack"
    return event


_LISTED = 4  # words between two weapons of a list


def _of_them(scene: Scene, found: Found) -> str | None:
    """The weapons named before, some of which hit: "fired 16 missiles, 11 of which struck"."""
    some = any(
        token.folded in {"which", "them", "منها", "منهم"}
        for token in scene.tokens[max(0, found.first - 4) : found.first]
    )
    before = [e for part, e in _WEAPONS for r, f in scene.found("part") if r.id == part and f.first < found.first]
    return before[0] if some and before else None


def _is_verb(scene: Scene, found: Found) -> bool:
    """Whether "strike" is what weapons do: "Rockets strike base"."""
    before = scene.tokens[found.first - 1].folded if found.first else ""
    return scene.tokens[found.first].folded == "strike" and before in {"rockets", "drones", "missiles", "mortars"}


def _is_flown(scene: Scene, found: Found) -> bool:
    """Whether aircraft did it, which only states have: "a gunship struck", قصفت مقاتلات."""
    planes = (f for r, f in scene.found("part") if r.id == "part.aircraft")
    return any(0 <= found.first - f.after <= 1 or f.first == found.after for f in planes)


def _is_air(scene: Scene, found: Found) -> bool:
    if scene.tokens[found.first].folded.lstrip("و").startswith(("airstrike", "air-strike", "غار", "الغار")):
        return True
    return any(r.id == "part.aircraft" and scene.cost(found, f) <= 2 for r, f in scene.found("part"))


def is_definite(scene: Scene, found: Found) -> bool:
    """Whether the noun is spoken of as known: "the strike", "those raids", الغارات."""
    before = scene.tokens[max(0, found.first - 3) : found.first]
    known = scene.tokens[found.first].folded.lstrip("وفبل").startswith("ال") or scene.tokens[found.first].folded == "it"
    return known or any(token.folded in {"the", "those", "these", "that", "this"} for token in before)


def is_plural(scene: Scene, found: Found) -> bool:
    """Whether the noun is in the plural: "attacks", هجمات."""
    token = scene.tokens[found.after - 1]
    first = scene.tokens[found.first].forms
    return not first.isdisjoint(_PLURALS) or token.folded.endswith(("s", "ات", "اتهم", "اتها", "اته"))


_PLURALS = frozenset({"عبوات", "سيارات", "تفجيرات", "ieds"})
