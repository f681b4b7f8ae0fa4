"""Pending work, item by item: each in its own transaction, a rejected one kept with its reason."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable

from posture.adapters.database import Row, Session
from posture.adapters.world import World
from posture.errors import PostureError, Rejected
from posture.model import Tally

Do = Callable[[World, Session, Row], str]
Reject = Callable[[World, Session, Row, str], None]

# One odd page may trip our code; when it trips over this share of several, the code is wrong.
FEWEST_BROKEN, MOST_BROKEN = 3, 0.25

log = logging.getLogger(__name__)


def each(world: World, next_item: str, do: Do, *, reject: Reject, turns: str | None = None) -> Tally:
    """Do every pending item until the query `next_item` gives none; how many ended in which outcome.

    The item's work and its outcome are one transaction, so a killed worker leaves it pending. An item that is Rejected,
    or on which our own code fails, is marked by `reject` and the run goes on; Transient and Misconfigured end the step.
    Where our own code fails on many of the items, the step is red at its end: that is a bug and not the press.
    `turns` is a query that waits until no other worker is at an item: for what is decided in the light of all before.
    """
    counts: Counter[str] = Counter()
    while (outcome := _one(world, next_item, do, reject, turns)) is not None:
        counts[outcome] += 1
    remedy = "then `posture reprocess` the days concerned"
    refuse_broken(counts["broken"], counts.total(), item=next_item, remedy=remedy)
    return Tally(dict(counts))


def refuse_broken(broken: int, total: int, *, item: str, remedy: str) -> None:
    """Raise Rejected where our own code failed on so many of the items that it is a bug and not the press."""
    if broken >= FEWEST_BROKEN and broken >= MOST_BROKEN * total:
        what = f"our own code failed on {broken} of {total} items"
        raise Rejected(what, item=item, remedy=f"read the task's log, mend the bug, {remedy}")


def _one(world: World, next_item: str, do: Do, reject: Reject, turns: str | None) -> str | None:
    item: Row | None = None
    try:
        with world.database.transaction() as session:
            if turns is not None:
                session.row(turns)
            item = session.row(next_item)
            return None if item is None else do(world, session, item)
    except Rejected as error:
        outcome, reason = "failed", str(error)
    except PostureError:
        raise
    except Exception as error:
        if item is None:
            raise
        log.exception("failed on %s", item.get("address"))
        outcome, reason = (
            "broken",
            f"{item.get('address')}: {type(error).__name__}: {error}; report this page, it is kept",
        )
    if item is None:  # a query is never Rejected, so this cannot be
        raise AssertionError(next_item)
    with world.database.transaction() as session:
        reject(world, session, item, reason)
    return outcome
