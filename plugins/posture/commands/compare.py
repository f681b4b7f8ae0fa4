"""`posture compare`: what one text is of another, and which facts differ, with the words side by side."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from posture.commands.cases import Answer, Case, answer_each
from posture.commands.days import DAY
from posture.commands.reports import report_of_case, report_of_file
from posture.matching.comparing import Comparison, compare


@click.command()
@click.argument("a", required=False, type=click.Path(path_type=Path))
@click.argument("b", required=False, type=click.Path(path_type=Path))
@click.option("--jsonl", metavar="FILE", help="One case a line, - for standard input; one answer a line.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--published-a", type=DAY, help="When the first text came out: 2024-01-26.")
@click.option("--published-b", type=DAY, help="When the second text came out.")
def command(  # noqa: PLR0917 -- click passes them by name
    a: Path | None, b: Path | None, jsonl: str | None, as_json: bool, published_a: date | None, published_b: date | None
) -> None:
    """Say what text B is of text A: copy, variant, update, translation or new, and whether they tell of one event."""
    if jsonl is not None:
        if a or b:
            raise click.UsageError("give either two files or --jsonl FILE")
        answer_each(jsonl, answer_case)
        return
    if a is None or b is None:
        raise click.UsageError("give two files, or --jsonl FILE")
    first, second = report_of_file(a, published=published_a), report_of_file(b, published=published_b)
    found = compare(first, second)
    if as_json:
        click.echo(json.dumps(answer_of(found), ensure_ascii=False, indent=1))
        return
    from posture.commands.comparison_page import show  # noqa: PLC0415 -- rich is not needed for JSON

    show(first, second, found)


def answer_case(case: Case) -> Answer:
    """The answer to one case of two texts."""
    return answer_of(compare(report_of_case("a", case.get("a")), report_of_case("b", case.get("b"))))


def answer_of(found: Comparison) -> dict[str, Any]:
    """A comparison as JSON has it."""
    return {
        "verdict": found.verdict,
        "test": found.test,
        "copy_likeness": round(found.copy_likeness, 4),
        "same_story": found.same_story,
        "story_likeness": round(found.story_likeness, 4),
        "differences": [{"field": each.field, "a": each.a, "b": each.b} for each in found.differences],
        "shared": list(found.shared),
        "relation": found.relation,
        "likeness": round(found.likeness, 4),
        "containment": round(found.containment, 4),
        "apart": list(found.apart),
    }
