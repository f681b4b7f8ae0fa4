# ruff: noqa: E501 -- sample texts are easier to read on one line
"""History decided again: a dry run says what today's rules would decide otherwise and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from posture.adapters.world import open_world
from posture.steps import understand
from posture.steps.reprocess import Change, reprocess
from posture.steps.rows import packed
from tests.stored import NOW, Archive

ATTACK = """هجوم بطائرة مسيرة على قاعدة عين الأسد غربي العراق
أعلنت خلية الإعلام الأمني العراقية، الجمعة، أن طائرة مسيرة استهدفت قاعدة عين الأسد التي تضم قوات أمريكية في محافظة الأنبار.
وقال مصدر أمني إن الدفاعات الجوية أسقطت المسيرة قبل وصولها إلى هدفها، وإن الهجوم لم يوقع إصابات بين الجنود الأمريكيين.
ولم تعلن أي جهة مسؤوليتها عن الهجوم حتى الآن."""
TALKS = """بغداد وواشنطن تستأنفان الحوار حول مهمة التحالف الدولي
استأنفت اللجنة العسكرية المشتركة بين العراق والولايات المتحدة، الجمعة، اجتماعاتها لتحديد موعد إنهاء مهمة التحالف الدولي.
وقال متحدث حكومي إن اللجنة ستبحث جدولا زمنيا لانسحاب القوات الأمريكية من البلاد."""

RETOLD = """مسيرة تستهدف قاعدة عين الأسد في الأنبار
قال مصدر أمني، الجمعة، إن قاعدة عين الأسد غربي العراق تعرضت لهجوم بطائرة مسيرة أسقطتها الدفاعات الجوية دون وقوع إصابات بين الجنود الأمريكيين.
وأضاف أن خلية الإعلام الأمني العراقية أعلنت فتح تحقيق، ولم تعلن جهة مسؤوليتها."""


class History(Archive):
    """An archive that is decided, tampered with, and decided again."""

    def decide(self) -> None:
        with open_world(database_url=self.url, now=NOW, run="first") as world:
            understand.match(world)
            understand.group(world)

    def again(self, *, dry_run: bool) -> tuple[Change, ...]:
        day = NOW.date()
        with open_world(database_url=self.url, now=NOW, run="again") as world:
            return reprocess(world, first=day, last=day, dry_run=dry_run)

    def decided(self) -> list[dict]:
        return self.rows(
            """
            select article.address, verdict.verdict, story_report.story_id
            from posture.version
            join posture.article using (article_id)
            left join posture.verdict using (version_id)
            left join posture.story_report using (article_id)
            order by version_id
            """
        )

    def part(self, version_id: int) -> None:
        """As if the rules of another day had called this text new and a story of its own."""
        self.rows(
            "update posture.verdict set verdict = 'new', test = 'other_words', of_version_id = null where version_id = %s",
            version_id,
        )
        self.rows(
            """
            with opened as (
              insert into posture.story (first_version_id, opened_at) values (%s, now()) returning story_id
            )
            update posture.story_report
            set story_id = opened.story_id
            from opened
            where article_id = (select article_id from posture.version where version_id = %s)
            """,
            version_id,
            version_id,
        )


@pytest.fixture
def history(database_url: str) -> Iterator[History]:
    history = History(database_url)
    yield history
    history.connection.close()


@pytest.fixture
def copy(history: History) -> int:
    """A text and another event; then the text's copy, whose version id is given."""
    for source, text, hours in (("first", ATTACK, 0), ("other", TALKS, 1)):
        history.keep(
            source, text, at=NOW + timedelta(hours=hours), names=("ain_al_asad",) if text is ATTACK else ("iraq",)
        )
    version_id = history.keep("copyist", ATTACK, at=NOW + timedelta(hours=2), names=("ain_al_asad",))
    history.rows("update posture.page set body = %s", packed(b""))  # no page gives a text: what was read stands
    history.rows("update posture.article set item = jsonb_build_object('url', url)")
    history.decide()
    # whatever the reading of today sees differently in these texts is of no concern here
    history.again(dry_run=False)
    return version_id


def of_decisions(changes: tuple[Change, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(change.field, change.before, change.after) for change in changes if change.field in {"verdict", "story"}]


def test_what_the_rules_decide_as_before_is_not_listed(history: History, copy: int) -> None:
    assert history.decided()[copy - 1]["verdict"] == "copy"
    assert of_decisions(history.again(dry_run=True)) == []


def test_a_dry_run_lists_the_verdict_and_the_story_that_would_change_and_changes_nothing(
    history: History, copy: int
) -> None:
    history.part(copy)
    before = history.decided()
    first, own = before[0]["address"], before[copy - 1]["address"]
    assert of_decisions(history.again(dry_run=True)) == [
        ("verdict", "new", f"copy of {first}"),
        ("story", f"that of {own}", f"that of {first}"),
    ]
    assert history.decided() == before


def test_what_was_listed_is_then_decided_and_nothing_is_left_to_list(history: History, copy: int) -> None:
    right = history.decided()
    history.part(copy)
    history.again(dry_run=False)
    assert history.decided() == right
    assert of_decisions(history.again(dry_run=True)) == []


def test_the_first_text_is_not_taken_for_a_copy_of_its_copy(history: History, copy: int) -> None:
    history.rows("delete from posture.verdict where version_id = 1")
    history.decide()
    assert [row["verdict"] for row in history.decided()] == ["new", "new", "copy"]


def test_what_a_person_decided_outlives_a_replay(history: History, copy: int) -> None:
    first, third = (
        history.value("select article_id from posture.version where version_id = %s", each) for each in (1, copy)
    )
    history.rows("select analyst.not_a_copy(%s, %s, 'two attacks', 'Layla')", third, first)
    history.again(dry_run=False)
    assert history.decided()[copy - 1]["verdict"] == "new"
    assert of_decisions(history.again(dry_run=True)) == []


def test_a_split_article_is_not_put_back_by_a_replay(history: History, copy: int) -> None:
    third = history.value("select article_id from posture.version where version_id = %s", copy)
    history.rows("select analyst.split_article(%s, 'another base of that name', 'Layla')", third)
    assert of_decisions(history.again(dry_run=True)) == []
    history.rows("update posture.verdict set verdict = 'new', test = 'other_words' where version_id = %s", copy)
    history.again(dry_run=False)
    assert history.decided()[copy - 1]["verdict"] == "copy"
    assert of_decisions(history.again(dry_run=True)) == []
    assert history.decided()[copy - 1]["story_id"] != history.decided()[0]["story_id"]


def test_a_text_that_was_told_first_and_known_last_is_decided_again_as_it_was(history: History) -> None:
    """An outlet is found late: what it told hours before the others was new to us after them, and stays so."""
    for source, text, hours in (("wire", ATTACK, 5), ("rival", RETOLD, 6)):
        history.keep(source, text, at=NOW + timedelta(hours=hours), names=("ain_al_asad",))
    history.decide()
    history.keep("late", ATTACK, at=NOW, names=("ain_al_asad",))
    history.decide()
    history.rows("update posture.page set body = %s", packed(b""))
    history.rows("update posture.article set item = jsonb_build_object('url', url)")
    history.again(dry_run=False)
    decided = history.decided()
    assert [row["verdict"] for row in decided] == ["new", "new", "copy"]
    assert of_decisions(history.again(dry_run=True)) == []
    history.again(dry_run=False)
    assert history.decided() == decided


def test_a_story_that_loses_its_earliest_report_is_listed(history: History, copy: int) -> None:
    """The others of the story are then told by another first report."""
    first, third = (
        history.value("select article_id from posture.version where version_id = %s", each) for each in (1, copy)
    )
    addresses = {row["verdict"]: row["address"] for row in history.decided() if row["story_id"] == 1}
    history.rows(
        """
        insert into posture.review (decision, article_id, other_article_id, reason, reviewer)
        values ('not_a_copy', %s, %s, 'two attacks', 'Layla'), ('other_story', %s, %s, 'two attacks', 'Layla')
        """,
        third, first, third, first,
    )  # fmt: skip
    own, earliest = addresses["copy"], addresses["new"]
    assert ("story", f"that of {earliest}", f"that of {own}") in of_decisions(history.again(dry_run=True))
