"""A seed file that is wrong is refused with its name, the entry and what would mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from posture.adapters.seeds import read_lexicon, read_yaml_checked, seeds_folder
from posture.errors import Misconfigured


def written(tmp_path: Path, text: str) -> Path:
    (tmp_path / "schema").symlink_to(seeds_folder() / "schema")
    folder = tmp_path / "lexicon"
    folder.mkdir()
    path = folder / "bases.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_entry_that_breaks_the_schema_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "- {id: fob_x, kind: base, name_en: X, name_ar: س}\n")
    with pytest.raises(Misconfigured, match=r"bases.yml: fob_x: .*required.*schema/lexicon.json"):
        read_yaml_checked(path, "lexicon")


def test_a_file_that_is_no_yaml_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"bases.yml: is not YAML"):
        read_yaml_checked(written(tmp_path, "- {id: "), "lexicon")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"none.yml: cannot be read"):
        read_yaml_checked(tmp_path / "none.yml", "lexicon")


def test_an_entry_that_points_to_nothing_is_named(tmp_path: Path) -> None:
    entry = "- {id: p, kind: person, name_en: P, name_ar: س, country: atlantis, examples: [P]}\n"
    with pytest.raises(Misconfigured, match="lexicon entry p: points to 'atlantis'"):
        read_lexicon(written(tmp_path, entry).parent.parent)


def test_the_same_id_twice_is_refused(tmp_path: Path) -> None:
    entry = "- {id: p, kind: person, name_en: P, name_ar: س, examples: [P]}\n"
    with pytest.raises(Misconfigured, match="lexicon entry p: stands twice"):
        read_lexicon(written(tmp_path, entry * 2).parent.parent)
