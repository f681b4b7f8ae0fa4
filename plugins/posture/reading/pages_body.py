"""The body of an article: its paragraphs, and nothing that stands around them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import soupsieve
import trafilatura
from bs4 import BeautifulSoup, Tag

from posture.reading.markup import one_line
from posture.reading.pages_paragraphs import densest, paragraphs
from posture.reading.pages_pruning import leads_elsewhere, prune
from posture.text.folding import fold
from posture.text.moments import find_moments

HEAD = 5  # lines among which a page may say its title again
LONGEST_CREDIT = 100  # characters
# The longer words first, and none tried twice: a line of many signs could be cut in more ways than there is time for.
HOUR = re.compile(r"(?>صباحا|مساء|الساعة|بتوقيت \w+|ص|م|[ap]\.?m\.?|GMT|UTC|at|[\W\d_])*", re.IGNORECASE)
# What stands above a text for those who print it on.
RELEASE = re.compile(
    r"\W*(?:for immediate release|embargoed until.*|(?:press |news )?release (?:number|no\.?)\W*[\w-]+"
    r"|للنشر (?:الفوري|فورا)|بيان صحفي(?: رقم)?\W*\d*)\W*",
    re.IGNORECASE,
)
# On folded text: a line that begins like this and holds a date is about the page.
PRINTED = re.compile(
    r"\W*(?:تاريخ النشر|نشر(?: في| بتاريخ)?\b|اخر تحديث|تم التحديث|published|posted|last updated|updated)\b"
)
ANY_DAY = date(2000, 1, 1)
ENOUGH = 60  # characters: the shortest flash of an agency is one sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Paragraphs, one a line, and the name of what found them."""

    text: str
    reader: str


def body_of(soup: BeautifulSoup, *, title: str, declared: Mapping[str, str], selectors: dict[str, str]) -> Body | None:
    """The best body that can be found; None when there is none. Takes what is not the article out of `soup`.

    `declared` holds the bodies that the page gives beside its text, by where: in its JSON-LD, in its script's data.
    """
    chosen = _longest(soupsieve.select(selectors["body"], soup)) if "body" in selectors else None
    marked = _longest(soup.select('[itemprop~="articleBody"]'))
    prune(soup, drop=selectors.get("drop"), keep=[node for node in (chosen, marked) if node is not None])
    for reader, node in (("selector", chosen), ("microdata", marked)):
        if node is not None:
            text = cleaned(paragraphs(node), title)
            if len(text) >= ENOUGH:
                return Body(text=text, reader=reader)
    return _found(soup, title, declared)


def _found(soup: BeautifulSoup, title: str, declared: Mapping[str, str]) -> Body | None:
    """The body by extractors, held against the one that the page declares."""
    extracted = trafilatura.extract(
        str(soup), include_comments=False, include_tables=True, favor_precision=True, fast=True
    )
    candidates = [
        Body(text=cleaned((extracted or "").split("\n"), title), reader="trafilatura"),
        *(Body(text=cleaned(text.split("\n"), title), reader=where) for where, text in declared.items()),
        Body(text=cleaned(paragraphs(densest(soup)), title), reader="paragraphs"),
    ]
    usable = [candidate for candidate in candidates if len(candidate.text) >= ENOUGH]
    if not usable:
        return None
    best = usable[0]
    for other in usable[1:]:
        if _lost(best.text, other):
            best = other
    return best


def _lost(text: str, other: Body) -> bool:
    """Whether a text is so much shorter than another that its extractor lost most of the article."""
    if len(text) >= 0.6 * len(other.text):
        return False
    return other.reader in {"json_ld", "page_data"} or all(line in other.text for line in text.split("\n"))


def cleaned(lines: Sequence[str], title: str) -> str:
    """The lines that are the article's: no heading again, none that lead elsewhere, none twice in a row."""
    kept: list[str] = []
    for line in map(one_line, lines):
        if re.search(r"\w", line) and not leads_elsewhere(line) and line not in kept[-1:]:
            kept.append(line)
    return "\n".join(_without_head(kept, title))


def _without_head(lines: list[str], title: str) -> list[str]:
    """The lines below the title, the section above it, and the line of who wrote it when."""
    heading = fold(one_line(title)).text
    for index, line in enumerate(lines[:HEAD]):
        if heading and fold(line).text == heading:
            lines = lines[index + 1 :]
            break
    while lines and (is_credit(lines[0]) or RELEASE.fullmatch(lines[0])):
        lines = lines[1:]
    return lines


def is_credit(line: str) -> bool:
    """Whether a line only says who wrote it, where and when: a name or two, then a full date, then at most its hour.

    >>> is_credit("By Dana Whitfield Sunday, 28 January 2024, 14:05"), is_credit("Talks began on 28 January 2024.")
    (True, False)
    """
    if len(line) > LONGEST_CREDIT or line.endswith((".", "!", "?", "؟")):
        return False
    # Only dates with their year count, so that the day of reading says nothing.
    dates = [found for found in find_moments(line, now=ANY_DAY) if re.search(r"\d{4}", found.quote)]
    if dates and PRINTED.match(fold(line).text):
        return True
    return bool(dates) and HOUR.fullmatch(line[dates[-1].span.end :]) is not None


def _longest(nodes: Sequence[Tag]) -> Tag | None:
    return max(nodes, key=lambda node: len(node.get_text()), default=None)
