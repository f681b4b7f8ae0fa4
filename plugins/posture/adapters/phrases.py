"""The phrases that analysts keep in `seeds/phrases/`, checked before they are believed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from posture.adapters.seeds import read_yaml_checked, seeds_folder
from posture.extracting.phrases import Phrases, build_phrases

_FIRST = "words.yml"  # its lists are used by the others


def read_phrases(folder: Path | None = None) -> Phrases:
    """The phrases of `seeds/phrases/`, read once per process and folder.

    Raises Misconfigured, naming file, rule and remedy.
    """
    return _phrases((folder or seeds_folder()) / "phrases")


@lru_cache(maxsize=4)
def _phrases(folder: Path) -> Phrases:
    paths = sorted(folder.glob("*.yml"), key=lambda path: (path.name != _FIRST, path.name))
    return build_phrases({path.name: read_yaml_checked(path, "phrases") for path in paths})
