"""Whether one text is the other in another language, sentence after sentence.

A translation keeps the order of what is told and leaves nothing out; another report of the same event does neither. So the
sentences of the two are laid side by side in order, one to one or one to two, and what each pair shares is weighed: figures,
names by their consonants, and the concepts that both languages have words for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from posture.matching.facts import WEIGHTS, name_bones, sentence_facts
from posture.matching.outlines import Outline, Sentence
from posture.matching.ties import has_name
from posture.model import Difference

TRANSLATED = 0.5  # share of what is told in either text, by weight, that stands in the same place in the other
_LENGTHS = (0.55, 1.9)  # words of one text to words of the other; Arabic needs some 0.8 of the English
_FEWEST_FACTS = 6
_COUNTED = 3


@dataclass(frozen=True, slots=True)
class _Told:
    """What one sentence, or two in a row, tells."""

    facts: frozenset[str]
    names: frozenset[str]  # printed as names
    bones: frozenset[str]  # whatever may be a name

    def __add__(self, other: _Told) -> _Told:
        return _Told(self.facts | other.facts, self.names | other.names, self.bones | other.bones)

    @property
    def weight(self) -> float:
        return sum(WEIGHTS[fact.partition(":")[0]] for fact in self.facts) + WEIGHTS["name"] * len(self.names)


def translation_likeness(a: Outline, b: Outline) -> float:
    """Share of what is told, by weight, that stands in the same order in both; 0.0 when the lengths rule a translation out."""
    if a.language == b.language or not a.size or not _LENGTHS[0] <= a.size / b.size <= _LENGTHS[1]:
        return 0.0
    ours, theirs = [_told(each, a) for each in a.all], [_told(each, b) for each in b.all]
    if min(sum(len(told.facts) + len(told.names) for told in side) for side in (ours, theirs)) < _FEWEST_FACTS:
        return 0.0
    total = sum(told.weight for told in ours) + sum(told.weight for told in theirs)
    return _best(ours, theirs) / total if total else 0.0


def _told(sentence: Sentence, outline: Outline) -> _Told:
    facts = frozenset(fact for fact in sentence_facts(sentence, outline) if not fact.startswith(("word:", "entity:")))
    names, bones = name_bones(sentence)
    return _Told(facts, names, bones)


def _shared(a: _Told, b: _Told) -> float:
    """The weight of what two stretches share, counted on both sides."""
    both = 2 * sum(WEIGHTS[fact.partition(":")[0]] for fact in a.facts & b.facts)
    names = sum(has_name(name, b.bones) for name in a.names) + sum(has_name(name, a.bones) for name in b.names)
    return both + WEIGHTS["name"] * names


def _best(ours: Sequence[_Told], theirs: Sequence[_Told]) -> float:
    """The most that can be shared when the order is kept."""
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in range(1, len(ours) + 1):
        for j in range(1, len(theirs) + 1):
            options = [best[i - 1][j], best[i][j - 1], best[i - 1][j - 1] + _shared(ours[i - 1], theirs[j - 1])]
            if i > 1:
                options.append(best[i - 2][j - 1] + _shared(ours[i - 2] + ours[i - 1], theirs[j - 1]))
            if j > 1:
                options.append(best[i - 1][j - 2] + _shared(ours[i - 1], theirs[j - 2] + theirs[j - 1]))
            best[i][j] = max(options)
    return best[-1][-1]


def translation_differences(a: Outline, b: Outline) -> tuple[Difference, ...]:
    """The figures, days and places that each of two texts has instead of the other's."""
    return tuple(_differences(a, b))


def _differences(a: Outline, b: Outline) -> Iterator[Difference]:
    ours, theirs = _figures(a), _figures(b)
    only_ours = [figure for label, figure in ours.items() if label not in theirs]
    only_theirs = [figure for label, figure in theirs.items() if label not in ours]
    for one, other in zip(only_ours, only_theirs, strict=False):
        yield Difference(field="figure", a=one, b=other)
    for field, kinds in (("day", {"weekday", "month"}), ("place", {"city"})):
        one_side, other_side = _concepts(a, kinds), _concepts(b, kinds)
        instead = [word for name, word in one_side.items() if name not in other_side]
        given = [word for name, word in other_side.items() if name not in one_side]
        for word, other_word in zip(instead, given, strict=False):
            yield Difference(field=field, a=word, b=other_word)


def _figures(side: Outline) -> dict[str, str]:
    """Figures of more than a hand's count: two languages count small numbers by other means («صاروخان»)."""
    return {
        f"{token.figure.value:.10g}": token.figure.label
        for sentence in side.all
        for token in sentence.tokens
        if token.figure and token.figure.kind in {"number", "percent", "range"} and token.figure.value >= _COUNTED
    }


def _concepts(side: Outline, kinds: set[str]) -> dict[str, str]:
    return {
        token.concept.name: token.text for sentence in side.all for token in sentence.tokens if token.concept and token.kind in kinds
    }
