"""The seed corpus: the articles that the watch began with, and what is known of each."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from posture.adapters.places import SEEDS
from posture.adapters.seeds import read_yaml_checked
from posture.errors import Misconfigured
from posture.model import Dated

SOURCE_ID = "seed_corpus"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedArticle:
    """One article of the corpus: its bytes unchanged, and what `corpus.yml` says of it."""

    name: str  # file name without its ending
    text: bytes
    title: str
    language: str
    published: Dated
    agency: str | None
    outlet: str | None


def read_corpus(folder: Path | None = None) -> tuple[SeedArticle, ...]:
    """The articles of `seeds/corpus/`, by name. Raises Misconfigured when a text is missing or edited."""
    folder = folder or SEEDS / "corpus"
    entries = read_yaml_checked(folder / "corpus.yml", "corpus")
    named = {entry["file"] for entry in entries}
    for path in folder.glob("*.txt"):
        if path.name not in named:
            raise Misconfigured("is not described", item=path.name, remedy="add an entry to corpus.yml")
    return tuple(_article(folder, entry) for entry in sorted(entries, key=lambda entry: str(entry["file"])))


def _article(folder: Path, entry: dict[str, str]) -> SeedArticle:
    path = folder / entry["file"]
    if not path.is_file():
        raise Misconfigured("has no text", item=path.name, remedy="restore the file or drop its entry in corpus.yml")
    text = path.read_bytes()
    if hashlib.sha256(text).hexdigest() != entry["sha256"]:
        remedy = "restore the file: the corpus is never edited"
        raise Misconfigured("is not the text that corpus.yml describes", item=path.name, remedy=remedy)
    return SeedArticle(
        name=path.stem,
        text=text,
        title=entry["title"],
        language=entry["language"],
        published=Dated(day=date.fromisoformat(entry["published"]), origin="corpus"),
        agency=entry["agency"],
        outlet=entry["outlet"],
    )
