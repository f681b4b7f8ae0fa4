"""What ties two reports together, and what keeps them apart: the measures from which stories are judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from posture.matching.apart import apart
from posture.matching.facts import Facts
from posture.matching.sharing import has_fact
from posture.matching.transcripts import has_name
from posture.matching.weights import NAMED, WEIGHTS, weight

_TELLING = frozenset({"base", "entity", "name", "figure", "date", "city", "score", "round"})
_SALIENT = 2  # sentences of the head, a headline counting for two


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
    named: float  # weight of the names, places and figures that are shared
    salient: float  # share of what one report comes back to that the other has: the smaller of both directions
    evidence: float  # weight of all that is shared
    claims: int  # what extraction hears both leads claim
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
        figures=sum(fact.startswith(("figure:", "date:", "score:")) for fact in alike.anchored(shared)),
        evidence=alike.weigh(alike.anchored(shared)),
        claims=len(a.of("claim") & b.of("claim")),
        named=alike.weigh(fact for fact in alike.anchored(shared) if alike.is_telling(fact)),
        salient=min(alike.salient(a, b), alike.salient(b, a)),
        apart=frozenset(apart(a, b)),
    )


def crossing(a: Facts, b: Facts) -> bool:
    """Whether the two are in different languages."""
    return a.language != b.language


class _Alike:
    """Facts of two reports compared; across languages words meet by their consonants alone."""

    def __init__(self, a: Facts, b: Facts, *, crossed: bool, frequencies: Mapping[str, float] | None) -> None:
        self.a, self.b, self.crossed, self.frequencies = a, b, crossed, frequencies

    def weigh(self, facts: Iterable[str]) -> float:
        return sum(self._weight(fact) for fact in facts)

    def _weight(self, fact: str) -> float:
        """A word printed as a name, or that a report comes back to, is what it is about."""
        plain = weight(fact, self.frequencies)
        if not fact.startswith("word:"):
            return plain
        named = fact in self.a.proper or fact in self.b.proper or max(self._told(fact)) >= _SALIENT
        return NAMED * plain if named else plain

    def is_telling(self, fact: str) -> bool:
        """Whether it names or counts something: a kind of event or of thing is shared by many events."""
        kind = fact.partition(":")[0]
        return kind in _TELLING or (kind == "word" and self._weight(fact) > weight(fact, self.frequencies))

    def _told(self, fact: str) -> tuple[int, int]:
        return self.a.told.get(fact, 0), self.b.told.get(fact, 0)

    def comparable(self, facts: Iterable[str]) -> list[str]:
        return [fact for fact in facts if not (self.crossed and fact.startswith("word:"))]

    def share(self, one: Facts, other: Facts) -> float:
        """How much of what the lead of one tells the other tells too."""
        return self._share(self.comparable(one.lead), one.names, other)

    def salient(self, one: Facts, other: Facts) -> float:
        """The same for what one comes back to, from its headline on."""
        kept = [fact for fact in self.comparable(one.told) if one.told[fact] >= _SALIENT]
        return self._share(kept, one.salient_names, other)

    def _share(self, facts: Iterable[str], names: frozenset[str], other: Facts) -> float:
        total, found = 0.0, 0.0
        for fact in facts:
            worth = self._weight(fact)
            total += worth
            found += worth * has_fact(fact, other)
        if self.crossed:
            total += WEIGHTS["name"] * len(names)
            found += WEIGHTS["name"] * sum(has_name(name, other.bones) for name in names)
        return found / total if total else 0.0

    def leads(self) -> float:
        ours, theirs = set(self.comparable(self.a.lead)), set(self.comparable(self.b.lead))
        total = self.weigh(ours) + self.weigh(theirs)
        return 2 * self.weigh(ours & theirs) / total if total else 0.0

    def shared(self) -> frozenset[str]:
        both = {fact for fact in self.a.all if has_fact(fact, self.b)}
        if self.crossed:
            both |= {f"name:{name}" for name in self.a.names if has_name(name, self.b.bones)}
            both |= {f"name:{name}" for name in self.b.names if has_name(name, self.a.bones)}
        return frozenset(both)

    def anchored(self, shared: Iterable[str]) -> list[str]:
        """Of what both have, what stands in the lead of one: below stands what other reports repeat for months."""
        return [
            fact
            for fact in shared
            if has_fact(fact, self.a, lead=True) or has_fact(fact, self.b, lead=True) or fact.startswith("name:")
        ]

    def whole(self) -> float:
        shared = self.weigh(self.anchored(self.shared()))
        smaller = min(self.weigh(self.comparable(one.all)) for one in (self.a, self.b))
        return min(1.0, shared / smaller) if smaller else 0.0


def _share_of_names(a: Facts, b: Facts) -> float:
    shares = [
        sum(has_name(name, other.bones) for name in one.names) / len(one.names)
        for one, other in ((a, b), (b, a))
        if one.names
    ]
    return sum(shares) / len(shares) if shares else 0.0
