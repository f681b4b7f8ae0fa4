"""The list of outlets: it is valid, and a mistake in it explains itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from posture.adapters.sources import SEEDS, read_sources
from posture.collecting.outlets import Outlets
from posture.errors import Misconfigured

SOURCES = read_sources()

ENTRY = """\
sources:
- id: example_ar
  name_ar: مثال
  name_en: Example
  address: https://example.org/rss?q=العراق when:1d
  kind: rss
  language: ar
  country: IQ
  ownership: private
  family: example
  role: news
  tier: 2
  rhythm_hours: 2
  status: on
  checked: {day: 2026-09-28, origin: a check}
  note: Nothing.
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "sources.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_entries_are_sorted_by_id() -> None:
    ids = [source.source_id for source in SOURCES]
    assert ids == sorted(ids)


def test_arabic_and_english_sources_are_collected() -> None:
    collected = [source for source in SOURCES if source.status == "on"]
    assert {source.language for source in collected} >= {"ar", "en"}
    assert len({source.family for source in collected}) >= 20


def test_addresses_can_be_fetched_as_they_are() -> None:
    for source in SOURCES:
        for address in (source.address, *source.alternatives):
            assert address.isascii(), source.source_id
            assert " " not in address, source.source_id


def test_an_entry_becomes_a_source(tmp_path: Path) -> None:
    (source,) = read_sources(written(tmp_path, ENTRY))
    assert source.source_id == "example_ar"
    assert source.status == "on", "YAML's own reading of `on` is true"
    assert source.rhythm_hours == 2.0
    assert source.address == "https://example.org/rss?q=%D8%A7%D9%84%D8%B9%D8%B1%D8%A7%D9%82%20when:1d"
    assert source.timezone is None


@pytest.mark.parametrize(
    ("mistake", "change", "words"),
    [
        (
            "a kind that does not exist",
            ("kind: rss", "kind: atom"),
            ["example_ar", "kind", "atom", "json_feed", "html_list"],
        ),
        ("a field left out", ("  family: example\n", ""), ["example_ar", "add family", "one voice"]),
        ("a field nobody knows", ("  tier: 2", "  tier: 2\n  colour: red"), ["example_ar", "colour", "rhythm_hours"]),
        ("an address without a scheme", ("https://example", "example"), ["example_ar", "address", "http://"]),
        (
            "an address that breaks off",
            ("https://example.org/rss?", "https://[bad/rss?"),
            ["example_ar", "[bad", "http"],
        ),
        ("a port that is none", ("example.org/", "example.org:99999/"), ["example_ar", "99999", "address"]),
        (
            "another address of the same kind",
            ("  note:", "  alternatives: ['https://a.example:0/rss']\n  note:"),
            ["example_ar", "a.example:0"],
        ),
        ("files of GDELT elsewhere", ("kind: rss", "kind: gdelt_files"), ["example_ar", "GDELT", "lastupdate.txt"]),
        ("a rhythm of no hours", ("rhythm_hours: 2", "rhythm_hours: 0"), ["example_ar", "rhythm_hours", "0.5"]),
        ("a day that is no day", ("2026-09-28", "last week"), ["example_ar", "checked.day", "ISO day"]),
        ("a key given twice", ("  tier: 2", "  tier: 2\n  tier: 3"), ["tier", "twice"]),
        (
            "a zone that does not exist",
            ("  note:", "  timezone: Asia/Bagdad\n  note:"),
            ["Asia/Bagdad", "Asia/Baghdad"],
        ),
        ("a selector for nothing", ("  note:", "  selectors: {link: a}\n  note:"), ["example_ar", "selectors", "link"]),
        (
            "a selector that is none",
            ("  note:", "  selectors: {item: 'a['}\n  note:"),
            ["example_ar", "selectors.item", "CSS"],
        ),
        (
            "an alias that is an address",
            ("  note:", "  aliases: ['https://www.old.example/']\n  note:"),
            ["example_ar", "aliases", "without http"],
        ),
        ("no id", ("- id: example_ar\n ", "-"), ["entry number 1", "add id"]),
        ("not a list", (ENTRY, "sources: many"), ["the file", "many"]),
        ("an empty file", (ENTRY, ""), ["the file", "it is empty"]),
        ("a list for a key", ("  tier: 2", "  ? [a, b]\n  : c\n  tier: 2"), ["a key is one word", "line"]),
        ("not YAML", (ENTRY, "sources: ["), ["not YAML"]),
        ("the same outlet twice", (ENTRY, ENTRY + ENTRY.removeprefix("sources:\n")), ["also stands", "'example_ar'"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_mistake_names_the_entry_and_what_is_allowed(
    tmp_path: Path, mistake: str, change: tuple[str, str], words: list[str]
) -> None:
    with pytest.raises(Misconfigured) as raised:
        read_sources(written(tmp_path, ENTRY.replace(*change)))
    for word in words:
        assert word in str(raised.value), mistake


def test_an_article_is_one_under_the_names_that_its_outlet_had() -> None:
    by_id = {source.source_id: source for source in SOURCES}
    outlets = Outlets(SOURCES)
    for source_id, old, new in (
        ("war_news", "https://www.defense.gov/News/Article/1", "https://www.war.gov/News/Article/1"),
        ("aljazeera_ar", "https://ajnet.me/news/2026/1/1/x", "https://www.aljazeera.net/news/2026/1/1/x"),
    ):
        assert outlets.key(by_id[source_id], old) == outlets.key(by_id[source_id], new), source_id


def test_a_news_search_must_say_since_when(tmp_path: Path) -> None:
    search = ENTRY.replace("https://example.org/rss", "https://news.google.com/rss/search").replace(
        "rss\n", "search_rss\n"
    )
    assert read_sources(written(tmp_path, search))
    with pytest.raises(Misconfigured, match=r"example_ar.*address.*when:2d"):
        read_sources(written(tmp_path, search.replace(" when:1d", "")))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"nowhere\.yml"):
        read_sources(tmp_path / "nowhere.yml")


def test_the_schema_explains_every_field() -> None:
    entry = json.loads((SEEDS / "schema" / "sources.json").read_text(encoding="utf-8"))["$defs"]["source"]
    for name, field in entry["properties"].items():
        assert "description" in field or "$ref" in field or name == "checked", name
