"""Whether one word stands for another that nobody knows to mean the same: keep and pull, temporary and permanent.

The burden of proof lies with the copy: words that grammar, spelling or `posture.matching.synonyms` make one are the
same, and so is a word that only moved within its sentence. Any other word in the place of another is a difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from posture.matching.alignment import Change, Pair
from posture.matching.naming import Names, is_same_name, is_spelling
from posture.matching.opposites import are_kin, are_opposites, contrast
from posture.matching.outlines import Token
from posture.matching.sameness import say_the_same
from posture.matching.synonyms import is_empty
from posture.matching.turning import is_future, printed
from posture.model import Difference
from posture.text.folding import fold

_FEW = 6  # tokens: a longer stretch was written anew, and its words do not stand for each other
_SNUG = 3  # tokens of a stretch inside a sentence that lies within another
_PREPOSITIONS = frozenset(fold("in on at by from with during في على من عند خلال").text.split())
_TIMES = frozenset({"weekday", "month", "hour"})
_ELSEWHERE = _TIMES | frozenset({"country", "city"})  # what they say is read as days and names


def other_wordings(pair: Pair, names: Names) -> Iterator[tuple[Change, Difference]]:
    """The stretches of a pair of sentences in which other words stand for words of the first."""
    changes = [change for change in pair.changes if change.a or change.b]
    ours = [token for change in changes for token in names.unknown(change, ours=True)]
    theirs = [token for change in changes for token in names.unknown(change, ours=False)]
    for change in changes:
        if not change.a or not change.b or not _stands_for(change):
            continue
        only_ours = list(_new(names.unknown(change, ours=True), theirs))
        only_theirs = list(_new(names.unknown(change, ours=False), ours))
        if (only_ours and only_theirs) or _are_of_two_kinds(change):
            yield change, Difference(field="wording", a=printed(change.a), b=printed(change.b))


def _stands_for(change: Change) -> bool:
    longest = max(len(change.a), len(change.b))
    if (change.a[0].word in _PREPOSITIONS) != (change.b[0].word in _PREPOSITIONS) and longest > 1:
        return False  # «in southern Algeria» was added, and what it follows was left out
    if change.pair.whole:
        return longest <= _FEW
    inside = change.a1 and change.b1 and change.a2 < len(change.pair.a.tokens) and change.b2 < len(change.pair.b.tokens)
    return bool(inside) and longest <= _SNUG


def _are_of_two_kinds(change: Change) -> bool:
    """Whether a moment stands in the place of a land: announced in January, announced by Iran."""
    told = [{token.kind in _TIMES for token in side if token.kind in _ELSEWHERE} for side in (change.a, change.b)]
    return bool(told[0] and told[1]) and not told[0] & told[1]


def _new(tokens: Iterable[Token], others: Iterable[Token]) -> Iterator[Token]:
    """The words that no other says."""
    return (token for token in tokens if _tells(token) and not any(_are_one(token, other) for other in others))


def _tells(token: Token) -> bool:
    return not token.figure and token.kind not in _ELSEWHERE and len(token.word) > 1 and not is_empty(token.word)


def _is_imperfect(word: str) -> bool:
    """Whether an Arabic verb tells of what is, which a headline may write for what will be."""
    return not is_future(word) and word.removeprefix("و").startswith(("ي", "ت"))


def _are_one(one: Token, other: Token) -> bool:
    """Whether two words say the same: one word in another form or spelling, or one that is put for the other."""
    if is_future(one.word) != is_future(other.word) and not _is_imperfect(one.word) | _is_imperfect(other.word):
        return False
    if one.key == other.key or say_the_same(one.word, other.word):
        return True
    if one.concept and other.concept:
        names = one.concept.name, other.concept.name
        if are_opposites(*names) or contrast(*names):
            return False
        if names[0] == names[1] or are_kin(*names):
            return True
    return is_same_name(one, other) or is_spelling(one, other)
