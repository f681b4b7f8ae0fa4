"""A past window fetched day by day from what lists still show of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from posture.errors import Misconfigured
from posture.steps import backfill
from tests.outlet import UNDERSTANDING, Answer, Outlet, Watch, served

pytestmark = [pytest.mark.xdist_group("traps"), pytest.mark.timeout(300)]

NOW = datetime(2024, 3, 1, 6, tzinfo=UTC)
DAYS = (date(2024, 1, 27), date(2024, 1, 28), date(2024, 1, 29))
BODY = (
    "قال مسؤول عراقي إن نحو 2500 جندي أميركي موجودون في قاعدة عين الأسد وقواعد أخرى في العراق.",
    "وأضاف أن اللجنة العسكرية العليا ستحدد جدولا زمنيا لانسحاب قوات التحالف الدولي من البلاد.",
)


@pytest.fixture
def outlet() -> Iterator[Outlet]:
    """An outlet with two sitemaps under an index, two articles a day."""
    with served() as outlet:
        listed: dict[str, list[str]] = {"/old.xml": [], "/new.xml": []}
        for day in DAYS:
            for number in (1, 2):
                path = f"/news/{day.day}{number}"
                outlet.article(path, *BODY, f"الخبر {path}", title=f"انسحاب القوات الأميركية {path}")
                one = f"<url><loc>{outlet.url(path)}</loc><lastmod>{day}T09:00:00Z</lastmod></url>"
                listed["/old.xml" if day < DAYS[2] else "/new.xml"].append(one)
        for path, entries in listed.items():
            outlet.answers[path] = Answer(body=f"<urlset>{''.join(entries)}</urlset>".encode())
        parts = "".join(f"<sitemap><loc>{outlet.url(path)}</loc></sitemap>" for path in listed)
        outlet.answers["/index.xml"] = Answer(body=f"<sitemapindex>{parts}</sitemapindex>".encode())
        yield outlet


@pytest.fixture
def watch(database_url: str, tmp_path: Path, outlet: Outlet) -> Watch:
    return Watch(database_url, tmp_path, outlet, {"kind": "sitemap", "path": "/index.xml"})


def fetched(watch: Watch, day: date, *, run: str = "") -> dict[str, int]:
    with watch.world(NOW, run=run or f"backfill {day}") as world:
        tally = backfill.backfill(world, first=day, last=day)
        for step in UNDERSTANDING:
            step(world)
    return dict(tally.counts)


def test_a_day_is_fetched_from_the_sitemaps_that_reach_back_and_no_other_day(watch: Watch, outlet: Outlet) -> None:
    counts = fetched(watch, DAYS[1])
    assert (counts["seen"], counts["new"], counts["kept"]) == (2, 2, 2)
    assert sorted(path for path in outlet.paths() if path.startswith("/news/")) == [
        f"/news/{DAYS[1].day}{n}" for n in (1, 2)
    ]
    texts = watch.rows("select published_on from posture.version")
    assert [row["published_on"] for row in texts] == [None, None], "the day of change is not taken for publication"
    assert all(row["balanced"] for row in watch.rows("select balanced from analyst.books"))


def test_days_may_be_fetched_again_and_in_any_order_and_add_up(watch: Watch) -> None:
    for number, day in enumerate((DAYS[2], DAYS[0], DAYS[2], DAYS[1], DAYS[0])):
        fetched(watch, day, run=f"backfill {number}")
    assert len(watch.articles()) == 6
    assert len(watch.rows("select * from posture.version")) == 6
    assert all(row["balanced"] for row in watch.rows("select balanced from analyst.books"))


def test_a_backfill_does_not_move_the_usual_polls(watch: Watch, outlet: Outlet) -> None:
    watch.look(NOW)
    before = watch.rows("select state, next_due_at from posture.source_state")
    fetched(watch, DAYS[0])
    assert watch.rows("select state, next_due_at from posture.source_state") == before


def test_a_window_turned_round_is_refused() -> None:
    with pytest.raises(Misconfigured):
        backfill.days(DAYS[1], DAYS[0])
    assert backfill.days(DAYS[0], DAYS[0] + timedelta(days=2)) == list(DAYS)
