"""An explained article on a terminal: the text with its claims marked, then the claims one by one.

Right-to-left lines are printed in reading order after a direction mark: what terminals that know bidirectional text
need, and what copying and pasting needs on all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from rich.console import Console, Group
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from posture.reporting.wording import Words

COLOURS = {
    "force_level": "bold green",
    "movement": "bold cyan",
    "timetable": "bold yellow",
    "incident": "bold red",
    "engagement": "bold blue",
    "base_status": "bold magenta",
    "legal": "bold bright_white",
    "statement": "bright_cyan",
}
_RTL = frozenset({"ar", "ckb", "fa"})
_RLM, _FSI, _PDI = "\u200f", "\u2068", "\u2069"
_NAMED = ("force", "place", "target", "speaker", "via")
_DAYS = ("as_of", "from", "to")


def show(name: str, explained: dict[str, Any], *, words: Words, console: Console | None = None) -> None:
    """Print an explained article for a reader; `words` are those of the page around the article's own."""
    console = console or Console(highlight=False)
    console.print()
    console.print(_head(name, explained, words))
    console.print(Padding(_marked(explained, "body"), (1, 2)))
    for number, claim in enumerate(explained["claims"], start=1):
        console.print(_claim(number, claim, words))
    if not explained["claims"]:
        console.print(Padding(Text("Nothing about the posture is claimed here.", style="dim"), (0, 2)))
    for warning in explained["warnings"]:
        console.print(_warning(warning, explained))
    console.print(_legend(explained, words))


def _head(name: str, explained: dict[str, Any], words: Words) -> Panel:
    relevance = explained["relevance"]
    verdict = "on topic" if relevance["on_topic"] else "held for a person" if relevance["held"] else "off topic"
    language = words.known(f"language.{explained['language']}", explained["language"])
    facts = [_published(explained["published_at"], words), language, explained["agency"], verdict]
    line = Text("  ·  ".join(str(fact) for fact in facts if fact), style="dim")
    names = dict.fromkeys(_reason(reason["name"], words) for reason in relevance["because"])
    because = Text("because of " + ", ".join(names), style="dim") if names else Text("")
    return Panel(Group(_marked(explained, "title"), line, because), title=name, title_align="left", border_style="dim")


def _marked(explained: dict[str, Any], where: str) -> Text:
    """The title or body with the words of each claim in the colour of its kind; boilerplate is dimmed."""
    text = Text(explained[where], style="bold" if where == "title" else "")
    for warning in explained["warnings"]:
        if warning["in"] == where:
            style = "dim strike" if warning["kind"] == "boilerplate" else "underline"
            text.stylize(style, warning["start"], warning["end"])
    for claim in explained["claims"]:
        for one in claim["evidence"]:
            if one["in"] == where and one["role"] != "speaker":
                text.stylize(COLOURS[claim["kind"]], one["start"], one["end"])
    return _directed(text, explained["language"])


def _directed(text: Text, language: str) -> Text:
    if language not in _RTL:
        return text
    lines = text.split("\n", allow_blank=True)
    marked = [Text(_RLM).append_text(line) if line.plain.strip() else line for line in lines]
    whole = Text("\n").join(marked)
    whole.justify = "right"
    return whole


def _published(at: str | None, words: Words) -> str:
    return words.day(date.fromisoformat(at[:10])) if at else "no date"


def _reason(name: str, words: Words) -> str:
    """What spoke for the topic: the troops of a country are kept as `us_forces`."""
    entity = name.removesuffix("_forces")
    return words.name(next((each for each in (name, f"force:{entity}", entity) if each in words.labels), name))


def _claim(number: int, claim: dict[str, Any], words: Words) -> Group:
    head = Text.assemble(
        (f"{number:>3}  ", "dim"), (words(f"kind.{claim['kind']}"), COLOURS[claim["kind"]]), "  ", _amount(claim)
    )
    head.append(f"   {claim['confidence']:.0%}", style="dim")
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", style="dim", min_width=14)
    table.add_column(overflow="fold")
    for one in claim["evidence"]:
        table.add_row(one["role"].replace("_", " "), f"“{_FSI}{one['quote']}{_PDI}”")
    facts = Text(" · ").join(
        Text.assemble((f"{label} ", "dim"), value) if label else Text(value) for label, value in _facts(claim, words)
    )
    return Group(head, Padding(facts, (0, 5)), Padding(table, (0, 0, 1, 2)))


def _facts(claim: dict[str, Any], words: Words) -> Iterator[tuple[str, str]]:
    """The fields of a claim with their names, as a reader would say them; what goes without saying is left out."""
    if claim["event"]:
        yield "", words.event(claim["event"])
    if claim["polarity"] == "negated":
        yield "", words("negated")
    elif claim["modality"] != "asserted":
        yield "", words(f"modality.{claim['modality']}")
    for key in _NAMED:
        if claim[key]:
            yield key, _named(key, claim, words)
    if claim["role"] and claim["role"] != "troops":
        yield "as", words.role(claim["role"])
    for key in _DAYS:
        if claim[key]:
            yield key.replace("_", " "), words.day(date.fromisoformat(claim[key]))
    for fate, count in (claim["casualties"] or {}).items():
        yield fate, f"{count:,}"


def _named(key: str, claim: dict[str, Any], words: Words) -> str:
    """The name of an entity; of one that the lexicon lacks, the words of the text."""
    entity = claim[key]
    if key == "force":
        return words.force(entity)
    if entity in words.labels:
        return words.name(entity)
    return next((f"{_FSI}{one['quote']}{_PDI}" for one in claim["evidence"] if one["role"] == key), words.name(entity))


def _amount(claim: dict[str, Any]) -> str:
    low, high = claim["count_low"], claim["count_high"]
    if low is None and high is None:
        return ""
    if low == high:
        figure = f"{low:,}"
    elif high is None:
        figure = f"at least {low:,}"
    elif low is None:
        figure = f"at most {high:,}"
    else:
        figure = f"{low:,}–{high:,}"
    return f"about {figure}" if claim["about"] else figure


def _warning(warning: dict[str, Any], explained: dict[str, Any]) -> Text:
    quote = explained[warning["in"]][warning["start"] : warning["end"]]
    short = quote if len(quote) <= 70 else quote[:67] + "…"
    head = f"  !  {warning['kind'].replace('_', ' ')}"
    return Text.assemble((head, "yellow"), "  ", warning["message"], "  ", (f"“{_FSI}{short}{_PDI}”", "dim"))


def _legend(explained: dict[str, Any], words: Words) -> Group:
    kinds = dict.fromkeys(claim["kind"] for claim in explained["claims"])
    legend = Text("   ").join(Text(words(f"kind.{kind}"), style=COLOURS[kind]) for kind in kinds)
    return Group(Rule(style="dim"), legend)
