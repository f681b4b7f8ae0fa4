"""One look at one source: its list fetched and read, with the parts that the list names."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from posture.adapters.web import Web
from posture.adapters.web_answers import Limits
from posture.adapters.web_errors import FetchFailed, FetchRefused
from posture.adapters.world import World
from posture.collecting.leads import fate_of
from posture.collecting.outcomes import Outcome
from posture.collecting.outlets import Outlets
from posture.collecting.schedule import conditions
from posture.collecting.states import SourceState
from posture.collecting.windows import GDELT_EVERY, gdelt_files
from posture.errors import Misconfigured, PostureError, Rejected
from posture.model import FeedItem, Page, Source, SourceKind
from posture.reading.feeds import FeedReading, read_feed
from posture.reading.markup import storable

log = logging.getLogger(__name__)

# Parts of an index of sitemaps, newest files of GDELT: how many are read in one poll.
MOST_PARTS = 4
# A quarter of an hour of GDELT's translated press is 15 MB packed.
LIMITS: dict[SourceKind, Limits] = {"gdelt_files": Limits(body_bytes=64 * 1024 * 1024, total_s=300.0)}


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

    @property
    def items(self) -> tuple[FeedItem, ...]:
        """All that was listed, the newest part first."""
        return (*(() if self.reading is None else self.reading.items), *self.further)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a source lists of the outlets that are watched, each article under its key."""

    items: dict[str, FeedItem]
    passed_over: int = 0  # entries of outlets that are not watched
    skipped: int = 0  # entries whose address is none


def listed(outlets: Outlets, source: Source, items: Iterable[FeedItem]) -> Listed:
    """The entries of a list by article: the first of two spellings of one address counts."""
    found: dict[str, FeedItem] = {}
    passed_over = skipped = 0
    for item in items:
        try:
            if fate_of(source, item, outlets) == "passed_over":
                passed_over += 1
            else:
                found.setdefault(outlets.key(source, item.url), item)
        except (Rejected, ValueError) as error:
            log.warning("%s lists what is no address: %s", source.source_id, error)
            skipped += 1
    return Listed(found, passed_over, skipped)


def ask(
    world: World,
    source: Source,
    state: SourceState,
    *,
    most_parts: int = MOST_PARTS,
    order: Callable[[Iterable[str]], Iterable[str]] = tuple,
) -> Poll:
    """Ask a source for its list. A failure is a value: one source that fails must not end the others.

    Of the parts that the list names, `most_parts` are read, in the given order.
    """
    asked = conditions(state)
    try:
        page = _web(world).get(source.address, etag=asked.etag, modified=asked.modified)
    except (FetchFailed, FetchRefused) as error:
        return Poll(source=source, state=state, failure=error)
    reading = _read(page, source)
    parts = dict.fromkeys([*reading.further, *_missed(source, state, world.now)] if reading.further else ())
    further, unread = _parts(world, source, order(parts), most_parts, order)
    return Poll(source=source, state=state, page=page, reading=reading, further=further, unread=unread)


def part(world: World, source: Source, address: str) -> FeedReading | FetchFailed | FetchRefused:
    """One part of a list, read; or why there is none."""
    try:
        page = _web(world).get(address, limits=LIMITS.get(source.kind, Limits()))
    except (FetchFailed, FetchRefused) as error:
        return error
    return _read(page, source)


def broken(poll: Poll, error: Exception) -> Poll:
    """The look at a source on whose list our own code failed: the list is kept, and the others go on."""
    return replace(poll, reading=_failed(poll.source, error), further=(), unread="")


def _read(page: Page, source: Source) -> FeedReading:
    try:
        return read_feed(page, kind=source.kind, source=source)
    except PostureError:
        raise
    except Exception as error:  # noqa: BLE001 -- told in the log and in the books
        return _failed(source, error)


def _failed(source: Source, error: Exception) -> FeedReading:
    log.error("failed on the list of %s", source.source_id, exc_info=error)
    said = f"our own code failed ({type(error).__name__}: {error}); report this list, it is kept"
    return FeedReading(outcome="broken", message=storable(said))


def _missed(source: Source, state: SourceState, now: datetime) -> tuple[str, ...]:
    """Files of an archive that came between the last poll and this one: its list names only the newest."""
    if source.kind != "gdelt_files" or state.last_success_at is None:
        return ()
    # a file appears within a quarter of an hour of its name: what came after the newest of then is younger than this
    since = state.last_success_at - GDELT_EVERY
    return tuple(reversed(gdelt_files(source.address, since, now - GDELT_EVERY)))


def _parts(
    world: World, source: Source, parts: Iterable[str], most: int, order: Callable[[Iterable[str]], Iterable[str]]
) -> tuple[tuple[FeedItem, ...], str]:
    """What the parts list that a list names, and which parts were not read. One that fails does not hide the others."""
    waiting, seen = list(parts), {source.address}
    items: list[FeedItem] = []
    problems: list[str] = []
    while waiting and len(seen) <= most:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        found = part(world, source, address)
        if not isinstance(found, FeedReading):
            problems.append(str(found))
            continue
        if found.outcome == "broken":
            problems.append(f"{address}: {found.message}")
        if found.further:
            waiting = list(order([*waiting, *found.further]))
        items += found.items
    left = len(set(waiting) - seen)
    if left:
        problems.append(f"{left} older parts of the list were not read; a backfill reads more of them")
    return tuple(items), "; ".join(problems)


def _web(world: World) -> Web:
    if world.web is None:
        raise Misconfigured("has no web", item=world.run, remedy="open the world with one")
    return world.web
