"""Sources for tests, described by what matters to each."""

from __future__ import annotations

from typing import Any

from posture.model import Source


def described(source_id: str, **fields: Any) -> Source:
    """A source of this id."""
    usual = {
        "name_ar": "صحيفة", "name_en": "Gazette", "address": f"https://{source_id}.example/rss", "kind": "rss",
        "language": "ar", "country": "IQ", "ownership": "private", "family": "family", "role": "news", "tier": 2,
        "status": "on", "rhythm_hours": 1.0,
    }  # fmt: skip
    return Source(source_id=source_id, **{**usual, **fields})
