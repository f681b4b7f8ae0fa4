"""The ways out: a letter over SMTP, a signed web request, a word to whoever listens to the database."""

from __future__ import annotations

from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from posture.adapters.database import Row, Session
from posture.adapters.world import World
from posture.errors import Misconfigured


def line_of(item: Row) -> str:
    """What fails together: all mail, but each webhook and each listened channel by itself."""
    return "mail" if item["channel"] == "mail" else f"{item['channel']} {item['recipient']}"


def deliver(world: World, session: Session, item: Row) -> None:
    """Hand over one letter by its channel. Raises Transient, Rejected or Misconfigured when it was not taken."""
    _WAYS[item["channel"]](world, session, item)


def _by_mail(world: World, _session: Session, item: Row) -> None:
    if world.mail is None:
        raise Misconfigured("letters wait, but there is no mail server", item="outbox", remedy="set posture_smtp")
    letter = addressed(
        bytes(item["email"]),
        key=item["key"],
        sender=world.mail.sender,
        to=item["recipient"],
        answers=item["answers"],
    )
    world.mail.send(letter)


def _by_webhook(world: World, _session: Session, item: Row) -> None:
    name = item["recipient"]
    webhook = (world.webhooks or {}).get(name)
    if webhook is None:
        remedy = f"set the connection posture_webhook_{name}, or take it out of seeds/alerts.yml"
        raise Misconfigured("alerts wait, but its address is not known", item=f"webhook {name}", remedy=remedy)
    webhook.send(item["payload"], key=item["key"])


def _by_notify(_world: World, session: Session, item: Row) -> None:
    session.run("outbox.notify", channel=item["recipient"], payload=item["payload"])


_WAYS = {"mail": _by_mail, "webhook": _by_webhook, "notify": _by_notify}


def addressed(email: bytes, *, key: str, sender: str, to: str, answers: str | None = None) -> EmailMessage:
    """A letter of the outbox with its sender, recipient and Message-ID; the same three make the same letter.

    `answers` is the key of the letter in whose thread it stands.
    """
    letter = message_from_bytes(email, policy=SMTP)
    if not isinstance(letter, EmailMessage):
        raise TypeError("the policy makes letters of class EmailMessage")
    domain = Address(addr_spec=sender).domain
    headers: dict[str, object] = {
        "From": Address(display_name="posture", addr_spec=sender),
        "To": Address(addr_spec=to),
        "Message-ID": f"<{key}@{domain}>",
    }
    if answers is not None:
        headers |= {"In-Reply-To": f"<{answers}@{domain}>", "References": f"<{answers}@{domain}>"}
    for name, value in headers.items():
        del letter[name]
        letter[name] = value
    return letter
