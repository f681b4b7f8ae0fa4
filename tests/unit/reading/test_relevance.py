"""What makes an article one about the foreign presence in Iraq."""

from __future__ import annotations

from pathlib import Path

import pytest

from posture.adapters.seeds import read_lexicon, seeds_folder
from posture.lexicon.mentions import mentions_of
from posture.model import Relevance, Version
from posture.reading.relevance import judge

LEXICON = read_lexicon()


def judged(title: str, body: str) -> Relevance:
    version = Version(title=title, body=body, language="en")
    return judge(version, mentions_of(version, LEXICON), LEXICON)


@pytest.mark.parametrize("path", sorted((seeds_folder() / "corpus").glob("*.txt")), ids=lambda path: path.stem)
def test_each_article_of_the_corpus_is_on_the_topic(path: Path) -> None:
    title, _, body = path.read_text(encoding="utf-8").partition("\n")
    assert judged(title, body).on_topic


def test_the_reasons_are_words_of_the_text_at_their_place() -> None:
    body = "American soldiers will leave Camp Taji in Iraq."
    version = Version(title="US troops to leave Taji", body=body, language="en")
    reasons = judge(version, mentions_of(version, LEXICON), LEXICON).because
    assert {reason.name for reason in reasons} >= {"us_forces", "taji", "iraq"}
    assert all(reason.span.of(version.text(reason.where)) == reason.quote for reason in reasons)


def test_an_empty_article_is_off_the_topic() -> None:
    assert judged("", "") == Relevance(on_topic=False, held=False, score=0.0)


def test_a_headline_alone_can_be_on_the_topic() -> None:
    assert judged("Rockets hit base housing US troops in Iraq", "").on_topic


def test_one_background_paragraph_in_a_story_about_something_else_is_not_enough() -> None:
    story = "Prices rose in March. Bread cost more. Shoppers were angry. Banks stayed calm. Farmers were pleased. "
    assert not judged("Bread prices rise", story * 3 + "About 2,500 US troops are in Iraq.").on_topic


def test_the_same_words_about_another_country_are_off_the_topic() -> None:
    assert judged("US troops to leave Iraq", "American soldiers will leave Iraq by May.").on_topic
    niger = judged("US troops to leave Niger", "American soldiers will leave Niger by May.")
    assert not niger.on_topic
    assert not niger.held


def test_iraqi_factions_striking_us_forces_across_the_border_are_held_for_a_person() -> None:
    relevance = judged("Drone hits US base in Syria", "Iran-backed Iraqi militias said they attacked Al-Tanf garrison.")
    assert relevance.held or relevance.on_topic
