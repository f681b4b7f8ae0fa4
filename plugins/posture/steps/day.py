"""What one day's digest shows, gathered from the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from posture.adapters.database import Row, Session
from posture.adapters.world import World
from posture.reporting.disputes import conflicts, each_once
from posture.reporting.facts import (
    BOOK_OUTCOMES,
    Book,
    Correction,
    DigestData,
    Fact,
    Held,
    Link,
    Story,
    Unseen,
)
from posture.reporting.levels import PRESENT, changes, present_levels, present_picture
from posture.reporting.timetables import REMEMBERED, timetables
from posture.steps import telling

BAGHDAD = ZoneInfo("Asia/Baghdad")
# The hour of Baghdad at which the digest goes out: the books of a day run from one digest to the next.
HOUR = 7


def day_of(world: World, session: Session, day: date, *, list_name: str) -> DigestData:
    """The digest of a day for a list, as far as it is known now."""
    last = session.row("digest.last", list=list_name, day=day)
    last_composed_at = None if last is None else last["composed_at"]
    version_ids = texts_of(world, session, day, list_name=list_name)
    new = telling.facts_of(world, session, version_ids=version_ids)
    levels = telling.facts_of(world, session, kinds=["force_level"], since=day - PRESENT, until=day)
    dated = telling.facts_of(world, session, kinds=["timetable"], since=day - REMEMBERED, until=day)
    fresh = {fact.claim_id for fact in new}
    before = [fact for fact in levels if fact.claim_id not in fresh]
    stories = _stories(session, version_ids, new)
    corrections = session.rows(
        "digest.corrections", version_ids=version_ids, list=list_name, since=last_composed_at, now=world.now
    )
    variants = telling.variants_of(session, version_ids)
    return DigestData(
        day=day,
        levels=present_picture(levels, day=day),
        points=tuple(present_levels(levels, day)),
        changes=changes(new, before=before, day=day),
        timetables=timetables(dated, day=day),
        stories=stories,
        disputes=each_once([*(each for variant in variants for each in variant.disputes), *conflicts(new)]),
        corrections=tuple(map(_correction_of, corrections)),
        unseen=tuple(map(_unseen_of, session.rows("digest.unseen"))),
        held=tuple(map(_held_of, session.rows("digest.held", version_ids=version_ids))),
        books=_books(world, session, day, last_composed_at),
    )


def texts_of(world: World, session: Session, day: date, *, list_name: str) -> list[int]:
    """The texts of which a day's digest tells a list."""
    return [row["version_id"] for row in session.rows("digest.texts", day=day, now=world.now, list=list_name)]


def _stories(session: Session, version_ids: Sequence[int], facts: Iterable[Fact]) -> tuple[Story, ...]:
    rows = session.rows("digest.stories", version_ids=version_ids)
    reports: dict[int, list[Row]] = defaultdict(list)
    story_ids = [row["story_id"] for row in rows]
    for row in session.rows("digest.reports", story_ids=story_ids, version_ids=version_ids):
        reports[row["story_id"]].append(row)
    claims: dict[int | None, dict[str, Fact]] = defaultdict(dict)
    for fact in facts:
        if fact.freshness in (None, "fresh"):
            claims[fact.story_id].setdefault(fact.key, fact)
    return tuple(_story_of(row, reports[row["story_id"]], tuple(claims[row["story_id"]].values())) for row in rows)


def _story_of(row: Row, reports: Sequence[Row], claims: tuple[Fact, ...]) -> Story:
    links = tuple(
        Link(
            title=report["title"],
            language=report["language"],
            outlet=report["outlet"],
            url=report["url"],
            verdict=report["verdict"],
            of_the_day=report["of_the_day"],
        )
        for report in reports
    )
    return Story(
        story_id=row["story_id"],
        headline=links[0],
        origins=row["origins"],
        outlets=row["outlets"],
        families=row["families"],
        languages=tuple(sorted({link.language for link in links})),
        reports=links,
        claims=claims,
    )


def _correction_of(row: Row) -> Correction:
    return Correction(
        field=row["field"],
        old=row["old"],
        new=row["new"],
        text=telling.link_of(row),
        at=row["seen_at"],
        told=row["told"],
    )


def _unseen_of(row: Row) -> Unseen:
    if not row["silent"]:
        return Unseen(outlet=row["source_id"], reason=row["drift"], outcome="drift")
    since = row["last_success_at"] if row["failures"] else row["last_new_at"]
    return Unseen(
        outlet=row["source_id"],
        reason=row["message"] or row["outcome"] or "never polled",
        outcome="never_polled" if row["outcome"] is None else row["outcome"] if row["failures"] else "no_story",
        since=since,
        silent=not row["failures"] and since is not None,
    )


def _held_of(row: Row) -> Held:
    return Held(text=telling.link_of(row), score=row["score"])


def _books(world: World, session: Session, day: date, last_composed_at: datetime | None) -> tuple[Book, ...]:
    """The books of the runs from one digest to the next."""
    since = datetime.combine(day, time(HOUR), BAGHDAD)
    until = since + timedelta(days=1)
    if last_composed_at is not None and last_composed_at.astimezone(BAGHDAD).date() == day:
        since = last_composed_at
    if world.now.astimezone(BAGHDAD).date() == until.date():
        until = max(until, world.now)
    return tuple(
        Book(outlet=row["source_id"], counts={name: row[name] for name in BOOK_OUTCOMES if row[name]})
        for row in session.rows("digest.books", since=since, until=until)
    )
