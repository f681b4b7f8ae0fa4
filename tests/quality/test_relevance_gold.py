"""How often an article of our gold is judged as its label says: on the topic, off it, or for a person to decide.

The labels were written before the code was run. At first sight 50 of 52 articles of `written_first`, 20 of 26 of
`written_second`, 21 of 27 of `written_third`, 33 of 40 of `written_fourth` and 35 of 40 of `written_fifth`, held back
and run last, were right; the classes of error they showed have been mended since.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from posture.adapters.seeds import read_lexicon
from posture.lexicon.mentions import mentions_of
from posture.model import Dated, Version
from posture.reading.relevance import judge

FOLDER = Path(__file__).parent / "relevance"
LEXICON = read_lexicon()
FLOORS = [
    ("written_first", 0.98),
    ("written_second", 0.9),
    ("written_third", 0.9),
    ("written_fourth", 0.95),
    ("written_fifth", 0.95),
]
RIGHT = {"on": {"on"}, "off": {"off"}, "borderline": {"on", "held"}}


def cases(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def judged(case: dict[str, Any]) -> str:
    day = case.get("published")
    version = Version(
        title=case["title"],
        body=case["text"],
        language=case["language"],
        published=Dated(day=date.fromisoformat(day)) if day else None,
    )
    relevance = judge(version, mentions_of(version, LEXICON), LEXICON)
    return "on" if relevance.on_topic else "held" if relevance.held else "off"


def share_right(chosen: list[dict[str, Any]]) -> float:
    return sum(judged(case) in RIGHT[case["label"]] for case in chosen) / len(chosen)


@pytest.mark.parametrize(("name", "floor"), FLOORS)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_articles_are_judged_as_their_label_says(name: str, floor: float, language: str) -> None:
    chosen = [case for case in cases(name) if case["language"] == language]
    wrong = {case["id"]: judged(case) for case in chosen if judged(case) not in RIGHT[case["label"]]}
    assert share_right(chosen) >= floor, wrong


@pytest.mark.parametrize("name", [name for name, _ in FLOORS])
def test_nothing_on_the_topic_is_dropped_silently_more_than_one_time_in_ten(name: str) -> None:
    chosen = [case for case in cases(name) if case["label"] != "off"]
    dropped = [case["id"] for case in chosen if judged(case) == "off"]
    assert len(dropped) <= len(chosen) / 10, dropped


def test_the_gold_has_both_languages_and_all_labels_in_number() -> None:
    everything = [case for name, _ in FLOORS for case in cases(name)]
    assert len({case["id"] for case in everything}) == len(everything)
    for language in ("ar", "en"):
        labels = [case["label"] for case in everything if case["language"] == language]
        assert labels.count("on") >= 15
        assert labels.count("off") >= 15
        assert labels.count("borderline") >= 3
