"""RSS 0.9 to 2.0, RDF and Atom, well-formed or not."""

from __future__ import annotations

import re
from typing import Any

import feedparser

from posture.reading.kinds.entries import Answer, Basket, Entries, safe_xml

# An answer that reached its last tag was sent whole, however it is spelled.
CLOSED = re.compile(
    r"</\s*(?:[A-Za-z]\w*:)?(?:rss|rdf|feed|channel)\s*>\s*(?><!--.*?-->\s*)*\Z", re.IGNORECASE | re.DOTALL
)
# The blank entry that the US Department's system sends when there is none.
BLANK = re.compile(r"this is an empty article", re.IGNORECASE)


class Reader:
    """Bytes behind `read`: given bare bytes, feedparser would first look for a file or page of that name."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def read(self) -> bytes:
        """All of it."""
        return self._content


def read(answer: Answer) -> Entries:
    """Every entry, in the order of the feed."""
    text = safe_xml(answer.text)
    parsed = feedparser.parse(
        Reader(text.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    basket = Basket(answer)
    for entry in parsed.entries:
        if not _is_blank(entry):
            _add(basket, entry)
    whole = CLOSED.search(text[-2000:]) is not None
    if not parsed.get("version") and not parsed.entries:
        return Entries(problem=f"no RSS, RDF or Atom: it begins with {answer.text.strip()[:40]!r}")
    if not whole:
        return basket.entries(problem="the feed breaks off before its end")
    return basket.entries(note=f"mended: {parsed.get('bozo_exception')}" if parsed.get("bozo") else "")


def _add(basket: Basket, entry: Any) -> None:
    answer = basket.answer
    modified = answer.date(entry.get("updated"))
    basket.add(
        _link(entry, answer),
        title=entry.get("title"),
        summary=entry.get("summary") or _content(entry),
        guid=entry.get("id") or None,
        # feedparser gives dc:date as `updated`: in RSS it is the only date there is.
        published=answer.date(entry.get("published")) or (None if "published" in entry else modified),
        modified=modified,
        publisher=_publisher(entry, answer),
    )


def _link(entry: Any, answer: Answer) -> str | None:
    """The outlet's own address before that of a counter, the entry's page before its parts, its guid when it is one."""
    for link in (entry.get("feedburner_origlink"), entry.get("link"), entry.get("id")):
        if isinstance(link, str) and link.strip() and (link != entry.get("id") or link.startswith("http")):
            return answer.link(link)
    return None


def _content(entry: Any) -> str:
    contents = entry.get("content") or [{}]
    return str(contents[0].get("value", ""))


def _publisher(entry: Any, answer: Answer) -> str | None:
    source = entry.get("source")
    return answer.link(source.get("href")) if isinstance(source, dict) and source.get("href") else None


def _is_blank(entry: Any) -> bool:
    return not entry.get("link") and not entry.get("title") and bool(BLANK.search(str(entry.get("summary", ""))))
