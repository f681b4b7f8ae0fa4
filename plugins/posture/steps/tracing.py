"""Lead the reports of each story back to their origins: copies and agency texts are no witnesses of their own."""

from __future__ import annotations

from posture.adapters.database import Row, Session
from posture.adapters.world import World
from posture.lexicon.entries import Lexicon
from posture.lexicon.outlets import named_outlet
from posture.matching.origins import Telling, trace
from posture.model import Tally
from posture.steps.pending import each


def trace_stories(world: World) -> Tally:
    """Trace every story that has a report of unknown origin."""
    return each(world, "story.next_untraced", _trace_one, reject=_reject, turns="match.take_turns")


def _trace_one(world: World, session: Session, item: Row) -> str:
    story_id = item["story_id"]
    traced = trace([_telling(row, world.seeds.lexicon) for row in session.rows("story.tellings", story_id=story_id)])
    _keep(world, session, story_id, {int(key): int(origin) for key, origin in traced.origin_of.items()})
    return "traced"


def _telling(row: Row, lexicon: Lexicon) -> Telling:
    is_known = row["role"] != "corpus"  # whose the articles of the seed corpus are, nobody has told us
    return Telling(
        key=str(row["article_id"]),
        language=row["language"],
        outlet=row["source_id"] if is_known else None,
        family=row["family"] if is_known else None,
        agency=row["agency"],
        entity=named_outlet(row["name_en"], lexicon) or named_outlet(row["name_ar"], lexicon) if is_known else None,
        told_after=row["told_after"],
        statement_of=row["source_id"] if row["role"] == "official" else None,
        verdict=row["verdict"] or "new",
        of=None if row["of_article_id"] is None else str(row["of_article_id"]),
        at=row["told_at"],
    )


def _keep(world: World, session: Session, story_id: int, origin_of: dict[int, int]) -> None:
    session.run("story.clear_origins", story_id=story_id)
    rules = world.seeds.rules
    session.many("story.add_origins", [(key, story_id, origin, rules) for key, origin in origin_of.items()])


def _reject(world: World, session: Session, item: Row, reason: str) -> None:  # noqa: ARG001 -- the log has the reason
    # Unknown never adds independence: all reports lead back to the earliest.
    told = session.rows("story.tellings", story_id=item["story_id"])
    _keep(world, session, item["story_id"], {row["article_id"]: told[0]["article_id"] for row in told})
