"""What a report tells, apart from its words: names, places, days, figures with their units, and what happened.

Facts are strings that read the same whatever the language: `city:basra`, `figure:12 kill`, `day:monday`,
`name:mrkl`. The lead (headline and first two sentences) says which event a report is about; the rest is mostly
background, which other reports of other events repeat.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from math import log10

from posture.matching.outlines import Outline, Sentence, Token, bones
from posture.matching.stems import stem
from posture.text.folding import fold

# How telling a fact is when nothing is known of how often it occurs: names and figures above ordinary words.
WEIGHTS: Mapping[str, float] = {
    "entity": 0.8, "name": 2.0, "figure": 2.0, "date": 2.0, "city": 1.5, "round": 1.5, "score": 2.0, "word": 1.2,
    "country": 0.8,
    "event": 0.7,
    "day": 0.7, "thing": 0.6, "time": 0.8, "hour": 0.4, "role": 0.3,
}  # fmt: skip
_KEPT = 512  # reports whose facts are remembered: one is compared with dozens, one after the other
_FEW = 10  # figures below ten tell nothing without their unit
_SCORE = re.compile(r"(?<![\d\-])(\d{1,2})\s?-\s?(\d{1,2})(?![\d\-])")  # 4-3; languages turn the order round
_YEARS = range(1900, 2101)
_ROUNDS = frozenset({"phase", "talks", "meet", "match", "visit", "elect"})  # what comes in numbered order
_TELLING_ENTITIES = frozenset({"person", "base"})  # countries and ministries are in every report of the subject
_SHORTEST_NAME = 3  # consonants
_VAGUE_EVENTS = frozenset(
    {"say", "announce", "start", "meet", "discover", "leave", "lose", "raise", "cut", "stop", "die"}
)


@dataclass(frozen=True, eq=False)
class Facts:
    """The facts of one report: those of its head, and those of its lead."""

    all: frozenset[str]
    lead: frozenset[str]
    bones: frozenset[str]  # consonants of every word that may be a name, for the other script
    names: frozenset[str]  # consonants of the words that are printed as names (capitals)
    lead_names: frozenset[str]  # of these, those of the lead
    language: str
    numbered: bool  # the headline or the first sentence says which round it is
    denies: bool  # the lead says that something is not so
    figures: Mapping[str, frozenset[str]] = field(default_factory=dict)  # of the lead: unit -> values

    def of(self, kind: str, *, lead: bool = True) -> frozenset[str]:
        """The facts of one kind."""
        return (self._lead_by_kind if lead else self._all_by_kind).get(kind, frozenset())

    @cached_property
    def _lead_by_kind(self) -> Mapping[str, frozenset[str]]:
        return _by_kind(self.lead)

    @cached_property
    def _all_by_kind(self) -> Mapping[str, frozenset[str]]:
        return _by_kind(self.all)


def _by_kind(facts: Iterable[str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for fact in facts:
        found.setdefault(fact.partition(":")[0], set()).add(fact)
    return {kind: frozenset(each) for kind, each in found.items()}


@lru_cache(maxsize=_KEPT)
def facts(outline: Outline) -> Facts:
    """What a report tells."""
    head = frozenset(fact for sentence in outline.head for fact in sentence_facts(sentence, outline))
    lead = frozenset(fact for sentence in outline.lead for fact in sentence_facts(sentence, outline))
    told = [name_bones(sentence) for sentence in outline.head]
    return Facts(
        all=head,
        lead=lead,
        bones=frozenset(bone for _, all_bones in told for bone in all_bones),
        names=frozenset(name for names, _ in told for name in names),
        lead_names=frozenset(name for sentence in outline.lead for name in name_bones(sentence)[0]),
        language=outline.language,
        numbered=any(
            fact.startswith("round:") for sentence in outline.lead[:2] for fact in sentence_facts(sentence, outline)
        ),
        denies=any(
            token.concept is not None and token.concept.name == "deny"
            for sentence in outline.lead[:2]
            for token in sentence.tokens
        ),
        figures=_by_unit(outline.lead),
    )


def sentence_facts(sentence: Sentence, outline: Outline) -> Iterator[str]:
    """The facts of one sentence."""
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        if token.figure:
            yield from _of_figure(tokens, place)
        elif token.kind == "weekday":
            yield f"day:{token.concept.name}"  # type: ignore[union-attr]
        elif token.kind in {"city", "country", "event", "thing", "role", "hour"}:
            yield f"{token.kind}:{token.concept.name}"  # type: ignore[union-attr]
        elif not token.is_ordinary and len(token.word) > 2 and token.word[0].isalpha():
            yield f"word:{stem(token.word)}"
    for score in _SCORE.finditer(fold(sentence.text).text):
        yield "score:" + "-".join(sorted(score.groups(), key=int, reverse=True))
    yield from _entities(sentence, outline)


def _of_figure(tokens: Sequence[Token], place: int) -> Iterator[str]:
    figure = tokens[place].figure
    if figure is None:
        return
    unit = _unit(tokens, place)
    if figure.kind == "ordinal":
        if unit in _ROUNDS:
            yield f"round:{figure.value:g} {unit}"
        return
    month = next(
        (near for near in (*tokens[place + 1 : place + 2], *tokens[max(0, place - 1) : place]) if near.kind == "month"),
        None,
    )
    if month and month.concept and figure.value <= 31:
        yield f"date:{figure.label} {month.concept.name}"
        return
    if month and month.concept and figure.value in _YEARS:
        yield f"date:{month.concept.name} {figure.label}"
        return
    if figure.value in _YEARS and not unit:
        return
    value = f"{figure.value:.10g}" + ("%" if figure.label.endswith("%") else "")
    if figure.kind in {"duration", "clock"}:
        yield f"time:{value}"
    elif figure.value >= _FEW or figure.label.endswith("%") or figure.value != int(figure.value):
        yield f"figure:{value}"
    elif unit:
        yield f"figure:{value} {unit}"


def _unit(tokens: Sequence[Token], place: int) -> str:
    """What a figure counts: the nearest ordinary noun after it, or the event just before («مقتل 12»)."""
    for near in tokens[place + 1 : place + 4]:
        if near.figure:
            break
        if near.kind in {"thing", "event"} and near.concept and near.concept.name not in {"people", "say"}:
            return near.concept.name
    for near in reversed(tokens[max(0, place - 2) : place]):
        if near.kind in {"thing", "event"} and near.concept:
            return near.concept.name
    return ""


def _by_unit(sentences: Sequence[Sentence]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for sentence in sentences:
        for place, token in enumerate(sentence.tokens):
            if not token.figure or token.figure.kind not in {"number", "percent", "range"}:
                continue
            unit = _unit(sentence.tokens, place)
            if unit:
                found.setdefault(unit, set()).add(f"{token.figure.value:.10g}")
    return {unit: frozenset(values) for unit, values in found.items()}


def _entities(sentence: Sentence, outline: Outline) -> Iterator[str]:
    for entity, kind in entities_of(sentence, outline):
        if kind in _TELLING_ENTITIES and not entity.startswith("unknown:"):
            yield f"entity:{entity}"


def entities_of(sentence: Sentence, outline: Outline) -> Iterator[tuple[str, str]]:
    """The names of a sentence that the lexicon knows: entity and kind."""
    if not outline.entities:
        return
    words = [token.word for token in sentence.tokens]
    for size in {len(name) for name in outline.entities}:
        for at in range(len(words) - size + 1):
            known = outline.entities.get(tuple(words[at : at + size]))
            if known:
                yield known


def _is_proper(token: Token) -> bool:
    return token.capital and not token.is_ordinary and token.word.isascii()


@lru_cache(maxsize=16 * _KEPT)
def name_bones(sentence: Sentence) -> tuple[frozenset[str], frozenset[str]]:
    """The consonants of the words printed as names, and of all that may be names."""
    # the first word has its capital from its place, unless a second name follows it
    after = (*sentence.tokens[1:], None)
    proper = {
        bones(token.word)
        for place, (token, following) in enumerate(zip(sentence.tokens, after, strict=True))
        if _is_proper(token) and (place > 0 or (following is not None and following.capital))
    }
    maybe = {bone for token in sentence.tokens if not token.is_ordinary for bone in _bones(token)}
    maybe |= set(_joined(sentence))
    return (
        frozenset(bone for bone in proper if len(bone) >= _SHORTEST_NAME),
        frozenset(bone for bone in maybe if len(bone) >= _SHORTEST_NAME),
    )


def _joined(sentence: Sentence) -> Iterator[str]:
    """Two words in a row as one name: English may print as two words what Arabic prints as one, and the other way
    round.
    """
    for one, other in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if not one.figure and not other.figure and not one.is_ordinary and not other.is_ordinary:
            yield bones(one.word) + bones(other.word)


def _bones(token: Token) -> Iterator[str]:
    """The consonants of a word that may be a name, with and without what may be a clitic."""
    word = token.word
    yield bones(word)
    for clitic in ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف", "ك"):
        if word.startswith(clitic) and len(word) - len(clitic) >= _SHORTEST_NAME:
            yield bones(word.removeprefix(clitic))


def weight(fact: str, frequencies: Mapping[str, float] | None = None) -> float:
    """How telling a fact is. `frequencies` gives the share of reports that have it, where the caller knows."""
    kind, _, value = fact.partition(":")
    base = WEIGHTS.get(kind, 1.0)
    if kind == "event" and value in _VAGUE_EVENTS:
        base *= 0.4
    if frequencies and fact in frequencies:
        # a fact of every tenth report weighs as the table says; of every hundredth, twice that
        from_share = max(frequencies[fact], 1e-4)
        return base * max(0.2, 1.0 - (1.0 + log10(from_share)))
    return base
