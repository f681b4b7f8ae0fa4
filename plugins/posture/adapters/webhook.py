"""Alerts to another programme: one signed web request each.

    Posture-Id: alert-17-desk                the same whenever the same letter is sent again
    Posture-Timestamp: 1706716800               seconds since 1970, when this request was made
    Posture-Signature: sha256=<hex>             HMAC-SHA256 of "<timestamp>.<body>" under the shared secret

A receiver computes the signature from the bytes that it got, refuses an old timestamp, and ignores an id that it has
already seen.
"""

from __future__ import annotations

import hashlib
import hmac
import time
from dataclasses import dataclass, field

import requests

from posture.errors import Misconfigured, PostureError, Rejected, Transient

# A receiver that has not answered by then is taken to be away; the request stays in the outbox.
TIMEOUT_S = 10.0
_LATER = frozenset({408, 425, 429})
# The request as such is not to its taste: no other will be better, while 401, 404 and the like are mended by a person.
_UNFIT = frozenset({400, 405, 406, 413, 415, 422})


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """A receiver by the name that seeds/alerts.yml gives it, and the secret that we share with it."""

    name: str
    url: str
    secret: str = field(repr=False)
    timeout_s: float = TIMEOUT_S

    def send(self, body: str, *, key: str) -> None:
        """Hand over one JSON text.

        Raises Transient when the receiver may take it later, Rejected when it refuses this text for good,
        Misconfigured when it does not know us or sends us elsewhere.
        """
        data = body.encode()
        timestamp = str(int(time.time()))
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Posture-Id": key,
            "Posture-Timestamp": timestamp,
            "Posture-Signature": signature(self.secret, timestamp, data),
        }
        try:
            # a redirect would carry what is told to an address that nobody entered
            answer = requests.post(
                self.url, data=data, headers=headers, timeout=self.timeout_s, allow_redirects=False, stream=True
            )
        except (requests.exceptions.MissingSchema, requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema):
            raise self._misconfigured("has no address that can be asked") from None
        except requests.RequestException as error:
            raise Transient(type(error).__name__, item=self._item, remedy="it is tried again") from error
        with answer:
            failure = self._failure(answer.status_code)
        if failure is not None:
            raise failure

    def _failure(self, status: int) -> PostureError | None:
        if 200 <= status < 300:
            return None
        if status >= 500 or status in _LATER:
            return Transient(f"answers {status}", item=self._item, remedy="it is tried again")
        if status in _UNFIT:
            return Rejected(f"refuses the text ({status})", item=self._item, remedy="see what it expects")
        return self._misconfigured(f"answers {status}")

    def _misconfigured(self, what: str) -> Misconfigured:
        return Misconfigured(what, item=self._item, remedy=f"mend the connection posture_webhook_{self.name}")

    @property
    def _item(self) -> str:
        return f"webhook {self.name}"


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """The signature of a request: what a receiver compares, in constant time, with its own."""
    signed = hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256)
    return f"sha256={signed.hexdigest()}"
