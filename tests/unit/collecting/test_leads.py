"""Which entries of a list are only leads."""

from __future__ import annotations

import pytest

from posture.collecting.leads import is_lead
from posture.model import FeedItem, Source, SourceKind


def source(kind: SourceKind, address: str, role: str = "discovery") -> Source:
    return Source(
        source_id="search", name_ar="بحث", name_en="Search", address=address, kind=kind, language="mul", country="US",
        ownership="private", family="search", role=role, tier=3, status="on", rhythm_hours=1,
    )  # fmt: skip


SEARCH = source("search_rss", "https://news.search.example/rss/search?q=iraq")


@pytest.mark.parametrize(
    ("what", "of", "url", "lead"),
    [
        ("a link that leads back to the search", SEARCH, "https://news.search.example/rss/articles/CBMi", True),
        ("the same with www", SEARCH, "https://www.news.search.example/articles/CBMi", True),
        ("an address that the search gives", SEARCH, "https://daily.example/news/1", False),
        ("an aggregator's own page", source("rss", "https://a.example/rss"), "https://a.example/1", False),
        ("an outlet's own page", source("rss", "https://a.example/rss", "news"), "https://a.example/1", False),
    ],
)
def test_only_a_searchs_own_links_are_leads(what: str, of: Source, url: str, lead: bool) -> None:
    assert is_lead(of, FeedItem(url=url)) is lead, what
