"""The article on a page: own sample pages of different make, each with what must be read from it."""

# ruff: noqa: E501 -- pages stand as they are sent

from __future__ import annotations

import random
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.errors import Rejected
from posture.model import Dated, FeedItem, Page, Source, Version
from posture.reading.pages import PageReading, read_page, read_page_and_links
from posture.reading.pages_body import is_credit

CASES = sorted((Path(__file__).parents[2] / "cases" / "pages").glob("*.page"))
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def load(path: Path) -> tuple[dict[str, Any], str]:
    head, _, markup = path.read_text(encoding="utf-8").partition("\n---\n")
    return yaml.safe_load(head), markup


def page_of(case: dict[str, Any], markup: str) -> Page:
    return Page(
        url=case["url"],
        final_url=case["url"],
        status=200,
        headers={"content-type": case.get("content_type", "text/html")},
        body=markup.encode(case.get("encoding", "utf-8")),
        fetched_at=NOW,
    )


def source_of(fields: dict[str, Any] | None) -> Source | None:
    plain = {
        "source_id": "a", "name_ar": "أ", "name_en": "A", "address": "https://a.example/rss", "kind": "rss", "language": "ar",
        "country": "IQ", "ownership": "private", "family": "a", "role": "news", "tier": 2, "status": "on", "rhythm_hours": 1.0,
    }  # fmt: skip
    return Source(**{**plain, **fields}) if fields else None


def item_of(fields: dict[str, Any] | None) -> FeedItem | None:
    if not fields:
        return None
    moment = datetime.fromisoformat(fields["published"])
    return FeedItem(
        url="https://a.example/1",
        title=fields.get("title", ""),
        published=Dated(day=moment.date(), at=moment.astimezone(UTC), origin="feed"),
    )


def read(path: Path) -> PageReading:
    case, markup = load(path)
    return read_page_and_links(
        page_of(case, markup), item=item_of(case.get("item")), source=source_of(case.get("source"))
    )


def dated(value: Dated | None) -> dict[str, Any] | None:
    return (
        None if value is None else {"day": value.day, "at": value.at and value.at.isoformat(), "origin": value.origin}
    )


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_page_is_read_as_its_case_says(path: Path) -> None:
    expect = load(path)[0]["expect"]
    if "rejected" in expect:
        with pytest.raises(Rejected, match=expect["rejected"]):
            read(path)
        return
    reading = read(path)
    version = reading.version
    assert version.title == expect["title"]
    assert version.language == expect["language"]
    assert dated(version.published) == expect["published"]
    assert dated(version.modified) == expect.get("modified")
    assert version.byline == expect.get("byline")
    if "body" in expect:
        assert version.body.split("\n") == expect["body"]
    for words in expect.get("contains", []):
        assert words in version.body
    for words in expect.get("absent", []):
        assert words not in version.body
    assert version.reader == expect.get("reader", version.reader)
    assert reading.canonical == expect.get("canonical")
    assert {twin.relation: twin.url for twin in reading.twins} == expect.get("twins", {})


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_same_page_always_gives_the_same_text(path: Path) -> None:
    if "rejected" not in load(path)[0]["expect"]:
        assert read(path) == read(path)


def article(body: str = "", *, head: str = "", url: str = "https://a.example/1", **more: Any) -> Version:
    text = "<p>قال مسؤول في وزارة الدفاع العراقية إن المحادثات مع الجانب الأمريكي مستمرة في بغداد منذ أسابيع.</p>"
    markup = f"<html><head><title>خبر عن المحادثات الأمنية</title>{head}</head><body><h1>خبر عن المحادثات الأمنية</h1>{text}{body}</body></html>"
    return read_page(page_of({"url": url}, markup), **more)


def test_a_changed_sidebar_changes_no_body() -> None:
    aside = "<div class='most-read'><p><a href='/{0}'>خبر رقم {0} عن أمر آخر تماما في مدينة أخرى</a></p></div>"
    assert article(aside.format(1)).body == article(aside.format(2)).body == article().body


@pytest.mark.parametrize(
    ("what", "head", "day"),
    [
        ("JSON-LD before meta elements", '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-02-01"}</script><meta property="article:published_time" content="2026-02-02">', date(2026, 2, 1)),
        ("meta elements before the feed", '<meta property="article:published_time" content="2026-02-02">', date(2026, 2, 2)),
        ("the feed before the address", "", date(2026, 2, 3)),
        ("broken JSON-LD is passed over", '<script type="application/ld+json">{"@type":"NewsArticle",</script>', date(2026, 2, 3)),
        ("a moment of change is no publication", '<meta property="article:modified_time" content="2026-02-05">', date(2026, 2, 3)),
    ],
)  # fmt: skip
def test_a_date_is_taken_from_the_best_that_says_it(what: str, head: str, day: date) -> None:
    item = FeedItem(url="https://a.example/1", published=Dated(day=date(2026, 2, 3), origin="feed"))
    version = article(head=head, url="https://a.example/2026/02/04/1", item=item)
    assert version.published is not None
    assert version.published.day == day, what


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2026/02/04/1", date(2026, 2, 4)),
        ("https://a.example/2026/2/4/1", date(2026, 2, 4)),
        ("https://a.example/news-2026-02-04.html", date(2026, 2, 4)),
        ("https://a.example/20260204/1", date(2026, 2, 4)),
        ("https://a.example/story/201234", None),
        ("https://a.example/story/20261304", None),
        ("https://a.example/story/2026020411", None),
        ("https://a.example/2027/01/01/1", None),
        ("https://a.example/2026/02/1", None),
    ],
)
def test_an_address_holds_a_day_only_in_full(url: str, day: date | None) -> None:
    published = article(url=url).published
    assert (published and published.day) == day


def test_a_change_before_publication_is_not_believed() -> None:
    head = '<meta property="article:published_time" content="2026-02-02"><meta property="article:modified_time" content="2026-01-02">'
    assert article(head=head).modified is None


def test_a_change_at_the_moment_of_publication_is_none() -> None:
    moment = "2026-02-02T10:00:00+03:00"
    head = f'<meta property="article:published_time" content="{moment}"><meta property="article:modified_time" content="{moment}">'
    assert article(head=head).modified is None


def test_a_written_time_of_change_is_no_time_of_publication() -> None:
    times = (
        '<time class="updated" datetime="2026-02-03T08:00:00Z">3</time><time datetime="2026-02-02T08:00:00Z">2</time>'
    )
    version = article(f"<article><h1>خبر</h1>{times}</article>")
    assert dated(version.published) == {
        "day": date(2026, 2, 2),
        "at": "2026-02-02T08:00:00+00:00",
        "origin": "time_element",
    }
    assert dated(version.modified) == {
        "day": date(2026, 2, 3),
        "at": "2026-02-03T08:00:00+00:00",
        "origin": "time_element",
    }


def test_who_comments_did_not_write_the_article() -> None:
    comment = '<div class="comments"><span class="author">قارئ</span></div>'
    assert article(comment).byline is None
    assert article(comment + '<span class="author">بقلم: سلمى الجبوري</span>').byline == "سلمى الجبوري"


def test_the_moment_of_change_in_a_sitemap_never_dates_an_article() -> None:
    item = FeedItem(url="https://a.example/1", modified=Dated(day=date(2026, 2, 3), origin="sitemap"))
    assert article(item=item).published is None


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("بيان جديد للتحالف الدولي - وكالة المثال", "بيان جديد للتحالف الدولي"),
        ("بيان جديد للتحالف الدولي | وكالة المثال | أخبار العراق", "بيان جديد للتحالف الدولي"),
        ("وكالة المثال - بيان جديد للتحالف الدولي", "بيان جديد للتحالف الدولي"),
        ("بغداد - واشنطن: جولة جديدة", "بغداد - واشنطن: جولة جديدة"),
        ("وكالة المثال: لا تغيير في الأعداد", "وكالة المثال: لا تغيير في الأعداد"),
    ],
)
def test_a_title_loses_the_name_of_its_outlet_and_nothing_else(said: str, title: str) -> None:
    markup = f"<title>{said}</title><p>{'قال مسؤول إن المحادثات مستمرة في بغداد. ' * 4}</p>"
    source = source_of({"name_ar": "وكالة المثال"})
    assert read_page(page_of({"url": "https://a.example/1"}, markup), source=source).title == title


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("الجمعة 26 كانون الثاني 2024 - 00:10", True),
        ("بغداد - وكالة المثال الإثنين 29 كانون الثاني 2024 - 12:30 م", True),
        ("By Dana Whitfield Sunday, 28 January 2024, 14:05", True),
        ("Published 28 January 2024", True),
        ("عقدت الجولة الأولى من المحادثات في بغداد يوم 27 كانون الثاني 2024 بحضور رئيس الوزراء", False),
        ("The mission ends in September 2025, officials said", False),
        ("قال المتحدث إن الموعد هو 30 أيلول 2025.", False),
        ("سقط صاروخان قرب القاعدة", False),
    ],
)
def test_a_line_of_who_wrote_it_when_is_no_news(line: str, credit: bool) -> None:
    assert is_credit(line) is credit


def test_a_pdf_is_no_page() -> None:
    with pytest.raises(Rejected, match="PDF"):
        read_page(page_of({"url": "https://a.example/1", "content_type": "application/pdf"}, "%PDF-1.7"))


def test_an_empty_page_is_rejected() -> None:
    with pytest.raises(Rejected, match="empty"):
        read_page(page_of({"url": "https://a.example/1"}, "  "))


def test_an_article_about_robots_and_cookies_is_an_article() -> None:
    text = "".join(
        f"<p>الفقرة {n}: تستخدم المواقع اختبارات captcha لإثبات أنك لست روبوتا، وتطلب قبول ملفات تعريف الارتباط من الزائرين.</p>"
        for n in range(20)
    )
    assert article(text).body.count("captcha") == 20


def test_deep_nesting_is_no_exception() -> None:
    with pytest.raises(Rejected):
        read_page(page_of({"url": "https://a.example/1"}, "<div>" * 30_000))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.binary(max_size=300), st.integers(0, 2**32), st.sampled_from(CASES))
def test_any_bytes_are_an_article_or_rejected(noise: bytes, seed: int, path: Path) -> None:
    case, markup = load(path)
    body = bytearray(markup.encode())
    chance = random.Random(seed)
    for _ in range(chance.randrange(6)):
        at = chance.randrange(len(body) + 1)
        body[at : at + chance.randrange(200)] = noise[: chance.randrange(60)]
    for content in (noise, bytes(body)):
        page = Page(url=case["url"], final_url=case["url"], status=200, headers={}, body=content, fetched_at=NOW)
        try:
            version = read_page(page)
        except Rejected:
            continue
        assert version.body
