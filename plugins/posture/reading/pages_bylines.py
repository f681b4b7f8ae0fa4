"""Who wrote an article, as its page prints it: named boxes, links to writers, or the line under the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup, Tag

from posture.model import Source
from posture.reading.markup import one_line
from posture.reading.pages_metadata import Metadata, name_of

LONGEST = 120  # characters
LONGEST_LINE = 80  # of a line that stands in no box of a writer
NEAR = 30  # elements after the headline
WORDS_OF_NAMES = 8  # two writers of four names each
BY = re.compile(
    r"^\W*(?:by|(?:written|reported|posted|published|submitted)\b[^.]{0,60}?\bby|author|بقلم"
    r"|كتب(?:ت|ه|ها)?(?: بواسطة)?|بواسطة|[إا]عداد|تحرير|الكاتب)"
    r"(?:\s*[:：|/-]\s*|\s+)",
    re.IGNORECASE,
)
# Boxes called after their writer: words of a class, whole between hyphens, underscores or capitals.
CALLED = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author(?:s|-?names?|-?link)?|writer|created-?by|posted-?by|reporter|journalist)"
    r"(?:$|[\s_-](?=name|$))",
    re.IGNORECASE,
)
WRITERS = re.compile(
    r"/(?:authors?|writers?|profiles?|journalists?|reporters?|columnists?|contributors?|people|by)/[^/]"
)
# Writers of comments and of other stories have the same names in the page.
ELSEWHERE = re.compile(
    r"comment|related|recommend|most|latest|sidebar|widget|footer|teaser|card|trending", re.IGNORECASE
)
TAIL = re.compile(r"\s*(?:[|·•,،–-]\s*)?(?:\d|updated|published|نشر|تحديث).*$", re.IGNORECASE)


def byline_of(
    soup: BeautifulSoup, metadata: Metadata, *, source: Source | None, heading: Tag | None, names: Sequence[str]
) -> str | None:
    """The names of who wrote it, as printed; None when none is printed, or only the outlet's own."""
    for named in _named(soup, metadata, source, heading):
        text = _bare(named)
        if text and text not in names:
            return text
    return None


def _named(soup: BeautifulSoup, metadata: Metadata, source: Source | None, heading: Tag | None) -> Iterator[str]:
    """What may be the byline, in the order of belief."""
    yield name_of(metadata.article.get("author"))
    yield metadata.properties.get("author", "")
    yield name_of(metadata.data.get("author"))
    selector = source.selectors.get("byline") if source else None
    if selector:
        yield from (node.get_text(" ") for node in soup.select(selector)[:1])
    boxes = [node for node in soup.find_all(True) if _is_box(node) and not _is_elsewhere(node)]
    yield from (_inner(node) for node in boxes)
    below = heading.find_all_next(limit=NEAR) if heading is not None else []
    near = [node for node in below if isinstance(node, Tag) and not _is_elsewhere(node)]
    yield from (node.get_text(" ") for node in near if node.name == "a" and WRITERS.search(str(node.get("href") or "")))
    lines = (one_line(node.get_text(" ")) for node in near if node.name not in {"h1", "h2", "h3"})
    yield from (line for line in lines if len(line) <= LONGEST_LINE and BY.match(line) and _is_names(_bare(line)))


def _is_box(node: Tag) -> bool:
    if "author" in " ".join([*node.get_attribute_list("rel", []), str(node.get("itemprop") or "")]).split():
        return True
    words = " ".join([*node.get_attribute_list("class", []), str(node.get("id") or "")])
    return CALLED.search(re.sub(r"(?<=[a-z])(?=[A-Z])", "-", words)) is not None


def _is_elsewhere(node: Tag) -> bool:
    for parent in (node, *node.parents):
        words = " ".join([*parent.get_attribute_list("class", []), str(parent.get("id") or "")])
        if parent.name in {"aside", "footer", "nav"} and "meta" not in words:
            return True
        if parent.name not in {"html", "body", "article", "main"} and ELSEWHERE.search(words):
            return True
    return False


def _inner(box: Tag) -> str:
    """The linked names in a box, or all that it says."""
    links = [text for link in box.find_all("a") if (text := one_line(link.get_text(" ")))]
    return ", ".join(links) if links else box.get_text(" ")


def _bare(text: str) -> str:
    """A name without the words before it and the hour after it; empty when it is none."""
    text = TAIL.sub("", BY.sub("", one_line(text))).strip(" :|,،-")
    return text if text and len(text) <= LONGEST and not text.startswith("http") else ""


def _is_names(text: str) -> bool:
    """Whether a line may be names and nothing else: few words, no figure, no end of a sentence."""
    return 0 < len(text.split()) <= WORDS_OF_NAMES and not re.search(r"[\d.!?؟]", text.replace(". ", " "))
