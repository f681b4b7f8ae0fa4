"""What a person has decided holds against the rules, however often a text is read, matched or grouped again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from posture.adapters.database import Session
from posture.model import Relevance


def reviewed(session: Session, article_id: int, relevance: Relevance) -> Relevance:
    """Whether an article is on the topic: as a person said, else as the rules judge."""
    said = session.value("version.reviewed_topic", article_id=article_id)
    return relevance if said is None else replace(relevance, on_topic=said, held=False)


def not_copies(session: Session, article_id: int) -> frozenset[int]:
    """Articles that this one is no copy of, as a person said."""
    return frozenset(row["article_id"] for row in session.rows("match.no_copies", article_id=article_id))


def story_of(session: Session, article_id: int, *, grouped: Mapping[int, int] | None = None) -> int | None:
    """The story that an article reports, as a person said; None when nobody has. `grouped`: stories of articles
    that stand for those that are stored.
    """
    said = session.row("story.reviewed_story", article_id=article_id)
    return None if said is None else (grouped or {}).get(said["article_id"], int(said["story_id"]))


def barred_stories(session: Session, article_id: int, *, grouped: Mapping[int, int] | None = None) -> frozenset[int]:
    """Stories that an article does not report, as a person said."""
    parted = session.rows("story.parted", article_id=article_id)
    return frozenset((grouped or {}).get(row["article_id"], int(row["story_id"])) for row in parted)
