"""What a digest or an alert tells of: rows of the database as frozen values.

Ids (forces, places, speakers, outlets) stay ids here; `wording.Words` turns them into names in the reader's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from posture.model import Bound, ClaimKind, Modality, Polarity, VerdictKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count as the text bounds it; `low` or `high` is None when it is open on that side."""

    low: int | None
    high: int | None
    about: bool = False
    bound: Bound | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words in print: the sentence, who said it, through whom, and where it can be read.

    `mark` is the stretch of the sentence that carries the claim: code points, end exclusive.
    """

    quote: str
    language: str
    outlet: str
    url: str | None = None
    speaker: str | None = None
    via: str | None = None
    printed: date | None = None  # day of publication
    mark: tuple[int, int] = (0, 0)
    speaker_words: str | None = None  # the speaker as the text names him

    @property
    def words(self) -> str:
        """The words that carry the claim."""
        return self.quote[slice(*self.mark)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One claim of one text, with the words that carry it."""

    claim_id: int
    key: str  # the same for the same claim in any text
    kind: ClaimKind
    said: Said
    version_id: int | None = None
    story_id: int | None = None
    figure: Figure | None = None
    force: str | None = None
    role: str | None = None
    place: str | None = None
    as_of: date | None = None
    from_: date | None = None
    to: date | None = None
    event: str | None = None
    target: str | None = None
    target_kind: str | None = None  # base, camp, convoy, …: what the lexicon says the target is
    killed: int | None = None
    wounded: int | None = None
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    freshness: str | None = None  # fresh, repeated, background; None when not yet decided
    confidence: float = 1.0  # how closely the sentence fits the rule that read it, 0 to 1

    @property
    def day(self) -> date | None:
        """The day the claim speaks of, else the day it was printed."""
        return self.as_of or self.said.printed


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentLevel:
    """What is said now of one force in one place: the latest figure and every other that stands beside it."""

    latest: Fact
    others: tuple[Fact, ...] = ()  # latest statement of each other distinct figure, newest first
    since: date | None = None  # first day on which the latest figure was given
    times: int = 1  # how often a figure was given at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A figure that departs from what was said before; `before` is None for the first figure of a force in a place."""

    after: Fact
    before: Fact | None = None

    @property
    def moved(self) -> bool:
        """Whether one speaker changed a figure; otherwise another speaker gives another one."""
        return self.before is not None and self.before.said.speaker == self.after.said.speaker is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """A promised, demanded or agreed date, with its maker and how far away it is."""

    fact: Fact
    state: str  # announced, planned, expected, demanded, denied
    days_left: int | None = None  # negative when the date has passed, None when the text gives no date
    moved_from: date | None = None  # the date that the same maker gave before
    also: tuple[Fact, ...] = ()  # others who name the same date


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One report of a story: a headline at an outlet."""

    title: str
    language: str
    outlet: str
    url: str | None = None
    verdict: VerdictKind | None = None
    of_the_day: bool = True  # whether the day's digest tells of it, or an earlier one did


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One event, and who reports it: `origins` counts independent texts, `families` publishers."""

    story_id: int
    headline: Link
    origins: int
    outlets: int
    families: int
    languages: tuple[str, ...]
    reports: tuple[Link, ...] = ()
    claims: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A field in which two texts disagree: near-identical ones (variant) or independent ones (conflict)."""

    kind: str  # variant or conflict
    field: str
    a: str | Figure
    b: str | Figure
    a_text: Link
    b_text: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Something that a text said, and says no more: the old value beside the new one."""

    field: str
    old: str
    new: str | None  # None: the text says nothing of it any more
    text: Link
    at: datetime
    told: bool = False  # whether the old value had been told


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """A source from which nothing could be seen, and why."""

    outlet: str
    reason: str  # in the words of the program, for whoever looks after the sources
    outcome: str | None = None  # how the last poll ended, `drift`, `never_polled` or `no_story`
    since: datetime | None = None
    silent: bool = False  # it answers, but is quiet for longer than is usual


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A text that waits for a person."""

    text: Link
    score: float  # how strongly it is on the topic, 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What became of every address that one source showed in the day."""

    outlet: str
    counts: Mapping[str, int]  # by outcome, in the order of BOOK_OUTCOMES

    @property
    def seen(self) -> int:
        """All addresses, each counted once."""
        return sum(self.counts.values())


BOOK_OUTCOMES = ("new", "known", "copy", "variant", "update", "translation", "off_topic", "held", "failed", "waiting")


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestData:
    """Everything that one day's digest shows."""

    day: date  # the day told of, in Baghdad
    levels: tuple[PresentLevel, ...] = ()
    points: tuple[Fact, ...] = ()  # force levels over time, for the chart
    changes: tuple[Change, ...] = ()
    timetables: tuple[Timetable, ...] = ()
    stories: tuple[Story, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    corrections: tuple[Correction, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    held: tuple[Held, ...] = ()
    books: tuple[Book, ...] = ()
    quiet: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        told = self.changes or self.stories or self.disputes or self.corrections or self.held
        object.__setattr__(self, "quiet", not told)

    @property
    def seen(self) -> int:
        """Addresses seen in the day, over all sources."""
        return sum(book.seen for book in self.books)
