"""Precision and recall on the labelled pairs, per verdict and pair of languages, never below their floors.

`floors.yml` is rewritten by hand alone, and only upwards.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml
from labelled_pairs import Pair, pairs

from posture.matching.comparing import Comparison, compare

FLOORS = yaml.safe_load((Path(__file__).parent / "floors.yml").read_text(encoding="utf-8"))


@cache
def compared(folder: str) -> list[tuple[Pair, Comparison]]:
    return [(pair, compare(pair.a, pair.b)) for pair in pairs(folder)]


def measures(folder: str) -> dict[str, float]:
    """Precision and recall by "verdict languages", of "same_story languages", and how often the fields are right."""
    wanted, said, both = Counter[str](), Counter[str](), Counter[str]()
    for pair, found in compared(folder):
        labels = {f"{pair.verdict} {pair.languages}"} | ({f"same_story {pair.languages}"} if pair.same_story else set())
        answers = {f"{found.verdict} {pair.languages}"} | (
            {f"same_story {pair.languages}"} if found.same_story and pair.same_story is not None else set()
        )
        wanted.update(labels)
        said.update(answers)
        both.update(labels & answers)
    result = {f"{name} recall": both[name] / wanted[name] for name in wanted}
    result |= {f"{name} precision": both[name] / said[name] for name in said if name in wanted}
    variants = [(pair, found) for pair, found in compared(folder) if pair.fields]
    right = sum(
        any(each.field.partition(".")[0] in _aliases(pair.fields) for each in found.differences)
        for pair, found in variants
    )
    if variants:
        result["a changed field is named"] = right / len(variants)
    return result


def _aliases(fields: frozenset[str]) -> set[str]:
    """A figure that carries a claim is named after it: movement.count."""
    claims = {"force_level", "movement", "incident", "timetable", "engagement"} if "figure" in fields else set()
    return {*fields, *claims}


@pytest.mark.parametrize("folder", FLOORS)
def test_no_measure_is_below_its_floor(folder: str) -> None:
    found = measures(folder)
    fallen = {
        name: (round(found.get(name, 0.0), 3), floor)
        for name, floor in FLOORS[folder].items()
        if found.get(name, 0.0) < floor
    }
    assert not fallen


@pytest.mark.parametrize("folder", FLOORS)
def test_every_measure_has_a_floor(folder: str) -> None:
    assert set(measures(folder)) == set(FLOORS[folder])


@pytest.mark.parametrize("folder", FLOORS)
def test_no_text_with_a_changed_fact_is_called_a_copy(folder: str) -> None:
    assert [pair.name for pair, found in compared(folder) if pair.fields and found.verdict == "copy"] == []
