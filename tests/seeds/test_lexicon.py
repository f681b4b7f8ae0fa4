"""Every entry of the lexicon is found in its own examples, and not where it says it must not be."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import yaml

from posture.adapters.seeds import read_lexicon, read_yaml_checked, seeds_folder
from posture.lexicon.mentions import find_mentions

LEXICON = read_lexicon()
FOLDER = seeds_folder() / "lexicon"
MISNAMINGS = read_yaml_checked(FOLDER / "misnamings.yml", "misnamings")


def found(text: str) -> set[str]:
    return {mention.entity for mention in find_mentions(text, LEXICON)}


@pytest.mark.parametrize("entity", sorted(LEXICON.entries))
def test_an_entry_is_found_in_its_examples_and_not_elsewhere(entity: str) -> None:
    entry = LEXICON.entries[entity]
    assert [text for text in entry.examples if entity not in found(text)] == []
    assert [text for text in entry.not_ if entity in found(text)] == []


@pytest.mark.parametrize("row", MISNAMINGS, ids=lambda row: row["id"])
def test_a_misnaming_is_told_with_its_warning_and_only_where_it_is_one(row: dict) -> None:
    def warned(text: str) -> set[str]:
        return {mention.entity for mention in find_mentions(text, LEXICON) if mention.warning}

    assert all(row["entity"] in warned(text) for text in row["examples"])
    assert [text for text in row["not"] if warned(text)] == []


def test_the_lexicon_is_large_enough_to_be_of_use() -> None:
    assert len(LEXICON.entries) >= 400


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.stem)
def test_entries_stand_in_order_so_that_an_analyst_finds_them(path) -> None:
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    if isinstance(rows, list):
        assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)


def test_who_held_an_office_ended_no_earlier_than_he_began() -> None:
    tenures = [tenure for entry in LEXICON.entries.values() for tenure in entry.holds]
    assert tenures
    assert [tenure for tenure in tenures if tenure.from_ and tenure.to and tenure.from_ > tenure.to] == []


@pytest.mark.parametrize("office", sorted(o for o in LEXICON.tenures if not LEXICON.entries[o].shared))
def test_no_office_had_two_holders_at_once_but_for_the_month_of_handing_over(office: str) -> None:
    known = sorted((t.from_, t.to) for t, _ in LEXICON.tenures[office] if t.from_ and t.to)
    assert [(a, b) for a, b in pairwise(known) if (a[1] - b[0]).days > 31] == []


def test_arabic_names_are_written_in_arabic_letters() -> None:
    assert [e.id for e in LEXICON.entries.values() if not re.search("[؀-ۿ]", e.name_ar)] == []
