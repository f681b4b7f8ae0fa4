"""What was counted last: the soldiers to which a figure that stands alone belongs, from sentence to sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posture.extracting.counted import LEAST, size_of
from posture.extracting.counts import quantity_of
from posture.extracting.heads import head_of
from posture.extracting.patterns import Mark
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.troops import REMEMBERED, Troops, force_named, owner_of
from posture.model import Claim


def known(troops: Troops) -> Troops | None:
    """The troops, when they are of the posture."""
    return troops if troops.entity else None


def counted_before(setting: Setting, count: Mark, told: Mapping[Mark, Troops]) -> Troops | None:
    """The soldiers that were the last thing counted, here or in the sentences before."""
    for mark in reversed([m for m in setting.scene.all("count") if m.first < count.first]):
        if mark in told:
            return told[mark]
        soldiers = head_of(setting.scene, mark)
        if soldiers.kind == "soldiers" and soldiers.mark is not None:
            return known(_of(setting, soldiers.mark))  # on the move: "600 more, taking the total to 5,000"
        if size_of(mark) >= LEAST and not is_year(mark) and not _is_of_members(setting.scene, mark):
            return None
    return _counted_earlier(setting, count)


def _of(setting: Setting, soldiers: Mark) -> Troops:
    return force_named(setting, soldiers) if soldiers.slot == "force" else owner_of(setting, soldiers)


def _counted_earlier(setting: Setting, count: Mark) -> Troops | None:
    """The soldiers that the sentences before counted last, unless this one is about others."""
    scene, last = setting.scene, setting.memory.counted
    if last is None or size_of(count) < LEAST:
        return None
    ahead = [m for m in scene.all("force", "soldiers") if m.first < count.first]
    if any(entity_of(m) == "contractors" for m in ahead):
        return None
    forces = [m for m in ahead if m.slot == "force"]
    # "Turkish soldiers, perhaps 5,000" end the chain.
    return known(force_named(setting, forces[-1])) if forces else Troops(entity=last, sure=REMEMBERED)


def last_counted(setting: Setting, told: Sequence[Claim]) -> str | None:
    """The force whose soldiers a sentence counts last; that of the sentences before when it counts nothing else."""
    figures = {one.span.start: c.force for c in told if c.kind in ("force_level", "movement")
               for one in c.evidence if one.role == "count"}  # fmt: skip
    last = _asked_for(setting) or setting.memory.counted
    for mark in setting.scene.all("count"):
        if _is_share(setting.scene, mark):
            continue
        if mark.span.start in figures:
            last = figures[mark.span.start]
        elif size_of(mark) >= LEAST and head_of(setting.scene, mark).kind != "nothing":
            last = last if _is_of_members(setting.scene, mark) else None
    return last


def _asked_for(setting: Setting) -> str | None:
    """The force whose number a sentence speaks of and leaves to the next: "misstated the number of troops"."""
    scene = setting.scene
    for _, number in ((r, f) for r, f in scene.found("part") if r.id == "part.number"):
        own = scene.tokens[number.first].folded
        behind = scene.tokens[number.after].folded if number.after < len(scene.tokens) else ""
        if own.endswith(("عددهم", "عددها", "عديدهم")) or (own == "how" and behind in {"", "are", "were", "there"}):
            return setting.memory.counted or setting.memory.force  # "He did not say how many"
        for mark in scene.all("force", "soldiers"):
            if 0 <= mark.first - number.after <= _NUMBER_OF:
                troops = force_named(setting, mark) if mark.slot == "force" else owner_of(setting, mark)
                return troops.entity
    return None


_NUMBER_OF = 4


def _is_share(scene: Scene, count: Mark) -> bool:
    """Whether the number is a part of those counted before: "of whom 2,500 are American"."""
    before = scene.tokens[count.first - 1].folded if count.first else ""
    return before in {"whom", "them", "منهم", "بينهم", "منها", "بينها"}


def is_year(count: Mark) -> bool:
    """Whether a bare number is rather a year: "before the return of 2014"."""
    quote = quantity_of(count).quote
    return quote.isdigit() and (_YEARS[0] < int(quote) < _YEARS[1] and int(quote) != _YEARS[2])


_YEARS = (1950, 2040, 2000)


def _is_of_members(scene: Scene, count: Mark) -> bool:
    """Whether the countries that send the soldiers are counted, or days: "650 personnel from 31 allies"."""
    words_behind = {form for token in scene.tokens[count.after : count.after + 2] for form in token.forms}
    return any(word.startswith(_MEMBERS) for word in words_behind)


_MEMBERS = (
    "allies",
    "allied",
    "countr",
    "nation",
    "state",
    "partner",
    "member",
    "day",
    "year",
    "month",
    "دول",
    "بلد",
    "جنسي",
)
