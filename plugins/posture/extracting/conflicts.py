"""Dates that cannot be: a known event dated otherwise, or one event with two dates inside a text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from posture.extracting.days import first_day, last_day, moment_of
from posture.extracting.patterns import Mark
from posture.extracting.phrases import Phrases
from posture.extracting.scenes import Scene
from posture.model import Warning  # noqa: A004 -- the word of interfaces.md

_SLACK = timedelta(days=2)  # a vote at night, another time zone
_WITHIN = 12


def date_conflicts_in(scene: Scene, phrases: Phrases) -> Iterator[Warning]:
    """Known events that the sentence dates otherwise.

    A moment without its own year contradicts only when it is that very day, put into another year for want of one.
    """
    for rule, found in scene.found("history"):
        known = phrases.history[rule.id]
        if scene.day is not None and scene.day < known.day:
            continue
        near = [
            m
            for m in scene.all("moment")
            if scene.cost(found, m) <= _WITHIN and (_dates(scene, m) or _is_anniversary(m, known.day))
        ]
        if not near:
            continue
        mark = min(near, key=lambda m: scene.cost(found, m))
        moment = moment_of(mark)
        first, last = first_day(moment), last_day(moment)
        if first is None or last is None or first - _SLACK <= known.day <= last + _SLACK:
            continue
        message = (
            known.message if _dates(scene, mark) else f"{known.message.partition(';')[0]}; the text gives no year."
        )
        yield Warning(kind="date_conflict", message=message, where=scene.where, span=mark.span)


def _dates(scene: Scene, mark: Mark) -> bool:
    """Whether a moment can date what was done: it has a year of its own and is no limit of something to come."""
    return moment_of(mark).bound not in {"by", "before", "until"} and _has_year(scene, mark.first, mark.after)


def _is_anniversary(mark: Mark, day: date) -> bool:
    """Whether a day without a year is the day and month of a known event, though taken for those of another year."""
    first = first_day(moment_of(mark))
    guessed = "year_past" in moment_of(mark).rule and first == last_day(moment_of(mark))
    return guessed and first is not None and (first.month, first.day) == (day.month, day.day)


def _has_year(scene: Scene, first: int, after: int) -> bool:
    return any(len(token.folded) == 4 and token.folded.isdigit() for token in scene.tokens[first:after]) or any(
        token.folded.endswith(tuple(str(year) for year in range(1990, 2100))) for token in scene.tokens[first:after]
    )
