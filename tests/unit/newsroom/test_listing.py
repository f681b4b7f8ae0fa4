"""The outlets as entries of a sources file."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from posture.newsroom.listing import sources, write_sources
from posture.newsroom.press import read_press

SCHEMA = Path(__file__).parents[3] / "seeds" / "schema" / "sources.json"


def entry(name: str) -> dict[str, object]:
    (found,) = [entry for entry in sources(8099) if entry["id"] == f"sample_{name}"]
    return found


def test_every_outlet_is_an_entry_that_the_schema_allows(tmp_path: Path) -> None:
    path = tmp_path / "sources.yml"
    write_sources(path, sources(8099))
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    jsonschema.validate(document, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert len(document["sources"]) == len(read_press().outlets)
    assert document["sources"] == sorted(document["sources"], key=lambda one: one["id"])


@pytest.mark.parametrize(
    ("outlet", "field", "value"),
    [
        ("rafidain", "address", "http://127.0.1.11:8099/rss.xml"),
        ("nakhil", "kind", "rss"),  # Atom
        ("marsad", "kind", "rss"),  # RDF
        ("shamal", "kind", "news_sitemap"),
        ("furat_now", "kind", "html_list"),
        ("tigris_gate", "identity_parameters", ["sid"]),
        ("gulf_ledger", "identity_parameters", ["p"]),
        ("barid", "identity_parameters", ["cat", "sid"]),
        ("jisr_en", "family", "sample-jisr"),
        ("gulf_ledger", "timezone", "Asia/Dubai"),
    ],
)
def test_an_entry_says_what_a_collector_must_know(outlet: str, field: str, value: object) -> None:
    assert entry(outlet)[field] == value


def test_an_outlet_without_a_query_in_its_addresses_names_no_identity() -> None:
    assert "identity_parameters" not in entry("rafidain")
