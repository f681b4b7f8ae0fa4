"""Articles are looked at again, and what their outlet changed in them is kept: the words, not the sidebar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from posture.steps import understand
from tests.outlet import UNDERSTANDING, Outlet, Watch, entry, served

pytestmark = [pytest.mark.xdist_group("traps"), pytest.mark.timeout(300)]

START = datetime(2024, 1, 29, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)
READ = (understand.read,)
TITLE = "بغداد وواشنطن تبحثان انسحاب قوات التحالف"
BODY = (
    "قال مسؤول عراقي إن نحو 2500 جندي أميركي موجودون في قاعدة عين الأسد وقواعد أخرى في العراق.",
    "وأضاف أن اللجنة العسكرية العليا ستحدد جدولا زمنيا لانسحاب قوات التحالف الدولي من البلاد.",
    "ولم يصدر عن السفارة الأميركية في بغداد تعليق على ذلك حتى الآن.",
)
OFF_TOPIC = (
    "افتتحت وزارة الثقافة معرض الكتاب السنوي في العاصمة بمشاركة مئة دار نشر من عشرين بلدا عربيا وأجنبيا.",
    "ويستمر المعرض عشرة أيام ويضم ندوات وأمسيات شعرية وورشا للأطفال وحفلات توقيع للكتب الجديدة.",
    "وقالت الوزارة إن عدد الزوار في الدورة الماضية تجاوز توقعات المنظمين على الرغم من سوء الأحوال الجوية.",
)


@pytest.fixture
def outlet() -> Iterator[Outlet]:
    with served() as outlet:
        outlet.feed(entry(outlet.url("/1")))
        outlet.article("/1", *BODY, title=TITLE)
        yield outlet


@pytest.fixture
def watch(database_url: str, tmp_path: Path, outlet: Outlet) -> Watch:
    return Watch(database_url, tmp_path, outlet)


def test_an_article_on_the_topic_is_looked_at_again_after_1_6_24_and_72_hours(watch: Watch, outlet: Outlet) -> None:
    looked: list[int] = []
    for hour in (0, 0.5, 1, 2, 5, 6, 7, 23, 24, 25, 71, 72, 73, 200):
        before = outlet.times("/1")
        watch.look(START + hour * HOUR, understanding=READ)
        if outlet.times("/1") > before:
            looked.append(int(hour))
    assert looked == [0, 1, 6, 24, 72]
    conditional = ["if-none-match" in headers for path, headers in outlet.asked if path == "/1"]
    assert conditional == [False, True, True, True, False], "the last look trusts no cache"
    assert len(watch.rows("select * from posture.page where kind = 'article'")) == 1, "it never changed"


def test_an_article_off_the_topic_is_not_looked_at_again(watch: Watch, outlet: Outlet) -> None:
    outlet.article("/1", *OFF_TOPIC, title="افتتاح معرض الكتاب")
    for hour in (0, 1, 6, 24, 72):
        watch.look(START + hour * HOUR, understanding=READ)
    assert outlet.times("/1") == 1


def test_a_changed_body_is_a_new_version_and_the_words_that_changed_are_told(watch: Watch, outlet: Outlet) -> None:
    watch.look(START, understanding=UNDERSTANDING)
    outlet.article("/1", BODY[0].replace("2500", "2000"), *BODY[1:], title=TITLE)
    watch.look(START + HOUR, understanding=UNDERSTANDING)
    (revision,) = watch.rows("select number, removed, added, differences from analyst.revision")
    assert revision["number"] == 2
    assert revision["removed"] == [BODY[0]]
    assert revision["added"] == [BODY[0].replace("2500", "2000")]
    assert any({each["a"], each["b"]} == {"2500", "2000"} for each in revision["differences"]), revision["differences"]
    outcomes = watch.rows("select outcome from posture.sighting order by run_id")
    assert [row["outcome"] for row in outcomes] == ["new", "update"]


def test_a_changed_headline_is_a_new_version(watch: Watch, outlet: Outlet) -> None:
    watch.look(START, understanding=READ)
    outlet.article("/1", *BODY, title=f"{TITLE} خلال عام")
    watch.look(START + HOUR, understanding=READ)
    assert [row["title_after"] for row in watch.rows("select * from analyst.revision")] == [f"{TITLE} خلال عام"]


def test_a_changed_sidebar_is_not_a_new_version(watch: Watch, outlet: Outlet) -> None:
    watch.look(START, understanding=UNDERSTANDING)
    outlet.article(
        "/1", *BODY, title=TITLE, aside="<li><a href='/2'>مقتل 3 جنود أميركيين في هجوم على قاعدة التنف</a></li>"
    )
    watch.look(START + HOUR, understanding=UNDERSTANDING)
    assert len(watch.rows("select * from posture.page where kind = 'article'")) == 2, "the bytes are kept all the same"
    assert len(watch.rows("select * from posture.version")) == 1
    (_, again) = watch.rows("select outcome, reason from posture.sighting order by run_id")
    assert again == {"outcome": "known", "reason": "looked at again: the text is the same"}


def test_an_article_taken_down_keeps_its_text(watch: Watch, outlet: Outlet) -> None:
    watch.look(START, understanding=READ)
    del outlet.answers["/1"]
    watch.look(START + HOUR, understanding=(*READ, understand.extract, understand.match, understand.books))
    (article,) = watch.rows("select state, failure, body from analyst.article")
    assert article["state"] == "kept"
    assert BODY[0] in article["body"]
    assert "404" in article["failure"]
