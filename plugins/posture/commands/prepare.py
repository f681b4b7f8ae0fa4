"""`posture prepare`: migrate, rebuild the views, load sources and seed corpus."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from posture.adapters.settings import database_url
from posture.adapters.world import open_world
from posture.steps.prepare import prepare


@click.command()
@click.option(
    "--sources",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Another list of sources than seeds/sources.yml.",
)
def command(sources: Path | None) -> None:
    """Make the database of POSTURE_DB_URL ready. May be run again at any time."""
    with open_world(database_url=database_url(), now=datetime.now(UTC), run="prepare", sources=sources) as world:
        for name, count in prepare(world).counts.items():
            click.echo(f"{count:6} {name.replace('_', ' ')}")
