"""Letters out, over SMTP."""

from __future__ import annotations

import smtplib
import ssl
from contextlib import closing, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage

from posture.errors import Misconfigured, PostureError, Rejected, Transient

# A mail server that says nothing for so long is taken to be away; the letter stays in the outbox.
TIMEOUT_S = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail server and the sender in whose name it takes letters. `tls`: the line is encrypted before we log in."""

    host: str
    port: int
    sender: str
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    tls: bool = False
    timeout_s: float = TIMEOUT_S

    def send(self, message: EmailMessage) -> str:
        """Hand over one letter to the address in its To; its Message-ID.

        Raises Transient when the server may take it later, Rejected when it refuses this recipient or this letter for
        good, Misconfigured when it does not let us in. A line that drops after the letter was handed over cannot be
        told from one that dropped before: the letter is sent again under the same Message-ID.
        """
        try:
            with closing(self._line()) as line:
                line.send_message(message, from_addr=self.sender, to_addrs=[str(message["To"])])
                _leave(line)
        except (smtplib.SMTPException, OSError) as error:
            raise self._in_our_words(error, recipient=str(message["To"])) from error
        return str(message["Message-ID"])

    def _line(self) -> smtplib.SMTP:
        line = smtplib.SMTP(self.host, self.port, timeout=self.timeout_s)
        try:
            if self.tls:
                line.starttls(context=ssl.create_default_context())
            if self.username is not None:
                line.login(self.username, self.password or "")
        except BaseException:
            line.close()
            raise
        return line

    def _in_our_words(self, error: Exception, *, recipient: str) -> PostureError:
        if (fault := self._fault_of(error)) is not None:
            return Misconfigured(fault, item=self._name, remedy="mend the connection posture_smtp")
        match error:
            case smtplib.SMTPRecipientsRefused():
                code, words = next(iter(error.recipients.values()))
                return _refused(code, words, recipient)
            case smtplib.SMTPResponseException():
                return _refused(error.smtp_code, error.smtp_error, recipient)
        remedy = "it is tried again; check the mail server when it lasts"
        return Transient(str(error) or type(error).__name__, item=self._name, remedy=remedy)

    def _fault_of(self, error: Exception) -> str | None:
        """What is wrong between us and the server, for which no letter is to be given up; else None."""
        match error:
            case smtplib.SMTPAuthenticationError():
                return f"refuses the login ({_words(error.smtp_code, error.smtp_error)})"
            case smtplib.SMTPNotSupportedError() | ssl.SSLCertVerificationError():
                return str(error)
            case smtplib.SMTPSenderRefused() if error.smtp_code >= 500:
                return f"refuses the sender {self.sender} ({_words(error.smtp_code, error.smtp_error)})"
            case smtplib.SMTPConnectError() | smtplib.SMTPHeloError() if error.smtp_code >= 500:
                return f"does not let us in ({_words(error.smtp_code, error.smtp_error)})"
        return None

    @property
    def _name(self) -> str:
        return f"mail server {self.host}:{self.port}"


def _leave(line: smtplib.SMTP) -> None:
    """Say good-bye; whatever it answers, the letter was taken."""
    with suppress(smtplib.SMTPException, OSError):
        line.quit()


def _refused(code: int, reply: bytes | str, recipient: str) -> Transient | Rejected:
    """SMTP's own distinction: 4xx may succeed later, 5xx never will."""
    if code < 500:
        return Transient(_words(code, reply), item=recipient, remedy="it is tried again")
    remedy = "mend the address in seeds/alerts.yml"
    return Rejected(f"is refused ({_words(code, reply)})", item=recipient, remedy=remedy)


def _words(code: int, reply: bytes | str) -> str:
    text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return f"{code} {' '.join(text.split())}"
