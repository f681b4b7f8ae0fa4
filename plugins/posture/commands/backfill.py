"""`posture backfill`: fetch a past window, day by day, and understand it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click
from rich.progress import track

from posture.adapters.settings import database_url
from posture.adapters.world import open_world
from posture.commands.days import DAY
from posture.steps import understand
from posture.steps.backfill import backfill, days, lists


@click.command()
@click.option("--from", "first", type=DAY, required=True, help="First day of publication.")
@click.option("--to", "last", type=DAY, required=True, help="Last day of publication.")
@click.option(
    "--sources",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Another list of sources than seeds/sources.yml.",
)
def command(first: date, last: date, sources: Path | None) -> None:
    """Fetch what the lists of all sources still show of a past window. May be run again."""
    with open_world(database_url=database_url(), now=datetime.now(UTC), run="backfill", sources=sources) as world:
        lists(world, first=first, last=last)
    for day in track(days(first, last), description="days"):
        now = datetime.now(UTC)
        run = f"backfill {day} at {now:%Y-%m-%dT%H:%M:%S}"
        with open_world(database_url=database_url(), now=now, run=run, sources=sources) as world:
            tally = backfill(world, first=day, last=day)
            for step in (understand.read, understand.extract, understand.match, understand.group, understand.books):
                step(world)
        click.echo(f"{day}: " + ", ".join(f"{count} {name}" for name, count in tally.counts.items()))
