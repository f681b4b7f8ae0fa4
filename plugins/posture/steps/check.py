"""The rules that the data must obey, and the sources that must speak: healthy means that nothing is listed."""

from __future__ import annotations

from posture.adapters.database import Row
from posture.adapters.places import SQL
from posture.adapters.world import World
from posture.errors import Rejected
from posture.model import Tally


def check(world: World) -> Tally:
    """Run every check of `sql/checks`. Raises Rejected naming the rules that are broken and their first row."""
    broken: dict[str, str] = {}
    counts: dict[str, int] = {}
    for path in sorted((SQL / "checks").glob("*.sql")):
        with world.database.transaction() as session:
            found = session.select(path.read_text(encoding="utf-8"))
        counts[path.stem] = len(found)
        if found:
            broken[path.stem] = f"{path.stem} ({len(found)} rows, first {dict(found[0])})"
    if broken:
        remedy = "run the files of these names in sql/checks with psql and mend what they list"
        raise Rejected("the data break a rule", item="; ".join(broken.values()), remedy=remedy)
    return Tally(counts)


def sources(world: World) -> Tally:
    """Raises Rejected naming each source that was asked and fails, is silent beyond its rhythm, or drifts, and why."""
    with world.database.transaction() as session:
        unwell = session.rows("source.unwell")
    if unwell:
        remedy = "ask them with `posture sources check ID` and mend their entries in seeds/sources.yml"
        count = f"{len(unwell)} sources are not as they should be"
        raise Rejected(count, item="\n".join(map(_said, unwell)), remedy=remedy)
    return Tally({"unwell": 0})


def health(world: World) -> Tally:
    """How many sources are watched, and how many of them fail, are silent, or drift."""
    with world.database.transaction() as session:
        row = session.row("source.health")
    return Tally(dict(row or {}))


def _said(row: Row) -> str:
    """One source in a line: what is wrong with it since when, and what would mend it."""
    since = row["failing_since"] if row["failures"] else row["last_new_at"]
    parts = [
        f"{row['failures']} polls failed ({row['outcome']})" if row["failures"] else "",
        "silent beyond its rhythm" if row["silent"] and not row["failures"] else "",
        row["drift"] or "",
        f"since {since:%Y-%m-%d %H:%M} UTC" if since else "never gave a story",
        row["message"] or "",
    ]
    return f"{row['source_id']}: {'; '.join(part for part in parts if part)}"
