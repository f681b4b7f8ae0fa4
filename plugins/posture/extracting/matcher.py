"""Finding many phrases in a sentence at once.

Every word of a sentence has *keys*: its forms, the beginnings that phrases ask for, the slots that what stands there
can fill. A phrase is a numbered program; each step knows the keys with which it can go on, so that nothing is tried
that cannot fit. Every (step, word) is tried at most once: the time to match grows with the length of the text, never
faster (a gap has a fixed width and every part passed over is remembered).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from posture.extracting.patterns import Chain, Choice, Found, Gap, Mark, Slot, Word
from posture.extracting.tokens import Token

Keys = frozenset[str]
Marks = Mapping[int, Sequence[Mark]]
_LETTERS = 3  # by so many first letters the beginnings of words are looked up
_MOST_KNOWN = 50_000  # words whose keys are remembered


@dataclass(frozen=True, slots=True)
class Fork:
    """Steps of a program to go on with, the wanted one first."""

    steps: tuple[int, ...]


Step = Word | Slot | Gap | Fork


@dataclass(frozen=True, slots=True)
class Program:
    """A chain as numbered steps, each followed by the next unless it is a fork.

    `ahead` are the keys of one of which the word at hand must have for a step to go on; None when any word will do.
    `musts` are sets of keys of each of which some word of the sentence must have one.
    """

    steps: tuple[Step, ...]
    ahead: tuple[Keys | None, ...]
    musts: tuple[Keys, ...]


def program_of(chain: Chain) -> Program:
    """The chain as a program."""
    steps: list[Step] = []
    _lay(chain, steps)
    ahead: list[Keys | None] = [None] * (len(steps) + 1)
    for at in reversed(range(len(steps))):
        ahead[at] = _ahead(steps[at], ahead)
    musts = [_keys_of(part) for part in chain]
    return Program(tuple(steps), tuple(ahead), tuple(keys for keys in musts if keys is not None))


def _lay(chain: Chain, steps: list[Step]) -> None:
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


def _ahead(step: Step, ahead: Sequence[Keys | None]) -> Keys | None:
    if isinstance(step, Gap):
        return None
    if isinstance(step, Fork):
        each = [ahead[target] for target in step.steps]
        known = [keys for keys in each if keys is not None]
        return frozenset().union(*known) if len(known) == len(each) else None
    return _keys_of(step)


def _keys_of(part: Word | Slot | Gap | Choice) -> Keys | None:
    """The keys of which a match of this part needs one in the sentence; None when it can do without."""
    if isinstance(part, Word):
        return part.words | {f"{start}*" for start in part.starts}
    if isinstance(part, Slot):
        return frozenset((f"{{{part.kind}}}",))
    if isinstance(part, Gap):
        return None
    each = [_first_of(chain) for chain in part.chains]
    known = [keys for keys in each if keys is not None]
    return frozenset().union(*known) if len(known) == len(each) else None


def _first_of(chain: Chain) -> Keys | None:
    """The keys that one certain part of the chain needs."""
    return next((keys for part in chain if (keys := _keys_of(part)) is not None), None)


def match_at(program: Program, first: int, keys: Sequence[Keys], marks: Marks) -> Found | None:
    """The match that begins at this word, gaps as narrow and optional parts as full as they can be."""
    tried: set[tuple[int, int]] = set()
    waiting: list[tuple[int, int, tuple[tuple[str, Mark], ...]]] = [(0, first, ())]
    while waiting:
        step, at, slots = waiting.pop()
        if step == len(program.steps):
            return Found(first, at, dict(slots))
        if (step, at) in tried:
            continue
        tried.add((step, at))
        part = program.steps[step]
        if isinstance(part, Word):
            if _goes_on(program.ahead[step], at, keys):
                waiting.append((step + 1, at + 1, slots))
        elif isinstance(part, Slot):
            here = [mark for mark in marks.get(at, ()) if mark.slot == part.kind]
            waiting.extend((step + 1, mark.after, (*slots, (part.name, mark))) for mark in reversed(here))
        elif isinstance(part, Gap):
            ends = range(min(at + part.width, len(keys)), at - 1, -1)
            waiting.extend((step + 1, end, slots) for end in ends if _goes_on(program.ahead[step + 1], end, keys))
        else:
            targets = (target for target in reversed(part.steps) if _goes_on(program.ahead[target], at, keys))
            waiting.extend((target, at, slots) for target in targets)
    return None


def _goes_on(ahead: Keys | None, at: int, keys: Sequence[Keys]) -> bool:
    """Whether the word at this place has one of the keys."""
    return ahead is None or (at < len(keys) and not ahead.isdisjoint(keys[at]))


class Matcher:
    """Finds many phrases in a sentence at once, looking only at those that can begin with the word at hand."""

    def __init__(self, chains: Sequence[tuple[str, Chain]]) -> None:
        self._programs = [program_of(chain) for _, chain in chains]
        self._names = [name for name, _ in chains]
        self._starts: dict[str, set[str]] = defaultdict(set)  # first letters → beginnings of words
        self._by_key: dict[str, set[int]] = defaultdict(set)  # → the programs that can begin so
        self._known: dict[Keys, Keys] = {}
        for number, program in enumerate(self._programs):
            for key in program.ahead[0] or ():
                self._by_key[key].add(number)
        for key in {key for program in self._programs for step in program.steps for key in _word_keys(step)}:
            if key.endswith("*"):
                self._starts[key[: min(_LETTERS, len(key) - 1)]].add(key[:-1])

    def find(self, tokens: Sequence[Token], marks: Marks) -> Iterator[tuple[str, Found]]:
        """Every phrase that stands in the sentence, with its name; for each phrase and first word, one match."""
        keys = [self._keys(token, marks.get(at, ())) for at, token in enumerate(tokens)]
        alive = self._alive(frozenset().union(*keys))
        for first, here in enumerate(keys):
            numbers = {number for key in here & alive.keys() for number in alive[key]}
            for number in sorted(numbers):
                found = match_at(self._programs[number], first, keys, marks)
                if found:
                    yield self._names[number], found

    def _alive(self, there: Keys) -> Mapping[str, Sequence[int]]:
        """The programs that can stand in a sentence with these keys, by the keys with which they begin."""
        able: dict[int, bool] = {}
        alive: dict[str, list[int]] = {}
        for key in there & self._by_key.keys():
            for number in self._by_key[key]:
                if number not in able:
                    able[number] = not any(must.isdisjoint(there) for must in self._programs[number].musts)
                if able[number]:
                    alive.setdefault(key, []).append(number)
        return alive

    def _keys(self, token: Token, here: Sequence[Mark]) -> Keys:
        known = self._known.get(token.forms)
        if known is None:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            known = self._known[token.forms] = token.forms | set(self._beginnings(token.forms))
        return known | {f"{{{mark.slot}}}" for mark in here} if here else known

    def _beginnings(self, forms: Keys) -> Iterator[str]:
        for form in forms:
            for letters in range(1, _LETTERS + 1):
                yield from (f"{s}*" for s in self._starts.get(form[:letters], ()) if form.startswith(s))


def _word_keys(step: Step) -> Keys:
    return (_keys_of(step) or frozenset()) if isinstance(step, Word) else frozenset()
