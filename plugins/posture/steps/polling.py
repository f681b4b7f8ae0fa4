"""One look at one source: its list fetched and read, with the parts that the list names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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
        return str(self.failure) if self.failure is not None else (self.reading and self.reading.message) or None

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
        further = tuple(_parts(world, source, reading, most_parts))
    except (FetchFailed, FetchRefused) as error:
        return Poll(source=source, state=state, failure=error)
    return Poll(source=source, state=state, page=page, reading=reading, further=further)


def _parts(world: World, source: Source, reading: FeedReading, most: int) -> Iterator[FeedItem]:
    waiting, seen = list(reading.further), {source.address}
    while waiting and len(seen) <= most and world.web is not None:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        part = read_feed(world.web.get(address), kind=source.kind, source=source)
        waiting += part.further
        yield from part.items


def _is_within(item: FeedItem, first: date | None, last: date | None) -> bool:
    if first is None and last is None:
        return True
    if item.published is None:
        return False
    return (first or date.min) <= item.published.day <= (last or date.max)
