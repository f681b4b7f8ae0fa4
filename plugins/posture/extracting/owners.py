"""Whose soldiers a number counts: those its phrase names, those who act, or those counted before."""

from __future__ import annotations

from collections.abc import Mapping

from posture.extracting.chains import counted_before, known
from posture.extracting.counted import troops_counted
from posture.extracting.heads import head_of
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.stays import is_fought
from posture.extracting.troops import Troops, force_named, owner_of, posture_force
from posture.extracting.unsaid import numbers_others, troops_unsaid

# Rules whose number leans on one given before.
LEANS = frozenset({"force_level.another_place", "force_level.left_unsaid"})


def troops_of(setting: Setting, rule: Rule, found: Found, count: Mark, told: Mapping[Mark, Troops]) -> Troops | None:
    """Whose troops the number counts; None when it counts no troops."""
    scene = setting.scene
    troops = _troops(setting, rule, found, count, told)
    if troops is not None and (troops.mark is None or rule.id in LEANS) and _has_locals(scene, count):
        return None
    nations = [f for r, f in scene.found("part") if r.id == "part.other_nations"]
    others = [f for f in nations if is_beside(scene, f, found) or _have(scene, f, count)]
    others = [f for f in others if not (f.first > found.first and is_joined(scene, found, f))]
    alone = rule.id in ("force_level.counted", "force_level.left_unsaid", "force_level.another_place")
    if others and (troops is not None or not alone):
        words_for = scene.evidence("force", scene.span_of(others[0].first, others[0].after))
        return Troops(entity="non_us_coalition", evidence=(words_for,))
    return troops


def _troops(setting: Setting, rule: Rule, found: Found, count: Mark, told: Mapping[Mark, Troops]) -> Troops | None:
    if rule.id == "force_level.another_place":
        return _troops_before(setting.scene, found, count, told)
    if rule.id == "force_level.counted":
        return troops_counted(setting, count)
    if rule.id == "force_level.left_unsaid":
        return troops_unsaid(setting, count, told)
    named = _named(found)
    return force_named(setting, named) if named is not None else _owner(setting, rule, found, count, told)


def _named(found: Found) -> Mark | None:
    """Who the phrase itself gives the number to; a nation beside one of two joined numbers is that number's own."""
    slots = ("nation", "country", "force", "institution") if "other" in found.slots else ("force", "institution")
    return next((found.slots[slot] for slot in slots if slot in found.slots), None)


def _owner(setting: Setting, rule: Rule, found: Found, count: Mark, told: Mapping[Mark, Troops]) -> Troops | None:
    """Whose the troops are that the phrase itself gives to nobody."""
    scene = setting.scene
    soldiers = found.slots.get("soldiers") or next(
        (m for m in scene.all("soldiers", "force") if found.first <= m.first < found.after), None
    )
    if soldiers is None and _is_pronoun(scene, found):
        spoken = known(owner_of(setting, found)) if setting.memory.force else None
        return counted_before(setting, count, told) or spoken
    if soldiers is None and rule.id == "force_level.change" and not _speaks_of_numbers(setting, found):
        return None
    if soldiers is None and (numbers_others(scene, count) or _is_of_things(scene, found)):
        return None
    if rule.id == "force_level.figure" and not _counts_forces(setting, found, count):
        return None
    troops = owner_of(setting, soldiers or found)
    return troops if troops.entity or troops.mark else None


def _is_of_things(scene: Scene, found: Found) -> bool:
    """Whether «وعددها» counts what is no soldier: no word for one stands right before it."""
    if not scene.tokens[found.first].folded.endswith(("عددها", "عددهم", "تعدادها", "قوامها")):
        return False
    return not any(0 <= found.first - m.after <= _COUNTED for m in scene.all("soldiers", "force", "nation"))


_COUNTED = 6


def _is_pronoun(scene: Scene, found: Found) -> bool:
    """Whether a pronoun stands for the soldiers: "reduced them to 2,500", "when it numbered 170,000"."""
    words = {token.folded for token in scene.tokens[found.first : found.first + 2]}
    return not words.isdisjoint({"it", "them", "they"})


def _has_locals(scene: Scene, count: Mark) -> bool:
    """Whether an armed group or tribe, and not one that is fought, acts in the clause of soldiers of no said nation."""
    locals_: list[Mark | Found] = [f for r, f in scene.found("part") if r.id == "part.locals"]
    locals_ += scene.all("group")
    ahead = [one for one in locals_ if one.first < count.first and not is_fought(scene, one)]
    return any(scene.clauses[one.first] == scene.clauses[count.first] for one in ahead)


def _speaks_of_numbers(setting: Setting, found: Found) -> bool:
    """Whether soldiers, or their number, are spoken of near a change from one figure to another: not of oil."""
    scene = setting.scene
    spoken: list[Mark | Found] = [f for r, f in scene.found("part") if r.id in ("part.number", "part.posture")]
    spoken += scene.all("force", "soldiers")
    spoken += [m for m in scene.all("institution") if entity_of(m) in setting.lexicon.topic_forces]
    return any(scene.cost(found, one) <= _SPOKEN for one in spoken)


_SPOKEN = 12


def is_beside(scene: Scene, nations: Found, found: Found) -> bool:
    """Whether the words for other nations follow the number and its soldiers, or stand in or before the phrase."""
    ahead = found.first - 2 <= nations.after - 1 < found.after
    parted = nations.after <= found.first and any(t.stop for t in scene.tokens[nations.after : found.first + 1])
    return -1 <= nations.first - found.after <= 2 or (ahead and not parted)


def _have(scene: Scene, nations: Found, count: Mark) -> bool:
    """Whether other nations have the number behind them: "and coalition allies a further 2,500"."""
    between = {token.folded for token in scene.tokens[nations.after : count.first]}
    return nations.after <= count.first and between <= _HAVING


_HAVING = frozenset({"a", "another", "further", "have", "had", "has", "about", "some", "additional", "with", "keep"})


def is_joined(scene: Scene, found: Found, nations: Found) -> bool:
    """Whether other nations are only named beside those counted: "5,200 U.S. troops and coalition allies"."""
    return any(
        token.folded in {"and", "with", "alongside", "و"} or token.folded.startswith("وال")
        for token in scene.tokens[found.after : nations.first + 1]
    )


def _counts_forces(setting: Setting, found: Found, count: Mark) -> bool:
    """Whether a bare figure can only be one of troops: foreign ones are spoken of, and nothing else is counted."""
    scene = setting.scene
    spoken = (
        setting.memory.force
        or setting.memory.most
        or any(posture_force(setting, entity_of(m)) for m in scene.all("force"))
    )
    following = scene.tokens[count.after] if count.after < len(scene.tokens) else None
    soldiers = any(m.slot in ("soldiers", "force") for m in scene.marks.get(count.after, ()))
    alone = head_of(scene, count).kind != "something"  # "a number of 104 deputies"
    ends = following is None or following.stop or (alone and count.after >= found.after)
    return bool(spoken) and (soldiers or ends or (following is not None and following.folded in _GOES_ON))


_GOES_ON = frozenset(
    {"given", "once", "cited", "claimed", "according", "reported", "put", "if", "in", "as", "when"}
) | frozenset({"وفق", "بحسب", "حسب", "تقول", "مع", "اذا", "في", "حسبما"})


def _troops_before(scene: Scene, found: Found, count: Mark, told: Mapping[Mark, Troops]) -> Troops | None:
    """Those of the number before, when a place follows: "and 900 in Syria"."""
    before = [mark for mark in told if mark.first < count.first]
    place = found.slots.get("place") or found.slots.get("base")
    if place is None or not before or not is_after_in(scene, place):
        return None
    return told[max(before, key=lambda mark: mark.first)]
