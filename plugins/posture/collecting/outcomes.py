"""How a poll of a source ended, and how much it counts against the source."""

from __future__ import annotations

from typing import Literal

Outcome = Literal[
    # what a feed's answer was (as posture.reading.feeds says it)
    "ok", "empty", "undated", "not_modified", "html", "captcha", "consent", "bridge_error", "broken",
    # why there was no answer (as posture.adapters.web_errors says it)
    "dns", "connection", "tls", "timeout", "status", "not_allowed", "robots", "too_large", "redirects", "encoding",
    "busy",
]  # fmt: skip
Gravity = Literal["good", "unchanged", "temporary", "soft", "hard"]

# "unchanged" is neither: after a failure, it says that the failure has not changed. Nor is a source to blame when our
# own workers were in each other's way.
GRAVITY: dict[Outcome, Gravity] = {
    "ok": "good",
    "undated": "good",
    "empty": "good",
    "not_modified": "unchanged",
    "busy": "unchanged",
    "timeout": "temporary",
    "connection": "temporary",
    "dns": "temporary",
    "status": "soft",
    "html": "soft",
    "captcha": "soft",
    "consent": "soft",
    "bridge_error": "soft",
    "broken": "soft",
    "encoding": "soft",
    "too_large": "soft",
    "tls": "soft",
    "redirects": "hard",
    "robots": "hard",
    "not_allowed": "hard",
}
# What a failure of each gravity adds to the source's count of failures. Half: a bad line heals by itself.
WEIGHT: dict[Gravity, float] = {"good": 0.0, "unchanged": 0.0, "temporary": 0.5, "soft": 1.0, "hard": 2.0}


def gravity_of(outcome: Outcome, status: int | None = None) -> Gravity:
    """How grave an outcome is: a server in trouble is temporary, an address that is gone is hard.

    >>> gravity_of("status", 503), gravity_of("status", 403), gravity_of("status", 410)
    ('temporary', 'soft', 'hard')
    """
    if outcome == "status" and status is not None:
        if status in {408, 425, 429} or status >= 500:
            return "temporary"
        return "hard" if status in {404, 410} else "soft"
    return GRAVITY[outcome]
