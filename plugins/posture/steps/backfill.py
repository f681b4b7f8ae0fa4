"""A past window, day by day: what the lists still show of it is fetched; understanding it is the next steps' work.

Feeds show their newest entries only. Sitemaps reach back, and are read once for the whole window; the files of archives
are read once for ever. What was read is noted with what it gave, so that a day which was killed goes on where it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from functools import partial

from posture.adapters.database import Session, json_value
from posture.adapters.world import World
from posture.collecting.windows import is_within, nearest
from posture.errors import Misconfigured, Transient
from posture.model import FeedItem, Source, Tally
from posture.steps import archives, collect, polling, rows
from posture.steps.side_by_side import MOST, by_host

# An index of sitemaps may hold years: this many parts are read for one window.
MOST_PARTS = 60
# What lists show of the past changes little: another window within this time need not ask again.
KEPT_FOR = timedelta(days=1)


def days(first: date, last: date) -> list[date]:
    """The days of a window, both ends included. Raises Misconfigured when it is turned round."""
    if last < first:
        raise Misconfigured("lies before the first day", item=f"last day {last}", remedy="turn the two round")
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def lists(world: World, *, first: date, last: date) -> Tally:
    """Read the lists of all sources once for a window, and note what they show of each of its days.

    Those read lately for this window or a longer one are not asked again; those that failed in passing are.
    """
    days(first, last)
    with world.database.transaction() as session:
        done = session.rows("backfill.read_lists", first=first, last=last, since=world.now - KEPT_FOR)
    read = {row["source_id"] for row in done}
    sources = [each for each in _sources(world) if each.kind != "gdelt_files" and each.source_id not in read]
    counts = {"lists_read": 0, "lists_failed": 0}
    with ThreadPoolExecutor(max_workers=MOST) as threads:
        look = partial(_ask, world, first, last)
        for _, poll in by_host(threads, sources, lambda source: source.address, look):
            with world.database.transaction() as session:
                _note_list(world, session, poll, first=first, last=last)
            counts["lists_failed" if poll.failure else "lists_read"] += 1
    return Tally(counts)


def backfill(world: World, *, first: date, last: date) -> Tally:
    """Fetch the articles that lists date within the window, and those that archives saw in it.

    May be run again: what was read is not read again. Raises Transient at its end when files of an archive could not
    be had; what else there was has been fetched.
    """
    counts = Counter(lists(world, first=first, last=last).counts)
    sources = _sources(world)
    with world.database.transaction() as session:
        run_id = session.value("books.open_run", name=world.run, now=world.now)
    counts.update(_listed(world, run_id, sources, first, last))
    with ThreadPoolExecutor(max_workers=MOST) as threads:
        found = [archives.read(world, source, threads, run_id=run_id, first=first, last=last) for source in sources]
        for each in found:
            counts.update(each.counts)
        counts.update(collect.fetch_articles(world, run_id, sources, threads))
    failures = [each.failure for each in found if each.failure]
    if failures:
        remedy = "run it again: only what is missing is asked for"
        raise Transient("; ".join(failures), item=f"files of {first} to {last}", remedy=remedy)
    collect.finish(world)
    return Tally(dict(counts))


def _sources(world: World) -> list[Source]:
    return [source for source in world.seeds.sources.values() if source.status != "off"]


def _ask(world: World, first: date, last: date, source: Source) -> polling.Poll:
    # asked whole: a backfill must not be answered "not modified", nor move the rhythm of the usual polls
    return polling.ask_for_all(world, source, most_parts=MOST_PARTS, order=lambda parts: nearest(parts, first, last))


def _note_list(world: World, session: Session, poll: polling.Poll, *, first: date, last: date) -> None:
    source_id = poll.source.source_id
    found = {item.url: item for item in reversed(poll.items) if is_within(item, first, last)}
    session.run(
        "backfill.note_list",
        source_id=source_id,
        first=first,
        last=last,
        outcome=poll.outcome,
        message=poll.message,
        entries=len(found),
        final=not isinstance(poll.failure, Transient),
        now=world.now,
    )
    values = [(source_id, url, _day(item), json_value(rows.item_values(item))) for url, item in found.items()]
    session.many("backfill.note_entries", values)


def _listed(world: World, run_id: int, sources: Sequence[Source], first: date, last: date) -> Counter[str]:
    """Note in the books of the run what the lists show of its days."""
    window = {"source_ids": [source.source_id for source in sources], "first": first, "last": last}
    shown: dict[str, list[FeedItem]] = {}
    with world.database.transaction() as session:
        session.run("backfill.open_polls", run_id=run_id, **window)
        for row in session.rows("backfill.entries", **window):
            shown.setdefault(row["source_id"], []).append(rows.item_of(row["item"]))
    counts = Counter({"seen": 0, "new": 0})
    for source in sources:
        found = polling.listed(world.seeds.outlets, source, shown.get(source.source_id, ()))
        with world.database.transaction() as session:
            counts["new"] += collect.keep_items(world, session, run_id, source, found.items)
        counts["seen"] += len(found.items)
    return counts


def _day(item: FeedItem) -> date:
    when = item.published or item.modified
    assert when is not None  # noqa: S101 -- only what lies within a window comes here
    return when.day
