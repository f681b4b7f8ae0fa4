"""Which story a report joins: the one most of whose reports tell of the same event.

One likely pair is not enough: stories would grow into one another link by link, a long report that mentions two
attacks tying both. A report joins where enough of the story's reports agree; otherwise it opens a story of its own.
Where it could join two, it may be what those who told of one event with other words had in common: then the two
stories are one, if their reports agree with each other as they do with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from posture.matching.comparing import Comparison

ENOUGH = 0.5  # the mean of how sure it is that each of a story's reports tells of the same event


def story_to_join(
    compared: Iterable[tuple[int, Comparison]], *, barred: AbstractSet[int]
) -> tuple[int, Comparison] | None:
    """The story and the comparison that ties most closely to it; None when the report opens a story of its own.

    `compared` pairs the story of each earlier report with what comparing it gave; `barred` are stories that a person
    has ruled out.
    """
    agreed = _agreed(compared, barred)
    if not agreed:
        return None
    story_id = max(agreed, key=lambda each: (_agreement(agreed[each]), _closest(agreed[each]).story_likeness, -each))
    return story_id, _closest(agreed[story_id])


def other_stories(compared: Iterable[tuple[int, Comparison]], *, barred: AbstractSet[int]) -> tuple[int, ...]:
    """The stories that the report could join, but for `barred` and the one that it has joined."""
    return tuple(sorted(_agreed(compared, barred)))


def are_one_story(ties: Sequence[Comparison]) -> bool:
    """Whether two stories are one, from comparing each report of the one with each of the other."""
    return bool(ties) and _agreement(ties) >= ENOUGH


def _agreed(compared: Iterable[tuple[int, Comparison]], barred: AbstractSet[int]) -> dict[int, list[Comparison]]:
    by_story: defaultdict[int, list[Comparison]] = defaultdict(list)
    for story_id, comparison in compared:
        if story_id not in barred:
            by_story[story_id].append(comparison)
    return {story_id: ties for story_id, ties in by_story.items() if _agreement(ties) >= ENOUGH}


def _agreement(ties: Sequence[Comparison]) -> float:
    return sum(tie.story_likeness for tie in ties) / len(ties)


def _closest(ties: list[Comparison]) -> Comparison:
    return max(ties, key=lambda tie: tie.story_likeness)
