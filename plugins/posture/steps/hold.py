"""Hold back what an unusual run brought, until a person has looked."""

from __future__ import annotations

from posture.adapters.database import Row
from posture.adapters.world import World
from posture.reporting.holding import Lengths, hold_reason

# Runs before the newest one that show what is usual; at four an hour they are two days.
_RUNS = 200
# Last texts of a source that are looked at.
_TEXTS = 60


def decide(world: World) -> list[str]:
    """Why nothing may be told now, run by run; nothing when all is as usual.

    Each run is judged once, and a run let go stays so.
    """
    with world.database.transaction() as session:
        runs = session.rows("hold.load", now=world.now, limit=_RUNS + 1)
        if runs:
            newest, *before = runs
            if session.row("hold.state", run_id=newest["run_id"]) is None:
                bodies = session.rows("hold.bodies", run_id=newest["run_id"], limit=_TEXTS)
                reason = hold_reason(
                    newest["loaded"],
                    usual=[run["loaded"] for run in before],
                    lengths=[
                        Lengths(source=row["source_id"], now=tuple(row["now"]), before=tuple(row["before"] or ()))
                        for row in bodies
                    ],
                    taken_back=session.value("hold.taken_back"),
                )
                if reason is not None:
                    session.run("hold.add", run_id=newest["run_id"], reason=reason, now=world.now)
        waiting = session.rows("hold.waiting")
    return [_reason(row) for row in waiting]


def _reason(row: Row) -> str:
    refused = f" (held back by {row['refused_by']}, {row['refused_at']:%d %b %H:%M %Z})" if row["refused_by"] else ""
    return f"{row['name']}: {row['reason']}{refused}"


def release(world: World, by: str) -> int:
    """A person has looked: let go what waited; how many runs."""
    with world.database.transaction() as session:
        return session.run("hold.release", by=by, now=world.now)


def refuse(world: World, by: str) -> int:
    """A person has looked, or nobody did in time: what waits stays waiting; how many runs."""
    with world.database.transaction() as session:
        return session.run("hold.refuse", by=by, now=world.now)
