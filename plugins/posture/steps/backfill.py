"""A past window, day by day: what the lists still show of it is fetched; understanding it is the next steps' work."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

from posture.adapters.world import World
from posture.collecting.states import SourceState
from posture.errors import Misconfigured
from posture.model import Source, Tally
from posture.steps import collect, polling
from posture.steps.side_by_side import MOST, by_host

# An index of sitemaps may hold years: this many parts are read for one window.
MOST_PARTS = 60


def days(first: date, last: date) -> list[date]:
    """The days of a window, both ends included. Raises Misconfigured when it is turned round."""
    if last < first:
        raise Misconfigured("lies before the first day", item=f"last day {last}", remedy="turn the two round")
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def backfill(world: World, *, first: date, last: date) -> Tally:
    """Fetch the articles that the lists of all sources date within the window. May be run again: known ones are known.

    Feeds show their newest entries only, so sitemaps and archives are what reaches back.
    """
    days(first, last)
    sources = [source for source in world.seeds.sources.values() if source.status != "off"]
    with world.database.transaction() as session:
        run_id = session.value("books.open_run", name=world.run, now=world.now)
    counts = {"seen": 0, "new": 0}
    with ThreadPoolExecutor(max_workers=MOST) as threads:
        for _, poll in by_host(threads, sources, lambda source: source.address, lambda source: _ask(world, source)):
            items = poll.addresses(first=first, last=last)
            with world.database.transaction() as session:
                counts["new"] += collect.keep_items(world, session, run_id, poll, items)
            counts["seen"] += len(items)
        fetched = collect.fetch_articles(world, run_id, sources, threads)
    collect.finish(world)
    return Tally({**counts, **fetched})


def _ask(world: World, source: Source) -> polling.Poll:
    # asked whole: a backfill must not be answered "not modified", nor move the rhythm of the usual polls
    return polling.ask(world, source, SourceState.first(source, now=world.now), most_parts=MOST_PARTS)
