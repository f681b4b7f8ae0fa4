"""The present picture: what is said now of each force in each place, who disagrees, and what changed.

A figure is never averaged with another. The picture keeps the latest statement of every distinct figure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby

from posture.reporting.facts import Change, Fact, PresentLevel
from posture.reporting.figures import agree, same

# A figure that nobody has repeated for half a year is history, not the present picture.
PRESENT = timedelta(days=183)
# For so long a figure with a name behind it stands before a newer one without.
LONG_AGO = timedelta(days=30)
_Subject = tuple[str, str, str]
# Said with or without its word: "2,500 soldiers" and "2,500 Americans" are one subject, advisers are another.
_PLAIN = "troops"
_CARRIED_ON = ("repeated", "background")


def is_level(fact: Fact) -> bool:
    """Whether the claim says how many there are: neither a demand nor a plan, a denial or a look back."""
    return (
        fact.kind == "force_level"
        and fact.figure is not None
        and fact.force is not None
        and fact.place is not None
        and fact.day is not None
        and fact.modality == "asserted"
        and fact.polarity == "affirmed"
    )


def present_picture(facts: Iterable[Fact], *, day: date) -> tuple[PresentLevel, ...]:
    """The picture at the end of `day`, one entry per force, role and place, the most spoken of first."""
    levels = sorted(present_levels(facts, day), key=subject_of)
    picture = [_present(list(group)) for _, group in groupby(levels, key=subject_of)]
    return tuple(sorted(picture, key=lambda level: (-level.times, subject_of(level.latest))))


def changes(facts: Iterable[Fact], *, before: Iterable[Fact], day: date) -> tuple[Change, ...]:
    """The figures among `facts` that agree with none given before, or with which a speaker changes his own figure.

    They come in the order of their age. Each is held against those before it too, so that ten outlets with one new
    figure make one change.
    """
    known: dict[_Subject, list[Fact]] = {}
    for fact in present_levels(before, day):
        known.setdefault(subject_of(fact), []).insert(0, fact)
    found = []
    for fact in present_levels(facts, day):
        given = known.setdefault(subject_of(fact), [])
        own = [other for other in given if fact.said.speaker and other.said.speaker == fact.said.speaker]
        if departs(fact, given) or (own and departs(fact, own)):
            found.append(Change(after=fact, before=own[0] if own else _most_said(given)))
        given.insert(0, fact)
    return tuple(found)


def _most_said(given: Sequence[Fact]) -> Fact | None:
    """The last statement of the figure that most give: one odd voice is not what another departs from."""
    said = Counter((fact.figure.low, fact.figure.high) for fact in given if fact.figure)
    return max(given, key=lambda fact: said[fact.figure.low, fact.figure.high] if fact.figure else 0, default=None)


def departures(found: Iterable[Change], *, points: Sequence[Fact]) -> tuple[Change, ...]:
    """The changes from a figure known before: one speaker's own change first, then by name and support."""

    def weight(change: Change) -> tuple[bool, bool, int]:
        after = change.after
        support = sum(_same_level(after, point) for point in points)
        return not change.moved, after.said.speaker is None, -support

    kept: list[Change] = []
    for change in sorted((change for change in found if change.before), key=weight):
        if not any(_same_level(change.after, other.after) for other in kept):
            kept.append(change)
    return tuple(kept)


def departs(fact: Fact, known: Iterable[Fact]) -> bool:
    """Whether a newly said figure agrees with none that is known; a repeated or background sentence never departs."""
    if fact.figure is None or fact.freshness in _CARRIED_ON:
        return False
    figures = [other.figure for other in known if other.figure is not None]
    closed = [figure for figure in figures if figure.low is not None and figure.high is not None]
    # "hundreds" and "more than 1,000" agree with nearly everything: beside a definite figure they do not count
    return not any(agree(fact.figure, figure) for figure in closed or figures)


def _present(levels: list[Fact]) -> PresentLevel:
    """The picture of one force in one place, from its levels, oldest first.

    The latest figure is the one that was last given anew, by someone whose name is known if that is not long ago:
    paragraphs that are carried on for months move nothing.
    """
    ago = (levels[-1].day or date.max) - LONG_AGO

    def weight(level: Fact) -> tuple[bool, bool]:
        named = level.said.speaker is not None and level.day is not None and level.day >= ago
        return level.freshness in _CARRIED_ON, not named

    distinct: list[Fact] = []
    newest_first = levels[::-1]
    for level in sorted(newest_first, key=weight):
        if not any(_same(level, other) for other in distinct):
            distinct.append(level)
    shown = [_spokesman(level, levels) for level in distinct]
    days = [level.day for level in levels if level.day is not None and _same(level, distinct[0])]
    return PresentLevel(latest=shown[0], others=tuple(shown[1:]), since=min(days), times=len(levels))


def _spokesman(level: Fact, levels: Sequence[Fact]) -> Fact:
    """Of those who give one figure the last whose name is known; who says so is the news."""
    named = [other for other in levels if other.said.speaker and _same(other, level)]
    return named[-1] if named and not level.said.speaker else level


def _same(a: Fact, b: Fact) -> bool:
    return a.figure is not None and b.figure is not None and same(a.figure, b.figure)


def _same_level(a: Fact, b: Fact) -> bool:
    return subject_of(a) == subject_of(b) and _same(a, b)


def present_levels(facts: Iterable[Fact], day: date) -> list[Fact]:
    """The levels among facts that belong to the present of a day, oldest first."""
    return sorted((fact for fact in facts if is_level(fact) and _within(fact, day)), key=_age)


def _within(fact: Fact, day: date) -> bool:
    return fact.day is not None and day - PRESENT <= fact.day <= day


def subject_of(fact: Fact) -> _Subject:
    """What a level is of: whose troops, where, and as what."""
    return fact.force or "", fact.place or "", fact.role or _PLAIN


def _age(fact: Fact) -> tuple[date, date, int]:
    """Oldest first by the day spoken of, then by the day printed; the key only settles ties."""
    day = fact.day or date.min
    return day, fact.said.printed or day, fact.claim_id
