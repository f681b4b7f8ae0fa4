"""Two stories that turn out to be one, once a report agrees with both; but never what a person has parted."""

from __future__ import annotations

from datetime import timedelta

import pytest

from posture.adapters.world import open_world
from posture.matching.comparing import Comparison
from posture.matching.outlines import Outline
from posture.steps import grouping, merging, understand
from tests.stored import NOW, Archive

# How sure it is that two of these tell of one event: the first two were told in words that have nothing in common.
LIKENESS = {("wire", "rival"): 0.4, ("wire", "both"): 0.8, ("rival", "both"): 0.7, ("wire", "last"): 0.6}


def compared(a: Outline, b: Outline) -> Comparison:
    likeness = LIKENESS.get((a.report.version.title, b.report.version.title), 0.5)
    return Comparison(
        verdict="new",
        test="other_words",
        likeness=0.0,
        containment=0.0,
        same_story=likeness >= 0.5,
        story_likeness=likeness,
        relation="same" if likeness >= 0.5 else "none",
    )


@pytest.fixture
def archive(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Archive:
    monkeypatch.setattr(grouping, "compare_outlines", compared)
    monkeypatch.setattr(merging, "compare_outlines", compared)
    return Archive(database_url)


def group(archive: Archive, *titles: str) -> None:
    """Keep texts with these headlines, and match and group them."""
    for hours, title in enumerate(titles):
        words = " ".join(f"{title}{number}th" for number in range(12))  # that nobody else prints
        text = f"{title}\n{words}."
        archive.keep(title, text, at=NOW + timedelta(hours=hours), language="en", names=("harir",))
    with open_world(database_url=archive.url, now=NOW, run="group") as world:
        understand.match(world)
        understand.group(world)


def stories(archive: Archive) -> dict[str, int]:
    return {
        row["title"]: row["story_id"]
        for row in archive.rows(
            "select title, story_id from posture.version join posture.story_report using (article_id)"
        )
    }


def test_two_stories_become_one_and_what_was_told_of_the_later_goes_with_it(archive: Archive) -> None:
    group(archive, "wire", "rival")
    first, second = (stories(archive)[each] for each in ("wire", "rival"))
    assert first != second
    archive.rows(
        """
        insert into posture.alert (key, rule, severity, version_id, story_id, subject, decided_at)
        values ('told', 'told', 'normal', 2, %s, 'told', now())
        """,
        second,
    )
    group(archive, "both")
    assert set(stories(archive).values()) == {first}
    assert archive.value("select story_id from posture.alert") == first


def test_stories_that_a_person_has_parted_are_never_put_together(archive: Archive) -> None:
    group(archive, "wire", "rival")
    before = stories(archive)
    archive.rows(
        """
        insert into posture.review (decision, article_id, other_article_id, reason, reviewer)
        values ('other_story', 1, 2, 'two attacks', 'Layla')
        """
    )
    group(archive, "both")
    assert stories(archive) == {**before, "both": before["wire"]}
