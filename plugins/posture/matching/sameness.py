"""Whether two words of one language say the same: one word in another form or spelling, or put for each other."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from posture.matching.outlines import bones
from posture.matching.synonyms import are_synonyms

_ROOT = 3  # letters of an Arabic root
_LONG = 6  # letters of an English word whose vowels alone may vary
_ALIKE = 0.8  # share of the letters that two spellings have in common
_SPELLINGS = (("our", "or"), ("ce", "se"), ("ys", "iz"), ("is", "iz"), ("ll", "l"), ("mm", "m"), ("tre", "ter"))
_ENDINGS = ("ly", "ment", "ation", "ion", "al", "ness", "ity", "ive", "ing", "ed", "es", "s", "e", "")
_ARTICLE = re.compile("^(?:بال|كال|لل|ال|س(?=[يت]))")
_ENDING, _PERSON = re.compile("(?:ات|ت|ون|ين|ان)$"), re.compile("^[يتن](?=...)")
_WEAK = re.compile("[اويهةىءئؤ]")


@lru_cache(maxsize=1 << 16)
def say_the_same(one: str, other: str) -> bool:
    """Whether two folded words are one to the reader.

    >>> say_the_same("centre", "center"), say_the_same("keep", "pull")
    (True, False)
    """
    return one == other or are_synonyms(one, other) or _are_forms(one, other)


def _are_forms(one: str, other: str) -> bool:
    """Whether two folded words are forms of one: تدريبات and تدريبية, negotiate and negotiation, centre and center."""
    if one.isascii() != other.isascii():
        return False
    if one.isascii():
        return _spelled(one) == _spelled(other) or _are_derived(one, other) or _are_spellings(one, other)
    return bool(_roots(one) & _roots(other))


def _spelled(word: str) -> str:
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return word


def _are_derived(one: str, other: str) -> bool:
    return any(
        one.endswith(a) and other.endswith(b) and one.removesuffix(a) == other.removesuffix(b) and len(one) - len(a) > 3
        for a in _ENDINGS
        for b in _ENDINGS
    )


def _are_spellings(one: str, other: str) -> bool:
    return (
        min(len(one), len(other)) >= _LONG
        and bones(one) == bones(other)
        and SequenceMatcher(None, one, other).ratio() >= _ALIKE
    )


def _roots(word: str) -> frozenset[str]:
    """The letters that may be the root of an Arabic word: without article, conjunction and the signs of person."""
    return frozenset(
        root
        for form in (word, word.removeprefix("و"), word.removeprefix("ف"))
        for bare in (_ENDING.sub("", _ARTICLE.sub("", form)),)
        for stem in (bare, _PERSON.sub("", bare))
        if len(root := stem[:1] + _WEAK.sub("", stem[1:])) >= _ROOT
    )
