"""A message as a value, and the letter it becomes.

Nothing that an outlet wrote can add a header, or turn the words around it: `headline` keeps it on one line.
"""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import Any, Literal

from posture.reporting.facts import Fact

# Together less than the 8,000 bytes that Postgres lets through, in whatever script.
_LONGEST_SUBJECT, _MOST_CLAIMS = 500, 100
# Marks that turn or embed all that follows them, beyond the title that an outlet put them in.
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_CONTROL = {**dict.fromkeys((*range(32), 127, 133, 8232, 8233), " "), **_TURNING}


class _Policy(EmailPolicy):
    """SMTP's own, with subjects folded by the older class: the newer one loses spaces between encoded words."""

    def fold(self, name: str, value: Any) -> str:
        """A header as its lines."""
        if name.lower() != "subject" or str(value).isascii():
            return str(super().fold(name, value))
        return f"{name}: {Header(str(value), 'utf-8', header_name=name).encode(linesep=self.linesep)}{self.linesep}"

    def fold_binary(self, name: str, value: Any) -> bytes:
        """The same as bytes."""
        subject = name.lower() == "subject"
        return self.fold(name, value).encode("ascii") if subject else bytes(super().fold_binary(name, value))


_SMTP = _Policy(linesep="\r\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture inside a message: shown by `cid:`, told by its alt text."""

    cid: str
    png: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientList:
    """Who is told together: a named list with one language."""

    id: str
    name_en: str
    name_ar: str
    language: Literal["en", "ar"]
    recipients: tuple[str, ...]
    unsubscribe: str  # mailto: or https: address, for List-Unsubscribe
    digest: bool = True
    quiet_from: int | None = None  # hours of Baghdad between which only urgent alerts are sent
    quiet_to: int | None = None
    webhooks: tuple[str, ...] = ()  # names of the receivers of web requests
    notify: tuple[str, ...] = ()  # channels of the database to which others listen

    @property
    def name(self) -> str:
        """The name in the list's own language."""
        return self.name_ar if self.language == "ar" else self.name_en

    @property
    def ways(self) -> tuple[tuple[str, str], ...]:
        """All ways out, as channel and recipient."""
        named = {"mail": self.recipients, "webhook": self.webhooks, "notify": self.notify}
        return tuple((channel, recipient) for channel, recipients in named.items() for recipient in recipients)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is told, before it is addressed. `key` makes the Message-ID: the same key is the same message."""

    key: str
    subject: str
    text: str
    html: str
    language: str
    date: datetime
    list_id: str
    unsubscribe: str
    images: tuple[Image, ...] = ()
    told: tuple[Fact, ...] = ()  # the claims that it tells, so that they can be put right
    alerts: tuple[int, ...] = ()  # ids of the alerts that stand in it
    corrections: tuple[int, ...] = ()  # ids of the corrections that stand in it

    def page(self) -> str:
        """The HTML with its pictures inside, so that a browser shows it from the disk."""
        page = self.html
        for image in self.images:
            page = page.replace(f"cid:{image.cid}", f"data:image/png;base64,{b64encode(image.png).decode()}")
        return page


def headline(text: str) -> str:
    """A text as one line, fit for a header: no control characters, none that turn what follows, no runs of spaces.

    >>> headline("Base hit\\r\\nBcc: all@press.example")
    'Base hit Bcc: all@press.example'
    """
    return " ".join(text.translate(_CONTROL).split())


def payload(message: Message, *, answers: str | None = None) -> str:
    """A message for a programme, as JSON; never longer than what the database lets through to its listeners."""
    values = {
        "id": message.key,
        "kind": message.key.partition("-")[0],
        "list": message.list_id,
        "language": message.language,
        "at": message.date.isoformat(),
        "subject": headline(message.subject)[:_LONGEST_SUBJECT],
        "answers": answers,
        "alerts": list(message.alerts)[:_MOST_CLAIMS],
        "corrections": list(message.corrections)[:_MOST_CLAIMS],
        "claims": [fact.claim_id for fact in message.told][:_MOST_CLAIMS],
        "stories": sorted({fact.story_id for fact in message.told if fact.story_id is not None})[:_MOST_CLAIMS],
    }
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def to_email(message: Message, *, sender: str, recipient: str) -> EmailMessage:
    """The letter: plain text, beside it HTML with its pictures. Same message, same bytes."""
    domain = Address(addr_spec=sender).domain
    letter = EmailMessage(policy=_SMTP)
    letter["Subject"] = headline(message.subject)
    letter["From"] = Address(display_name="posture", addr_spec=sender)
    letter["To"] = Address(addr_spec=recipient)
    letter["Date"] = message.date
    letter["Message-ID"] = f"<{message.key}@{domain}>"
    letter["List-ID"] = f"<{message.list_id}.{domain}>"
    letter["List-Unsubscribe"] = f"<{headline(message.unsubscribe)}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(message.text)
    letter.add_alternative(message.html, subtype="html")
    _add_images(letter, message.images)
    letter["Content-Language"] = message.language  # at the end: the parts would take it with them
    _fix_boundaries(letter, message.key)
    return letter


def _add_images(letter: EmailMessage, images: tuple[Image, ...]) -> None:
    """Hang the pictures on the HTML part, so that a reader shows them in their place and not as attachments."""
    html = letter.get_payload(1)
    if not isinstance(html, EmailMessage):
        raise TypeError("the second part of the letter is not its HTML")
    for image in images:
        html.add_related(
            image.png, maintype="image", subtype="png", cid=f"<{image.cid}>",
            disposition="inline", filename=f"{image.cid.partition('@')[0]}.png",
        )  # fmt: skip


def _fix_boundaries(letter: EmailMessage, key: str) -> None:
    """Name the boundaries after the message: chosen at random they would make every copy another one."""
    parts = [part for part in letter.walk() if part.is_multipart()]
    for number, part in enumerate(parts):
        part.set_boundary(f"=_{number}_{key}")
