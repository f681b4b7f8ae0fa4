"""Which parts of a list one poll reads: those of an index by turns, each file of a stream until it was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from posture.collecting.states import SourceState
from posture.collecting.windows import GDELT_EVERY, NEWEST, STAMP, gdelt_files, moment_of

# Of an index that does not say what changed, the first and the last part hold the newest pages, as a rule.
ENDS = 2
# A file that is older than this and failed so often does not come any more.
LATE = timedelta(days=1)
MOST_TRIES = 8


def in_turn(parts: Sequence[str], *, turn: int) -> tuple[str, ...]:
    """The parts of an index in the order in which to read them: both ends, then the others from `turn` on.

    >>> in_turn(("a", "b", "c", "d", "e"), turn=1)
    ('a', 'e', 'c', 'd', 'b')
    """
    if len(parts) <= ENDS:
        return tuple(parts)
    first, *others, last = parts
    at = turn % len(others)
    return (first, last, *others[at:], *others[:at])


def files_to_read(state: SourceState, address: str, listed: Iterable[str]) -> dict[str, int]:
    """The files of a stream that are still to be read, with how often each failed: least often and newest first.

    Those that the list names, those that came since the newest of the poll before, and those that failed before.
    """
    known = state.files_until
    stamped = [file for file in listed if STAMP.search(file)]
    newest = max(map(moment_of, stamped), default=None)
    since = known + GDELT_EVERY if known is not None else _first(state)
    between = gdelt_files(address, since, newest) if NEWEST.fullmatch(address) and since and newest else ()
    fresh = [file for file in (*stamped, *between) if known is None or moment_of(file) > known]
    waiting = {**dict.fromkeys(fresh, 0), **state.files}
    return dict(sorted(waiting.items(), key=lambda pair: (pair[1], -moment_of(pair[0]).timestamp())))


def after_files(
    state: SourceState, waiting: Mapping[str, int], asked: Mapping[str, bool], *, now: datetime
) -> SourceState:
    """What to remember of a stream: `asked` says of each file that was asked for whether it was read."""
    tries = {file: count + (file in asked) for file, count in waiting.items() if not asked.get(file)}
    left = {file: count for file, count in tries.items() if count < MOST_TRIES or now - moment_of(file) <= LATE}
    newest = max([*map(moment_of, waiting), *([state.files_until] if state.files_until else [])], default=None)
    return replace(state, files=left, files_until=newest)


def _first(state: SourceState) -> datetime | None:
    """Where a stream goes on that was followed before its files were remembered."""
    return None if state.last_success_at is None else state.last_success_at - GDELT_EVERY
