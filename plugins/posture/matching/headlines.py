"""What two headlines of one text disagree in, where the one is not the other in other words.

Whoever takes a text over writes a headline of his own: it may pick out another fact of the text, and that is no
difference. It is one when it has a figure that the other text nowhere has, or says the opposite.
"""

from __future__ import annotations

from collections.abc import Iterator

from posture.matching.opposites import are_opposites
from posture.matching.outlines import Outline, Sentence, read_sentence
from posture.matching.sums import by_unit
from posture.model import Difference


def headline_differences(a: Outline, b: Outline) -> tuple[Difference, ...]:
    """A figure of the same thing that the other text nowhere has, or the opposite of what the other says."""
    ours, theirs = _headline(a), _headline(b)
    if ours is None or theirs is None:
        return ()
    return (*_figures(ours, theirs, a, b), *_turned(ours, theirs))


def _headline(side: Outline) -> Sentence | None:
    return read_sentence(side.title.text, side.language) if side.title else None


def _figures(ours: Sentence, theirs: Sentence, a: Outline, b: Outline) -> Iterator[Difference]:
    first, second = by_unit((ours,)), by_unit((theirs,))
    for unit in sorted(first.keys() & second.keys()):
        foreign = [(first[unit] - second[unit], b), (second[unit] - first[unit], a)]
        if all(values for values, _ in foreign) and not all(values <= _values(text) for values, text in foreign):
            shown = [f"{min(values):.10g}" for values, _ in foreign]
            yield Difference(field="figure", a=shown[0], b=shown[1])


def _values(side: Outline) -> set[float]:
    """The figures of a body, however they are written."""
    sentences = (read_sentence(sentence.text, side.language) for sentence in side.body)
    return {token.figure.value for sentence in sentences for token in sentence.tokens if token.figure}


def _turned(ours: Sentence, theirs: Sentence) -> Iterator[Difference]:
    first, second = ({t.concept.name: t for t in side.tokens if t.concept} for side in (ours, theirs))
    for name in sorted(first.keys() - second.keys()):
        for other in sorted(second.keys() - first.keys()):
            if are_opposites(name, other):
                yield Difference(field="polarity", a=first[name].text, b=second[other].text)
                return
