"""What the outlets send: feeds, pages, freshness, faults."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import feedparser
import pytest
from bs4 import BeautifulSoup
from lxml import etree

from posture.newsroom.answering import NEIGHBOUR, Desk
from posture.newsroom.faults import FAULTS, Answer, Request
from posture.newsroom.press import END, read_press

PRESS = read_press()
DESK = Desk(PRESS, lambda outlet: f"http://127.0.1.{outlet.number}:8099")
HEALTHY = [outlet.id for outlet in PRESS.outlets.values() if not outlet.fault]


def ask(outlet: str, path: str = "", *, clock: datetime = END, turn: int = 0, faults: Mapping[str, Any] | None = None,
        **headers: str) -> Answer:  # fmt: skip
    path = path or PRESS.outlets[outlet].feed.path
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return DESK.answer(Request(outlet=outlet, path=path, turn=turn, headers=names), clock, faults=faults)


def page_of(article: str, *, clock: datetime = END) -> BeautifulSoup:
    address = DESK.article_address(article)
    answer = ask(PRESS.articles[article].outlet, re.sub(r"^http://[^/]+", "", address), clock=clock)
    assert answer.status == 200
    return BeautifulSoup(answer.body, "lxml")


def titles(answer: Answer) -> list[str]:
    return [entry.title for entry in feedparser.parse(answer.body).entries]


# ---------- feeds ----------


@pytest.mark.parametrize("outlet", [o for o in HEALTHY if PRESS.outlets[o].feed.kind in ("rss", "rdf", "atom")])
def test_a_healthy_feed_is_well_formed_and_lists_everything(outlet: str) -> None:
    answer = ask(outlet)
    etree.fromstring(answer.body)
    printed = {article.title for article in PRESS.visible(outlet, END)}
    assert set(titles(answer)) == printed


@pytest.mark.parametrize("outlet", ["shamal", "potomac"])
def test_a_news_sitemap_names_every_article(outlet: str) -> None:
    tree = etree.fromstring(ask(outlet).body)
    places = tree.xpath("//*[local-name()='loc']/text()")
    assert places == [DESK.article_address(article.id) for article in PRESS.visible(outlet, END)]


def test_a_list_page_has_a_link_and_an_hour_for_every_article() -> None:
    rows = BeautifulSoup(ask("furat_now").body, "lxml").select("ul.stream li")
    assert [row.select_one("h3 a")["href"] for row in rows] == [
        DESK.article_address(article.id) for article in PRESS.visible("furat_now", END)
    ]
    assert rows[0].select_one("time")["datetime"] == "2024-01-30T23:05:00+03:00"


@pytest.mark.parametrize(
    ("outlet", "title", "written"),
    [
        ("rafidain", "كتائب حزب الله", "Tue, 30 Jan 2024 17:10:00 GMT"),
        ("tigris_gate", "مستشار حكومي", "Mon, 29 Jan 2024 12:30:00 +0300"),
        ("gulf_ledger", "Dinar firms", "2024-01-30 12:45:00"),
        ("asdaa", "بريطانيا تسحب", "2024-01-30 18:25:00"),
        ("nakhil", "هل يكون", "2024-01-29T12:00:00Z"),
        ("marsad", "العراق لاقتراح", "2024-01-29T21:50:00+03:30"),
        ("raqm", "أسعار الدولار", "Wed, 31 Jan 2024 04:05:00 GMT"),
        ("fajr", "عاجل", "Wed, 31 Jan 2024 05:02:00 GMT"),
    ],
)
def test_outlets_write_the_hour_each_in_its_way(outlet: str, title: str, written: str) -> None:
    entries = feedparser.parse(ask(outlet).body).entries
    (entry,) = [entry for entry in entries if entry.title.startswith(title)]
    assert written in (entry.get("published"), entry.get("updated"))


def test_an_undated_feed_has_no_date_and_neither_have_its_pages() -> None:
    assert all("published" not in entry for entry in feedparser.parse(ask("zawra").body).entries)
    page = page_of("zawra-foreign-presence")
    assert page.find("time") is None
    assert "2024-01" not in str(page)


def test_order_differs_between_outlets() -> None:
    assert titles(ask("rafidain"))[0].startswith("كتائب حزب الله")  # newest first
    assert titles(ask("asdaa"))[0].startswith("أخيرا")  # oldest first
    assert titles(ask("marsad")) == sorted(titles(ask("marsad")))


def test_the_windows_feed_and_page_are_in_windows_letters() -> None:
    feed = ask("asdaa")
    assert "أصداء بغداد".encode("cp1256") in feed.body
    assert b'encoding="windows-1256"' in feed.body
    assert "أصداء بغداد".encode("cp1256") in ask("asdaa", "/").body


def test_an_aggregator_lists_each_article_twice_with_campaign_parameters() -> None:
    links = [entry.link for entry in feedparser.parse(ask("nabd").body).entries]
    assert len(links) == 2 * len(PRESS.visible("nabd", END))
    assert all("utm_source=rss" in link for link in links)
    desktop, mobile = links[:2]
    pages = [BeautifulSoup(ask("nabd", link.split(":8099")[1]).body, "lxml") for link in (desktop, mobile)]
    canonical = {page.find("link", rel="canonical")["href"] for page in pages}
    assert canonical == {desktop.partition("?")[0]}


def test_one_guid_for_all_items() -> None:
    assert len({entry.id for entry in feedparser.parse(ask("wahid").body).entries}) == 1


# ---------- pages ----------


@pytest.mark.parametrize(
    "article", [a.id for a in PRESS.articles.values() if a.gone is None and not PRESS.outlets[a.outlet].fault]
)
def test_a_page_holds_every_word_of_its_article(article: str) -> None:
    text = " ".join(page_of(article).get_text(" ").split())
    printed = PRESS.articles[article].as_of(END)
    for paragraph in printed.body:
        assert paragraph.removeprefix("## ") in text


def test_linked_data_alone_in_a_graph_names_the_right_article() -> None:
    data = json.loads(page_of("nakhil-troop-figures").find("script", type="application/ld+json").string)
    by_type = {node["@type"]: node for node in data["@graph"]}
    assert by_type["NewsArticle"]["datePublished"] == "2024-01-28T12:20:00+02:00"
    assert by_type["NewsArticle"]["dateModified"] == "2024-01-29T10:45:00+02:00"
    assert by_type["WebPage"]["datePublished"].startswith("2021")


def test_a_bare_page_has_its_hour_in_arabic_words_alone() -> None:
    page = page_of("asdaa-talks-agreed")
    assert page.find("meta", property=True) is None
    assert "الخميس ٢٥ كانون الثاني ٢٠٢٤ - ٢٢:٠٥" in page.get_text()


def test_a_sidebar_brings_figures_that_are_not_the_articles() -> None:
    page = page_of("asdaa-talks-agreed")
    assert "3000 جندي أجنبي" in page.get_text()
    assert all("3000" not in paragraph for paragraph in PRESS.articles["asdaa-talks-agreed"].body)


def test_what_an_editor_notes_down_about_a_table_layout_finds_title_text_and_hour() -> None:
    selectors = PRESS.outlets["furat_now"].selectors
    page = page_of("furat-convoy-asad")
    assert page.select_one(selectors["title"]).get_text() == PRESS.articles["furat-convoy-asad"].title
    assert "الأحد ٢٨ كانون الثاني ٢٠٢٤ - ٢١:٢٠" in page.select_one(selectors["published"]).get_text()
    for furniture in page.select(selectors["drop"]):
        furniture.decompose()
    text = page.select_one(selectors["body"]).get_text(" ").split()
    assert text == " ".join(PRESS.articles["furat-convoy-asad"].body).split()


def test_two_languages_of_one_house_point_at_each_other() -> None:
    arabic, english = page_of("jisr-ar-asad-rockets"), page_of("jisr-en-asad-rockets")
    assert arabic.find("link", hreflang="en")["href"] == DESK.article_address("jisr-en-asad-rockets")
    assert english.find("link", hreflang="ar")["href"] == DESK.article_address("jisr-ar-asad-rockets")


def test_a_twin_that_is_not_yet_printed_is_not_named() -> None:
    clock = datetime.fromisoformat("2024-01-27T02:00:00+04:00")
    assert page_of("jisr-ar-asad-rockets", clock=clock).find("link", hreflang="en") is None


def test_an_address_whose_query_is_the_article_is_not_the_front_page() -> None:
    assert "Dinar firms" in page_of("gulf-dinar").find("h1").get_text()


@pytest.mark.parametrize("outlet", HEALTHY)
def test_a_front_page_links_to_the_newest_article(outlet: str) -> None:
    printed = PRESS.visible(outlet, END)
    page = ask(outlet, "/" if outlet != "jisr_en" else "/en").body.decode(PRESS.outlets[outlet].encoding)
    if printed and outlet != "jisr_en":
        assert DESK.article_address(printed[0].id).replace("&", "&amp;") in page


# ---------- the same clock, the same bytes ----------


@pytest.mark.parametrize("outlet", list(PRESS.outlets))
def test_the_same_clock_gives_the_same_bytes(outlet: str) -> None:
    assert ask(outlet) == ask(outlet)


def test_a_changed_feed_has_another_tag_and_an_unchanged_one_is_304() -> None:
    early = datetime.fromisoformat("2024-01-26T12:00:00+03:00")
    first = ask("rafidain", clock=early)
    assert ask("rafidain", clock=early, if_none_match=first.headers["ETag"]).status == 304
    assert ask("rafidain", if_none_match=first.headers["ETag"]).status == 200


def test_last_modified_serves_who_has_no_tag() -> None:
    first = ask("rafidain")
    assert ask("rafidain", if_modified_since=first.headers["Last-Modified"]).status == 304
    assert ask("rafidain", if_modified_since="Thu, 25 Jan 2024 00:00:00 GMT").status == 200
    assert ask("rafidain", if_modified_since="yesterday").status == 200


# ---------- misbehaviour ----------


@pytest.mark.parametrize(
    ("outlet", "status", "words"),
    [
        ("hudhud", 200, b"Verify you are human"),
        ("orient_daily", 200, b"Before you continue"),
        ("waraq", 200, "خدمة الخلاصات متوقفة".encode()),
        ("sada_basra", 500, b"Internal Server Error"),
        ("wasl", 429, b"Too Many Requests"),
        ("bridge", 200, b"Bridge returned error 403"),
    ],
)
def test_an_outlet_that_misbehaves_does_so(outlet: str, status: int, words: bytes) -> None:
    answer = ask(outlet)
    assert answer.status == status
    assert words in answer.body


def test_an_outlet_is_down_twice_and_then_fine() -> None:
    twice = {"name": "down", "times": 2}
    assert [ask("rafidain", turn=turn, faults=twice).status for turn in range(4)] == [500, 500, 200, 200]


def test_an_outlet_is_down_until_a_moment_of_the_press_however_often_it_was_asked() -> None:
    before = END - timedelta(days=1)
    assert [ask("nujum", turn=turn, clock=before).status for turn in (0, 5)] == [500, 500]
    assert [ask("nujum", turn=turn).status for turn in (0, 5)] == [200, 200]


def test_who_is_throttled_is_told_for_how_long() -> None:
    assert ask("wasl").headers["Retry-After"] == "120"


@pytest.mark.parametrize("outlet", ["barid", "mashriq"])
def test_a_broken_feed_is_not_well_formed_but_can_be_saved(outlet: str) -> None:
    answer = ask(outlet)
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(answer.body)
    assert len(feedparser.parse(answer.body).entries) == 2


def test_the_empty_feed_is_a_feed_and_the_hollow_one_is_nothing() -> None:
    assert etree.fromstring(ask("sahra").body).tag == "rss"
    assert ask("fargh").status == 200
    assert ask("fargh").body == b""


def test_redirects_lead_on_round_in_circles_or_out_of_the_press() -> None:
    assert [ask("hijra", path).headers.get("Location") for path in ("/feed", "/rss", "/rss/all.xml")] == [
        "/rss", "/rss/all.xml", None,
    ]  # fmt: skip
    assert ask("hijra", "/rss/all.xml").status == 200
    assert [ask("halaqa", path).headers["Location"] for path in ("/feed", "/feed/")] == ["/feed/", "/feed"]
    assert ask("ghurba").headers["Location"] == f"http://{NEIGHBOUR}:8099/rss"


def test_the_frozen_tag_hides_what_is_new() -> None:
    early = datetime.fromisoformat("2024-01-29T12:00:00+03:00")
    tag = ask("jamid", clock=early).headers["ETag"]
    assert ask("jamid", clock=early).body != ask("jamid").body
    assert ask("jamid").headers["ETag"] == tag
    assert ask("jamid", if_none_match=tag).status == 304


def test_pages_that_are_gone_say_so() -> None:
    paths = {
        name: re.sub(r"^http://[^/]+", "", DESK.article_address(name)) for name in ("athar-vanished", "athar-withdrawn")
    }
    assert {name: ask("athar", path).status for name, path in paths.items()} == {
        "athar-vanished": 404,
        "athar-withdrawn": 410,
    }


def test_robots_keep_readers_out_of_one_outlet_only() -> None:
    assert ask("mamnu", "/robots.txt").body == b"User-agent: *\nDisallow: /\n"
    assert b"Allow: /\n" in ask("rafidain", "/robots.txt").body
    assert ask("sada_basra", "/robots.txt").status == 200


def test_a_fault_can_be_lent_to_any_outlet_and_taken_away() -> None:
    assert ask("rafidain", faults={"name": "down"}).status == 500
    assert ask("hudhud", faults={}).content_type.startswith("application/rss+xml")


def test_a_bomb_is_small_on_the_way_and_large_when_opened() -> None:
    answer = ask("rafidain", faults={"name": "bomb", "megabytes": 4})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.body) < 10_000
    assert len(gzip.decompress(answer.body)) == 4 * 1024 * 1024


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_every_fault_says_what_it_does(name: str) -> None:
    assert FAULTS[name].__doc__
