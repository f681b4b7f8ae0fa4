"""The files of an archive for past days: each read once, and what it shows of the watched outlets kept."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from posture.adapters.web_errors import FetchFailed, FetchRefused
from posture.adapters.world import World
from posture.collecting.windows import BAGHDAD, GDELT_EVERY, bounds_of, gdelt_files, moment_of
from posture.model import Source
from posture.reading.feeds import FeedReading
from posture.steps import collect, polling
from posture.steps.side_by_side import by_host

# When so many files in a row cannot be had, the archive is away: the others are left for another time.
AWAY = 3
# A file may come late. One that is missing for longer than this does not come any more.
LATE = timedelta(days=1)

_DONE = ("read", "missing", "unreadable")  # it need not be asked for again
Answer = FeedReading | FetchFailed | FetchRefused


@dataclass(frozen=True, slots=True)
class File:
    """One file that was asked for, and what became of it."""

    address: str
    outcome: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Found:
    """What the files of one archive gave, and why some could not be had; empty when all could."""

    counts: Counter[str] = field(default_factory=Counter)
    failure: str = ""


def read(world: World, source: Source, threads: ThreadPoolExecutor, *, run_id: int, first: date, last: date) -> Found:
    """Read the files of these days that were not read before, oldest first; nothing when the source has no files."""
    if source.kind != "gdelt_files":
        return Found()
    waiting = _waiting(world, source, first, last)
    with world.database.transaction() as session:
        session.run("books.open_polls", run_id=run_id, source_ids=[source.source_id])
    counts: Counter[str] = Counter()
    failed: list[str] = []  # in a row
    for address, answer in by_host(threads, waiting, str, partial(polling.part, world, source)):
        outcome = _outcome(answer, is_late=world.now - moment_of(address) > LATE)
        counts[f"files_{outcome}"] += 1
        if outcome in _DONE:
            counts.update(_keep(world, run_id, source, File(address, outcome, answer)))
        failed = [*failed, str(answer)] if outcome == "failed" else []
        if len(failed) == AWAY:
            break
    with world.database.transaction() as session:
        session.run("backfill.note_files", run_id=run_id, source_id=source.source_id, first=first, last=last)
    left = len(waiting) - sum(counts[f"files_{outcome}"] for outcome in (*_DONE, "late"))
    return Found(
        counts, "; ".join([f"{left} files of {source.source_id} could not be had", *failed[-1:]]) if left else ""
    )


def _waiting(world: World, source: Source, first: date, last: date) -> list[str]:
    since, until = bounds_of(first, last)
    files = gdelt_files(source.address, since, min(until, world.now - GDELT_EVERY))
    with world.database.transaction() as session:
        done = session.rows("backfill.read_files", source_id=source.source_id, first=first, last=last)
    known = {row["address"] for row in done}
    return [file for file in files if file not in known]


def _keep(world: World, run_id: int, source: Source, file: File) -> Counter[str]:
    """Keep what a file shows and note that it was read: both or neither."""
    items = file.answer.items if isinstance(file.answer, FeedReading) else ()
    listed = polling.listed(world.seeds.outlets, source, items)
    with world.database.transaction() as session:
        new = collect.keep_items(world, session, run_id, source, listed.items)
        session.run(
            "backfill.note_file",
            source_id=source.source_id,
            address=file.address,
            day=moment_of(file.address).astimezone(BAGHDAD).date(),
            outcome=file.outcome,
            entries=len(listed.items),
            passed_over=listed.passed_over,
            now=world.now,
        )
    return Counter({"seen": len(listed.items), "new": new, "passed_over": listed.passed_over})


def _outcome(answer: Answer, *, is_late: bool) -> str:
    if isinstance(answer, FeedReading):
        return "unreadable" if answer.outcome == "broken" else "read"
    if isinstance(answer, FetchRefused) and answer.status in {404, 410}:
        return "missing" if is_late else "late"
    return "failed"
