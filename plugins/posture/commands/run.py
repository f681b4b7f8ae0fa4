"""`posture run`: the whole pipeline against the real sources."""

from __future__ import annotations

from pathlib import Path

import click

from posture.runtime.real import run
from posture.runtime.stack import Stack
from posture.runtime.telling import Teller


@click.command()
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), default=".data", show_default=True)
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8080, show_default=True, help="The port of Airflow's pages."
)
def command(data: Path, port: int) -> None:
    """Run the whole pipeline against the sources of seeds/sources.yml, with what .env says; Ctrl-C ends it."""
    with Stack(folder=data, kind="run", port=port, teller=Teller()) as stack:
        run(stack)
