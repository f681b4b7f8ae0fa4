"""The nouns that pass between stages: frozen values, in the words of the press.

A *page* is what an outlet's server answered. An *article* is one address at one outlet; each text it
had is a *version*. A version yields *mentions* (names), *claims* (what is said) and *warnings*; each claim
holds its *evidence*. A *verdict* says what a version is of another; a *story* is one event, whoever reports it.

Positions count Unicode code points, start inclusive, end exclusive, into the title or the body of a version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Where = Literal["title", "body"]
Language = str  # ISO 639 code: "ar", "en", "ckb" (Sorani), "fa"; "und" when too short to tell
ClaimKind = Literal[
    "force_level", "movement", "timetable", "incident", "engagement", "base_status", "legal", "statement"
]
Bound = Literal["exact", "at_least", "at_most", "range"]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "planned", "demanded", "expected", "hypothetical", "denied", "past"]
SourceKind = Literal[
    "rss", "json_feed", "news_sitemap", "sitemap", "html_list", "search_rss", "gdelt_files", "gdelt_doc"
]
VerdictKind = Literal["copy", "variant", "update", "translation", "new"]

CLAIM_KINDS: tuple[ClaimKind, ...] = (
    "force_level", "movement", "timetable", "incident", "engagement", "base_status", "legal", "statement",
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: code points, start inclusive, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words at this span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two stretches share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other stretch lies within this one."""
        return self.start <= other.start and other.end <= self.end


# ---------- what came from outside ----------


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An outlet that is watched, at one address: an entry of seeds/sources.yml, where each field is explained."""

    source_id: str
    name_ar: str
    name_en: str
    address: str
    kind: SourceKind
    language: Language
    country: str
    ownership: str
    family: str  # outlets that speak with one voice share it
    role: str  # news, official, analysis, claims, discovery
    tier: int  # 1 the speaker itself or an agency, 2 own reporting, 3 the rest
    status: Literal["on", "fallback", "off"]
    rhythm_hours: float  # a new story is expected within
    identity_parameters: tuple[str, ...] = ()
    selectors: Mapping[str, str] = field(default_factory=dict)
    timezone: str | None = None  # of times that the outlet writes without one
    alternatives: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()  # other hosts of its pages: those it had before, or goes by elsewhere
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a server answered, as it was: the bytes from which every later result can be rebuilt."""

    url: str  # as asked for
    final_url: str  # after redirects
    status: int
    headers: Mapping[str, str]  # names in lower case
    body: bytes  # after transfer and content decoding
    fetched_at: datetime  # aware


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A day of publication or change, and where it was read.

    `at` is None when only the day is known; `day` is the day in Baghdad when `at` is known.
    `origin` is one of: json_ld, open_graph, meta, page_data, time_element, selector, feed, sitemap, url, dateline,
    text, given, corpus.
    """

    day: date
    at: datetime | None = None
    origin: str = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One entry of a feed, sitemap or list page: an address with what the outlet said of it."""

    url: str
    title: str = ""
    summary: str = ""
    published: Dated | None = None
    guid: str | None = None
    modified: Dated | None = None  # said to have changed then; never a day of publication
    publisher: str | None = None  # home address of the outlet, where a search names another than itself


# ---------- a text and what was found in it ----------


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One text of an article. `body` is final: every span counts characters in it."""

    title: str
    body: str
    language: Language
    published: Dated | None = None
    modified: Dated | None = None
    outlet: str | None = None  # id of a source, None when unknown
    byline: str | None = None
    url: str | None = None
    reader: str = "text"  # name of the extractor that gave the body

    def text(self, where: Where) -> str:
        """The title or the body."""
        return self.title if where == "title" else self.body


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in the text, resolved to an entity of the lexicon (or to an unknown person, id `unknown:<skeleton>`)."""

    entity: str
    kind: str  # person, force, base, place, group, institution, office, agency, outlet, …
    where: Where
    span: Span
    quote: str
    warning: str | None = None  # set when the wording is a known mistranslation or misnaming


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that carry one part of a claim."""

    role: (
        str  # trigger, count, force, role, place, as_of, from, to, speaker, via, target, event, casualties, modality, …
    )
    where: Where
    span: Span
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that the text says, with the words that say it. Fields that do not apply are None."""

    kind: ClaimKind
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float
    count_low: int | None = None
    count_high: int | None = None  # None with a count_low: open upwards
    about: bool = False
    bound: Bound | None = None
    force: str | None = None  # whose troops: us, coalition, non_us_coalition, uk, …
    role: str | None = None  # troops, advisers, trainers, contractors, …
    place: str | None = None
    as_of: date | None = None
    from_: date | None = None
    to: date | None = None
    event: str | None = None  # attack, rocket_attack, withdrawal, talks, meeting, …: the kind's own vocabulary
    target: str | None = None
    casualties: Mapping[str, int] | None = None  # {"killed": 3, "wounded": 8}
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    speaker: str | None = None
    via: str | None = None  # the agency or outlet through which the speaker is quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Warning:  # noqa: A001 -- the word of interfaces.md; the built-in is never used here
    """Something in the text that a reader must not take at face value."""

    kind: str  # known_mistranslation, name_conflict, date_conflict, boilerplate, …
    message: str
    where: Where
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A word that says the article is on the topic."""

    name: str
    where: Where
    span: Span
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevance:
    """Whether an article is on the topic, and why. A held one waits for a person."""

    on_topic: bool
    held: bool
    score: float  # 0 to 1
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that was found in one version."""

    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    warnings: tuple[Warning, ...] = ()
    agency: str | None = None  # the agency whose text this is, id of the lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One version with what was found in it: what matching compares. `key` names it (an id, an address)."""

    key: str
    version: Version
    extraction: Extraction = field(default_factory=Extraction)
    article: str | None = None  # address key of the article, to tell an update from a copy


# ---------- what was decided ----------


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field in which two nearly identical texts disagree."""

    field: str  # "force_level.count", "day", "place", "base", "actor", "polarity", "speaker", "figure", …
    a: str
    b: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a version is of another, by which named test. `of` is the key of the other; for a new one, the nearest."""

    verdict: VerdictKind
    test: str
    of: str | None = None
    likeness: float = 0.0  # Jaccard similarity of the folded bodies' shingles
    containment: float = 0.0  # share of the shorter one's shingles
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """What a task returns: counts by outcome, never texts."""

    counts: Mapping[str, int]

    def __add__(self, other: Tally) -> Tally:
        names = {**self.counts, **other.counts}
        return Tally({name: self.counts.get(name, 0) + other.counts.get(name, 0) for name in names})
