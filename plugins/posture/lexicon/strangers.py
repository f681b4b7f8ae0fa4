"""People whom the lexicon lacks, found by the title before their name and kept, not dropped."""

from __future__ import annotations

from dataclasses import dataclass

from posture.lexicon.entries import TITLE, Lexicon
from posture.lexicon.scan import Scan
from posture.lexicon.skeletons import skeleton
from posture.model import Span


@dataclass(frozen=True, slots=True)
class Stranger:
    """A person without an entry; `entity` is `unknown:` and the consonants of the name."""

    entity: str
    span: Span


def strangers_in(scan: Scan, lexicon: Lexicon) -> list[Stranger]:
    """The people named after a title or rank who have no entry."""
    taken = {place for hit in scan.picked for place in range(hit.first, hit.last + 1)}
    found: list[Stranger] = []
    for place, hits in scan.builders.items():
        titles = [hit for hit in hits if hit.name.kind in (TITLE, "rank")]
        if titles:
            last = max(hit.last for hit in titles)
            while last + 1 in taken and scan.together(last, last + 1):
                last += 1
            span = _name_after(scan, lexicon, last, taken)
            if span is not None and place not in taken:
                found.append(Stranger(f"unknown:{skeleton(span.of(scan.text))}", span))
    return found


def _name_after(scan: Scan, lexicon: Lexicon, last: int, taken: set[int]) -> Span | None:
    first = last + 1
    if not scan.together(last, first) or scan.words[first].form not in lexicon.given_names:
        return None
    end = first
    while end + 1 not in taken and scan.together(end, end + 1) and end - first < 2:
        end += 1
    return scan.span(first, end) if end > first else None
