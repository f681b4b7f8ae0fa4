"""News searches that answer as RSS: Google News and Bing News."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from posture.model import FeedItem
from posture.reading.kinds import rss
from posture.reading.kinds.entries import Answer, Entries


def read(answer: Answer) -> Entries:
    """Every entry, with the outlet's own address and title where the search gives them."""
    entries = rss.read(answer)
    return replace(entries, items=tuple(_bare(item, answer) for item in entries.items))


def _bare(item: FeedItem, answer: Answer) -> FeedItem:
    title, _, outlet = item.title.rpartition(" - ")
    # The search adds the outlet's name to the title, and its summary says the title again.
    named = item.publisher is not None and title and outlet
    item = replace(item, title=title, summary="") if named else item
    return replace(item, url=answer.link(_inner(item.url)) or item.url)


def _inner(url: str) -> str:
    """The outlet's address inside a wrapped link that holds it in the open."""
    split = urlsplit(url)
    if (split.hostname or "").endswith("bing.com") and split.path.endswith("apiclick.aspx"):
        inner = parse_qs(split.query).get("url", [""])[0]
        return inner if inner.startswith(("http://", "https://")) else url
    return url
