"""`posture reprocess`: read, extract and match kept pages again; with --dry-run, only say what would change."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, date, datetime

import click
from rich.console import Console
from rich.table import Table

from posture.adapters.settings import database_url
from posture.adapters.world import open_world
from posture.commands.days import DAY
from posture.steps.reprocess import Change, reprocess


@click.command()
@click.option("--from", "first", type=DAY, required=True, help="First day of publication.")
@click.option("--to", "last", type=DAY, required=True, help="Last day of publication.")
@click.option("--dry-run", is_flag=True, help="Change nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def command(first: date, last: date, dry_run: bool, as_json: bool) -> None:
    """Read kept pages again under the rules of today and list what differs."""
    if last < first:
        raise click.UsageError(f"--to {last} lies before --from {first}; turn them round")
    with open_world(database_url=database_url(), now=datetime.now(UTC), run="reprocess") as world:
        changes = reprocess(world, first=first, last=last, dry_run=dry_run)
    if as_json:
        found = {"dry_run": dry_run, "changes": [asdict(change) for change in changes]}
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    _print(changes, dry_run)


def _print(changes: tuple[Change, ...], dry_run: bool) -> None:
    console = Console()
    table = Table("text", "field", "before", "after")
    for change in changes:
        table.add_row(change.url, change.field, change.before or "–", change.after or "–")
    if changes:
        console.print(table)
    console.print(f"{len(changes)} differences {'would be applied' if dry_run else 'were applied'}")
