"""Answers made to be read for hours: each is read once from end to end, or a test stands still until its time is up."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from posture.model import Page, SourceKind
from posture.reading.feeds import read_feed
from posture.reading.markup import plain
from posture.reading.pages_body import HOUR
from posture.reading.refusals import gate_in_title, is_html

pytestmark = pytest.mark.timeout(60)

NOW = datetime(2024, 1, 30, 12, tzinfo=UTC)
COMMENTS = "<!-- c --> " * 150
RSS = "<rss version='2.0'><channel><item><title>خبر</title><link>https://a.example/1</link></item></channel></rss>"
URLS = "<urlset><url><loc>https://a.example/1</loc></url></urlset>"
TEXT = "<p>قال المتحدث إن عدد الجنود الأميركيين في قاعدة عين الأسد غرب العراق نحو 2500 جندي حتى نهاية العام.</p>" * 4


def answered(body: str, content_type: str = "text/html") -> Page:
    url = "https://a.example/news"
    headers = {"content-type": f"{content_type}; charset=utf-8"}
    return Page(url=url, final_url=url, status=200, headers=headers, body=body.encode(), fetched_at=NOW)


@pytest.mark.parametrize(
    ("what", "kind", "body", "outcome"),
    [
        ("comments before a feed", "rss", COMMENTS + RSS, "undated"),
        ("comments after a feed", "rss", RSS + COMMENTS, "undated"),
        ("comments after a feed, and one that is not closed", "rss", f"{RSS}{COMMENTS}<!-- c", "broken"),
        ("comments after a sitemap, and one that is not closed", "sitemap", f"{URLS}{COMMENTS}<!-- c", "broken"),
        ("a sea of spaces before a feed", "rss", " " * 1_000_000 + RSS, "undated"),
        ("declarations of XML that do not end", "rss", "<?xml " * 200_000 + RSS, "undated"),
    ],
)
def test_a_list_is_read_in_one_go(what: str, kind: SourceKind, body: str, outcome: str) -> None:
    assert read_feed(answered(body), kind=kind).outcome == outcome, what


@pytest.mark.parametrize(
    "head",
    ["<title " * 55_000, "<title>" * 55_000, "<script " * 45_000, COMMENTS],
    ids=["tags", "titles", "scripts", "comments"],
)
def test_a_page_is_read_in_one_go(head: str) -> None:
    assert gate_in_title(head) is None
    assert "الأسد" in plain(f"{head}>{TEXT}</title></script>{TEXT}")


def test_comments_before_a_page_hide_nothing() -> None:
    assert is_html(f"{COMMENTS}<!doctype html><p>خبر")
    assert not is_html(f"{COMMENTS}<rss>")
    assert gate_in_title(f"{COMMENTS}<html><title lang='en'>Just a moment...</title>") == "captcha"


@pytest.mark.parametrize(
    ("line", "is_hour"),
    [
        (" 14:30 بتوقيت بغداد", True),
        (" الساعة 9:15 صباحا +03:00", True),
        (" at 9:15 p.m. GMT", True),
        (" في بغداد", False),
        ("+1" * 60 + "x", False),
        (" بتوقيت 1111111111" * 12 + " x", False),
    ],
)
def test_what_follows_a_day_is_an_hour_or_it_is_not(line: str, is_hour: bool) -> None:
    assert (HOUR.fullmatch(line) is not None) is is_hour
