"""What ties two reports together, and what keeps them apart: the measures from which stories are judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from posture.matching.facts import Facts, weight
from posture.matching.opposites import tells_events_apart

_FUZZY = 5  # consonants from which one may differ: Scholz and شولتس


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """How two reports are tied. Shares are between 0 and 1."""

    shared: frozenset[str]  # facts that both have
    lead: float  # share of the leads' facts, by weight, that the other report has too: the mean of both directions
    least: float  # the same for the direction in which it is smaller
    leads: float  # shared facts of the two leads, by weight (Dice)
    whole: float  # shared facts of all facts, by weight
    names: float  # share of the names of the shorter list that the other has
    figures: int  # shared figures
    evidence: float  # weight of all that is shared
    apart: frozenset[str]  # what keeps them apart: place, day, round, figure, denial, hour, event, name


def ties(a: Facts, b: Facts, frequencies: Mapping[str, float] | None = None) -> Ties:
    """What ties two reports together, and what keeps them apart."""
    crossed = crossing(a, b)
    alike = _Alike(a, b, crossed=crossed, frequencies=frequencies)
    forth, back = alike.share(a, b), alike.share(b, a)
    shared = alike.shared()
    return Ties(
        shared=shared,
        lead=(forth + back) / 2,
        least=min(forth, back),
        leads=alike.leads(),
        whole=alike.whole(),
        names=_share_of_names(a, b),
        figures=sum(fact.startswith(("figure:", "date:", "score:")) for fact in shared),
        evidence=alike.weigh(shared),
        apart=frozenset(_apart(a, b)),
    )


def crossing(a: Facts, b: Facts) -> bool:
    """Whether the two are in different languages."""
    return a.language != b.language


class _Alike:
    """Facts of two reports compared; across languages words meet by their consonants alone."""

    def __init__(self, a: Facts, b: Facts, *, crossed: bool, frequencies: Mapping[str, float] | None) -> None:
        self.a, self.b, self.crossed, self.frequencies = a, b, crossed, frequencies

    def weigh(self, facts: Iterable[str]) -> float:
        return sum(weight(fact, self.frequencies) for fact in facts)

    def comparable(self, facts: Iterable[str]) -> list[str]:
        return [fact for fact in facts if not (self.crossed and fact.startswith("word:"))]

    def share(self, one: Facts, other: Facts) -> float:
        lead = self.comparable(one.lead)
        total, found = self.weigh(lead), self.weigh(fact for fact in lead if fact in other.all)
        if self.crossed:
            names = one.names if one.names else frozenset()
            total += 2.0 * len(names)
            found += 2.0 * sum(has_name(name, other.bones) for name in names)
        return found / total if total else 0.0

    def leads(self) -> float:
        ours, theirs = set(self.comparable(self.a.lead)), set(self.comparable(self.b.lead))
        total = self.weigh(ours) + self.weigh(theirs)
        return 2 * self.weigh(ours & theirs) / total if total else 0.0

    def shared(self) -> frozenset[str]:
        both = self.a.all & self.b.all
        if self.crossed:
            both |= {f"name:{name}" for name in self.a.names if has_name(name, self.b.bones)}
            both |= {f"name:{name}" for name in self.b.names if has_name(name, self.a.bones)}
        return frozenset(both)

    def whole(self) -> float:
        shared = self.weigh(self.shared())
        smaller = min(self.weigh(self.comparable(one.all)) for one in (self.a, self.b))
        return min(1.0, shared / smaller) if smaller else 0.0


def has_name(name: str, others: frozenset[str]) -> bool:
    """Whether one of the others is this name: the same consonants, or all but one of five."""
    if name in others:
        return True
    return len(name) >= _FUZZY and any(len(other) >= _FUZZY and _one_off(name, other) for other in others)


def _one_off(one: str, other: str) -> bool:
    """Whether one consonant was changed, added or left out."""
    if abs(len(one) - len(other)) > 1:
        return False
    shorter, longer = sorted((one, other), key=len)
    place = next((at for at, sign in enumerate(shorter) if sign != longer[at]), len(shorter))
    return shorter[place + (len(shorter) == len(longer)) :] == longer[place + 1 :]


def _share_of_names(a: Facts, b: Facts) -> float:
    shares = [
        sum(has_name(name, other.bones) for name in one.names) / len(one.names)
        for one, other in ((a, b), (b, a))
        if one.names
    ]
    return sum(shares) / len(shares) if shares else 0.0


def _apart(a: Facts, b: Facts) -> Iterable[str]:
    if _rounds_exclude(a, b):
        yield "round"
    elif a.numbered != b.numbered and bool(a.of("round")) != bool(b.of("round")):
        yield "numbered"
    for kind in ("city", "country", "day", "date", "hour", "score"):
        if _exclude(a.of(kind), b.of(kind), a.of(kind, lead=False), b.of(kind, lead=False)):
            yield kind
    yield from _days_exclude(a.of("day"), b.of("day"))
    if _figures_exclude(a, b):
        yield "figure"
    if _kinds_exclude(a, b):
        yield "kind"
    if a.denies != b.denies:
        yield "denial"
    if not (a.of("event") & b.of("event")):
        yield "event"
    yield from _names_exclude(a, b)


_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _days_exclude(ours: frozenset[str], theirs: frozenset[str]) -> Iterable[str]:
    """Both leads name days, and none in common; far: two days or more lie between them, for what happens at night is
    told with the day after.
    """
    if not ours or not theirs or ours & theirs:
        return
    yield "lead_day"
    places = [[_WEEK.index(day.removeprefix("day:")) for day in days] for days in (ours, theirs)]
    if all(min((one - other) % 7, (other - one) % 7) > 1 for one in places[0] for other in places[1]):
        yield "far_day"


def _names_exclude(a: Facts, b: Facts) -> Iterable[str]:
    """Both are full of names, and have none in common: throughout, or in their leads."""
    if a.names and b.names and not any(has_name(name, b.bones) for name in a.names):
        yield "name"
    elif a.lead_names and b.lead_names:
        forth = any(has_name(name, b.bones) for name in a.lead_names)
        back = any(has_name(name, a.bones) for name in b.lead_names)
        if not forth or not back:
            yield "lead_name"


def _exclude(lead_a: frozenset[str], lead_b: frozenset[str], all_a: frozenset[str], all_b: frozenset[str]) -> bool:
    """Each lead names some, and neither names any that the other report has."""
    return bool(lead_a) and bool(lead_b) and not (lead_a & all_b) and not (lead_b & all_a)


def _rounds_exclude(a: Facts, b: Facts) -> bool:
    """Both number the same thing (a round of talks), and never alike."""
    ours, theirs = a.of("round"), b.of("round")
    units = {fact.partition(" ")[2] for fact in ours} & {fact.partition(" ")[2] for fact in theirs}
    return bool(units) and _exclude(ours, theirs, a.of("round", lead=False), b.of("round", lead=False))


def _kinds_exclude(a: Facts, b: Facts) -> bool:
    """One lead has what rules out the other's: rockets and no drone against a drone and no rockets, a rise against
    a cut.
    """
    ours, theirs = _things(a), _things(b)
    return any(
        tells_events_apart(one, other) and one not in theirs and other not in ours for one in ours for other in theirs
    )


def _things(facts: Facts) -> set[str]:
    return {fact.partition(":")[2] for fact in facts.lead if fact.startswith(("event:", "thing:"))}


def _figures_exclude(a: Facts, b: Facts) -> bool:
    """Both count the same thing in their leads and never come to the same number."""
    units = a.figures.keys() & b.figures.keys()
    return bool(units) and all(not (a.figures[unit] & b.figures[unit]) for unit in units)
