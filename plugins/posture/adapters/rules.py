"""The version of the rules: a digest of the code and seeds that decide, so that it cannot be forgotten."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from posture.adapters.places import SEEDS

_CODE = Path(__file__).resolve().parents[1]
_DECIDING = ("text", "lexicon", "reading", "extracting", "matching")


@cache
def rules_version() -> str:
    """Twelve hexadecimal digits that change when a rule, a phrase or a name changes."""
    digest = hashlib.sha256()
    for path in _files():
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _files() -> list[Path]:
    code = [path for folder in _DECIDING for path in (_CODE / folder).rglob("*.py")]
    seeds = [path for folder in ("lexicon", "phrases") for path in (SEEDS / folder).rglob("*.yml")]
    return sorted([*code, *seeds])
