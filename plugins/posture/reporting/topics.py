"""What happened, whoever prints it: the names under which a thing is told once, and which report tells most of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from posture.reporting.denials import CHANGES
from posture.reporting.facts import Fact

_LOOSE = frozenset({None, "attack", "attacks", "strike"})


def topics(condition: str, fact: Fact, *, moved_from: date | None = None) -> tuple[str, ...]:
    """The names of what a claim tells, the one under which it is kept first.

    An incident is its story and target; a denial its story, matter and voice; a date its day and its base, or the
    months from the day of printing, and one that was moved also what it moved from; anything else the claim's own key.
    A name that ends in a colon is that of all that begin with it.
    """
    story = fact.story_id
    if fact.kind == "incident" and story is not None:
        return (f"story:{story}:{fact.target or fact.place or ''}",)
    if condition == "denied" and story is not None:
        matter = "change" if fact.kind in CHANGES else fact.kind
        return (f"story:{story}:{matter}:{fact.said.speaker or ''}",)
    if condition == "dated":
        return _of_date(fact, moved_from)
    return (fact.key,)


def is_known(topic: str, known: Collection[str]) -> bool:
    """Whether something is known under this name."""
    return topic in known or (topic.endswith(":") and any(each.startswith(topic) for each in known))


def fuller(fact: Fact, other: Fact) -> bool:
    """Whether a claim tells more of one thing than another: what exactly, and whom it hit."""
    return _fullness(fact) > _fullness(other)


def gravity(fact: Fact | None) -> tuple[int, int, bool]:
    """What comes first in a letter, the least first: the dead, the wounded, then what is told exactly."""
    if fact is None:
        return 0, 0, True
    return -(fact.killed or 0), -(fact.wounded or 0), fact.kind == "incident" and fact.event in _LOOSE


def _fullness(fact: Fact) -> tuple[bool, int, bool]:
    harm = sum(value is not None for value in (fact.killed, fact.wounded))
    return fact.event not in _LOOSE, harm, fact.figure is not None


def _of_date(fact: Fact, moved_from: date | None) -> tuple[str, ...]:
    """A date, demanded or promised; "within a year" is one date of its story on whatever day it is printed.

    Many things are to end with a year: each base has dates of its own, and a date may move to one that is known.
    """
    start, end, printed = fact.from_, fact.to or fact.from_, fact.said.printed
    day = f"{end}:{'demanded' if fact.modality == 'demanded' else 'promised'}"
    if fact.target_kind == "base":
        day += f":{fact.target or fact.place}"
    if moved_from is not None:
        return (f"{day}:from {moved_from}",)
    if start is None or end is None or printed is None or fact.story_id is None:
        return (day,)
    months = (end.year - printed.year) * 12 + end.month - printed.month
    if months <= 0 or abs(end.day - printed.day) > 1:
        return (day,)
    counted = f"story:{fact.story_id}:{months} months"
    return (day, counted) if start == end else (counted, day) if start <= printed else (day,)
