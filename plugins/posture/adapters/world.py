"""The world a step is given: database, web, mail, seeds, and the moment that counts as now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from posture.adapters.database import Database
from posture.adapters.settings import user_agent

if TYPE_CHECKING:
    from posture.adapters.mail import Mail
    from posture.adapters.web import Web
    from posture.adapters.web_guard import Press
    from posture.adapters.webhook import Webhook
    from posture.collecting.outlets import Outlets
    from posture.extracting.phrases import Phrases
    from posture.lexicon.entries import Lexicon
    from posture.model import Source

# Seconds between two requests to one host, by all workers together: what a careful reader with many tabs would do.
SPACING_S = 1.0
PRESS_SPACING_S = 0.05


class Seeds:
    """What we know of the subject, read when first needed. `sources`: another list than seeds/sources.yml."""

    def __init__(self, *, sources: Path | None = None) -> None:
        self._sources = sources

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The outlets to watch, by id."""
        from posture.adapters.sources import read_sources  # noqa: PLC0415

        return {source.source_id: source for source in read_sources(self._sources)}

    @cached_property
    def outlets(self) -> Outlets:
        """The same by the hosts of their pages."""
        from posture.collecting.outlets import Outlets  # noqa: PLC0415

        return Outlets(self.sources.values())

    @cached_property
    def lexicon(self) -> Lexicon:
        """Names of forces, bases, people, places, …"""
        from posture.adapters.seeds import read_lexicon  # noqa: PLC0415 -- a collecting task needs no lexicon

        return read_lexicon()

    @cached_property
    def phrases(self) -> Phrases:
        """Patterns for each kind of claim."""
        from posture.adapters.phrases import read_phrases  # noqa: PLC0415

        return read_phrases()

    @cached_property
    def rules(self) -> str:
        """Version of the code and seeds that decide: stored with every result."""
        from posture.adapters.rules import rules_version  # noqa: PLC0415

        return rules_version()


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """All that a step may touch. `run` names the run in the books; `now` is aware."""

    database: Database
    now: datetime
    run: str
    seeds: Seeds
    web: Web | None = None
    mail: Mail | None = None
    webhooks: Mapping[str, Webhook] | None = None  # by the names in seeds/alerts.yml
    folder: Path | None = None  # where digests are saved as .eml and .html; None: nowhere


@contextmanager
def open_world(
    *,
    database_url: str,
    now: datetime,
    run: str,
    mail: Mail | None = None,
    press: Press | None = None,
    sources: Path | None = None,
    folder: Path | None = None,
    webhooks: Mapping[str, Webhook] | None = None,
) -> Iterator[World]:
    """The world for one task, closed behind it. `press` is the one loopback network that the web may reach.

    Pages of the press are fetched at `now`, by its own clock; of the world at the hour of the wall clock.
    """
    from posture.adapters.robots_shelf import RobotsShelf  # noqa: PLC0415 -- the command line opens worlds without a web
    from posture.adapters.turns import SharedTurns  # noqa: PLC0415
    from posture.adapters.web import Web  # noqa: PLC0415
    from posture.adapters.web_turns import Turns  # noqa: PLC0415

    database = Database(database_url)
    clock = _wall_clock if press is None else lambda: now
    turns, shelf = SharedTurns(database_url, now=clock), RobotsShelf(database_url)
    # our own sample press need not be spared
    web = Web(
        user_agent=user_agent(),
        press=press,
        spacing_s=SPACING_S if press is None else PRESS_SPACING_S,
        turns=Turns(wait_turn=turns.wait, rest=turns.rest),
        now=clock,
        shelf=shelf,
    )
    try:
        yield World(
            database=database,
            now=now,
            run=run,
            seeds=Seeds(sources=sources),
            web=web,
            mail=mail,
            webhooks=webhooks,
            folder=folder,
        )
    finally:
        web.close()
        turns.close()
        shelf.close()
        database.close()


def _wall_clock() -> datetime:
    return datetime.now(UTC)
