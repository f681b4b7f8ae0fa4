"""The letter of alerts: what happened, who says so in which words, and what was said before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from posture.reporting.alerts import Alert
from posture.reporting.facts import Fact
from posture.reporting.glance import unseen_lines
from posture.reporting.messages import Message, RecipientList
from posture.reporting.quality import unsure
from posture.reporting.rendering import render
from posture.reporting.wording import Labels, Words

BAGHDAD = ZoneInfo("Asia/Baghdad")
# Sources that a subject names; the letter has them all.
NAMED = 3


def compose_alerts(
    alerts: Sequence[Alert], *, number: int, recipient_list: RecipientList, labels: Labels, now: datetime
) -> Message:
    """All that is due to one list, the gravest first. `number` is the id of the first alert: it makes the key."""
    words = Words(language=recipient_list.language, labels=labels)
    items = [{"alert": alert, "gist": subject_line(alert, words), "rule": _rule(alert, words)} for alert in alerts]
    values: Mapping[str, object] = {
        "items": items,
        "unseen_lines": partial(unseen_lines, words=words),
        "any_read": any(alert.fact is not None for alert in alerts),
        "any_unsure": any(alert.fact is not None and unsure(alert.fact) for alert in alerts),
        "list": recipient_list,
        "at": alerts[0].decided_at.astimezone(BAGHDAD),
    }
    subject, text, html = render("alert", words=words, values=values)
    return Message(
        key=f"alert-{number}-{recipient_list.id}",
        subject=subject,
        text=text,
        html=html,
        language=recipient_list.language,
        date=now,
        list_id=recipient_list.id,
        unsubscribe=recipient_list.unsubscribe,
        told=tuple(fact for alert in alerts for fact in alert.told),
    )


def _rule(alert: Alert, words: Words) -> str:
    return alert.rule.name_ar if words.rtl else alert.rule.name_en


def subject_line(alert: Alert, words: Words) -> str:
    """What is told, in one line."""
    if alert.variant is not None:
        first = alert.variant.disputes[0]
        return f"{words.field(first.field)}: {words.value(first.a)} / {words.value(first.b)}"
    if alert.unseen:
        names = [words.name(source.outlet) for source in alert.unseen]
        more = f" {words.more(len(names) - NAMED)}" if len(names) > NAMED else ""
        return f"{words.counted(len(names), 'unseen')}: {words.comma.join(names[:NAMED])}{more}"
    if alert.fact is None:
        return _rule(alert, words)
    return _of_fact(alert, alert.fact, words)


def _of_fact(alert: Alert, fact: Fact, words: Words) -> str:
    gist = words.gist(fact) or words(f"kind.{fact.kind}")
    if _dated(fact) and not fact.event:
        gist = f"{words('kind.timetable')}: {gist}"
    if alert.days_left is not None:
        return f"{gist} ({words.countdown(alert.days_left)})"
    if alert.change is not None and alert.change.before is not None:
        return f"{gist} ({words.against(alert.change)})"
    if alert.moved_from is not None:
        return f"{gist} ({words.moved(alert.moved_from, fact.to or fact.from_ or alert.moved_from)})"
    manner = words.comma.join(filter(None, [words.manner(fact), words.name(fact.said.speaker) if _dated(fact) else ""]))
    return f"{gist} ({manner})" if manner else gist


def _dated(fact: Fact) -> bool:
    return fact.kind == "timetable" and (fact.from_ or fact.to) is not None


def not_before(recipient_list: RecipientList, *, severity: str, now: datetime) -> datetime:
    """When an alert may go to a list: at once, or at the end of its quiet hours; urgent ones never wait."""
    start, end = recipient_list.quiet_from, recipient_list.quiet_to
    if severity == "urgent" or start is None or end is None or start == end:
        return now
    local = now.astimezone(BAGHDAD)
    quiet = start <= local.hour < end if start < end else local.hour >= start or local.hour < end
    if not quiet:
        return now
    opening = local.replace(hour=end, minute=0, second=0, microsecond=0)
    return opening if local < opening else opening + timedelta(days=1)
