"""Two texts side by side on a terminal: what is the same is quiet, what differs stands out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from posture.matching.alignment import Pair, align
from posture.matching.comparing import Comparison
from posture.matching.outlines import Outline, Sentence, outline
from posture.matching.translations import LIKE, Laid, translation
from posture.model import Report

_COLOURS = {"copy": "green", "translation": "cyan", "update": "blue", "variant": "bold yellow", "new": "white"}
_RELATIONS = {"same": "one event", "related": "related, not one event", "none": "different events"}
_MOST_SHARED = 12


def show(a: Report, b: Report, found: Comparison) -> None:
    """Print the verdict, the differing fields, and the aligned sentences of two reports."""
    console = Console()
    console.print(_verdict(found))
    if found.differences:
        console.print(_differences(found))
    ours, theirs = outline(a), outline(b)
    if ours.language == theirs.language:
        pairs = align(ours.body, theirs.body)
        console.print(_side_by_side(a, b, ours, pairs))
        console.print(_in_one_alone(ours, theirs, pairs))
    elif laid := translation(ours, theirs).laid:
        console.print(_translated(laid))
    if found.shared:
        console.print(Text("Both tell: ", style="bold").append(", ".join(found.shared[:_MOST_SHARED]), style="dim"))
    if found.apart:
        console.print(Text("Kept apart by: ", style="bold").append(", ".join(found.apart), style="dim"))


def _verdict(found: Comparison) -> Panel:
    line = Text(found.verdict, style=_COLOURS[found.verdict]).append(f"  by the test {found.test}", style="default")
    line.append(f"\n{_RELATIONS[found.relation]}", style="bold").append(
        f"  (story likeness {found.story_likeness:.2f})"
    )
    line.append(f"\nlikeness {found.likeness:.2f}, containment {found.containment:.2f}", style="dim")
    return Panel(line, expand=False, title="B is of A")


def _differences(found: Comparison) -> Table:
    table = Table("field", "A", "B", title="They differ in", title_justify="left", title_style="bold yellow")
    for each in found.differences:
        table.add_row(each.field, Text(each.a, style="red"), Text(each.b, style="green"))
    return table


def _side_by_side(a: Report, b: Report, ours: Outline, pairs: Sequence[Pair]) -> Table:
    table = Table(
        "A", "B", show_lines=True, expand=True, title="Sentence by sentence", title_justify="left", title_style="bold"
    )
    table.add_row(
        Text(a.version.title or "(no headline)", style="bold"), Text(b.version.title or "(no headline)", style="bold")
    )
    for pair in sorted(pairs, key=lambda each: ours.body.index(each.a)):
        table.add_row(*_marked(pair))
    return table


def _in_one_alone(ours: Outline, theirs: Outline, pairs: Sequence[Pair]) -> Table:
    """Sentences that have no like in the other text; what stands in one row has nothing to do with each other."""
    table = Table(
        "in A alone", "in B alone", expand=True, title="Without a like", title_justify="left", title_style="bold"
    )
    left = _left(ours.body, (pair.a for pair in pairs)), _left(theirs.body, (pair.b for pair in pairs))
    for one, other in zip_longest(*left):
        table.add_row(Text(one.text if one else ""), Text(other.text if other else ""), end_section=True)
    return table


def _translated(laid: Iterable[Laid]) -> Table:
    """Two languages side by side, and how much of what either sentence tells stands in the other."""
    table = Table(
        "A", "B", "shared", show_lines=True, expand=True, title="Sentence by sentence", title_justify="left",
        title_style="bold",
    )  # fmt: skip
    for pair in laid:
        shared = pair.shared / pair.weight if pair.weight else 0.0
        sides = ("\n".join(sentence.text for sentence in side.sentences) for side in (pair.a, pair.b))
        table.add_row(*map(Text, sides), Text(f"{shared:.0%}", style="green" if shared >= LIKE else "red"))
    return table


def _left(sentences: Iterable[Sentence], paired: Iterable[Sentence]) -> list[Sentence]:
    read = {sentence.text for sentence in paired}
    return [sentence for sentence in sentences if sentence.text not in read]


def _marked(pair: Pair) -> tuple[Text, Text]:
    """The two sentences, quiet where they agree, marked where they do not."""
    changes = list(pair.changes)
    ours = {place for change in changes for place in range(change.a1, change.a2)}
    theirs = {place for change in changes for place in range(change.b1, change.b2)}
    return _painted(pair.a, ours, "bold red"), _painted(pair.b, theirs, "bold green")


def _painted(sentence: Sentence, places: set[int], style: str) -> Text:
    painted = Text()
    for place, token in enumerate(sentence.tokens):
        painted.append(token.text, style=style if place in places else "dim").append(" ")
    return painted
