"""The outlets of the sample press as entries of a sources file, as `seeds/schema/sources.json` asks."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import yaml

from posture.newsroom.press import Outlet, read_press


def entry(outlet: Outlet, base: str) -> dict[str, Any]:
    """One outlet served at this address; its id is that of the outlet, after `sample_`."""
    # What stands in the query of the outlet's own addresses names the article; what a feed adds behind it does not.
    identity = [name for name, _ in parse_qsl(urlsplit(outlet.article_path).query)]
    described = {
        "id": f"sample_{outlet.id}",
        "name_ar": outlet.name_ar,
        "name_en": outlet.name_en,
        "address": base + outlet.feed.path,
        "kind": "rss" if outlet.feed.kind in ("rdf", "atom") else outlet.feed.kind,
        "language": outlet.language,
        "country": outlet.country,
        "ownership": outlet.ownership,
        "family": f"sample-{outlet.family.replace('_', '-')}",
        "role": outlet.role,
        "tier": outlet.tier,
        "rhythm_hours": 24,
        "status": "on",
        "checked": {"day": None, "origin": "the sample press itself"},
        "timezone": outlet.timezone,
        "note": f"Invented outlet. {outlet.motto}",
    }
    if identity:
        described["identity_parameters"] = identity
    if outlet.selectors:
        described["selectors"] = dict(outlet.selectors)
    return described


def sources(port: int, *, base_address: str = "127.0.1.") -> list[dict[str, Any]]:
    """All outlets as they are listed when the press is served at this port, sorted by id."""
    outlets = sorted(read_press().outlets.values(), key=lambda outlet: outlet.id)
    return [entry(outlet, f"http://{base_address}{outlet.number}:{port}") for outlet in outlets]


def write_sources(path: Path, entries: list[dict[str, Any]]) -> None:
    """Write entries as a sources file."""
    text = yaml.safe_dump({"sources": entries}, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")
