"""Counts, days and names read as an editor would write them, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from posture.collecting.outcomes import GRAVITY
from posture.reporting.facts import Fact, Figure, Said, Unseen
from posture.reporting.phrases import NOUNS, PHRASES
from posture.reporting.vocabulary import EVENTS, ROLES
from posture.reporting.wording import Labels, Words, direction

LEVEL = Figure(low=2500, high=2500)
# How a poll ends that leaves nothing unseen.
HEARD = {"ok", "empty", "undated", "not_modified", "busy"}


@pytest.mark.parametrize(
    ("figure", "english", "arabic"),
    [
        (Figure(low=2500, high=2500), "2,500", "2,500"),
        (Figure(low=2500, high=2500, about=True), "about 2,500", "نحو 2,500"),
        (Figure(low=3000, high=None), "at least 3,000", "لا يقل عن 3,000"),
        (Figure(low=None, high=2000), "at most 2,000", "لا يزيد على 2,000"),
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


@pytest.mark.parametrize(
    ("start", "end", "printed", "expected"),
    [
        pytest.param(date(2025, 9, 14), date(2026, 3, 13), date(2025, 9, 14), "by 13 Mar 2026", id="from today"),
        pytest.param(date(2025, 9, 13), date(2026, 3, 13), date(2025, 9, 14), "by 13 Mar 2026", id="since yesterday"),
        pytest.param(
            date(2025, 10, 1), date(2025, 11, 15), date(2025, 9, 14), "1 Oct 2025 to 15 Nov 2025", id="from a day ahead"
        ),
        pytest.param(date(2025, 9, 14), date(2025, 9, 14), date(2025, 9, 14), "14 Sep 2025", id="one day"),
        pytest.param(None, date(2025, 9, 30), date(2025, 9, 14), "30 Sep 2025", id="no beginning"),
    ],
)
def test_a_period_that_begins_when_it_is_printed_is_a_deadline(
    start: date | None, end: date, printed: date, expected: str, labels: Labels
) -> None:
    said = Said(quote="…", language="en", outlet="ina", printed=printed)
    fact = Fact(claim_id=1, key="1", kind="timetable", said=said, from_=start, to=end)
    assert Words(language="en", labels=labels).due(fact) == expected


@pytest.mark.parametrize(
    ("fact", "english", "arabic"),
    [
        pytest.param(
            {"kind": "incident", "event": "rocket_attack", "target": "harir", "figure": Figure(low=7, high=7)},
            "Rocket attacks: 7 · Harir air base", "هجمات صاروخية: 7 · قاعدة حرير", id="attacks are many",
        ),
        pytest.param(
            {"kind": "incident", "event": "drone_attack", "target": "us", "killed": 3, "wounded": 34},
            "Drone attack · American forces · 3 killed · 34 wounded",
            "هجوم بطائرة مسيرة · القوات الأمريكية · 3 قتلى · 34 جريحا", id="soldiers are attacked, not their country",
        ),
        pytest.param(
            {"kind": "movement", "event": "arrival", "force": "us", "figure": Figure(low=200, high=200, about=True)},
            "Arrival: about 200 · American forces", "وصول: نحو 200 · القوات الأمريكية", id="how many arrive",
        ),
        pytest.param(
            {"kind": "timetable", "event": "withdrawal", "force": "us", "to": date(2026, 9, 30)},
            "Withdrawal · American forces · 30 Sep 2026", "انسحاب · القوات الأمريكية · 30 أيلول 2026", id="a date",
        ),
        pytest.param(
            {"kind": "force_level", "force": "us", "place": "ain_al_asad", "target_kind": "base", "figure": LEVEL},
            "American forces at Ain al-Asad: 2,500", "القوات الأمريكية في عين الأسد: 2,500", id="at a base",
        ),
        pytest.param(
            {"kind": "force_level", "force": "iraq_mission", "place": "iraq", "figure": LEVEL},
            "Mission Iraq: 2,500", "بعثة العراق: 2,500", id="a place that stands in the name",
        ),
        pytest.param({"kind": "engagement", "event": "talks"}, "Talks", "محادثات", id="nothing more is known"),
    ],
)  # fmt: skip
def test_a_claim_reads_short(fact: dict[str, Any], english: str, arabic: str, labels: Labels) -> None:
    told = Fact(claim_id=1, key="1", said=Said(quote="…", language="en", outlet="ina"), **fact)
    labels = {**labels, "iraq_mission": ("Mission Iraq", "بعثة العراق")}
    assert Words(language="en", labels=labels).gist(told) == english
    assert Words(language="ar", labels=labels).gist(told) == arabic


@pytest.mark.parametrize(
    ("count", "english", "arabic"),
    [(1, "and 1 more", "وواحد آخر"), (2, "and 2 more", "واثنان آخران"), (3, "and 3 more", "و3 أخرى")],
)
def test_what_is_left_out_is_counted(count: int, english: str, arabic: str, labels: Labels) -> None:
    assert Words(language="en", labels=labels).more(count) == english
    assert Words(language="ar", labels=labels).more(count) == arabic


@pytest.mark.parametrize("outcome", sorted({*GRAVITY, "drift", "never_polled", "no_story"} - HEARD))
def test_why_a_source_was_not_seen_is_said_in_the_readers_language(outcome: str, labels: Labels) -> None:
    unseen = Unseen(outlet="ina", reason="http://ina.example/rss: the words of the program", outcome=outcome)
    assert Words(language="en", labels=labels).why(unseen) != unseen.reason
    assert any("\u0600" <= letter <= "\u06ff" for letter in Words(language="ar", labels=labels).why(unseen))


def test_a_silent_source_is_called_silent(labels: Labels) -> None:
    unseen = Unseen(outlet="ina", reason="", outcome="ok", silent=True)
    assert Words(language="ar", labels=labels).why(unseen) == "صامت لمدة أطول من المعتاد"


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
        assert all((*english, *arabic)), noun


def test_a_speaker_whom_the_lexicon_lacks_is_named_in_the_words_of_the_text(labels: Labels) -> None:
    words = Words(language="en", labels=labels)
    stranger = Said(quote="…", language="ar", outlet="ina", speaker="unknown:bsm zr", speaker_words="باسم الزيرجاوي")
    assert words.attribution(stranger) == "باسم الزيرجاوي"
    assert words.attribution(replace(stranger, speaker="iraqi_parliament")) == "Iraqi parliament"
