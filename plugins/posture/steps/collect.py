"""Ask the sources that are due, keep what is new, and open the books of the run."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from posture.adapters.database import Row, Session, json_value
from posture.adapters.web_errors import FetchFailed, FetchRefused, our_own_failure
from posture.adapters.world import World
from posture.collecting.leads import fate_of
from posture.collecting.rhythm import is_silent, limits_of
from posture.collecting.schedule import after_poll, has_gap
from posture.collecting.states import SourceState
from posture.errors import Misconfigured, PostureError, Rejected, Transient
from posture.model import FeedItem, Page, Source, Tally
from posture.steps import fetching, pending, polling, rows
from posture.steps.side_by_side import MOST, by_host

# Tasks cost a second or two each before their work, so sources share one beyond this number.
MOST_BATCHES = 16
# Ways to end a look at a source that say as much of this machine as of the source, when they befall several.
_UNREACHED = ["dns", "connection", "tls", "timeout"]
_SEVERAL = 3
_GAP = "nothing that it lists was known: stories may have come and gone between two polls; ask it more often"

log = logging.getLogger(__name__)


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
    sources = sources_of(world, source_ids)
    counts: Counter[str] = Counter()
    with world.database.transaction() as session:
        run_id = session.value("books.open_run", name=world.run, now=world.now)
        states = {source.source_id: _state(world, session, source) for source in sources}
    with ThreadPoolExecutor(max_workers=MOST) as threads:
        waiting = [(source, state) for source in sources if (state := states[source.source_id]) is not None]
        polls = by_host(threads, waiting, lambda pair: pair[0].address, lambda pair: _asked(world, *pair))
        for _, poll in polls:
            counts += _kept(world, run_id, poll)
        fetched = fetch_articles(world, run_id, sources, threads)
    counts += fetched
    pending.refuse_broken(
        counts["broken"], len(waiting) + fetched.total(), item="collecting", remedy="the next run asks again"
    )
    return Tally(dict(counts))


def fetch_articles(world: World, run_id: int, sources: Sequence[Source], threads: ThreadPoolExecutor) -> Counter[str]:
    """Fetch what these sources have waiting: new articles, those to be tried again, those to be looked at again."""
    source_ids = [source.source_id for source in sources]
    with world.database.transaction() as session:
        session.run("books.open_polls", run_id=run_id, source_ids=source_ids)
        wanted = fetching.wanted_at(world, session, run_id, source_ids)
        session.run(
            "books.note_fetched",
            run_id=run_id,
            source_ids=[want.source_id for want in wanted],
            article_ids=[want.article_id for want in wanted],
        )
    counts: Counter[str] = Counter()
    for want, answer in by_host(threads, wanted, lambda want: want.url, partial(fetching.fetch, world)):
        counts[_kept_article(world, want, answer)] += 1
    return counts


def _kept_article(world: World, want: fetching.Wanted, answer: Page | FetchFailed | FetchRefused) -> str:
    """Keep what came of a fetch; a page on which our own code fails must not hold up those behind it."""
    try:
        with world.database.transaction(lasting=False) as session:
            outcome = fetching.keep(world, session, want, answer)
    except PostureError:
        raise
    except Exception as error:
        log.exception("failed on %s", want.url)
        answer = our_own_failure(error, want.url)
        with world.database.transaction(lasting=False) as session:
            outcome = fetching.keep(world, session, want, answer)
    return "broken" if isinstance(answer, FetchFailed) and answer.kind == "broken" else outcome


def finish(world: World) -> Tally:
    """All sources of the run were asked: its books may be closed once everything is understood.

    Counts the sources that are silent or no longer as usual, and names them in the log. Raises Rejected when several
    were asked and none could be reached: a run that saw nobody is no success.
    """
    with world.database.transaction() as session:
        session.value("books.open_run", name=world.run, now=world.now)
        runs = session.run("books.end_collecting", name=world.run, now=world.now)
        unwell = session.rows("source.unwell")
        reached = session.row("books.reached", name=world.run, unreached=_UNREACHED)
    _refuse_a_run_that_reached_nobody(reached)
    silent = [row["source_id"] for row in unwell if row["silent"]]
    drifting = [f"{row['source_id']} ({row['drift']})" for row in unwell if row["drifting"]]
    for what, named in (("silent", silent), ("no longer as usual", drifting)):
        if named:
            log.warning("%d sources are %s: %s", len(named), what, ", ".join(named))
    return Tally({"runs": runs, "silent_sources": len(silent), "drifting_sources": len(drifting)})


def _refuse_a_run_that_reached_nobody(reached: Row | None) -> None:
    if reached is not None and reached["asked"] >= _SEVERAL and reached["reached"] == 0:
        remedy = "look at this machine's network, name service and proxy first; the next run asks again"
        raise Rejected("none could be reached", item=f"{reached['asked']} sources", remedy=remedy)


def sources_of(world: World, source_ids: Sequence[str]) -> list[Source]:
    """The sources of these ids. Raises Misconfigured naming those that the list does not have."""
    known = world.seeds.sources
    missing = [source_id for source_id in source_ids if source_id not in known]
    if missing:
        raise Misconfigured("is in no list of sources", item=", ".join(missing), remedy="run `posture prepare`")
    return [known[source_id] for source_id in source_ids]


def _state(world: World, session: Session, source: Source) -> SourceState | None:
    """What is known of a source that is to be polled; None when it is not, and only has articles to fetch."""
    row = session.row("source.state", source_id=source.source_id)
    if row is None:
        return None
    if row["state"] is None:
        return SourceState.first(source, now=world.now)
    return SourceState.from_values(row["state"]) if row["next_due_at"] <= world.now else None


def _asked(world: World, source: Source, state: SourceState) -> polling.Poll:
    """A look at a source. One that is set up wrongly, or on which our own code fails, must not end the others."""
    try:
        return polling.ask(world, source, state)
    except Transient:
        raise
    except PostureError as error:
        log.error("%s: %s", source.source_id, error)
        failure = FetchRefused(error.what, item=error.item, remedy=error.remedy, kind="broken")
        return polling.Poll(source=source, state=state, failure=failure)
    except Exception as error:
        log.exception("failed on %s", source.source_id)
        return polling.Poll(source=source, state=state, failure=our_own_failure(error, source.address))


def _kept(world: World, run_id: int, poll: polling.Poll) -> Counter[str]:
    """Keep what a source listed; a list on which our own code fails must not hold up those behind it."""
    failed = Counter({"broken": 1}) if poll.failure is not None and poll.failure.kind == "broken" else Counter()
    try:
        with world.database.transaction(lasting=False) as session:
            return _keep_poll(world, session, run_id, poll) + failed
    except (Transient, Misconfigured):
        raise
    except Exception as error:  # noqa: BLE001 -- told in the log and in the books
        return _kept_as_broken(world, run_id, poll, error) + Counter({"broken": 1})


def _kept_as_broken(world: World, run_id: int, poll: polling.Poll, error: Exception) -> Counter[str]:
    """Keep the list on which our own code failed; where keeping is what failed, that it did."""
    if poll.page is not None:
        try:
            with world.database.transaction(lasting=False) as session:
                return _keep_poll(world, session, run_id, polling.broken(poll, error))
        except (Transient, Misconfigured):
            raise
        except Exception:
            log.exception("failed to keep the list of %s", poll.source.source_id)
    failure = our_own_failure(error, poll.source.address)
    with world.database.transaction(lasting=False) as session:
        return _keep_poll(world, session, run_id, polling.Poll(source=poll.source, state=poll.state, failure=failure))


def _keep_poll(world: World, session: Session, run_id: int, poll: polling.Poll) -> Counter[str]:
    listed = polling.listed(world.seeds.outlets, poll.source, poll.items)
    _open_poll(session, run_id, poll, listed)
    if listed.passed_over:
        named = {"run_id": run_id, "source_id": poll.source.source_id}
        session.run("books.note_passed_over", **named, passed_over=listed.passed_over)
    seen, new = len(listed.items), keep_items(world, session, run_id, poll.source, listed.items)
    if has_gap(poll.state, new=new, known=seen - new):
        session.run("books.note_gap", run_id=run_id, source_id=poll.source.source_id, message=_GAP)
    _keep_state(world, session, poll, new=new, known=seen - new)
    return Counter({"seen": seen, "new": new})


def _open_poll(session: Session, run_id: int, poll: polling.Poll, listed: polling.Listed) -> None:
    """Note how a look at a source ended, once a run; what it showed is added to it."""
    reading = poll.reading
    session.run(
        "books.add_poll",
        run_id=run_id,
        source_id=poll.source.source_id,
        outcome=poll.outcome,
        seen=0,
        listed=None if reading is None else len(reading.items),
        undated=None if reading is None else reading.undated,
        skipped=listed.skipped + (0 if reading is None else reading.skipped),
        message=poll.message,
        page_id=_keep_list(session, poll),
    )


def keep_items(world: World, session: Session, run_id: int, source: Source, items: Mapping[str, FeedItem]) -> int:
    """Note each article that a source lists; how many were never seen before."""
    if not items:
        return 0
    outlets = world.seeds.outlets
    new = session.run(
        "article.see_listed",
        addresses=list(items),
        urls=[item.url for item in items.values()],
        items=[json_value(rows.item_values(item)) for item in items.values()],
        owners=[outlets.owner(source, item.url).source_id for item in items.values()],
        states=[fate_of(source, item, outlets) for item in items.values()],
        headlines=[rows.headline_of(item.title) for item in items.values()],
        now=world.now,
    )
    urls = [item.url for item in items.values()]
    session.run(
        "books.note_listed",
        run_id=run_id,
        source_id=source.source_id,
        addresses=list(items),
        urls=urls,
        now=world.now,
    )
    return new


def _keep_list(session: Session, poll: polling.Poll) -> int | None:
    page = poll.page
    if page is None or page.status == 304 or poll.state.body_sha256 == rows.bytes_sha256(page.body):
        return None
    kept: int = session.value("page.keep", kind="list", source_id=poll.source.source_id, **rows.page_values(page))
    return kept


def _keep_state(world: World, session: Session, poll: polling.Poll, *, new: int, known: int) -> None:
    polled = after_poll(
        poll.state,
        poll.outcome,
        now=world.now,
        new=new,
        known=known,
        status=None if poll.failure is None else poll.failure.status,
        retry_after_s=None if poll.failure is None else poll.failure.retry_after_s,
        jitter=_jitter(poll.source.source_id, world),
        page=poll.page_to_ask_about(),
        limits=limits_of(poll.source.rhythm_hours),
    )
    state = poll.remembered(polled, world.now)
    session.run(
        "source.keep_state",
        source_id=poll.source.source_id,
        state=json_value(state.to_values()),
        next_due_at=state.next_due_at,
        last_polled_at=world.now,
        last_success_at=state.last_success_at,
        last_new_at=state.last_new_at,
        failures=state.failures,
        outcome=poll.outcome,
        message=poll.message,
        silent=is_silent(state, rhythm_hours=poll.source.rhythm_hours, country=poll.source.country, now=world.now),
    )


def _jitter(source_id: str, world: World) -> float:
    """A number from 0 to 1 that spreads sources out, and is the same when a run is repeated."""
    digest = hashlib.sha256(f"{source_id} {world.now.isoformat()}".encode()).digest()
    return int.from_bytes(digest[:4], "big") / 2**32
