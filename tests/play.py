"""The sample press played through the steps, as a scheduler would, without Airflow: for tests of the whole pipeline."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from posture.adapters.database import Database, Row
from posture.adapters.web_guard import Press
from posture.adapters.world import World, open_world
from posture.newsroom import END
from posture.newsroom.listing import write_sources
from posture.newsroom.serving import Newsroom
from posture.steps import collect, prepare, understand

# Two evenings and the morning of the digest: an article is edited and a story denied in between.
MOMENTS = (datetime(2024, 1, 28, 18, tzinfo=UTC), datetime(2024, 1, 30, 18, tzinfo=UTC), END)
UNDERSTANDING = (understand.read, understand.extract, understand.match, understand.group, understand.books)


def play(
    press: Newsroom,
    url: str,
    folder: Path,
    *,
    moments: tuple[datetime, ...] = MOMENTS,
    outlets: tuple[str, ...] | None = None,
) -> None:
    """Prepare the database, then collect and understand at each moment of the press; `outlets`: only these sources."""
    sources = folder / "sources.yml"
    write_sources(sources, [each for each in press.sources() if outlets is None or each["id"] in outlets])
    common: dict[str, Any] = {
        "database_url": url,
        "press": Press(network="127.0.1.0/24", port=press.port),
        "sources": sources,
    }
    with open_world(now=moments[0], run="prepare", **common) as world:
        prepare.prepare(world)
    for moment in moments:
        press.clock = moment
        with open_world(now=moment, run=f"collect {moment:%Y-%m-%dT%H:%M}", **common) as world:
            play_moment(world)


def play_moment(world: World) -> None:
    """One round: every source that is due, then every step of understanding."""
    for batch in collect.due(world):
        collect.collect(world, batch)
    collect.finish(world)
    for step in UNDERSTANDING:
        step(world)


def select(url: str, statement: str) -> list[Row]:
    """The rows of a statement."""
    database = Database(url)
    try:
        with database.transaction() as session:
            return session.select(statement)
    finally:
        database.close()
