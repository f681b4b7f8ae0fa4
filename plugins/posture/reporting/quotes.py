"""Sentences with all that they carry: several claims of one sentence share its quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from posture.model import Span
from posture.reporting.facts import Fact, Said
from posture.text.sentences import sentences

# Letters of a sentence shown before and after the words that carry the claim.
_LEAD, _TAIL = 200, 200
Stretch = tuple[str, bool]  # words, and whether they carry a claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """One sentence in print, and the claims that it carries, in their order."""

    said: Said
    facts: tuple[Fact, ...]

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The sentence in stretches, those that carry a claim marked."""
        return stretches(self.said.quote, [fact.said.mark for fact in self.facts])


def quoted(facts: Iterable[Fact]) -> list[Quoted]:
    """The claims by the sentence and the voice that say them, each sentence where its first claim stood."""
    found: dict[tuple[str, ...], list[Fact]] = {}
    for fact in facts:
        said = fact.said
        found.setdefault((said.outlet, said.quote, said.speaker or "", said.via or ""), []).append(fact)
    return [Quoted(said=group[0].said, facts=tuple(group)) for group in found.values()]


def stretches(quote: str, marks: Iterable[tuple[int, int]]) -> tuple[Stretch, ...]:
    """A sentence cut where marks begin and end; marks that overlap are one.

    >>> stretches("from 5,200 to 3,000", [(14, 19), (5, 10)])
    (('from ', False), ('5,200', True), (' to ', False), ('3,000', True))
    """
    return tuple((words, marked) for words, marked in _cut(quote, sorted(marks)) if words)


def _cut(quote: str, marks: list[tuple[int, int]]) -> Iterator[Stretch]:
    done = 0
    for start, end in marks:
        if end > done:
            yield quote[done : max(start, done)], False
            yield quote[max(start, done) : end], True
            done = end
    yield quote[done:], False


def sentence_around(before: str, after: str, quote: str) -> tuple[str, tuple[int, int]]:
    """The sentence of a line in which a quote stands, and the quote's place in it; a long one is cut around the quote.

    `before` is the line up to the quote, `after` from it on. A quote of several lines stands for itself.
    """
    if not after.startswith(quote):
        return quote, (0, len(quote))
    start, line = len(before), before + after
    end = start + len(quote)
    first, last = start, end
    for span in sentences(line):
        if span.overlaps(Span(start, end)):
            first, last = min(first, span.start), max(last, span.end)
    lead, tail = line[first:start], line[end:last]
    if len(lead) > _LEAD:
        lead = "… " + lead[-_LEAD:].partition(" ")[2]
    if len(tail) > _TAIL:
        tail = tail[:_TAIL].rpartition(" ")[0] + " …"
    return lead + quote + tail, (len(lead), len(lead) + len(quote))
