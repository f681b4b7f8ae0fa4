"""Force levels over time as a picture: every statement a mark, nothing joined up and nothing averaged.

The plotting library joins and orders Arabic letters itself (since 3.11, through libraqm).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from textwrap import shorten
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Sheet
from matplotlib.ticker import FuncFormatter, MaxNLocator

from posture.reporting.facts import Fact, Figure
from posture.reporting.levels import is_level, subject_of
from posture.reporting.messages import headline
from posture.reporting.phrases import MONTHS
from posture.reporting.wording import Words

# Subjects in one picture: a fifth colour can no longer be told from the others.
SERIES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """The colours of a picture on light or on dark paper; `series` keeps 3:1 contrast on it."""

    paper: str
    text: str
    grid: str
    series: tuple[str, ...]


LIGHT = Ink(paper="#ffffff", text="#52606d", grid="#e6e9ec", series=("#0b6e6e", "#b5521b", "#3b5bab", "#8a4b94"))
DARK = Ink(paper="#182026", text="#9fb0bd", grid="#2b363f", series=("#4fc4b8", "#f0925c", "#8fa8f0", "#d08fdc"))
_MARKERS = "osDP"
# Two names of this many letters fit into one line of the legend.
_WIDE = 34


def draw_levels(points: Sequence[Fact], *, words: Words, dark: bool = False) -> bytes | None:
    """A PNG, 1200 pixels wide; None when no force has two days to show."""
    series = _series(points)
    if not any(len({fact.day for fact in facts}) > 1 for facts in series.values()):
        return None
    ink = DARK if dark else LIGHT
    sheet = Sheet(figsize=(5.2, 2.9), dpi=230, facecolor=ink.paper, layout="constrained")
    FigureCanvasAgg(sheet)
    axes = sheet.add_subplot(facecolor=ink.paper)
    for facts, colour, marker in zip(series.values(), ink.series, _MARKERS, strict=False):
        _draw_series(
            axes, facts, colour=colour, marker=marker, label=headline(words.subject(facts[0])).replace("$", r"\$")
        )
    _dress(axes, ink, words, days=[fact.day for facts in series.values() for fact in facts if fact.day])
    png = BytesIO()
    sheet.savefig(png, format="png", facecolor=ink.paper, metadata={"Software": None})
    return png.getvalue()


def describe_levels(points: Sequence[Fact], *, words: Words) -> str:
    """The chart in words, for those who do not see it: first and last figure of each force."""
    lines = []
    for facts in _series(points).values():
        first, last = facts[0], facts[-1]
        ends = (first, last)
        told = [f"{words.day(fact.day)} {words.figure(fact.figure)}" for fact in ends if fact.day and fact.figure]
        lines.append(f"{words.subject(first)}: {' → '.join(dict.fromkeys(told))}")
    return f"{words('chart')}. {'; '.join(lines)}."


def _series(points: Sequence[Fact]) -> Mapping[tuple[str, str, str], list[Fact]]:
    """The levels of each force and place by day, the most spoken of first."""
    series: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in sorted(filter(is_level, points), key=lambda fact: (fact.day or date.min, fact.claim_id)):
        series[subject_of(fact)].append(fact)
    most = sorted(series.items(), key=lambda item: (-len(item[1]), item[0]))
    return dict(most[:SERIES])


def _draw_series(axes: Axes, facts: Sequence[Fact], *, colour: str, marker: str, label: str) -> None:
    for fact in facts:
        if fact.figure is not None and fact.day is not None:
            filled = colour if fact.freshness == "fresh" else "none"
            _draw_figure(axes, _moment(fact.day), fact.figure, colour=colour, marker=marker, filled=filled)
    axes.plot([], [], marker, color=colour, label=label)


def _label(fact: Fact, words: Words) -> str:
    """A name for the legend: one short line, its dollar signs no formula."""
    return shorten(headline(words.subject(fact)), 44, placeholder="…").replace("$", r"\$")


def _draw_figure(axes: Axes, x: Any, figure: Figure, *, colour: str, marker: str, filled: str) -> None:
    """A mark for a count, an arrow head for an open bound, a bar for a range."""
    low, high = _ends(figure)
    if low != high:
        axes.plot([x, x], [low, high], color=colour, linewidth=3, solid_capstyle="round")
        return
    shape = "v" if figure.low is None else "^" if figure.high is None else marker
    axes.plot(x, low, shape, color=colour, markerfacecolor=filled, markersize=6.5, markeredgewidth=1.5)


def _ends(figure: Figure) -> tuple[int, int]:
    known = [count for count in (figure.low, figure.high) if count is not None] or [0]
    return known[0], known[-1]


def _moment(day: date) -> Any:
    """A day as the plotting library takes it; it converts dates itself."""
    return datetime.combine(day, time(12))


def _ticks(days: Sequence[date]) -> list[date]:
    """The first days of months within the days shown, five at most; of a shorter time its ends."""
    first, last = min(days), max(days)
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    firsts = [date(month // 12, month % 12 + 1, 1) for month in months]
    return firsts[:: math.ceil(len(firsts) / 5)] if len(firsts) > 1 else [first, last]


def _dress(axes: Axes, ink: Ink, words: Words, *, days: Sequence[date]) -> None:
    axes.grid(axis="y", color=ink.grid, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(ink.grid)
    axes.tick_params(colors=ink.text, labelsize=9.5, length=0)
    axes.margins(x=0.06, y=0.15)
    axes.set_ylim(bottom=0)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True, steps=[1, 2, 2.5, 5, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: words.number(int(value))))
    ticks = _ticks(days)
    axes.set_xticks([_moment(day) for day in ticks], [_tick(day, words) for day in ticks])
    if words.rtl:
        axes.yaxis.tick_right()
    _, labels = axes.get_legend_handles_labels()
    ncols = 2 if max(map(len, labels)) < _WIDE else 1
    axes.legend(
        loc="lower left", bbox_to_anchor=(0, 1), ncols=ncols, frameon=False, fontsize=10, labelcolor=ink.text,
        handletextpad=0.3, columnspacing=1.4, borderaxespad=0,
    )  # fmt: skip


def _tick(day: date, words: Words) -> str:
    return f"{day.day} {MONTHS[words.rtl][day.month - 1]}\n{day.year}"
