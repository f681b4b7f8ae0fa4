"""How many of the troops moved: the number within the phrase, right by it, or before the words for them."""

from __future__ import annotations

from posture.extracting.counts import is_head_count
from posture.extracting.heads import head_of
from posture.extracting.patterns import Found, Mark
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.troops import Troops


def is_total(setting: Setting, found: Found, count: Mark) -> bool:
    """Whether the number is of all who are there: "the 2,500", "300 soldiers now inside the base will be moved"."""
    scene = setting.scene
    before = scene.tokens[count.first - 1].folded if count.first else ""
    stationed = [f for r, f in scene.found("part") if r.id == "part.stationed"]
    here = any(count.after <= f.first < found.after and f.first - count.after <= _STATIONED for f in stationed)
    return here or before in {"the", "جميع", "all"}


_STATIONED = 4


def count_of(setting: Setting, found: Found, troops: Troops) -> Mark | None:
    """The number of those that move: right behind the verb, within the phrase, or right before the words for them."""
    scene = setting.scene
    targets = {f.slots["count"] for r, f in scene.found("force_level") if r.id == "force_level.change"}
    targets |= {f.slots["count"] for r, f in scene.found("force_level") if r.id == "force_level.number_of"}
    targets |= {f.slots["before"] for _, f in scene.found("force_level") if "before" in f.slots}
    fit = [
        (rank, mark.first, mark)
        for mark in scene.all("count")
        if is_head_count(mark)
        and (mark not in targets or _is_sent(scene, found, mark))
        and not _is_of_others(scene, found, mark)
        and (rank := _closeness(setting, found, troops, mark)) is not None
    ]
    return min(fit, key=lambda one: one[:2])[2] if fit else None


def _is_sent(scene: Scene, found: Found, count: Mark) -> bool:
    """Whether the number stands in the phrase as its object, and not behind a word such as "to"."""
    return found.first < count.first < found.after and scene.tokens[count.first - 1].folded not in _TO


_TO = frozenset({"to", "at", "below", "under", "from", "الي", "عند", "دون", "من", "عن"})


def _closeness(setting: Setting, found: Found, troops: Troops, count: Mark) -> int | None:
    """How surely a number counts those that move, 0 the surest; None when it counts others."""
    scene = setting.scene
    head = head_of(scene, count)
    if head.kind == "something" and not _is_told_of(scene, found, count):
        return None
    inside = found.first <= count.first < found.after
    if 0 <= count.first - found.after <= 1 or (inside and count.first - found.first <= 2):
        return 0
    if inside or _is_definite(scene, found, count) or _is_made_of(scene, found, count):
        return 1
    if head.mark is not None and (_is_them(head.mark, troops, found) or _is_of_unit(scene, head.mark, found)):
        return 2
    if head.kind in ("people", "nothing") and 0 <= found.first - count.after <= _MEMBERS:
        return (
            3
            if scene.clauses[count.first] == scene.clauses[found.first] and not scene.tokens[found.first].stop
            else None
        )
    return None


def _is_of_others(scene: Scene, found: Found, count: Mark) -> bool:
    """Whether the number is of units («six brigades»), or of all of whom some moved: "2,000, most of whom left"."""
    whom = any(token.folded == "whom" for token in scene.tokens[count.after : found.after])
    but = count.first > 1 and [t.folded for t in scene.tokens[count.first - 2 : count.first]] == ["all", "but"]
    ends = {scene.clauses[found.first], scene.clauses[found.after - 1]}
    aside = found.first < count.first < found.after and scene.clauses[count.first] not in ends
    before = [token.folded for token in scene.tokens[max(0, count.first - 3) : count.first]]
    some = before[:2] in (["some", "of"], ["part", "of"], ["most", "of"], ["many", "of"])
    return whom or but or some or aside or _is_of_units(scene, count)


def _is_of_units(scene: Scene, count: Mark) -> bool:
    """Whether units and not men are counted: "six Army brigade combat teams", «خمس كتائب»."""
    behind = scene.tokens[count.after : count.after + _OF_ARMY]
    men = [m for m in scene.all("soldiers", "force") if entity_of(m) != "army"]
    soldiers = [m.first for m in men if count.after <= m.first < count.after + _OF_ARMY]
    units = [count.after + at for at, token in enumerate(behind) if any(w.startswith(_UNITS) for w in token.forms)]
    return (
        bool(units)
        and not any(at < units[0] for at in soldiers)
        and not any(token.folded in {"of", "من", "in", "from"} for token in scene.tokens[count.after : units[0]])
    )


_OF_ARMY = 4
_UNITS = ("brigade", "battalion", "squadron", "division", "compan", "كتاءب", "كتايب", "الويه", "اسراب")


def _is_of_unit(scene: Scene, soldiers: Mark, found: Found) -> bool:
    """Whether the unit that moves is the one of the soldiers counted: "230 soldiers of the 2nd Battalion leave"."""
    if not soldiers.after < found.first <= soldiers.after + _FAR_UNIT:
        return False
    others = any(soldiers.after <= m.first < found.first for m in scene.all("count"))
    leads = scene.tokens[soldiers.after].folded in {"of", "from", "with", "من"}
    return leads and not others and scene.clauses[found.after - 1] - scene.clauses[soldiers.first] <= 1


_FAR_UNIT = 9


def _is_told_of(scene: Scene, found: Found, count: Mark) -> bool:
    """Whether words beside the number within the phrase say whom it counts: "a contingent of 180", "2,000 of those"."""
    if not found.first <= count.first < found.after:
        return False
    behind = [token.folded for token in scene.tokens[count.after : count.after + 2]]
    units = {m.after for m in scene.all("force", "soldiers")}
    units |= {f.after for r, f in scene.found("part") if r.id == "part.moving_unit"}
    of_unit = scene.tokens[count.first - 1].folded in _CONSISTS and count.first - 1 in units
    return of_unit or behind in (["of", "those"], ["of", "them"])


def _is_made_of(scene: Scene, found: Found, count: Mark) -> bool:
    """Whether the number tells of how many the unit consists: «مجموعة ثانية من ثمانين عنصرا»."""
    return 0 <= count.first - found.after <= _OF_UNIT and scene.tokens[count.first - 1].folded in _CONSISTS


_OF_UNIT = 8
_CONSISTS = frozenset({"من", "قوامها", "قوامه", "of", "numbering", "تضم", "عباره", "عن"})


def _is_definite(scene: Scene, found: Found, count: Mark) -> bool:
    """Whether a number with its article follows the soldiers of the phrase: «جنودها الأربعون»."""
    follows = any(found.first <= m.first <= found.after and m.after == count.first for m in scene.all("soldiers"))
    return follows and scene.tokens[count.first].folded.startswith("ال")


def _is_them(soldiers: Mark, troops: Troops, found: Found) -> bool:
    """Whether these words for soldiers name those that move: the same words, or words within the phrase."""
    named = troops.mark
    return (named is not None and named.first <= soldiers.first <= named.after) or (
        found.first <= soldiers.first <= found.after
    )


_MEMBERS = 4  # words between a number and the verb: "some 230 members of the Guard left"
