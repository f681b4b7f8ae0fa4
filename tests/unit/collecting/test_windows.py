"""Which files and lists reach back to a window of the past."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from posture.collecting.windows import bounds_of, gdelt_files, is_within, moment_of, nearest
from posture.errors import Misconfigured
from posture.model import Dated, FeedItem

TRANSLATED = "https://mirror.example/gdeltv2/lastupdate-translation.txt"
ENGLISH = "https://mirror.example/gdeltv2/lastupdate.txt"
DAY = date(2024, 1, 28)


def test_a_day_has_96_files_from_midnight_in_baghdad_on() -> None:
    files = gdelt_files(TRANSLATED, *bounds_of(DAY, DAY))
    assert len(files) == len(set(files)) == 96
    assert files[0] == "https://mirror.example/gdeltv2/20240127210000.translation.gkg.csv.zip"
    assert files[-1] == "https://mirror.example/gdeltv2/20240128204500.translation.gkg.csv.zip"


def test_two_days_have_no_file_in_common_and_none_is_between_them() -> None:
    both = gdelt_files(ENGLISH, *bounds_of(DAY, DAY + timedelta(days=1)))
    assert both == tuple(
        file for day in (DAY, DAY + timedelta(days=1)) for file in gdelt_files(ENGLISH, *bounds_of(day, day))
    )
    assert both[0].endswith("/20240127210000.gkg.csv.zip")


def test_a_moment_within_a_quarter_of_an_hour_begins_with_the_next_file() -> None:
    since = datetime(2024, 1, 28, 9, 7, tzinfo=UTC)
    assert [moment_of(file).minute for file in gdelt_files(ENGLISH, since, since + timedelta(minutes=40))] == [
        15,
        30,
        45,
    ]


def test_before_it_began_the_archive_has_no_files() -> None:
    assert gdelt_files(ENGLISH, *bounds_of(date(2014, 6, 10), date(2014, 6, 11))) == ()


@pytest.mark.parametrize("address", ["https://mirror.example/gdeltv2/masterfilelist.txt", "https://a.example/rss"])
def test_another_list_is_refused(address: str) -> None:
    with pytest.raises(Misconfigured):
        gdelt_files(address, *bounds_of(DAY, DAY))


def test_parts_named_after_the_months_of_a_window_come_first_and_those_of_others_last() -> None:
    parts = [
        "https://a.example/sitemap-2026-03.xml",
        "https://a.example/sitemap.xml?page=2",
        "https://a.example/archive/2024/1/sitemap.xml",
        "https://a.example/post-sitemap20.xml",
        "https://a.example/sitemap-posttype-post.2024-02.xml",
        "https://a.example/sitemap_202312.xml",
    ]
    assert nearest(parts, date(2024, 1, 30), date(2024, 2, 2)) == tuple(parts[place] for place in (2, 4, 1, 3, 0, 5))


@pytest.mark.parametrize(
    ("what", "item", "within"),
    [
        ("published that day", FeedItem(url="u", published=Dated(day=DAY)), True),
        ("published the day before, changed that day", FeedItem(
            url="u", published=Dated(day=DAY - timedelta(days=1)), modified=Dated(day=DAY)), False),
        ("changed that day, published nobody knows when", FeedItem(url="u", modified=Dated(day=DAY)), True),
        ("undated", FeedItem(url="u"), False),
    ],
)  # fmt: skip
def test_an_entry_lies_within_a_window_by_its_publication_else_by_its_change(
    what: str, item: FeedItem, within: bool
) -> None:
    assert is_within(item, DAY, DAY) is within, what
