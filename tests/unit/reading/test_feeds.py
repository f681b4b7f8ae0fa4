"""What sources list, in every dialect, and what an answer really was."""

# ruff: noqa: E501 -- answers stand as they are sent

from __future__ import annotations

import gzip
import io
import json
import zipfile
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.errors import Misconfigured
from posture.model import Page, Source, SourceKind
from posture.reading.feeds import KINDS, FeedReading, read_feed
from posture.text.addresses import canonical

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def source(**fields: Any) -> Source:
    plain = {
        "source_id": "a", "name_ar": "أ", "name_en": "A", "address": "https://a.example/rss", "kind": "rss", "language": "ar",
        "country": "IQ", "ownership": "private", "family": "a", "role": "news", "tier": 2, "status": "on", "rhythm_hours": 1.0,
    }  # fmt: skip
    return Source(**{**plain, **fields})


def read(body: str | bytes, kind: SourceKind = "rss", *, status: int = 200, content_type: str = "", of: Source | None = None) -> FeedReading:  # fmt: skip
    page = Page(
        url="https://a.example/rss",
        final_url="https://a.example/rss",
        status=status,
        headers={"content-type": content_type} if content_type else {},
        body=body.encode() if isinstance(body, str) else body,
        fetched_at=NOW,
    )
    return read_feed(page, kind=kind, source=of)


def rss(*items: str, head: str = "") -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}<rss version="2.0"><channel><title>أ</title>{"".join(items)}</channel></rss>'


def item(number: int = 1, *, when: str = "Sun, 01 Mar 2026 09:00:00 +0300", more: str = "") -> str:
    dated = f"<pubDate>{when}</pubDate>" if when else ""
    return f"<item><title>خبر {number}</title><link>https://a.example/{number}</link>{dated}{more}</item>"


# ---------- dialects ----------


def test_rss_gives_address_title_summary_and_date() -> None:
    reading = read(
        rss(
            item(
                more="<description>&lt;p&gt;سقوط &lt;b&gt;صاروخين&lt;/b&gt;&amp;nbsp;قرب القاعدة&lt;/p&gt;</description><guid>g1</guid>"
            )
        )
    )
    assert reading.outcome == "ok"
    (found,) = reading.items
    assert (found.url, found.title, found.summary, found.guid) == (
        "https://a.example/1",
        "خبر 1",
        "سقوط صاروخين قرب القاعدة",
        "g1",
    )
    assert found.published is not None
    assert (found.published.day, found.published.at, found.published.origin) == (
        date(2026, 3, 1), datetime(2026, 3, 1, 6, 0, tzinfo=UTC), "feed",
    )  # fmt: skip


def test_every_entry_of_a_long_feed_is_read() -> None:
    assert len(read(rss(*(item(number) for number in range(300)))).items) == 300


def test_atom_tells_published_from_updated() -> None:
    reading = read(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><title type="html">One &amp;amp; two</title>'
        '<link rel="enclosure" href="/1.mp4"/><link rel="alternate" href="/1"/><id>tag:1</id>'
        "<published>2026-02-28T22:30:00Z</published><updated>2026-03-01T08:00:00Z</updated></entry></feed>"
    )
    (found,) = reading.items
    assert (found.url, found.title) == ("https://a.example/1", "One & two")
    assert found.published is not None
    assert found.published.day == date(2026, 3, 1), "22:30 in London is the next day in Baghdad"
    assert found.modified is not None
    assert found.modified.at == datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


def test_rdf_takes_its_date_from_dublin_core() -> None:
    reading = read(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://a.example/"><title>A</title></channel>'
        '<item rdf:about="https://a.example/1"><title>خبر</title><link>https://a.example/1</link>'
        "<dc:date>2026-02-27T10:00:00+03:00</dc:date></item></rdf:RDF>"
    )
    assert [(found.url, found.published.day if found.published else None) for found in reading.items] == [
        ("https://a.example/1", date(2026, 2, 27))
    ]


def test_json_feed_gives_its_items_and_next_page() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "next_url": "/feed?page=2",
        "items": [
            {"id": 7, "url": "https://a.example/7", "title": "خبر", "date_published": "2026-02-27T10:00:00+03:00"},
            {"id": "x", "title": "no address"},
            "no item",
        ],
    }
    reading = read(json.dumps(feed), "json_feed")
    assert [found.url for found in reading.items] == ["https://a.example/7"]
    assert (reading.further, reading.skipped) == (("https://a.example/feed?page=2",), 2)


SITEMAP = (
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{}</urlset>'
)


def test_a_news_sitemap_gives_title_and_day_of_publication() -> None:
    reading = read(
        SITEMAP.format(
            "<url><loc> https://a.example/1 </loc><lastmod>2026-03-01T10:00:00Z</lastmod><news:news><news:publication>"
            "<news:name>أ</news:name><news:language>ar</news:language></news:publication>"
            "<news:publication_date>2026-02-28T10:00:00Z</news:publication_date><news:title>خبر</news:title></news:news></url>"
        ),
        "news_sitemap",
    )
    (found,) = reading.items
    assert (reading.outcome, found.url, found.title) == ("ok", "https://a.example/1", "خبر")
    assert found.published is not None
    assert (found.published.day, found.published.origin) == (date(2026, 2, 28), "sitemap")


def test_the_moment_of_change_in_a_sitemap_is_no_publication() -> None:
    reading = read(SITEMAP.format("<url><loc>https://a.example/1</loc><lastmod>2026-02-28</lastmod></url>"), "sitemap")
    (found,) = reading.items
    assert reading.outcome == "ok"
    assert found.published is None
    assert found.modified is not None
    assert found.modified.day == date(2026, 2, 28)


def test_a_sitemap_whose_pages_all_changed_in_one_second_was_written_anew() -> None:
    urls = "".join(
        f"<url><loc>https://a.example/{n}</loc><lastmod>2026-02-21T09:36:05Z</lastmod></url>" for n in range(30)
    )
    assert {found.modified for found in read(SITEMAP.format(urls), "sitemap").items} == {None}


def test_an_index_leads_to_its_sitemaps() -> None:
    reading = read(
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://a.example/1.xml</loc>'
        "<lastmod>2026-02-28</lastmod></sitemap><sitemap><loc>/2.xml</loc></sitemap></sitemapindex>",
        "news_sitemap",
    )
    assert (reading.outcome, reading.further) == ("ok", ("https://a.example/1.xml", "https://a.example/2.xml"))


def test_a_packed_sitemap_is_unpacked() -> None:
    body = gzip.compress(SITEMAP.format("<url><loc>https://a.example/1</loc></url>").encode())
    assert len(read(body, "sitemap").items) == 1


LIST = """<!doctype html><html><head><title>وكالة</title></head><body><nav><a href="/section/politics-and-more">القسم السياسي في وكالتنا كله</a></nav>
<div class="box"><a href="/news/101"><img src="x.jpg"></a><h3><a href="/news/101">صاروخان على قاعدة في الأنبار</a></h3><time datetime="2026-02-28T10:00:00+03:00">أمس</time></div>
<div class="box"><a href="/news/102">5 minutes ago Baghdad and Washington hold a new round of talks</a></div>
<div class="box"><a href="/news/103">منذ 20 ساعة - التحالف يسلم موقعا في كركوك</a></div>
<a href="https://elsewhere.example/news/104">قصة طويلة في موقع آخر تماما</a><a href="/about">من نحن</a></body></html>"""


@pytest.mark.parametrize("selectors", [{}, {"item": ".box"}], ids=["without selectors", "with selectors"])
def test_a_list_page_gives_its_articles(selectors: dict[str, str]) -> None:
    reading = read(LIST, "html_list", of=source(selectors=selectors))
    assert reading.outcome == "ok"
    assert [(found.url[-3:], found.title) for found in reading.items] == [
        ("101", "صاروخان على قاعدة في الأنبار"),
        ("102", "Baghdad and Washington hold a new round of talks"),
        ("103", "التحالف يسلم موقعا في كركوك"),
    ]


def test_a_list_page_gives_times_as_far_as_it_says_them() -> None:
    reading = read(LIST, "html_list", of=source(selectors={"item": ".box"}))
    assert [found.published.day if found.published else None for found in reading.items] == [
        date(2026, 2, 28),
        date(2026, 3, 1),
        date(2026, 2, 28),
    ]


def test_a_selector_that_finds_nothing_is_told() -> None:
    reading = read(LIST, "html_list", of=source(selectors={"item": ".story"}))
    assert reading.outcome == "broken"
    assert ".story" in reading.message


def test_a_selector_that_is_none_names_the_outlet() -> None:
    with pytest.raises(Misconfigured, match=r"a: .*\[\[.*selectors"):
        read(LIST, "html_list", of=source(selectors={"item": "[["}))


def test_a_search_gives_outlet_and_bare_title() -> None:
    found = item(
        more='<source url="https://outlet.example">وكالة</source><description>&lt;a&gt;خبر&lt;/a&gt;</description>'
    )
    reading = read(rss(found.replace("خبر 1", "قصف - قاعدة - وكالة")), "search_rss")
    assert [(hit.title, hit.publisher, hit.summary) for hit in reading.items] == [
        ("قصف - قاعدة", "https://outlet.example", "")
    ]


def test_a_wrapped_link_that_holds_the_address_is_opened() -> None:
    wrapped = "http://www.bing.com/news/apiclick.aspx?ref=FexRss&amp;url=https%3a%2f%2foutlet.example%2f1&amp;c=1"
    reading = read(rss(item().replace("https://a.example/1", wrapped)), "search_rss")
    assert reading.items[0].url == "https://outlet.example/1"


def test_the_list_of_gdelt_leads_to_its_graph_on_the_mirror() -> None:
    lines = "".join(
        f"12 {'a' * 32} http://data.gdeltproject.org/gdeltv2/20260301120000.{name}\n"
        for name in ("export.CSV.zip", "mentions.CSV.zip", "gkg.csv.zip")
    )
    assert read(lines, "gdelt_files").further == (
        "https://storage.googleapis.com/data.gdeltproject.org/gdeltv2/20260301120000.gkg.csv.zip",
    )


def test_the_graph_of_gdelt_gives_what_lies_in_iraq() -> None:
    def row(url: str, country: str) -> str:
        columns = [""] * 27
        columns[3], columns[4], columns[9] = "outlet.example", url, f"1#Place#{country}#{country}#33#44#{country}"
        columns[26] = "<PAGE_TITLE>Rockets &amp; talks</PAGE_TITLE>"
        return "\t".join(columns)

    rows = "\n".join([row("https://outlet.example/1", "IZ"), row("https://outlet.example/2", "FR"), "short row"])
    reading = read(rows, "gdelt_files")
    assert [(hit.url, hit.title, hit.published) for hit in reading.items] == [
        ("https://outlet.example/1", "Rockets & talks", None)
    ]


GRAPH = "\n".join(
    "\t".join(["x"] * 3 + ["a.example", f"https://a.example/{n}"] + ["#IZ#"] * 22) for n in range(400)
).encode()


def zipped(method: int) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", method) as file:
        file.writestr("graph.csv", GRAPH)
    return whole.getvalue()


PACKED = {
    "plain": GRAPH,
    "deflated": zipped(zipfile.ZIP_DEFLATED),
    "stored": zipped(zipfile.ZIP_STORED),
    "gzip": gzip.compress(GRAPH),
    "gzip of two members": gzip.compress(GRAPH[:9000]) + gzip.compress(GRAPH[9000:]),
}


@pytest.mark.parametrize("how", PACKED)
def test_a_whole_file_of_gdelt_is_read_however_it_is_packed(how: str) -> None:
    reading = read(PACKED[how], "gdelt_files")
    assert (reading.outcome, len(reading.items)) == ("ok", 400)


@pytest.mark.parametrize("how", ["plain", "deflated", "stored", "gzip"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.8])
def test_a_file_of_gdelt_that_was_cut_does_not_count_as_read(how: str, share: float) -> None:
    body = PACKED[how]
    cut = body[: int(min(len(body), len(GRAPH)) * share) - 3]
    reading = read(cut, "gdelt_files")
    assert reading.outcome == "broken"
    assert reading.message


def test_the_search_of_gdelt_gives_articles_without_dates() -> None:
    found = {
        "articles": [
            {
                "url": "https://outlet.example/1",
                "title": "Talks",
                "seendate": "20260301T110000Z",
                "domain": "outlet.example",
            }
        ]
    }
    reading = read(json.dumps(found), "gdelt_doc")
    assert [(hit.url, hit.published) for hit in reading.items] == [("https://outlet.example/1", None)]


def test_the_search_of_gdelt_complains_in_a_sentence() -> None:
    reading = read("The specified phrase is too short.", "gdelt_doc")
    assert (reading.outcome, "too short" in reading.message) == ("broken", True)


# ---------- encodings ----------


@pytest.mark.parametrize(
    ("what", "encoding", "declared", "content_type"),
    [
        ("declared in the XML", "cp1256", ' encoding="windows-1256"', ""),
        ("declared in the header", "cp1256", "", "text/xml; charset=windows-1256"),
        ("declared nowhere", "cp1256", "", ""),
        ("under the Western default", "cp1256", "", "text/xml; charset=ISO-8859-1"),
        ("declared as UTF-8 by mistake", "cp1256", ' encoding="utf-8"', ""),
        ("another Arabic code page", "iso8859-6", ' encoding="iso-8859-6"', ""),
        ("UTF-8 declared as windows-1256", "utf-8", ' encoding="windows-1256"', "text/xml; charset=windows-1256"),
        ("UTF-8 with a mark", "utf-8-sig", "", ""),
        ("UTF-16 with a mark", "utf-16", "", ""),
        ("UTF-16 without a mark", "utf-16-le", "", ""),
    ],
)  # fmt: skip
def test_letters_are_right_in_a_feed(what: str, encoding: str, declared: str, content_type: str) -> None:
    text = rss(item()).replace(' encoding="UTF-8"', declared).replace("خبر 1", "قصف قاعدة عين الأسد في الأنبار")
    reading = read(text.encode(encoding), content_type=content_type)
    assert [found.title for found in reading.items] == ["قصف قاعدة عين الأسد في الأنبار"]


# ---------- what an answer really was ----------

PAGE = "<!DOCTYPE html><html><head><title>{}</title></head><body>{}</body></html>"


@pytest.mark.parametrize(
    ("what", "body", "outcome"),
    [
        ("a feed without entries", rss(), "empty"),
        ("a feed without dates", rss(item(when=""), item(2, when="")), "undated"),
        ("nothing at all", "", "broken"),
        ("a page", PAGE.format("أخبار", "<p>أهلا بكم</p>"), "html"),
        ("a page behind a comment", "\ufeff<!-- cached -->\n" + PAGE.format("أخبار", "<p>أهلا</p>"), "html"),
        ("a gate for robots", PAGE.format("Just a moment...", "<div id='cf-challenge'>Checking your browser</div>"), "captcha"),
        ("a gate for robots in Arabic", PAGE.format("تحقق", "<p>يرجى التأكد من أنك لست روبوتا</p>"), "captcha"),
        ("a page for consent", PAGE.format("Before you continue", "<form>cookies</form>"), "consent"),
        ("a missing page", PAGE.format("404", "<h1>Page not found</h1>"), "html"),
        ("a bridge that failed", rss(item().replace("خبر 1", "Bridge returned error 403! (20500)")), "bridge_error"),
        ("a feed that breaks off", rss(item(), item(2))[:-60], "broken"),
        ("JSON", '{"items": []}', "broken"),
        ("words", "Service temporarily out of order", "broken"),
        ("another XML", "<?xml version='1.0'?><opml version='2.0'><body/></opml>", "broken"),
        ("entries without an address", rss("<item><title>خبر</title></item>"), "broken"),
        ("the blank entry of an empty system", rss("<item><description>This is an empty article</description></item>"), "empty"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 40 else "",
)  # fmt: skip
def test_an_answer_is_called_what_it_is(what: str, body: str, outcome: str) -> None:
    assert read(body).outcome == outcome, what


def test_an_answer_of_304_is_not_modified() -> None:
    assert read("", status=304) == FeedReading(outcome="not_modified")


def test_what_could_be_read_of_a_broken_feed_is_kept() -> None:
    reading = read(rss(item(), item(2), item(3))[:-50])
    assert reading.outcome == "broken"
    assert {found.url for found in reading.items} >= {"https://a.example/1", "https://a.example/2"}


def test_the_news_beside_a_bridge_error_is_kept() -> None:
    reading = read(rss(item(), item(2).replace("خبر 2", "Bridge returned error 500! (1)")))
    assert (reading.outcome, [found.url for found in reading.items]) == ("bridge_error", ["https://a.example/1"])


def test_a_feed_with_a_bare_ampersand_is_mended() -> None:
    reading = read(rss(item().replace("خبر 1", "R&D in Erbil"), item(2)))
    assert (reading.outcome, reading.items[0].title, len(reading.items)) == ("ok", "R&D in Erbil", 2)


def test_a_named_letter_of_html_is_no_error() -> None:
    assert read(rss(item().replace("خبر 1", "talks&nbsp;&ndash; day two"))).items[0].title == "talks – day two"


@pytest.mark.parametrize(
    "link", ["/news/5", "news/5", "//a.example/news/5", "https://a.example/news/5", "\n https://a.example/news/5\n"]
)
def test_a_link_may_be_relative(link: str) -> None:
    base = rss(item().replace("https://a.example/1", link)).replace(
        "<channel>", "<channel><link>https://a.example/</link>"
    )
    assert read(base).items[0].url == "https://a.example/news/5"


def test_a_guid_serves_as_address_where_there_is_no_link() -> None:
    reading = read(rss("<item><title>خبر</title><guid>https://a.example/9</guid></item>"))
    assert reading.items[0].url == "https://a.example/9"


def test_a_guid_that_all_share_is_nobodys() -> None:
    reading = read(rss(*(item(number, more="<guid isPermaLink='false'>news</guid>") for number in (1, 2))))
    assert [found.guid for found in reading.items] == [None, None]


@pytest.mark.parametrize(
    ("what", "when", "zone", "day", "at"),
    [
        ("a time with its zone", "Sun, 01 Mar 2026 01:00:00 +0300", None, date(2026, 3, 1), datetime(2026, 2, 28, 22, tzinfo=UTC)),
        ("a time without a zone", "Sat, 28 Feb 2026 01:00:00", None, date(2026, 2, 28), None),
        ("a time in the outlet's zone", "Sat, 28 Feb 2026 01:00:00", "Asia/Baghdad", date(2026, 2, 28), datetime(2026, 2, 27, 22, tzinfo=UTC)),
        ("local time called UTC, hours ahead", "Sun, 01 Mar 2026 15:00:00 GMT", None, date(2026, 3, 1), None),
        ("a minute ahead", "Sun, 01 Mar 2026 12:01:00 GMT", None, date(2026, 3, 1), datetime(2026, 3, 1, 12, 1, tzinfo=UTC)),
        ("days ahead", "Fri, 06 Mar 2026 12:00:00 GMT", None, None, None),
        ("the year zero", "0001-01-01T00:00:00Z", None, None, None),
        ("a day that is none", "2026-02-31", None, None, None),
        ("ISO in a feed of RSS", "2026-02-28 10:00:00+03:00", None, date(2026, 2, 28), datetime(2026, 2, 28, 7, tzinfo=UTC)),
        ("Arabic digits", "٢٠٢٦-٠٢-٢٨", None, date(2026, 2, 28), None),
        ("words", "قبل قليل", None, None, None),
    ],
)  # fmt: skip
def test_a_date_is_believed_as_far_as_it_goes(
    what: str, when: str, zone: str | None, day: date | None, at: datetime | None
) -> None:
    (found,) = read(rss(item(when=when)), of=source(timezone=zone)).items
    assert (found.published.day if found.published else None, found.published.at if found.published else None) == (
        day,
        at,
    ), what


# ---------- hostile answers ----------


def test_no_file_of_this_machine_is_read_into_a_feed() -> None:
    head = '<!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
    reading = read(rss(item().replace("خبر 1", "a &secret; b"), head=head))
    assert [found.title for found in reading.items] == ["a &secret; b"]
    assert read(b"/etc/hostname").outcome == "broken"


@pytest.mark.parametrize("kind", ["rss", "sitemap"])
def test_a_bomb_of_entities_stays_small(kind: SourceKind) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9)
    )
    body = f"{bomb}]>" + rss(item().replace("خبر 1", "&j;"))
    assert sum(len(found.title) for found in read(body, kind).items) < 1000


def test_a_packed_bomb_is_broken() -> None:
    assert read(gzip.compress(b"\0" * 70_000_000)).outcome == "broken"


def test_deep_nesting_is_no_exception() -> None:
    for kind in KINDS:
        read("<rss><channel>" + "<a>" * 20_000, kind)
        read("[" * 100_000, kind)


fragments = st.sampled_from([
    "<rss>", "<item>", "</item>", "<link>", "</rss>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "<![CDATA[", "]]>",
    "<!DOCTYPE html>", "<!--", "<?xml version='1.0'?>", "&#0;", "&#xD800;", "&amp;", "<urlset>", "<url><loc>", "https://a.example/",
    "http://[", "<pubDate>", "2026-13-45", "<a href='", "'>", "\x00", "{\"items\":[", "null", "}", "]", "\ud83d".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
])  # fmt: skip


@settings(max_examples=150, deadline=None, derandomize=True)
@given(kind=st.sampled_from(sorted(KINDS)), body=st.one_of(st.binary(max_size=200), st.lists(fragments, max_size=15).map(lambda parts: "".join(parts).encode("utf-8", "replace"))))  # fmt: skip
def test_any_bytes_give_a_reading(kind: SourceKind, body: bytes) -> None:
    for whole in (body, b"<?xml version='1.0' encoding='hex'?>" + body, gzip.compress(body), b"PK\x03\x04" + body):
        reading = read(whole, kind)
        assert all(canonical(found.url) for found in reading.items)


def test_of_an_index_the_part_that_changed_last_comes_first() -> None:
    part = "<sitemap><loc>https://a.example/{0}.xml</loc><lastmod>2024-01-{0}T00:00:00Z</lastmod></sitemap>"
    days = ("28", "30", "29")
    body = f"<sitemapindex>{''.join(part.format(day) for day in days)}</sitemapindex>"
    reading = read(body, "sitemap")
    assert [address[-6:] for address in reading.further] == ["30.xml", "29.xml", "28.xml"]
