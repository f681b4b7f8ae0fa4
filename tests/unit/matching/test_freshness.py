from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from posture.matching.freshness import Known, claim_key, evidence_sentence_key, freshness
from posture.model import Claim, Evidence, Span, Version

BODY = "The talks ended on Sunday. About 2,500 American soldiers are stationed in Iraq."
QUOTE = "2,500"
CLAIM = Claim(
    kind="force_level",
    evidence=(Evidence(role="count", where="body", span=Span(BODY.index(QUOTE), BODY.index(QUOTE) + 5), quote=QUOTE),),
    rule="english count",
    confidence=0.9,
    count_low=2500,
    count_high=2500,
    force="us",
    place="iraq",
    as_of=date(2024, 1, 26),
)


def test_the_same_claim_in_other_words_and_by_another_rule_has_the_same_key() -> None:
    assert claim_key(replace(CLAIM, evidence=(), rule="عدد", confidence=0.5, via="afp")) == claim_key(CLAIM)


@pytest.mark.parametrize(
    "change",
    [
        {"count_high": 3000},
        {"place": "syria"},
        {"speaker": "lloyd_austin"},
        {"polarity": "negated"},
    ],
)
def test_another_claim_has_another_key(change: dict[str, object]) -> None:
    assert claim_key(replace(CLAIM, **change)) != claim_key(CLAIM)  # type: ignore[arg-type]


def test_a_level_told_again_on_a_later_day_is_the_same_claim_unless_the_text_gives_its_day() -> None:
    later = replace(CLAIM, as_of=date(2024, 2, 1))
    assert claim_key(later) == claim_key(CLAIM)
    told = Evidence(role="as_of", where="body", span=Span(0, 5), quote="today")
    assert claim_key(replace(later, evidence=(told,))) != claim_key(replace(CLAIM, evidence=(told,)))


def test_an_attack_on_another_day_is_another_claim() -> None:
    attack = replace(CLAIM, kind="incident", count_low=None, count_high=None, event="rocket_attack")
    assert claim_key(replace(attack, as_of=date(2024, 2, 1))) != claim_key(attack)


@pytest.mark.parametrize(
    ("claims", "sentences", "wanted"),
    [
        ({}, {}, "fresh"),
        ({"key": 1}, {}, "repeated"),
        ({}, {7: 1}, "repeated"),
        ({"key": 9}, {7: 3}, "background"),
        ({"other": 5}, {8: 5}, "fresh"),
    ],
)
def test_freshness(claims: dict[str, int], sentences: dict[int, int], wanted: str) -> None:
    assert freshness("key", 7, Known(claims=claims, sentences=sentences)) == wanted


def test_the_sentence_of_a_claim_is_known_again() -> None:
    version = Version(title="", body=BODY, language="en")
    elsewhere = Version(
        title="", body="About 2500 American soldiers are stationed in Iraq. A visit followed.", language="en"
    )
    moved = replace(CLAIM, evidence=(Evidence(role="count", where="body", span=Span(6, 10), quote="2500"),))
    assert evidence_sentence_key(version, CLAIM) == evidence_sentence_key(elsewhere, moved) is not None


def test_a_claim_of_the_headline_has_no_sentence() -> None:
    headline = replace(CLAIM, evidence=(Evidence(role="count", where="title", span=Span(0, 5), quote=QUOTE),))
    assert evidence_sentence_key(Version(title=QUOTE, body=BODY, language="en"), headline) is None
