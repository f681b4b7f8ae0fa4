"""What a report tells, apart from its words: names, places, days, figures with their units, and what happened.

Facts are strings that read the same whatever the language: `city:basra`, `figure:12 kill`, `day:monday`,
`name:mrkl`. The lead (headline and first two sentences) says which event a report is about; the rest is mostly
background, which other reports of other events repeat.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from posture.matching.clocks import clocks_in
from posture.matching.days import day_of
from posture.matching.outlines import Outline, Sentence
from posture.matching.stems import stem
from posture.matching.sums import by_unit, of_figure
from posture.matching.transcripts import bones, is_proper, names_of, sounds
from posture.matching.weights import EVERYDAY, FREQUENT
from posture.text.folding import fold

_FEWEST_LETTERS = 3
_COMES_BACK = 2  # sentences, a headline counting for two
_EVERYWHERE = frozenset({"country:iraq", "country:us"})
_DAY_BEFORE = frozenset(fold("yesterday before previous earlier أمس السابق السابقة قبل").text.split())
_AWAITED = frozenset(
    fold(
        """expects considering considers weighs weighing mulls mulling ponders likely
        يدرس تدرس يعتزم تعتزم يتوقع يتوقعون متوقع مرتقب المرتقب ينوي تنوي يستعد تستعد يتجه تتجه قريبا ترقب"""
    ).text.split()
)
_KEPT = 512  # reports whose facts are remembered: one is compared with dozens, one after the other
_SCORE = re.compile(r"(?<![\d\-])(\d{1,2})\s?-\s?(\d{1,2})(?![\d\-])")  # 4-3; languages turn the order round
_TELLING_ENTITIES = frozenset({"person", "base", "group"})  # countries and ministries are in every report


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
    looks_back: bool  # the lead says "yesterday", "the day before"
    awaits: bool  # the headline or the first sentence tells of what is expected, studied or planned
    published: date | None  # the day, where known
    figures: Mapping[str, frozenset[float]] = field(default_factory=dict)  # of the lead: unit -> values
    told: Mapping[str, int] = field(default_factory=dict)  # fact -> sentences that have it, a headline for two
    clocks: frozenset[int] = frozenset()  # hours of the day that the lead names by the clock
    headline: frozenset[str] = frozenset()  # the facts of the headline, or of the first sentence where there is none
    name_counts: Mapping[str, int] = field(default_factory=dict)  # the same for the consonants of names
    arabic: Mapping[str, str] = field(default_factory=dict)  # of the facts that are Arabic words, the word
    proper: frozenset[str] = frozenset()  # of the facts, the words printed as names

    def of(self, kind: str, *, lead: bool = True) -> frozenset[str]:
        """The facts of one kind."""
        return (self._lead_by_kind if lead else self._all_by_kind).get(kind, frozenset())

    @cached_property
    def gives_full_date(self) -> bool:
        """Whether the lead tells day, month and year, as who tells of another year must."""
        dates = [fact.removeprefix("date:").split() for fact in self.of("date")]
        months = {words[0] for words in dates if words[0].isalpha()}
        return any(words[-1] in months for words in dates if words[0].isdigit())

    @cached_property
    def prefixed(self) -> frozenset[str]:
        """The Arabic words without what may be a preposition."""
        words = (fact.removeprefix("word:") for fact in self.of("word", lead=False))
        return frozenset(form for word in words for form in without_preposition(word))

    @cached_property
    def numbers(self) -> tuple[float, ...]:
        """The figures of the head that stand without their unit."""
        values = (fact.removeprefix("figure:") for fact in self.of("figure", lead=False))
        return tuple(float(value) for value in values if value.replace(".", "").isdecimal())

    @cached_property
    def focus(self) -> frozenset[str]:
        """Where it takes place: of the bases, cities and lands that it comes back to, those it names most."""
        places = {
            fact: times
            for fact, times in self.told.items()
            if times >= _COMES_BACK
            and fact.partition(":")[0] in {"base", "city", "country"}
            and fact not in _EVERYWHERE
        }
        most = max(places.values(), default=0)
        return frozenset(fact for fact, times in places.items() if times == most)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """Who and where it is about: names that stand in the headline and again below."""
        return frozenset(fact for fact, times in self.told.items() if times > 2 and self._names(fact))

    @cached_property
    def subject_names(self) -> frozenset[str]:
        """The same by their consonants."""
        return frozenset(name for name, times in self.name_counts.items() if times > 2)

    @cached_property
    def subject_words(self) -> tuple[frozenset[str], ...]:
        """The sounds of Arabic words, which never show that they are names, where it comes back to them."""
        words = (word for fact, word in self.arabic.items() if self.told.get(fact, 0) > 2)
        return tuple(spoken for word in words if (spoken := sounds(word)))

    def _names(self, fact: str) -> bool:
        kind = fact.partition(":")[0]
        return (kind in {"city", "country", "base"} and fact not in EVERYDAY) or fact in self.proper

    @cached_property
    def salient_names(self) -> frozenset[str]:
        """Of the names, those that the report comes back to."""
        return frozenset(name for name, times in self.name_counts.items() if times >= 2)

    @cached_property
    def _lead_by_kind(self) -> Mapping[str, frozenset[str]]:
        return _by_kind(self.lead)

    @cached_property
    def _all_by_kind(self) -> Mapping[str, frozenset[str]]:
        return _by_kind(self.all)


def without_preposition(word: str) -> Iterator[str]:
    """An Arabic stem without the letter that may be a preposition."""
    if word[:1] in {"ل", "ب", "ك"} and len(word) > _FEWEST_LETTERS and not word.isascii():
        yield word[1:]


def _by_kind(facts: Iterable[str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for fact in facts:
        found.setdefault(fact.partition(":")[0], set()).add(fact)
    return {kind: frozenset(each) for kind, each in found.items()}


@lru_cache(maxsize=_KEPT)
def facts(outline: Outline) -> Facts:
    """What a report tells."""
    claimed = frozenset(_claims(outline))
    head = frozenset(fact for sentence in outline.head for fact in sentence_facts(sentence, outline)) | claimed
    lead = frozenset(fact for sentence in outline.lead for fact in sentence_facts(sentence, outline)) | claimed
    named = [sentence for sentence in outline.head if not _is_title_case(sentence)]
    every = [bone for sentence in outline.head for bone in names_of(sentence)[1]]
    own = {bones(word) for name, (known, _) in outline.entities.items() if FREQUENT & _facts_of(known) for word in name}
    names = Counter(
        name
        for sentence in named
        for name in names_of(sentence)[0] - own
        for _ in range(2 if sentence is outline.title else 1)
    )
    return Facts(
        all=head,
        lead=lead,
        bones=frozenset(every),
        names=frozenset(names),
        lead_names=frozenset(
            name for sentence in outline.lead if sentence in named for name in names_of(sentence)[0] - own
        ),
        language=outline.language,
        numbered=any(
            fact.startswith("round:") for sentence in outline.lead[:2] for fact in sentence_facts(sentence, outline)
        ),
        denies=any(
            token.concept is not None and token.concept.name == "deny"
            for sentence in outline.lead
            for token in sentence.tokens
        ),
        awaits=any(token.word in _AWAITED for sentence in outline.all[:2] for token in sentence.tokens),
        published=day_of(outline.report),
        looks_back=any(token.word in _DAY_BEFORE for sentence in outline.lead for token in sentence.tokens),
        figures=by_unit(outline.lead),
        told=_told(outline),
        clocks=frozenset(hour for sentence in outline.lead for hour in clocks_in(fold(sentence.text).text)),
        headline=frozenset(fact for sentence in outline.all[:1] for fact in sentence_facts(sentence, outline)),
        name_counts=names,
        arabic={
            fact: token.word
            for sentence in outline.head
            for token in sentence.tokens
            if not token.word.isascii() and (fact := f"word:{stem(token.word)}") in head
        },
        proper=frozenset(
            f"word:{stem(token.word)}" for sentence in named for token in sentence.tokens[1:] if is_proper(token)
        ),
    )


def _claims(outline: Outline) -> Iterator[str]:
    """What the lead claims, where extraction knows the kind of event: a round of talks, an attack on a base."""
    lead = [sentence.text for sentence in outline.lead]
    for claim in outline.report.extraction.claims:
        if claim.event and any(evidence.quote in text for evidence in claim.evidence[:1] for text in lead):
            yield f"claim:{claim.kind}_{claim.event}"


def _told(outline: Outline) -> Mapping[str, int]:
    """In how many sentences a report comes back to each fact; its headline counts for two."""
    found: Counter[str] = Counter()
    for sentence in outline.head:
        for fact in set(sentence_facts(sentence, outline)):
            found[fact] += 2 if sentence is outline.title else 1
    for fact in [fact for fact in found if fact.startswith("word:")]:
        for bare in without_preposition(fact.removeprefix("word:")):
            if f"word:{bare}" in found:
                found[f"word:{bare}"] += found.pop(fact)
    return found


def _is_title_case(sentence: Sentence) -> bool:
    """Whether Nearly Every Word Has a Capital, so that none of them is marked as a name."""
    long = [token for token in sentence.tokens if len(token.word) > 3 and token.word.isascii() and not token.figure]
    return len(long) >= 4 and sum(token.capital for token in long) >= 0.8 * len(long)


def sentence_facts(sentence: Sentence, outline: Outline) -> Iterator[str]:
    """The facts of one sentence."""
    tokens = sentence.tokens
    known = _known(sentence, outline)
    yield from known.values()
    known = {place: fact for place, fact in known.items() if fact in FREQUENT}
    for place, token in enumerate(tokens):
        if token.figure:
            yield from of_figure(tokens, place)
        elif token.kind == "weekday":
            yield f"day:{token.concept.name}"  # type: ignore[union-attr]
        elif token.kind in {"city", "country", "event", "thing", "role", "act", "hour"}:
            yield f"{token.kind}:{token.concept.name}"  # type: ignore[union-attr]
        elif place not in known and not token.is_ordinary and len(token.word) > 2 and token.word[0].isalpha():
            yield f"word:{stem(token.word)}"
    for score in _SCORE.finditer(fold(sentence.text).text):
        yield "score:" + "-".join(sorted(score.groups(), key=int, reverse=True))


def _known(sentence: Sentence, outline: Outline) -> Mapping[int, str]:
    """The people, bases and groups of a sentence by the places of their words, which say no more than the name."""
    found: dict[int, str] = {}
    for place, size, (entity, kind) in _names(sentence, outline):
        if kind in _TELLING_ENTITIES and not entity.startswith("unknown:"):
            fact = f"base:{entity}" if kind == "base" else f"entity:{entity}"
            found |= dict.fromkeys(range(place, place + size), fact)
    return found


def _facts_of(entity: str) -> set[str]:
    return {f"base:{entity}", f"entity:{entity}"}


def entities_of(sentence: Sentence, outline: Outline) -> Iterator[tuple[str, str]]:
    """The names of a sentence that the lexicon knows: entity and kind."""
    return (known for _, _, known in _names(sentence, outline))


def _names(sentence: Sentence, outline: Outline) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """Where a known name stands, how many words it has, and whose it is."""
    if not outline.entities:
        return
    words = [token.word for token in sentence.tokens]
    for size in {len(name) for name in outline.entities}:
        for at in range(len(words) - size + 1):
            known = outline.entities.get(tuple(words[at : at + size]))
            if known:
                yield at, size, known
