"""The present picture: what is said now of each force in each place, who disagrees, and what changed.

A figure is never averaged with another. The picture keeps the latest statement of every distinct figure.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from posture.reporting.facts import Change, Fact, PresentLevel
from posture.reporting.figures import agree, same

# A figure that nobody has repeated for half a year is history, not the present picture.
PRESENT = timedelta(days=183)
_Subject = tuple[str, str]


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
    """The picture at the end of `day`, one entry per force and place, those with the newest figure first."""
    levels = [fact for fact in facts if is_level(fact) and _within(fact, day)]
    levels.sort(key=lambda fact: (_subject(fact), _age(fact)))
    picture = [_present(list(group)) for _, group in groupby(levels, key=_subject)]
    return tuple(sorted(picture, key=lambda level: _age(level.latest), reverse=True))


def changes(facts: Iterable[Fact], *, picture: Iterable[PresentLevel]) -> tuple[Change, ...]:
    """The figures among `facts` that agree with none of the picture before them, in the order of their age.

    Each is held against those before it too, so that ten outlets with one new figure make one change.
    """
    known = {(level.force, level.place): [level.latest, *level.others] for level in picture}
    found = []
    for fact in sorted(filter(is_level, facts), key=_age):
        before = known.setdefault(_subject(fact), [])
        if departs(fact, before):
            found.append(Change(after=fact, before=before[0] if before else None))
        before.insert(0, fact)
    return tuple(found)


def departs(fact: Fact, known: Iterable[Fact]) -> bool:
    """Whether a newly said figure agrees with none that is known; a repeated or background sentence never departs."""
    if fact.figure is None or fact.freshness in ("repeated", "background"):
        return False
    return not any(other.figure is not None and agree(fact.figure, other.figure) for other in known)


def _present(levels: list[Fact]) -> PresentLevel:
    """The picture of one force in one place, from its levels, oldest first."""
    latest = levels[-1]
    distinct: list[Fact] = [latest]
    for level in reversed(levels):
        if not any(_same(level, other) for other in distinct):
            distinct.append(level)
    days = [level.day for level in levels if level.day is not None and _same(level, latest)]
    force, place = _subject(latest)
    return PresentLevel(force=force, place=place, latest=latest, others=tuple(distinct[1:]), since=min(days))


def _same(a: Fact, b: Fact) -> bool:
    return a.figure is not None and b.figure is not None and same(a.figure, b.figure)


def _within(fact: Fact, day: date) -> bool:
    return fact.day is not None and day - PRESENT <= fact.day <= day


def _subject(fact: Fact) -> _Subject:
    return fact.force or "", fact.place or ""


def _age(fact: Fact) -> tuple[date, date, int]:
    """Oldest first by the day spoken of, then by the day printed; the key only settles ties."""
    day = fact.day or date.min
    return day, fact.said.printed or day, fact.claim_id
