"""Dates: the nearest first, the latest word of each maker, and whether they moved."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from posture.reporting.disputes import conflicts, each_once
from posture.reporting.facts import Dispute, Fact, Figure, Link, Said
from posture.reporting.timetables import timetables

DAY = date(2025, 3, 10)


def promise(claim_id: int, to: date | None, printed: date, **more: Any) -> Fact:
    said = Said(quote="…", language="en", outlet="o", speaker=more.pop("speaker", "pm"), printed=printed)
    return Fact(claim_id=claim_id, key=str(claim_id), kind="timetable", said=said, to=to, event="withdrawal", **more)


def test_the_latest_word_of_a_maker_stands_and_shows_what_it_moved_from() -> None:
    facts = [promise(1, date(2025, 9, 30), date(2025, 1, 5)), promise(2, date(2025, 12, 31), date(2025, 3, 9))]
    (only,) = timetables(facts, day=DAY)
    assert (only.fact.claim_id, only.moved_from, only.days_left) == (2, date(2025, 9, 30), 296)


def test_two_dates_of_one_day_are_two_phases_and_both_stand() -> None:
    phases = [promise(1, date(2025, 9, 30), DAY), promise(2, date(2026, 9, 30), DAY)]
    assert [(one.fact.claim_id, one.moved_from) for one in timetables(phases, day=DAY)] == [(1, None), (2, None)]


def test_a_phase_that_is_repeated_alone_does_not_move_the_other() -> None:
    phases = [promise(1, date(2025, 9, 30), date(2025, 3, 1)), promise(2, date(2026, 9, 30), date(2025, 3, 1))]
    found = timetables([*phases, promise(3, date(2025, 9, 30), DAY)], day=DAY)
    assert [(one.fact.claim_id, one.moved_from) for one in found] == [(3, None), (2, None)]


def test_two_makers_are_two_timetables_the_nearest_first() -> None:
    facts = [
        promise(1, date(2026, 9, 30), DAY, speaker="pentagon", modality="planned"),
        promise(2, date(2025, 9, 30), DAY, modality="demanded"),
    ]
    assert [(one.fact.claim_id, one.state) for one in timetables(facts, day=DAY)] == [(2, "demanded"), (1, "planned")]


def test_a_date_that_passed_is_shown_for_a_month_then_dropped() -> None:
    facts = [promise(1, date(2025, 3, 1), DAY, speaker="a"), promise(2, date(2025, 1, 1), DAY, speaker="b")]
    assert [(one.fact.claim_id, one.days_left) for one in timetables(facts, day=DAY)] == [(1, -9)]


def test_without_a_date_or_looking_back_there_is_no_timetable() -> None:
    assert timetables([promise(1, None, DAY), promise(2, date(2025, 5, 1), DAY, modality="past")], day=DAY) == ()


def test_a_denied_date_is_marked() -> None:
    assert timetables([promise(1, date(2025, 5, 1), DAY, polarity="negated")], day=DAY)[0].state == "denied"


def test_a_period_of_one_story_counted_from_two_days_is_one_date() -> None:
    year = [promise(n, date(2026, 3, 8 + n), DAY, speaker=f"s{n}", story_id=7) for n in (1, 2)]
    (only,) = timetables(year, day=DAY)
    assert [fact.said.speaker for fact in (only.fact, *only.also)] == ["s1", "s2"]
    other_story = promise(3, date(2026, 3, 11), DAY, speaker="s3", story_id=8)
    assert len(timetables([*year, other_story], day=DAY)) == 2


@pytest.mark.parametrize("first", [date(2025, 3, 8), date(2025, 3, 1)], ids=["on the next day", "a week later"])
def test_a_period_that_its_maker_names_again_did_not_move(first: date) -> None:
    later = date(2025, 3, 9)
    facts = [
        promise(1, first.replace(year=2026), first, from_=first),
        promise(2, date(2026, 3, 9), later, from_=later),
    ]
    (only,) = timetables(facts, day=DAY)
    assert (only.fact.claim_id, only.moved_from, only.days_left) == (2, None, 364)


def test_a_period_that_its_maker_makes_longer_moved() -> None:
    first, later = date(2025, 3, 1), date(2025, 3, 9)
    facts = [promise(1, date(2026, 3, 1), first, from_=first), promise(2, date(2027, 3, 9), later, from_=later)]
    (only,) = timetables(facts, day=DAY)
    assert only.moved_from == date(2026, 3, 1)


def test_a_day_of_the_calendar_moves_even_by_one_day() -> None:
    facts = [promise(1, date(2026, 3, 8), date(2025, 3, 8)), promise(2, date(2026, 3, 9), date(2025, 3, 9))]
    (only,) = timetables(facts, day=DAY)
    assert only.moved_from == date(2026, 3, 8)


def test_a_period_that_begins_now_names_no_date_and_one_that_begins_later_does() -> None:
    coming = promise(1, None, DAY, from_=DAY)
    from_autumn = promise(2, None, DAY, from_=date(2025, 9, 1), speaker="b")
    assert [one.fact.claim_id for one in timetables([coming, from_autumn], day=DAY)] == [2]


def toll(claim_id: int, killed: int | None, *, story_id: int = 1, figure: Figure | None = None) -> Fact:
    said = Said(quote=f"q{claim_id}", language="en", outlet=f"o{claim_id}", printed=DAY)
    return Fact(
        claim_id=claim_id, key=str(claim_id), kind="incident", said=said, story_id=story_id, target="harir",
        event="drone_attack", killed=killed, figure=figure,
    )  # fmt: skip


def test_reports_of_one_story_that_contradict_each_other_stand_side_by_side() -> None:
    (dispute,) = conflicts([toll(1, 3), toll(2, 5), toll(3, 3), toll(4, 5)])
    assert (dispute.kind, dispute.field, dispute.a, dispute.b) == ("conflict", "incident.killed", "3", "5")
    assert (dispute.a_text.outlet, dispute.b_text.outlet) == ("o1", "o2")


def test_other_stories_and_missing_counts_contradict_nothing() -> None:
    assert conflicts([toll(1, 3), toll(2, 5, story_id=2), toll(3, None)]) == ()


def test_rounded_figures_do_not_contradict_each_other() -> None:
    about = Figure(low=2500, high=2500, about=True)
    assert conflicts([toll(1, None, figure=about), toll(2, None, figure=Figure(low=2400, high=2400))]) == ()


def test_a_disagreement_of_texts_is_not_told_again_as_one_of_sources() -> None:
    def between(kind: str, a: str | Figure, b: str | Figure, outlets: str) -> Dispute:
        texts = [Link(title="t", language="en", outlet=outlet) for outlet in outlets]
        return Dispute(kind=kind, field="force_level.count", a=a, b=b, a_text=texts[0], b_text=texts[1])

    variant = between("variant", "2500", "2000", "ab")
    same = between("conflict", Figure(low=2000, high=2000, about=True), Figure(low=2500, high=2500), "bc")
    others = between("conflict", Figure(low=2000, high=2000), Figure(low=2500, high=2500), "de")
    third = between("conflict", Figure(low=3000, high=None), Figure(low=2500, high=2500), "ab")
    assert each_once([variant, same, others, third]) == (variant, others, third)


def test_all_who_name_one_date_stand_under_it() -> None:
    facts = [
        promise(1, date(2025, 9, 30), DAY, speaker=None),
        promise(2, date(2025, 9, 30), DAY, speaker="pentagon", modality="planned"),
        promise(3, date(2025, 9, 30), DAY, speaker="parliament", modality="demanded"),
        promise(4, date(2025, 9, 30), DAY, speaker="parliament", modality="demanded", place="iraq"),
    ]
    (only,) = timetables(facts, day=DAY)
    assert only.fact.said.speaker == "pentagon"
    assert [fact.said.speaker for fact in only.also] == ["parliament", None]


def test_without_a_maker_another_date_is_another_promise_and_no_move() -> None:
    facts = [promise(n, date(2025, 4 + n, 1), DAY, speaker=None) for n in (1, 2)]
    assert [one.moved_from for one in timetables(facts, day=DAY)] == [None, None]
