"""The chart is there when there is something to compare, on light and on dark paper, and is told in words."""

from __future__ import annotations

import struct
from datetime import date

import pytest

from posture.reporting.charts import describe_levels, draw_levels
from posture.reporting.facts import DigestData
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


def test_the_alternative_text_names_first_and_last_figures(full_day: DigestData, words: Words) -> None:
    told = describe_levels(full_day.points, words=words)
    assert "American forces in Iraq: 3 Mar 2025 2,500 → 14 Sep 2025 2,000" in told
    assert "American forces in Syria: 2 Apr 2025 about 2,000 → 12 Sep 2025 800–900" in told


def test_points_within_one_month_have_ticks_too(full_day: DigestData, labels: Labels) -> None:
    early = [fact for fact in full_day.points if fact.day and fact.day >= date(2025, 8, 30)]
    assert draw_levels(early, words=Words(language="ar", labels=labels)) is not None
