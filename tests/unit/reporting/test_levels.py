"""The present picture never averages; what departs from it is found; background never does."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from posture.reporting.facts import Fact, Figure, Said
from posture.reporting.figures import agree
from posture.reporting.levels import changes, departures, is_level, present_picture

DAY = date(2025, 3, 10)


def figure(low: int | None, high: int | None, *, about: bool = False) -> Figure:
    return Figure(low=low, high=high, about=about)


def level(claim_id: int, low: int | None, high: int | None, day: date = DAY, **more: Any) -> Fact:
    said = Said(quote="…", language="en", outlet="o", speaker=more.pop("speaker", None), printed=day)
    given: dict[str, Any] = {"force": "us", "place": "iraq", "freshness": "fresh", **more}
    about = given.pop("about", False)
    return Fact(
        claim_id=claim_id, key=str(claim_id), kind="force_level", said=said, as_of=day,
        figure=figure(low, high, about=about), **given,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(figure(2500, 2500), figure(2500, 2500, about=True), True, id="a count and the same count roughly"),
        pytest.param(figure(2400, 2400), figure(2500, 2500, about=True), True, id="a rounded count and one near it"),
        pytest.param(figure(2000, 2000), figure(2500, 2500, about=True), False, id="a fifth less is another count"),
        pytest.param(figure(2500, 2500), figure(3000, None), False, id="more than 3,000 is not 2,500"),
        pytest.param(figure(2500, 2500), figure(2000, None), True, id="2,500 is more than 2,000"),
        pytest.param(figure(2500, 2500), figure(None, 2000), False, id="fewer than 2,000 is not 2,500"),
        pytest.param(figure(2000, 3000), figure(2500, 2500), True, id="a range that holds the count"),
        pytest.param(figure(800, 900), figure(1000, 1100), False, id="two ranges apart"),
    ],
)
def test_figures_agree_when_both_can_be_true(a: Figure, b: Figure, expected: bool) -> None:
    assert agree(a, b) is expected
    assert agree(b, a) is expected


def test_the_picture_keeps_every_distinct_figure_and_averages_none() -> None:
    facts = [level(1, 2500, 2500, date(2025, 3, 1)), level(2, 3000, None, date(2025, 3, 5)), level(3, 2500, 2500, DAY)]
    (us,) = present_picture(facts, day=DAY)
    assert us.latest.claim_id == 3
    assert [other.claim_id for other in us.others] == [2]
    assert us.since == date(2025, 3, 1)


def test_forces_places_and_roles_are_apart() -> None:
    facts = [level(1, 2500, 2500), level(2, 900, 900, place="syria"), level(3, 40, 40, role="advisers")]
    assert [len(entry.others) for entry in present_picture(facts, day=DAY)] == [0, 0, 0]


@pytest.mark.parametrize(
    "fact",
    [
        pytest.param(level(1, 500, 500, modality="demanded"), id="a demand"),
        pytest.param(level(1, 500, 500, modality="planned"), id="a plan"),
        pytest.param(level(1, 500, 500, modality="past"), id="a look back"),
        pytest.param(level(1, 500, 500, polarity="negated"), id="a denial"),
        pytest.param(level(1, 500, 500, place=None), id="a count without a place"),
    ],
)
def test_what_is_no_level_is_neither_picture_nor_change(fact: Fact) -> None:
    assert not is_level(fact)
    assert present_picture([fact], day=DAY) == ()
    assert changes([fact], before=(), day=DAY) == ()


def test_figures_of_another_time_are_history() -> None:
    old, ahead = level(1, 150_000, 150_000, date(2008, 6, 1)), level(2, 500, 500, date(2026, 9, 1))
    assert present_picture([old, ahead], day=DAY) == ()
    assert changes([old, ahead], before=(), day=DAY) == ()


def test_ten_outlets_with_one_new_figure_make_one_change() -> None:
    before = [level(1, 2500, 2500, date(2025, 3, 1))]
    new = [level(claim_id, 2000, 2000, about=claim_id % 2 == 0) for claim_id in range(2, 12)]
    (change,) = changes(new, before=before, day=DAY)
    assert change.after.claim_id == 2
    assert change.before is not None
    assert change.before.claim_id == 1


@pytest.mark.parametrize("freshness", ["repeated", "background"])
def test_a_sentence_that_was_said_before_changes_nothing(freshness: str) -> None:
    before = [level(1, 2500, 2500, date(2025, 3, 1))]
    assert changes([level(2, 2000, 2000, freshness=freshness)], before=before, day=DAY) == ()


def test_the_first_figure_of_a_force_is_a_change_from_nothing() -> None:
    (change,) = changes([level(1, 900, 900, place="syria")], before=(), day=DAY)
    assert change.before is None


def test_a_vague_figure_does_not_hide_a_definite_one() -> None:
    known = [level(1, 100, None, date(2025, 3, 1)), level(2, 2500, 2500, date(2025, 3, 2))]
    assert [change.after.claim_id for change in changes([level(3, 1800, 1800)], before=known, day=DAY)] == [3]


def test_one_speaker_changes_a_figure_another_only_gives_another() -> None:
    known = [level(1, 2500, 2500, date(2025, 3, 1), speaker="pentagon"), level(2, 3000, 3000, DAY, speaker="lawmaker")]
    own, other = level(3, 2000, 2000, speaker="pentagon"), level(4, 5000, 5000, speaker="analyst")
    first, second = changes([own, other], before=known, day=DAY)
    assert (first.moved, first.before and first.before.claim_id) == (True, 1)
    assert (second.moved, second.before and second.before.claim_id) == (False, 3)


def test_a_speaker_who_changes_a_figure_is_news_even_when_others_gave_it_before() -> None:
    known = [level(1, 2500, 2500, date(2025, 3, 1), speaker="pentagon"), level(2, 2000, 2000, date(2025, 3, 2))]
    (change,) = changes([level(3, 2000, 2000, speaker="pentagon")], before=known, day=DAY)
    assert change.moved


def test_paragraphs_carried_on_for_months_do_not_move_the_latest_figure() -> None:
    facts = [level(1, 2000, 2000, date(2025, 3, 5)), level(2, 2500, 2500, DAY, freshness="background")]
    (us,) = present_picture(facts, day=DAY)
    assert (us.latest.claim_id, [other.claim_id for other in us.others]) == (1, [2])


def test_of_those_who_give_one_figure_the_named_one_is_shown() -> None:
    facts = [level(1, 2000, 2000, date(2025, 3, 5), speaker="pentagon"), level(2, 2000, 2000, DAY)]
    (us,) = present_picture(facts, day=DAY)
    assert (us.latest.claim_id, us.times) == (1, 2)


def test_a_speakers_own_change_stands_before_a_lone_unnamed_figure() -> None:
    known = [level(1, 2500, 2500, date(2025, 3, 1), speaker="pentagon")]
    facts = [level(2, 2, 2), level(3, 2000, 2000, speaker="pentagon"), level(4, 5000, 5000), level(5, 5000, 5000)]
    found = departures(changes(facts, before=known, day=DAY), points=facts)
    assert [change.after.claim_id for change in found] == [3, 4, 2]


def test_a_name_behind_a_figure_weighs_more_than_a_day_but_not_for_ever() -> None:
    named = level(1, 2000, 2000, date(2025, 3, 8), speaker="pentagon")
    (us,) = present_picture([named, level(2, 2500, 2500, DAY)], day=DAY)
    assert us.latest.claim_id == 1
    long_ago = level(1, 2000, 2000, date(2025, 1, 8), speaker="pentagon")
    (us,) = present_picture([long_ago, level(2, 2500, 2500, DAY)], day=DAY)
    assert us.latest.claim_id == 2


def test_a_figure_stands_beside_the_one_that_most_give_and_of_those_the_last() -> None:
    days = [date(2025, 3, day) for day in (3, 5, 7, 9)]
    before = [
        level(1, 2500, 2500, days[0]), level(2, 2500, 2500, days[1], about=True), level(3, 3000, None, days[2]),
    ]  # fmt: skip
    (change,) = changes([level(4, 2000, 2000, days[3])], before=before, day=DAY)
    assert change.before is not None
    assert change.before.claim_id == 2
