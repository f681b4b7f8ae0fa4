"""Tell people at once: decide which alerts are due, then send them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from posture.adapters.alert_rules import Alerts, read_alerts
from posture.adapters.database import Session
from posture.adapters.world import World
from posture.model import Tally
from posture.reporting.alerts import Alert, Told, Variant, decide_alerts, is_old
from posture.reporting.denials import is_denial
from posture.reporting.facts import Fact
from posture.reporting.letters import subject_line
from posture.reporting.levels import PRESENT
from posture.reporting.timetables import REMEMBERED, timetables
from posture.reporting.wording import Labels, Words
from posture.steps import correction, due, outbox, telling, watching
from posture.steps.told import fact_of

_BAGHDAD = ZoneInfo("Asia/Baghdad")
# Texts looked at in one transaction.
_BATCH = 200
# Keys of alerts are remembered as far back as the present picture reaches.
_REMEMBERED = timedelta(days=365)
# So long a report that looks back at a told incident tells nothing new, in hours.
_WEEK_H = 168
# What was told longer ago is not what a denial of today is about.
_DENIABLE = timedelta(days=30)


def decide(world: World) -> Tally:
    """Look at every text that waits, and at all that was told; write each alert and correction once, or not at all."""
    alerts = read_alerts()
    counts: Counter[str] = Counter()
    # a list that is told of a figure as a correction is not told of it as news
    corrections = correction.decide(world, alerts)
    while (batch := _decide_batch(world, alerts)) is not None:
        counts.update(batch)
    for name, count in (("alerts", _decide_watched(world, alerts)), ("corrections", corrections)):
        if count:
            counts[name] += count
    return Tally(dict(counts))


def send(world: World) -> Tally:
    """Put what is due into letters, and send all that wait."""
    due.write(world, read_alerts())
    return outbox.send(world, of_alerts=True)


def _decide_watched(world: World, alerts: Alerts) -> int:
    """The alerts of the calendar and of the sources."""
    with world.database.transaction() as session:
        session.row("alert.take_turns")
        decided = watching.decided(world, session, alerts)
        labels = telling.labels_of(world, session) if decided else {}
        return sum(_write(world, session, alerts, labels, alert) for alert in decided)


def _decide_batch(world: World, alerts: Alerts) -> dict[str, int] | None:
    with world.database.transaction() as session:
        session.row("alert.take_turns")
        version_ids = [row["version_id"] for row in session.rows("alert.unconsidered", limit=_BATCH)]
        if not version_ids:
            return None
        decided = _decided(world, session, alerts, version_ids)
        labels = telling.labels_of(world, session) if decided else {}
        told = sum(_write(world, session, alerts, labels, alert) for alert in decided)
        session.many("alert.consider", [(version_id, world.now) for version_id in version_ids])
        return {"considered": len(version_ids), "alerts": told}


def _decided(world: World, session: Session, alerts: Alerts, version_ids: list[int]) -> tuple[Alert, ...]:
    facts = telling.facts_of(world, session, version_ids=version_ids)
    variants = _variants(world, session, version_ids)
    today = world.now.astimezone(_BAGHDAD).date()
    before = telling.facts_of(
        world, session, kinds=["force_level"], since=today - PRESENT, not_version_ids=version_ids, considered=True
    )
    found = [*(fact.story_id for fact in facts), *(variant.story_id for variant in variants)]
    story_ids = list({story_id for story_id in found if story_id is not None})
    return decide_alerts(
        alerts.rules,
        facts,
        variants=variants,
        before=[*before, *(fact for fact in facts if is_old(fact, world.now))],
        told=Told(
            keys={
                row["key"]
                for row in session.rows("alert.told_keys", since=world.now - _REMEMBERED, story_ids=story_ids)
            },
            facts=_told(world, session, facts),
            lately=_lately(world, session, alerts),
            stories={row["story_id"] for row in session.rows("alert.told_stories", story_ids=story_ids)},
        ),
        moved=_moved(world, session, facts, today),
        now=world.now,
    )


def _variants(world: World, session: Session, version_ids: list[int]) -> list[Variant]:
    """The variants among these texts, with the claims in which they and the others differ."""
    variants = telling.variants_of(session, version_ids)
    if not variants:
        return []
    of = {row["version_id"]: row["of_version_id"] for row in session.rows("alert.compared", version_ids=version_ids)}
    facts = telling.facts_of(world, session, version_ids=[*of, *of.values()])
    return [replace(variant, facts=_differing(variant, of[variant.version_id], facts)) for variant in variants]


def _differing(variant: Variant, of_version_id: int, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    kinds = {dispute.field.partition(".")[0] for dispute in variant.disputes}
    both = [fact for fact in facts if fact.version_id in (variant.version_id, of_version_id) and fact.kind in kinds]
    shared = Counter(fact.key for fact in both)
    return tuple(fact for fact in both if shared[fact.key] == 1)


def _told(world: World, session: Session, facts: Sequence[Fact]) -> list[Fact]:
    """What was told lately of the kinds in which something is denied now."""
    if not any(is_denial(fact) for fact in facts):
        return []
    return [fact_of(row["fact"]) for row in session.rows("alert.told_facts", since=world.now - _DENIABLE)]


def _lately(world: World, session: Session, alerts: Alerts) -> set[tuple[str, str, str]]:
    cooling = {rule.id: rule.cooldown_hours or _WEEK_H for rule in alerts.rules}
    rows = session.rows("alert.lately", rules=list(cooling), hours=list(cooling.values()), now=world.now)
    return {(row["rule"], row["subject_key"], row["news_key"]) for row in rows}


def _moved(world: World, session: Session, facts: list[Fact], today: date) -> dict[int, date]:
    """For each of these claims that moves a date of its maker, the date before."""
    if not any(fact.kind == "timetable" for fact in facts):
        return {}
    dated = telling.facts_of(world, session, kinds=["timetable"], since=today - REMEMBERED, until=today)
    items = timetables(dated, day=today)
    return {item.fact.claim_id: item.moved_from for item in items if item.moved_from is not None}


def _write(world: World, session: Session, alerts: Alerts, labels: Labels, alert: Alert) -> int:
    """One alert, decided once; to each of its lists it is due when the list's quiet hours allow."""
    source = alert.fact or alert.variant
    lists = _lists(session, alert)
    if not lists:
        return 0
    alert_id = session.value(
        "alert.add",
        key=alert.key,
        rule=alert.rule.id,
        severity=alert.rule.severity,
        version_id=None if source is None else source.version_id,
        claim_id=alert.fact.claim_id if alert.fact else None,
        before_claim_id=alert.change.before.claim_id if alert.change and alert.change.before else None,
        story_id=None if source is None else source.story_id,
        subject_key=alert.subject_key,
        news_key=alert.news_key,
        subject=subject_line(alert, Words(language="en", labels=labels)),
        now=world.now,
    )
    if alert_id is None:
        return 0
    due.add(world, session, alerts, alert, alert_id=alert_id, lists=lists)
    return 1


def _lists(session: Session, alert: Alert) -> list[str]:
    """The lists of the rule that have not been told this very claim as a correction."""
    if alert.fact is None:
        return list(alert.rule.tell)
    told = session.rows("correction.lists", version_id=alert.fact.version_id, claim_key=alert.fact.key)
    return [name for name in alert.rule.tell if name not in {row["list"] for row in told}]
