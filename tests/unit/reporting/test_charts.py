"""The chart is there when there is something to compare, on light and on dark paper, and is told in words."""

from __future__ import annotations

import struct
from dataclasses import replace
from datetime import date

import pytest

from posture.reporting.charts import describe_levels, draw_levels
from posture.reporting.facts import DigestData, Figure
from posture.reporting.wording import Labels, Words


@pytest.fixture
def words(labels: Labels) -> Words:
    return Words(language="en", labels=labels)


def width_of(png: bytes) -> int:
    assert png.startswith(b"\x89PNG\r\n")
    return int(struct.unpack(">I", png[16:20])[0])


def test_light_and_dark_are_two_pictures_of_one_width(full_day: DigestData, words: Words) -> None:
    light, dark = draw_levels(full_day.points, words=words), draw_levels(full_day.points, words=words, dark=True)
    assert light is not None
    assert dark is not None
    assert light != dark
    assert width_of(light) == width_of(dark) > 1100


def test_the_same_points_give_the_same_picture(full_day: DigestData, words: Words) -> None:
    assert draw_levels(full_day.points, words=words) == draw_levels(full_day.points, words=words)


def test_a_single_day_is_no_chart(full_day: DigestData, words: Words) -> None:
    assert draw_levels(full_day.points[:1], words=words) is None
    assert draw_levels((), words=words) is None


def test_the_alternative_text_names_each_figure_on_its_first_day(full_day: DigestData, words: Words) -> None:
    told = describe_levels(full_day.points, words=words)
    iraq = "3 Mar 2025, 2,500 → 7 Jul 2025, 2,400–2,600"
    assert f"American forces in Iraq: {iraq} → 10 Sep 2025, at least 3,000 → 14 Sep 2025, 2,000" in told
    assert "12 Sep 2025, 800–900." in told


def test_a_long_history_is_told_short(full_day: DigestData, words: Words) -> None:
    last = full_day.levels[0].latest
    many = [
        replace(last, claim_id=n, as_of=date(2025, 1, n), figure=Figure(low=1000 * n, high=1000 * n))
        for n in range(1, 20)
    ]
    told = describe_levels(many, words=words)
    assert "1 Jan 2025, 1,000" in told
    assert "… → 19 Jan 2025, 19,000" in told
    assert "9,000 →" not in told


def test_points_within_one_month_have_ticks_too(full_day: DigestData, labels: Labels) -> None:
    early = [fact for fact in full_day.points if fact.day and fact.day >= date(2025, 8, 30)]
    assert draw_levels(early, words=Words(language="ar", labels=labels)) is not None
