"""Read, extract and match kept pages again under the rules of today, and say first what would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from posture.adapters.database import Row, Session, json_value
from posture.adapters.world import World
from posture.errors import Rejected
from posture.extracting.extraction import extract
from posture.lexicon.mentions import mentions_of
from posture.matching.freshness import claim_key
from posture.model import Claim, Extraction, Relevance, Report, Tally, Version
from posture.reading.relevance import judge
from posture.steps import rows, understand
from posture.steps.replay import Decision, replayed
from posture.steps.reviews import reviewed

_LETTERS_SHOWN = 200  # of a text that a difference shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What today's rules see differently in one kept text."""

    version_id: int | None  # None for a page from which no text could be read before
    url: str
    field: str  # page, title, body, on_topic, held, claim, verdict, story
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Again:
    """One text, read again."""

    row: Row
    version: Version
    relevance: Relevance
    extraction: Extraction


def reprocess(world: World, *, first: date, last: date, dry_run: bool) -> tuple[Change, ...]:
    """What differs in the texts published from the first to the last day, in what they say, are and tell of; applied
    unless `dry_run`.
    """
    changes: list[Change] = []
    changed: dict[int, Report | None] = {}
    with world.database.transaction() as session:
        ids = [row["version_id"] for row in session.rows("reprocess.version_ids", first=first, last=last)]
    for version_id in ids:
        with world.database.transaction() as session:
            again = _read_again(world, session, version_id)
            found = list(_changes(session, again))
        if found:
            changed[version_id] = _report(again)
        changes += found
    with world.database.transaction() as session:
        decided = replayed(session, first=first, last=last, changed=changed)
    changes += [_decided(decision) for decision in decided]
    changes += _rejected_pages(world, first, last, dry_run=dry_run)
    if changes and not dry_run:
        _apply_all(world, changed, first=first, last=last, decided=bool(decided))
    return tuple(changes)


def _apply_all(world: World, changed: Iterable[int], *, first: date, last: date, decided: bool) -> None:
    for version_id in changed:
        with world.database.transaction() as session:
            _apply(world, session, _read_again(world, session, version_id))
    if decided:  # all are decided once more, in the order of the first time
        with world.database.transaction() as session:
            for row in session.rows("reprocess.texts", first=first, last=last):
                session.run("reprocess.forget_verdict", version_id=row["version_id"])
                session.run("reprocess.forget_story", version_id=row["version_id"])
    for step in (understand.read, understand.extract, understand.match, understand.group):
        step(world)


def _report(again: _Again) -> Report | None:
    """The text as today's rules read it; None when it is off the topic or held."""
    if not again.relevance.on_topic or again.relevance.held:
        return None
    version_id, address = again.row["version_id"], again.row["address"]
    return Report(key=str(version_id), version=again.version, extraction=again.extraction, article=address)


def _decided(decision: Decision) -> Change:
    return Change(
        version_id=decision.version_id,
        url=decision.url,
        field=decision.field,
        before=decision.before,
        after=decision.after,
    )


def tally(changes: tuple[Change, ...]) -> Tally:
    """How many changes of each field."""
    return Tally(dict(Counter(change.field for change in changes)))


def _rejected_pages(world: World, first: date, last: date, *, dry_run: bool) -> list[Change]:
    """Pages that gave no text when they were read, and give one now: they wait to be read again unless `dry_run`."""
    changes = []
    with world.database.transaction() as session:
        for row in session.rows("reprocess.rejected", first=first, last=last):
            try:
                title = understand.reading_of(world, rows.page_of(row), row).version.title
            except Rejected:
                continue
            change = Change(version_id=None, url=row["url"], field="page", before=row["rejected"], after=title)
            changes.append(change)
            if not dry_run:
                session.run("reprocess.wait_to_be_read", article_id=row["article_id"], page_id=row["page_id"])
    return changes


def _read_again(world: World, session: Session, version_id: int) -> _Again:
    row = session.rows("reprocess.version", version_id=version_id)[0]
    try:
        version = understand.reading_of(
            world, rows.page_of({**row, "url": row["page_url"], "body": row["page_body"]}), row
        ).version
    except Rejected:
        # what could be read once and cannot any more stays as it is: the text is never taken away
        version = rows.version_of(row)
    mentions = mentions_of(version, world.seeds.lexicon)
    relevance = reviewed(session, row["article_id"], judge(version, mentions, world.seeds.lexicon))
    on_topic = relevance.on_topic and not relevance.held
    extraction = extract(version, world.seeds.lexicon, world.seeds.phrases) if on_topic else Extraction()
    return _Again(row=row, version=version, relevance=relevance, extraction=extraction)


def _changes(session: Session, again: _Again) -> Iterator[Change]:
    row, version = again.row, again.version
    pairs = {
        "title": (row["title"], version.title),
        "body": (row["body"], version.body),
        "published": (row["published_on"], None if version.published is None else version.published.day),
        "on_topic": (row["on_topic"], again.relevance.on_topic),
        "held": (row["held"], again.relevance.held),
    }
    for field, (before, after) in pairs.items():
        if before != after:
            yield _change(row, field, _shown(before), _shown(after))
    stored = rows.reports(session, [row["version_id"]])[row["version_id"]].extraction.claims
    gone, come = Counter(map(_line, stored)), Counter(map(_line, again.extraction.claims))
    for line in (gone - come).elements():
        yield _change(row, "claim", line, None)
    for line in (come - gone).elements():
        yield _change(row, "claim", None, line)


def _change(row: Row, field: str, before: str | None, after: str | None) -> Change:
    return Change(
        version_id=row["version_id"], url=row["url"] or row["address"], field=field, before=before, after=after
    )


def _shown(value: object) -> str | None:
    return None if value is None else str(value)[:_LETTERS_SHOWN]


def _line(claim: Claim) -> str:
    return f"{claim_key(claim)} [{claim.polarity}, {claim.modality}]"


def _apply(world: World, session: Session, again: _Again) -> None:
    version_id, version = again.row["version_id"], again.version
    sha256 = rows.text_sha256(version)
    other = session.value("version.same_text", article_id=again.row["article_id"], text_sha256=sha256)
    if other not in {None, version_id}:
        return  # another version of the article has this very text already
    session.run("version.forget_extraction", version_id=version_id)
    session.run("reprocess.forget_verdict", version_id=version_id)
    session.run(
        "reprocess.replace",
        version_id=version_id,
        **rows.version_values(version),
        on_topic=again.relevance.on_topic,
        held=again.relevance.held,
        score=again.relevance.score,
        because=json_value(rows.because_values(again.relevance)),
        rules=world.seeds.rules,
    )
