"""Soldiers that stand by their number with more between than a phrase names, and what bounds the number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from posture.extracting.counts import quantity_of
from posture.extracting.heads import Head, head_of
from posture.extracting.patterns import Mark
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.troops import Troops, country_of, force_named, owner_of, posture_force

LEAST = 20  # a smaller number with nothing behind it is rarely one of troops


def troops_counted(setting: Setting, count: Mark) -> Troops | None:
    """Whose the soldiers are that stand by a number, with whatever adjectives between."""
    scene = setting.scene
    others = [f for r, f in scene.found("part") if r.id == "part.other_nations"]
    of = count.after < len(scene.tokens) and scene.tokens[count.after].folded in {"of", "from", "من"}
    if of and any(f.first - count.after == 1 for f in others) and _is_military(scene):
        return Troops(entity="non_us_coalition", evidence=(scene.evidence("count", count.span),))
    head = head_of(scene, count)
    apposed = _apposed(scene, count) if size_of(count) >= LEAST else None
    if apposed is not None and head.kind in ("nothing", "something"):
        return _those(setting, apposed)
    if head.kind == "nothing":
        head = Head("nation", _called(scene, count))
    if head.kind == "soldiers" and head.mark is not None:
        own = _possessor(setting, count)
        return own if own is not None else _those(setting, head.mark)
    if size_of(count) < LEAST or not (_is_military(scene) or _is_posted(setting, head, count)):
        return None
    if head.kind == "nation" and head.mark is not None:
        return force_named(setting, head.mark)
    known = setting.memory.force is not None or any(scene.all("force"))
    return _those(setting, count) if head.kind == "people" and known else None


def _possessor(setting: Setting, count: Mark) -> Troops | None:
    """The country right before a number that has it: "Denmark's 150 and Finland's 75 soldiers"."""
    for mark in setting.scene.all("country"):
        own = mark.after == count.first and "'" in setting.scene.tokens[mark.after - 1].folded
        if own and (entity := posture_force(setting, country_of(setting, mark))):
            return Troops(entity=entity, evidence=(setting.scene.evidence("force", mark.span),), mark=mark)
    return None


def _those(setting: Setting, mark: Mark) -> Troops | None:
    """The force that the words name, or whose such soldiers are."""
    troops = force_named(setting, mark) if mark.slot in ("force", "nation") else owner_of(setting, mark)
    return troops if troops.entity or (troops.mark is not None and mark.slot != "count") else None


def _is_posted(setting: Setting, head: Head, count: Mark) -> bool:
    """Whether so many Americans in Iraq or Syria can only be soldiers, in an article that is about them."""
    if head.kind != "nation" or head.mark is None or size_of(count) < _MANY:
        return False
    hosts = any(entity_of(m) in ("iraq", "syria") and is_after_in(setting.scene, m) for m in setting.scene.all("place"))
    entity = entity_of(head.mark)
    return hosts and entity in setting.lexicon.topic_forces and entity == setting.memory.most


_MANY = 500


def _called(scene: Scene, count: Mark) -> Mark | None:
    """The nation that a number is said to be of: "of whom 2,500 are American"."""
    at = count.after
    if at >= len(scene.tokens) or scene.tokens[at].folded not in {"are", "were", "is"}:
        return None
    return next((m for m in scene.marks.get(at + 1, ()) if m.slot == "nation"), None)


def apposed_to(scene: Scene, count: Mark) -> Mark | None:
    """The soldiers right before a number that counts nothing behind it: "the contractors (some 6,500)"."""
    return _apposed(scene, count) if head_of(scene, count).kind == "nothing" else None


def _apposed(scene: Scene, count: Mark) -> Mark | None:
    """The soldiers right before a number that is theirs: «جنودها الـ120», "NATO's trainers, 500 before the strike"."""
    own = scene.tokens[count.first]
    before = count.first - 1
    definite = own.folded.startswith("ال") and len(own.folded) > 3 and not own.stop
    if before >= 0 and scene.tokens[before].folded == "ال":
        before, definite = before - 1, True
    if before >= 0 and scene.tokens[before].folded in _WHO_WERE:
        soldiers = [m for m in scene.all("force", "soldiers") if 0 <= before - m.after <= _BETWEEN]
        return soldiers[-1] if soldiers else None
    if not (definite or (own.stop and head_of(scene, count).kind == "nothing")):
        return None
    earlier = [m for m in scene.all("count") if m.first < count.first]
    behind = [token.folded for token in scene.tokens[count.after : count.after + 2]]
    shared = behind in _OF_THEM or (bool(behind) and behind[0] in {"منها", "منهم"})
    if shared and not definite and earlier and head_of(scene, earlier[-1]).kind == "something":
        return None  # "66 attacks on its forces, 32 of them in Iraq"
    ends = [m for at in range(max(0, before - 3), before + 1) for m in scene.marks.get(at, ()) if m.after == before + 1]
    named = [
        m for slot in ("force", "soldiers", "nation") for m in ends if m.slot == slot and (definite or slot != "nation")
    ]
    return named[0] if named else None


_OF_THEM = (["of", "them"], ["of", "which"], ["of", "whom"])
_WHO_WERE = frozenset({"وكانوا", "وعددهم", "وعددها", "وهم", "وقوامها", "numbering"})
_BETWEEN = 3


def size_of(count: Mark) -> float:
    """The largest figure that a number gives."""
    quantity = quantity_of(count)
    known = [n for n in (quantity.high, quantity.low, quantity.value) if n is not None]
    return known[0] if known else 0


def _is_military(scene: Scene) -> bool:
    """Whether the sentence speaks of soldiers or of what they do."""
    return any(r.id in ("part.topic", "part.military", "part.base") for r, _ in scene.found("part")) or any(
        scene.all("base")
    )


def troops_in_turn(setting: Setting) -> Iterator[tuple[Mark, Troops]]:
    """Each number with its country, in turn: "Italy and Hungary keep 300 and 160 soldiers respectively"."""
    scene = setting.scene
    counts = [mark for mark in scene.all("count") if head_of(scene, mark).kind in ("soldiers", "nothing")]
    named = [
        m for m in scene.all("country") if not is_after_in(scene, m) and posture_force(setting, country_of(setting, m))
    ]
    if not counts or len(counts) != len(named) or head_of(scene, counts[-1]).kind != "soldiers":
        return
    for count, mark in zip(counts, named, strict=True):
        words = (scene.evidence("force", mark.span),)
        yield count, Troops(entity=posture_force(setting, country_of(setting, mark)), evidence=words, mark=mark)


def limits_of(scene: Scene, bounds: dict[str, Any], count: Mark) -> dict[str, Any]:
    """The bounds with what the verb or a ceiling says: "exceeds 3,000", «لا يتجاوز عددهم 400», "a cap of 700"."""
    if count.first and scene.tokens[count.first - 1].folded == "بعض":
        bounds = {**bounds, "about": True}  # "some 2,400" as machines translate it
    before = scene.tokens[count.first - 1].folded if count.first else ""
    if bounds["bound"] == "at_least" and before in _NOT:  # "do not exceed 900"
        return {**bounds, "count_low": None, "count_high": bounds["count_low"], "bound": "at_most"}
    if bounds["bound"] != "exact":
        return bounds
    for rule, other in scene.found("part"):
        near = 0 <= count.first - other.after <= _LIMITS and scene.cost(other, count) <= _LIMITS
        near = near and not any(other.first <= m.first < count.first for m in scene.all("count"))
        if not near or rule.id not in ("part.exceeds", "part.ceiling", "part.fewer"):
            continue
        before = scene.tokens[other.first - 1].folded if other.first else ""
        if rule.id in ("part.ceiling", "part.fewer") or before in _NOT:
            return {**bounds, "count_low": None, "bound": "at_most"}
        return {**bounds, "count_high": None, "bound": "at_least"}
    return bounds


_LIMITS = 5


_NOT = frozenset({"لا", "لم", "لن", "not", "ولا", "ولم", "never"})
