"""`posture warc export|import`: hand kept pages over in the archive standard, and take them in."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click

from posture.adapters.settings import database_url
from posture.adapters.world import open_world
from posture.commands.days import DAY
from posture.steps import archive, understand


@click.group()
def command() -> None:
    """Hand kept pages over as WARC files, or take such a file in."""


@command.command("export")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--from", "first", type=DAY, help="First day of fetching.")
@click.option("--to", "last", type=DAY, help="Last day of fetching.")
def export_pages(path: Path, first: date | None, last: date | None) -> None:
    """Write kept pages, bytes and headers, to PATH (.warc.gz)."""
    with open_world(database_url=database_url(), now=datetime.now(UTC), run="warc export") as world:
        tally = archive.export(world, path, first=first, last=last)
    click.echo(f"{tally.counts['pages']} pages written to {path}")


@command.command("import")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_pages(path: Path) -> None:
    """Take in the pages of PATH and understand them."""
    with open_world(database_url=database_url(), now=datetime.now(UTC), run="warc import") as world:
        tally = archive.take_in(world, path)
        for step in (understand.read, understand.extract, understand.match, understand.group):
            step(world)
    click.echo(f"{tally.counts['pages']} pages taken in, {tally.counts['known']} known before")
