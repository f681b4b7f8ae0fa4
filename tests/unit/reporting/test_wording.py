"""Counts, days and names read as an editor would write them, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from posture.reporting.facts import Figure, Said
from posture.reporting.phrases import NOUNS, PHRASES
from posture.reporting.vocabulary import EVENTS, ROLES
from posture.reporting.wording import Labels, Words, direction


@pytest.mark.parametrize(
    ("figure", "english", "arabic"),
    [
        (Figure(low=2500, high=2500), "2,500", "2,500"),
        (Figure(low=2500, high=2500, about=True), "about 2,500", "نحو 2,500"),
        (Figure(low=3000, high=None), "≥ 3,000", "لا يقل عن 3,000"),
        (Figure(low=None, high=2000), "≤ 2,000", "لا يزيد على 2,000"),
        (Figure(low=2000, high=2500), "2,000–2,500", "بين 2,000 و2,500"),
        (Figure(low=0, high=0), "0", "0"),
        (Figure(low=170000, high=170000, about=True), "about 170,000", "نحو 170,000"),
    ],
)
def test_a_figure_shows_its_bounds(figure: Figure, english: str, arabic: str, labels: Labels) -> None:
    assert Words(language="en", labels=labels).figure(figure) == english
    assert Words(language="ar", labels=labels).figure(figure) == arabic


@pytest.mark.parametrize(
    ("count", "english", "arabic"),
    [
        (1, "1 day", "يوم واحد"), (2, "2 days", "يومين"), (3, "3 days", "3 أيام"), (10, "10 days", "10 أيام"),
        (11, "11 days", "11 يوما"), (99, "99 days", "99 يوما"), (100, "100 days", "100 يوم"),
        (101, "101 days", "101 يوم"), (103, "103 days", "103 أيام"), (381, "381 days", "381 يوما"),
    ],
)  # fmt: skip
def test_a_noun_follows_its_number(count: int, english: str, arabic: str, labels: Labels) -> None:
    assert Words(language="en", labels=labels).counted(count, "day") == english
    assert Words(language="ar", labels=labels).counted(count, "day") == arabic


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2026, 9, 1), date(2026, 9, 30), "Sep 2026"),
        (date(2024, 2, 1), date(2024, 2, 29), "Feb 2024"),
        (date(2026, 9, 1), date(2026, 10, 1), "1 Sep 2026 to 1 Oct 2026"),
        (None, date(2025, 9, 30), "30 Sep 2025"),
        (date(2025, 9, 30), None, "30 Sep 2025"),
        (None, None, "no date given"),
    ],
)
def test_a_period_reads_short(start: date | None, end: date | None, expected: str, labels: Labels) -> None:
    assert Words(language="en", labels=labels).period(start, end) == expected


def test_days_are_written_as_the_iraqi_press_writes_them(labels: Labels) -> None:
    assert Words(language="ar", labels=labels).full_day(date(2024, 1, 26)) == "الجمعة، 26 كانون الثاني 2024"
    assert Words(language="en", labels=labels).full_day(date(2024, 1, 26)) == "Friday, 26 Jan 2024"


def test_an_id_without_a_name_is_shown_in_plain_words(labels: Labels) -> None:
    words = Words(language="en", labels=labels)
    assert words.name("shafaq") == "Shafaq News"
    assert words.name("some_new_outlet") == "some new outlet"
    assert words.name("unknown:عباس العرداوي") == "عباس العرداوي"
    assert words.name(None) == ""


@pytest.mark.parametrize(
    ("value", "expected"), [("2500", "2,500"), ("harir", "Harir air base"), ("الخميس", "الخميس"), ("negated", "denied")]
)
def test_values_in_which_texts_differ_are_named(value: str, expected: str, labels: Labels) -> None:
    assert Words(language="en", labels=labels).value(value) == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("ar", "rtl"), ("ckb", "rtl"), ("fa", "rtl"), ("en", "ltr"), ("und", "auto")]
)
def test_a_language_knows_its_direction(language: str, expected: str) -> None:
    assert direction(language) == expected


@pytest.mark.parametrize("table", [PHRASES, EVENTS, ROLES], ids=["phrases", "events", "roles"])
def test_every_fixed_word_is_there_in_both_languages_with_the_same_places(table: dict[str, tuple[str, str]]) -> None:
    for key, (english, arabic) in table.items():
        assert english, key
        assert any("\u0600" <= letter <= "\u06ff" for letter in arabic), key
        assert english.count("{}") == arabic.count("{}"), key


def test_every_noun_has_all_its_forms() -> None:
    for noun, (english, arabic) in NOUNS.items():
        assert len(set(english)) == 2, noun
        assert all(arabic), noun


def test_a_speaker_whom_the_lexicon_lacks_is_named_in_the_words_of_the_text(labels: Labels) -> None:
    words = Words(language="en", labels=labels)
    stranger = Said(quote="…", language="ar", outlet="ina", speaker="unknown:bsm zr", speaker_words="باسم الزيرجاوي")
    assert words.attribution(stranger) == "باسم الزيرجاوي"
    assert words.attribution(replace(stranger, speaker="iraqi_parliament")) == "Iraqi parliament"
