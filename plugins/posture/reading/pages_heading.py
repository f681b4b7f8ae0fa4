"""Where the headline of an article stands on its page: who wrote it, and when, stands near."""

from __future__ import annotations

from itertools import islice

from bs4 import BeautifulSoup, Tag

from posture.reading.markup import one_line
from posture.text.folding import fold

LARGEST = 12  # nodes of the tree
RANKS = ("h1", "h2", "h3", "h4")
# Where a headline is only larger letters, as pages of tables write it.
LETTERS = ("b", "strong", "font", "span", "div", "td", "p", "center", "big")


def heading_of(soup: BeautifulSoup, title: str) -> Tag | None:
    """The element that shows the title to readers; the first heading of the page when none shows it."""
    wanted = fold(one_line(title)).text
    for names in (*RANKS, LETTERS):
        for node in soup.find_all(names):
            if isinstance(node, Tag) and _is_small(node) and fold(one_line(node.get_text(" "))).text == wanted:
                return node
    return next(iter(soup.find_all("h1")), None)


def _is_small(node: Tag) -> bool:
    """Whether an element is no larger than a headline with what adorns it: others are not worth reading."""
    return sum(1 for _ in islice(node.descendants, LARGEST + 1)) <= LARGEST


def headings(soup: BeautifulSoup) -> list[str]:
    """The texts of all headings below the first rank."""
    return [text for node in soup.find_all(RANKS[1:]) if (text := one_line(node.get_text(" ")))]
