"""Feeds: what a source lists, and what its answer really was, for a status of 200 says little.

Every entry is read. An entry without a date stays without one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from posture.errors import Rejected
from posture.model import FeedItem, Page, Source, SourceKind
from posture.reading.decoding import decode, unpacked
from posture.reading.kinds import gdelt_doc, gdelt_files, html_list, json_feed, rss, search_rss, sitemap
from posture.reading.kinds.entries import Answer, Entries
from posture.reading.refusals import gate_of, is_html

FeedOutcome = Literal[
    "ok",  # entries were read
    "empty",  # a valid feed without an entry
    "undated",  # entries, none with a date, in a kind of feed that should have them
    "not_modified",  # the server says that nothing changed
    "html",  # a page for people instead of a feed
    "captcha",  # a gate for robots
    "consent",  # a gate for consent
    "bridge_error",  # a program between us and the outlet reports its own failure as news
    "broken",  # it cannot be read, or not to its end; what could be is in `items`
]

KINDS: dict[SourceKind, Callable[[Answer], Entries]] = {
    "rss": rss.read,
    "json_feed": json_feed.read,
    "news_sitemap": sitemap.read,
    "sitemap": sitemap.read,
    "html_list": html_list.read,
    "search_rss": search_rss.read,
    "gdelt_files": gdelt_files.read,
    "gdelt_doc": gdelt_doc.read,
}
SHOULD_DATE: frozenset[SourceKind] = frozenset({"rss", "json_feed", "news_sitemap", "search_rss"})
BRIDGE = re.compile(
    r"^(?:bridge returned error|rss-?bridge\b.*\berror|curl error|http (?:error )?[45]\d\d\b|error [45]\d\d\b"
    r"|(?:unable|failed) to (?:fetch|load) (?:the )?feed)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedReading:
    """What a source listed. `items` hold what could be read, also of an answer that was not as it should be."""

    outcome: FeedOutcome
    items: tuple[FeedItem, ...] = ()
    message: str = ""  # what happened and what would mend it, for a person
    further: tuple[str, ...] = ()  # more addresses of the same kind: parts of a sitemap index, next pages, files
    skipped: int = 0  # entries without an address
    undated: int = 0  # items without a day of publication


def read_feed(page: Page, *, kind: SourceKind, source: Source | None = None) -> FeedReading:
    """Every entry of a source's answer, and what the answer was. Raises nothing for any bytes.

    (`Misconfigured` for a selector of `source` that is none.)
    """
    if page.status == 304:
        return FeedReading(outcome="not_modified")
    try:
        body = unpacked(page.body, item=page.final_url)
    except Rejected as error:
        return FeedReading(outcome="broken", message=error.what)
    text = decode(body, content_type=page.headers.get("content-type", ""))
    if not text.strip():
        return FeedReading(outcome="broken", message="an empty answer; ask again without conditions")
    refused = _refusal(text, kind)
    if refused is not None:
        return refused
    answer = Answer(text=text, url=page.final_url, fetched_at=page.fetched_at, source=source)
    return _judged(KINDS[kind](answer), kind)


def _refusal(text: str, kind: SourceKind) -> FeedReading | None:
    """What the answer is when it is a page for people, unless such a page was asked for."""
    if not is_html(text):
        return None
    gate = gate_of(text)
    if gate == "captcha":
        return FeedReading(outcome="captcha", message="a gate for robots; ask the outlet, or use an alternative")
    if gate == "consent":
        return FeedReading(outcome="consent", message="a page that asks for consent; use an alternative")
    if gate == "missing" or kind != "html_list":
        return FeedReading(outcome="html", message="a page instead of a feed; check the address and the kind")
    return None


def _judged(entries: Entries, kind: SourceKind) -> FeedReading:
    errors = [item for item in entries.items if BRIDGE.match(item.title)]
    items = tuple(item for item in entries.items if item not in errors)
    undated = sum(item.published is None for item in items)
    reading = FeedReading(
        outcome="ok",
        items=items,
        message=entries.problem or entries.note,
        further=entries.further,
        skipped=entries.skipped,
        undated=undated,
    )
    if entries.problem:
        return replace(reading, outcome="broken")
    if errors:
        return replace(reading, outcome="bridge_error", message=f"the bridge says {errors[0].title!r}")
    if not items and not entries.further:
        skipped = f"{entries.skipped} entries, none with an address" if entries.skipped else "no entry"
        return replace(reading, outcome="broken" if entries.skipped else "empty", message=skipped)
    if items and undated == len(items) and kind in SHOULD_DATE:
        return replace(reading, outcome="undated", message="no entry has a date; the page must give it")
    return reading
