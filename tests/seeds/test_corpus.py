"""The seed corpus lies unchanged, and what is said of it stands in its words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from posture.adapters.corpus import read_corpus
from posture.errors import Misconfigured

FOLDER = Path(__file__).parents[2] / "seeds" / "corpus"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(FOLDER, tmp_path / "corpus")
    shutil.copytree(FOLDER.parent / "schema", tmp_path / "schema")
    return tmp_path / "corpus"


def test_there_are_five_articles_in_arabic() -> None:
    assert [(article.name[:3], article.language) for article in read_corpus()] == [(f"00{n}", "ar") for n in range(5)]


def test_what_is_said_of_an_article_is_quoted_from_it() -> None:
    entries = yaml.safe_load((FOLDER / "corpus.yml").read_text(encoding="utf-8"))
    for entry in entries:
        text = (FOLDER / entry["file"]).read_text(encoding="utf-8")
        assert entry["title"] in text
        assert entry["published_from"]["words"] in text
        assert (entry["agency"] is None) == (entry["agency_from"] is None)
        assert entry["agency_from"] is None or entry["agency_from"] in text


def test_an_edited_text_is_refused_by_name(copy: Path) -> None:
    path = next(copy.glob("002_*.txt"))
    path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    with pytest.raises(Misconfigured, match=path.name):
        read_corpus(copy)


def test_a_text_without_an_entry_is_refused_by_name(copy: Path) -> None:
    (copy / "005_0000000000000000.txt").write_text("نص", encoding="utf-8")
    with pytest.raises(Misconfigured, match="005_0000000000000000"):
        read_corpus(copy)
