"""`posture demo`: the whole pipeline against the sample press."""

from __future__ import annotations

from pathlib import Path

import click

from posture.runtime.demo import play
from posture.runtime.stack import Stack
from posture.runtime.telling import Teller


@click.command()
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), default=".data", show_default=True)
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8080, show_default=True, help="The port of Airflow's pages."
)
@click.option("--once", is_flag=True, help="End by itself; status 0 only if every run succeeded and the books balance.")
def command(data: Path, port: int, once: bool) -> None:
    """Run the whole pipeline against the sample press, offline; Ctrl-C ends it."""
    with Stack(folder=data, kind="demo", port=port, teller=Teller()) as stack:
        play(stack, once=once)
