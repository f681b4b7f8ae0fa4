"""Figures of a text as values: ٢٥٠٠, 2,500, ألفان وخمسمئة and "two and a half thousand" are one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from posture.matching.words import words
from posture.text.quantities import Quantity, find_quantities


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and where it stands (code points)."""

    label: str  # the value as a person would note it: "2500", "41%", "≥150", "2000–3000", "2." for the second
    start: int
    end: int
    value: float  # of a range its known end, of a duration its seconds
    kind: str  # number, percent, range, duration, ordinal; "vague" for dozens, "clock" for digits that no quantity claims


def figures_in(text: str, language: str) -> tuple[Figure, ...]:
    """The figures of a text in order, and after them what digits are left over (a score, an hour)."""
    if not any(character.isalnum() for character in text):
        return ()
    found = [_figure(quantity) for quantity in find_quantities(text, language=language if language in {"ar", "en"} else None)]
    return tuple(sorted([*found, *_left_over(text, found)], key=lambda figure: figure.start))


def _left_over(text: str, found: list[Figure]) -> Iterator[Figure]:
    for word in words(text):
        if word.text[0].isdigit() and not any(figure.start < word.end and word.start < figure.end for figure in found):
            digits = word.text.replace(",", ".")
            value = float(digits) if digits.count(".") < 2 else 0.0
            yield Figure(word.text, word.start, word.end, value, "clock")


def _figure(quantity: Quantity) -> Figure:
    value = next((end for end in (quantity.value, quantity.low, quantity.high, quantity.seconds, quantity.low_seconds) if end is not None), 0.0)
    return Figure(_label(quantity), quantity.span.start, quantity.span.end, value, "vague" if quantity.vague else quantity.kind)


def _label(quantity: Quantity) -> str:
    if quantity.kind == "duration":
        return _ends(quantity.low_seconds, quantity.high_seconds) + "s"
    if quantity.kind == "ordinal":
        return f"{_number(quantity.value)}."
    if quantity.value is not None and quantity.bound == "exact":
        return _number(quantity.value) + ("%" if quantity.percent else "")
    return _ends(quantity.low, quantity.high) + ("%" if quantity.percent else "")


def _ends(low: float | None, high: float | None) -> str:
    if low == high:
        return _number(low)
    if low is None or high is None:
        return f"≤{_number(high)}" if low is None else f"≥{_number(low)}"
    return f"{_number(low)}–{_number(high)}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"
