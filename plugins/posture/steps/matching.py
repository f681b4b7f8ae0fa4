"""Say what each text is of another: copy, variant, update, translation or new."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time
from functools import partial

from posture.adapters.database import Row, Session, json_value
from posture.adapters.world import World
from posture.matching.comparing import decide_outlines
from posture.matching.fingerprints import Fingerprint, fingerprint
from posture.matching.outlines import Outline
from posture.model import Tally, Verdict
from posture.steps import reviews
from posture.steps.desk import Desk
from posture.steps.pending import each

# A translation comes within days; a longer memory is the business of relations and of the ledger.
NEAR_DAYS = 4
# How many texts are compared word by word: the index gives the likest first, and the verdict needs only the nearest.
LIKEST = 40
# How many reports that share names and days are read in search of a translation.
NEAREST = 40


def match(world: World) -> Tally:
    """Decide for every text that waits: copy, variant, update, translation or new."""
    return each(world, "match.next_unmatched", partial(_match_one, Desk()), reject=give_up, turns="match.take_turns")


def _match_one(desk: Desk, world: World, session: Session, item: Row) -> str:
    version_id = item["version_id"]
    ours = desk.outline(session, version_id)
    keys = fingerprint(ours.report.version)
    session.run(
        "match.add_fingerprint",
        version_id=version_id,
        bands=list(keys.bands),
        anchors=list(keys.anchors),
        rules=world.seeds.rules,
    )
    session.run("match.add_names", version_id=version_id, told_at=told_at(item))
    found = decided(desk, session, item, keys)
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
    session.run("match.take_place", version_id=version_id)
    session.run("story.forget_origins", article_id=item["article_id"])
    session.run("books.settle", article_id=item["article_id"], outcome=found.verdict, reason=found.test)
    return found.verdict


def decided(desk: Desk, session: Session, item: Row, keys: Fingerprint, *, as_known_then: bool = False) -> Verdict:
    """What a text is of those that were matched; `as_known_then`, of those alone that were known when it was first
    decided. Nothing is written.
    """
    candidates = _candidates(desk, session, item, keys, as_known_then=as_known_then)
    return decide_outlines(desk.outline(session, item["version_id"]), candidates)


def known_later(session: Session, version_id: int, others: Iterable[int]) -> frozenset[int]:
    """Of some texts, those that were not yet decided when this one was first."""
    found = session.rows("match.known_later", version_id=version_id, others=list(others))
    return frozenset(row["version_id"] for row in found)


def _candidates(desk: Desk, session: Session, item: Row, keys: Fingerprint, *, as_known_then: bool) -> list[Outline]:
    """Texts that this one may be of: alike in wording, or near in time and names (a translation shares no word)."""
    version_id = item["version_id"]
    alike = session.rows(
        "match.alike",
        version_id=version_id,
        article_id=item["article_id"],
        bands=list(keys.bands),
        anchors=list(keys.anchors),
        limit=LIKEST,
    )
    near = session.rows(
        "match.near_in_facts", version_id=version_id, told_at=told_at(item), days=NEAR_DAYS, limit=NEAREST
    )
    found = {row["version_id"]: row["article_id"] for row in [*alike, *near]}
    later = known_later(session, version_id, found) if as_known_then else frozenset[int]()
    barred = reviews.not_copies(session, item["article_id"])
    # a text that is matched again has copies already: it is not taken from what was taken from it
    taken = {row["version_id"] for row in session.rows("match.taken_from", version_id=version_id)}
    kept = [each for each, article_id in found.items() if article_id not in barred and each not in taken | later]
    return desk.outlines(session, kept)


def give_up(world: World, session: Session, item: Row, reason: str) -> None:
    """Leave a text on which our own code fails as new, a story of its own, with the reason."""
    # A text that cannot be compared is new and a story of its own: in doubt, different. The reason is kept with it.
    version_id = item["version_id"]
    session.run("match.give_up", version_id=version_id, reason=reason, rules=world.seeds.rules, now=world.now)
    session.run("match.take_place", version_id=version_id)
    session.run("story.give_up", version_id=version_id, rules=world.seeds.rules, now=world.now)
    session.run("books.settle", article_id=item["article_id"], outcome="new", reason=reason)


def told_at(item: Row) -> datetime:
    """When a text was told: its moment of publication, else the start of its day, else when it was read."""
    day = item["published_on"]
    told: datetime = item["published_at"] or (datetime.combine(day, time(), tzinfo=UTC) if day else item["read_at"])
    return told
