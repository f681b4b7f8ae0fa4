"""How many: a number with its bounds."""

from __future__ import annotations

from typing import Any

from posture.extracting.patterns import Mark
from posture.text.quantities import Quantity

_FEW = 10  # "a few advisers" is no figure
_LARGEST = 2_000_000  # no force in this story is larger; what is larger counts something else


def quantity_of(mark: Mark) -> Quantity:
    """The quantity that a mark holds."""
    assert isinstance(mark.value, Quantity)  # noqa: S101 -- marks of the slot "count" hold nothing else
    return mark.value


def is_head_count(mark: Mark) -> bool:
    """Whether the number can count people: whole and not beyond any army here."""
    quantity = quantity_of(mark)
    numbers = [n for n in (quantity.value, quantity.low, quantity.high) if n is not None]
    few = quantity.vague and bool(numbers) and max(numbers) < _FEW
    return all(n == int(n) and 0 <= n <= _LARGEST for n in numbers) and (bool(numbers) or quantity.vague) and not few


def bounds_of(mark: Mark) -> dict[str, Any]:
    """The fields of a claim that say how many.

    "More than 2,000" has no upper bound, "fewer than 2,000" no lower one; the number itself stands in the other.
    """
    quantity = quantity_of(mark)
    low = _whole(quantity.low if quantity.low is not None else quantity.value)
    high = _whole(quantity.high if quantity.high is not None else quantity.value)
    bound = quantity.bound
    if bound == "at_least":
        high = None
    elif bound == "at_most":
        low = None
    elif quantity.kind == "range" and low is not None and high is not None:
        bound = "range"
    elif low is None or high is None:
        bound = "at_least" if high is None else "at_most"
    return {"count_low": low, "count_high": high, "about": quantity.about, "bound": bound}


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)
