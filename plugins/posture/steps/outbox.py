"""The outbox: letters written once, sent until they arrive."""

from __future__ import annotations

import logging
from collections import Counter
from datetime import datetime
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from posture.adapters.database import Session
from posture.adapters.world import World
from posture.errors import Misconfigured, Rejected, Transient
from posture.model import Tally
from posture.reporting.messages import Message, RecipientList, to_email

# In whose name letters are written while there is no mail server; at sending the true sender stands in its place.
_NOBODY = "posture@localhost"
# A failed try is repeated after a quarter of a minute, then after twice as long each time, up to an hour.
_FIRST_WAIT_S, _LONGEST_WAIT_S = 15.0, 3600.0
# After so many failures in a row the server is taken to be away, and the rest waits for the next try.
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
) -> EmailMessage:
    """Write a letter into the outbox, once; a letter of this key that is there already is left as it is."""
    sender = world.mail.sender if world.mail is not None else _NOBODY
    letter = to_email(message, sender=sender, recipient=recipient_list.recipients[0])
    message_id = session.value(
        "outbox.add_message",
        key=message.key,
        alert_id=alert_id,
        digest_id=digest_id,
        list=recipient_list.id,
        language=message.language,
        subject=str(letter["Subject"]),
        email=letter.as_bytes(),
        now=world.now,
    )
    if message_id is not None:
        deliveries = [(message_id, recipient, not_before) for recipient in recipient_list.recipients]
        session.many("outbox.add_deliveries", deliveries)
    return letter


def send(world: World, *, of_alerts: bool) -> Tally:
    """Send what is due, each letter in its own transaction.

    A worker that is killed between sending and marking sends the letter again, under the same Message-ID. Raises
    Transient at the end when the server could not take some: they stay in the outbox.
    """
    counts: Counter[str] = Counter()
    failures = 0
    while failures < _GIVE_UP and (outcome := _send_next(world, of_alerts=of_alerts)) is not None:
        counts[outcome] += 1
        failures = failures + 1 if outcome == "delayed" else 0
    if counts["delayed"]:
        told = ", ".join(f"{count} {name}" for name, count in counts.items())
        raise Transient(
            f"letters wait ({told})", item="outbox", remedy="they are tried again; see posture.delivery.failure"
        )
    return Tally(dict(counts))


def _send_next(world: World, *, of_alerts: bool) -> str | None:
    with world.database.transaction() as session:
        item = session.row("outbox.next_delivery", now=world.now, of_alerts=of_alerts)
        if item is None:
            return None
        if world.mail is None:
            raise Misconfigured("letters wait, but there is no mail server", item="outbox", remedy="set posture_smtp")
        delivery_id = item["delivery_id"]
        try:
            world.mail.send(
                addressed(bytes(item["email"]), key=item["key"], sender=world.mail.sender, to=item["recipient"])
            )
        except Rejected as error:
            log.warning("%s", error)
            session.run("outbox.mark_refused", delivery_id=delivery_id, failure=str(error))
            return "refused"
        except Transient as error:
            log.warning("%s", error)
            wait_s = min(_FIRST_WAIT_S * 2.0 ** item["tries"], _LONGEST_WAIT_S)
            session.run("outbox.mark_delayed", delivery_id=delivery_id, wait_s=wait_s, failure=str(error))
            return "delayed"
        session.run("outbox.mark_sent", delivery_id=delivery_id, now=world.now)
        return "sent"


def addressed(email: bytes, *, key: str, sender: str, to: str) -> EmailMessage:
    """A letter of the outbox with its sender, recipient and Message-ID; the same three make the same letter."""
    letter = message_from_bytes(email, policy=SMTP)
    if not isinstance(letter, EmailMessage):
        raise TypeError("the policy makes letters of class EmailMessage")
    for name, value in (
        ("From", Address(display_name="posture", addr_spec=sender)),
        ("To", Address(addr_spec=to)),
        ("Message-ID", f"<{key}@{Address(addr_spec=sender).domain}>"),
    ):
        del letter[name]
        letter[name] = value
    return letter
