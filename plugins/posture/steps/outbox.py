"""The outbox: letters written once, sent until they arrive, by mail, web request or database."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from email.message import EmailMessage

from posture.adapters.database import Row, Session, json_value
from posture.adapters.world import World
from posture.errors import Misconfigured, Rejected, Transient
from posture.model import Tally
from posture.reporting.messages import Message, RecipientList, payload, to_email
from posture.steps.channels import deliver, line_of
from posture.steps.told import values_of

# In whose name letters are written while there is no mail server; at sending the true sender stands in its place.
_NOBODY = "posture@localhost"
# A failed try is repeated after a quarter of a minute, then after twice as long each time, up to an hour.
_FIRST_WAIT_S, _LONGEST_WAIT_S = 15.0, 3600.0
# After so many failures in a row a line is taken to be closed, and the rest of it waits for the next try.
_GIVE_UP = 3

log = logging.getLogger(__name__)


def put(
    world: World,
    session: Session,
    message: Message,
    *,
    recipient_list: RecipientList,
    not_before: datetime,
    alert_id: int | None = None,
    digest_id: int | None = None,
    correction_id: int | None = None,
    answers_id: int | None = None,
    ways: Iterable[tuple[str, str]] | None = None,
) -> EmailMessage:
    """Write a letter into the outbox, once; a letter of this key that is there already is left as it is.

    `ways` are the channels and recipients; those of the list when not given.
    """
    sender = world.mail.sender if world.mail is not None else _NOBODY
    letter = to_email(message, sender=sender, recipient=recipient_list.recipients[0])
    answers = None if answers_id is None else session.value("outbox.key_of", message_id=answers_id)
    message_id = session.value(
        "outbox.add_message",
        key=message.key,
        alert_id=alert_id,
        digest_id=digest_id,
        correction_id=correction_id,
        answers_id=answers_id,
        list=recipient_list.id,
        language=message.language,
        subject=str(letter["Subject"]),
        email=letter.as_bytes(),
        payload=payload(message, answers=answers),
        now=world.now,
    )
    if message_id is not None:
        deliveries = [(message_id, *way, not_before) for way in (recipient_list.ways if ways is None else ways)]
        session.many("outbox.add_deliveries", deliveries)
        told = {(fact.version_id, fact.key): fact for fact in message.told if fact.version_id is not None}
        remembered = [(message_id, *key, json_value(values_of(fact))) for key, fact in told.items()]
        session.many("correction.remember", remembered)
    return letter


def send(world: World, *, of_alerts: bool) -> Tally:
    """Send what is due, each letter in its own transaction; corrections go with the alerts.

    A worker that is killed between sending and marking sends the letter again, under the same id. A line that fails
    is left after a few tries, and the others go on. Raises at the end when some could not be taken, Misconfigured
    when a person must mend a line, else Transient: they stay in the outbox.
    """
    counts: Counter[str] = Counter()
    failures: Counter[str] = Counter()
    wrong: list[Misconfigured] = []
    while (sent := _send_next(world, of_alerts=of_alerts, failures=failures, wrong=wrong)) is not None:
        line, outcome = sent
        counts[outcome] += 1
        failures[line] = failures[line] + 1 if outcome == "delayed" else 0
    if wrong:
        raise wrong[0]
    if counts["delayed"]:
        told = ", ".join(f"{count} {name}" for name, count in counts.items())
        raise Transient(f"letters wait ({told})", item="outbox", remedy="they are tried again; see analyst.delivery")
    return Tally(dict(counts))


def _send_next(
    world: World, *, of_alerts: bool, failures: Counter[str], wrong: list[Misconfigured]
) -> tuple[str, str] | None:
    """Send one letter; its line and what became of it. None when no more is due on a line that is open."""
    closed = [line for line, count in failures.items() if count >= _GIVE_UP]
    with world.database.transaction() as session:
        item = session.row("outbox.next_delivery", now=world.now, of_alerts=of_alerts, closed=closed)
        if item is None:
            return None
        outcome = _outcome(world, session, item, wrong)
    if outcome == "closed":
        failures[line_of(item)] += _GIVE_UP
        outcome = "delayed"
    return line_of(item), outcome


def _outcome(world: World, session: Session, item: Row, wrong: list[Misconfigured]) -> str:
    delivery_id = item["delivery_id"]
    try:
        deliver(world, session, item)
    except Rejected as error:
        log.warning("%s", error)
        session.run("outbox.mark_refused", delivery_id=delivery_id, failure=str(error))
        return "refused"
    except (Misconfigured, Transient) as error:
        log.warning("%s", error)
        wait_s = min(_FIRST_WAIT_S * 2.0 ** item["tries"], _LONGEST_WAIT_S)
        session.run("outbox.mark_delayed", delivery_id=delivery_id, wait_s=wait_s, failure=str(error))
        if isinstance(error, Transient):
            return "delayed"
        wrong.append(error)
        return "closed"
    session.run("outbox.mark_sent", delivery_id=delivery_id, now=world.now)
    return "sent"
