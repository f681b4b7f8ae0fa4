"""The language in which analysts write phrases, and how it is matched.

    withdraw            the word; Arabic without ال, whatever of و ف ب ل ك س is joined before it
    withdr*             a word that begins so
    (talks|round of talks)   one of these
    [all]               may be missing
    ..3                 up to three words in between; `..` alone means up to four
    {force}             what the lexicon or the number reader found: see seeds/phrases/README.md
    {count=later}       the same, called `later` where a phrase has two
    <soldiers>          a list of words from `lists`

How a phrase is found in a sentence is told in `posture.extracting.matcher`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from posture.errors import Misconfigured
from posture.model import Span
from posture.text.folding import fold

_PART = re.compile(
    r"\s*(?:(?P<gap>\.\.(?P<width>\d*))|\{(?P<slot>\w+)(?:=(?P<name>\w+))?\}|<(?P<list>\w+)>|(?P<open>[(\[])|(?P<close>[)\]])|(?P<bar>\|)"
    r"|(?P<word>[^\s(){}\[\]<>|*]+\*?))"
)
DEFAULT_GAP = 4
WIDEST_GAP = 12


@dataclass(frozen=True, slots=True)
class Word:
    """One word out of a set; `starts` are beginnings of words."""

    words: frozenset[str]
    starts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """Something that was found in the text beforehand; `name` is what the rule calls it."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to so many words."""

    width: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several chains; an empty one makes it optional."""

    chains: tuple[Chain, ...]


Part = Word | Slot | Gap | Choice
Chain = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something found at words `first` to `after` (exclusive) that can fill the slot of this name."""

    slot: str
    first: int
    after: int
    span: Span
    value: object


@dataclass(frozen=True, slots=True)
class Found:
    """Where a phrase stands: words `first` to `after` (exclusive), and what filled its slots."""

    first: int
    after: int
    slots: Mapping[str, Mark]


def compile_phrase(phrase: str, lists: Mapping[str, Chain], *, item: str) -> Chain:
    """A phrase as a chain of parts; `Misconfigured` when it is not well written."""
    chains, rest = _chains(phrase, 0, lists, item, closing="")
    if rest != len(phrase.rstrip()) and phrase[rest:].strip():
        raise _wrong(item, phrase, "it has a bracket too many")
    chain = _merged(chains)
    if not chain or not _begins(chain):
        raise _wrong(item, phrase, "it must begin with a word, list or slot")
    return chain


def compile_list(words: Sequence[str], lists: Mapping[str, Chain], *, item: str) -> Chain:
    """A list of words or short phrases as a chain that matches any of them."""
    single = [word for word in words if " " not in word and not set(word) & set("()[]{}<>|")]
    several = [word for word in words if word not in single]
    chains: list[Chain] = [(_word(single),)] if single else []
    chains += [compile_phrase(phrase, lists, item=item) for phrase in several]
    return _merged(chains)


def _merged(chains: Sequence[Chain]) -> Chain:
    return chains[0] if len(chains) == 1 else (Choice(tuple(chains)),)


def _chains(phrase: str, at: int, lists: Mapping[str, Chain], item: str, *, closing: str) -> tuple[list[Chain], int]:
    chains: list[Chain] = []
    parts: list[Part] = []
    while match := _PART.match(phrase, at):
        at = match.end()
        if match["close"]:
            if match["close"] != closing:
                raise _wrong(item, phrase, "its brackets do not match")
            return [*chains, tuple(parts)], at
        if match["bar"]:
            chains.append(tuple(parts))
            parts = []
        elif match["open"]:
            inner, at = _chains(phrase, at, lists, item, closing=")" if match["open"] == "(" else "]")
            parts.append(Choice((*inner, ()) if match["open"] == "[" else tuple(inner)))
        elif match["list"]:
            if match["list"] not in lists:
                raise _wrong(item, phrase, f"there is no list <{match['list']}>")
            parts.extend(lists[match["list"]])
        else:
            parts.append(_part(match, item, phrase))
    if closing:
        raise _wrong(item, phrase, "a bracket is not closed")
    return [*chains, tuple(parts)], at


def _part(match: re.Match[str], item: str, phrase: str) -> Part:
    if match["gap"]:
        width = int(match["width"] or DEFAULT_GAP)
        if width > WIDEST_GAP:
            raise _wrong(item, phrase, f"a gap is at most {WIDEST_GAP} words")
        return Gap(width)
    if match["slot"]:
        return Slot(match["slot"], match["name"] or match["slot"])
    return _word([match["word"]])


def _word(words: Sequence[str]) -> Word:
    whole = [_bare(word) for word in words if not word.endswith("*")]
    starts = [_bare(word[:-1]) for word in words if word.endswith("*")]
    return Word(frozenset(whole), tuple(starts))


def _bare(word: str) -> str:
    form = fold(word).text
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


def _wrong(item: str, phrase: str, why: str) -> Misconfigured:
    what = f"the phrase “{phrase}” cannot be read: {why}"
    return Misconfigured(what, item=item, remedy="see seeds/phrases/README.md")


def _begins(chain: Chain) -> bool:
    """Whether a match of the chain can begin only with a word or slot of its own."""
    for part in chain:
        if isinstance(part, Choice):
            if not all(_begins(one) for one in part.chains if one):
                return False
            if all(part.chains):
                return True
        else:
            return not isinstance(part, Gap)
    return False
