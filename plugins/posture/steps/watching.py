"""What is watched without a text: the calendar of promised dates, and the sources."""

from __future__ import annotations

from datetime import timedelta

from posture.adapters.alert_rules import Alerts
from posture.adapters.database import Session
from posture.adapters.world import World
from posture.reporting.alerts import Alert
from posture.reporting.facts import Unseen
from posture.reporting.timetables import REMEMBERED, timetables
from posture.reporting.watching import BAGHDAD, watch
from posture.steps import telling

# Failed polls in a row before a person is told; fewer mend themselves.
_FAILED_OFTEN = 3
_WATCHED = ("coming", "passed", "silent")


def decided(world: World, session: Session, alerts: Alerts) -> tuple[Alert, ...]:
    """The alerts that the day itself gives rise to."""
    rules = [rule for rule in alerts.rules if rule.condition in _WATCHED]
    if not rules:
        return ()
    today = world.now.astimezone(BAGHDAD).date()
    dated = telling.facts_of(world, session, kinds=["timetable"], since=today - REMEMBERED, until=today)
    told = session.rows("alert.keys_of_rules", rules=[rule.id for rule in rules], since=world.now - timedelta(days=365))
    return watch(
        rules,
        timetables=timetables(dated, day=today),
        unseen=_fallen_silent(session),
        told_keys={row["key"] for row in told},
        now=world.now,
    )


def _fallen_silent(session: Session) -> list[Unseen]:
    """The sources that gave stories once and are silent for longer than usual, or failed several times in a row."""
    return [
        Unseen(
            outlet=row["source_id"],
            reason=row["message"] or row["outcome"] or "",
            outcome=row["outcome"],
            since=row["last_success_at"] if row["failures"] else row["last_new_at"],
            silent=not row["failures"],
        )
        for row in session.rows("digest.unseen")
        if (row["failures"] or 0) >= _FAILED_OFTEN or (not row["failures"] and row["last_new_at"] is not None)
    ]
