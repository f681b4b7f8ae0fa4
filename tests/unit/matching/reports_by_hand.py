"""Reports for tests: a text, and the names that extraction would have found in it."""

from __future__ import annotations

from datetime import date

from posture.model import Dated, Extraction, Mention, Report, Span, Version
from posture.reading.texts import read_text


def report(
    text: str,
    *,
    key: str = "",
    names: dict[str, tuple[str, str]] | None = None,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Report:
    """A text as a report. `names` maps words of the text to (entity, kind)."""
    read = read_text(text)
    day = Dated(day=date.fromisoformat(published)) if published else None
    version = Version(title=read.title, body=read.body, language=read.language, published=day, outlet=outlet, url=url)
    mentions = [
        Mention(entity=entity, kind=kind, where=where, span=Span(at, at + len(words)), quote=words)
        for words, (entity, kind) in (names or {}).items()
        for where in ("title", "body")
        if (at := version.text(where).find(words)) >= 0
    ]
    return Report(key=key or text[:20], version=version, extraction=Extraction(mentions=tuple(mentions)), article=url)
