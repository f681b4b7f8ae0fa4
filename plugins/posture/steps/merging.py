"""Find the stories that turn out to be one, when a report agrees with both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import product

from posture.adapters.database import Session
from posture.matching.comparing import Comparison, compare_outlines
from posture.matching.joining import are_one_story, other_stories
from posture.matching.outlines import Outline
from posture.steps import reviews


def same_stories(
    session: Session,
    story_id: int,
    compared: Sequence[tuple[int, Comparison]],
    told: Sequence[tuple[int, int, Outline]],
    *,
    barred: AbstractSet[int],
    grouped: Mapping[int, int] | None = None,
) -> Iterator[int]:
    """Other stories that are one with the story that a report has joined.

    `compared` is what comparing the report with each near text gave, under that text's story; `told` are the same
    texts: story, article and text. `grouped`: stories of articles that stand for those that are stored.
    """
    for other in other_stories(compared, barred=barred | {story_id}):
        ours, theirs = ([each for each in told if each[0] == story] for story in (story_id, other))
        ties = [tie for story, tie in compared if story == other]
        ties += [compare_outlines(one[2], another[2]) for one, another in product(ours, theirs)]
        if are_one_story(ties) and not _are_parted(session, ours, other, grouped):
            yield other


def _are_parted(
    session: Session, ours: Sequence[tuple[int, int, Outline]], other: int, grouped: Mapping[int, int] | None
) -> bool:
    """Whether a person has parted a report of the one from the other."""
    return any(other in reviews.barred_stories(session, article_id, grouped=grouped) for _, article_id, _ in ours)
