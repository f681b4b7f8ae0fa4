"""Who is told of what, at once: rules over new facts, each deciding a thing only once.

A rule watches claims or verdicts, narrows them by kind and field, and fires on one named condition. Ten outlets with
one attack make one alert: the key of an alert names what happened, not who printed it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from posture.reporting.facts import Change, Dispute, Fact
from posture.reporting.levels import changes

Severity = Literal["urgent", "high", "normal"]
# Older news reaches us by backfill and with the seed corpus; it belongs in the ledger, not in a pocket that buzzes.
NEWS = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One entry of seeds/alerts.yml: which facts, on what condition, how loud, and to whom."""

    id: str
    name_en: str
    name_ar: str
    kinds: tuple[str, ...]  # kinds of claim, or `variant`
    condition: str  # a name in CONDITIONS
    severity: Severity
    tell: tuple[str, ...]  # ids of recipient lists
    where: Mapping[str, tuple[str, ...]]  # field of a claim -> values that it may have


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A nearly identical text of a story in which facts differ."""

    version_id: int
    story_id: int | None
    disputes: tuple[Dispute, ...]
    read_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Something that people are told at once. `key` is the same whenever the same thing is decided again."""

    key: str
    rule: Rule
    decided_at: datetime
    fact: Fact | None = None
    change: Change | None = None  # set when the fact is a figure that departs from the picture
    variant: Variant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What people know already: keys of alerts, and stories told by an alert or a digest."""

    keys: Collection[str] = ()
    stories: Collection[int] = ()


def decide_alerts(
    rules: Sequence[Rule],
    facts: Sequence[Fact],
    *,
    variants: Sequence[Variant] = (),
    before: Iterable[Fact],
    told: Told,
    now: datetime,
) -> tuple[Alert, ...]:
    """The alerts that new facts and variants give rise to, each key once, none that was told before.

    `before` are the figures of the present picture.
    """
    recent = [fact for fact in facts if is_news(fact, now)]
    departed = {change.after.claim_id: change for change in changes(recent, before=before, day=now.date())}
    found: dict[str, Alert] = {}
    for rule in rules:
        for fact in recent:
            if _watches(rule, fact) and CONDITIONS[rule.condition](fact, departed):
                key = f"{rule.id}:{topic(rule, fact)}"
                alert = Alert(key=key, rule=rule, decided_at=now, fact=fact, change=departed.get(fact.claim_id))
                found.setdefault(key, alert)
        for variant in variants if "variant" in rule.kinds else ():
            if variant.story_id in told.stories and now - variant.read_at < NEWS:
                key = f"{rule.id}:version:{variant.version_id}"
                found.setdefault(key, Alert(key=key, rule=rule, decided_at=now, variant=variant))
    return tuple(alert for key, alert in found.items() if key not in told.keys)


def is_news(fact: Fact, now: datetime) -> bool:
    """Whether a claim is young enough, and was first said here: background and repetitions never alert."""
    return not is_old(fact, now) and fact.freshness not in ("repeated", "background")


def is_old(fact: Fact, now: datetime) -> bool:
    """Whether a claim was printed too long ago to be told at once; such a figure is part of the picture."""
    return fact.said.printed is None or now.date() - fact.said.printed > NEWS


def topic(rule: Rule, fact: Fact) -> str:
    """What happened, whoever prints it: an incident's story and target, a timetable's day, else the claim's key."""
    if fact.kind == "incident" and fact.story_id is not None:
        return f"story:{fact.story_id}:{fact.target or fact.place or ''}"
    if rule.condition == "denied" and fact.story_id is not None:
        return f"story:{fact.story_id}:{fact.kind}:{fact.said.speaker or ''}"
    if rule.condition == "dated":
        return f"{fact.to or fact.from_}:{'demanded' if fact.modality == 'demanded' else 'promised'}"
    return fact.key


def _watches(rule: Rule, fact: Fact) -> bool:
    if fact.kind not in rule.kinds:
        return False
    return all(getattr(fact, field) in allowed for field, allowed in rule.where.items())


_Departed = Mapping[int, Change]


def _departs(fact: Fact, departed: _Departed) -> bool:
    change = departed.get(fact.claim_id)
    return change is not None and change.before is not None  # the first figure of all departs from nothing


def _at_base(fact: Fact, departed: _Departed) -> bool:
    return fact.target_kind == "base" and fact.modality == "asserted" and not _denied(fact, departed)


def _denied(fact: Fact, _departed: _Departed) -> bool:
    return fact.polarity == "negated" or fact.modality == "denied"


def _dated(fact: Fact, departed: _Departed) -> bool:
    named = fact.from_ is not None or fact.to is not None
    return named and fact.modality not in ("past", "hypothetical") and not _denied(fact, departed)


def _always(_fact: Fact, _departed: _Departed) -> bool:
    return True


CONDITIONS: Mapping[str, Callable[[Fact, _Departed], bool]] = {
    "always": _always,
    "at_base": _at_base,
    "dated": _dated,
    "denied": _denied,
    "departs": _departs,
}
