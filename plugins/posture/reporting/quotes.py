"""Sentences with all that they carry: several claims of one sentence share its quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from posture.reporting.facts import Fact, Said

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
