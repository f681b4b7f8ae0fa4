"""How many attacks or strikes are told: "150 attacks", "attacked at least 46 times"; "two drones" counts drones."""

from __future__ import annotations

from posture.extracting.counts import is_head_count, quantity_of
from posture.extracting.heads import words
from posture.extracting.patterns import Found, Mark
from posture.extracting.scenes import Scene
from posture.extracting.signs import is_sign
from posture.extracting.weapons import counts_weapons, is_weapon

_TIMES = 14  # words between "attacked" and "at least 46 times"
_BESIDE = 5  # words between "30" and the attacks of "30 rocket or bomb attacks"
_QUALIFIERS = words(
    """or and separate such retaliatory air precision more new other different recent similar drone bomb aerial deadly
    suspected successful major large small coordinated direct additional"""
)
_TIMES_WORDS = frozenset({"times", "occasions", "مره", "مرات", "مناسبه"})
_NOUNS = frozenset({"incident.attack_noun", "incident.strike", "incident.bomb"})


def count_of(scene: Scene, found: Found) -> Mark | None:
    """The number of incidents that the phrase tells, None when it tells one or says no number."""
    rules = [rule for rule, f in scene.found("incident") if f is found]
    if any(is_sign(rule) for rule in rules):
        return None
    for rule, tally in scene.found("part"):
        if rule.id == "part.tally" and tally.first <= found.first < tally.after:
            return tally.slots["count"]
    noun = any(rule.id in _NOUNS for rule in rules)
    for mark in scene.all("count"):
        if not is_head_count(mark) or quantity_of(mark).vague:
            continue
        if found.first < mark.first and mark.after == found.after - 1:
            return mark  # "تعرضت لأكثر من 150 هجوما" is one phrase
        times = mark.after < len(scene.tokens) and scene.tokens[mark.after].folded in _TIMES_WORDS
        if times and 0 <= mark.first - found.after <= _TIMES and not any(is_sign(rule) for rule in rules):
            return mark
        if _is_beside(scene, found, mark, noun) and not _counts_others(scene, found, mark):
            return mark
    return None


def _is_beside(scene: Scene, found: Found, mark: Mark, noun: bool) -> bool:
    """Whether the number stands before the attacks that it counts, at most words for their kind in between."""
    between = range(mark.after, found.first)
    if mark.after > found.first or len(between) > (_BESIDE if noun else 1):
        return False
    if len(between) <= 1 and not counts_weapons(scene, mark):
        return scene.clauses[mark.first] == scene.clauses[found.first]
    return noun and all(_is_qualifier(scene, at) for at in between)


def _is_qualifier(scene: Scene, at: int) -> bool:
    nation = any(mark.first <= at < mark.after for mark in scene.all("nation", "country"))
    return nation or scene.tokens[at].folded in _QUALIFIERS or is_weapon(scene, at)


def _counts_others(scene: Scene, found: Found, mark: Mark) -> bool:
    """Whether the number is of victims, or the attack that by which they came: "إصابة 25 آخرين بهجوم"."""
    victims = any(
        r.id in ("part.killed", "part.wounded") and 0 <= mark.first - f.after <= 1 for r, f in scene.found("part")
    )
    return victims or scene.tokens[found.first].folded.startswith(("ب", "ل"))
