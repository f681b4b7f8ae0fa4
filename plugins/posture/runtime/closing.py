"""The closing table of a demo: what became of every address, the stories with their claims, and where to look next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from email.parser import BytesParser
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from posture.adapters.corpus import SOURCE_ID
from posture.adapters.database import Database, Row

_OUTCOMES = ("seen", "new", "known", "copy", "variant", "update", "translation", "off_topic", "held", "failed")
_STORIES = 12


def show_books(console: Console, database: Database) -> list[str]:
    """Print what became of every address seen, per source; what is wrong with it."""
    with database.transaction() as session:
        sources = session.rows("closing.books")
    table = Table(title="What became of every address", title_justify="left", box=box.SIMPLE, pad_edge=False)
    table.add_column("source", no_wrap=True)
    for name in _OUTCOMES:
        table.add_column(name.replace("_", "\n"), justify="right", no_wrap=True, vertical="bottom")
    for row in sources:
        if row["seen"]:
            table.add_row(row["source_id"], *_counts([row]), style=None if row["balanced"] else "red")
    table.add_section()
    table.add_row("all", *_counts(sources), style="bold")
    console.print(table)
    silent = [f"{row['source_id']} ({row['outcome']})" for row in sources if not row["seen"]]
    if silent:
        console.print(f"No article from {len(silent)} sources: {', '.join(silent)}.", style="dim")
    problems = list(_problems(sources))
    console.print("[red]" + "; ".join(problems) + "[/red]" if problems else "[green]The books balance.[/green]")
    return problems


def _problems(sources: Sequence[Row]) -> Iterator[str]:
    for row in sources:
        if not row["balanced"] or row["pending"]:
            yield f"the books of {row['source_id']} do not balance"
    if not sum(row["seen"] - row["failed"] for row in sources if row["source_id"] != SOURCE_ID):
        yield "no article of any outlet could be read"


def show_stories(console: Console, database: Database) -> None:
    """Print the stories told most, each with what its reports claim."""
    with database.transaction() as session:
        stories = session.rows("closing.stories", most=_STORIES)
        total = session.value("closing.count_stories")
    title = f"Stories ({len(stories)} of {total}, those most told first)"
    table = Table(title=title, title_justify="left", box=box.SIMPLE, show_lines=True, pad_edge=False)
    table.add_column("day", no_wrap=True)
    table.add_column("told by", justify="right")
    table.add_column("story and what it claims", ratio=1)
    for story in stories:
        told = f"{story['reports']} in {story['outlets']}"
        table.add_row(str(story["first_day"] or ""), told, _story(story))
    console.print(table)


def _story(story: Row) -> str:
    claims = "\n".join(f"[dim]·[/dim] {claim}" for claim in story["claims"] or ())
    return f"[bold]{story['title']}[/bold]" + (f"\n{claims}" if claims else "")


def show_where(console: Console, *, airflow: str, login: str, psql: str, data: Path) -> None:
    """Print the addresses: Airflow, the database, the digests and the other letters."""
    letters = len(list((data / "mail").glob("*.eml")))
    lines = [
        ("Airflow", f"{airflow}   {login}"),
        ("Database", f'psql "{psql}"'),
        *(("Digest", str(path)) for each in delivered_digests(data) for path in (each, each.with_suffix(".html"))),
        ("Mails", f"{letters} letters in {data / 'mail'}"),
    ]
    for name, words in lines:
        console.print(f"[bold]{name:<9}[/bold] {words}", soft_wrap=True)  # a folded path cannot be pasted


def delivered_digests(data: Path) -> list[Path]:
    """The digests that arrived in the mailbox: letters whose Message-ID is that of a digest composed here."""
    composed = {_message_id(path) for path in (data / "digests").glob("*.eml")}
    return [path for path in sorted((data / "mail").glob("*.eml")) if _message_id(path) in composed]


def _message_id(letter: Path) -> str | None:
    with letter.open("rb") as file:
        return BytesParser().parse(file, headersonly=True)["Message-ID"]


def _counts(rows: Sequence[Row]) -> list[str]:
    return [str(int(sum(row[name] for row in rows))) if any(row[name] for row in rows) else "·" for name in _OUTCOMES]
