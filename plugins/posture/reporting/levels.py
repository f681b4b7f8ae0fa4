"""The present picture: what is said now of each force in each place, who disagrees, and what changed.

A figure is never averaged with another. The picture keeps the latest statement of every distinct figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby

from posture.reporting.facts import Change, Fact, PresentLevel
from posture.reporting.figures import agree, same

# A figure that nobody has repeated for half a year is history, not the present picture.
PRESENT = timedelta(days=183)
_Subject = tuple[str, str, str]
# Said with or without its word: "2,500 soldiers" and "2,500 Americans" are one subject, advisers are another.
_PLAIN = "troops"


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
    """The picture at the end of `day`, one entry per force, role and place, those with the newest figure first."""
    levels = [fact for fact in facts if is_level(fact) and _within(fact, day)]
    levels.sort(key=lambda fact: (subject_of(fact), _age(fact)))
    picture = [_present(list(group)) for _, group in groupby(levels, key=subject_of)]
    return tuple(sorted(picture, key=lambda level: _age(level.latest), reverse=True))


def changes(facts: Iterable[Fact], *, picture: Iterable[PresentLevel], day: date) -> tuple[Change, ...]:
    """The figures of `day` among `facts` that agree with none of the picture before them, in the order of their age.

    Each is held against those before it too, so that ten outlets with one new figure make one change.
    """
    known = {subject_of(level.latest): [level.latest, *level.others] for level in picture}
    found = []
    for fact in sorted((fact for fact in facts if is_level(fact) and _within(fact, day)), key=_age):
        before = known.setdefault(subject_of(fact), [])
        if departs(fact, before):
            found.append(Change(after=fact, before=_before(fact, before)))
        before.insert(0, fact)
    return tuple(found)


def departs(fact: Fact, known: Iterable[Fact]) -> bool:
    """Whether a newly said figure agrees with none that is known; a repeated or background sentence never departs."""
    if fact.figure is None or fact.freshness in ("repeated", "background"):
        return False
    figures = [other.figure for other in known if other.figure is not None]
    closed = [figure for figure in figures if figure.low is not None and figure.high is not None]
    # "hundreds" and "more than 1,000" agree with nearly everything: beside a definite figure they do not count
    return not any(agree(fact.figure, figure) for figure in closed or figures)


def _before(fact: Fact, known: Sequence[Fact]) -> Fact | None:
    """What the same speaker said before, else the newest of the known figures."""
    own = [other for other in known if fact.said.speaker and other.said.speaker == fact.said.speaker]
    return next(iter([*own, *known]), None)


def _present(levels: list[Fact]) -> PresentLevel:
    """The picture of one force in one place, from its levels, oldest first."""
    latest = levels[-1]
    distinct: list[Fact] = [latest]
    for level in reversed(levels):
        if not any(_same(level, other) for other in distinct):
            distinct.append(level)
    days = [level.day for level in levels if level.day is not None and _same(level, latest)]
    return PresentLevel(latest=latest, others=tuple(distinct[1:]), since=min(days))


def _same(a: Fact, b: Fact) -> bool:
    return a.figure is not None and b.figure is not None and same(a.figure, b.figure)


def _within(fact: Fact, day: date) -> bool:
    return fact.day is not None and day - PRESENT <= fact.day <= day


def subject_of(fact: Fact) -> _Subject:
    """What a level is of: whose troops, where, and as what."""
    return fact.force or "", fact.place or "", fact.role or _PLAIN


def _age(fact: Fact) -> tuple[date, date, int]:
    """Oldest first by the day spoken of, then by the day printed; the key only settles ties."""
    day = fact.day or date.min
    return day, fact.said.printed or day, fact.claim_id
