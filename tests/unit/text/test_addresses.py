"""One article, one key; two articles, two keys."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.errors import Rejected
from posture.text.addresses import canonical

SAME = [
    ("scheme and host in capitals", "HTTPS://Example.IQ/News/1", "https://example.iq/News/1"),
    ("http and https", "http://example.iq/1", "https://example.iq/1"),
    ("the usual port", "https://example.iq:443/1", "https://example.iq/1"),
    ("www", "https://www.example.iq/1", "https://example.iq/1"),
    ("a host with a last dot", "https://example.iq./1", "https://example.iq/1"),
    ("user and password", "https://me:secret@example.iq/1", "https://example.iq/1"),
    ("a fragment", "https://example.iq/1#comments", "https://example.iq/1"),
    ("a last slash", "https://example.iq/news/1/", "https://example.iq/news/1"),
    ("no path", "https://example.iq", "https://example.iq/"),
    ("campaign marks", "https://example.iq/1?utm_source=x&UTM_Medium=y&fbclid=Iw12", "https://example.iq/1"),
    ("marks of the BBC", "https://example.iq/1?at_medium=RSS&at_campaign=KARANGA", "https://example.iq/1"),
    ("marks beside an id", "https://example.iq/n?sid=88&gclid=5", "https://example.iq/n?sid=88"),
    ("where a reader came from", "https://example.iq/n?id=5&ref=homepage", "https://example.iq/n?id=5"),
    ("where a reader came from in two words", "https://example.iq/1?source=social-media&from=", "https://example.iq/1"),
    ("where a reader came from as an address", "https://example.iq/1?ref=https://www.google.com", "https://example.iq/1"),
    ("order of parameters", "https://example.iq/n?b=2&a=1", "https://example.iq/n?a=1&b=2"),
    ("plus for a space", "https://example.iq/n?q=a+b", "https://example.iq/n?q=a%20b"),
    ("Arabic letters encoded or not", "https://example.iq/خبر", "https://example.iq/" + quote("خبر")),
    ("escapes in small letters", "https://example.iq/%d8%a3", "https://example.iq/%D8%A3"),
    ("plain letters escaped", "https://example.iq/%6Eews/%31", "https://example.iq/news/1"),
    ("a letter and its mark in two code points", "https://example.iq/\u0627\u0654", "https://example.iq/\u0623"),
    ("an AMP path", "https://example.iq/news/1/amp/", "https://example.iq/news/1"),
    ("an AMP folder", "https://example.iq/amp/news/1", "https://example.iq/news/1"),
    ("an AMP file", "https://example.iq/news/1.amp.html", "https://example.iq/news/1.html"),
    ("an AMP parameter", "https://example.iq/news/1?amp=1", "https://example.iq/news/1"),
    ("a bare AMP parameter", "https://example.iq/news/1?amp", "https://example.iq/news/1"),
    ("an AMP cache", "https://example-iq.cdn.ampproject.org/c/s/example.iq/news/1", "https://example.iq/news/1"),
    ("the page for telephones", "https://m.example.iq/news/1", "https://example.iq/news/1"),
    ("the page for paper", "https://example.iq/news/1/print", "https://example.iq/news/1"),
    ("the page for paper as a parameter", "https://example.iq/news?id=1&print=1", "https://example.iq/news?id=1"),
    ("steps up in the path", "https://example.iq/a/../news/./1", "https://example.iq/news/1"),
    ("a session in the path", "https://example.iq/news/1;jsessionid=AB12", "https://example.iq/news/1"),
    ("an international host", "https://مثال.إختبار/1", "https://xn--mgbh0fb.xn--kgbechtv/1"),
    ("spaces around", "  https://example.iq/1\n", "https://example.iq/1"),
]  # fmt: skip

DIFFERENT = [
    ("a numeric id in sid", "https://example.iq/n?sid=1", "https://example.iq/n?sid=2"),
    ("a numeric id in ref", "https://example.iq/n?ref=1", "https://example.iq/n?ref=2"),
    ("an id in Arabic digits in ref", "https://example.iq/n?ref=١", "https://example.iq/n?ref=٢"),
    ("a short name in ref", "https://example.iq/n?ref=base-attack", "https://example.iq/n?ref=erbil-talks"),
    ("a short name of one word in source", "https://example.iq/n?source=kirkuk", "https://example.iq/n?source=erbil"),
    ("an Arabic name in share", "https://example.iq/n?share=قصف", "https://example.iq/n?share=حوار"),
    ("a numeric id in p", "https://example.iq/?p=101", "https://example.iq/?p=102"),
    ("a tatweel in the path", "https://example.iq/مجتمع/1", "https://example.iq/مجتـمع/1"),
    ("hamza or bare alef", "https://example.iq/أمن", "https://example.iq/امن"),
    ("ta marbuta or ha", "https://example.iq/قاعدة", "https://example.iq/قاعده"),
    ("Arabic or Western digits", "https://example.iq/٢", "https://example.iq/2"),
    ("letters in capitals in the path", "https://example.iq/News", "https://example.iq/news"),
    ("an escaped slash", "https://example.iq/a%2Fb", "https://example.iq/a/b"),
    ("another port", "http://127.0.0.1:8001/1", "http://127.0.0.1:8002/1"),
    ("another subdomain", "https://arabic.example.iq/1", "https://english.example.iq/1"),
    ("order of values under one name", "https://example.iq/?id=1&id=2", "https://example.iq/?id=2&id=1"),
    ("a page drawn by its script", "https://example.iq/#!/story/1", "https://example.iq/#!/story/2"),
    ("older encodings", "https://example.iq/%C7%E1", "https://example.iq/%C7%E2"),
    ("two pages of a live report", "https://example.iq/1?page=1", "https://example.iq/1?page=2"),
]


@pytest.mark.parametrize(("what", "one", "other"), SAME, ids=[row[0] for row in SAME])
def test_one_article_has_one_key_whatever_the(what: str, one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(("what", "one", "other"), DIFFERENT, ids=[row[0] for row in DIFFERENT])
def test_two_articles_have_two_keys_told_apart_by(what: str, one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_a_parameter_named_as_identity_is_kept_even_if_it_looks_like_tracking() -> None:
    one, two = "https://example.iq/n?fbclid=abc", "https://example.iq/n?fbclid=abd"
    assert canonical(one) == canonical(two)
    assert canonical(one, identity=["fbclid"]) != canonical(two, identity=["fbclid"])


def test_the_case_of_an_identity_parameter_says_nothing() -> None:
    upper, lower = "https://example.iq/Details?Key=7", "https://example.iq/Details?key=7"
    assert canonical(upper) != canonical(lower)
    assert canonical(upper, identity=["key"]) == canonical(lower, identity=["key"])


def test_the_key_is_plain_ascii_and_can_be_fetched() -> None:
    assert canonical("https://example.iq/خبر?اسم=قيمة").isascii()


@pytest.mark.parametrize(
    "bad",
    ["", "news", "/news/1", "ftp://example.iq/1", "javascript:void(0)", "http://", "http://[::1", "http://a:99999/"],
)
def test_what_is_no_web_address_is_rejected(bad: str) -> None:
    with pytest.raises(Rejected):
        canonical(bad)


paths = st.text(st.characters(blacklist_categories=("Cs",)), max_size=30).map(lambda text: "/" + text)
names = st.sampled_from(["id", "sid", "ref", "p", "Key", "story_id", "article", "src", "source", "nid", "n"])
numbers = st.integers(0, 10**9)


@given(st.text(max_size=60))
def test_any_text_gives_a_key_or_is_rejected(text: str) -> None:
    try:
        key = canonical(text)
    except Rejected:
        return
    assert canonical(key) == key


@given(path=paths, query=st.text(max_size=30))
def test_a_key_is_its_own_key(path: str, query: str) -> None:
    try:
        key = canonical(f"https://www.example.iq{path}?{query}")
    except Rejected:
        return
    assert canonical(key) == key
    assert key.isascii()


@given(
    name=names, one=numbers, other=numbers, marks=st.sampled_from(["", "&utm_source=a", "&fbclid=b1", "#x", "&amp=1"])
)
def test_two_numbers_in_a_parameter_never_share_a_key(name: str, one: int, other: int, marks: str) -> None:
    keys = {canonical(f"https://example.iq/news?{name}={number}{marks}") for number in (one, other)}
    assert len(keys) == len({one, other})


@given(
    shape=st.sampled_from(["/{}", "/news/{}/", "/{}-.html", "/story/{}/amp", "/a/{}.amp.html", "/print/{}"]),
    one=numbers,
    other=numbers,
)
def test_two_numbers_in_a_path_never_share_a_key(shape: str, one: int, other: int) -> None:
    keys = {canonical("https://m.example.iq" + shape.format(number)) for number in (one, other)}
    assert len(keys) == len({one, other})
