"""The texts on the desk: each is fetched and read once in a run, however many others it is compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posture.adapters.database import Session
from posture.matching.outlines import Outline, outline
from posture.model import Report
from posture.steps import rows

_KEPT = 400  # texts, some 60 KB each once read


class Desk:
    """Stored texts read for matching, by version id. One desk serves one run of a step: what it holds is not looked
    up again. Texts that are `laid` on it stand for what is stored of them.
    """

    def __init__(self, laid: Mapping[int, Report] | None = None) -> None:
        self._laid = {version_id: outline(report) for version_id, report in (laid or {}).items()}
        self._read: dict[int, Outline] = {}

    def outline(self, session: Session, version_id: int) -> Outline:
        """One text."""
        return self.outlines(session, [version_id])[0]

    def outlines(self, session: Session, version_ids: Sequence[int]) -> list[Outline]:
        """Several texts, in this order; what is not on the desk is fetched at once."""
        missing = [version_id for version_id in version_ids if version_id not in self._read.keys() | self._laid.keys()]
        found = {key: outline(report) for key, report in rows.reports(session, missing).items()}
        found_or_laid = self._laid | found
        wanted = [found_or_laid.get(version_id) or self._read[version_id] for version_id in version_ids]
        self._read |= found
        for version_id in list(self._read)[: max(0, len(self._read) - _KEPT)]:
            del self._read[version_id]
        return wanted
