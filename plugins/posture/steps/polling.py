"""One look at one source: its list fetched and read, with the parts that the list names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from posture.adapters.web_errors import FetchFailed, FetchRefused
from posture.adapters.world import World
from posture.collecting.outcomes import Outcome
from posture.collecting.schedule import conditions
from posture.collecting.states import SourceState
from posture.errors import Misconfigured
from posture.model import FeedItem, Page, Source
from posture.reading.feeds import FeedReading, read_feed
from posture.text.addresses import canonical

# Parts of an index of sitemaps, newest files of GDELT: how many are read in one poll.
MOST_PARTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """One look at one source: its answer read, or the reason why there is none."""

    source: Source
    state: SourceState
    page: Page | None = None
    reading: FeedReading | None = None
    failure: FetchFailed | FetchRefused | None = None
    further: tuple[FeedItem, ...] = ()  # from the parts that the list names
    unread: str = ""  # parts that were not read, and why

    @property
    def outcome(self) -> Outcome:
        """What the answer really was."""
        if self.failure is not None:
            return self.failure.kind
        if self.reading is None:
            raise AssertionError(self.source.source_id)
        return self.reading.outcome

    @property
    def message(self) -> str | None:
        """What happened and what would mend it; None when all is well."""
        if self.failure is not None:
            return str(self.failure)
        said = self.reading.message if self.reading is not None else ""
        return "; ".join(part for part in (said, self.unread) if part) or None

    def page_to_ask_about(self) -> Page | None:
        """The answer whose validators are sent next time. A list that names parts may stay while its parts change."""
        if self.page is None or self.reading is None or not self.reading.further:
            return self.page
        return replace(self.page, headers={})

    def addresses(self, *, first: date | None = None, last: date | None = None) -> dict[str, FeedItem]:
        """Each item under its canonical address, newest part first; within a window of days when one is given."""
        listed = (*(() if self.reading is None else self.reading.items), *self.further)
        found: dict[str, FeedItem] = {}
        for item in listed:
            if _is_within(item, first, last):
                # the first of two spellings of one address counts
                found.setdefault(canonical(item.url, identity=self.source.identity_parameters), item)
        return found


def ask(world: World, source: Source, state: SourceState, *, most_parts: int = MOST_PARTS) -> Poll:
    """Ask a source for its list. A failure is a value: one source that fails must not end the others."""
    if world.web is None:
        raise Misconfigured("has no web", item=world.run, remedy="open the world with one")
    asked = conditions(state)
    try:
        page = world.web.get(source.address, etag=asked.etag, modified=asked.modified)
        reading = read_feed(page, kind=source.kind, source=source)
    except (FetchFailed, FetchRefused) as error:
        return Poll(source=source, state=state, failure=error)
    further, unread = _parts(world, source, reading, most_parts)
    return Poll(source=source, state=state, page=page, reading=reading, further=further, unread=unread)


def _parts(world: World, source: Source, reading: FeedReading, most: int) -> tuple[tuple[FeedItem, ...], str]:
    """What the parts list that a list names, and which parts were not read. One that fails does not hide the others."""
    waiting, seen = list(reading.further), {source.address}
    items: list[FeedItem] = []
    problems: list[str] = []
    while waiting and len(seen) <= most and world.web is not None:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        try:
            part = read_feed(world.web.get(address), kind=source.kind, source=source)
        except (FetchFailed, FetchRefused) as error:
            problems.append(str(error))
            continue
        waiting += part.further
        items += part.items
    left = len(set(waiting) - seen)
    if left:
        problems.append(f"{left} older parts of the list were not read; a backfill reads more of them")
    return tuple(items), "; ".join(problems)


def _is_within(item: FeedItem, first: date | None, last: date | None) -> bool:
    if first is None and last is None:
        return True
    # A sitemap says only when a page changed: that day is no publication, but the page is worth a look for its own.
    when = item.published or item.modified
    return when is not None and (first or date.min) <= when.day <= (last or date.max)
