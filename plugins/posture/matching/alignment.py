"""Which sentence of one text is which of the other, and the words in which the two disagree.

Sentences may have changed places, been split, cut or joined by others. Alike is judged with figures, days and
places masked: a sentence whose every figure was changed is still the same sentence, and that is when it
matters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from posture.matching.figures import may_count
from posture.matching.outlines import Sentence, Token, read_sentence

ALIKE = 0.6  # Dice coefficient of the masked words of two sentences, from which they are read against each other
_IN_PLACE = 0.4  # the same for two sentences that stand in one place: several words of them may be changed
_WITHIN = 0.8  # share of the shorter one's words, for a sentence that was cut or joined to another
_FEWEST = 4  # tokens of a sentence that may lie within another


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences that say the same but for what was changed."""

    a: Sentence
    b: Sentence
    same: int  # tokens that both have, in order
    whole: bool  # neither lies merely within the other

    @property
    def changes(self) -> Iterator[Change]:
        """The stretches in which the two disagree, in order."""
        matcher = SequenceMatcher(None, self.a.keys, self.b.keys, autojunk=False)
        for tag, a1, a2, b1, b2 in matcher.get_opcodes():
            if tag != "equal":
                yield Change(self, a1, a2, b1, b2)


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of tokens of one sentence that stands where other tokens, or none, stand in the other."""

    pair: Pair
    a1: int
    a2: int
    b1: int
    b2: int

    @property
    def a(self) -> tuple[Token, ...]:
        """The tokens of the first."""
        return self.pair.a.tokens[self.a1 : self.a2]

    @property
    def b(self) -> tuple[Token, ...]:
        """The tokens of the second."""
        return self.pair.b.tokens[self.b1 : self.b2]

    def before(self, reach: int = 3) -> tuple[Token, ...]:
        """The tokens just before, in the first."""
        return self.pair.a.tokens[max(0, self.a1 - reach) : self.a1]

    def after(self, reach: int = 3) -> tuple[Token, ...]:
        """The tokens just after, in the first."""
        return self.pair.a.tokens[self.a2 : self.a2 + reach]


def sharpen(pair: Pair, language: str) -> Pair:
    """The pair read with its figures as values, where what changed may be one."""
    if pair.a.keys == pair.b.keys:
        return pair
    near = (token for change in pair.changes for token in (*change.before(1), *change.a, *change.b, *change.after(1)))
    if not any(may_count(token.word) for token in near):
        return pair
    return _pair(read_sentence(pair.a.text, language), read_sentence(pair.b.text, language), whole=pair.whole)


def align(a: Sequence[Sentence], b: Sequence[Sentence]) -> tuple[Pair, ...]:
    """Pairs of sentences, most alike first; each sentence is read once, but may hold several that lie within it."""
    free_a, free_b = dict(enumerate(a)), dict(enumerate(b))
    identical = _identical(free_a, free_b)
    pairs, paired = [Pair(a[i], b[j], len(a[i].tokens), True) for i, j in identical], set(identical)
    masked_a = {i: _masked(sentence) for i, sentence in enumerate(a)}
    masked_b = {j: _masked(sentence) for j, sentence in enumerate(b)}
    ranked = sorted(
        ((_dice(masked_a[i], masked_b[j]), -abs(i - j), i, j) for i in free_a for j in free_b),
        reverse=True,
    )
    for alike, _, i, j in ranked:
        if alike < ALIKE:
            break
        if i in free_a and j in free_b:
            pairs.append(_pair(free_a.pop(i), free_b.pop(j), whole=True))
            paired.add((i, j))
    pairs += _between(free_a, free_b, masked_a, masked_b, paired)
    pairs += _within(free_a, masked_a, b, masked_b, swapped=False)
    pairs += _within(free_b, masked_b, a, masked_a, swapped=True)
    return tuple(pairs)


def _between(
    free_a: dict[int, Sentence],
    free_b: dict[int, Sentence],
    masked_a: dict[int, Counter[str]],
    masked_b: dict[int, Counter[str]],
    paired: Iterable[tuple[int, int]],
) -> list[Pair]:
    """Sentences left over that stand in one place: the sentence before, or the one after, is the same in both."""
    beside = {(i + step, j + step) for i, j in paired for step in (-1, 1)}
    found = []
    for i, j in sorted(beside):
        if i in free_a and j in free_b and _dice(masked_a[i], masked_b[j], least=_IN_PLACE) >= _IN_PLACE:
            found.append(_pair(free_a.pop(i), free_b.pop(j), whole=True))
    return found


def _identical(free_a: dict[int, Sentence], free_b: dict[int, Sentence]) -> list[tuple[int, int]]:
    places: dict[tuple[str, ...], list[int]] = {}
    for j, sentence in free_b.items():
        places.setdefault(sentence.keys, []).append(j)
    found = []
    for i in list(free_a):
        if places.get(free_a[i].keys):
            j = places[free_a[i].keys].pop(0)
            found.append((i, j))
            del free_a[i], free_b[j]
    return found


def _within(
    free: dict[int, Sentence],
    masks: dict[int, Counter[str]],
    others: Sequence[Sentence],
    wholes: dict[int, Counter[str]],
    *,
    swapped: bool,
) -> list[Pair]:
    """Sentences left over that lie within one of the others: cut short, or joined to a neighbour."""
    found = []
    for i in list(free):
        size = sum(masks[i].values())
        best = max(range(len(others)), key=lambda j: _common(masks[i], wholes[j]), default=None)
        if best is None or size < _FEWEST or _common(masks[i], wholes[best]) < _WITHIN * size:
            continue
        pair = _pair(others[best], free[i], whole=False) if swapped else _pair(free[i], others[best], whole=False)
        if pair.same >= 0.6 * size:
            found.append(pair)
            del free[i]
    return found


def _pair(a: Sentence, b: Sentence, *, whole: bool) -> Pair:
    matcher = SequenceMatcher(None, a.keys, b.keys, autojunk=False)
    return Pair(a, b, sum(block.size for block in matcher.get_matching_blocks()), whole)


@lru_cache(maxsize=8192)
def _masked(sentence: Sentence) -> Counter[str]:
    return Counter(mask(token) for token in sentence.tokens)


def mask(token: Token) -> str:
    """A token without what may have been changed: every figure is one, every day, every place."""
    if token.figure:
        return "#"
    if token.kind in {"weekday", "month", "hour"}:
        return "@"
    return "%" if token.kind == "city" else token.key


def _common(a: Counter[str], b: Counter[str]) -> int:
    return sum(min(a[key], b[key]) for key in a.keys() & b.keys())


def _dice(a: Counter[str], b: Counter[str], *, least: float = ALIKE) -> float:
    total = a.total() + b.total()
    if 2 * min(a.total(), b.total()) < least * total:
        return 0.0  # their lengths alone rule it out
    return 2 * _common(a, b) / total if total else 0.0
