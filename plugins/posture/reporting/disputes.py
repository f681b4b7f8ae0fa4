"""Where independent reports of one story contradict each other: two counts of the same troops, two tolls of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from posture.reporting.facts import Dispute, Fact, Figure, Link
from posture.reporting.figures import agree


def conflicts(facts: Iterable[Fact]) -> tuple[Dispute, ...]:
    """The first report of a story beside each that contradicts it."""
    stated = [fact for fact in facts if fact.modality == "asserted" and fact.story_id is not None]
    stated.sort(key=lambda fact: (_topic(fact), fact.said.printed or fact.day, fact.claim_id))
    return tuple(dispute for _, group in groupby(stated, key=_topic) for dispute in _of_topic(list(group)))


def each_once(disputes: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """The disagreements without those that repeat one before: two values of a field, and an outlet that gives one."""
    kept: list[Dispute] = []
    told: dict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
    for dispute in disputes:
        outlets = {dispute.a_text.outlet, dispute.b_text.outlet}
        before = told[dispute.field.rpartition(".")[2], frozenset((_plain(dispute.a), _plain(dispute.b)))]
        if not before & outlets:
            kept.append(dispute)
        before |= outlets
    return tuple(kept)


def _plain(value: str | Figure) -> str:
    if isinstance(value, str):
        return value
    return str(value.low) if value.low == value.high else f"{value.low}-{value.high}"


def _of_topic(facts: list[Fact]) -> Iterator[Dispute]:
    first = facts[0]
    told: set[str] = set()
    for other in facts[1:]:
        for field, a, b in _contradictions(first, other):
            if f"{field} {b}" not in told:
                told.add(f"{field} {b}")
                yield Dispute(kind="conflict", field=field, a=a, b=b, a_text=_link(first), b_text=_link(other))


def _contradictions(a: Fact, b: Fact) -> Iterator[tuple[str, str | Figure, str | Figure]]:
    if a.figure and b.figure and not agree(a.figure, b.figure):
        yield f"{a.kind}.count", a.figure, b.figure
    if a.kind == "incident" and a.killed is not None and b.killed is not None and a.killed != b.killed:
        yield "incident.killed", str(a.killed), str(b.killed)
    if a.kind == "incident" and a.wounded is not None and b.wounded is not None and a.wounded != b.wounded:
        yield "incident.wounded", str(a.wounded), str(b.wounded)
    if a.polarity != b.polarity:
        yield f"{a.kind}.polarity", a.polarity, b.polarity


def _topic(fact: Fact) -> tuple[str, ...]:
    """What two reports must share before they can contradict each other."""
    parts = (fact.story_id, fact.kind, fact.force, fact.role, fact.place, fact.event, fact.target, fact.day)
    return tuple(str(part or "") for part in parts)


def _link(fact: Fact) -> Link:
    said = fact.said
    return Link(title=said.quote, language=said.language, outlet=said.outlet, url=said.url)
