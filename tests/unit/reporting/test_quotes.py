"""A sentence is printed once with all that it carries, and a reading that may be wrong says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from posture.reporting.digest import compose_digest, in_language, is_new, ranked
from posture.reporting.facts import DigestData, Fact, Figure, Story
from posture.reporting.glance import lead
from posture.reporting.messages import RecipientList
from posture.reporting.quality import FEW_ARE_SURE, MEASURED, SURE, WEAK, unsure
from posture.reporting.quotes import quoted, stretches
from posture.reporting.wording import Labels, Words


@pytest.mark.parametrize(
    ("marks", "marked"),
    [
        pytest.param([(0, 3)], ["one"], id="at the start"),
        pytest.param([(4, 7), (0, 3)], ["one", "two"], id="in any order"),
        pytest.param([(0, 5), (4, 7)], ["one t", "wo"], id="overlapping marks leave no letter out and none twice"),
        pytest.param([(4, 7), (4, 7)], ["two"], id="the same twice"),
        pytest.param([], [], id="none"),
    ],
)
def test_a_sentence_is_cut_at_its_marks(marks: list[tuple[int, int]], marked: list[str]) -> None:
    found = stretches("one two three", marks)
    assert "".join(words for words, _ in found) == "one two three"
    assert [words for words, is_marked in found if is_marked] == marked


def test_claims_of_one_sentence_share_its_quote_but_not_with_another_voice(full_day: DigestData) -> None:
    level = full_day.stories[0].claims[0]
    second = replace(level, claim_id=60, kind="movement", said=replace(level.said, mark=(4, 9)))
    other = replace(level, claim_id=61, said=replace(level.said, speaker="iraqi_parliament"))
    found = quoted([level, other, second])
    assert [[fact.claim_id for fact in group.facts] for group in found] == [[level.claim_id, 60], [61]]


def test_the_digest_prints_a_shared_sentence_once(
    full_day: DigestData, labels: Labels, recipient_list: Callable[[str], RecipientList]
) -> None:
    drone = full_day.stories[1].claims[0]
    moved = replace(drone, claim_id=62, key="movement-62", kind="movement", event="withdrawal", target=None)
    story = replace(full_day.stories[1], claims=(drone, moved))
    day = replace(full_day, stories=(story,))
    message = compose_digest(day, recipient_list=recipient_list("en"), labels=labels, now=full_day.corrections[0].at)
    page = BeautifulSoup(message.html, "lxml")
    assert [quote.get_text() for quote in page.select("div.quote")].count(drone.said.quote) == 1
    assert {"Incident", "Movement"} <= {tag.get_text() for tag in page.select("span.tag")}


@pytest.mark.parametrize(
    ("confidence", "language", "kind", "expected"),
    [
        pytest.param(0.9, "ckb", "legal", False, id="fits well, never measured"),
        pytest.param(SURE - 0.01, "ckb", "legal", True, id="fits loosely"),
    ],
)
def test_a_loose_fit_is_unsure(
    confidence: float, language: str, kind: str, expected: bool, full_day: DigestData
) -> None:
    fact = full_day.stories[0].claims[0]
    read = replace(fact, kind=kind, confidence=confidence, said=replace(fact.said, language=language))
    assert unsure(read) is expected


@pytest.mark.parametrize(("language", "kind"), MEASURED)
def test_what_is_read_badly_in_a_language_is_unsure(language: str, kind: str, full_day: DigestData) -> None:
    fact = full_day.stories[0].claims[0]
    read = replace(fact, kind=kind, said=replace(fact.said, language=language))
    assert unsure(read) is (MEASURED[language, kind] < (WEAK if FEW_ARE_SURE else SURE))


@pytest.mark.parametrize(("language", "tag"), [("en", "unsure reading"), ("ar", "قراءة غير مؤكدة")])
def test_an_unsure_claim_is_marked_and_explained_in_page_and_text(
    language: str, tag: str, full_day: DigestData, labels: Labels, recipient_list: Callable[[str], RecipientList]
) -> None:
    sure = replace(full_day, timetables=(), disputes=(), stories=())  # no level is marked by its kind
    loose = replace(sure.levels[0], latest=replace(sure.levels[0].latest, confidence=0.5))
    at = full_day.corrections[0].at
    for day, marked in ((sure, False), (replace(sure, levels=(loose, *sure.levels[1:])), True)):
        message = compose_digest(day, recipient_list=recipient_list(language), labels=labels, now=at)
        page = BeautifulSoup(message.html, "lxml")
        note = Words(language="ar" if language == "ar" else "en", labels=labels)(
            "unsure_note.weak" if FEW_ARE_SURE else "unsure_note"
        )
        assert (tag in [each.get_text() for each in page.select("span.tag")]) is marked
        assert (note in page.get_text()) is marked
        assert (f"[{tag}]" in message.text) is marked


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_letter_says_once_when_no_kind_is_read_well_enough(
    language: str, full_day: DigestData, labels: Labels, recipient_list: Callable[[str], RecipientList]
) -> None:
    at = full_day.corrections[0].at
    message = compose_digest(full_day, recipient_list=recipient_list(language), labels=labels, now=at)
    note = Words(language="ar" if language == "ar" else "en", labels=labels)("few_are_sure")
    assert BeautifulSoup(message.html, "lxml").get_text().count(note) == int(FEW_ARE_SURE)
    assert (note[:40] in message.text) is FEW_ARE_SURE


def test_a_story_is_told_under_a_headline_in_the_readers_language(full_day: DigestData) -> None:
    story = full_day.stories[0]
    assert in_language(story, "en").headline.title == "US troop level in Iraq falls to 2,000"
    assert in_language(story, "ar").headline.title == story.headline.title
    assert in_language(full_day.stories[1], "en").headline.language == "ar"


def test_a_story_that_goes_on_is_told_under_a_headline_of_the_day(full_day: DigestData) -> None:
    story = full_day.stories[0]
    first, *rest = story.reports
    told_before = replace(story, reports=(replace(first, of_the_day=False), *rest))
    assert in_language(told_before, "ar").headline.title == "واشنطن تخفض قواتها"
    assert in_language(replace(story, reports=(replace(first, of_the_day=False), rest[0])), "en").headline == rest[0]


@pytest.mark.parametrize(("place", "expected"), [(0, "American forces in Iraq: 2,000"), (2, "")])
def test_a_headline_in_another_language_is_followed_by_what_it_says(
    place: int, expected: str, full_day: DigestData, labels: Labels
) -> None:
    story: Story = full_day.stories[place]
    assert lead(story, Words(language="en", labels=labels)) == expected


def test_neither_a_nameless_figure_nor_a_tally_leads_a_story(full_day: DigestData, labels: Labels) -> None:
    level, deadline = full_day.stories[0].claims
    nameless = replace(level, said=replace(level.said, speaker=None))
    tally = replace(full_day.stories[1].claims[0], figure=Figure(low=30, high=None))
    words = Words(language="en", labels=labels)
    told = replace(full_day.stories[0], claims=(nameless, tally, deadline))
    assert lead(told, words) == "Transition · Coalition forces in Iraq · 30 Sep 2025 (planned)"
    assert lead(replace(told, claims=(nameless, tally)), words) == "American forces in Iraq: 2,000"


def test_a_story_of_the_dead_comes_before_others_but_after_a_changed_figure(full_day: DigestData) -> None:
    first, drone, denial = full_day.stories
    deadly = replace(denial, claims=(replace(drone.claims[0], claim_id=70, killed=3),))
    told = [story.story_id for story in ranked(replace(full_day, stories=(drone, deadly, first)))]
    assert told == [first.story_id, denial.story_id, drone.story_id]


def test_new_is_what_was_printed_on_the_day(full_day: DigestData) -> None:
    fact: Fact = full_day.levels[0].latest
    assert is_new(fact, day=full_day.day)
    assert not is_new(full_day.levels[1].latest, day=full_day.day)
    assert not is_new(replace(fact, freshness="repeated"), day=full_day.day)
