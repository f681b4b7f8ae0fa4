"""Bytes in, never an exception out: every kind of list under damage, wrong encodings, bombs and nesting."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.model import Page, SourceKind
from posture.reading.feeds import KINDS, FeedReading, read_feed
from posture.reading.kinds.entries import safe_xml
from posture.text.addresses import canonical

NOW = datetime(2024, 1, 30, 12, tzinfo=UTC)
LINK = "https://a.example/news/{0}"
RSS = "<item><title>هجوم على قاعدة {0}</title><link>https://a.example/news/{0}</link><pubDate>Mon, 29 Jan 2024 06:00:00 GMT</pubDate></item>"  # fmt: skip # noqa: E501
URL = "<url><loc>https://a.example/news/{0}</loc><lastmod>2024-01-29</lastmod></url>"


def graph(*links: str) -> str:
    lines = []
    for link in links:
        columns = [""] * 27
        columns[3], columns[4], columns[9] = "a.example", link, "1#Iraq#IZ#IZ#33#44#IZ"
        columns[26] = "<PAGE_TITLE>قاعدة عين الأسد</PAGE_TITLE>"
        lines.append("\t".join(columns))
    return "\n".join(lines)


# One well-made answer of each shape, of two entries; what the damage starts from.
SHAPES: dict[str, tuple[SourceKind, str]] = {
    "rss": ("rss", f"<?xml version='1.0'?><rss version='2.0'><channel>{RSS.format(1)}{RSS.format(2)}</channel></rss>"),
    "atom": ("rss", "<feed xmlns='http://www.w3.org/2005/Atom'>" + "".join(
        f"<entry><title>خبر</title><link href='{LINK.format(n)}'/><updated>2024-01-29T06:00:00Z</updated></entry>"
        for n in (1, 2)) + "</feed>"),
    "rdf": ("rss", "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
        + "".join(f"<item rdf:about='{n}'><title>خبر</title><link>{LINK.format(n)}</link></item>" for n in (1, 2))
        + "</rdf:RDF>"),
    "search": ("search_rss", f"<rss version='2.0'><channel>{RSS.format(1)}{RSS.format(2)}</channel></rss>"),
    "json feed": ("json_feed", json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [
        {"id": n, "url": LINK.format(n), "title": "خبر", "date_published": "2024-01-29T06:00:00Z"} for n in (1, 2)]})),
    "sitemap": ("sitemap", f"<urlset>{URL.format(1)}{URL.format(2)}</urlset>"),
    "news sitemap": ("news_sitemap", f"<urlset>{URL.format(1)}{URL.format(2)}</urlset>"),
    "index": ("sitemap", "<sitemapindex><sitemap><loc>https://a.example/1.xml</loc></sitemap></sitemapindex>"),
    "list page": ("html_list", "<html><body><main>" + "".join(
        f"<a href='/news/10{n}'>هجوم جديد على قاعدة عين الأسد {n}</a>" for n in (1, 2)) + "</main></body></html>"),
    "files": ("gdelt_files", f"12 {'a' * 32} http://data.gdeltproject.org/gdeltv2/20240129120000.gkg.csv.zip\n"),
    "graph": ("gdelt_files", graph(LINK.format(1), LINK.format(2))),
    "search of an archive": ("gdelt_doc", json.dumps({"articles": [{"url": LINK.format(n)} for n in (1, 2)]})),
}  # fmt: skip
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1256", "iso-8859-6")
TYPES = ("", "application/xml; charset=utf-8", "text/xml; charset=windows-1256", "text/html; charset=no-such", "\udc80")


def zipped(body: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("1", body)
    return whole.getvalue()


def read(body: bytes, kind: SourceKind, content_type: str = "") -> FeedReading:
    headers = {"content-type": content_type} if content_type else {}
    url = "https://a.example/list"
    return read_feed(Page(url=url, final_url=url, status=200, headers=headers, body=body, fetched_at=NOW), kind=kind)


def encoded(text: str, encoding: str) -> bytes:
    return text.encode(encoding, "replace")


@pytest.mark.parametrize("shape", sorted(SHAPES))
@pytest.mark.parametrize("pack", [bytes, gzip.compress, zipped], ids=["bare", "gzip", "zip"])
def test_what_the_damage_starts_from_is_read(shape: str, pack: Callable[[bytes], bytes]) -> None:
    kind, text = SHAPES[shape]
    reading = read(pack(text.encode()), kind)
    assert len(reading.items) == 2 or reading.further, reading.message


@st.composite
def damaged(draw: st.DrawFn) -> tuple[SourceKind, bytes, str]:
    """A well-made answer in some encoding, cut, spliced, with bytes changed, packed or not, under some header."""
    kind, text = SHAPES[draw(st.sampled_from(sorted(SHAPES)))]
    body = bytearray(encoded(text, draw(st.sampled_from(ENCODINGS))))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(body)))
        length = draw(st.integers(0, 40))
        body[at : at + length] = draw(st.binary(max_size=40))
    body = body[: draw(st.integers(0, len(body)))] if draw(st.booleans()) else body
    packed = draw(st.sampled_from([bytes, gzip.compress, zipped, lambda whole: gzip.compress(whole)[:-9]]))
    return (
        draw(st.sampled_from(sorted(KINDS))) if draw(st.booleans()) else kind,
        packed(bytes(body)),
        draw(st.sampled_from(TYPES)),
    )


@settings(max_examples=600, deadline=None, derandomize=True)
@given(damaged())
def test_damage_of_any_list_gives_a_reading_whose_addresses_are_addresses(case: tuple[SourceKind, bytes, str]) -> None:
    reading = read(case[1], case[0], case[2])
    assert all(canonical(item.url) for item in reading.items)
    assert all("\0" not in item.title + item.summary for item in reading.items), "Postgres cannot hold it"
    assert reading.outcome != "ok" or reading.items or reading.further


@settings(max_examples=300, deadline=None, derandomize=True)
@given(kind=st.sampled_from(sorted(KINDS)), body=st.binary(max_size=400), content_type=st.text(max_size=30))
def test_noise_gives_a_reading(kind: SourceKind, body: bytes, content_type: str) -> None:
    for whole in (body, gzip.compress(body), b"PK\x03\x04" + body, b"\x1f\x8b" + body):
        assert read(whole, kind, content_type).items == () or kind in {"html_list", "rss", "search_rss"}


LAUGHS = "<!DOCTYPE l [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
)
HOSTILE: dict[str, tuple[SourceKind, bytes]] = {
    "a gzip bomb": ("rss", gzip.compress(b" " * 200_000_000, 1)),
    "a zip bomb": ("gdelt_files", zipped(b"\t" * 200_000_000)),
    "gzip within gzip": ("rss", gzip.compress(gzip.compress(SHAPES["rss"][1].encode()))),
    "elements nested a hundred thousand deep": ("rss", b"<rss>" + b"<a>" * 100_000),
    "a sitemap nested deep": ("sitemap", b"<urlset>" + b"<url>" * 100_000),
    "brackets nested deep": ("json_feed", b"[" * 100_000),
    "objects nested deep": ("gdelt_doc", b'{"articles":' * 100_000),
    "a list page nested deep": ("html_list", b"<html>" + b"<div>" * 50_000 + b"<a href=/1>x</a>"),
    "entities that expand without end": ("rss", f"{LAUGHS}]><rss><channel><title>&j;</title></channel></rss>".encode()),
    "the same in a sitemap": ("sitemap", f"{LAUGHS}]><urlset><url><loc>&j;</loc></url></urlset>".encode()),
    "an entity that never ends": ("rss", b"<!DOCTYPE r [<!ENTITY a '" + b"x" * 100_000),
    "a document type that never ends": ("sitemap", b"<!DOCTYPE " + b"[" * 100_000),
    "document types without end": ("rss", b"<!DOCTYPE a [" * 50_000),
    "nothing but nulls": ("rss", b"\0" * 100_000),
    "half of a pair of UTF-16": ("rss", b"\xff\xfe\x00\xd8" * 1000),
    "a number that is too long": ("json_feed", b'{"items":[{"id":' + b"9" * 100_000 + b"}]}"),
    "ampersands without end": ("rss", b"<rss><channel>" + b"&" * 300_000),
    "openings of CDATA without end": ("rss", b"<rss>" + b"<![CDATA[" * 50_000),
    "openings of comments without end": ("html_list", b"<html>" + b"<!--" * 100_000),
    "openings of tags without end": ("html_list", b"<html>" + b"<a <" * 100_000),
    "one attribute of a megabyte": ("html_list", b"<html><a href='" + b"a" * 1_000_000 + b"'>x</a>"),
    "a headline of many elements": ("rss", b"<rss><channel><item><title>" + b"<b>" * 100_000),
    "a date of a megabyte": ("rss", RSS.format(1).replace("Mon", "1" * 1_000_000).encode()),
    "tabs without end": ("gdelt_files", b"\t" * 1_000_000),
}  # fmt: skip


@pytest.mark.timeout(60)
@pytest.mark.parametrize("what", sorted(HOSTILE))
def test_what_is_made_to_break_readers_is_read_or_named(what: str) -> None:
    kind, body = HOSTILE[what]
    reading = read(body, kind)
    assert reading.outcome != "ok" or all(canonical(item.url) for item in reading.items)
    assert reading.outcome in {"ok", "undated"} or reading.message


def test_what_only_json_can_name_and_no_database_holds_is_left_out() -> None:
    body = (
        r"""{"items": [{"id": "1\u0000\ud83d", "url": "https://a.example/1\u0000", "title": "خبر\u0000 عاجل \ud83d","""
        r""" "summary": "\udc00نص\u0001"}]}"""
    )
    (item,) = read(body.encode(), "json_feed").items
    assert (item.guid, item.url, item.title, item.summary) == ("1", "https://a.example/1", "خبر عاجل", "نص")


@pytest.mark.parametrize(
    "before",
    [
        "",
        "<!DOCTYPE a>",
        "<!-- <!DOCTYPE a> -->",
        "<!DOC<!DOC<!DOCTYPE a>TYPE a>TYPE rss [<!ENTITY a 'WORD'>]>",
        "<!DOCTYPE a><!-- <![CDATA[ -->",
    ],
    ids=["alone", "after another", "after one in a comment", "made of others", "behind a false beginning"],
)
def test_entities_are_not_expanded_and_files_not_read(before: str) -> None:
    body = (
        f"{before}<!DOCTYPE rss [<!ENTITY f SYSTEM 'file:///etc/hostname'><!ENTITY a 'WORD'>]>"
        f"<rss version='2.0'><channel>{RSS.format('&a;&f;')}</channel></rss>"
    )
    assert "WORD" not in str(read(body.encode(), "rss").items)
    assert "<!DOCTYPE" not in safe_xml(body)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("shape", ["rss", "atom", "sitemap", "json feed", "list page", "graph"])
def test_a_list_is_read_in_any_encoding_though_nothing_names_it(shape: str, encoding: str) -> None:
    kind, text = SHAPES[shape]
    reading = read(encoded(text.replace("<?xml version='1.0'?>", ""), encoding), kind)
    assert len(reading.items) == 2, reading.message
    if reading.items[0].title:
        assert any(word in reading.items[0].title for word in ("قاعدة", "خبر"))


@pytest.mark.parametrize("shape", ["rss", "sitemap", "json feed", "graph", "list page"])
def test_a_list_that_was_cut_off_says_so_or_gives_what_it_has(shape: str) -> None:
    kind, text = SHAPES[shape]
    body = text.encode()
    for end in range(0, len(body), 7):
        reading = read(body[:end], kind)
        assert len(reading.items) <= 2
        if kind in {"rss", "sitemap", "json_feed"}:
            assert reading.outcome in {"broken", "empty", "undated"} or end >= len(body.rstrip()) - 7


def test_every_entry_of_a_very_long_list_is_read() -> None:
    body = "<urlset>" + "".join(URL.format(number) for number in range(20_000)) + "</urlset>"
    assert len(read(gzip.compress(body.encode()), "sitemap").items) == 20_000
