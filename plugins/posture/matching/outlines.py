"""A text as matching reads it: sentences of tokens, where a token is a word with its meaning, or a figure with its
value.

Figures stand as values, so that ٢٥٠٠, 2,500 and ألفان وخمسمئة are one token; words stand by stem and, where the
news has a word for it in both languages, by concept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from posture.lexicon.skeletons import skeleton
from posture.matching.figures import Figure, digits_in, figures_in
from posture.matching.fingerprints import Hashes, is_paragraph, shingles, wording
from posture.matching.glossary import Concept, concepts_of, is_common
from posture.matching.stems import stem
from posture.matching.trimming import title_core
from posture.matching.words import Word, words
from posture.model import Report
from posture.text.folding import fold
from posture.text.sentences import sentences

_LABEL = 3  # words of the name of a section
_HEAD = 130  # tokens; agencies put what is new first, and what follows is repeated for months


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a figure of a sentence. `key` is what makes two tokens the same."""

    key: str
    text: str  # as printed
    word: str  # folded
    concept: Concept | None = None
    figure: Figure | None = None
    capital: bool = False

    @property
    def is_ordinary(self) -> bool:
        """Whether any text, or any news text, may have this word."""
        return self.concept is not None or self.figure is not None or is_common(self.word)

    @property
    def kind(self) -> str:
        """The kind of its concept, "" when it has none."""
        return self.concept.kind if self.concept else ""


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence as printed, with its tokens. Each is read once, so that it is equal to itself alone."""

    text: str
    tokens: tuple[Token, ...]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What makes two sentences the same."""
        return tuple(token.key for token in self.tokens)


@dataclass(frozen=True, eq=False)
class Outline:
    """A report in tokens: headline, body, and the names that extraction found, by their folded words."""

    report: Report
    title: Sentence | None
    body: tuple[Sentence, ...]
    entities: Mapping[tuple[str, ...], tuple[str, str]] = field(default_factory=dict)  # words -> entity, kind

    @property
    def language(self) -> str:
        """The language of the text."""
        return self.report.version.language

    @cached_property
    def all(self) -> tuple[Sentence, ...]:
        """Headline and body."""
        return (self.title, *self.body) if self.title else self.body

    @cached_property
    def lead(self) -> tuple[Sentence, ...]:
        """What the report is about: its headline and the first two sentences."""
        return ((self.title,) if self.title else ()) + self.body[:2]

    @cached_property
    def head(self) -> tuple[Sentence, ...]:
        """The report without the background that long ones end in: its sentences up to some 130 tokens, and the
        lead.
        """
        kept, count = list(self.lead), sum(len(sentence.tokens) for sentence in self.lead)
        for sentence in self.body[2:]:
            if count >= _HEAD:
                break
            kept.append(sentence)
            count += len(sentence.tokens)
        return tuple(kept)

    @cached_property
    def size(self) -> int:
        """Tokens of the body."""
        return sum(len(sentence.tokens) for sentence in self.body)

    @cached_property
    def shingles(self) -> Hashes:
        """The different shingles of the text, sorted."""
        return shingles(self.report.version)

    @cached_property
    def keys(self) -> frozenset[str]:
        """What its tokens are known by."""
        return frozenset(key for sentence in self.body for key in sentence.keys)


def outline(report: Report, *, quick: bool = False) -> Outline:
    """The report in tokens. `quick`: figures only where they are written in digits, enough to align sentences."""
    version = report.version
    title = title_core(version.title).strip()
    body = wording(version)
    spans = sentences(body)
    parts = [read_sentence(span.of(body), version.language, quick) for span in spans]
    headline = read_sentence(title, version.language, quick) if title else None
    if headline and (is_paragraph(version.title) or (parts and parts[0].text == title)):
        headline = None  # it is part of the body already
    elif headline and parts and _is_label(headline) and not is_paragraph(parts[0].text):
        headline, *parts = parts  # the headline stands below the name of the page's section
    entities = {
        tuple(word.text for word in words(mention.quote)): (mention.entity, mention.kind)
        for mention in report.extraction.mentions
    }
    return Outline(report, headline, tuple(part for part in parts if part.tokens), entities)


def _is_label(headline: Sentence) -> bool:
    """Whether a headline names a section of the page and tells nothing: «آخر الأخبار», "Latest news"."""
    return len(headline.tokens) <= _LABEL and all(
        token.is_ordinary and not token.figure and token.kind in {"", "act", "thing"} for token in headline.tokens
    )


@lru_cache(maxsize=8192)
def read_sentence(text: str, language: str, quick: bool = False) -> Sentence:
    """One sentence in tokens."""
    figures = digits_in(text) if quick else figures_in(text, language)
    plain = _outside(words(text), figures)
    concepts = concepts_of([word.text for word in plain])
    tokens = [_token(text, word, concept) for word, concept in zip(plain, concepts, strict=True)]
    placed = [((word.start, 1), token) for word, token in zip(plain, tokens, strict=True)]
    placed += [((figure.start, 0), _figure_token(text, figure)) for figure in figures]
    return Sentence(text, tuple(token for _, token in sorted(placed, key=lambda pair: pair[0])))


def _outside(found: tuple[Word, ...], figures: tuple[Figure, ...]) -> list[Word]:
    return [
        word for word in found if not any(figure.start < word.end and word.start < figure.end for figure in figures)
    ]


def _token(text: str, word: Word, concept: Concept | None) -> Token:
    printed = text[word.start : word.end]
    # "us" and "may" are words too: the country and the month are printed with a capital.
    if concept and (
        (concept.name == "us" and printed == "us") or (concept.kind == "month" and printed in {"may", "march"})
    ):
        concept = None
    key = f"{concept.kind}:{concept.name}" if concept and concept.kind in _BY_CONCEPT else stem(word.text)
    return Token(key, printed, word.text, concept, None, word.capital)


# Kinds whose words are interchangeable; an event or a role keeps its own word, for another one may say something else.
_BY_CONCEPT = frozenset({"country", "city", "weekday", "month", "hour"})


def _figure_token(text: str, figure: Figure) -> Token:
    printed = text[figure.start : figure.end] or figure.label
    return Token(f"#{figure.label}", printed, fold(printed).text, None, figure)


@lru_cache(maxsize=1 << 15)
def bones(word: str) -> str:
    """The consonants of a name, without spaces: the same in both scripts."""
    return skeleton(word).replace(" ", "")
