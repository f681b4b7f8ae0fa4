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
    "broken",  # our own code failed on what the server sent
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


def our_own_failure(error: Exception, item: str) -> FetchFailed:
    """The failure of an exchange on which our own code broke: this item's alone, so that the others go on."""
    said = f"our own code failed ({type(error).__name__}: {error})"
    return FetchFailed(said, item=item, remedy="report this address; it is tried again", kind="broken")


class FetchRefused(Rejected):
    """An answer that will not come: the server or our own rules say no."""

    def __init__(self, what: str, *, item: str, remedy: str, kind: FailureKind, status: int | None = None) -> None:
        super().__init__(what, item=item, remedy=remedy)
        self.kind = kind
        self.status = status
        self.retry_after_s: float | None = None
