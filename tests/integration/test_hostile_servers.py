"""One server that answers like no other holds up nobody: what it sent is kept or told, and the next is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from posture.adapters.database import Database, json_value
from posture.adapters.world import Seeds
from posture.collecting.outlets import Outlets
from posture.errors import Misconfigured, Rejected
from posture.model import FeedItem
from posture.steps import collect, polling, rows, understand
from tests.outlet import Answer, Outlet, Watch, entry, page, served

pytestmark = [pytest.mark.xdist_group("traps"), pytest.mark.timeout(300)]

TEXT = (
    "قال المتحدث باسم قيادة العمليات المشتركة إن عدد الجنود الأميركيين في قاعدة عين الأسد غرب العراق نحو 2500 جندي، "
    "وإن اللجنة العسكرية العليا ستبحث جدولا زمنيا لانسحاب قوات التحالف الدولي من البلاد في نهاية العام."
)
START = datetime(2024, 1, 29, 6, tzinfo=UTC)


@pytest.fixture
def outlet() -> Iterator[Outlet]:
    with served("127.0.1.11") as outlet:
        yield outlet


@pytest.fixture
def watch(database_url: str, tmp_path: Path, outlet: Outlet) -> Watch:
    """Two outlets at one server: whatever the first does, the second is well."""
    outlet.article("/2", "خبر من بغداد.")
    outlet.feed(entry(outlet.url("/2")), path="/well")
    return Watch(database_url, tmp_path, outlet, {"id": "odd", "path": "/odd"}, {"id": "well", "path": "/well"})


def outcomes(watch: Watch) -> dict[str, str]:
    return {row["source_id"]: row["outcome"] for row in watch.rows("select source_id, outcome from posture.poll")}


def read_pages(watch: Watch) -> list[str]:
    rows = watch.rows("select url from posture.page where kind = 'article' order by url")
    return [row["url"] for row in rows]


@pytest.mark.parametrize(
    "value", ["Mon, 01 Jan 99999999999999999999 00:00:00 GMT", "Mon, 01 Jan 2024 00:00:00 +9999999999999"]
)
def test_a_date_to_come_back_that_no_calendar_holds(watch: Watch, outlet: Outlet, value: str) -> None:
    outlet.answers["/odd"] = Answer(status=503, headers={"Retry-After": value})
    watch.look(START)
    assert outcomes(watch) == {"odd": "status", "well": "ok"}
    assert read_pages(watch) == [outlet.url("/2")]


def test_a_null_in_a_header_of_a_list_and_of_an_article(watch: Watch, outlet: Outlet) -> None:
    nulls = {"X-Served-By": "cache\0one", "ETag": '"a\0b"'}
    outlet.feed(entry(outlet.url("/1")), path="/odd", headers=nulls)
    body = page("خبر من البصرة.", title="خبر").encode()
    outlet.answers["/1"] = Answer(body=body, content_type="text/html; charset=utf-8", headers=nulls)
    watch.look(START)
    assert outcomes(watch) == {"odd": "ok", "well": "ok"}
    assert read_pages(watch) == [outlet.url("/1"), outlet.url("/2")]


def test_the_database_takes_text_whatever_letters_stand_in_it(database_url: str) -> None:
    database = Database(database_url)
    with database.transaction() as session:
        values = {"longest_s": 1e9, "place": "https://a\0.example\ud800", "rules": "User-agent: *\0"}
        session.run("source.keep_robots", place=values["place"], rules=values["rules"])
        (row,) = session.rows("source.robots", longest_s=values["longest_s"])
    database.close()
    assert (row["place"], row["rules"]) == ("https://a.example", "User-agent: *")
    assert json_value({"a\0": ["b\0", {"c": "\udfff"}]}).adapted == {"a": ["b", {"c": ""}]}


@pytest.mark.parametrize("inner", ["http%3a%2f%2f%5bbad%2fx", "http%3a%2f%2fa.example%3a99999%2fx", "https%3a%2f%2f"])
def test_a_search_that_wraps_what_is_no_address_loses_no_other_entry(
    database_url: str, tmp_path: Path, outlet: Outlet, inner: str
) -> None:
    watch = Watch(database_url, tmp_path, outlet, {"kind": "search_rss"})
    wrapped = f"https://www.bing.com/news/apiclick.aspx?url={inner}&c=1"
    outlet.article("/1", "خبر من البصرة.")
    outlet.feed(entry(wrapped), entry(f"{outlet.url('/1')}"))
    watch.look(START)
    assert outcomes(watch) == {"outlet": "ok"}
    assert outlet.url("/1") in watch.articles()


def test_an_entry_that_cannot_be_keyed_is_counted_and_the_others_are_taken() -> None:
    source = next(iter(Seeds().sources.values()))
    items = [
        FeedItem(url=url, title="خبر") for url in ("http://[bad/x", "http://a.example:99999/", f"{source.address}/1")
    ]
    listed = polling.listed(Outlets([source]), source, items)
    assert ([item.url for item in listed.items.values()], listed.skipped) == ([f"{source.address}/1"], 2)


def test_a_host_that_asks_one_request_to_come_back_later_is_left_alone_by_all(
    database_url: str, tmp_path: Path, outlet: Outlet
) -> None:
    watch = Watch(database_url, tmp_path, outlet, {}, {"id": "other", "path": "/other"})
    for number in range(3):
        outlet.answers[f"/{number}"] = Answer(status=429, headers={"Retry-After": "7200"})
    outlet.feed(*(entry(outlet.url(f"/{number}")) for number in range(3)))
    outlet.feed(path="/other")
    watch.look(START)
    assert sorted(outlet.paths()) == ["/0", "/other", "/rss"]
    watch.look(START + timedelta(hours=1))
    assert len(outlet.paths()) == 3
    for number in range(3):
        outlet.article(f"/{number}", "خبر من البصرة.")
    watch.look(START + timedelta(hours=3))
    assert read_pages(watch) == [outlet.url(f"/{number}") for number in range(3)]


@pytest.mark.parametrize(
    ("what", "body"),
    [
        ("text in an older encoding", f"خبر\n\n{TEXT}".encode("cp1256")),
        ("text with broken letters", f"خبر\n\n{TEXT}".encode() + b"\xff"),
        ("a page that its server calls text", page(TEXT, title="خبر").encode()),
    ],
)
def test_what_a_server_calls_plain_text_is_read(watch: Watch, outlet: Outlet, what: str, body: bytes) -> None:
    outlet.feed(entry(outlet.url("/1")), path="/odd")
    outlet.answers["/1"] = Answer(body=body, content_type="text/plain")
    watch.look(START, understanding=(understand.read,))
    (version,) = watch.rows("select body from posture.version where url like '%/1' or body like '%2500%'")
    assert TEXT in version["body"], what
    assert "<p>" not in version["body"]


def fails_on(what: str, honest: Any) -> Any:
    def fail(*arguments: Any, **options: Any) -> Any:
        if what in str(arguments):
            raise RuntimeError("an oddity")
        return honest(*arguments, **options)

    return fail


def test_an_article_on_which_our_own_code_fails_is_tried_again_and_those_behind_it_are_kept(
    watch: Watch, outlet: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    outlet.article("/1", "خبر من البصرة.")
    outlet.feed(entry(outlet.url("/1")), path="/odd")
    monkeypatch.setattr(rows, "page_values", fails_on(f"final_url='{outlet.url('/1')}'", rows.page_values))
    watch.look(START)
    assert read_pages(watch) == [outlet.url("/2")]
    (article,) = watch.rows("select failure, next_try_at from posture.article where address like '%/1'")
    assert "our own code failed (RuntimeError: an oddity)" in article["failure"]
    assert article["next_try_at"] is not None


def test_a_list_that_cannot_be_kept_is_told_and_the_others_are_kept(
    watch: Watch, outlet: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    outlet.feed(entry(outlet.url("/1")), path="/odd")
    monkeypatch.setattr(rows, "page_values", fails_on("/odd", rows.page_values))
    watch.look(START)
    assert outcomes(watch) == {"odd": "broken", "well": "ok"}
    assert read_pages(watch) == [outlet.url("/2")]


@pytest.mark.parametrize(
    "error", [RuntimeError("an oddity"), Misconfigured("an oddity", item="odd", remedy="mend its entry")]
)
def test_a_source_that_cannot_be_asked_is_told_and_the_others_are_asked(
    watch: Watch, outlet: Outlet, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    honest = polling.ask

    def ask(world: Any, source: Any, state: Any) -> polling.Poll:
        if source.source_id == "odd":
            raise error
        return honest(world, source, state)

    monkeypatch.setattr(polling, "ask", ask)
    watch.look(START)
    assert outcomes(watch) == {"odd": "broken", "well": "ok"}
    (told,) = watch.rows("select message from posture.poll where source_id = 'odd'")
    assert "an oddity" in told["message"]


def test_a_step_is_red_at_its_end_when_our_own_code_fails_on_a_quarter_of_several(
    watch: Watch, outlet: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        outlet.article(f"/bad/{number}", "خبر.")
    outlet.feed(*(entry(outlet.url(f"/bad/{number}")) for number in range(3)), path="/odd")
    monkeypatch.setattr(rows, "page_values", fails_on(f"final_url='{outlet.url('/bad/')}", rows.page_values))
    with watch.world(START) as world, pytest.raises(Rejected, match="our own code failed on 3 of 6 items"):
        collect.collect(world, ["odd", "well"])
    assert read_pages(watch) == [outlet.url("/2")]
