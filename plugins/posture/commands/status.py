"""`posture status`: the books, what is pending, which sources are silent."""

from __future__ import annotations

import json
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table

from posture.adapters.database import Database, Row
from posture.adapters.settings import database_url

_OUTCOMES = ("seen", "new", "known", "copy", "variant", "update", "translation", "off_topic", "held", "failed")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option("--runs", default=3, show_default=True, help="How many runs to show, newest first.")
@click.option("--dropped", is_flag=True, help="List what each gate let through no further, with the reason.")
def command(as_json: bool, runs: int, dropped: bool) -> None:
    """Show the books per source and run, what is pending, and which sources are silent."""
    database = Database(database_url())
    with database.transaction() as session:
        books = session.rows("status.books", runs=runs)
        pending = session.row("status.pending") or {}
        silent = session.rows("status.silent")
        lost = session.rows("status.dropped", runs=runs) if dropped else []
    database.close()
    if as_json:
        found = {"books": books, "pending": pending, "silent": silent, **({"dropped": lost} if dropped else {})}
        click.echo(json.dumps(found, ensure_ascii=False, default=str))
        return
    console = Console()
    _print_books(console, books)
    console.print("[bold]Pending[/bold]  " + ", ".join(f"{name} {count}" for name, count in pending.items()))
    _print_silent(console, silent)
    if dropped:
        _print_dropped(console, lost)


def _print_books(console: Console, books: list[Row]) -> None:
    for run in dict.fromkeys(row["run"] for row in books):
        table = Table(title=str(run), title_justify="left", box=box.SIMPLE, pad_edge=False, padding=(0, 1, 0, 0))
        table.add_column("source", no_wrap=True, vertical="bottom")
        rows = [row for row in books if row["run"] == run]
        # what happened to no address in this run takes no room
        outcomes = [name for name in _OUTCOMES if name == "seen" or any(row[name] for row in rows)]
        for name in outcomes:
            title = name.replace("_", "\n").replace("nsl", "ns-\nl")
            width = max(map(len, title.split("\n")))
            table.add_column(title, justify="right", no_wrap=True, min_width=width, vertical="bottom")
        table.add_column("answer", no_wrap=True, vertical="bottom")
        for row in rows:
            style = None if row["balanced"] else "red"
            table.add_row(row["source_id"], *(_count(row[name]) for name in outcomes), row["outcome"], style=style)
        console.print(table)


def _print_silent(console: Console, silent: list[Row]) -> None:
    if not silent:
        console.print("[bold]Silent sources[/bold]  none")
        return
    table = Table(title="Silent sources", title_justify="left", box=box.SIMPLE, pad_edge=False)
    for name in ("source", "answer", "failures", "last new", "what would mend it"):
        table.add_column(name, overflow="fold", no_wrap=name == "source")
    for row in silent:
        failures = str(row["failures"] or 0)
        last_new = f"{row['last_new_at']:%Y-%m-%d %H:%M}" if row["last_new_at"] else "never"
        table.add_row(row["source_id"], row["outcome"], failures, last_new, row["message"])
    console.print(table)


def _print_dropped(console: Console, lost: list[Row]) -> None:
    for gate in dict.fromkeys(row["gate"] for row in lost):
        rows = [row for row in lost if row["gate"] == gate]
        table = Table(title=f"Gate {gate}: {len(rows)}", title_justify="left", show_lines=False)
        for name, how in (("source", "fold"), ("state", "fold"), ("reason", "fold"), ("headline", "ellipsis")):
            table.add_column(name, overflow=how)  # type: ignore[arg-type]
        for row in rows:
            table.add_row(row["source_id"], row["outcome"], row["reason"], row["title"] or row["url"])
        console.print(table)
    if not lost:
        console.print("[bold]Dropped[/bold]  nothing")


def _count(number: Any) -> str:
    return str(number) if number else "·"
