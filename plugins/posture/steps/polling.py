"""One look at one source: its list fetched and read, with the parts that the list names."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from posture.adapters.web import Web
from posture.adapters.web_answers import Limits
from posture.adapters.web_errors import FetchFailed, FetchRefused
from posture.adapters.world import World
from posture.collecting.leads import fate_of
from posture.collecting.outcomes import Outcome
from posture.collecting.outlets import Outlets
from posture.collecting.parts import ENDS, after_files, files_to_read, in_turn
from posture.collecting.schedule import conditions
from posture.collecting.states import SourceState
from posture.errors import Misconfigured, PostureError, Rejected
from posture.model import FeedItem, Page, Source, SourceKind
from posture.reading.feeds import FeedReading, read_feed
from posture.reading.markup import storable

log = logging.getLogger(__name__)

# Parts of an index of sitemaps: how many are read in one poll.
MOST_PARTS = 4
# Files of a stream: one comes in a quarter of an hour, and what an outage left is made up for over the next polls.
MOST_FILES = 12
# When so many files in a row cannot be had, the others are left for another poll.
AWAY = 3
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
    parts: Mapping[str, bool] = field(default_factory=dict)  # those asked for, and whether each was read
    waiting: Mapping[str, int] = field(default_factory=dict)  # files of a stream, and how often each failed before

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
            return self.unread or str(self.failure)
        said = self.reading.message if self.reading is not None else ""
        return "; ".join(part for part in (said, self.unread) if part) or None

    def remembered(self, state: SourceState, now: datetime) -> SourceState:
        """The state after this look, with which parts are to be read by the next."""
        if self.source.kind == "gdelt_files":
            return after_files(state, self.waiting, self.parts, now=now) if self.waiting else state
        return replace(state, next_part=self.state.next_part + max(len(self.parts) - ENDS, 0)) if self.parts else state

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


def ask(world: World, source: Source, state: SourceState) -> Poll:
    """Ask a source for its list. A failure is a value: one source that fails must not end the others.

    Of the parts that an index names some are read, by turns; of a stream the files that were not read before.
    """
    poll = _asked(world, source, state)
    if poll.reading is None:
        return poll
    if source.kind == "gdelt_files":
        waiting = files_to_read(state, source.address, poll.reading.further)
        return _with_parts(world, replace(poll, waiting=waiting), tuple(waiting), most=MOST_FILES)
    parts = in_turn(poll.reading.further, turn=state.next_part)
    return _with_parts(world, poll, parts, most=MOST_PARTS)


def ask_for_all(
    world: World, source: Source, *, most_parts: int, order: Callable[[Iterable[str]], Iterable[str]]
) -> Poll:
    """Ask a source for its list as if for the first time, and read of its parts the first in the given order."""
    poll = _asked(world, source, SourceState.first(source, now=world.now))
    if poll.reading is None:
        return poll
    return _with_parts(world, poll, order(poll.reading.further), most=most_parts, order=order)


def _asked(world: World, source: Source, state: SourceState) -> Poll:
    conditional = conditions(state)
    try:
        page = _web(world).get(source.address, etag=conditional.etag, modified=conditional.modified)
    except (FetchFailed, FetchRefused) as error:
        return Poll(source=source, state=state, failure=error)
    return Poll(source=source, state=state, page=page, reading=_read(page, source))


def part(world: World, source: Source, address: str) -> FeedReading | FetchFailed | FetchRefused:
    """One part of a list, read; or why there is none."""
    try:
        page = _web(world).get(address, limits=LIMITS.get(source.kind, Limits()))
    except (FetchFailed, FetchRefused) as error:
        return error
    return _read(page, source)


def broken(poll: Poll, error: Exception) -> Poll:
    """The look at a source on whose list our own code failed: the list is kept, and the others go on."""
    unread = dict.fromkeys(poll.parts, False)
    return replace(poll, reading=_failed(poll.source, error), further=(), unread="", parts=unread)


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


def _with_parts(
    world: World,
    poll: Poll,
    parts: Iterable[str],
    *,
    most: int,
    order: Callable[[Iterable[str]], Iterable[str]] = tuple,
) -> Poll:
    """The look with what the parts list that the list names. One that fails does not hide the others; when all do and
    the list itself shows nothing, the look has failed.
    """
    waiting = list(dict.fromkeys(part for part in parts if part != poll.source.address))
    asked: dict[str, bool] = {}
    failures: list[FetchFailed | FetchRefused] = []
    items: list[FeedItem] = []
    problems: list[str] = []
    while waiting and len(asked) < most and not (poll.waiting and _is_away(asked)):
        address = waiting.pop(0)
        found = part(world, poll.source, address)
        asked[address] = isinstance(found, FeedReading) and found.outcome != "broken"
        if not isinstance(found, FeedReading):
            problems.append(str(found))
            failures.append(found)
            continue
        if found.outcome == "broken":
            problems.append(f"{address}: {found.message}")
        waiting = [each for each in dict.fromkeys(order([*waiting, *found.further])) if each not in asked]
        items += found.items
    if waiting:
        problems.append(f"{len(waiting)} parts of the list wait for the next polls")
    failure = failures[-1] if failures and len(failures) == len(asked) and not poll.items else None
    return replace(poll, further=tuple(items), unread="; ".join(problems), parts=asked, failure=failure)


def _is_away(asked: Mapping[str, bool]) -> bool:
    return list(asked.values())[-AWAY:] == [False] * AWAY


def _web(world: World) -> Web:
    if world.web is None:
        raise Misconfigured("has no web", item=world.run, remedy="open the world with one")
    return world.web
