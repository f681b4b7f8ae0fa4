"""A sentence with all that was found in it: its words, names, quantities, moments and phrases."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from posture.extracting.datelines import without_dateline, words_of_dateline
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Phrases, Rule
from posture.extracting.tokens import Token, tokens_of
from posture.model import Evidence, Mention, Span, Where
from posture.text.folding import Folded, fold

CLAUSE_COST = 6  # a clause boundary counts as so many words: what stands across one is rarely meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One sentence. `marks` are keyed by the word at which they begin; `clauses` numbers the clause of each word."""

    where: Where
    text: str
    span: Span
    day: date | None  # of the article
    tokens: tuple[Token, ...]
    marks: Mapping[int, tuple[Mark, ...]]
    clauses: tuple[int, ...]
    phrases: tuple[tuple[Rule, Found], ...]

    def found(self, kind: str, *events: str) -> Iterator[tuple[Rule, Found]]:
        """The phrases of this kind, of these events when any are given."""
        return ((r, f) for r, f in self.phrases if r.kind == kind and (not events or r.event in events))

    def all(self, *slots: str) -> Iterator[Mark]:
        """The marks of these slots, in order."""
        return (mark for first in sorted(self.marks) for mark in self.marks[first] if mark.slot in slots)

    def cost(self, one: Mark | Found, other: Mark | Found) -> int:
        """How far apart two things stand: words between them, and more for each clause boundary."""
        before, after = (one, other) if one.first <= other.first else (other, one)
        between = max(0, after.first - before.after)
        last = max(before.first, before.after - 1)
        return between + CLAUSE_COST * (self.clauses[after.first] - self.clauses[min(last, after.first)])

    def nearest(self, anchor: Mark | Found, *slots: str, within: int = 12) -> Mark | None:
        """The closest mark of these slots; of two equally close, the one that follows."""
        near = [(self.cost(anchor, mark), mark.first < anchor.first, mark) for mark in self.all(*slots)]
        near = [one for one in near if one[0] <= within]
        return min(near, key=lambda one: one[:2])[2] if near else None

    def span_of(self, first: int, after: int) -> Span:
        """Where words `first` to `after` (exclusive) stand in the text."""
        return Span(self.tokens[first].span.start, self.tokens[after - 1].span.end)

    def evidence(self, role: str, span: Span) -> Evidence:
        """The words at this span, as evidence."""
        return Evidence(role=role, where=self.where, span=span, quote=span.of(self.text))

    def turns_between(self, one: Mark | Found, other: Mark | Found) -> bool:
        """Whether between two things the sentence turns to something else: "while", "whereas", في حين."""
        before, after = (one, other) if one.first <= other.first else (other, one)
        turns = (f for rule, f in self.phrases if rule.id == "part.contrast")
        return any(before.after <= turn.first and turn.after <= after.first for turn in turns)

    def is_answered(self, one: Mark | Found, other: Mark | Found) -> bool:
        """Whether one of two things is the answer to the other: "strikes in response to an attack"."""
        before, after = (one, other) if one.first <= other.first else (other, one)
        answers = (f for rule, f in self.phrases if rule.id == "part.answer")
        return any(before.after < answer.after <= after.first for answer in answers)

    def words(self, found: Found | Mark) -> tuple[Token, ...]:
        """The words of a match."""
        return self.tokens[found.first : found.after]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something found in a text, as a filler of slots."""

    slots: tuple[str, ...]
    span: Span
    value: object


def scenes_of(
    text: str,
    spans: Sequence[Span],
    things: Iterable[Thing],
    phrases: Phrases,
    *,
    where: Where,
    day: date | None,
) -> Iterator[Scene]:
    """The sentences at these spans, with what was found in each."""
    folded = fold(text)
    ordered = sorted(things, key=lambda thing: thing.span)
    starts = [thing.span.start for thing in ordered]
    for span in spans:
        inside = ordered[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        yield _scene(text, folded, span, inside, phrases, where, day)


def _scene(  # noqa: PLR0917 -- all of them, always, from one place
    text: str, folded: Folded, span: Span, things: Sequence[Thing], phrases: Phrases, where: Where, day: date | None
) -> Scene:
    tokens = tokens_of(folded, folded.starts[span.start], folded.starts[span.end])
    named = _marks(tokens, things)
    marks = without_dateline(named, words_of_dateline(text, span.start, tokens, named))
    found = tuple((phrases.rules[name], found) for name, found in phrases.matcher.find(tokens, marks))
    clauses = _clauses(tokens, marks, [f for rule, f in found if rule.id == "part.clause"])
    return Scene(where=where, text=text, span=span, day=day, tokens=tokens, marks=marks, clauses=clauses, phrases=found)


def _marks(tokens: Sequence[Token], things: Sequence[Thing]) -> dict[int, tuple[Mark, ...]]:
    starts = [token.span.start for token in tokens]
    marks: dict[int, tuple[Mark, ...]] = {}
    for thing in things:
        first = bisect_right(starts, thing.span.start) - 1
        after = bisect_left(starts, thing.span.end)
        if 0 <= first < after:
            new = tuple(Mark(slot, first, after, thing.span, thing.value) for slot in thing.slots)
            marks[first] = marks.get(first, ()) + new
    return marks


def _clauses(tokens: Sequence[Token], marks: Mapping[int, Sequence[Mark]], openers: Sequence[Found]) -> tuple[int, ...]:
    """The number of the clause of each word: a new one begins after a comma, at a conjunction, before "and 900"."""
    inside = {at for some in marks.values() for mark in some for at in range(mark.first + 1, mark.after)}
    # "since 2014" is a date and no clause, "since they left" is one.
    opens = {
        f.first for f in openers
        if not any(m.slot == "moment" for m in (*marks.get(f.after, ()), *marks.get(f.first, ())))
    }  # fmt: skip
    number, found_numbers = 0, []
    aside = _asides(tokens, marks)
    for at, token in enumerate(tokens):
        joined = any(m.slot == "count" for m in marks.get(at, ())) and _is_joined(tokens, at)
        if at and at not in inside and at not in aside and (token.stop or at in opens or joined):
            number += 1
        found_numbers.append(number)
    return tuple(found_numbers)


def _asides(tokens: Sequence[Token], marks: Mapping[int, Sequence[Mark]]) -> set[int]:
    """Where a day or number between commas begins and ends ("handed over, on Sunday, its …"): it parts nothing."""
    found: set[int] = set()
    for first, here in marks.items():
        for mark in here:
            width = {"moment": 1, "count": 4}.get(mark.slot)
            if width is None:
                continue
            opens = next((at for at in range(first, max(-1, first - width - 1), -1) if tokens[at].stop), None)
            ends = range(mark.after, min(mark.after + width, len(tokens)))
            closes = next((at for at in ends if tokens[at].stop), None)
            if opens is not None and closes is not None:
                found |= {opens, closes}
    for at, token in enumerate(tokens):
        if token.stop and token.folded.lstrip("و") in _AS_SAID:
            ends = range(at + 1, min(at + _SAID_SO, len(tokens)))
            closes = next((end for end in ends if tokens[end].stop), None)
            found |= {at, closes} if closes is not None else set()
    return found


_AS_SAID = frozenset({"وفق", "فق", "وفقا", "فقا", "بحسب", "حسب", "according"})
_SAID_SO = 6  # words of an aside such as «، وفق البنتاغون،»


def _is_joined(tokens: Sequence[Token], at: int) -> bool:
    own = tokens[at].folded
    glued = own.startswith("و") and (own[1:] in tokens[at].forms or own[1:2].isdigit()) and own != "واحد"
    return glued or tokens[at - 1].folded in {"and", "و"}


def entity_of(mark: Mark | None) -> str | None:
    """The entity that a mark names; None when it is no name."""
    return mark.value.entity if mark is not None and isinstance(mark.value, Mention) else None
