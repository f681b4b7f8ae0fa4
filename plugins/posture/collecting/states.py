"""What is remembered of a source between two polls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from posture.collecting.outcomes import Outcome
from posture.model import Source

FIRST_INTERVAL_S = 900.0
MOMENTS = ("next_due_at", "failing_since", "last_polled_at", "last_success_at", "last_new_at", "files_until")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """What earlier polls taught of a source. All that is None is not yet known."""

    source_id: str
    next_due_at: datetime | None = None  # None: now
    interval_s: float = FIRST_INTERVAL_S
    etag: str | None = None
    modified: str | None = None  # Last-Modified, as the server wrote it
    body_sha256: str | None = None  # of the last body that was read well
    is_etag_trusted: bool = True  # False once the server repeated it, or the time of the change, over another body
    conditional_polls: int = 0  # in a row
    failures: int = 0  # polls since the last success
    burden: float = 0.0  # the same, weighted by gravity
    failing_since: datetime | None = None
    last_outcome: Outcome | None = None
    last_polled_at: datetime | None = None
    last_success_at: datetime | None = None
    last_new_at: datetime | None = None  # a story that was not known
    next_part: int = 0  # of an index of sitemaps: where its turn goes on
    files: Mapping[str, int] = field(default_factory=dict)  # of a stream: still to be read, and how often each failed
    files_until: datetime | None = None  # of a stream: the newest file that was listed

    @classmethod
    def first(cls, source: Source, *, now: datetime) -> SourceState:
        """The state of a source that was never asked: it is due."""
        return cls(source_id=source.source_id, next_due_at=now)

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> SourceState:
        """A state that was kept as JSON, by this version or an older one that knew fewer fields."""
        known = {name: values[name] for name in cls.__dataclass_fields__ if name in values}
        moments = {name: datetime.fromisoformat(known[name]) for name in MOMENTS if known.get(name)}
        return cls(**{**known, **moments})

    def to_values(self) -> dict[str, Any]:
        """The state for JSON: moments as ISO 8601."""
        return {name: value.isoformat() if name in MOMENTS and value else value for name, value in asdict(self).items()}
