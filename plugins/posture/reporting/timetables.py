"""The dates that were promised, demanded or expected: by whom, how far away, and whether they moved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from posture.reporting.facts import Fact, Timetable

# A date that has passed is still shown for a month: whether it was kept is news too.
PASSED = timedelta(days=30)
_STATES = {"planned": "planned", "expected": "expected", "demanded": "demanded", "denied": "denied"}


def timetables(facts: Iterable[Fact], *, day: date) -> tuple[Timetable, ...]:
    """The dates that matter on `day`, the nearest first; of each maker and event the latest word.

    The same maker's earlier date for the same event is what the latest moved from.
    """
    latest: dict[tuple[str | None, ...], list[Fact]] = {}
    for fact in sorted(filter(_is_dated, facts), key=lambda fact: (fact.said.printed or date.min, fact.claim_id)):
        latest.setdefault((fact.said.speaker, fact.event, fact.force, fact.place), []).append(fact)
    found = [_timetable(said, day) for said in latest.values() if _end(said[-1]) >= day - PASSED]
    return tuple(sorted(found, key=lambda item: (_end(item.fact), item.fact.claim_id)))


def _timetable(said: list[Fact], day: date) -> Timetable:
    fact = said[-1]
    others = [_end(before) for before in said[:-1] if _end(before) != _end(fact)]
    moved_from = others[-1] if others and fact.said.speaker is not None else None
    return Timetable(fact=fact, state=_state(fact), days_left=(_end(fact) - day).days, moved_from=moved_from)


def _state(fact: Fact) -> str:
    return "denied" if fact.polarity == "negated" else _STATES.get(fact.modality, "announced")


def _is_dated(fact: Fact) -> bool:
    dated = fact.from_ is not None or fact.to is not None
    return fact.kind == "timetable" and dated and fact.modality not in ("past", "hypothetical")


def _end(fact: Fact) -> date:
    return fact.to or fact.from_ or date.min
