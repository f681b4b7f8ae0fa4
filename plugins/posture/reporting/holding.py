"""When a run lies so far outside what is usual that a person looks before anything is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

# So many times the usual number of texts, or a source's usual length of text, is no news but a fault.
FAR = 10
# Fewer runs or texts than this do not show what is usual.
KNOWN = 5
# So few texts are no flood, whatever is usual; so few texts of a source do not show a new shape.
FEW_LOADED, FEW_BODIES = 50, 3
# So many told articles at once are not edited by their outlets: our own reading changed.
MANY_TAKEN_BACK = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """Letters in each text of one source: its newest, the last ones before, and those that a person let go."""

    source: str
    now: tuple[int, ...]
    before: tuple[int, ...]
    let_go: tuple[int, ...] = ()


def hold_reason(loaded: int, *, usual: Sequence[int], lengths: Sequence[Lengths], taken_back: int = 0) -> str | None:
    """Why a run is to be held, in figures; None when it may go on.

    `loaded` counts the texts that it loaded, `usual` those of the runs before it. The middle of each is compared, so
    that one odd run or text does not move what is usual; runs that loaded nothing say nothing. `taken_back` counts the
    articles of which people were told what is not read in them any more.
    """
    reasons = [reason for reason in (_flood(loaded, usual), *map(_shape, lengths), _corrections(taken_back)) if reason]
    return "; ".join(reasons) or None


def _flood(loaded: int, usual: Sequence[int]) -> str | None:
    working = [count for count in usual if count]
    if len(working) < KNOWN or loaded < FEW_LOADED:
        return None
    middle = median(working)
    if loaded < FAR * middle:
        return None
    return f"{loaded:,} texts were loaded, {loaded / middle:.0f} times the usual {middle:,.0f}"


def _shape(lengths: Lengths) -> str | None:
    """Whether the texts of a source are all far shorter or far longer than they were: its pages changed shape."""
    if len(lengths.now) < FEW_BODIES or len(lengths.before) < KNOWN:
        return None
    usual = max(1.0, median(lengths.before))
    shrunk, grown = max(lengths.now) * FAR <= usual, min(lengths.now) >= usual * FAR
    middle = median(lengths.now)
    # a person has looked at such texts, and the source is as it is now
    seen = any(middle < FAR * max(1, each) and each < FAR * max(1.0, middle) for each in lengths.let_go)
    if seen or not (shrunk or grown):
        return None
    return f"the texts of {lengths.source} have {middle:,.0f} letters, usually {usual:,.0f}"


def _corrections(taken_back: int) -> str | None:
    if taken_back < MANY_TAKEN_BACK:
        return None
    return f"{taken_back:,} articles are read otherwise than they were told: each may be a correction"
