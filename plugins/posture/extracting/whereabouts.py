"""Where: the place or base that a claim speaks of."""

from __future__ import annotations

from posture.extracting.patterns import Found, Mark
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.model import Evidence

_ANAPHOR = 10
INHERITED = 0.9  # how sure a place is that an earlier sentence named


def place_near(
    setting: Setting,
    anchor: Found | Mark,
    *,
    within: int = 14,
    bases: bool = True,
    inherit: bool = True,
    reached: bool = False,
    visited: bool = False,
) -> tuple[str | None, list[Evidence], float]:
    """The place of the thing at the anchor, with its evidence and how sure it is.

    The nearest name after a word such as "in" wins; a country that acts ("the United States has …") is no place. With
    none in the sentence, "the country" and silence mean the host country last named. `reached` is for verbs that take a
    place without such a word ("left Iraq"), `visited` for those that may take a home of the troops too ("زار واشنطن").
    """
    scene = setting.scene
    slots = ("base", "place") if bases else ("place",)
    near = [(mark, cost) for mark in scene.all(*slots) if (cost := scene.cost(anchor, mark)) <= within]
    fit = [
        (_rank(scene, anchor, mark, cost), mark)
        for mark, cost in near
        if _is_where(setting, mark, reached=reached, visited=visited)
    ]
    said = _same_country(setting, anchor)
    if fit and (said is None or scene.cost(anchor, min(fit, key=lambda one: one[0])[1]) <= scene.cost(anchor, said)):
        mark = min(fit, key=lambda one: one[0])[1]
        return entity_of(mark), [scene.evidence("place", mark.span)], 1.0
    if inherit and setting.memory.place is not None:
        evidence = [scene.evidence("place", scene.span_of(said.first, said.after))] if said else []
        return setting.memory.place, evidence, 0.95 if said else INHERITED
    return None, [], 1.0


def _same_country(setting: Setting, anchor: Found | Mark) -> Found | None:
    """ "The country", "there": words for the host last named, the nearest of them."""
    said = [f for r, f in setting.scene.found("part") if r.id == "part.same_country"]
    near = [f for f in said if setting.memory.place is not None and setting.scene.cost(anchor, f) <= _ANAPHOR]
    return min(near, key=lambda f: setting.scene.cost(anchor, f), default=None)


def _rank(scene: Scene, anchor: Found | Mark, mark: Mark, cost: int) -> tuple[int, int]:
    behind = 2 if mark.first < anchor.first else 0
    return (cost + behind - (2 if is_after_in(scene, mark) else 0), mark.first)


def _is_where(setting: Setting, mark: Mark, *, reached: bool, visited: bool) -> bool:
    """A country or capital that acts is a party and not a place; a base or town is always a place."""
    entity = entity_of(mark)
    if mark.slot == "base" or entity is None:
        return True
    if not any(other.slot == "country" for other in setting.scene.marks[mark.first]):
        return True
    if entity in _HOMES and mark.span.of(setting.scene.text).isupper():
        return False  # "US" before a noun is an adjective
    if entity in _HOMES:
        return (visited and entity in setting.phrases.capitals) or is_after_in(setting.scene, mark)
    return reached or is_after_in(setting.scene, mark)


_HOMES = frozenset({"us", "washington", "uk", "london"})  # where the troops come from
