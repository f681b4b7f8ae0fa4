"""A day of the sample press, asked at random times: whenever we come, the same articles are found."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from posture.adapters.web_guard import Press as Loopback
from posture.adapters.world import open_world
from posture.newsroom.listing import write_sources
from posture.newsroom.press import Press, read_press
from posture.newsroom.serving import Newsroom
from posture.steps import collect, prepare
from posture.text.addresses import canonical
from tests.play import select

pytestmark = [pytest.mark.xdist_group("random polls"), pytest.mark.timeout(300)]

# The day on which the press prints most. Each make of list is there: RSS, RDF, Atom, a sitemap, a page of links.
DAY = datetime(2024, 1, 28, tzinfo=UTC)
OUTLETS = ("rafidain", "nakhil", "tigris_gate", "marsad", "shamal", "furat_now", "mesopotamia_post", "potomac")
LISTED = 4  # entries a list shows: fewer than an outlet prints in two days, so that older ones fall off


def short_lists() -> Press:
    """The press of these outlets, with lists so short that entries fall off."""
    press = read_press()
    outlets = {name: press.outlets[name] for name in OUTLETS}
    short = {name: replace(each, feed=replace(each.feed, length=LISTED)) for name, each in outlets.items()}
    return Press(short, {name: each for name, each in press.articles.items() if each.outlet in short})


def moments(seed: int) -> Iterator[datetime]:
    """When we come: at the start, at random from minutes to hours apart, and at the end of the day."""
    chance = random.Random(seed)
    moment, end = DAY, DAY + timedelta(days=1)
    while moment < end:
        yield moment
        moment += timedelta(minutes=chance.choice((7, 20, 45, 110, 190, 300)) * (0.5 + chance.random()))
    # a source may have been put off until later in the evening
    yield end + timedelta(hours=7)


def printed(press: Newsroom, sources: Mapping[str, Mapping[str, Any]]) -> set[str]:
    """What the lists showed when the day began, and all that was printed since."""
    end = DAY + timedelta(days=1, hours=7)
    keys: set[str] = set()
    for outlet in OUTLETS:
        first = {each.id for each in press.press.visible(outlet, DAY)[:LISTED]}
        later = {each.id for each in press.press.visible(outlet, end) if each.published > DAY}
        identity = sources[f"sample_{outlet}"].get("identity_parameters", ())
        keys |= {canonical(press.article_address(name), identity=identity) for name in first | later}
    return keys


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_a_day_polled_at_random_times_gives_the_same_articles(database_url: str, tmp_path: Path, seed: int) -> None:
    file = tmp_path / "sources.yml"
    with Newsroom.running(clock=DAY, press=short_lists()) as press:
        entries = {each["id"]: each for each in press.sources()}
        write_sources(file, list(entries.values()))
        loopback = Loopback(network="127.0.1.0/24", port=press.port)
        for number, moment in enumerate(moments(seed)):
            press.clock = moment
            run = f"poll {number}"
            with open_world(database_url=database_url, now=moment, run=run, press=loopback, sources=file) as world:
                prepare.load_sources(world)
                for batch in collect.due(world):
                    collect.collect(world, batch)
                collect.finish(world)
        expected = printed(press, entries)
    found = {row["address"] for row in select(database_url, "select address from posture.article where state = 'kept'")}
    assert len(expected) >= 25
    assert found == expected
