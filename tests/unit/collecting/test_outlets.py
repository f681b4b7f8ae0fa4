"""Whose page an address is, and under which key its article is kept."""

from __future__ import annotations

import pytest

from posture.collecting.outlets import Outlets
from tests.unit.collecting.described import described

GULF = described("gulf", address="https://www.gulf.example/rss", aliases=("gulf.mobi.example",))
MINISTRY = described("ministry", address="https://www.war.example/feed?Site=945", aliases=("defense.example",))
KURDISH_AR = described("kurdish_ar", address="https://www.kurdish.example/arabic", kind="html_list")
KURDISH_EN = described("kurdish_en", address="https://www.kurdish.example/english", kind="html_list")
NUMBERED = described("numbered", address="https://numbered.example/", identity_parameters=("Key",))
SEARCHED = described(
    "searched", kind="search_rss", address="https://news.search.example/rss?q=x", aliases=("found.example",)
)
ARCHIVE = described("archive", kind="gdelt_files", address="https://archive.example/lastupdate.txt")
FED = described("fed", address="https://feeds.fedi.example/arabic/rss.xml", aliases=("fed.example", "fed.uk.example"))
DEAD = described("dead", address="https://dead.example/rss", status="off")
OUTLETS = Outlets([GULF, MINISTRY, KURDISH_AR, KURDISH_EN, NUMBERED, SEARCHED, ARCHIVE, FED, DEAD])


@pytest.mark.parametrize(
    ("what", "url", "outlet"),
    [
        ("the host of its list", "https://gulf.example/news/1", "gulf"),
        ("with www and a port", "https://www.gulf.example:443/news/1", "gulf"),
        ("a host below it", "https://arabic.gulf.example/news/1", "gulf"),
        ("a host that it has elsewhere", "https://gulf.mobi.example/news/1", "gulf"),
        ("a host that it had before", "https://www.defense.example/News/1", "ministry"),
        ("an edition by its folder", "https://www.kurdish.example/english/iraq/1", "kurdish_en"),
        ("the other edition", "https://www.kurdish.example/arabic/iraq/1", "kurdish_ar"),
        ("an outlet watched through a search", "https://www.found.example/1", "searched"),
        ("the search itself is no outlet", "https://news.search.example/articles/1", None),
        ("nor is an archive", "https://archive.example/1", None),
        ("an outlet that is off", "https://dead.example/1", None),
        ("a stranger", "https://gulf.example.org/1", None),
        ("a name that only ends alike", "https://notgulf.example/1", None),
    ],
)
def test_a_page_is_that_of_the_outlet_of_its_host(what: str, url: str, outlet: str | None) -> None:
    found = OUTLETS.of(url)
    assert (found.source_id if found else None) == outlet, what


def test_what_a_search_or_an_archive_shows_is_the_outlets_and_what_a_feed_shows_is_its_own() -> None:
    assert OUTLETS.owner(ARCHIVE, "https://gulf.example/1") == GULF
    assert OUTLETS.owner(ARCHIVE, "https://stranger.example/1") == ARCHIVE
    assert OUTLETS.owner(NUMBERED, "https://gulf.example/1") == NUMBERED


@pytest.mark.parametrize(
    ("what", "one", "other"),
    [
        ("an outlet that has moved", "https://www.defense.example/News/Release/1/", "https://war.example/News/Release/1"),
        ("an outlet whose feed has a host of its own", "https://fed.uk.example/1", "https://www.fed.example/1"),
        ("an alias for telephones", "https://gulf.mobi.example/news/1?x=2", "https://www.gulf.example/news/1?x=2"),
    ],
)  # fmt: skip
def test_an_article_has_one_key_under_all_names_of_its_outlet(what: str, one: str, other: str) -> None:
    assert OUTLETS.key(GULF, one) == OUTLETS.key(GULF, other), what


def test_the_identity_of_an_article_follows_its_outlet_whoever_shows_it() -> None:
    keys = {OUTLETS.key(source, "https://numbered.example/Details?key=7") for source in (NUMBERED, ARCHIVE)}
    assert keys == {OUTLETS.key(NUMBERED, "https://numbered.example/Details?Key=7")}
    assert OUTLETS.key(NUMBERED, "https://numbered.example/Details?Key=8") not in keys


def test_the_key_names_the_host_at_which_pages_stand() -> None:
    assert OUTLETS.key(FED, "https://fed.uk.example/1") == "https://fed.example/1"
    assert OUTLETS.key(MINISTRY, "https://www.defense.example/1") == "https://war.example/1"


def test_a_host_below_an_alias_keeps_its_name() -> None:
    assert OUTLETS.key(GULF, "https://arabic.gulf.example/1") == "https://arabic.gulf.example/1"
