"""`posture digest`: the digest of a day, shown without sending."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import click

from posture.adapters.alert_rules import read_alerts
from posture.adapters.settings import database_url
from posture.adapters.world import World, open_world
from posture.commands.days import DAY
from posture.reporting.digest import compose_digest
from posture.reporting.messages import Message
from posture.steps import telling
from posture.steps.day import day_of


@click.command()
@click.option("--day", type=DAY, required=True, help="The day told of, in Baghdad: 2024-01-26.")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write the page here instead of text.")
@click.option("--list", "list_name", help="A list of seeds/alerts.yml; the first that gets digests when not given.")
def command(day: date, html: Path | None, list_name: str | None) -> None:
    """Show the digest of a day, told already or not. Nothing is written to the database, nothing is sent."""
    with open_world(database_url=database_url(), now=datetime.now(UTC), run="digest") as world:
        message = _composed(world, day, list_name)
    if html is None:
        click.echo(f"{message.subject}\n\n{message.text}", nl=False)
        return
    try:
        html.write_text(message.page(), encoding="utf-8")
    except OSError as error:
        raise click.UsageError(f"{html}: {error.strerror}; give a file in a folder that exists") from error
    click.echo(str(html))


def _composed(world: World, day: date, list_name: str | None) -> Message:
    alerts = read_alerts()
    names = [list_name] if list_name else [each.id for each in alerts.digest_lists] or list(alerts.lists)
    recipient_list = alerts.list_named(names[0])
    with world.database.transaction() as session:
        composed = session.row("digest.composed", day=day, list=recipient_list.id)
        if composed is not None:  # as it was told, not as it would be told now
            world = replace(world, now=composed["composed_at"])
        data = day_of(world, session, day, list_name=recipient_list.id)
        labels = telling.labels_of(world, session)
    return compose_digest(data, recipient_list=recipient_list, labels=labels, now=world.now)
