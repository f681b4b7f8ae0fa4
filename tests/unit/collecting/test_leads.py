"""What becomes of an entry of a list, and which headlines are one."""

from __future__ import annotations

import pytest

from posture.collecting.leads import fate_of, headline_key
from posture.collecting.outlets import Outlets
from posture.model import FeedItem
from tests.unit.collecting.described import described

DAILY = described("daily", address="https://www.daily.example/rss")
SEARCH = described("search", kind="search_rss", address="https://news.search.example/rss/search?q=iraq")
ARCHIVE = described("archive", kind="gdelt_files", address="https://archive.example/gdeltv2/lastupdate.txt")
ASKED = described("asked", kind="gdelt_doc", address="https://api.archive.example/doc?query=iraq")
OUTLETS = Outlets([DAILY, SEARCH, ARCHIVE, ASKED])


@pytest.mark.parametrize(
    ("what", "of", "url", "fate"),
    [
        ("a link that leads back to the search", SEARCH, "https://news.search.example/rss/articles/CBMi", "lead"),
        ("the same with www", SEARCH, "https://www.news.search.example/articles/CBMi", "lead"),
        ("an address that the search gives", SEARCH, "https://stranger.example/news/1", "wanted"),
        ("an outlet's own page", DAILY, "https://daily.example/1", "wanted"),
        ("an outlet's own page elsewhere", DAILY, "https://stranger.example/1", "wanted"),
        ("a watched outlet's page in a file of everything", ARCHIVE, "https://daily.example/1", "wanted"),
        ("a stranger's page in a file of everything", ARCHIVE, "https://stranger.example/1", "passed_over"),
        ("a stranger's page that an archive was asked for", ASKED, "https://stranger.example/1", "wanted"),
    ],
)
def test_the_fate_of_an_entry(what: str, of: object, url: str, fate: str) -> None:
    assert fate_of(of, FeedItem(url=url), OUTLETS) == fate, what  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("«السوداني»: لا حاجة لقوات أجنبية في العراق", "السوداني : لا حاجة لقوات اجنبية في العراق", True),
        ("US to withdraw – Pentagon", "US to withdraw - Pentagon", True),
        ("واشنطن تسحب 300 جندي", "واشنطن تسحب ٣٠٠ جنديّ", True),
        ("واشنطن تسحب 300 جندي", "واشنطن تسحب 200 جندي", False),
        ("واشنطن تسحب قواتها من عين الأسد", "واشنطن تسحب قواتها من حرير", False),
    ],
)
def test_two_printings_of_one_headline_share_a_key(one: str, other: str, same: bool) -> None:
    assert (headline_key(one) == headline_key(other)) is same
