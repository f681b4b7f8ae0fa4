"""How much of what a careful reader takes from news sentences `posture parse` finds, and how much it adds.

The sentences and their readings in tests/cases/parse/ were written before the code was run on them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from posture.commands.parse import answer

CASES = Path(__file__).parents[1] / "cases" / "parse"
# Share found, and additions per hundred readings. Floors rise with the code and are never lowered.
FLOORS = {"arabic": (0.99, 1), "english": (0.99, 1)}


def cases(name: str) -> Iterator[Mapping[str, Any]]:
    for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def is_reading(found: Mapping[str, Any], wanted: Mapping[str, Any], text: str) -> bool:
    """Whether what was found covers the wanted words, with the same kind and values."""
    start = text.index(wanted["quote"])
    covers = found["start"] <= start and start + len(wanted["quote"]) <= found["end"]
    values = {name: value for name, value in wanted.items() if name != "quote"}
    return covers and all(_same(found.get(name), value) for name, value in values.items())


def _same(found: object, wanted: object) -> bool:
    if isinstance(found, float) and isinstance(wanted, float):
        return abs(found - wanted) < 1e-6
    return found == wanted


def score(name: str) -> tuple[Counter[str], Counter[str], list[str]]:
    """Readings wanted and found by kind, and what was found beside them."""
    wanted_by_kind: Counter[str] = Counter()
    found_by_kind: Counter[str] = Counter()
    wrong: list[str] = []
    for case in cases(name):
        found = list(answer(case)["found"])
        for wanted in case["expect"]:
            wanted_by_kind[wanted["kind"]] += 1
            match = next((one for one in found if is_reading(one, wanted, case["text"])), None)
            if match is None:
                wrong.append(f"{case['id']}: missing {wanted}")
                continue
            found.remove(match)
            found_by_kind[wanted["kind"]] += 1
        wrong += [f"{case['id']}: added {one['kind']} {one['quote']}" for one in found]
    return wanted_by_kind, found_by_kind, wrong


@pytest.mark.parametrize("name", FLOORS)
def test_news_sentences_are_read_as_a_careful_reader_would(name: str) -> None:
    wanted, found, wrong = score(name)
    share, added = FLOORS[name]
    additions = sum(": added " in line for line in wrong)
    assert found.total() >= share * wanted.total(), wrong
    assert additions * 100 <= added * wanted.total(), wrong
