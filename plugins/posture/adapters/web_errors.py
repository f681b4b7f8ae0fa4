"""Why an answer did not come: sorted by what to do about it, and named for the books."""

from __future__ import annotations

from typing import Literal

from posture.errors import Rejected, Transient

FailureKind = Literal[
    "dns",  # the name is unknown
    "connection",  # nobody answers there, or the line broke
    "tls",  # the certificate or the handshake failed
    "timeout",  # too slow, as a whole or between two bytes
    "status",  # the server refused: see `status`
    "not_allowed",  # an address that this project does not go to
    "robots",  # the outlet asks robots to stay away
    "too_large",  # headers or body beyond the limit, also once decompressed
    "redirects",  # too many, in a circle, or to nowhere
    "busy",  # our own workers have so much to ask there that no turn came: nothing was sent
    "encoding",  # the body cannot be decompressed
]


class FetchFailed(Transient):
    """An answer that may come later. `retry_after_s` is what the server asked for, in seconds."""

    def __init__(
        self,
        what: str,
        *,
        item: str,
        remedy: str,
        kind: FailureKind,
        status: int | None = None,
        retry_after_s: float | None = None,
    ) -> None:
        super().__init__(what, item=item, remedy=remedy)
        self.kind = kind
        self.status = status
        self.retry_after_s = retry_after_s


class FetchRefused(Rejected):
    """An answer that will not come: the server or our own rules say no."""

    def __init__(self, what: str, *, item: str, remedy: str, kind: FailureKind, status: int | None = None) -> None:
        super().__init__(what, item=item, remedy=remedy)
        self.kind = kind
        self.status = status
        self.retry_after_s: float | None = None
