"""A claim is fresh once: whoever says it after any report, also one that came with an update, repeats it."""

from __future__ import annotations

from datetime import timedelta

from posture.adapters.world import open_world
from posture.steps import understand
from tests.stored import NOW, Archive

FIRST = """Ferry runs aground off Sidon with 140 aboard
A ferry carrying 140 passengers ran aground off the southern port of Sidon early on Friday, the coast guard said.
Two tugs were sent from Tyre and all passengers were taken off within three hours, a spokesman added.
The ship, built in 1988, had passed an inspection in March."""
EDITED = "UPDATE 1-" + FIRST + "\nThe captain was later detained for questioning, prosecutors said."
OTHER = """Prosecutors question captain over stranding
The man who steered the ferry that ran onto rocks near Sidon on Friday was being questioned, prosecutors said."""


def freshness(archive: Archive, version_id: int) -> list[str]:
    with open_world(database_url=archive.url, now=NOW, run="fresh") as world:
        understand.match(world)
        understand.group(world)
    found = archive.rows("select freshness from posture.claim where version_id = %s order by number", version_id)
    return [row["freshness"] for row in found]


def test_what_an_update_adds_is_known_from_then_on(database_url: str) -> None:
    archive = Archive(database_url)
    first = archive.keep("a", FIRST, language="en")
    archive.claim(first, key="aground")
    assert freshness(archive, first) == ["fresh"]
    edited = archive.keep("a", EDITED, language="en", at=NOW + timedelta(hours=1))
    archive.claim(edited, key="aground")
    archive.claim(edited, key="captain detained")
    assert freshness(archive, edited) == ["repeated", "fresh"]
    assert archive.value("select verdict from posture.verdict where version_id = %s", edited) == "update"
    other = archive.keep("b", OTHER, language="en", at=NOW + timedelta(hours=3))
    archive.claim(other, key="captain detained")
    archive.claim(other, key="captain charged")
    assert freshness(archive, other) == ["repeated", "fresh"]
