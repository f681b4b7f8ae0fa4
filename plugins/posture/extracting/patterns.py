"""The language in which analysts write phrases, and how it is matched.

    withdraw            the word; Arabic without ال, whatever of و ف ب ل ك س is joined before it
    withdr*             a word that begins so
    (talks|round of talks)   one of these
    [all]               may be missing
    ..3                 up to three words in between; `..` alone means up to four
    {force}             what the lexicon or the number reader found: see seeds/phrases/README.md
    {count=later}       the same, called `later` where a phrase has two
    <soldiers>          a list of words from `lists`

A phrase is a short chain of such parts, each tried at most once per place: the time to match grows with the length of
the text, never faster (a gap has a fixed width and every part passed over is remembered).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from posture.errors import Misconfigured
from posture.extracting.tokens import Token
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

    def fits(self, token: Token) -> bool:
        """Whether the token is one of the words in any of its forms."""
        if not self.words.isdisjoint(token.forms):
            return True
        return bool(self.starts) and any(form.startswith(self.starts) for form in token.forms)


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
    if not chain or not _first_keys(chain):
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


def _first_keys(chain: Chain) -> list[Word | Slot]:
    """The words and slots with which a match of the chain can begin; empty when it could begin with anything."""
    found: list[Word | Slot] = []
    for part in chain:
        if isinstance(part, Gap):
            return []
        if isinstance(part, Choice):
            inner = [_first_keys(one) for one in part.chains if one]
            if not all(inner):
                return []
            found += [key for keys in inner for key in keys]
            if all(part.chains):
                return found
        else:
            return [*found, part]
    return []


@dataclass(frozen=True, slots=True)
class Fork:
    """Steps of a program to go on with, the wanted one first."""

    steps: tuple[int, ...]


Program = tuple[Word | Slot | Gap | Fork, ...]


def program_of(chain: Chain) -> Program:
    """The chain as numbered steps, each followed by the next unless it is a fork."""
    steps: list[Word | Slot | Gap | Fork] = []
    _lay(chain, steps)
    return tuple(steps)


def _lay(chain: Chain, steps: list[Word | Slot | Gap | Fork]) -> None:
    for part in chain:
        if not isinstance(part, Choice):
            steps.append(part)
            continue
        fork = len(steps)
        steps.append(Fork(()))
        begins, ends = [], []
        for one in part.chains:
            begins.append(len(steps))
            _lay(one, steps)
            ends.append(len(steps))
            steps.append(Fork(()))
        steps[fork] = Fork(tuple(begins))
        for end in ends:
            steps[end] = Fork((len(steps),))


def match_at(
    program: Program, first: int, tokens: Sequence[Token], marks: Mapping[int, Sequence[Mark]]
) -> Found | None:
    """The match that begins at this word, gaps as narrow and optional parts as full as they can be.

    Every (step, word) is tried once at most, so the time is bounded by the length of the phrase times its reach.
    """
    tried: set[tuple[int, int]] = set()
    waiting: list[tuple[int, int, tuple[tuple[str, Mark], ...]]] = [(0, first, ())]
    while waiting:
        step, at, slots = waiting.pop()
        if step == len(program):
            return Found(first, at, dict(slots))
        if (step, at) in tried:
            continue
        tried.add((step, at))
        part = program[step]
        if isinstance(part, Word):
            if at < len(tokens) and part.fits(tokens[at]):
                waiting.append((step + 1, at + 1, slots))
        elif isinstance(part, Slot):
            here = [mark for mark in marks.get(at, ()) if mark.slot == part.kind]
            waiting.extend((step + 1, mark.after, (*slots, (part.name, mark))) for mark in reversed(here))
        elif isinstance(part, Gap):
            waiting.extend((step + 1, end, slots) for end in range(min(at + part.width, len(tokens)), at - 1, -1))
        else:
            waiting.extend((target, at, slots) for target in reversed(part.steps))
    return None


class Matcher:
    """Finds many phrases in a sentence at once, looking only at those that can begin with the word at hand."""

    def __init__(self, chains: Sequence[tuple[str, Chain]]) -> None:
        self._programs = [program_of(chain) for _, chain in chains]
        self._names = [name for name, _ in chains]
        self._by_word: dict[str, set[int]] = {}
        self._by_start: dict[str, set[tuple[str, int]]] = {}  # first three letters → (beginning, phrase)
        self._short: set[tuple[str, int]] = set()
        self._by_slot: dict[str, set[int]] = {}
        for number, (_, chain) in enumerate(chains):
            self._index(number, chain)

    def _index(self, number: int, chain: Chain) -> None:
        for key in _first_keys(chain):
            if isinstance(key, Slot):
                self._by_slot.setdefault(key.kind, set()).add(number)
                continue
            for word in key.words:
                self._by_word.setdefault(word, set()).add(number)
            for start in key.starts:
                if len(start) < 3:
                    self._short.add((start, number))
                else:
                    self._by_start.setdefault(start[:3], set()).add((start, number))

    def find(self, tokens: Sequence[Token], marks: Mapping[int, Sequence[Mark]]) -> Iterator[tuple[str, Found]]:
        """Every phrase that stands in the sentence, with its name; for each phrase and first word, one match."""
        for first, token in enumerate(tokens):
            for number in sorted(self._candidates(token, marks.get(first, ()))):
                found = match_at(self._programs[number], first, tokens, marks)
                if found:
                    yield self._names[number], found

    def _candidates(self, token: Token, here: Sequence[Mark]) -> set[int]:
        found: set[int] = set()
        for form in token.forms:
            found |= self._by_word.get(form, set())
            found |= {number for start, number in self._by_start.get(form[:3], ()) if form.startswith(start)}
            if self._short:
                found |= {number for start, number in self._short if form.startswith(start)}
        for mark in here:
            found |= self._by_slot.get(mark.slot, set())
        return found
