"""A past window fetched day by day from what lists still show of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from posture.collecting.windows import bounds_of, gdelt_files
from posture.errors import Misconfigured, Transient
from posture.steps import backfill, collect
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


def test_a_list_is_read_once_for_a_whole_window_and_its_days_find_their_own(watch: Watch, outlet: Outlet) -> None:
    with watch.world(NOW, run="lists") as world:
        backfill.lists(world, first=DAYS[0], last=DAYS[2])
    assert [outlet.times(path) for path in ("/index.xml", "/old.xml", "/new.xml")] == [1, 1, 1]
    for day in DAYS:
        fetched(watch, day)
    assert [outlet.times(path) for path in ("/index.xml", "/old.xml", "/new.xml")] == [1, 1, 1]
    assert len(watch.articles()) == 6
    assert all(row["balanced"] for row in watch.rows("select balanced from analyst.books"))


def test_a_list_that_failed_in_passing_is_asked_again_by_the_next_day(watch: Watch, outlet: Outlet) -> None:
    index = outlet.answers["/index.xml"]
    outlet.answers["/index.xml"] = Answer(status=503)
    assert fetched(watch, DAYS[0])["new"] == 0
    (poll,) = watch.rows("select outcome, message from posture.poll")
    assert poll["outcome"] == "status"
    assert "503" in poll["message"]
    outlet.answers["/index.xml"] = index
    assert fetched(watch, DAYS[0], run="again")["new"] == 2


# ---------- the files of an archive ----------


def packed(*rows: tuple[str, str, str]) -> Answer:
    """A file of the Global Knowledge Graph, as it comes: country code, address and headline of each page."""
    lines = []
    for country, url, title in rows:
        columns = [""] * 27
        columns[3], columns[4] = "somewhere.example", url
        columns[9] = f"1#Iraq#{country}#{country}#33#44#{country}"
        columns[26] = f"<PAGE_TITLE>{title}</PAGE_TITLE>"
        lines.append("\t".join(columns))
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("graph.csv", "\n".join(lines))
    return Answer(body=whole.getvalue(), content_type="application/zip")


@pytest.fixture
def archive(outlet: Outlet) -> dict[str, str]:
    """An archive with files for two quarters of an hour of the first day, and an empty one for each other."""
    files = gdelt_files(outlet.url("/gdelt/lastupdate.txt"), *bounds_of(DAYS[0], DAYS[0]))
    names = [urlsplit(file).path for file in files]
    for name in names:
        outlet.answers[name] = packed(("US", "https://elsewhere.example/1", "Elsewhere"))
    for name, path in ((names[10], "/seen/1"), (names[50], "/seen/2")):
        outlet.article(path, *BODY, path, title=f"انسحاب القوات الأميركية {path}")
        outlet.answers[name] = packed(
            ("IZ", outlet.url(path), "انسحاب"),
            ("IZ", "https://stranger.example/1", "Strange"),
            ("US", outlet.url("/not/about/iraq"), "Elsewhere"),
        )
    return {"kind": "gdelt_files", "id": "archive", "family": "archive", "path": "/gdelt/lastupdate.txt"}


@pytest.fixture
def archived(database_url: str, tmp_path: Path, outlet: Outlet, archive: dict[str, str]) -> Watch:
    outlet.feed()
    return Watch(database_url, tmp_path, outlet, {}, archive)


def files_of(watch: Watch) -> dict[str, int]:
    found = watch.rows("select outcome, count(*) as files from posture.backfill_file group by outcome")
    return {row["outcome"]: row["files"] for row in found}


def test_a_past_day_is_read_from_the_96_files_of_an_archive_though_its_list_names_only_the_newest(
    archived: Watch, outlet: Outlet
) -> None:
    counts = fetched(archived, DAYS[0])
    assert counts["files_read"] == 96
    assert (counts["seen"], counts["new"], counts["kept"], counts["passed_over"]) == (2, 2, 2, 2)
    assert sorted(path for path in outlet.paths() if path.startswith(("/seen/", "/not/"))) == ["/seen/1", "/seen/2"]
    outlets = archived.rows("select outlet, published_on from posture.version")
    assert [row["outlet"] for row in outlets] == ["outlet", "outlet"], "what an archive shows is the outlet's own"
    assert [row["published_on"] for row in outlets] == [None, None], "when it was seen is not when it was published"
    assert all(row["balanced"] for row in archived.rows("select balanced from analyst.books"))
    (dropped,) = archived.rows("select gate, outcome, reason from analyst.dropped where outcome = 'passed_over'")
    assert dropped["reason"].startswith("2 entries are of outlets that are not"), "counted, with the reason"
    (net,) = archived.rows("select articles, only_here from analyst.second_net where source_id = 'archive'")
    assert net == {"articles": 2, "only_here": 2}


def test_a_file_that_the_archive_does_not_have_is_counted_and_not_asked_for_again(
    archived: Watch, outlet: Outlet
) -> None:
    gone = [path for path in outlet.answers if path.startswith("/gdelt/")][3:8]
    for path in gone:
        outlet.answers[path] = Answer(status=404)
    assert fetched(archived, DAYS[0])["files_missing"] == 5
    assert files_of(archived) == {"read": 91, "missing": 5}
    fetched(archived, DAYS[0], run="again")
    assert [outlet.times(path) for path in gone] == [1] * 5
    (poll,) = archived.rows("select message from posture.poll where source_id = 'archive' order by run_id limit 1")
    assert poll["message"].startswith("91 files read, 5 missing")


class Killed(BaseException):
    """What ends a process in the middle of its work."""


def test_a_day_that_was_killed_half_way_goes_on_where_it_was(archived: Watch, outlet: Outlet) -> None:
    files = [path for path in outlet.answers if path.startswith("/gdelt/")]
    honest = collect.keep_items
    kept = count(1)

    def killed(*arguments: Any) -> int:
        if next(kept) == 42:  # two lists, then forty files
            raise Killed
        return honest(*arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(collect, "keep_items", killed)
        with pytest.raises(Killed):
            fetched(archived, DAYS[0])
    done = sum(files_of(archived).values())
    assert 30 <= done < 96
    before = {path: outlet.times(path) for path in files}
    counts = fetched(archived, DAYS[0])
    assert counts["files_read"] == 96 - done
    again = [path for path in files if outlet.times(path) > before[path]]
    assert len(again) == 96 - done, "what was read is not asked for again"
    assert len(archived.articles()) == 2
    assert len(archived.rows("select * from posture.version")) == 2
    assert all(row["balanced"] for row in archived.rows("select balanced from analyst.books"))


def test_an_archive_that_is_away_makes_the_day_red_and_hides_nothing_else(archived: Watch, outlet: Outlet) -> None:
    files = [path for path in outlet.answers if path.startswith("/gdelt/")]
    whole = {path: outlet.answers[path] for path in files}
    for path in files[20:]:
        outlet.answers[path] = Answer(status=503)
    with pytest.raises(Transient, match="76 files of archive"):
        fetched(archived, DAYS[0])
    assert outlet.times("/seen/1") == 1, "what the files before it showed is fetched"
    assert sum(outlet.times(path) for path in files[20:]) < 6, "an archive that is away is not asked 76 times"
    outlet.answers.update(whole)
    assert fetched(archived, DAYS[0])["files_read"] == 76
    assert len(archived.articles()) == 2


def test_as_a_second_net_an_archive_is_read_without_a_gap_though_its_list_names_only_the_newest_file(
    archived: Watch, outlet: Outlet
) -> None:
    files = [path for path in outlet.answers if path.startswith("/gdelt/")]

    def look(quarters: int) -> None:
        """One look when so many files are there; the list names the last of them."""
        newest = files[quarters - 1]
        listed = f"12 {'a' * 32} {outlet.url(newest)}\n"
        outlet.answers["/gdelt/lastupdate.txt"] = Answer(body=listed.encode(), content_type="text/plain")
        since, _ = bounds_of(DAYS[0], DAYS[0])
        archived.look(since + timedelta(minutes=15 * quarters + 1), understanding=UNDERSTANDING)

    look(9)
    assert sum(outlet.times(path) for path in files) == 1, "the first look takes the newest"
    look(12)
    assert [outlet.times(path) for path in files[8:12]] == [1, 1, 1, 1], "the second what came between"
    texts = archived.rows("select version.outlet from posture.version")
    assert [row["outlet"] for row in texts] == ["outlet"]
    seen = archived.rows("select source_id, via, outcome from posture.sighting order by source_id")
    assert [(row["source_id"], row["via"]) for row in seen] == [("archive", "list")]
    assert all(row["balanced"] for row in archived.rows("select balanced from analyst.books"))


def test_a_window_turned_round_is_refused() -> None:
    with pytest.raises(Misconfigured):
        backfill.days(DAYS[1], DAYS[0])
    assert backfill.days(DAYS[0], DAYS[0] + timedelta(days=2)) == list(DAYS)
