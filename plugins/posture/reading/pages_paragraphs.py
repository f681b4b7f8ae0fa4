"""The text of a part of a page, line by line, and the part that has most of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, Tag

from posture.reading.markup import one_line

BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
BOXES = frozenset({"p", "div", "ul", "ol", "article", "table"})


def paragraphs(node: Tag | None) -> list[str]:
    """The text of a node, block by block, in the order of the page."""
    lines: list[str] = []
    line: list[str] = []
    for event in _events(node) if node is not None else ():
        if event is None:
            lines.append(one_line("".join(line)))
            line = []
        else:
            line.append(event)
    return [*lines, one_line("".join(line))]


def _events(node: Tag) -> Iterator[str | None]:
    """Texts in order, None where a line ends. Without recursion: hostile pages nest deep."""
    waiting: list[Tag | NavigableString | None] = [node]
    while waiting:
        one = waiting.pop()
        if one is None:
            yield None
        elif isinstance(one, Tag):
            if one.name == "br":
                yield None
                continue
            ends = [None] if one.name in BLOCKS else []
            waiting += [*ends, *reversed(list(one.children)), *ends]  # type: ignore[list-item]
        elif type(one) is NavigableString:
            yield re.sub(r"\s+", " ", str(one))


def densest(soup: BeautifulSoup) -> Tag | None:
    """The box with most words outside links, counting only its own paragraphs and lines."""
    holding = outer(soup)
    boxes = soup.find_all(["article", "main", "section", "div", "td", "body"])
    return max(boxes, key=lambda box: _density(box, holding), default=None)


def _density(box: Tag, holding: set[int]) -> int:
    size = 0
    for child in box.children:
        if type(child) is NavigableString:
            size += len(one_line(str(child)))
        elif isinstance(child, Tag) and id(child) not in holding and child.name not in {"h1", "ul", "ol", "table"}:
            links = sum(len(one_line(link.get_text())) for link in child.find_all("a"))
            size += length(child) - 2 * links
    return size


def elements(soup: BeautifulSoup) -> list[Tag]:
    """All elements, in the order of the page."""
    return [node for node in soup.descendants if isinstance(node, Tag)]


def outer(soup: BeautifulSoup) -> set[int]:
    """The ids of all elements that have a box within."""
    return {id(parent) for node in elements(soup) if node.name in BOXES for parent in node.parents}


def length(node: Tag) -> int:
    """Characters that a reader sees."""
    return len(one_line(node.get_text()))
