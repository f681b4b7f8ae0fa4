"""Letters go out over a real SMTP line that accepts, refuses, delays, drops, and asks for a login."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.headerregistry import Address
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from posture.adapters.mail import Mail
from posture.errors import Misconfigured, PostureError, Rejected, Transient

HOST = "127.0.0.1"


class Server:
    """A mail server that answers as told, and remembers what it took."""

    def __init__(
        self, *, to: str = "250 ok", data: str = "250 ok", bye: str = "221 bye", slow_s: float = 0, drop: bool = False
    ) -> None:
        self.to, self.data, self.bye, self.slow_s, self.drop = to, data, bye, slow_s, drop
        self.taken: list[Envelope] = []

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.to.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        await asyncio.sleep(self.slow_s)
        if self.drop:
            assert server.transport is not None
            server.transport.abort()
            return "451 never heard"
        if self.data.startswith("250"):
            self.taken.append(envelope)
        return self.data

    async def handle_QUIT(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        return self.bye


@contextmanager
def greeting(words: bytes) -> Iterator[Mail]:
    """A server that says one line to whoever calls, and hangs up."""
    with socket.create_server((HOST, 0)) as line:

        def answer() -> None:
            with line.accept()[0] as caller:
                caller.sendall(words + b"\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        yield Mail(host=HOST, port=line.getsockname()[1], sender="digest@posture.example", timeout_s=5.0)
        thread.join()


@contextmanager
def serving(server: Server, **options: Any) -> Iterator[Callable[..., Mail]]:
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    opening = loop.create_server(lambda: SMTP(server, loop=loop, **options), HOST, 0)
    line = asyncio.run_coroutine_threadsafe(opening, loop).result()
    port = line.sockets[0].getsockname()[1]
    try:
        yield lambda **more: Mail(host=HOST, port=port, sender="digest@posture.example", **{"timeout_s": 5.0, **more})
    finally:
        loop.call_soon_threadsafe(line.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


def letter(to: str = "analyst@posture.example") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "القوات الأمريكية في العراق: 2,000"
    message["From"] = "digest@posture.example"
    message["To"] = Address(addr_spec=to)
    message["Message-ID"] = "<digest-2025-09-14-desk@posture.example>"
    message.set_content("نص عربي and English")
    return message


@pytest.mark.parametrize(
    ("words", "error"),
    [
        pytest.param(b"554 no mail service here", Misconfigured, id="never"),
        pytest.param(b"421 too busy", Transient, id="not now"),
    ],
)
def test_a_server_that_lets_nobody_in_costs_no_letter(words: bytes, error: type[PostureError]) -> None:
    with greeting(words) as mail, pytest.raises(error):
        mail.send(letter())


@pytest.mark.parametrize("bye", ["221 bye", "250 ok", "421 closing", "500 what"])
def test_a_letter_that_was_taken_is_sent_whatever_the_server_says_at_parting(bye: str) -> None:
    server = Server(bye=bye)
    with serving(server) as mail:
        assert mail().send(letter())
    assert len(server.taken) == 1


def test_a_letter_arrives_whole() -> None:
    server = Server()
    with serving(server) as mail:
        assert mail().send(letter()) == "<digest-2025-09-14-desk@posture.example>"
    (envelope,) = server.taken
    assert envelope.rcpt_tos == ["analyst@posture.example"]
    assert envelope.mail_from == "digest@posture.example"
    assert b"Message-ID: <digest-2025-09-14-desk@posture.example>" in (envelope.original_content or b"")


@pytest.mark.parametrize(
    ("server", "error", "words"),
    [
        pytest.param(Server(to="550 no such user"), Rejected, "550 no such user", id="refuses the recipient"),
        pytest.param(Server(to="450 try later"), Transient, "450 try later", id="puts the recipient off"),
        pytest.param(Server(data="554 looks like spam"), Rejected, "554 looks like spam", id="refuses the letter"),
        pytest.param(Server(data="452 disk full"), Transient, "452 disk full", id="puts the letter off"),
        pytest.param(Server(drop=True), Transient, "closed", id="drops the line"),
    ],
)
def test_what_a_server_refuses_or_puts_off_is_told_apart(server: Server, error: type[PostureError], words: str) -> None:
    with serving(server) as mail, pytest.raises(error, match=words):
        mail().send(letter())
    assert server.taken == []


def test_a_server_that_says_nothing_is_away() -> None:
    with serving(Server(slow_s=3)) as mail, pytest.raises(Transient):
        mail(timeout_s=0.3).send(letter())


def test_nobody_at_the_port_is_away() -> None:
    with serving(Server()) as mail:
        closed = mail()
    with pytest.raises(Transient, match=f"mail server {HOST}:{closed.port}"):
        closed.send(letter())


def _login(server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: Any) -> AuthResult:
    right = isinstance(given, LoginPassword) and (given.login, given.password) == (b"posture", b"right")
    return AuthResult(success=right, handled=right)


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_login_is_used_and_a_wrong_one_stops_us() -> None:
    server = Server()
    options = {"authenticator": _login, "auth_required": True, "auth_require_tls": False}
    with serving(server, **options) as mail:
        mail(username="posture", password="right").send(letter())
        with pytest.raises(Misconfigured, match="refuses the login"):
            mail(username="posture", password="wrong").send(letter())
    assert len(server.taken) == 1


def test_encryption_that_the_server_lacks_stops_us() -> None:
    server = Server()
    with serving(server) as mail, pytest.raises(Misconfigured, match="STARTTLS"):
        mail(tls=True).send(letter())
    assert server.taken == []


def test_a_password_is_not_shown() -> None:
    assert "secret" not in repr(Mail(host=HOST, port=25, sender="a@b.example", username="u", password="secret"))
