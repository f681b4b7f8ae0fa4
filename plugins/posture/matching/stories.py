"""Whether two reports tell of one event, whoever tells it and in whichever language.

Judged by what both have, weighed by how telling it is, against what keeps events apart: another place, day,
round, person, or a denial. The weights below were fitted by logistic regression on the labelled pairs under
tests/quality/pairs, on the sample press and on reports of 39 events as the press printed them, drawn towards what news
sense says, each tried on events that it was not fitted on, and rounded; a story needs 0.5.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp, log1p
from typing import Literal

from posture.matching.facts import facts
from posture.matching.outlines import Outline, outline
from posture.matching.stems import stem
from posture.matching.ties import Ties, crossing, ties
from posture.matching.transcripts import bones
from posture.matching.weights import weight
from posture.model import Report

SAME = 0.5
_LEAST_EVIDENCE = 1.5  # weight of what two must share: two headlines that have no more than a country are not one event
_DOUBT = 0.4
RELATED = 0.3  # when what parts the two in time is left aside: what follows, answers or denies
_IN_TIME = frozenset(
    {
        "day",
        "other_day",
        "next_day",
        "far_day",
        "date",
        "hour",
        "round",
        "numbered",
        "denial",
        "figure",
        "event",
        "year",
    }
)
_CLAIMS = 3  # in common; more say no more
_SAME_NEWS = 1  # days over which one event is first reported
_PER_DAY, _LATEST = 0.9, 14  # each day later speaks against one event, up to two weeks
Relation = Literal["same", "related", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """How two reports belong together. `shared` are the facts that tie them, most telling first, for a person to
    read.
    """

    relation: Relation
    likeness: float
    shared: tuple[str, ...]
    apart: tuple[str, ...]


def features(tie: Ties) -> dict[str, float]:
    """The measures that are weighed, by name."""
    return {
        "lead": tie.lead,
        "least": tie.least,
        "leads": tie.leads,
        "whole": tie.whole,
        "names": tie.names,
        "figures": min(tie.figures, 4) / 4,
        "salient": tie.salient,
        "named": log1p(tie.named),
        "evidence": log1p(tie.evidence),
        "claims": min(tie.claims, _CLAIMS) / _CLAIMS,
        **{f"apart_{name}": float(name in tie.apart) for name in APART},
    }


# Where few labelled pairs speak of a measure, its weight is what news sense says: another round is another event.
APART = {
    "awaited": -1.1, "base": -1.6, "city": -1.6, "country": -4.2, "date": -1.7, "day": -3.2, "denial": -2.9,
    "event": -0.3, "far_day": -1.5, "figure": -0.7, "focus": -0.6, "hour": -1.9, "kind": -3.8, "lead_city": -1.7,
    "lead_name": -0.6, "name": -0.6, "next_day": -2.0, "numbered": -1.6, "other_day": -3.1, "round": -5.0,
    "score": -7.5, "subject": -2.0, "undated": -0.6, "year": -1.0,
}  # fmt: skip
_APART_WEIGHTS = {f"apart_{name}": each for name, each in APART.items()}
_WITHIN = {
    "": -5.8, "lead": 1.5, "least": 1.3, "leads": 1.1, "whole": 0.9, "names": 0.6, "figures": 0.7, "salient": 1.6,
    "named": 0.5, "evidence": 1.9, "claims": 0.7, **_APART_WEIGHTS,
}  # fmt: skip
_ACROSS = {
    "": -5.6, "lead": 1.2, "least": 0.8, "leads": 1.2, "whole": 1.2, "names": 0.1, "figures": 0.2, "salient": 0.8,
    "named": 1.3, "evidence": 2.0, "claims": 0.4, **_APART_WEIGHTS,
}  # fmt: skip


def story_likeness(a: Report, b: Report, frequencies: Mapping[str, float] | None = None) -> float:
    """How sure it is that two reports tell of one event, between 0 and 1."""
    return relate(a, b, frequencies).likeness


def relate(a: Report, b: Report, frequencies: Mapping[str, float] | None = None) -> Tie:
    """How two reports belong together, and by what."""
    return relate_outlines(outline(a), outline(b), frequencies)


def relate_outlines(a: Outline, b: Outline, frequencies: Mapping[str, float] | None = None) -> Tie:
    """The same for reports already read. `frequencies` gives the share of reports that have a fact."""
    ours, theirs = facts(a), facts(b)
    tie = ties(ours, theirs, frequencies)
    weights, days = _ACROSS if crossing(ours, theirs) else _WITHIN, days_between(a.report, b.report)
    likeness = _judge(tie, weights, days=days)
    follows = days <= _LATEST and _judge(replace(tie, apart=tie.apart - _IN_TIME), weights, days=0) >= RELATED
    relation: Relation = "same" if likeness >= SAME else "related" if follows else "none"
    return Tie(
        relation=relation,
        likeness=likeness,
        shared=_readable(sorted(tie.shared, key=lambda fact: (-weight(fact, frequencies), fact)), a, b),
        apart=tuple(sorted(tie.apart)),
    )


def _readable(shared: Iterable[str], a: Outline, b: Outline) -> tuple[str, ...]:
    """Facts as a person would say them: words as printed, figures with what they count."""
    printed = ChainMap(_printed(a), _printed(b))
    said = (_say(fact, printed) for fact in shared)
    return tuple(dict.fromkeys(words for words in said if words))


@lru_cache(maxsize=512)
def _printed(side: Outline) -> dict[str, str]:
    """Words and names as this report prints them."""
    return {
        fact: token.text
        for sentence in side.head
        for token in sentence.tokens
        if not token.is_ordinary
        for fact in (f"word:{stem(token.word)}", f"name:{bones(token.word)}")
    }


def _say(fact: str, printed: Mapping[str, str]) -> str:
    kind, _, value = fact.partition(":")
    if kind in {"time", "hour"}:
        return ""
    if kind in {"word", "name"}:
        return f"{kind}: {printed[fact]}" if fact in printed else ""
    return f"{kind}: {value.replace('_', ' ')}"


def days_between(a: Report, b: Report) -> int:
    """Days between two publications; 0 when one is not known."""
    ours, theirs = a.version.published, b.version.published
    return abs((ours.day - theirs.day).days) if ours and theirs else 0


def _judge(tie: Ties, weights: Mapping[str, float], *, days: int) -> float:
    late = min(max(days - _SAME_NEWS, 0), _LATEST)
    score = weights[""] - _PER_DAY * late + sum(weights.get(name, 0.0) * value for name, value in features(tie).items())
    likeness = 1 / (1 + exp(-score))
    doubtful = tie.evidence < _LEAST_EVIDENCE or "far_day" in tie.apart  # another day may follow it, and is not it
    return min(likeness, _DOUBT) if doubtful else likeness
