"""What an outlet asks of robots, whatever bytes it answers with."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.adapters.web_errors import FailureKind, FetchFailed, FetchRefused
from posture.adapters.web_robots import LONGEST_DELAY_S, Recalled, Robots, Shelf
from posture.model import Page

AGENT = "posture/0.1 (news monitoring; desk@example.org)"
NOW = datetime(2024, 1, 1, tzinfo=UTC)
URL = "https://a.example/news/عين?id=1"
LINES = st.sampled_from(
    ["User-agent: *", "User-agent: posture", "Disallow: /", "Allow: /news/", "Crawl-delay: 5", "Crawl-delay: x",
     "Crawl-delay: -3", "Crawl-delay: 1e309", "Crawl-delay: nan", "Disallow: /*?*$", "Request-rate: 1/0",
     "Visit-time: x", "Sitemap: \x00", "Disallow: %ff%", ":", "Disallow:" + "*" * 60,
     "\ufeffUser-agent:*", "# \U0001f4f0", "Host"]
)  # fmt: skip


def robots(body: bytes, *, shelf: Shelf | None = None) -> Robots:
    def fetch(url: str) -> Page:
        return Page(
            url=url, final_url=url, status=200, headers={}, body=body, fetched_at=datetime(2024, 1, 1, tzinfo=UTC)
        )

    return Robots(fetch, user_agent=AGENT, shelf=shelf)


def answered(body: bytes) -> None:
    rules = robots(body)
    assert rules.allowed(URL) in {True, False}
    assert 0 <= rules.delay_s(URL) <= LONGEST_DELAY_S


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=12), st.sampled_from(["utf-8", "utf-16", "cp1256"]))
def test_any_rules_are_an_answer(lines: list[str], encoding: str) -> None:
    answered("\n".join(lines).encode(encoding, "replace"))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.binary(max_size=300).filter(lambda body: not body.startswith((b"\x1f\x8b", b"PK"))))
def test_noise_is_an_answer(body: bytes) -> None:
    answered(body)


@pytest.mark.parametrize(
    ("group", "is_allowed"),
    [("news", True), ("desk", True), ("monitoring", True), ("posture", False), ("Posture", False), ("*", False)],
)
def test_rules_for_a_word_of_our_description_are_not_for_us(group: str, is_allowed: bool) -> None:
    assert robots(f"User-agent: {group}\nDisallow: /".encode()).allowed(URL) is is_allowed


def test_rules_that_are_packed_are_read() -> None:
    assert not robots(gzip.compress(b"User-agent: *\nDisallow: /")).allowed(URL)


@pytest.mark.parametrize(
    ("kind", "is_allowed"), [("status", True), ("redirects", True), ("encoding", False), ("too_large", False)]
)
def test_rules_that_are_there_but_cannot_be_read_forbid_for_now(kind: FailureKind, is_allowed: bool) -> None:
    def fetch(url: str) -> Page:
        raise FetchRefused("an oddity", item=url, remedy="none", kind=kind)

    rules = Robots(fetch, user_agent=AGENT)
    if is_allowed:
        assert rules.allowed(URL)
    else:
        with pytest.raises(FetchFailed, match=r"robots\.txt: an oddity"):
            rules.allowed(URL)


class Kept:
    """A shelf that remembers what it was given."""

    def __init__(self, *told: tuple[str, Recalled]) -> None:
        self.told = dict(told)
        self.kept: list[tuple[str, str | None]] = []

    def recall(self) -> dict[str, Recalled]:
        return self.told

    def keep(self, place: str, rules: str | None) -> None:
        self.kept.append((place, rules))


FORBIDDEN = "User-agent: *\nDisallow: /"


@pytest.mark.parametrize(
    ("what", "told", "allowed", "kept"),
    [
        ("what another task was told holds", Recalled(FORBIDDEN, 60.0), False, 0),
        ("that there was nothing to forbid too", Recalled(None, 60.0), True, 0),
        ("what was told a day ago is asked again", Recalled(FORBIDDEN, 24 * 3600.0), True, 1),
    ],
)
def test_rules_are_shared_for_a_day(what: str, told: Recalled, allowed: bool, kept: int) -> None:
    shelf = Kept(("https://a.example", told))
    assert robots(b"", shelf=shelf).allowed(URL) is allowed, what
    assert shelf.kept == [("https://a.example", "")] * kept


def test_a_null_in_the_rules_is_not_kept() -> None:
    shelf = Kept()
    robots(b"User-agent: *\0\nDisallow: /", shelf=shelf).allowed(URL)
    assert shelf.kept == [("https://a.example", FORBIDDEN)]


@pytest.mark.parametrize(
    ("what", "body", "allowed", "delay_s"),
    [
        ("nothing", b"", True, 0.0),
        ("everything is forbidden", b"User-agent: *\nDisallow: /", False, 0.0),
        ("another robot is forbidden", b"User-agent: other\nDisallow: /", True, 0.0),
        ("we are named", b"User-agent: posture\nDisallow: /news\n\nUser-agent: *\nAllow: /", False, 0.0),
        ("a byte order mark", b"\xef\xbb\xbfUser-agent: *\nDisallow: /", False, 0.0),
        ("a page for people", b"<!DOCTYPE html><html><body>404</body></html>", True, 0.0),
        ("a pause", b"User-agent: *\nCrawl-delay: 2.5", True, 2.5),
        ("a pause of an hour", b"User-agent: *\nCrawl-delay: 3600", True, LONGEST_DELAY_S),
        ("a pause that is no number", b"User-agent: *\nCrawl-delay: nan", True, 0.0),
        ("a pause below nothing", b"User-agent: *\nCrawl-delay: -1", True, 0.0),
        ("a bomb of stars", b"User-agent: *\nDisallow: /" + b"*a" * 5000 + b"$", True, 0.0),
    ],
)
def test_rules(what: str, body: bytes, allowed: bool, delay_s: float) -> None:
    assert robots(body).allowed(URL) is allowed, what
    assert robots(body).delay_s(URL) == delay_s, what
