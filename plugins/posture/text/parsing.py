"""Quantities and moments of a text together: the longest reading wins and nothing is read twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posture.text.moments import Moment, moments_in
from posture.text.quantities import Quantity, quantities_in
from posture.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from posture.model import Language

Found = Quantity | Moment


@dataclass(frozen=True, slots=True)
class _Rank:
    """The longer reading first; of two equally long ones the date, since its words were understood as a whole."""

    length: int
    is_moment: bool
    start: int

    @classmethod
    def of(cls, found: Found) -> tuple[int, bool, int]:
        return -(found.span.end - found.span.start), not isinstance(found, Moment), found.span.start


def parse(text: str, *, now: date, language: Language | None = None) -> tuple[Found, ...]:
    """The quantities and moments of a text in the order they stand, without overlaps.

    >>> from datetime import date
    >>> [(found.kind, found.quote) for found in parse("2,500 troops until September 2026", now=date(2025, 1, 1))]
    [('number', '2,500'), ('period', 'until September 2026')]
    """
    tokens = tokenize(text, language)
    return without_overlaps([*moments_in(tokens, now), *quantities_in(tokens)])


def without_overlaps(found: Iterable[Found]) -> tuple[Found, ...]:
    """The longest of those that share words, in the order they stand."""
    in_order = sorted(found, key=lambda one: (one.span.start, *_Rank.of(one)))
    kept: list[Found] = []
    for one in in_order:
        if kept and kept[-1].span.overlaps(one.span):
            if _Rank.of(one) < _Rank.of(kept[-1]):
                kept[-1] = one
        else:
            kept.append(one)
    return tuple(kept)
