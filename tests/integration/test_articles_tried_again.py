"""Articles that cannot be had at first, played at an outlet on loopback: what is published is not given up at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from posture.steps import understand
from tests.outlet import UNDERSTANDING, Answer, Outlet, Watch, entry, served

pytestmark = [pytest.mark.xdist_group("traps"), pytest.mark.timeout(300)]

START = datetime(2024, 1, 29, 6, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
READ = (understand.read,)
BODY = (
    "قال المتحدث باسم قيادة العمليات المشتركة إن عدد الجنود الأميركيين في قاعدة عين الأسد غرب العراق نحو 2500 جندي.",
    "وأضاف أن اللجنة العسكرية العليا بين العراق والولايات المتحدة ستبحث جدولا زمنيا لانسحاب قوات التحالف الدولي.",
    "ولم يحدد المتحدث موعدا للجولة المقبلة من المباحثات بين بغداد وواشنطن حول إنهاء مهمة التحالف.",
)
TITLE = "المباحثات العراقية الأميركية حول انسحاب القوات"
HTML = "text/html; charset=utf-8"
INSTEAD = {
    "a gate for robots": Answer(
        body=b"<!DOCTYPE html><title>Just a moment...</title><body>Checking your browser. Ray ID 12</body>",
        content_type=HTML,
    ),
    "a page that says it is missing": Answer(
        body=b"<!DOCTYPE html><title>404 Not Found</title><body>Page not found</body>", content_type=HTML
    ),
    "an empty page": Answer(body=b" ", content_type=HTML),
    "a page whose text is not there yet": Answer(
        body=b"<!DOCTYPE html><title>News</title><body></body>", content_type=HTML
    ),
    "status 404": Answer(status=404, content_type=HTML),
    "status 403": Answer(status=403, content_type=HTML),
}


@pytest.fixture
def outlet() -> Iterator[Outlet]:
    with served() as outlet:
        yield outlet


@pytest.fixture
def watch(database_url: str, tmp_path: Path, outlet: Outlet) -> Watch:
    return Watch(database_url, tmp_path, outlet)


@pytest.mark.parametrize("instead", sorted(INSTEAD))
def test_an_article_whose_page_was_not_it_at_first_is_read_later(watch: Watch, outlet: Outlet, instead: str) -> None:
    outlet.feed(entry(outlet.url("/1")))
    outlet.answers["/1"] = INSTEAD[instead]
    watch.look(START, understanding=READ)
    (first,) = watch.rows("select outcome, reason from posture.sighting")
    assert first["outcome"] == "failed"
    assert first["reason"]
    (waiting,) = watch.rows("select state, failure from posture.article")
    assert waiting == {"state": "wanted", "failure": first["reason"]}
    outlet.feed()
    outlet.article("/1", *BODY, title=TITLE)
    watch.look(START + HOUR, understanding=UNDERSTANDING)
    assert [row["title"] for row in watch.rows("select title from posture.version")] == [TITLE]
    assert watch.rows("select state, failure, tries from posture.article") == [
        {"state": "kept", "failure": None, "tries": 0}
    ]
    outcomes = watch.rows("select outcome from posture.sighting order by run_id")
    assert [row["outcome"] for row in outcomes] == ["failed", "new"]
    assert all(row["balanced"] for row in watch.rows("select balanced from analyst.books"))


@pytest.mark.parametrize("instead", ["a gate for robots", "status 404"])
def test_tries_grow_apart_for_some_days_and_end_with_the_reason(watch: Watch, outlet: Outlet, instead: str) -> None:
    outlet.feed(entry(outlet.url("/1")))
    outlet.answers["/1"] = INSTEAD[instead]
    asked: list[int] = []
    for hour in range(0, 14 * 24, 3):
        before = outlet.times("/1")
        watch.look(START + hour * HOUR, understanding=READ)
        asked += [hour] * (outlet.times("/1") - before)
    gaps = [later - earlier for earlier, later in pairwise(asked)]
    assert gaps == sorted(gaps)
    assert 4 <= len(asked) <= 8, "neither given up at once nor asked for ever"
    assert asked[-1] >= 5 * 24
    (ended,) = watch.rows("select state, failure, next_try_at from posture.article")
    assert ended["state"] == "failed"
    assert ended["failure"]
    assert ended["next_try_at"] is None


@pytest.mark.parametrize("instead", ["a gate for robots", "status 403"])
def test_a_look_for_edits_that_fails_is_not_spent(watch: Watch, outlet: Outlet, instead: str) -> None:
    outlet.article("/1", *BODY, title=TITLE)
    outlet.feed(entry(outlet.url("/1")))
    watch.look(START, understanding=UNDERSTANDING)
    outlet.answers["/1"] = INSTEAD[instead]
    watch.look(START + HOUR, understanding=UNDERSTANDING)
    outlet.article("/1", "ارتفع العدد إلى 3500 جندي أميركي في قاعدة عين الأسد بحسب البيان.", *BODY, title=TITLE)
    watch.look(START + 2 * HOUR, understanding=UNDERSTANDING)
    assert len(watch.rows("select * from posture.version")) == 2, "the edit is seen without waiting for the next look"
    assert watch.rows("select state, tries from posture.article") == [{"state": "kept", "tries": 0}]


def test_an_article_that_stays_away_is_not_looked_at_for_ever(watch: Watch, outlet: Outlet) -> None:
    outlet.article("/1", *BODY, title=TITLE)
    outlet.feed(entry(outlet.url("/1")))
    watch.look(START, understanding=UNDERSTANDING)
    outlet.answers["/1"] = Answer(status=503)
    for hour in range(1, 14 * 24, 2):
        watch.look(START + hour * HOUR, understanding=READ)
    assert 4 < outlet.times("/1") < 20
    assert watch.rows("select state, next_look_at from posture.article") == [{"state": "kept", "next_look_at": None}]


def test_an_edit_under_an_etag_that_stays_is_seen_by_a_later_look(watch: Watch, outlet: Outlet) -> None:
    def printed(*paragraphs: str) -> None:
        outlet.article("/1", *paragraphs, title=TITLE)
        outlet.answers["/1"] = replace(outlet.answers["/1"], tag='"frozen"')

    printed(*BODY)
    outlet.feed(entry(outlet.url("/1")))
    watch.look(START, understanding=UNDERSTANDING)
    printed("ارتفع العدد إلى 3500 جندي أميركي في قاعدة عين الأسد بحسب البيان.", *BODY)
    for hour in (1, 6, 24, 72):
        watch.look(START + hour * HOUR, understanding=UNDERSTANDING)
    assert len(watch.rows("select * from posture.version")) == 2
    assert outlet.times("/1") == 5
    conditional = ["if-none-match" in headers for path, headers in outlet.asked if path == "/1"]
    assert conditional == [False, True, True, True, False]


def test_articles_of_a_fallback_are_due_though_nobody_asks_for_its_list(
    database_url: str, tmp_path: Path, outlet: Outlet
) -> None:
    spare = {"id": "spare", "path": "/spare/rss", "status": "fallback"}
    watch = Watch(database_url, tmp_path, outlet, {}, spare, {"id": "net", "kind": "gdelt_doc", "path": "/net"})
    outlet.feed(entry(outlet.url("/1")))
    shown = [{"url": outlet.url(f"/spare/{number}"), "title": TITLE, "domain": "spare.example"} for number in (1, 2)]
    outlet.answers["/net"] = Answer(body=json.dumps({"articles": shown}).encode(), content_type="application/json")
    outlet.answers["/spare/1"] = Answer(status=503)
    outlet.article("/spare/2", *BODY, title=TITLE)
    watch.look(START, understanding=UNDERSTANDING)
    owners = watch.rows("select source_id from posture.article where address like '%/spare/%'")
    assert [row["source_id"] for row in owners] == ["spare", "spare"]
    outlet.article("/spare/1", *BODY, "رقم الخبر 1", title=TITLE)
    outlet.answers["/net"] = Answer(body=b'{"articles": []}', content_type="application/json")
    watch.look(START + DAY, understanding=UNDERSTANDING)
    assert outlet.times("/spare/1") == 2, "tried again"
    assert outlet.times("/spare/2") == 2, "looked at again for edits"
    assert outlet.times("/spare/rss") == 0, "the list of a fallback waits until its family needs it"
