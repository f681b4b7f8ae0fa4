"""What is due to whom: an alert waits for its hour, and shares a letter with all that is due to the list then.

One letter for what one run decided, and for what a night brought: ten letters at once are read as none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from posture.adapters.alert_rules import Alerts
from posture.adapters.database import Session, json_value
from posture.adapters.world import World
from posture.reporting.alerts import Alert
from posture.reporting.letters import compose_alerts, not_before
from posture.reporting.messages import RecipientList
from posture.reporting.topics import gravity
from posture.steps import outbox, telling
from posture.steps.told import value_of, values_of

_SEVERITIES = ("urgent", "high", "normal")


def add(world: World, session: Session, alerts: Alerts, alert: Alert, *, alert_id: int, lists: Iterable[str]) -> None:
    """Each list is to be told of an alert as soon as its quiet hours allow."""
    severity = alert.rule.severity
    session.many(
        "due.add",
        [(alert_id, name, not_before(alerts.list_named(name), severity=severity, now=world.now)) for name in lists],
    )
    session.run("alert.keep", alert_id=alert_id, as_decided=json_value(values_of(alert)))


def write(world: World, alerts: Alerts) -> int:
    """Put all that is due into letters: per list one of what is urgent, and one of the rest; how many."""
    with world.database.transaction() as session:
        session.run("due.drop_stale")
        waiting = session.rows("due.lists", now=world.now)
    return sum(_write(world, alerts, row["list"], urgent=row["urgent"]) for row in waiting)


def _write(world: World, alerts: Alerts, name: str, *, urgent: bool) -> int:
    with world.database.transaction() as session:
        recipient_list = alerts.lists.get(name)
        if recipient_list is None:
            session.run("due.drop", list=name)
            return 0
        return _write_to(world, session, recipient_list, urgent=urgent)


def _write_to(world: World, session: Session, recipient_list: RecipientList, *, urgent: bool) -> int:
    rows = session.rows("due.waiting", now=world.now, list=recipient_list.id, urgent=urgent)
    if not rows:
        return 0
    numbers = [row["alert_id"] for row in rows]
    decided = [value_of(Alert, row["as_decided"]) for row in rows]
    decided.sort(key=lambda alert: (_SEVERITIES.index(alert.rule.severity), gravity(alert.fact)))
    letter = compose_alerts(
        decided,
        number=min(numbers),
        recipient_list=recipient_list,
        labels=telling.labels_of(world, session),
        now=world.now,
    )
    letter = replace(letter, alerts=tuple(numbers))
    outbox.put(world, session, letter, recipient_list=recipient_list, not_before=world.now, alert_id=min(numbers))
    session.run("due.written", key=letter.key, list=recipient_list.id, alert_ids=numbers)
    return 1
