"""Force levels over time as a picture: every statement a mark, nothing joined up and nothing averaged.

The plotting library joins and orders Arabic letters itself (since 3.11, through libraqm).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
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
_WIDE = 28
# Shares of the picture: how far marks of one day stand apart by series, and how near two figures may be written.
_APART, _NEAR = 0.02, (0.09, 0.08)
# Figures of one force that are told to those who do not see the picture.
_TOLD = 6
# The plotting library counts days from here.
_EPOCH, _A_DAY = datetime(1970, 1, 1), timedelta(days=1)  # noqa: DTZ001 -- as it does, without a time zone
# Of so many days each has its own tick.
_FEW_DAYS = 7


def draw_levels(points: Sequence[Fact], *, words: Words, dark: bool = False) -> bytes | None:
    """A PNG, 1200 pixels wide; None when no force has two days to show."""
    series = _series(points)
    if not any(len({fact.day for fact in facts}) > 1 for facts in series.values()):
        return None
    ink = DARK if dark else LIGHT
    sheet = Sheet(figsize=(4.6, 2.85), dpi=260, facecolor=ink.paper, layout="constrained")
    FigureCanvasAgg(sheet)
    axes = sheet.add_subplot(facecolor=ink.paper)
    drawn = _spread(list(series.values()))
    for marks, colour, shape in zip(drawn, ink.series, _MARKERS, strict=False):
        for mark in marks:
            _draw_mark(axes, mark, colour=colour, shape=shape)
        axes.plot([], [], shape, color=colour, label=_name(marks[0].fact, words))
    _dress(axes, ink, words, days=[fact.day for facts in series.values() for fact in facts if fact.day])
    _write_figures(axes, drawn, ink, words)
    png = BytesIO()
    sheet.savefig(png, format="png", facecolor=ink.paper, metadata={"Software": None})
    return png.getvalue()


def describe_levels(points: Sequence[Fact], *, words: Words) -> str:
    """The chart in words, for those who do not see it: each figure of each force, on the day it was first given."""
    arrow, between = (" ← ", "؛ ") if words.rtl else (" → ", "; ")
    lines = []
    for facts in _series(points).values():
        given: dict[tuple[int | None, int | None], str] = {}
        for fact in facts:
            if fact.day and (figure := fact.figure):
                given.setdefault((figure.low, figure.high), f"{words.day(fact.day)}{words.comma}{words.figure(figure)}")
        told = list(given.values())
        shown = told if len(told) <= _TOLD else [*told[: _TOLD - 1], "…", told[-1]]
        lines.append(f"{words.subject(facts[0])}: {arrow.join(shown)}")
    return f"{words('chart')}. {between.join(lines)}."


def _series(points: Sequence[Fact]) -> Mapping[tuple[str, str, str], list[Fact]]:
    """The levels of each force and place by day, the most spoken of first."""
    series: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in sorted(filter(is_level, points), key=lambda fact: (fact.day or date.min, fact.claim_id)):
        series[subject_of(fact)].append(fact)
    most = sorted(series.items(), key=lambda item: (-len(item[1]), item[0]))
    return dict(most[:SERIES])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """One statement in the picture."""

    fact: Fact
    figure: Figure
    at: datetime


def _spread(series: Sequence[Sequence[Fact]]) -> list[list[_Mark]]:
    """The marks of each series; those of one day stand a little apart, so that none hides another's."""
    days = [fact.day for facts in series for fact in facts if fact.day]
    step = (max(days) - min(days)) * _APART
    return [
        [
            _Mark(fact=fact, figure=fact.figure, at=_moment(fact.day) + step * (place - (len(series) - 1) / 2))
            for fact in facts
            if fact.figure is not None and fact.day is not None
        ]
        for place, facts in enumerate(series)
    ]


def _name(fact: Fact, words: Words) -> str:
    """A name for the legend: one short line, its dollar signs no formula."""
    return shorten(headline(words.subject(fact)), 58, placeholder="…").replace("$", r"\$")


def _draw_mark(axes: Axes, mark: _Mark, *, colour: str, shape: str) -> None:
    """A mark for a count, an arrow head for an open bound, a bar for a range; filled when the count is new."""
    low, high = _ends(mark.figure)
    x: Any = mark.at
    if low != high:
        axes.plot([x, x], [low, high], color=colour, linewidth=3, solid_capstyle="round")
        return
    shape = "v" if mark.figure.low is None else "^" if mark.figure.high is None else shape
    filled = colour if mark.fact.freshness == "fresh" else "none"
    axes.plot(x, low, shape, color=colour, markerfacecolor=filled, markersize=6.5, markeredgewidth=1.5)


def _write_figures(axes: Axes, drawn: Sequence[Sequence[_Mark]], ink: Ink, words: Words) -> None:
    """Write each count at the first mark that gives it, where there is room: above it, or below when one is above."""
    (left, right), (_, top) = axes.get_xlim(), axes.get_ylim()

    def spot(mark: _Mark) -> tuple[float, float]:
        return ((mark.at - _EPOCH) / _A_DAY - left) / (right - left), _ends(mark.figure)[1] / top

    marked = [spot(mark) for marks in drawn for mark in marks]
    written: list[tuple[float, float]] = []
    for marks, colour in zip(drawn, ink.series, strict=False):
        known: set[tuple[int, int]] = set()
        for mark in marks:
            ends, (x, y) = _ends(mark.figure), spot(mark)
            if ends in known or any(abs(x - x_) < _NEAR[0] and abs(y - y_) < _NEAR[1] for x_, y_ in written):
                continue
            beside = [
                y_ - y for x_, y_ in marked if abs(x - x_) < _NEAR[0] and _NEAR[1] / 2 < abs(y_ - y) < 2.5 * _NEAR[1]
            ]
            below = any(step > 0 for step in beside)
            if below and any(step < 0 for step in beside):
                continue
            known.add(ends)
            written.append((x, y))
            axes.annotate(
                "–".join(words.number(end) for end in dict.fromkeys(ends)), (x * (right - left) + left, ends[1]),
                xytext=(0, -6 if below else 6), textcoords="offset points", va="top" if below else "bottom",
                ha="center", color=colour, fontsize=8.5, fontweight="bold",
            )  # fmt: skip


def _ends(figure: Figure) -> tuple[int, int]:
    known = [count for count in (figure.low, figure.high) if count is not None] or [0]
    return known[0], known[-1]


def _moment(day: date) -> datetime:
    """A day as the plotting library takes it; it converts dates itself."""
    return datetime.combine(day, time(12))


def _ticks(days: Sequence[date]) -> list[date]:
    """The first days of months within the days shown, five at most; of a shorter time its days, or its ends."""
    first, last = min(days), max(days)
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    firsts = [date(month // 12, month % 12 + 1, 1) for month in months]
    if len(firsts) > 1:
        return firsts[:: math.ceil(len(firsts) / 5)]
    span = (last - first).days
    return [first + timedelta(days=day) for day in range(span + 1)] if span < _FEW_DAYS else [first, last]


def _dress(axes: Axes, ink: Ink, words: Words, *, days: Sequence[date]) -> None:
    axes.grid(axis="y", color=ink.grid, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(ink.grid)
    axes.tick_params(colors=ink.text, labelsize=9.5, length=0)
    axes.margins(x=0.07, y=0.22)
    axes.set_ylim(bottom=0)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True, steps=[1, 2, 2.5, 5, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: words.number(int(value))))
    ticks = _ticks(days)
    labels = [_tick(day, before, words) for before, day in zip([None, *ticks], ticks, strict=False)]
    places: list[Any] = [_moment(day) for day in ticks]
    axes.set_xticks(places, labels)
    _, names = axes.get_legend_handles_labels()
    axes.legend(
        loc="lower right" if words.rtl else "lower left", bbox_to_anchor=(1 if words.rtl else 0, 1),
        ncols=1 if words.rtl or max(map(len, names)) >= _WIDE else 2, markerfirst=not words.rtl,
        alignment="right" if words.rtl else "left", frameon=False, fontsize=9, labelcolor=ink.text, handletextpad=0.3,
        columnspacing=1.4, labelspacing=0.35, borderaxespad=0,
    )  # fmt: skip


def _tick(day: date, before: date | None, words: Words) -> str:
    """The day, and below it what is not as at the tick before: month and year."""
    month, year = MONTHS[words.rtl][day.month - 1], day.year if before is None or before.year != day.year else " "
    if day.day == 1 and (before is None or before.day == 1):
        return f"{day.day} {month}\n{year}"
    same = before is not None and (before.year, before.month) == (day.year, day.month)
    return f"{day.day}\n{' ' if same else f'{month} {day.year}'}"
