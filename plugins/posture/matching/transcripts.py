"""Names across scripts: what a name is known by, whichever letters print it.

Consonants carry a name from Arabic to Latin letters and back (`posture.lexicon.skeletons`); a name of two consonants
alone is told by whether a vowel opens and closes it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from posture.lexicon.skeletons import skeleton
from posture.matching.outlines import Sentence, Token

_FEWEST = 3  # consonants that tell a name without its vowels
_FUZZY = 5  # consonants from which any one may differ: Scholz and شولتس
_OPENING, _CLOSING = frozenset("aeiouا"), frozenset("aiouyاهي")  # a last e is mute
# Consonants that the two scripts render by each other: ch is تش or ش, g is غ, ج or ق, z is ز or ث.
_CONFUSED = frozenset(map(frozenset, ("js", "jk", "jz", "zs", "zk", "td", "ks")))
_PROCLITICS = ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف", "ك")
_LEAST_REST = 3  # letters that must be left of a word without its clitic


@lru_cache(maxsize=1 << 15)
def bones(word: str) -> str:
    """The consonants of a folded name, the same in both scripts; "" where too few are left to tell.

    >>> bones("kipchoge"), bones("كيبتشوغي"), bones("assefa"), bones("اسيفا")
    ('kbj', 'kbj', 'ˈsfˌ', 'ˈsfˌ')
    """
    consonants = re.sub(r"(.)\1+", r"\1", skeleton(word).replace(" ", "").replace("ts", "j"))
    if len(consonants) >= _FEWEST:
        return consonants
    if len(consonants) < _FEWEST - 1 or len(word) < _LEAST_REST:
        return ""
    return ("ˈ" if word[0] in _OPENING else "") + consonants + ("ˌ" if word[-1] in _CLOSING else "")


def has_name(name: str, others: frozenset[str]) -> bool:
    """Whether one of the others is this name: the same consonants, or all but one that the scripts confuse."""
    if name in others:
        return True
    return len(name) >= _FEWEST and any(_is_near(name, other) for other in others if len(other) >= _FEWEST)


def _is_near(one: str, other: str) -> bool:
    """Whether one consonant was changed, added or left out; in a short name only what is often confused."""
    if abs(len(one) - len(other)) > 1:
        return False
    shorter, longer = sorted((one, other), key=len)
    place = next((at for at, sign in enumerate(shorter) if sign != longer[at]), len(shorter))
    if shorter[place + (len(shorter) == len(longer)) :] != longer[place + 1 :]:
        return False
    if len(shorter) >= _FUZZY:
        return True
    if len(shorter) < len(longer):
        return longer[place] == "h" and len(shorter) >= _FEWEST
    return len(one) > _FEWEST and frozenset((one[place], other[place])) in _CONFUSED


@lru_cache(maxsize=8192)
def names_of(sentence: Sentence) -> tuple[frozenset[str], frozenset[str]]:
    """The consonants of the words printed as names (with capitals), and of all that may be names."""
    # the first word has its capital from its place, unless a second name follows it
    after = (*sentence.tokens[1:], None)
    proper = {
        bones(token.word)
        for place, (token, following) in enumerate(zip(sentence.tokens, after, strict=True))
        if is_proper(token) and (place > 0 or (following is not None and following.capital))
    }
    maybe = {bone for token in sentence.tokens if not token.is_ordinary for bone in sounds(token.word)}
    maybe |= set(_joined(sentence))
    return frozenset(proper - {""}), frozenset(maybe - {""})


def is_proper(token: Token) -> bool:
    """Whether a word is printed as a name in Latin letters."""
    return token.capital and not token.is_ordinary and token.word.isascii()


def _joined(sentence: Sentence) -> Iterator[str]:
    """Two words in a row as one name: one language may print as two words what the other prints as one."""
    for one, other in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if not one.figure and not other.figure and not one.is_ordinary and not other.is_ordinary:
            yield bones(one.word + other.word)


@lru_cache(maxsize=1 << 15)
def sounds(word: str) -> frozenset[str]:
    """The consonants of a word that may be a name, with and without what may be a clitic."""
    forms = {bones(word)}
    if word.startswith("ال") and len(word) > _LEAST_REST + 1:
        forms.add("l" + bones(word.removeprefix("ال")))
    for clitic in _PROCLITICS:
        if word.startswith(clitic) and len(word) - len(clitic) >= _LEAST_REST:
            forms.add(bones(word.removeprefix(clitic)))
    return frozenset(forms - {""})
