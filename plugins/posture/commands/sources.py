"""`posture sources check`: which sources answer from here and now, and with what."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

import click
from rich import box
from rich.console import Console
from rich.progress import track
from rich.table import Table

from posture.adapters.settings import user_agent
from posture.adapters.sources import read_sources
from posture.adapters.web import Web
from posture.adapters.web_answers import Limits
from posture.adapters.web_errors import FetchFailed, FetchRefused
from posture.errors import Transient
from posture.model import Source
from posture.reading.feeds import read_feed

AT_ONCE = 16  # outlets asked at the same time; one at a time for each host
PATIENCE = Limits(connect_s=8, read_s=10, total_s=25)
GOOD = frozenset({"ok", "undated"})
ANSWERS = GOOD | {"empty"}  # a feed without an article today is an answer
NARROW = 110  # columns, below which the table leaves out what sources.yml says
WORRYING = frozenset({"empty", "robots", "timeout", "status"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """What one source answered. `outcome` is that of reading, or the kind of failure when nothing came."""

    source_id: str
    status: str
    kind: str
    outcome: str
    items: int = 0
    undated: int = 0
    newest: date | None = None
    further: int = 0
    message: str = ""


@click.group()
def command() -> None:
    """Look after the list of sources."""


@command.command()
@click.argument("source_id", metavar="[ID]", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option("--file", "path", type=click.Path(path_type=Path), help="Another list than seeds/sources.yml.")
def check(source_id: str | None, as_json: bool, path: Path | None) -> None:
    """Ask every source, or one, from here and now. Exit status 1 when none answers with its articles."""
    sources = _chosen(read_sources(path), source_id)
    web = Web(user_agent=user_agent())
    probes = list(_probes(web, sources, quiet=as_json))
    web.close()
    if as_json:
        click.echo(json.dumps({"sources": [asdict(probe) for probe in probes]}, ensure_ascii=False, default=str))
    else:
        console = Console(highlight=False)
        # A file has no width: let the lines be as long as they must.
        width = console.width if console.is_terminal else 160
        console.print(_table(probes, narrow=width < NARROW), width=width)
    if not any(one.outcome in ANSWERS for one in probes):
        remedy = "see what each said; when all say the same, look at this machine's network and proxy first"
        raise Transient("none answered with articles", item="sources", remedy=remedy)


def probe(web: Web, source: Source) -> Probe:
    """Ask one source and read its answer; what goes wrong is in the probe, never raised."""
    blank = Probe(source_id=source.source_id, status=source.status, kind=source.kind, outcome="ok")
    try:
        page = web.get(source.address, limits=PATIENCE)
    except (FetchFailed, FetchRefused) as error:
        return replace(blank, outcome=error.kind, message=f"{error.what}; {error.remedy}")
    reading = read_feed(page, kind=source.kind, source=source)
    return replace(
        blank,
        outcome=reading.outcome,
        items=len(reading.items),
        undated=reading.undated,
        newest=max((item.published.day for item in reading.items if item.published is not None), default=None),
        further=len(reading.further),
        message=reading.message,
    )


def _chosen(sources: tuple[Source, ...], source_id: str | None) -> list[Source]:
    if source_id is None:
        return list(sources)
    chosen = [source for source in sources if source.source_id == source_id]
    if not chosen:
        ids = [source.source_id for source in sources]
        near = ", ".join(difflib.get_close_matches(source_id, ids, n=3, cutoff=0.5))
        raise click.UsageError(
            f"{source_id}: no source of this id; {f'did you mean {near}?' if near else 'see the list'}"
        )
    return chosen


def _probes(web: Web, sources: list[Source], *, quiet: bool) -> Iterator[Probe]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        probes = pool.map(lambda source: probe(web, source), sources)
        console = Console(stderr=True, quiet=quiet or not Console(stderr=True).is_terminal)
        yield from track(probes, description="Asking", total=len(sources), console=console)


def _table(probes: list[Probe], *, narrow: bool = False) -> Table:
    good = sum(one.outcome in GOOD for one in probes)
    title = f"{good} of {len(probes)} sources answer as they should"
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for name in ("source", "answer") if narrow else ("source", "list", "kind", "answer"):
        table.add_column(name, no_wrap=True)
    for name in ("items",) if narrow else ("items", "undated"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("newest", no_wrap=True)
    table.add_column("what to know", overflow="fold", min_width=16)
    for one in probes:
        colour = "green" if one.outcome in GOOD else "yellow" if one.outcome in WORRYING else "red"
        message = f"leads to {one.further} more; {one.message}".strip("; ") if one.further else one.message
        table.add_row(
            one.source_id,
            *(() if narrow else (one.status, one.kind)),
            f"[{colour}]{one.outcome}[/]",
            str(one.items or ""),
            *(() if narrow else (str(one.undated or ""),)),
            str(one.newest or ""),
            message.replace("[", r"\["),
        )
    return table
