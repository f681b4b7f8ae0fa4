"""How many were killed and wounded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from posture.extracting.counts import quantity_of
from posture.extracting.patterns import Found, Mark
from posture.extracting.scenes import Scene
from posture.extracting.scope import colour_of
from posture.extracting.subjects import is_arabic
from posture.extracting.weapons import counts_weapons
from posture.model import Evidence

_REACH = 6  # words between the verb and the first of its victims
_BACK = 10  # words between the victims and a passive verb: "a contractor from Texas was killed"
_TITLE = 3  # words between "killed" and a name: "killed Iranian Major General X"
_ITS_OWN = 2  # words between "and 438 Iraqis" and a fate of their own
_JOINED = 8  # words between one group of victims and the next
_PASSIVE = frozenset({"were", "was", "been", "being", "have", "has", "had", "are", "is", "others", "people", "more"})
_FATES = {"part.killed": "killed", "part.wounded": "wounded"}
_NOUNS = ("جرحي", "قتلي", "جريح", "قتيل", "مصاب", "شهيد", "شهداء", "قتلا")
_OTHER = frozenset({"اخر", "another"})


@dataclass(frozen=True, slots=True)
class _Group:
    """Some of the victims: words `first` to `after`, and how many they are."""

    first: int
    after: int
    number: int


def casualties_near(scene: Scene, anchor: Found, *, reach: int) -> tuple[dict[str, int] | None, list[Evidence]]:
    """The killed and wounded that a sentence tells near the anchor, with the words; None when it tells none.

    A pair (جنديان) is two; one named person or "a contractor" is one; those joined are added up: "two Americans and a
    British soldier".
    """
    totals: dict[str, int] = {}
    evidence: list[Evidence] = []
    fates = [(_FATES[r.id], f) for r, f in scene.found("part") if r.id in _FATES]
    groups = sorted(_groups(scene), key=lambda group: group.first)
    for fate, found in fates:
        if fate in totals or scene.cost(anchor, found) > reach or _is_of_other(scene, anchor, found):
            continue
        if colour_of(scene, found).polarity == "negated":
            continue
        own = _victims(scene, found, groups, [f for _, f in fates if f is not found])
        alone = 2 if _is_pair(scene, found) else 1 if _is_another(scene, found) else 0
        if not own and alone:
            totals[fate] = alone
            evidence.append(scene.evidence("casualties", scene.span_of(found.first, found.after)))
        if own:
            totals[fate] = sum(group.number for group in own) + _one_more(scene, own[-1], found)
            words = scene.span_of(min(found.first, own[0].first), max(found.after, own[-1].after))
            evidence.append(scene.evidence("casualties", words))
    return (totals or None), evidence


def _is_another(scene: Scene, found: Found) -> bool:
    """Whether one more suffers it and is not named: "killed one member and injured another"."""
    return any(token.folded in _OTHER for token in scene.tokens[found.after : found.after + 1])


def _is_pair(scene: Scene, found: Found) -> bool:
    """Whether the word for the victims is itself a dual: شهيدين, قتيلان."""
    word = scene.tokens[found.after - 1].folded
    return word.startswith(_PAIRS) and word.endswith(("ين", "ان"))


_PAIRS = ("شهيد", "قتيل", "جريح")


def _is_of_other(scene: Scene, anchor: Found, fate: Found) -> bool:
    """Whether the fate belongs to another attack that the words tell nearer to it."""
    told = [f for r, f in scene.found("incident") if not r.id.endswith((".weapon", ".toll"))]
    near = min((scene.cost(f, fate) for f in told if f.first != anchor.first), default=None)
    return (near is not None and near + _OWN_SIDE < scene.cost(anchor, fate)) or scene.is_answered(anchor, fate)


_OWN_SIDE = 3  # words by which another attack must stand nearer


def _groups(scene: Scene) -> Iterator[_Group]:
    pairs = [found for rule, found in scene.found("part") if rule.id == "part.dual"]
    for mark in scene.all("count"):
        if any(pair.first < mark.first < pair.after for pair in pairs):
            continue  # "متعاقدين اثنين"
        if not quantity_of(mark).vague and not counts_weapons(scene, mark) and not _is_part(scene, mark):
            quantity = quantity_of(mark)
            value = quantity.value if quantity.value is not None else quantity.low
            if value is not None:
                yield _Group(mark.first, mark.after, int(value))
    for rule, found in scene.found("part"):
        if rule.id in ("part.dual", "part.single"):
            yield _Group(found.first, found.after, 2 if rule.id == "part.dual" else 1)
    yield from _named(scene)
    yield from _nations(scene)


def _named(scene: Scene) -> Iterator[_Group]:
    """A person by name right behind a verb: "a strike that killed General X"."""
    for mark in scene.all("person"):
        verbs = (f for r, f in scene.found("part") if r.id in _FATES and 0 <= mark.first - f.after <= _TITLE)
        if any(not any(token.stop for token in scene.tokens[f.after : mark.first + 1]) for f in verbs):
            yield _Group(mark.first, mark.after, 1)


def _nations(scene: Scene) -> Iterator[_Group]:
    """People called by their nation alone: "one Briton", أميركيان."""
    for mark in scene.all("nation"):
        arabic = is_arabic(scene, mark)
        alone = mark.first > 0 and arabic and not _is_noun_before(scene, mark)
        one = mark.first > 0 and not arabic and scene.tokens[mark.first - 1].folded in {"one", "a", "an"}
        if one and mark.after < len(scene.tokens) and scene.marks.get(mark.after) is None:
            yield _Group(mark.first - 1, mark.after, 1)  # "two Americans and one Briton"
        if alone:  # "قتل أميركيان وبريطاني"
            yield _Group(mark.first, mark.after, 2 if scene.tokens[mark.first].folded.endswith("ان") else 1)


def _is_part(scene: Scene, mark: Mark) -> bool:
    """Whether those counted are some of the others: "اثنان منهم", "two of them critically"."""
    words = [token.folded for token in scene.tokens[mark.after : mark.after + 2]]
    return bool(words) and (words[0] in {"منهم", "منهن"} or words in (["of", "them"], ["of", "whom"]))


def _is_noun_before(scene: Scene, mark: Mark) -> bool:
    """Whether an adjective of nation belongs to the word before it: "جندي أميركي", not "قتل أميركي وبريطاني"."""
    joined = scene.tokens[mark.first].folded.startswith("و")
    fates = {f.after for r, f in scene.found("part") if r.id in _FATES}
    after = mark.first - 1 if scene.tokens[mark.first - 1].folded in {"فيه", "فيها"} else mark.first
    return not (joined or after in fates)


def _victims(scene: Scene, found: Found, groups: list[_Group], others: list[Found]) -> list[_Group]:
    """The groups of those whose fate the words tell: behind the verb, or before a passive or a noun."""
    after = _chain(scene, [g for g in groups if g.first >= found.after], found.after, others)
    before = _before(scene, found, groups, others)
    passive = _is_passive(scene, found) if not is_arabic(scene, found) else _is_plural_verb(scene, found)
    return (before or after) if passive or _is_counted(scene, found, groups) else (after or before)


def _is_passive(scene: Scene, found: Found) -> bool:
    words = (token.folded for token in scene.tokens[max(0, found.first - 2) : found.first])
    return not _PASSIVE.isdisjoint(words)


def _is_plural_verb(scene: Scene, found: Found) -> bool:
    """Whether an Arabic verb in the plural tells the fate of those before it: "خمسة من عناصرها قتلوا"."""
    return scene.tokens[found.first].folded.endswith("وا") or scene.tokens[found.first].folded in {"شخصت", "شخص"}


def _is_suffered(scene: Scene, found: Found) -> bool:
    """Whether the words tell a fate of those before them: "438 Iraqis died", "eight were wounded"."""
    return scene.tokens[found.first].folded in {"died", "dead"} or (
        not is_arabic(scene, found) and _is_passive(scene, found)
    )


def _is_counted(scene: Scene, found: Found, groups: list[_Group]) -> bool:
    """Whether a number stands right before a noun of victims: "أربعة جرحى", "16 dead"."""
    if not is_arabic(scene, found):
        return any(group.after == found.first for group in groups)
    noun = scene.tokens[found.first].folded.startswith(_NOUNS)
    return noun and any(0 <= found.first - group.after <= 1 for group in groups)


def _before(scene: Scene, found: Found, groups: list[_Group], others: list[Found]) -> list[_Group]:
    noun = scene.tokens[found.first].folded.startswith(_NOUNS)
    suffered = not is_arabic(scene, found) or _is_plural_verb(scene, found)
    reach = _BACK if suffered else (1 if noun else 0)  # "ثلاثة جنود قتلى"
    near = [g for g in groups if 0 <= found.first - g.after <= reach]
    near = [g for g in near if not any(g.first < other.first < found.first for other in others)]
    apart = 2 if suffered and _is_passive(scene, found) else 1 if len(near) > 1 else 0  # "A sailor, X, was killed"
    near = [g for g in near if scene.clauses[found.first] - scene.clauses[g.first] <= apart]
    chain = near[-1:]
    for group in reversed(near[:-1]):
        if _is_joined(scene, chain[0]) and chain[0].first - group.after <= _JOINED:
            chain.insert(0, group)
    return chain


def _chain(scene: Scene, groups: list[_Group], at: int, others: list[Found]) -> list[_Group]:
    """The first group near the verb and those joined to it by "and", up to the next fate."""
    chain: list[_Group] = []
    end = at
    for group in groups:
        if group.first < end:
            continue
        near = group.first - end <= (_JOINED if chain else _REACH)
        parted = any(at <= other.first < group.after for other in others)
        parted = parted or any(
            0 <= other.first - group.after <= _ITS_OWN and _is_suffered(scene, other) for other in others
        )
        same = scene.clauses[group.first] == scene.clauses[max(0, at - 1)]
        if not near or parted or not (_is_joined(scene, group) if chain else same):
            break
        chain.append(group)
        end = group.after
    return chain


def _is_joined(scene: Scene, group: _Group) -> bool:
    before = scene.tokens[group.first - 1].folded if group.first else ""
    return before in {"and", "و", "plus"} or scene.tokens[group.first].folded.startswith("و")


def _one_more(scene: Scene, last: _Group, fate: Found) -> int:
    """One more, for "and another"."""
    end = last.after + 4 if last.first >= fate.first else min(last.after + 4, fate.first)
    rest = scene.tokens[last.after : end]
    return sum(1 for token in rest if not _OTHER.isdisjoint({token.folded.lstrip("و"), token.folded}))
