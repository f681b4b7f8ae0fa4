"""Say which reports tell of one event, and which claims were said before."""

from __future__ import annotations

from functools import partial

from posture.adapters.database import Row, Session, json_value
from posture.adapters.world import World
from posture.matching.comparing import Comparison, compare_outlines
from posture.matching.freshness import Known, freshness
from posture.matching.joining import story_to_join
from posture.model import Tally
from posture.steps import reviews
from posture.steps.desk import Desk
from posture.steps.matching import give_up, told_at
from posture.steps.merging import same_stories
from posture.steps.pending import each
from posture.steps.tracing import trace_stories

# Reports of one event come within days of each other.
NEAR_DAYS = 4
# How many reports that share names and days are compared as stories.
NEAREST = 40
# How many earlier stories one may follow.
RELATED = 5


def group(world: World) -> Tally:
    """Give every matched article its story, and every claim its freshness."""
    turns = "match.take_turns"
    grouped = each(world, "story.next_ungrouped", partial(_group_one, Desk()), reject=give_up, turns=turns)
    weighed = each(world, "story.next_unweighed", _weigh_one, reject=give_up, turns=turns)
    return grouped + weighed + trace_stories(world)


def _group_one(desk: Desk, world: World, session: Session, item: Row) -> str:
    version_id, article_id = item["version_id"], item["article_id"]
    said = reviews.story_of(session, article_id)
    of_story = _story_of(session, item) if said is None else said
    barred = reviews.barred_stories(session, article_id) - {said}
    if of_story is not None and of_story not in barred:
        _report(world, session, item, of_story, likeness=1.0, ties=[item["verdict"] if said is None else "review"])
        return "joined"
    ours = desk.outline(session, version_id)
    told = near(session, item)
    others = desk.outlines(session, [row["version_id"] for row in told])
    compared = [(row["story_id"], compare_outlines(other, ours)) for row, other in zip(told, others, strict=True)]
    joined = story_to_join(compared, barred=barred)
    if joined is not None:
        story_id, tie = joined
        _report(world, session, item, story_id, likeness=tie.story_likeness, ties=list(tie.shared))
        texts = [(row["story_id"], row["article_id"], other) for row, other in zip(told, others, strict=True)]
        for other in same_stories(session, story_id, compared, texts, barred=barred):
            kept, ended = min(story_id, other), max(story_id, other)
            session.run("story.merge", kept=kept, ended=ended)
            compared = [(kept if story == ended else story, each) for story, each in compared]
            story_id = kept
    else:
        story_id = session.value("story.open", version_id=version_id, now=world.now)
        _report(world, session, item, story_id, likeness=1.0, ties=[])
    _relate(session, story_id, compared)
    return "opened" if joined is None else "joined"


def near(session: Session, item: Row) -> list[Row]:
    """Grouped texts of about the same days that name the same people, places and forces: version, article, story."""
    return session.rows(
        "story.near", version_id=item["version_id"], told_at=told_at(item), days=NEAR_DAYS, limit=NEAREST
    )


def _story_of(session: Session, item: Row) -> int | None:
    """The story of the text that this one is a copy, update or translation of; a variant may tell of another event."""
    if item["verdict"] not in {"copy", "update", "translation"}:
        return None
    found: int | None = session.value("story.of_version", version_id=item["of_version_id"])
    return found


def _report(world: World, session: Session, item: Row, story_id: int, *, likeness: float, ties: list[str]) -> None:
    session.run(
        "story.add_report",
        article_id=item["article_id"],
        story_id=story_id,
        likeness=likeness,
        ties=json_value(ties),
        rules=world.seeds.rules,
    )


def _relate(session: Session, story_id: int, compared: list[tuple[int, Comparison]]) -> None:
    related = [(other, tie) for other, tie in compared if tie.relation == "related" and other != story_id]
    related.sort(key=lambda pair: (-pair[1].story_likeness, pair[0]))
    for other, tie in related[:RELATED]:
        session.run("story.relate", story_id=story_id, earlier_story_id=other, ties=json_value(list(tie.shared)))


def _weigh_one(world: World, session: Session, item: Row) -> str:  # noqa: ARG001 -- the same call for every step
    """Say of each claim whether it is fresh, repeated, or stands in a sentence that others had before."""
    claims = session.rows("match.claims", version_ids=[item["version_id"]])
    article_id = item["article_id"]
    keys = [claim["key"] for claim in claims]
    sentences = [claim["sentence_key"] for claim in claims if claim["sentence_key"] is not None]
    known = Known(
        claims={
            row["key"]: row["reports"] for row in session.rows("story.claims_before", keys=keys, article_id=article_id)
        },
        sentences={
            row["sentence_key"]: row["reports"]
            for row in session.rows("story.sentences_before", keys=sentences, article_id=article_id)
        },
    )
    for claim in claims:
        fresh = freshness(claim["key"], claim["sentence_key"], known)
        session.run("story.weigh", claim_id=claim["claim_id"], freshness=fresh)
    return "weighed"
