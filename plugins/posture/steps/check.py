"""The rules that the data must obey: healthy means that no check returns a row."""

from __future__ import annotations

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
