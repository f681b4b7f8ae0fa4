"""What a denial denies: only what people were told, or read in the same hour, is news when it is denied."""

from __future__ import annotations

from collections.abc import Iterable

from posture.reporting.facts import Fact
from posture.reporting.figures import agree

# Kinds in which one thing is told in other words: a base that will be handed over, soldiers who will leave it.
CHANGES = frozenset({"base_status", "movement", "timetable"})
_LEAVING = frozenset({"departure", "end_of_mission", "handed_over", "handover", "reduction", "vacated", "withdrawal"})
# What is not said to be so cannot be denied: an open question, a demand, a look back.
_OPEN = frozenset({"denied", "hypothetical", "past"})


def is_denial(fact: Fact) -> bool:
    """Whether a claim says that something is not so. "No plans to move 2,500" does not deny that they are there."""
    if fact.kind == "force_level" and fact.modality not in ("asserted", "denied"):
        return False
    return fact.polarity == "negated" or fact.modality == "denied"


def denied_by(denial: Fact, told: Iterable[Fact]) -> Fact | None:
    """The last thing told that a denial is of; None when nobody was told of such a thing."""
    found = [fact for fact in told if _is_of(denial, fact)]
    return max(found, key=lambda fact: fact.claim_id, default=None)


def _is_of(denial: Fact, told: Fact) -> bool:
    if told.polarity == "negated" or told.modality in _OPEN or denial.claim_id == told.claim_id:
        return False
    if denial.kind == "force_level" or told.kind == "force_level":
        return denial.kind == told.kind and _same_level(denial, told)
    together = denial.kind == told.kind or {denial.kind, told.kind} <= CHANGES
    return together and _same_event(denial, told) and _same_subject(denial, told)


def _same_level(denial: Fact, told: Fact) -> bool:
    if (denial.force, denial.place) != (told.force, told.place):
        return False
    return denial.figure is None or told.figure is None or agree(denial.figure, told.figure)


def _same_event(a: Fact, b: Fact) -> bool:
    return a.event is not None and (a.event == b.event or {a.event, b.event} <= _LEAVING)


def _same_subject(denial: Fact, told: Fact) -> bool:
    """Whether no name of one is at odds with the other's, and they share one: a base, a place, a force, a story."""
    ends = {denial.to or denial.from_, told.to or told.from_}
    if denial.kind == told.kind == "timetable" and None not in ends and len(ends) > 1:
        return False
    where = [{fact.target, fact.place} - {None} for fact in (denial, told)]
    if all(where) and not (where[0] & where[1]):
        return False
    if denial.force and told.force and denial.force != told.force:
        return False
    shared = bool(where[0] & where[1]) or (denial.force is not None and denial.force == told.force)
    return shared or (denial.story_id is not None and denial.story_id == told.story_id)
