"""Collecting from many outlets: our run beside the same requests one after the other, and beside the same requests with
no regard for hosts.

A press of our own on loopback, in a process of its own: 200 outlets at 200 addresses, each answering after 200 ms. Our
run goes through the steps and keeps everything in Postgres; the two others only send the requests that our run sent,
the one without limits from as many threads as ours.

    python tests/benchmarks/collect.py [--outlets 200] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import requests
from rich.console import Console
from rich.table import Table

from posture.adapters.database import Database
from posture.adapters.migrations import migrate, rebuild_views
from posture.adapters.web_guard import Press
from posture.adapters.world import PRESS_SPACING_S, open_world
from posture.newsroom import END
from posture.newsroom.crowds import crowd
from posture.newsroom.listing import write_sources
from posture.newsroom.serving import Newsroom
from posture.runtime.postgres import EmbeddedPostgres
from posture.steps import collect, prepare
from posture.steps.side_by_side import MOST

OUTLETS, ARTICLES, LATENCY_S = 200, 1, 0.2
WAYS = ("posture", "no_limit_by_host", "one_after_the_other")


def measure(outlets: int = OUTLETS) -> dict[str, Any]:
    """Seconds of each way to ask, and what our run asked."""
    with tempfile.TemporaryDirectory() as folder, apart(outlets) as (port, entries):
        seconds = ours(port, entries, Path(folder))
        log = requests.get(f"http://127.0.1.1:{port}/log", timeout=30).text
        asked = [json.loads(line) for line in log.splitlines()]
        addresses = [f"http://{each['host']}:{port}{each['path']}" for each in asked]
        return {
            "outlets": outlets,
            "latency_s": LATENCY_S,
            "requests": len(asked),
            "slowest_host_s": max(_times_of_hosts(asked).values()) * LATENCY_S,
            "least_gap_s": least_gap(asked),
            "posture": {"seconds": seconds},
            "no_limit_by_host": {"seconds": all_at_once(addresses)},
            "one_after_the_other": {"seconds": one_by_one(addresses)},
        }


@contextmanager
def apart(outlets: int) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """A press in a process of its own, which takes no time from those who ask: its port, and its outlets as sources."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, outlets))
    process.start()
    try:
        yield here.recv()
    finally:
        here.send("enough")
        process.join()


def _serve(line: Connection, outlets: int) -> None:
    with Newsroom.running(clock=END, press=crowd(outlets, each=ARTICLES), latency=LATENCY_S) as press:
        line.send((press.port, press.sources()))
        line.recv()


def ours(port: int, entries: list[dict[str, Any]], folder: Path) -> float:
    """Seconds of a run through the steps, into an empty database."""
    sources = folder / "sources.yml"
    write_sources(sources, entries)
    with EmbeddedPostgres(folder / "postgres") as server:
        url = server.ensure_database("posture")
        with closing(Database(url)) as database:
            migrate(database)
            rebuild_views(database)
        loopback = Press(network="127.0.1.0/24", port=port)
        with open_world(database_url=url, now=END, run="benchmark", press=loopback, sources=sources) as world:
            prepare.load_sources(world)
            began = time.perf_counter()
            collect.collect(world, [each for batch in collect.due(world) for each in batch])
            collect.finish(world)
            seconds = time.perf_counter() - began
        server.remove()
    return round(seconds, 2)


def one_by_one(addresses: list[str]) -> float:
    """Seconds of the same requests, each after the one before."""
    began = time.perf_counter()
    with requests.Session() as session:
        for address in addresses:
            session.get(address, timeout=30)
    return round(time.perf_counter() - began, 2)


def all_at_once(addresses: list[str]) -> float:
    """Seconds of the same requests, as many at a time as ours, whoever is asked."""
    began = time.perf_counter()
    with ThreadPoolExecutor(max_workers=MOST) as threads:
        for answer in threads.map(lambda address: requests.get(address, timeout=30), addresses):
            answer.close()
    return round(time.perf_counter() - began, 2)


def least_gap(asked: list[dict[str, Any]]) -> float:
    """The shortest time between two requests to one host, in seconds."""
    moments: dict[str, list[float]] = {}
    for each in asked:
        moments.setdefault(each["host"], []).append(each["at"])
    gaps = [later - earlier for each in moments.values() for earlier, later in pairwise(sorted(each))]
    return round(min(gaps), 3)


def main() -> None:
    """Measure all three and print the table of ratios."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--outlets", type=int, default=OUTLETS)
    options.add_argument("--json", metavar="FILE", type=Path)
    chosen = options.parse_args()
    found = measure(chosen.outlets)
    title = f"{found['requests']} requests to {found['outlets']} outlets, {LATENCY_S:g} s each"
    table = Table("", "seconds", "theirs to ours", title=title, title_justify="left")
    for name in WAYS:
        seconds = found[name]["seconds"]
        table.add_row(name.replace("_", " "), f"{seconds}", f"{seconds / found['posture']['seconds']:.2f}")
    console = Console()
    console.print(table)
    console.print(
        f"The slowest host alone takes {found['slowest_host_s']:.1f} s. Shortest gap between two requests to one host: "
        f"{found['least_gap_s']} s, asked for {PRESS_SPACING_S:g} s. Ours keeps every answer in Postgres."
    )
    if chosen.json:
        chosen.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def _times_of_hosts(asked: list[dict[str, Any]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for each in asked:
        counts[each["host"]] = counts.get(each["host"], 0) + 1
    return counts


if __name__ == "__main__":
    main()
