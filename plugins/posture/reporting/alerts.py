"""Who is told of what, at once: rules over new facts, each deciding a thing only once.

A rule watches claims or verdicts, narrows them by kind and field, and fires on one named condition. Ten outlets with
one attack make one alert: the key of an alert names what happened, not who printed it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from posture.reporting.denials import denied_by, is_denial
from posture.reporting.facts import Change, Dispute, Fact, Unseen
from posture.reporting.levels import changes
from posture.reporting.timetables import names_day
from posture.reporting.topics import fuller, is_known, topics

Severity = Literal["urgent", "high", "normal"]
# Older news reaches us by backfill and with the seed corpus; it belongs in the ledger, not in a pocket that buzzes.
NEWS = timedelta(days=3)
# Somewhere it is tomorrow already.
_AHEAD = timedelta(days=-1)
# A period that began longer ago sums up many incidents, and tells of none.
_SERIES = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One entry of seeds/alerts.yml: which facts, on what condition, how loud, and to whom."""

    id: str
    name_en: str
    name_ar: str
    kinds: tuple[str, ...]  # kinds of claim, or `variant`, or `source`
    condition: str  # a name in CONDITIONS, `told`, or one of `watching`
    severity: Severity
    tell: tuple[str, ...]  # ids of recipient lists
    where: Mapping[str, tuple[str, ...]]  # field of a claim -> values that it may have
    days: tuple[int, ...] = ()  # of a countdown: so many days before the date it is told
    cooldown_hours: int | None = None  # for so long the same of one subject is not told again; a new fact is


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A nearly identical text of a story in which facts differ."""

    version_id: int
    story_id: int | None
    disputes: tuple[Dispute, ...]
    read_at: datetime
    facts: tuple[Fact, ...] = ()  # the claims of both texts that the other does not share


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Something that people are told at once. `key` is the same whenever the same thing is decided again."""

    key: str
    rule: Rule
    decided_at: datetime
    fact: Fact | None = None
    change: Change | None = None  # set when the fact is a figure that departs from the picture
    variant: Variant | None = None
    denies: Fact | None = None  # what people were told, and is denied now
    moved_from: date | None = None  # the date that the same maker gave before
    days_left: int | None = None  # set when the calendar gives rise to it
    unseen: tuple[Unseen, ...] = ()  # sources that fell silent

    @property
    def told(self) -> tuple[Fact, ...]:
        """Every claim that it tells, so that each can be put right: what is new, and what stands beside it."""
        before = self.change.before if self.change is not None else None
        differing = () if self.variant is None else self.variant.facts
        return tuple(fact for fact in (self.fact, before, *differing) if fact is not None)

    @property
    def subject_key(self) -> str | None:
        """What it is about, whoever says what of it; None when it is about no claim."""
        fact = self.fact
        return None if fact is None else f"{fact.kind}:{fact.force or ''}:{fact.target or fact.place or ''}"

    @property
    def news_key(self) -> str | None:
        """What is new in it: figure, day, harm, and who denies it."""
        fact = self.fact
        if fact is None:
            return None
        figure = (fact.figure.low, fact.figure.high) if fact.figure else None
        end = fact.to or fact.from_ if fact.kind == "timetable" else fact.day
        denying = fact.said.speaker or "somebody" if is_denial(fact) else None
        return f"{figure}:{end}:{fact.killed}:{fact.wounded}:{denying}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What people know already: keys of alerts, stories and claims told by an alert or a digest, and what cools.

    `lately` holds rule, subject and news of each alert within the cooldown of its rule; without one, of a week.
    """

    keys: Collection[str] = ()
    stories: Collection[int] = ()
    facts: Collection[Fact] = ()
    lately: Collection[tuple[str, str, str]] = ()


def decide_alerts(
    rules: Sequence[Rule],
    facts: Sequence[Fact],
    *,
    variants: Sequence[Variant] = (),
    before: Iterable[Fact],
    told: Told,
    moved: Mapping[int, date] | None = None,
    now: datetime,
) -> tuple[Alert, ...]:
    """The alerts that new facts and variants give rise to, each key once, none that was told before.

    `before` are the figures of the present picture; `moved` gives for a timetable's claim the date that its maker gave
    before.
    """
    recent = [fact for fact in facts if is_news(fact, now)]
    departed = {change.after.claim_id: change for change in changes(recent, before=before, day=now.date())}
    denied = _denied_by([fact for fact in recent if is_denial(fact)], [*told.facts, *recent])
    known = _Known(departed, denied)
    found: list[Alert] = []
    for rule in rules:
        hits = [fact for fact in recent if _watches(rule, fact) and CONDITIONS.get(rule.condition, _never)(fact, known)]
        found += [
            Alert(
                key=key,
                rule=rule,
                decided_at=now,
                fact=fact,
                change=departed.get(fact.claim_id),
                denies=denied.get(fact.claim_id) if rule.condition == "denied" else None,
                moved_from=(moved or {}).get(fact.claim_id),
            )
            for key, fact in _each_once(rule, hits, told.keys, moved or {}).items()
        ]
        found += [
            Alert(key=f"{rule.id}:version:{variant.version_id}", rule=rule, decided_at=now, variant=variant)
            for variant in (variants if "variant" in rule.kinds else ())
            if variant.story_id in told.stories and now - variant.read_at < NEWS
        ]
    return tuple(_warm((alert for alert in found if alert.key not in told.keys), told.lately))


def _each_once(rule: Rule, facts: Iterable[Fact], told: Collection[str], moved: Mapping[int, date]) -> dict[str, Fact]:
    """Of each thing that happened the claim that tells most of it, a named voice before others; none that was told."""
    found: dict[str, Fact] = {}
    others: set[str] = set()
    for fact in sorted(facts, key=lambda fact: fact.said.speaker is None):
        key, *more = (f"{rule.id}:{name}" for name in topics(rule.condition, fact, moved_from=moved.get(fact.claim_id)))
        if key in found:
            found[key] = fact if fuller(fact, found[key]) else found[key]
        elif not any(is_known(name, {*told, *found, *others}) for name in (key, *more)):
            found[key] = fact
            others.update(more)
    return found


def _denied_by(denials: Iterable[Fact], told: Sequence[Fact]) -> dict[int, Fact]:
    of = {denial.claim_id: denied_by(denial, told) for denial in denials}
    return {claim_id: fact for claim_id, fact in of.items() if fact is not None}


def _warm(alerts: Iterable[Alert], lately: Collection[tuple[str, str, str]]) -> Iterator[Alert]:
    """The alerts that say something of their subject that was not said lately.

    Without a cooldown only a look back at an incident that was told is not told again: on its day it may be a second.
    """
    said = set(lately)
    for alert in alerts:
        news = (alert.rule.id, alert.subject_key or "", alert.news_key or "")
        cools = alert.fact is not None and (alert.rule.cooldown_hours is not None or _looks_back(alert.fact))
        if not cools or news not in said:
            yield alert
        said.add(news)


def _looks_back(fact: Fact) -> bool:
    """Whether an incident is one of a day before yesterday, as seen from the day of printing."""
    if fact.kind != "incident":
        return False
    return fact.day is not None and fact.said.printed is not None and fact.said.printed - fact.day > timedelta(days=1)


def is_news(fact: Fact, now: datetime) -> bool:
    """Whether a claim is young enough, and was first said here: background and repetitions never alert."""
    return not is_old(fact, now) and fact.freshness not in ("repeated", "background")


def is_old(fact: Fact, now: datetime) -> bool:
    """Whether a claim was printed too long ago to be told at once; such a figure is part of the picture.

    A day that has not come (the corpus is dated by hand) is no news either.
    """
    printed = fact.said.printed
    return printed is None or not _AHEAD <= now.date() - printed <= NEWS


def _watches(rule: Rule, fact: Fact) -> bool:
    if fact.kind not in rule.kinds:
        return False
    return all(getattr(fact, field) in allowed for field, allowed in rule.where.items())


class _Known(NamedTuple):
    """What a claim is held against, by its id: the figure from which it departs, the claim that it denies."""

    departed: Mapping[int, Change]
    denied: Mapping[int, Fact]


def _departs(fact: Fact, known: _Known) -> bool:
    change = known.departed.get(fact.claim_id)
    return change is not None and change.before is not None  # the first figure of all departs from nothing


def _at_base(fact: Fact, _known: _Known) -> bool:
    return fact.target_kind == "base" and fact.modality == "asserted" and not _is_no(fact) and not _is_series(fact)


def _harmed(fact: Fact, _known: _Known) -> bool:
    hurt = bool(fact.killed or fact.wounded)
    return (
        hurt
        and fact.target_kind != "base"
        and fact.modality == "asserted"
        and not _is_no(fact)
        and not _is_series(fact)
    )


def _is_series(fact: Fact) -> bool:
    """Whether it sums up attacks since some day of the past: "at least 150 since October"."""
    return fact.from_ is not None and fact.said.printed is not None and fact.said.printed - fact.from_ > _SERIES


def _denied(fact: Fact, known: _Known) -> bool:
    return fact.claim_id in known.denied


def _is_no(fact: Fact) -> bool:
    return fact.polarity == "negated" or fact.modality == "denied"


def _dated(fact: Fact, _known: _Known) -> bool:
    return names_day(fact) and fact.modality not in ("past", "hypothetical") and not _is_no(fact)


def _never(_fact: Fact, _known: _Known) -> bool:
    return False


def _always(_fact: Fact, _known: _Known) -> bool:
    return True


CONDITIONS: Mapping[str, Callable[[Fact, _Known], bool]] = {
    "always": _always,
    "at_base": _at_base,
    "dated": _dated,
    "denied": _denied,
    "departs": _departs,
    "harmed": _harmed,
}
