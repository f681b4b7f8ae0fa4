"""The daily digest: what is new at one glance, did a figure change, and who says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from textwrap import shorten
from typing import Any

from posture.model import ClaimKind
from posture.reporting.charts import describe_levels, draw_levels
from posture.reporting.facts import BOOK_OUTCOMES, DigestData, Fact, Story
from posture.reporting.glance import glance, is_event, lead, quiet_lines, spread, total, unseen_lines
from posture.reporting.levels import departures
from posture.reporting.messages import Image, Message, RecipientList
from posture.reporting.quality import unsure
from posture.reporting.quotes import quoted
from posture.reporting.rendering import render
from posture.reporting.timetables import state_of
from posture.reporting.wording import Labels, Words

# How many stories are told in full: as many as fit, trying these in turn.
STORIES_IN_FULL = (16, 12, 9, 6, 4, 2)
# Bytes of HTML after which the largest web mail cuts a letter off, less a little.
LONGEST_PAGE = 100_000
# Claims that are quoted of each of the first stories, and of the others; how many more there are is said.
CLAIMS_OF_STORY, FIRST_STORIES, CLAIMS_OF_OTHERS = 5, 3, 2
# Departing figures that stand at the top; all others are in the picture below.
DEPARTURES = 3
# Letters of a headline that stands in the subject.
HEADLINE = 70
# Rows of one section on the page, the rest counted; the plain text has them all.
ROWS = 8
# Lines of a list that takes one line each: stories by headline, books by source.
LINES = 30
# What an analyst looks for first, to what can wait.
_WEIGHT: tuple[ClaimKind, ...] = (
    "force_level", "incident", "timetable", "movement", "base_status", "legal", "engagement", "statement",
)  # fmt: skip
_LIGHT, _DARK = "levels-light@posture", "levels-dark@posture"


def compose_digest(data: DigestData, *, recipient_list: RecipientList, labels: Labels, now: datetime) -> Message:
    """One day's digest for one list, in its language. The same day, list and data give the same message."""
    words = Words(language=recipient_list.language, labels=labels)
    images = () if data.quiet else _chart(data, words)
    full, (subject, text, html) = _fitting(_values(data, words, recipient_list, chart=bool(images)), words)
    return Message(
        key=f"digest-{data.day.isoformat()}-{recipient_list.id}",
        subject=subject,
        text=text,
        html=html,
        language=recipient_list.language,
        date=now,
        list_id=recipient_list.id,
        unsubscribe=recipient_list.unsubscribe,
        images=images,
        told=tuple(_told(data, full)),
    )


def _told(data: DigestData, full: Iterable[Story]) -> Iterator[Fact]:
    """The claims that the digest tells: the picture, the dates, and what it quotes of each story told in full."""
    for level in data.levels:
        yield from (level.latest, *level.others)
    for change in data.changes:
        yield change.after
    for item in data.timetables:
        yield from (item.fact, *item.also)
    for place, story in enumerate(full):
        yield from story.claims[: _claims_of(place)]


def _fitting(values: Mapping[str, Any], words: Words) -> tuple[list[Story], tuple[str, str, str]]:
    """The stories told in full, as many as fit into a letter, and the digest; the others are listed by headline."""
    stories: list[Story] = values["stories"]
    full, rendered = stories, ("", "", "")
    for count in STORIES_IN_FULL:
        full = stories[:count]
        rendered = render("digest", words=words, values={**values, "full": full, "brief": stories[count:]})
        if len(rendered[2].encode()) <= LONGEST_PAGE:
            break
    return full, rendered


def _values(data: DigestData, words: Words, recipient_list: RecipientList, *, chart: bool) -> dict[str, object]:
    stories = [in_language(story, words.language) for story in ranked(data, language=words.language)]
    departing = departures(data.changes, points=data.points)
    return {
        "data": data,
        "list": recipient_list,
        "chart": chart,
        "chart_alt": describe_levels(data.points, words=words),
        "cid_light": _LIGHT,
        "cid_dark": _DARK,
        "departures": departing,
        "top": departing[:DEPARTURES],
        # at the top, so not again in the picture
        "at_the_top": {change.after.claim_id for change in departing[:DEPARTURES]},
        "glance": glance(data, words),
        "headline": lambda story: shorten(lead(story, words) or story.headline.title, HEADLINE, placeholder="…"),
        "lead": partial(lead, words=words),
        "spread": partial(spread, words=words),
        "is_new": partial(is_new, day=data.day),
        "quoted": quoted,
        "any_read": not data.quiet and any(True for _ in _told(data, stories)),
        "any_unsure": not data.quiet and any(map(unsure, _told(data, stories))),
        "quiet_lines": quiet_lines(data, words),
        "stories": stories,
        "claims_of": _claims_of,
        "rows": ROWS,
        "lines": LINES,
        "total": total(data.books),
        "unseen_lines": unseen_lines(data.unseen, words),
        "state_of": state_of,
        "outcomes": [name for name in BOOK_OUTCOMES if any(book.counts.get(name) for book in data.books)],
    }


def is_new(fact: Fact, *, day: date) -> bool:
    """Whether a claim is news of the day, not of one before."""
    return fact.freshness == "fresh" and fact.said.printed is not None and fact.said.printed >= day


def in_language(story: Story, language: str) -> Story:
    """The story under the headline of the day's first report in the reader's language, else of its first one."""
    of_the_day = [report for report in story.reports if report.of_the_day]
    own = [report for report in of_the_day if report.language == language]
    return replace(story, headline=next(iter([*own, *of_the_day, story.headline])))


def ranked(data: DigestData, *, language: str | None = None) -> list[Story]:
    """The stories: first those that change a figure, then by the weightiest thing they tell and how far they went.

    The dead come before all but a changed figure. What only stands in a report's last paragraphs weighs nothing. Of two
    texts that say the same, that in the reader's language is quoted.
    """
    departing = departures(data.changes, points=data.points)
    changed = {change.after.story_id for change in departing}

    def weight(story: Story) -> tuple[bool, bool, int, int, int]:
        told = [fact for fact in story.claims if is_event(fact)]
        kinds = [_WEIGHT.index(fact.kind) for fact in told]
        deadly = any(fact.killed for fact in told)
        quiet = story.story_id not in changed
        return quiet, not deadly, min(kinds, default=len(_WEIGHT)), -story.origins, -story.outlets

    by_kind = [replace(story, claims=tuple(distinct(story.claims, language=language))) for story in data.stories]
    return sorted(by_kind, key=weight)


def distinct(claims: Iterable[Fact], *, language: str | None = None) -> list[Fact]:
    """The claims of a story, each thing once, a named speaker before others; the first of each kind, then the second.

    Looks back come last.
    """

    def weight(fact: Fact) -> tuple[bool, bool, date, int]:
        said = fact.said
        return said.speaker is None, said.language != language, said.printed or date.min, fact.claim_id

    found: dict[tuple[object, ...], Fact] = {}
    for fact in sorted(claims, key=weight):
        figure = (fact.figure.low, fact.figure.high) if fact.figure else None
        thing = (fact.kind, figure, fact.force, fact.event, fact.target or fact.place, fact.to or fact.from_)
        found.setdefault((*thing, fact.polarity, fact.modality == "denied"), fact)
    rank: Counter[tuple[str, bool]] = Counter()
    placed = []
    for fact in sorted(found.values(), key=lambda fact: (fact.modality == "past", _WEIGHT.index(fact.kind))):
        past = fact.modality == "past"
        placed.append(((past, rank[fact.kind, past], _WEIGHT.index(fact.kind)), fact))
        rank[fact.kind, past] += 1
    return [fact for _, fact in sorted(placed, key=lambda item: item[0])]


def _claims_of(place: int) -> int:
    return CLAIMS_OF_STORY if place < FIRST_STORIES else CLAIMS_OF_OTHERS


def _chart(data: DigestData, words: Words) -> tuple[Image, ...]:
    """The chart on light and on dark paper; the mail client shows the one that fits."""
    light = draw_levels(data.points, words=words)
    dark = draw_levels(data.points, words=words, dark=True)
    if light is None or dark is None:
        return ()
    return Image(cid=_LIGHT, png=light), Image(cid=_DARK, png=dark)
