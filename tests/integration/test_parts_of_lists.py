"""Lists in parts, played at an outlet on loopback: every file of a stream and every part of an index gets its turn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.outlet import Answer, Outlet, Watch, served

pytestmark = [pytest.mark.xdist_group("traps"), pytest.mark.timeout(300)]

START = datetime(2024, 1, 29, 6, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
QUARTER = timedelta(minutes=15)
STREAM: dict[str, Any] = {"kind": "gdelt_files", "path": "/gdelt/lastupdate.txt", "rhythm_hours": 1}


@pytest.fixture
def outlet() -> Iterator[Outlet]:
    with served() as outlet:
        yield outlet


def name_of(moment: datetime) -> str:
    return f"/gdelt/{moment:%Y%m%d%H%M%S}.gkg.csv.zip"


class Stream:
    """A stream of files, one a quarter of an hour, each of which shows one article of its own."""

    def __init__(self, database_url: str, folder: Path, outlet: Outlet) -> None:
        self.outlet = outlet
        self.watch = Watch(database_url, folder, outlet, STREAM)
        for quarter in range(-1, 60):
            outlet.answers[name_of(START + quarter * QUARTER)] = self.file(quarter)

    def file(self, quarter: int) -> Answer:
        columns = [""] * 27
        columns[3], columns[4] = self.outlet.host, self.outlet.url(f"/seen/{quarter}")
        columns[9] = "1#Iraq#IZ#IZ#33#44#IZ"
        return Answer(body="\t".join(columns).encode(), content_type="text/plain")

    def look(self, moment: datetime) -> None:
        """One look, when the file of the last quarter of an hour is the newest."""
        quarter = (moment - START) // QUARTER - 1
        newest = self.outlet.url(name_of(START + quarter * QUARTER))
        self.outlet.answers[STREAM["path"]] = Answer(
            body=f"12 {'a' * 32} {newest}\n".encode(), content_type="text/plain"
        )
        self.watch.look(moment)

    def seen(self) -> set[int]:
        """Of which quarters of an hour the articles are known."""
        return {int(address.rsplit("/", 1)[1]) for address in self.watch.articles()}


@pytest.fixture
def stream(database_url: str, tmp_path: Path, outlet: Outlet) -> Stream:
    return Stream(database_url, tmp_path, outlet)


@pytest.mark.parametrize(
    "bad",
    [
        Answer(status=503, content_type="text/plain"),
        Answer(status=404, content_type="text/plain"),
        Answer(body=b"20240129\t1\tcut", content_type="text/plain"),
    ],
    ids=["in trouble", "not there yet", "cut"],
)
def test_a_file_that_failed_is_asked_for_again_until_it_was_read(stream: Stream, outlet: Outlet, bad: Answer) -> None:
    late = name_of(START + HOUR)
    whole, outlet.answers[late] = outlet.answers[late], bad
    for quarter in range(12):
        stream.look(START + quarter * QUARTER)
    assert outlet.times(late) > 1
    assert 4 not in stream.seen()
    outlet.answers[late] = whole
    stream.look(START + 5 * HOUR)
    assert 4 in stream.seen()
    asked = outlet.times(late)
    stream.look(START + 6 * HOUR)
    assert outlet.times(late) == asked, "read once"


def test_what_came_in_an_outage_is_made_up_for_over_the_next_polls(stream: Stream, outlet: Outlet) -> None:
    stream.look(START)
    stream.look(START + 8 * HOUR)
    assert 31 in stream.seen(), "the newest comes first"
    for hour in range(9, 14):
        stream.look(START + hour * HOUR)
    assert stream.seen() == set(range(-1, 52))
    files = [path for path in outlet.paths() if path.endswith(".gkg.csv.zip")]
    assert len(files) == len(set(files)), "each is asked for once"


def test_a_file_that_never_comes_is_given_up_and_holds_up_no_other(stream: Stream, outlet: Outlet) -> None:
    never = name_of(START + HOUR)
    outlet.answers[never] = Answer(status=404, content_type="text/plain")
    for quarter in (*range(0, 52, 4), 150, 250):
        for path in (name_of(START + (quarter - 1) * QUARTER), name_of(START + (quarter - 2) * QUARTER)):
            outlet.answers.setdefault(path, stream.file(quarter - 1))
        stream.look(START + quarter * QUARTER)
    assert stream.seen() >= set(range(-1, 47)) - {4}
    asked = outlet.times(never)
    stream.look(START + 260 * QUARTER)
    assert outlet.times(never) == asked


def index(outlet: Outlet, *names: str, tag: str = "sitemap") -> Answer:
    kind = {"sitemap": "sitemapindex", "url": "urlset"}[tag]
    entries = "".join(f"<{tag}><loc>{outlet.url(name)}</loc></{tag}>" for name in names)
    text = f'<{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</{kind}>'
    return Answer(body=text.encode(), content_type="application/xml")


def test_the_parts_of_an_index_get_their_turns_and_both_ends_are_read_each_time(
    database_url: str, tmp_path: Path, outlet: Outlet
) -> None:
    watch = Watch(database_url, tmp_path, outlet, {"kind": "sitemap", "path": "/index.xml"})
    parts = [f"/part-{number}.xml" for number in range(10)]
    outlet.answers["/index.xml"] = index(outlet, *parts)
    for part in parts:
        outlet.answers[part] = index(outlet, f"/in{part}", tag="url")
    for day in range(4):
        watch.look(START + day * DAY)
    assert [outlet.times(part) for part in parts] == [4, 1, 1, 1, 1, 1, 1, 1, 1, 4]
    assert len(watch.articles()) == 10


def test_an_index_whose_every_part_is_gone_is_not_well(database_url: str, tmp_path: Path, outlet: Outlet) -> None:
    watch = Watch(database_url, tmp_path, outlet, {"kind": "sitemap", "path": "/index.xml"})
    outlet.answers["/index.xml"] = index(outlet, "/1.xml", "/2.xml")
    watch.look(START)
    (poll,) = watch.rows("select outcome, message from posture.poll")
    assert poll["outcome"] == "status"
    assert "/1.xml" in poll["message"]
    (health,) = watch.rows("select failures, silent from analyst.source_health")
    assert health == {"failures": 1, "silent": True}
