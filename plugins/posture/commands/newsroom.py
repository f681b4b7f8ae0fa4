"""Serve the sample press on loopback, until Ctrl-C."""

from __future__ import annotations

import threading
from datetime import datetime

import click

from posture.newsroom import END, Newsroom


class Moment(click.ParamType[datetime]):
    """A moment with its offset from Greenwich."""

    name = "ISO moment"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Read it, or say how it is written."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            self.fail(f"{value!r} is not a moment with an offset; write 2024-01-27T12:00:00+03:00", param, ctx)
        return moment


@click.command()
@click.option("--port", default=8099, show_default=True, help="The port that all outlets share.")
@click.option("--clock", type=Moment(), default=END, help="The press clock: what was printed by then is visible.")
@click.option("--latency", default=0.0, show_default=True, help="Seconds before each answer.")
def command(port: int, clock: datetime, latency: float) -> None:
    """Serve the sample press on loopback, until Ctrl-C."""
    try:
        with Newsroom(port=port, clock=clock, latency=latency) as press:
            _show(press)
            threading.Event().wait()
    except KeyboardInterrupt:
        click.echo()


def _show(press: Newsroom) -> None:
    click.echo(f"The sample press at {press.clock:%Y-%m-%d %H:%M %Z}\n")
    for outlet in press.press.outlets.values():
        printed = len(press.press.visible(outlet.id, press.clock))
        feed = press.address(outlet.id) + outlet.feed.path
        fault = outlet.fault.get("name", "")
        click.echo(f"{outlet.id:<18}{feed:<46}{outlet.feed.kind:<14}{printed:>3} printed  {fault}".rstrip())
    click.echo(f"\nThe press clock: {press.control}/clock   the log: {press.control}/log   Ctrl-C ends.")
