"""A person decides against the rules: it holds at once, it outlives every later run, and nobody can rewrite it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import psycopg2
import pytest
from psycopg2.errors import InsufficientPrivilege, RaiseException

from posture.adapters.world import open_world
from posture.steps import understand
from tests.stored import NOW, Archive

DRONE = """طائرة مسيرة تستهدف ميناء الجزيرة
أعلنت سلطة الموانئ، الجمعة، أن طائرة مسيرة استهدفت رصيف الحاويات في ميناء الجزيرة دون وقوع إصابات.
وقال مدير الميناء إن الرصيف عاد إلى العمل بعد ساعتين من الهجوم."""
STRIKE = """عمال النسيج يبدأون إضرابا مفتوحا في مدينة الشمال
بدأ آلاف العاملين في مصانع النسيج إضرابا مفتوحا للمطالبة بزيادة الأجور بنسبة عشرين بالمئة.
وقال اتحاد النقابات إن المفاوضات مع أصحاب المصانع وصلت إلى طريق مسدود."""


class Desk(Archive):
    """An archive whose texts are matched and grouped, and a reviewer at it."""

    def understand(self) -> None:
        with open_world(database_url=self.url, now=NOW, run="review") as world:
            understand.match(world)
            understand.group(world)

    def article(self, source: str, text: str, *, hours: int = 0) -> int:
        version_id = self.keep(source, text, at=NOW + timedelta(hours=hours))
        self.understand()
        return self.article_of(version_id)

    def article_of(self, version_id: int) -> int:
        found: int = self.value("select article_id from posture.version where version_id = %s", version_id)
        return found

    def decide(self, function: str, *values: object) -> object:
        """What a reviewer calls, with a reviewer's rights alone."""
        places = ", ".join(["%s"] * len(values))
        with self.connection.cursor() as cursor:
            cursor.execute("set role analyst_reviewer")
            try:
                cursor.execute(f"select analyst.{function}({places})", values)
                row = cursor.fetchone()
            finally:
                cursor.execute("reset role")
        return row and row[0]

    def story(self, article_id: int) -> int:
        found: int = self.value("select story_id from posture.story_report where article_id = %s", article_id)
        return found

    def forget_stories(self) -> None:
        """As if every article were to be matched and grouped again."""
        self.rows("delete from posture.story_report")
        self.rows("delete from posture.verdict")
        self.understand()

    def verdict(self, article_id: int) -> tuple[str, str]:
        (row,) = self.rows("select verdict, test from analyst.copy where article_id = %s", article_id)
        return row["verdict"], row["test"]


@pytest.fixture
def desk(database_url: str) -> Iterator[Desk]:
    desk = Desk(database_url)
    yield desk
    desk.connection.close()


def test_an_article_put_into_a_story_stays_there_when_all_is_grouped_again(desk: Desk) -> None:
    drone, strike = desk.article("one", DRONE), desk.article("two", STRIKE, hours=1)
    assert desk.story(drone) != desk.story(strike)
    assert desk.decide("same_story", strike, drone, "both tell of the port") == desk.story(drone)
    assert desk.story(strike) == desk.story(drone)
    desk.forget_stories()
    assert desk.story(strike) == desk.story(drone)


def test_two_stories_merged_are_one_with_all_their_reports(desk: Desk) -> None:
    drone, strike, copy = desk.article("one", DRONE), desk.article("two", STRIKE, hours=1), 0
    copy = desk.article("three", STRIKE, hours=2)
    assert desk.decide("merge_stories", desk.story(strike), desk.story(drone), "one event") == desk.story(drone)
    assert {desk.story(each) for each in (drone, strike, copy)} == {desk.story(drone)}
    desk.understand()
    (row,) = desk.rows("select reports, outlets, origins from analyst.story")
    assert row == {"reports": 3, "outlets": 3, "origins": 2}


def test_an_article_split_from_its_story_never_comes_back_by_itself(desk: Desk) -> None:
    first, copy = desk.article("one", DRONE), desk.article("two", DRONE, hours=1)
    assert desk.story(first) == desk.story(copy)
    own = desk.decide("split_article", copy, "another port of the same name")
    assert desk.story(copy) == own != desk.story(first)
    desk.forget_stories()
    assert desk.story(copy) != desk.story(first)


def test_the_report_with_which_a_story_began_can_be_split_from_it_too(desk: Desk) -> None:
    first, copy = desk.article("one", DRONE), desk.article("two", DRONE, hours=1)
    old = desk.story(first)
    desk.decide("split_article", first, "it is older")
    assert desk.story(copy) == old != desk.story(first)


def test_the_latest_decision_on_two_articles_holds(desk: Desk) -> None:
    first, copy = desk.article("one", DRONE), desk.article("two", DRONE, hours=1)
    desk.decide("split_article", copy, "another port")
    desk.decide("same_story", copy, first, "the same port after all")
    desk.forget_stories()
    assert desk.story(copy) == desk.story(first)
    desk.decide("split_article", copy, "no, another")
    desk.forget_stories()
    assert desk.story(copy) != desk.story(first)


def test_what_a_person_calls_no_copy_is_new_and_stays_so(desk: Desk) -> None:
    first, copy = desk.article("one", DRONE), desk.article("two", DRONE, hours=1)
    assert desk.verdict(copy) == ("copy", "same_words")
    desk.decide("not_a_copy", copy, first, "each counted on the spot")
    assert desk.verdict(copy) == ("new", "review")
    desk.forget_stories()
    assert desk.verdict(copy)[0] == "new"


def test_what_was_called_no_copy_may_be_one_after_all(desk: Desk) -> None:
    first, copy = desk.article("one", DRONE), desk.article("two", DRONE, hours=1)
    desk.decide("not_a_copy", copy, first, "each counted on the spot")
    desk.decide("may_be_a_copy", copy, first, "they print one agency")
    desk.understand()
    assert desk.verdict(copy) == ("copy", "same_words")
    desk.decide("not_a_copy", copy, first, "no: seen by both")
    desk.forget_stories()
    assert desk.verdict(copy)[0] == "new"


def test_only_what_is_taken_for_a_copy_is_called_none(desk: Desk) -> None:
    drone, copy, strike = desk.article("one", DRONE), desk.article("two", DRONE, hours=1), desk.article("three", STRIKE)
    for article, other in ((strike, drone), (drone, copy)):
        with pytest.raises(RaiseException, match="taken for no copy"):
            desk.decide("not_a_copy", article, other, "they differ")
    with pytest.raises(RaiseException, match="nobody has called"):
        desk.decide("may_be_a_copy", copy, drone, "they are alike")


def test_a_merged_story_keeps_its_number_when_all_is_grouped_again(desk: Desk) -> None:
    late = desk.article("one", DRONE, hours=5)
    early = desk.article("two", STRIKE)
    kept = desk.decide("merge_stories", desk.story(late), desk.story(early), "one event")
    desk.rows("update posture.version set decided_place = null")
    desk.forget_stories()
    assert desk.story(late) == desk.story(early) == kept


@pytest.mark.parametrize(("function", "on_topic"), [("on_topic", True), ("off_topic", False)])
def test_a_held_article_waits_no_longer_once_a_person_has_decided(desk: Desk, function: str, on_topic: bool) -> None:
    article = desk.article_of(desk.keep("one", DRONE, held=True))
    desk.decide(function, article, "read it")
    (row,) = desk.rows("select on_topic, held from posture.version where article_id = %s", article)
    assert row == {"on_topic": on_topic, "held": False}
    with open_world(database_url=desk.url, now=NOW, run="review") as world:
        assert sum(understand.extract(world).counts.values()) == int(on_topic)


def test_an_article_called_off_the_topic_leaves_its_story_and_is_grouped_no_more(desk: Desk) -> None:
    drone, copy = desk.article("one", DRONE), desk.article("two", DRONE, hours=1)
    story = desk.story(copy)
    desk.decide("off_topic", copy, "an exercise")
    desk.understand()
    assert desk.rows("select article_id from posture.story_report where story_id = %s", story) == [
        {"article_id": drone}
    ]
    assert (
        desk.rows("select from posture.claim join posture.version using (version_id) where article_id = %s", copy) == []
    )
    desk.decide("on_topic", copy, "it was none")
    desk.rows("update posture.version set extracted_at = now() where article_id = %s", copy)
    desk.understand()
    assert desk.story(copy) == story


def test_what_was_held_is_counted_as_what_it_turned_out_to_be(desk: Desk) -> None:
    article = desk.article_of(desk.keep("one", DRONE, held=True))
    desk.rows("insert into posture.run (name, now) values ('run', %s)", NOW)
    desk.rows("insert into posture.poll (run_id, source_id, outcome, seen) values (1, 'one', 'ok', 1)")
    desk.rows("insert into posture.sighting values (1, 'one', %s, 'list', 'held', 'waits for a person')", article)
    desk.decide("on_topic", article, "read it")
    desk.rows("update posture.version set extracted_at = now()")
    desk.understand()
    assert desk.value("select outcome from posture.sighting") == "new"


def test_what_was_held_and_is_off_the_topic_is_counted_so(desk: Desk) -> None:
    article = desk.article_of(desk.keep("one", DRONE, held=True))
    desk.rows("insert into posture.run (name, now) values ('run', %s)", NOW)
    desk.rows("insert into posture.poll (run_id, source_id, outcome, seen) values (1, 'one', 'ok', 1)")
    desk.rows("insert into posture.sighting values (1, 'one', %s, 'list', 'held', 'waits for a person')", article)
    desk.decide("off_topic", article, "a football match")
    assert desk.value("select outcome from posture.sighting") == "off_topic"


def test_each_decision_is_kept_with_who_when_and_why(desk: Desk) -> None:
    drone, strike = desk.article("one", DRONE), desk.article("two", STRIKE)
    desk.decide("same_story", strike, drone, "both tell of the port", "l.haddad")
    (row,) = desk.rows("select * from analyst.review")
    assert (row["decision"], row["article_id"], row["other_article_id"]) == ("same_story", strike, drone)
    assert (row["reason"], row["reviewer"], row["login"]) == ("both tell of the port", "l.haddad", "postgres")
    assert row["reviewed_at"] is not None
    assert row["other_title"] == DRONE.splitlines()[0]


@pytest.mark.parametrize(
    "statement", ["update posture.review set reason = 'x'", "delete from posture.review", "truncate posture.review"]
)
def test_a_decision_is_never_changed_or_deleted(desk: Desk, statement: str) -> None:
    drone, strike = desk.article("one", DRONE), desk.article("two", STRIKE)
    desk.decide("same_story", strike, drone, "one event")
    with pytest.raises(RaiseException, match="never changed"):
        desk.rows(statement)


@pytest.mark.parametrize("role", ["analyst_reader"])
@pytest.mark.parametrize(
    "call",
    [
        "same_story(1, 2, 'x')", "merge_stories(1, 2, 'x')", "split_article(1, 'x')", "not_a_copy(1, 2, 'x')",
        "may_be_a_copy(1, 2, 'x')",
        "on_topic(1, 'x')", "off_topic(1, 'x')",
    ],
)  # fmt: skip
def test_only_reviewers_decide(desk: Desk, role: str, call: str) -> None:
    desk.rows(f"set role {role}")
    with pytest.raises(InsufficientPrivilege):
        desk.rows(f"select analyst.{call}")


def test_a_reviewer_writes_through_the_functions_alone(desk: Desk) -> None:
    desk.rows("set role analyst_reviewer")
    with pytest.raises(InsufficientPrivilege):
        desk.rows(
            "insert into posture.review (decision, article_id, reason, reviewer) values ('on_topic', 1, 'x', 'y')"
        )
    with pytest.raises(InsufficientPrivilege):
        desk.rows("select posture.move_report(1, 1)")


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("same_story", 1, 999, "why"), "belongs to no story"),
        (("merge_stories", 1, 1, "why"), "not two stories"),
        (("split_article", 1, "why"), "shares its story with no other"),
        (("on_topic", 1, "why"), "on the topic already"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused_with_the_reason(desk: Desk, call: tuple, says: str) -> None:
    assert desk.article("one", DRONE) == 1
    with pytest.raises(RaiseException, match=says):
        desk.decide(*call)


def test_a_decision_needs_a_reason(desk: Desk) -> None:
    drone, strike = desk.article("one", DRONE), desk.article("two", STRIKE)
    with pytest.raises(psycopg2.errors.CheckViolation):
        desk.decide("same_story", strike, drone, "  ")
