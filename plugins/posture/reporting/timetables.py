"""The dates that were promised, demanded or expected: by whom, how far away, and whether they moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from posture.reporting.facts import Fact, Timetable

# A date that has passed is still shown for a month: whether it was kept is news too.
PASSED = timedelta(days=30)
# A promise is remembered for so long: dates are named years ahead.
REMEMBERED = timedelta(days=3 * 365)
_STATES = {"planned": "planned", "expected": "expected", "demanded": "demanded", "denied": "denied"}


def timetables(facts: Iterable[Fact], *, day: date) -> tuple[Timetable, ...]:
    """The dates that matter on `day`, the nearest first, each with all who name it.

    Of each maker and event the latest word counts; the same maker's earlier date is what it moved from.
    """
    latest: dict[tuple[object, ...], list[Fact]] = {}
    for fact in sorted(filter(_is_dated, facts), key=lambda fact: (fact.said.printed or date.min, fact.claim_id)):
        # without a maker two dates are two promises, not one that moved
        maker = fact.said.speaker or end_of(fact)
        latest.setdefault((maker, fact.event, fact.force, fact.place), []).append(fact)
    dated: dict[date, list[Timetable]] = {}
    for said in latest.values():
        if end_of(said[-1]) >= day - PASSED:
            dated.setdefault(end_of(said[-1]), []).append(_timetable(said, day))
    return tuple(_together(dated[end]) for end in sorted(dated))


def _together(named: list[Timetable]) -> Timetable:
    """One entry of all that name one date: the fullest stands first, and each other maker and state once."""
    first, *rest = sorted(named, key=lambda item: (item.moved_from is None, item.fact.said.speaker is None))
    others: dict[tuple[str | None, str], Fact] = {}
    for item in rest:
        if (item.fact.said.speaker, item.state) != (first.fact.said.speaker, first.state):
            others.setdefault((item.fact.said.speaker, state_of(item.fact)), item.fact)
    return replace(first, also=tuple(others.values()))


def _timetable(said: list[Fact], day: date) -> Timetable:
    fact = said[-1]
    moved_from = next((end_of(before) for before in reversed(said) if end_of(before) != end_of(fact)), None)
    return Timetable(fact=fact, state=state_of(fact), days_left=(end_of(fact) - day).days, moved_from=moved_from)


def state_of(fact: Fact) -> str:
    """How a date is said: planned, expected, demanded, denied, else announced."""
    return "denied" if fact.polarity == "negated" else _STATES.get(fact.modality, "announced")


def _is_dated(fact: Fact) -> bool:
    dated = fact.from_ is not None or fact.to is not None
    return fact.kind == "timetable" and dated and fact.modality not in ("past", "hypothetical")


def end_of(fact: Fact) -> date:
    """The day by which it is to be."""
    return fact.to or fact.from_ or date.min
