"""With what an attack was made, which is how it is called: rocket_attack, drone_strike, airstrike."""

from __future__ import annotations

from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.scenes import Scene

_WEAPON = 10  # words between an attack and the weapon that it was made with
_WEAPONS = (
    ("part.missiles", "missile_attack"),
    ("part.rockets", "rocket_attack"),
    ("part.drones", "drone_attack"),
    ("part.mortars", "mortar_attack"),
)
_PARTS = {one for one, _ in _WEAPONS}
_NEEDED = {"weapon": _PARTS, "downed": _PARTS | {"part.aircraft"}}


def has_needed(scene: Scene, rule: Rule, found: Found) -> bool:
    """Whether the weapon or aircraft that the rule needs stands near the words."""
    return all(
        any(r.id in wanted and scene.cost(found, f) <= rule.reach for r, f in scene.found("part"))
        or (need == "downed" and _is_one_more(scene, rule, found))
        for need in rule.needs
        if (wanted := _NEEDED[need])
    )


def _is_one_more(scene: Scene, rule: Rule, found: Found) -> bool:
    """Whether "another", ثالثة stands for a drone that the sentence named before."""
    more = any(r.id == "part.another" and scene.cost(found, f) <= rule.reach for r, f in scene.found("part"))
    return more and any(r.id in _PARTS and f.first < found.first for r, f in scene.found("part"))


def counts_weapons(scene: Scene, mark: Mark) -> bool:
    """Whether a number counts rockets, drones or aircraft and not the attacks made with them."""
    things = _NEEDED["downed"]
    if any(found.first == mark.after and rule.id != "incident.weapon" for rule, found in scene.found("incident")):
        return False  # "20 drone attacks", "20 هجوما بطائرات"
    return any(r.id in things and 0 <= f.first - mark.after <= 1 for r, f in scene.found("part"))


def event_of(scene: Scene, rule: Rule, found: Found, *, by_force: bool) -> str:
    """The kind of incident; `by_force` when a state's force made it, whose attacks are strikes."""
    if rule.event in ("shoot_down", "bombing"):
        return rule.event
    near = [
        (scene.cost(found, f) + (1 if f.first < found.first else 0), event)
        for part, event in _WEAPONS
        for r, f in scene.found("part")
        if r.id == part and scene.cost(found, f) <= _WEAPON
    ]
    weapon = min(near, key=lambda one: one[0])[1] if near else _of_them(scene, found)
    struck = (rule.event == "strike" and not _is_verb(scene, found)) or (rule.event == "attack" and by_force)
    if struck and weapon == "drone_attack":
        return "drone_strike"
    if struck and weapon is None and _is_air(scene, found):
        return "airstrike"
    if struck:
        return "strike"
    return weapon or "attack"


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


def _is_air(scene: Scene, found: Found) -> bool:
    if scene.tokens[found.first].folded.lstrip("و").startswith(("airstrike", "air-strike", "غار", "الغار")):
        return True
    return any(r.id == "part.aircraft" and scene.cost(found, f) <= 1 for r, f in scene.found("part"))
