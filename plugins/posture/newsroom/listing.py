"""The outlets of the sample press as entries of a sources file, in the schema of `seeds/sources.yml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from posture.newsroom.press import Outlet, read_press

LIST_SELECTORS = {"item": "ul.stream li", "link": "h3 a", "title": "h3 a", "date": "time", "summary": "p"}


def entry(outlet: Outlet, base: str) -> dict[str, Any]:
    """One outlet served at this address."""
    kind = {"rdf": "rss", "atom": "atom"}.get(outlet.feed.kind, outlet.feed.kind)
    described: dict[str, Any] = {
        "id": f"sample_{outlet.id}",
        "name_ar": outlet.name_ar,
        "name_en": outlet.name_en,
        "address": base + outlet.feed.path,
        "kind": kind,
        "language": outlet.language,
        "country": outlet.country,
        "ownership": outlet.ownership,
        "family": outlet.family,
        "role": outlet.role,
        "tier": outlet.tier,
        "rhythm": "daily",
        "status": "on",
        "timezone": outlet.timezone,
    }
    if outlet.feed.kind == "html-list":
        described["selectors"] = dict(LIST_SELECTORS)
    return described


def sources(port: int, *, base_address: str = "127.0.1.") -> list[dict[str, Any]]:
    """All outlets as they are listed when the press is served at this port."""
    return [entry(o, f"http://{base_address}{o.number}:{port}") for o in read_press().outlets.values()]


def write_sources(path: Path, port: int) -> None:
    """Write a sources file for the press served at this port."""
    document = {"sources": sources(port)}
    path.write_text(yaml.safe_dump(document, allow_unicode=True, sort_keys=False), encoding="utf-8")
