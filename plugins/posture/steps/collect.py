"""Ask the sources that are due, keep what is new, and open the books of the run."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from posture.adapters.database import Session, json_value
from posture.adapters.web_errors import FetchFailed, FetchRefused
from posture.adapters.world import World
from posture.collecting.outcomes import Outcome
from posture.collecting.rhythm import limits_of
from posture.collecting.schedule import after_poll, conditions, has_gap
from posture.collecting.states import SourceState
from posture.errors import Misconfigured
from posture.model import FeedItem, Page, Source, Tally
from posture.reading.feeds import FeedReading, read_feed
from posture.steps import fetching, rows
from posture.text.addresses import canonical

# Tasks cost a second or two each before their work, so sources share one beyond this number.
MOST_BATCHES = 16
# Hosts are waited for side by side; politeness towards each is the web's business.
SIDE_BY_SIDE = 8
_GAP = "nothing that it lists was known: stories may have come and gone between two polls; ask it more often"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Poll:
    """One look at one source: its answer read, or the reason why there is none. None of both: it was not due."""

    source: Source
    state: SourceState | None
    page: Page | None = None
    reading: FeedReading | None = None
    failure: FetchFailed | FetchRefused | None = None


def due(world: World) -> list[list[str]]:
    """The ids of the sources with work to do now, in batches of about the same size."""
    with world.database.transaction() as session:
        ids = [row["source_id"] for row in session.rows("source.due", now=world.now)]
    batches: list[list[str]] = [[] for _ in range(min(MOST_BATCHES, len(ids)))]
    for place, source_id in enumerate(ids):
        batches[place % MOST_BATCHES].append(source_id)
    return batches


def collect(world: World, source_ids: Sequence[str]) -> Tally:
    """Poll these sources, keep their lists, and fetch the articles that they show for the first time."""
    sources = _sources(world, source_ids)
    counts: Counter[str] = Counter()
    with world.database.transaction() as session:
        run_id = session.value("books.open_run", name=world.run, now=world.now)
        states = {source.source_id: _state(world, session, source) for source in sources}
    with ThreadPoolExecutor(max_workers=SIDE_BY_SIDE) as threads:
        wanted: list[fetching.Wanted] = []
        for poll in threads.map(partial(_poll, world, states), sources):
            with world.database.transaction() as session:
                counts += _keep_poll(world, session, run_id, poll)
                wanted += _wanted(world, session, run_id, poll.source)
        for want, answer in zip(wanted, threads.map(partial(fetching.fetch, world), wanted), strict=True):
            with world.database.transaction() as session:
                counts[fetching.keep(world, session, want, answer)] += 1
    return Tally(dict(counts))


def finish(world: World) -> Tally:
    """All sources of the run were asked: its books may be closed once everything is understood."""
    with world.database.transaction() as session:
        session.value("books.open_run", name=world.run, now=world.now)
        return Tally({"runs": session.run("books.end_collecting", name=world.run, now=world.now)})


def _sources(world: World, source_ids: Sequence[str]) -> list[Source]:
    known = world.seeds.sources
    missing = [source_id for source_id in source_ids if source_id not in known]
    if missing:
        raise Misconfigured("is in no list of sources", item=", ".join(missing), remedy="run `posture prepare`")
    return [known[source_id] for source_id in source_ids]


def _state(world: World, session: Session, source: Source) -> SourceState | None:
    """What is known of a source that is to be polled; None when it is not due and only has articles to fetch."""
    row = session.row("source.state", source_id=source.source_id)
    if row is None:
        return SourceState.first(source, now=world.now)
    return SourceState.from_values(row["state"]) if row["next_due_at"] <= world.now else None


def _poll(world: World, states: dict[str, SourceState | None], source: Source) -> _Poll:
    state = states[source.source_id]
    if state is None:
        return _Poll(source=source, state=None)
    if world.web is None:
        raise Misconfigured("has no web", item=world.run, remedy="open the world with one")
    try:
        asked = conditions(state)
        page = world.web.get(source.address, etag=asked.etag, modified=asked.modified)
    except (FetchFailed, FetchRefused) as error:
        return _Poll(source=source, state=state, failure=error)
    return _Poll(source=source, state=state, page=page, reading=read_feed(page, kind=source.kind, source=source))


def _keep_poll(world: World, session: Session, run_id: int, poll: _Poll) -> Counter[str]:
    if poll.state is None:
        _open_books(session, run_id, poll.source, outcome="articles_only", message=None, page_id=None, seen=0)
        return Counter()
    items = dict(_addressed(poll))
    page_id = _keep_list(session, poll)
    outcome, message = _outcome(poll)
    _open_books(session, run_id, poll.source, outcome=outcome, message=message, page_id=page_id, seen=len(items))
    new = sum(_see(world, session, run_id, poll.source, address, item) for address, item in items.items())
    if has_gap(poll.state, new=new, known=len(items) - new):
        session.run("books.note_gap", run_id=run_id, source_id=poll.source.source_id, message=_GAP)
    _keep_state(world, session, poll, new=new, known=len(items) - new)
    return Counter({"seen": len(items), "new": new})


def _addressed(poll: _Poll) -> Iterator[tuple[str, FeedItem]]:
    """Each item under its canonical address; the first of two spellings of one address counts."""
    items = () if poll.reading is None else poll.reading.items
    for item in reversed(items):
        yield canonical(item.url, identity=poll.source.identity_parameters), item


def _keep_list(session: Session, poll: _Poll) -> int | None:
    page = poll.page
    if page is None or page.status == 304 or poll.state is None:
        return None
    if poll.state.body_sha256 == rows.bytes_sha256(page.body):
        return None
    kept: int = session.value("page.keep", kind="list", source_id=poll.source.source_id, **rows.page_values(page))
    return kept


def _outcome(poll: _Poll) -> tuple[Outcome, str | None]:
    if poll.failure is not None:
        return poll.failure.kind, str(poll.failure)
    if poll.reading is None:
        raise AssertionError(poll.source.source_id)
    return poll.reading.outcome, poll.reading.message or None


def _open_books(
    session: Session,
    run_id: int,
    source: Source,
    *,
    outcome: str,
    message: str | None,
    page_id: int | None,
    seen: int,
) -> None:
    session.run(
        "books.add_poll",
        run_id=run_id,
        source_id=source.source_id,
        outcome=outcome,
        seen=seen,
        message=message,
        page_id=page_id,
    )


def _see(  # noqa: PLR0917 -- what is seen, where, by whom, when: none of it has a default
    world: World, session: Session, run_id: int, source: Source, address: str, item: FeedItem
) -> bool:
    """Note an address that a source lists; whether it was never seen before."""
    created = session.value(
        "article.see",
        address=address,
        url=item.url,
        source_id=source.source_id,
        item=json_value(rows.item_values(item)),
        now=world.now,
    )
    session.run("books.note_listed", run_id=run_id, source_id=source.source_id, address=address, now=world.now)
    return created is not None


def _wanted(world: World, session: Session, run_id: int, source: Source) -> list[fetching.Wanted]:
    wanted = fetching.wanted_at(world, session, source.source_id)
    for want in wanted:
        session.run("books.note_fetched", run_id=run_id, source_id=source.source_id, article_id=want.article_id)
    return wanted


def _keep_state(world: World, session: Session, poll: _Poll, *, new: int, known: int) -> None:
    if poll.state is None:
        raise AssertionError(poll.source.source_id)
    outcome, message = _outcome(poll)
    state = after_poll(
        poll.state,
        outcome,
        now=world.now,
        new=new,
        known=known,
        status=None if poll.failure is None else poll.failure.status,
        retry_after_s=None if poll.failure is None else poll.failure.retry_after_s,
        jitter=_jitter(poll.source.source_id, world),
        page=poll.page,
        limits=limits_of(poll.source.rhythm_hours),
    )
    session.run(
        "source.keep_state",
        source_id=poll.source.source_id,
        state=json_value(state.to_values()),
        next_due_at=state.next_due_at,
        last_polled_at=world.now,
        last_success_at=state.last_success_at,
        last_new_at=state.last_new_at,
        failures=state.failures,
        outcome=outcome,
        message=message,
    )


def _jitter(source_id: str, world: World) -> float:
    """A number from 0 to 1 that spreads sources out, and is the same when a run is repeated."""
    digest = hashlib.sha256(f"{source_id} {world.now.isoformat()}".encode()).digest()
    return int.from_bytes(digest[:4], "big") / 2**32
