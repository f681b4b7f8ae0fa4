"""The dates that were promised, demanded or expected: by whom, how far away, and whether they moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from posture.reporting.facts import Fact, Timetable

# A date that has passed is still shown for a month: whether it was kept is news too.
PASSED = timedelta(days=30)
# A promise is remembered for so long: dates are named years ahead.
REMEMBERED = timedelta(days=3 * 365)
# Days between two ends of one period that outlets of neighbouring days count from their own.
_COUNTED_APART = timedelta(days=2)
_STATES = {"planned": "planned", "expected": "expected", "demanded": "demanded", "denied": "denied"}


def timetables(facts: Iterable[Fact], *, day: date) -> tuple[Timetable, ...]:
    """The dates that matter on `day`, the nearest first, each with all who name it.

    A maker's date stands until he names another one for the same on a later day: that one moved from it. Two dates of
    one day are two phases, and stand beside each other.
    """
    made: dict[tuple[object, ...], dict[date, list[Fact]]] = {}
    for fact in sorted(filter(_is_dated, facts), key=lambda fact: (_printed(fact), fact.claim_id)):
        # without a maker two dates are two promises, not one that moved
        maker = fact.said.speaker or end_of(fact)
        of_maker = made.setdefault((maker, fact.event, fact.force, fact.place), {})
        again = (end for end, said in of_maker.items() if _is_counted_anew(said[-1], fact))
        of_maker.setdefault(next(again, end_of(fact)), []).append(fact)
    standing = (item for dates in made.values() for item in _standing(dates, day))
    dated: list[list[Timetable]] = []
    for item in sorted(standing, key=lambda item: end_of(item.fact)):
        if end_of(item.fact) < day - PASSED:
            continue
        if dated and _is_one_date(dated[-1][0].fact, item.fact):
            dated[-1].append(item)
        else:
            dated.append([item])
    return tuple(map(_together, dated))


def _standing(dates: Mapping[date, list[Fact]], day: date) -> Iterator[Timetable]:
    """The dates of one maker for one thing that no later word has moved."""
    for said in dates.values():
        others = [other for other in dates.values() if other is not said]
        if any(_printed(other[0]) > _printed(said[-1]) for other in others):
            continue
        before = [other[-1] for other in others if _printed(other[-1]) < _printed(said[0])]
        moved_from = end_of(max(before, key=_printed)) if before else None
        fact = said[-1]
        yield Timetable(fact=fact, state=state_of(fact), days_left=(end_of(fact) - day).days, moved_from=moved_from)


def _printed(fact: Fact) -> date:
    return fact.said.printed or date.min


def _is_counted_anew(earlier: Fact, later: Fact) -> bool:
    """Whether a maker's "within a year" is counted from another day of printing: it did not move for that."""
    lengths = [end_of(fact) - _printed(fact) for fact in (earlier, later)]
    return _is_counted(earlier) and _is_counted(later) and abs(lengths[1] - lengths[0]) <= _COUNTED_APART


def _is_counted(fact: Fact) -> bool:
    """Whether a period runs from the day of printing."""
    return None not in (fact.from_, fact.to) and abs((fact.from_ or date.min) - _printed(fact)) <= timedelta(days=1)


def _is_one_date(earlier: Fact, later: Fact) -> bool:
    """Whether two name one date: "within a year" is one of its story, counted from the evening or the morning after."""
    apart = end_of(later) - end_of(earlier)
    return not apart or (apart <= _COUNTED_APART and later.story_id is not None and earlier.story_id == later.story_id)


def _together(named: list[Timetable]) -> Timetable:
    """One entry of all that name one date: the fullest stands first, and each other maker and state once."""
    first, *rest = sorted(named, key=lambda item: (item.moved_from is None, item.fact.said.speaker is None))
    others: dict[tuple[str | None, str], Fact] = {}
    for item in rest:
        if (item.fact.said.speaker, item.state) != (first.fact.said.speaker, first.state):
            others.setdefault((item.fact.said.speaker, state_of(item.fact)), item.fact)
    return replace(first, also=tuple(others.values()))


def state_of(fact: Fact) -> str:
    """How a date is said: planned, expected, demanded, denied, else announced."""
    return "denied" if fact.polarity == "negated" else _STATES.get(fact.modality, "announced")


def _is_dated(fact: Fact) -> bool:
    return fact.kind == "timetable" and names_day(fact) and fact.modality not in ("past", "hypothetical")


def names_day(fact: Fact) -> bool:
    """Whether a claim names the day of an end or a beginning; "in the coming months" begins now and names none."""
    if fact.to is not None or fact.from_ is None:
        return fact.to is not None
    return fact.said.printed is None or fact.from_ > fact.said.printed


def end_of(fact: Fact) -> date:
    """The day by which it is to be."""
    return fact.to or fact.from_ or date.min
