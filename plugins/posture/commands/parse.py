"""`posture parse`: the quantities and moments of a text, one case a line or for a person to read."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from posture.commands.cases import answer_each
from posture.commands.fields import check_language
from posture.errors import Rejected
from posture.text.moments import Moment
from posture.text.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from posture.text.quantities import Quantity


@click.command(help="Find quantities and moments in TEXT, or in standard input, Arabic and English.")
@click.argument("text", nargs=-1)
@click.option("--now", metavar="DAY", help="the day the text was published, as 2024-01-26; today when not given")
@click.option("--language", "--lang", metavar="CODE", help="ar or en, where the text alone does not tell")
@click.option("--json", "as_json", is_flag=True, help="print one JSON document")
@click.option("--jsonl", metavar="FILE", help="answer one case a line; - for standard input")
def command(text: tuple[str, ...], now: str | None, language: str | None, as_json: bool, jsonl: str | None) -> None:
    """Answer cases from a file, or show what was found in one text."""
    if jsonl is not None:
        answer_each(jsonl, answer)
        return
    case: dict[str, Any] = {"text": " ".join(text) if text else sys.stdin.read(), "language": language}
    found = answer({**case, "now": now or date.today().isoformat()})["found"]  # noqa: DTZ011 -- the user's own day
    if as_json:
        click.echo(json.dumps({"found": found}, ensure_ascii=False, indent=2))
        return
    for one in found:
        click.echo(_line(one))


def answer(case: Mapping[str, Any]) -> Mapping[str, Any]:
    """The answer to one case: what was found, each with its kind, place, quote and values."""
    text = case.get("text")
    if not isinstance(text, str):
        raise Rejected("no text", item="text", remedy="give the field `text` as a string")
    language = case.get("language")
    check_language(language, item="language")
    return {"found": [as_answer(found) for found in parse(text, now=_day(case.get("now")), language=language)]}


def _day(value: object) -> date:
    remedy = "give the field `now` as the day of the text, such as 2024-01-26"
    if value is None:
        raise Rejected("no day to count from", item="now", remedy=remedy)
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise Rejected(f"not a day: {value}", item="now", remedy=remedy) from error


def as_answer(found: Quantity | Moment) -> dict[str, Any]:
    """One found item in the words of the interface; fields that its kind does not have are left out."""
    answer: dict[str, Any] = {
        "kind": found.kind, "start": found.span.start, "end": found.span.end, "quote": found.quote,
        "about": found.about, "rule": found.rule,
    }  # fmt: skip
    return answer | (_of_moment(found) if isinstance(found, Moment) else _of_quantity(found))


def _of_moment(found: Moment) -> dict[str, Any]:
    days = {"from": found.from_ and found.from_.isoformat(), "to": found.to and found.to.isoformat()}
    return {**days, "grain": found.grain, "bound": found.bound}


def _of_quantity(found: Quantity) -> dict[str, Any]:
    if found.kind == "duration":
        if found.seconds is not None:
            return {"seconds": found.seconds}
        return {"low_seconds": found.low_seconds, "high_seconds": found.high_seconds, "bound": found.bound}
    if found.kind == "range":
        unit = {"unit": "percent"} if found.percent else {}
        return {"low": found.low, "high": found.high, "bound": found.bound, "vague": found.vague, **unit}
    bounded = {"bound": found.bound} if found.bound != "exact" else {}
    return {"value": found.value, **bounded}


def _line(one: Mapping[str, Any]) -> str:
    """One found item for a person: its kind, its words, its values."""
    shown = {name: value for name, value in one.items() if name not in {"kind", "quote", "start", "end"} and value}
    values = ", ".join(f"{name} {value}" for name, value in shown.items())
    return f"{one['kind']:9} {one['start']:>5}–{one['end']:<5} {one['quote']}  {values}"
