"""Plain text read as an article: which line is its title."""

from __future__ import annotations

import pytest

from posture.reading.texts import read_text

FURNITURE = frozenset({"اخر الاخبار", "skip to main content", "related news"})


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        pytest.param("Ferry sails\nIt sailed on Monday.", "Ferry sails", "It sailed on Monday.", id="first line"),
        pytest.param("Ferry sails", "Ferry sails", "", id="a lone title"),
        pytest.param("It sailed on Monday.", "", "It sailed on Monday.", id="a lone sentence is a body"),
        pytest.param(
            "Skip to main content\n\nFerry sails\nIt sailed.", "Ferry sails", "It sailed.", id="a link of the page"
        ),
        pytest.param(
            "آخر الأخبار\nالعبارة تبحر\nأبحرت يوم الاثنين.",
            "العبارة تبحر",
            "أبحرت يوم الاثنين.",
            id="a heading in Arabic",
        ),
        pytest.param(
            "Related news:\nSkip to main content\nFerry sails\nIt sailed.",
            "Ferry sails",
            "It sailed.",
            id="two of them",
        ),
        pytest.param(
            "Related news from Basra\nIt sailed.", "Related news from Basra", "It sailed.", id="only whole lines"
        ),
        pytest.param("Related news\n\n", "Related news", "", id="nothing else is there"),
    ],
)
def test_furniture_of_a_page_is_no_title(text: str, title: str, body: str) -> None:
    read = read_text(text, furniture=FURNITURE)
    assert (read.title, read.body) == (title, body)
