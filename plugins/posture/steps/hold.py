"""Hold back what an unusual run brought, until a person has looked."""

from __future__ import annotations

from collections.abc import Sequence

from posture.adapters.database import Row, Session
from posture.adapters.world import World
from posture.reporting.holding import FEW_BODIES, Lengths, hold_reason

# Runs before the newest one that show what is usual; at four an hour they are two days.
_RUNS = 200
# Last texts of a source that are looked at.
_TEXTS = 60


def decide(world: World) -> list[str]:
    """Why nothing may be told now, run by run; nothing when all is as usual.

    The newest run is judged, and every other with texts that wait to be told; a run let go stays so.
    """
    with world.database.transaction() as session:
        runs = session.rows("hold.load", limit=_RUNS + 1)
        for place, run in enumerate(runs):
            newest = place == 0
            if not run["unjudged"] or not (newest or run["waits"]):
                continue
            reason = _unusual(session, run, before=runs[place + 1 :], newest=newest)
            if reason is not None:
                session.run("hold.add", run_id=run["run_id"], reason=reason, now=world.now)
        waiting = session.rows("hold.waiting")
    return [_reason(row) for row in waiting]


def _unusual(session: Session, run: Row, *, before: Sequence[Row], newest: bool) -> str | None:
    bodies = session.rows("hold.bodies", run_id=run["run_id"], few=FEW_BODIES, limit=_TEXTS)
    return hold_reason(
        run["loaded"],
        usual=[each["loaded"] for each in before],
        lengths=[
            Lengths(
                source=row["source_id"],
                now=tuple(row["now"]),
                before=tuple(row["before"] or ()),
                let_go=tuple(row["let_go"]),
            )
            for row in bodies
        ],
        # of no run in particular
        taken_back=session.value("hold.taken_back") if newest else 0,
    )


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
