"""A mailbox for the demo: takes every message over SMTP and keeps it as `.eml`, and its page as `.html`, in a folder.

python -m posture.runtime.mailbox --port 8025 FOLDER
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import chain, count
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

_HOST = "127.0.0.1"


class Mailbox:
    """Keeps messages under day, subject and recipient; the same message sent twice is kept once, another beside it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002, N802
        """Keep one message; what aiosmtpd calls."""
        content = envelope.original_content or b""
        keep(self._folder, content)
        return "250 kept"


def keep(folder: Path, content: bytes) -> Path:
    """Write a message to the folder; the path of its `.eml`."""
    message = message_from_bytes(content, policy=policy.default)
    name = name_of(message)
    folder.mkdir(parents=True, exist_ok=True)
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    path = next(path for path in (folder / f"{each}.eml" for each in names) if _is_for(path, message))
    path.write_bytes(content)
    page = page_of(message)
    if page is not None:
        path.with_suffix(".html").write_text(page, encoding="utf-8")
    return path


def _is_for(path: Path, message: EmailMessage) -> bool:
    """Whether nothing is there yet, or the same message."""
    if not path.exists():
        return True
    kept = message_from_bytes(path.read_bytes(), policy=policy.default)
    return bool(kept["Message-ID"] == message["Message-ID"])


def name_of(message: EmailMessage) -> str:
    """A file name from the message's day, subject and recipient.

    >>> message = EmailMessage()
    >>> message["Date"], message["Subject"] = "Wed, 31 Jan 2024 04:05:00 +0000", "Posture digest: 2 new figures"
    >>> message["To"] = "desk@newsroom.example"
    >>> name_of(message)
    '2024-01-31-posture-digest-2-new-figures-to-desk'
    """
    date = message["Date"]
    day = f"{date.datetime:%Y-%m-%d}" if date is not None and date.datetime is not None else "undated"
    recipient = str(message["To"] or "nobody").partition("@")[0]
    subject, to = (re.sub(r"\W+", "-", part).strip("-").lower() for part in (message["Subject"] or "", recipient))
    return f"{day}-{subject[:60].strip('-') or 'no-subject'}-to-{to[:20]}"


def page_of(message: EmailMessage) -> str | None:
    """The message's HTML with its pictures inside, so that a browser shows it from the disk."""
    body = message.get_body(("html",))
    if body is None:
        return None
    page: str = body.get_content()
    for part in message.walk():
        name = str(part["Content-ID"] or "").strip("<>")
        if name:
            picture = base64.b64encode(part.get_content()).decode()
            page = page.replace(f"cid:{name}", f"data:{part.get_content_type()};base64,{picture}")
    return page


async def serve(folder: Path, port: int) -> None:
    """Take messages until the process ends."""
    loop = asyncio.get_running_loop()
    mailbox = Mailbox(folder)
    server = await loop.create_server(lambda: SMTP(mailbox, enable_SMTPUTF8=True, loop=loop), _HOST, port)
    async with server:
        await server.serve_forever()


def main() -> None:
    """Read the options and serve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, default=8025)
    options = parser.parse_args()
    asyncio.run(serve(options.folder, options.port))


if __name__ == "__main__":
    main()
