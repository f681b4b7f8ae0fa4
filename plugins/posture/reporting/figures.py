"""When two counts agree: about 2,500 and 2,500 do; 2,500 and more than 3,000 do not."""

from __future__ import annotations

import math

from posture.reporting.facts import Figure

# A rounded figure stands for its neighbourhood: "about 2,500" is said of 2,400 and of 2,600, not of 2,000.
ABOUT = 0.05


def interval(figure: Figure) -> tuple[float, float]:
    """The counts that a figure leaves possible; infinity where it is open.

    >>> interval(Figure(low=3000, high=None, bound="at_least"))
    (3000, inf)
    """
    low = 0 if figure.low is None else figure.low
    high = math.inf if figure.high is None else figure.high
    if not figure.about:
        return low, high
    return low * (1 - ABOUT), high * (1 + ABOUT)


def agree(a: Figure, b: Figure) -> bool:
    """Whether both can be true of one force at one time."""
    (a_low, a_high), (b_low, b_high) = interval(a), interval(b)
    return a_low <= b_high and b_low <= a_high


def same(a: Figure, b: Figure) -> bool:
    """Whether both give the same count, however cautiously: about 2,500 beside 2,500."""
    return (a.low, a.high) == (b.low, b.high)
