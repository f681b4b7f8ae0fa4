"""How many were killed and wounded."""

from __future__ import annotations

from posture.extracting.counts import quantity_of
from posture.extracting.patterns import Found, Mark
from posture.extracting.scenes import Scene
from posture.extracting.scope import colour_of
from posture.extracting.speakers import is_arabic
from posture.model import Evidence

_REACH = 5  # words between the verb and the number of its victims
_OTHER = frozenset({"اخر", "another"})


def casualties_near(scene: Scene, anchor: Found, *, reach: int) -> tuple[dict[str, int] | None, list[Evidence]]:
    """The killed and wounded that a sentence tells near the anchor, with the words; None when it tells none.

    A pair (جنديان) is two; one named person or "a contractor" is one.
    """
    totals: dict[str, int] = {}
    evidence: list[Evidence] = []
    for fate in ("killed", "wounded"):
        for rule, found in scene.found("part"):
            if rule.id != f"part.{fate}" or scene.cost(anchor, found) > reach or scene.is_answered(anchor, found):
                continue
            if colour_of(scene, found).polarity == "negated":
                continue
            number, mark = _number(scene, found)
            if number is not None and mark is not None and fate not in totals:
                totals[fate] = number + _another(scene, mark)
                last = max(mark.after, found.after)
                evidence.append(scene.evidence("casualties", scene.span_of(min(found.first, mark.first), last)))
    return (totals or None), evidence


def _number(scene: Scene, found: Found) -> tuple[int | None, Found | Mark | None]:
    """The number that belongs to a verb of killing: after it, or right before it in the passive."""
    after = [m for m in scene.all("count") if 0 <= m.first - found.after <= _REACH and _counts_people(scene, found, m)]
    people = _people(scene, found)
    if after and (people is None or after[0].first <= people[1].first or after[0].first == found.after):
        value = _value(after[0])
        return (value + _more(scene, after[0]) if value is not None else None), after[0]
    before = [
        m for m in scene.all("count") if 0 <= found.first - m.after <= 2 * _REACH and _counts_people(scene, found, m)
    ]
    if people is not None:
        first = next((m for m in before if m.after <= people[1].first), None) if not is_arabic(scene, found) else None
        joined = first is not None and scene.tokens[people[1].first - 1].folded == "and"
        return (people[0] + (_value(first) or 0) if joined and first is not None else people[0]), people[1]
    if before and not is_arabic(scene, found):
        return _value(before[-1]), before[-1]
    return None, None


def _more(scene: Scene, first: Mark) -> int:
    """Those joined to the first number: "two Americans and a British soldier", "جنديين وثلاثة متعاقدين"."""
    total, at = 0, first.after
    fates = [f for r, f in scene.found("part") if r.id in ("part.killed", "part.wounded")]
    groups: list[tuple[int, int, int]] = [(m.first, m.after, _value(m) or 0) for m in scene.all("count")]
    groups += [(f.first, f.after, 2 if r.id == "part.dual" else 1) for r, f in scene.found("part") if r.id in _PEOPLE]
    for begin, end, number in sorted(groups):
        joined = begin > 0 and (scene.tokens[begin - 1].folded == "and" or scene.tokens[begin].folded.startswith("و"))
        if begin < at or not joined or begin - at > _JOINED:
            continue
        if any(at <= f.first <= end + 1 for f in fates):
            break
        total, at = total + number, end
    return total


_PEOPLE = ("part.dual", "part.single")
_JOINED = 4  # words between one group of victims and the next


def _value(mark: Mark) -> int | None:
    quantity = quantity_of(mark)
    value = quantity.value if quantity.value is not None else quantity.low
    return int(value) if value is not None else None


def _counts_people(scene: Scene, found: Found, mark: Mark) -> bool:
    """A firm number in the same clause that is not one of rockets, drones or targets."""
    if quantity_of(mark).vague or scene.clauses[found.first] != scene.clauses[mark.first]:
        return False
    things = ("part.rockets", "part.missiles", "part.drones", "part.mortars", "part.aircraft")
    return not any(r.id in things and 0 <= f.first - mark.after <= 1 for r, f in scene.found("part"))


def _people(scene: Scene, found: Found) -> tuple[int, Found] | None:
    for rule, other in scene.found("part"):
        near = 0 <= other.first - found.after <= 3 or (
            not is_arabic(scene, found) and 0 <= found.first - other.after <= 3
        )
        near = near and scene.clauses[other.first] == scene.clauses[found.first]
        if near and rule.id in ("part.dual", "part.single"):
            return (2 if rule.id == "part.dual" else 1), other
    return None


def _another(scene: Scene, mark: Found | Mark) -> int:
    """One more, for "and another"."""
    rest = scene.tokens[mark.after : mark.after + 4]
    return sum(1 for token in rest if not _OTHER.isdisjoint({token.folded.lstrip("و"), token.folded}))
