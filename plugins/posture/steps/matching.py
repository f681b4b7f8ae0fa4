"""Say what each text is of another, which reports tell of one event, and which claims were said before."""

from __future__ import annotations

from datetime import UTC, datetime, time

from posture.adapters.database import Row, Session, json_value
from posture.adapters.world import World
from posture.matching.comparing import Comparison, compare, decide
from posture.matching.fingerprints import fingerprint
from posture.matching.freshness import Known, freshness
from posture.model import Report, Tally
from posture.steps import rows
from posture.steps.pending import each

# Reports of one event come within days of each other; a longer memory is the business of relations and of the ledger.
NEAR_DAYS = 4
# How many texts are compared word by word: the index gives the likest first, and the verdict needs only the nearest.
LIKEST = 40
# How many reports that share names and days are compared as stories.
NEAREST = 40
# How many earlier stories one may follow.
RELATED = 5


def match(world: World) -> Tally:
    """Decide for every text that waits: copy, variant, update, translation or new."""
    return each(world, "match.next_unmatched", _match_one, reject=_reject)


def group(world: World) -> Tally:
    """Give every matched article its story, and every claim its freshness."""
    grouped = each(world, "story.next_ungrouped", _group_one, reject=_reject)
    weighed = each(world, "story.next_unweighed", _weigh_one, reject=_reject)
    return grouped + weighed


def _match_one(world: World, session: Session, item: Row) -> str:
    version_id = item["version_id"]
    ours = rows.reports(session, [version_id])[version_id]
    keys = fingerprint(ours.version)
    session.run(
        "match.add_fingerprint",
        version_id=version_id,
        bands=list(keys.bands),
        anchors=list(keys.anchors),
        rules=world.seeds.rules,
    )
    found = decide(ours, _candidates(session, item, list(keys.bands), list(keys.anchors)))
    session.run(
        "match.add_verdict",
        version_id=version_id,
        verdict=found.verdict,
        test=found.test,
        of_version_id=None if found.of is None else int(found.of),
        likeness=found.likeness,
        containment=found.containment,
        differences=json_value([{"field": each.field, "a": each.a, "b": each.b} for each in found.differences]),
        rules=world.seeds.rules,
        now=world.now,
    )
    session.run("books.settle", article_id=item["article_id"], outcome=found.verdict, reason=found.test)
    return found.verdict


def _candidates(session: Session, item: Row, bands: list[int], anchors: list[int]) -> list[Report]:
    """Texts that this one may be of: alike in wording, or near in time and names (a translation shares no word)."""
    version_id = item["version_id"]
    alike = session.rows(
        "match.alike",
        version_id=version_id,
        article_id=item["article_id"],
        bands=bands,
        anchors=anchors,
        limit=LIKEST,
    )
    near = session.rows(
        "match.near_in_facts", version_id=version_id, told_at=told_at(item), days=NEAR_DAYS, limit=NEAREST
    )
    ids = list(dict.fromkeys(row["version_id"] for row in [*alike, *near]))
    found = rows.reports(session, ids)
    return [found[version_id] for version_id in ids]


def _group_one(world: World, session: Session, item: Row) -> str:
    version_id = item["version_id"]
    of_story = _story_of(session, item)
    if of_story is not None:
        _report(world, session, item, of_story, likeness=1.0, ties=[item["verdict"]])
        return "joined"
    ours = rows.reports(session, [version_id])[version_id]
    near = session.rows("story.near", version_id=version_id, told_at=told_at(item), days=NEAR_DAYS, limit=NEAREST)
    others = rows.reports(session, [row["version_id"] for row in near])
    stories = {row["version_id"]: row["story_id"] for row in near}
    compared = [(stories[key], compare(other, ours)) for key, other in others.items()]
    same = [(story_id, tie) for story_id, tie in compared if tie.same_story]
    if same:
        story_id, tie = max(same, key=lambda pair: (pair[1].story_likeness, -pair[0]))
        _report(world, session, item, story_id, likeness=tie.story_likeness, ties=list(tie.shared))
    else:
        story_id = session.value("story.open", version_id=version_id, now=world.now)
        _report(world, session, item, story_id, likeness=1.0, ties=[])
    _relate(session, story_id, compared)
    return "joined" if same else "opened"


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


def _reject(world: World, session: Session, item: Row, reason: str) -> None:
    # A text that cannot be compared is new and a story of its own: in doubt, different. The reason is kept with it.
    version_id = item["version_id"]
    session.run("match.give_up", version_id=version_id, reason=reason, rules=world.seeds.rules, now=world.now)
    session.run("story.give_up", version_id=version_id, rules=world.seeds.rules, now=world.now)
    session.run("books.settle", article_id=item["article_id"], outcome="new", reason=reason)


def told_at(item: Row) -> datetime:
    """When a text was told: its moment of publication, else the start of its day, else when it was read."""
    day = item["published_on"]
    told: datetime = item["published_at"] or (datetime.combine(day, time(), tzinfo=UTC) if day else item["read_at"])
    return told
