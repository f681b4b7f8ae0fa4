"""Whether one text is the other in another language, sentence after sentence.

A translation keeps the order of what is told and leaves nothing out; another report of the same event does
neither. So the sentences of the two are laid side by side in order, one to one or one to two, and what each
pair shares is weighed: figures, names by their consonants, and the concepts that both languages have words for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from posture.matching.facts import entities_of, sentence_facts
from posture.matching.outlines import Outline, Sentence, Token
from posture.matching.transcripts import bones, has_name, is_proper, names_of
from posture.matching.weights import WEIGHTS

TRANSLATED = 0.64  # share of what is told in either text, by weight, that stands in the same place in the other
_ASTRAY = 0.15  # the most, by weight, that may stand in sentences with no like in the other text
LIKE = 0.4  # share of what two stretches tell, from which they are one in two languages
_LENGTHS = (0.5, 1.25)  # Arabic words to English ones
_USUAL_LENGTH = (
    0.8  # of a translation; English that needs fewer words tells less, and each hundredth costs as much likeness
)
_FEWEST_FACTS = 5
_CHANGED = 0.75  # the same with every changed figure taken as told: more else must agree
# What one place tells twice counts once when laid side by side, and a changed figure counts: more is read than need be.
_SPARED = 0.3
_STEPS = ((1, 1), (2, 1), (1, 2), (1, 0), (0, 1))


@dataclass(frozen=True, slots=True)
class Told:
    """What one sentence, or two in a row, tells."""

    sentences: tuple[Sentence, ...]
    facts: frozenset[str]
    names: frozenset[str]  # printed as names
    bones: frozenset[str]  # whatever may be a name
    entities: frozenset[tuple[str, str]]  # entity and kind, where the lexicon knows

    def __add__(self, other: Told) -> Told:
        return Told(
            self.sentences + other.sentences,
            self.facts | other.facts,
            self.names | other.names,
            self.bones | other.bones,
            self.entities | other.entities,
        )

    @property
    def weight(self) -> float:
        """How much it tells."""
        return sum(WEIGHTS[fact.partition(":")[0]] for fact in self.facts) + WEIGHTS["name"] * len(self.names)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens in order."""
        return tuple(token for sentence in self.sentences for token in sentence.tokens)


_NOTHING = Told((), frozenset(), frozenset(), frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Laid:
    """Stretches that stand side by side; one of them may be empty."""

    a: Told
    b: Told
    shared: float  # weight of what both tell, counted on both sides

    @property
    def weight(self) -> float:
        """How much the two tell."""
        return self.a.weight + self.b.weight


@dataclass(frozen=True, slots=True)
class Translation:
    """How far one text is the other in another language."""

    likeness: float  # share of what is told, by weight, that stands in the same place in the other
    holds: bool
    laid: tuple[Laid, ...] = ()


def translation(a: Outline, b: Outline) -> Translation:
    """How far one text is the other in another language."""
    if a.language == b.language or not a.size or not b.size or not _LENGTHS[0] <= _length(a, b) <= _LENGTHS[1]:
        return Translation(0.0, holds=False)
    ours, theirs = _tellings(a), _tellings(b)
    if min(sum(len(told.facts) + len(told.names) for told in side) for side in (ours, theirs)) < _FEWEST_FACTS:
        return Translation(0.0, holds=False)
    if _anywhere(ours, theirs) < TRANSLATED - _SPARED or (
        len(ours) == len(theirs) == 1 and _adds_names(*ours, *theirs)
    ):
        return Translation(0.0, holds=False)
    laid = _lay(ours, theirs)
    total = sum(pair.weight for pair in laid)
    longer = max(0.0, _length(a, b) - _USUAL_LENGTH)
    likeness, astray = _share(laid, total, [pair.shared for pair in laid])
    if likeness - longer < TRANSLATED:
        share, astray = _share(laid, total, [masked(pair) for pair in laid])
        if share - longer >= _CHANGED:
            return Translation(share - longer, astray <= _ASTRAY, laid)
    return Translation(likeness - longer, likeness - longer >= TRANSLATED and astray <= _ASTRAY, laid)


def _share(laid: Sequence[Laid], total: float, shared: Sequence[float]) -> tuple[float, float]:
    """How much of what is told is shared, and how much stands in stretches that have no like in the other text."""
    astray = sum(pair.weight for pair, both in zip(laid, shared, strict=True) if both < LIKE * pair.weight)
    return sum(shared) / total, astray / total


@lru_cache(maxsize=512)
def _tellings(outline: Outline) -> tuple[Told, ...]:
    return tuple(_told(sentence, outline) for sentence in outline.all)


def _anywhere(ours: Sequence[Told], theirs: Sequence[Told]) -> float:
    """Share of what is told that the other text tells in whatever place: no order can find more."""
    a, b = _join(ours), _join(theirs)
    shared = sum(_shared(each, b) for each in ours) + sum(_shared(a, each) for each in theirs)
    total = sum(each.weight for each in (*ours, *theirs))
    return shared / 2 / total if total else 0.0


def _adds_names(a: Told, b: Told) -> bool:
    """Whether either names somebody that the other does not: a headline is too short to leave a name out."""
    known = [{entity for entity, kind in side.entities if kind in {"person", "base"}} for side in (a, b)]
    return bool(known[0] ^ known[1]) or any(
        not has_name(bones(token.word), other.bones)
        for one, other in ((a, b), (b, a))
        for token in one.tokens
        if is_proper(token) and bones(token.word)
    )


def masked(laid: Laid) -> float:
    """What both tell when a figure that stands in the place of another counts as told: a changed one is a variant."""
    ours, theirs = ({fact for fact in side.facts if fact.startswith("figure:")} for side in (laid.a, laid.b))
    return laid.shared + 2 * WEIGHTS["figure"] * min(len(ours - theirs), len(theirs - ours))


def _length(a: Outline, b: Outline) -> float:
    arabic, other = (a, b) if a.language == "ar" else (b, a)
    return arabic.size / other.size


def _told(sentence: Sentence, outline: Outline) -> Told:
    facts = frozenset(fact for fact in sentence_facts(sentence, outline) if not fact.startswith(("word:", "entity:")))
    return Told((sentence,), facts, *names_of(sentence), frozenset(entities_of(sentence, outline)))


def _shared(a: Told, b: Told) -> float:
    both = 2 * sum(WEIGHTS[fact.partition(":")[0]] for fact in a.facts & b.facts)
    names = sum(has_name(name, b.bones) for name in a.names) + sum(has_name(name, a.bones) for name in b.names)
    return both + WEIGHTS["name"] * names


def _lay(ours: Sequence[Told], theirs: Sequence[Told]) -> tuple[Laid, ...]:
    """The two texts side by side so that most is shared and the order is kept."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(ours) + 1):
        for j in range(len(theirs) + 1):
            options = [
                (best[i - di, j - dj][0] + _shared(_join(ours[i - di : i]), _join(theirs[j - dj : j])), -step, (di, dj))
                for step, (di, dj) in enumerate(_STEPS)
                if di <= i and dj <= j
            ]
            if options:
                score, _, taken = max(options)
                best[i, j] = score, taken
    return tuple(_back(ours, theirs, best))[::-1]


def _back(
    ours: Sequence[Told], theirs: Sequence[Told], best: dict[tuple[int, int], tuple[float, tuple[int, int]]]
) -> Iterator[Laid]:
    i, j = len(ours), len(theirs)
    while i or j:
        di, dj = best[i, j][1]
        a, b = _join(ours[i - di : i]), _join(theirs[j - dj : j])
        yield Laid(a, b, _shared(a, b))
        i, j = i - di, j - dj


def _join(stretch: Sequence[Told]) -> Told:
    joined = _NOTHING
    for told in stretch:
        joined += told
    return joined
