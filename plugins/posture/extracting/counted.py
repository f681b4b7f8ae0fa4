"""Numbers of troops that no phrase names: what they count and what was counted before tell whose they are."""

from __future__ import annotations

from typing import Any

from posture.extracting.counts import quantity_of
from posture.extracting.heads import head_of
from posture.extracting.patterns import Found, Mark
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.troops import REMEMBERED, Troops, country_of, force_named, owner_of, posture_force

_LEAST = 20  # a smaller number with nothing behind it is rarely one of troops
_FEW = frozenset({"from", "to", "below", "under", "against", "versus", "with", "than", "at", "exceeds", "exceed", "was"}
    | {"or", "just", "some", "about", "around", "nearly", "roughly", "almost", "of", "high", "peak", "low", "is", "are", "were", "the"}
    | {"stood", "stands", "reached", "reaching", "total", "totals", "figure", "has", "have", "had", "hosts", "houses"}
    | {"keeps", "holds", "including", "among", "for"})  # fmt: skip
_CUES = _FEW | frozenset(
    """الي من مقابل مقارنه بالغ بالغه نحو حوالي قرابه زهاء عند عن كان هو وهو وهي حدود يناهز يبلغ تبلغ بلغ بلغت
    يتجاوز يتعدي دون بواقع رقم عدد اقصاه منهم منها بينهم بينها يضم تضم تستضيف فيها فيه""".split()
)


def troops_counted(setting: Setting, count: Mark) -> Troops | None:
    """Whose the soldiers are that stand right behind a number, with whatever adjectives between."""
    head = head_of(setting.scene, count)
    apposed = _apposed(setting.scene, count)
    if apposed is not None and head.kind == "nothing":
        troops = force_named(setting, apposed) if apposed.slot == "force" else owner_of(setting, apposed)
        return troops if troops.entity else None
    if head.kind == "soldiers" and head.mark is not None:
        if head.mark.slot == "force":
            return force_named(setting, head.mark)
        troops = owner_of(setting, head.mark)
        return troops if troops.entity or troops.mark else None
    if _size(count) < _LEAST or not _is_military(setting.scene):
        return None
    if head.kind == "nation" and head.mark is not None:
        return force_named(setting, head.mark)
    if head.kind == "people":
        troops = owner_of(setting, count)
        return troops if troops.entity else None
    return None


def _apposed(scene: Scene, count: Mark) -> Mark | None:
    """The soldiers right before a number with the article: «جنودها الـ120», «جنودها الأربعون»."""
    own = scene.tokens[count.first]
    before = count.first - 1
    definite = own.folded.startswith("ال") and len(own.folded) > 3
    if before >= 0 and scene.tokens[before].folded == "ال":
        before, definite = before - 1, True
    if not definite or own.stop:
        return None
    ends = [m for at in range(max(0, before - 3), before + 1) for m in scene.marks.get(at, ()) if m.after == before + 1]
    named = [m for slot in ("force", "soldiers") for m in ends if m.slot == slot]
    return named[0] if named else None


def _size(count: Mark) -> float:
    quantity = quantity_of(count)
    known = [n for n in (quantity.high, quantity.low, quantity.value) if n is not None]
    return known[0] if known else 0


def troops_unsaid(setting: Setting, count: Mark, told: dict[Mark, Troops]) -> Troops | None:
    """Those of the number before, or of the force whose number the sentence is about: "down from 5,200"."""
    scene = setting.scene
    if head_of(scene, count).kind != "nothing":
        return None
    before = [mark for mark in told if mark.first < count.first]
    holder = _holder(setting, count)
    if holder is not None and before:
        return holder
    if before and _is_cued(scene, count):
        return told[max(before, key=lambda mark: mark.first)]
    parts = {r.id for r, _ in scene.found("part")}
    if "part.once" in parts and setting.memory.force and _size(count) >= _LEAST:
        return Troops(entity=setting.memory.force, sure=REMEMBERED)
    if _size(count) < _LEAST or "part.locals" in parts:
        return None
    if _is_ceiling(scene, count) and "part.law_topic" in parts:
        troops = owner_of(setting, count)
        return troops if troops.entity else None
    if not _is_cued(scene, count) or "part.number" not in parts:
        return None
    if not any(posture_force(setting, entity_of(m)) for m in scene.all("force", "nation")):
        return None
    troops = owner_of(setting, count)
    return troops if troops.entity and troops.mark is not None else None


def _holder(setting: Setting, count: Mark) -> Troops | None:
    """The country right before a number that it has: "and Spain, with 180", «وإسبانيا 180»."""
    scene = setting.scene
    for mark in scene.all("country"):
        entity = posture_force(setting, country_of(setting, mark))
        if entity and 0 <= count.first - mark.after <= 1 and not is_after_in(scene, mark):
            return Troops(entity=entity, evidence=(scene.evidence("force", mark.span),), mark=mark)
    return None


def _is_ceiling(scene: Scene, count: Mark) -> bool:
    """Whether the number is one that may not be passed: "allows for a maximum of 700"."""
    ceilings = [f for r, f in scene.found("part") if r.id == "part.ceiling"]
    return any(f.first < count.after and count.first - f.after <= 2 for f in ceilings)


def _is_cued(scene: Scene, count: Mark) -> bool:
    """Whether a word before the number leads to a figure that stands alone."""
    own = scene.tokens[count.first]
    glued = own.span.start < count.span.start
    before = scene.tokens[count.first - 1].forms if count.first and not own.stop else frozenset()
    behind = [token.folded for token in scene.tokens[count.after : count.after + 2]]
    shares = bool(behind) and (behind[0] in {"منهم", "منها"} or (behind[0] == "of" and behind[-1] in {"them", "whom"}))
    return glued or shares or not before.isdisjoint(_CUES)


def _is_military(scene: Scene) -> bool:
    """Whether the sentence speaks of soldiers or of what they do."""
    return any(r.id in ("part.topic", "part.military") for r, _ in scene.found("part")) or any(scene.all("base"))


def limits_of(scene: Scene, found: Found, bounds: dict[str, Any], count: Mark) -> dict[str, Any]:
    """The bounds with what the verb or a ceiling says: "exceeds 3,000", «لا يتجاوز عددهم 400», "a cap of 700"."""
    if count.first and scene.tokens[count.first - 1].folded == "بعض":
        bounds = {**bounds, "about": True}  # "some 2,400" as machines translate it
    if bounds["bound"] != "exact":
        return bounds
    for rule, other in scene.found("part"):
        near = 0 <= count.first - other.after <= _LIMITS and scene.cost(other, count) <= _LIMITS
        if not near or rule.id not in ("part.exceeds", "part.ceiling"):
            continue
        before = scene.tokens[other.first - 1].folded if other.first else ""
        if rule.id == "part.ceiling" or before in _NOT:
            return {**bounds, "count_low": None, "bound": "at_most"}
        return {**bounds, "count_high": None, "bound": "at_least"}
    return bounds


_LIMITS = 5
_NOT = frozenset({"لا", "لم", "لن", "not", "ولا", "ولم", "never"})
