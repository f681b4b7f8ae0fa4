"""What a search can tell of an article whose address it keeps to itself."""

from __future__ import annotations

from urllib.parse import urlsplit

from posture.model import FeedItem, Source


def is_lead(source: Source, item: FeedItem) -> bool:
    """Whether an entry is only a lead: a headline and an outlet behind a link that leads back to the search itself.

    Such links open for a reader's browser, one at a time; asked for in bulk they are refused. The article is found
    through its outlet's own feed, and what no feed had is listed in `analyst.lead`.
    """
    return source.kind == "search_rss" and _host(item.url) == _host(source.address)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
