"""Each trap that broke other collectors, played at an outlet on loopback through the steps that collect."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from posture.commands import status
from posture.errors import Rejected
from posture.reading import feeds
from posture.steps import check, collect, understand
from tests.outlet import UNDERSTANDING, Answer, Outlet, Watch, entry, rss, served

pytestmark = [pytest.mark.xdist_group("traps"), pytest.mark.timeout(300)]

PACKAGE = Path(__file__).parents[2] / "plugins" / "posture"
START = datetime(2024, 1, 29, 6, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
READ = (understand.read,)
# On the topic beyond doubt, so that the article is looked at again.
BODY = (
    "قال المتحدث باسم قيادة العمليات المشتركة إن عدد الجنود الأميركيين في قاعدة عين الأسد غرب العراق نحو 2500 جندي.",
    "وأضاف أن اللجنة العسكرية العليا بين العراق والولايات المتحدة ستبحث جدولا زمنيا لانسحاب قوات التحالف الدولي.",
    "ولم يحدد المتحدث موعدا للجولة المقبلة من المباحثات بين بغداد وواشنطن حول إنهاء مهمة التحالف.",
)
FOOTBALL = (
    "فاز المنتخب العراقي لكرة القدم على ضيفه بهدفين لهدف في المباراة التي أقيمت مساء اليوم على ملعب البصرة الدولي.",
    "وسجل هدفي الفريق اللاعبان أيمن حسين وعلي جاسم في الشوط الثاني بعد أن انتهى الشوط الأول بالتعادل السلبي.",
    "ويلتقي المنتخب في الجولة المقبلة مع نظيره الأردني في مباراة يحتاج فيها إلى نقطة واحدة ليضمن التأهل.",
)
TITLE = "المباحثات العراقية الأميركية حول انسحاب القوات"


@pytest.fixture
def outlet() -> Iterator[Outlet]:
    with served() as outlet:
        yield outlet


@pytest.fixture
def watch(database_url: str, tmp_path: Path, outlet: Outlet) -> Watch:
    return Watch(database_url, tmp_path, outlet)


def shown(outlet: Outlet, *paths: str, **more: str) -> None:
    """Let the feed list these articles, and print each."""
    for path in paths:
        outlet.article(path, *BODY, f"رقم الخبر {path}", title=f"{TITLE} {path}")
    outlet.feed(*(entry(outlet.url(path), **more) for path in paths))


def state_of(watch: Watch, source_id: str = "outlet") -> dict[str, object]:
    (row,) = watch.rows(
        "select failures, last_success_at, last_new_at, next_due_at, state"
        f" from posture.source_state where source_id = '{source_id}'"
    )
    return dict(row)


# ---------- nothing missed ----------


def test_a_reader_that_takes_only_the_first_entries_of_a_feed(watch: Watch, outlet: Outlet) -> None:
    outlet.feed(*(entry(outlet.url(f"/news/{number}")) for number in range(60)))
    watch.look(START)
    assert len(watch.articles()) == 60
    assert sum(path.startswith("/news/") for path in outlet.paths()) == 60


def test_overlapping_polls_slow_a_source_down_and_a_lack_of_overlap_hurries_it(watch: Watch, outlet: Outlet) -> None:
    outlet.feed(*(entry(outlet.url(f"/{number}")) for number in range(4)))
    watch.look(START)
    first = state_of(watch)["state"]
    outlet.feed(*(entry(outlet.url(f"/{number}")) for number in range(1, 5)))  # 75 % known
    watch.look(START + HOUR)
    slower = state_of(watch)["state"]
    outlet.feed(*(entry(outlet.url(f"/{number}")) for number in range(4, 10)))  # one of six known
    watch.look(START + 2 * HOUR)
    faster = state_of(watch)["state"]
    intervals = [state["interval_s"] for state in (first, slower, faster)]  # type: ignore[index]
    assert intervals[1] > intervals[0] > 0
    assert intervals[2] < intervals[1]


def test_items_that_fall_off_between_two_polls_are_noticed(watch: Watch, outlet: Outlet) -> None:
    outlet.feed(*(entry(outlet.url(f"/{number}")) for number in range(3)))
    watch.look(START)
    outlet.feed(*(entry(outlet.url(f"/{number}")) for number in range(10, 13)))
    watch.look(START + DAY)
    notes = [row["message"] for row in watch.rows("select message from posture.poll order by run_id")]
    assert notes[0] is None
    assert "nothing that it lists was known" in notes[1]


def test_a_feed_that_returns_after_months_dead(watch: Watch, outlet: Outlet) -> None:
    shown(outlet, "/1")
    watch.look(START)
    outlet.answers["/rss"] = Answer(status=410, body=b"gone")
    for day in range(1, 120, 3):
        watch.look(START + day * DAY)
    assert state_of(watch)["failures"] == 40
    shown(outlet, "/1", "/2")
    watch.look(START + 130 * DAY)
    assert len(watch.articles()) == 2
    assert state_of(watch)["failures"] == 0


def test_a_fallback_steps_in_while_the_direct_source_of_its_family_fails(
    database_url: str, tmp_path: Path, outlet: Outlet
) -> None:
    watch = Watch(database_url, tmp_path, outlet, {}, {"id": "spare", "path": "/spare", "status": "fallback"})
    outlet.feed(path="/spare")
    asked: list[int] = []
    for day in range(10):
        outlet.feed(entry(outlet.url(f"/{day}")), status=500 if 1 <= day < 6 else 200)
        watch.look(START + day * DAY)
        if outlet.times("/spare") > len(asked):
            asked.append(day)
    assert asked == [4, 5, 6], "from the fourth look on, after three failures, until the direct source is well again"


def test_what_a_sitemap_saw_and_no_feed_did_is_counted(database_url: str, tmp_path: Path, outlet: Outlet) -> None:
    watch = Watch(database_url, tmp_path, outlet, {}, {"id": "net", "kind": "sitemap", "path": "/sitemap.xml"})
    outlet.feed(entry(outlet.url("/1")))
    outlet.answers["/sitemap.xml"] = sitemap(outlet.url("/1"), outlet.url("/2"), outlet.url("/3"))
    watch.look(START)
    (counted,) = watch.rows("select source_id, articles, also_in_a_feed, only_here, leads from analyst.second_net")
    assert counted == {"source_id": "net", "articles": 3, "also_in_a_feed": 1, "only_here": 2, "leads": 0}


# ---------- answers that are not what they seem ----------


def test_a_200_with_an_empty_body_is_not_cached_as_good(watch: Watch, outlet: Outlet) -> None:
    outlet.answers["/rss"] = Answer(body=b"")
    watch.look(START)
    watch.look(START + DAY)
    asked = [headers for path, headers in outlet.asked if path == "/rss"]
    assert watch.outcomes() == ["broken", "broken"]
    assert all("if-none-match" not in headers for headers in asked)
    assert state_of(watch)["last_success_at"] is None


def test_a_304_after_a_failed_run_does_not_heal_the_failure(watch: Watch, outlet: Outlet) -> None:
    shown(outlet, "/1")
    watch.look(START)
    outlet.answers["/rss"] = Answer(status=500)
    watch.look(START + DAY)
    outlet.answers["/rss"] = Answer(status=304)  # a server that says so though it was asked for the whole
    watch.look(START + 3 * DAY)
    asked = [headers for path, headers in outlet.asked if path == "/rss"]
    assert "if-none-match" not in asked[-1]
    assert watch.outcomes()[-1] == "not_modified"
    state = state_of(watch)
    assert state["failures"] == 1
    assert state["last_success_at"] == START


def test_a_server_that_repeats_its_etag_on_a_changed_feed_hides_nothing_for_long(watch: Watch, outlet: Outlet) -> None:
    outlet.feed(entry(outlet.url("/1")), tag='"frozen"')
    watch.look(START)
    outlet.feed(entry(outlet.url("/1")), entry(outlet.url("/2")), tag='"frozen"')
    polls = 0
    while len(watch.articles()) < 2:
        polls += 1
        assert polls <= 10
        watch.look(START + polls * DAY)
    assert state_of(watch)["state"]["is_etag_trusted"] is False  # type: ignore[index]
    outlet.feed(*(entry(outlet.url(f"/{number}")) for number in (1, 2, 3)), tag='"frozen"')
    watch.look(START + (polls + 1) * DAY)
    assert len(watch.articles()) == 3, "once caught, the server is asked for the whole every time"


GATES = {
    "html": "<!DOCTYPE html><html><head><title>الصفحة الرئيسية</title></head><body><h1>أهلا</h1></body></html>",
    "captcha": "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Verify you are human"
    "<div class='cf-challenge'></div></body></html>",
    "consent": "<!DOCTYPE html><html><head><title>Before you continue</title></head><body>"
    "<form action='/consent'>We use cookies. <button>Accept all</button></form></body></html>",
}


@pytest.mark.parametrize("gate", sorted(GATES))
def test_a_page_consent_or_captcha_served_as_feed_with_status_200(watch: Watch, outlet: Outlet, gate: str) -> None:
    outlet.answers["/rss"] = Answer(body=GATES[gate].encode())
    watch.look(START)
    assert watch.outcomes() == [gate]
    assert watch.articles() == []
    assert state_of(watch)["failures"] == 1


@pytest.mark.parametrize("gate", ["captcha", "consent"])
def test_a_captcha_or_consent_page_is_not_read_as_an_article(watch: Watch, outlet: Outlet, gate: str) -> None:
    shown(outlet, "/1")
    outlet.answers["/1"] = Answer(body=GATES[gate].encode(), content_type="text/html; charset=utf-8")
    watch.look(START, understanding=READ)
    assert watch.rows("select * from posture.version") == []
    (seen,) = watch.rows("select outcome, reason from posture.sighting")
    assert seen["outcome"] == "failed"
    assert seen["reason"]


def test_a_bridge_that_publishes_its_own_error_as_an_item(watch: Watch, outlet: Outlet) -> None:
    outlet.feed(entry(outlet.url("/error/1"), title="Bridge returned error 0! (19751)"))
    watch.look(START)
    assert watch.outcomes() == ["bridge_error"]
    assert watch.articles() == []


# ---------- one article, many marks; many articles, one mark ----------


def test_a_pubdate_that_moves_on_every_poll_makes_no_new_article(watch: Watch, outlet: Outlet) -> None:
    for hour in range(3):
        shown(outlet, "/1", date=f"Mon, 29 Jan 2024 {6 + hour:02}:00:00 GMT")
        watch.look(START + hour * HOUR, understanding=READ)
    assert len(watch.articles()) == 1
    (version,) = watch.rows("select published_at from posture.version")
    assert version["published_at"] == START, "the day on which it was first told"
    assert state_of(watch)["last_new_at"] == START


def test_one_guid_for_all_items_is_nobodys(watch: Watch, outlet: Outlet) -> None:
    shown(outlet, "/1", "/2", "/3", guid="https://outlet.example/")
    watch.look(START, understanding=READ)
    assert len(watch.articles()) == 3
    assert len(watch.rows("select * from posture.version")) == 3
    assert [row["guid"] for row in watch.rows("select item ->> 'guid' as guid from posture.article")] == [None] * 3


def test_one_url_for_a_live_blog_that_changes_all_day_does_not_flood_the_versions(watch: Watch, outlet: Outlet) -> None:
    outlet.feed(entry(outlet.url("/live")))
    for hour in range(120):
        outlet.article(
            "/live", *BODY, *(f"الساعة {past}: جندي أميركي رقم {past}." for past in range(hour + 1)), title=TITLE
        )
        if hour in {0, 1, 2, 6, 12, 23, 24, 25, 48, 72, 73, 96, 119}:
            watch.look(START + hour * HOUR, understanding=READ)
    assert len(watch.articles()) == 1
    assert outlet.times("/live") == 5, "the first time, and after 1, 6, 24 and 72 hours"
    assert len(watch.rows("select * from posture.version")) == 5


@pytest.mark.parametrize("name", ["sid", "id", "ref"])
def test_a_numeric_article_id_in_a_parameter_is_not_stripped_as_tracking(
    watch: Watch, outlet: Outlet, name: str
) -> None:
    outlet.feed(*(entry(outlet.url(f"/news?{name}={number}&utm_source=rss")) for number in (71, 72)))
    watch.look(START)
    assert len(watch.articles()) == 2


def test_tracking_marks_do_not_make_two_articles(watch: Watch, outlet: Outlet) -> None:
    outlet.feed(*(entry(outlet.url(f"/news?sid=71&utm_source={mark}#top")) for mark in ("rss", "mail")))
    watch.look(START)
    assert len(watch.articles()) == 1


def test_percent_encoded_arabic_paths_are_one_address_and_a_tatweel_is_another(watch: Watch, outlet: Outlet) -> None:
    plain, stretched = "/مجتمع/1", "/مجتـمع/1"
    outlet.feed(entry(outlet.url(plain)), entry(outlet.url(quote(plain).lower())), entry(outlet.url(stretched)))
    watch.look(START)
    assert len(watch.articles()) == 2
    assert sorted(outlet.paths()) == sorted(["/rss", quote(plain), quote(stretched)])


def test_amp_mobile_and_print_forms_are_one_article(watch: Watch, outlet: Outlet) -> None:
    shown(outlet, "/news/1", "/news/1/amp", "/news/1/print", "/m/news/1")
    own = f'<link rel="canonical" href="{outlet.url("/news/1")}">'
    outlet.article("/m/news/1", *BODY, "رقم الخبر /news/1", title=f"{TITLE} /news/1", head=own)
    watch.look(START, understanding=READ)
    texts = watch.rows("select url from posture.version")
    assert len(texts) == 1
    (other,) = watch.rows("select url from posture.article where same_as is not null")
    assert other["url"].endswith("/m/news/1")
    (listed,) = watch.rows("select url, outcome, reason from analyst.dropped where gate = 'form'")
    assert listed["url"] == other["url"]
    assert outlet.url("/news/1") in listed["reason"]


OTHER_TEXTS = {
    "another story": (TITLE, ("أعلن بيان رسمي انسحاب 900 جندي أميركي من قاعدة حرير في أربيل بحلول أيلول.", *BODY[1:])),
    "the same story with another figure": (TITLE, (BODY[0].replace("2500", "3500"), *BODY[1:])),
    "the same text under another headline": ("انسحاب قوات التحالف من العراق بحلول أيلول", BODY),
    "its translation": (
        "Iraq and the United States to discuss a timetable",
        ("About 2,500 American soldiers are stationed at Ain al-Asad base in western Iraq, a military spokesman said.",)
        * 2,
    ),
}


@pytest.mark.parametrize("text", sorted(OTHER_TEXTS))
@pytest.mark.parametrize("first", ["/ar/1", "/2"])
def test_a_page_that_calls_the_address_of_another_text_its_own_is_an_article(
    watch: Watch, outlet: Outlet, text: str, first: str
) -> None:
    title, body = OTHER_TEXTS[text]
    twins = "".join(
        f'<link rel="alternate" hreflang="{name}" href="{outlet.url(path)}">'
        for name, path in (("ar", "/ar/1"), ("en", "/2"))
    )
    head = f'<link rel="canonical" href="{outlet.url("/ar/1")}">{twins}'
    outlet.article("/ar/1", *BODY, title=TITLE, head=head)
    outlet.article("/2", *body, title=title, head=head)
    outlet.feed(*(entry(outlet.url(path)) for path in sorted(["/ar/1", "/2"], key=lambda path: path != first)))
    watch.look(START, understanding=UNDERSTANDING)
    texts = watch.rows("select article.url from posture.version join posture.article using (article_id)")
    assert sorted(row["url"] for row in texts) == [outlet.url("/2"), outlet.url("/ar/1")]
    assert watch.rows("select * from posture.article where same_as is not null") == []


def test_language_twins_are_two_articles(watch: Watch, outlet: Outlet) -> None:
    twins = "".join(
        f'<link rel="alternate" hreflang="{language}" href="{outlet.url(f"/{language}/1")}">'
        for language in ("ar", "en")
    )
    english = "A military spokesman said that about 2,500 American soldiers are stationed in Iraq at Ain al-Asad base."
    outlet.article("/ar/1", *BODY, title=TITLE, head=twins)
    outlet.article("/en/1", english, english.replace("said", "added"), title="US troops in Iraq", head=twins)
    outlet.feed(entry(outlet.url("/ar/1")), entry(outlet.url("/en/1")))
    watch.look(START, understanding=READ)
    assert {row["language"] for row in watch.rows("select language from posture.version")} == {"ar", "en"}


def test_an_outlet_that_moved_to_another_host_prints_no_article_twice(
    database_url: str, tmp_path: Path, outlet: Outlet
) -> None:
    watch = Watch(database_url, tmp_path, outlet, {"aliases": ["old.example"]})
    outlet.feed(entry(outlet.url("/1")), entry(outlet.url("/1").replace(outlet.host, "www.old.example")))
    watch.look(START)
    assert len(watch.articles()) == 1
    assert outlet.times("/1") == 1


def test_every_feed_and_every_spelling_where_an_article_was_seen_is_remembered(
    database_url: str, tmp_path: Path, outlet: Outlet
) -> None:
    watch = Watch(database_url, tmp_path, outlet, {"id": "one"}, {"id": "two", "path": "/second"})
    outlet.feed(entry(outlet.url("/1?utm_source=one")))
    outlet.feed(entry(outlet.url("/1#two")), path="/second")
    watch.look(START)
    seen = watch.rows("select source_id, url from posture.sighting order by source_id")
    assert [(row["source_id"], row["url"]) for row in seen] == [
        ("one", outlet.url("/1?utm_source=one")),
        ("two", outlet.url("/1#two")),
    ]
    assert len(watch.articles()) == 1


# ---------- dates ----------


def test_undated_items_are_never_dated_now(watch: Watch, outlet: Outlet) -> None:
    shown(outlet, "/1", date=None)  # type: ignore[arg-type]
    watch.look(START, understanding=READ)
    assert watch.outcomes() == ["undated"]
    (version,) = watch.rows("select published_on, published_at from posture.version")
    assert version == {"published_on": None, "published_at": None}


@pytest.mark.parametrize(
    ("what", "date", "day", "at"),
    [
        ("an hour ahead", "Mon, 29 Jan 2024 08:30:00 GMT", START.date(), None),
        ("a month ahead", "Thu, 29 Feb 2024 06:00:00 GMT", None, None),
        ("some minutes ahead", "Mon, 29 Jan 2024 06:20:00 GMT", START.date(), START + timedelta(minutes=20)),
    ],
)
def test_a_date_in_the_future_is_believed_no_further_than_it_can_be_true(
    watch: Watch, outlet: Outlet, what: str, date: str, day: object, at: object
) -> None:
    shown(outlet, "/1", date=date)
    watch.look(START, understanding=READ)
    (version,) = watch.rows("select published_on, published_at from posture.version")
    assert (version["published_on"], version["published_at"]) == (day, at), what


def test_the_lastmod_of_an_old_page_in_a_sitemap_is_no_publication(
    database_url: str, tmp_path: Path, outlet: Outlet
) -> None:
    watch = Watch(database_url, tmp_path, outlet, {"kind": "sitemap", "path": "/sitemap.xml"})
    shown(outlet, "/2019/old")
    outlet.answers["/sitemap.xml"] = Answer(
        body=f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{outlet.url("/2019/old")}</loc>'
        "<lastmod>2024-01-29T05:00:00Z</lastmod></url></urlset>".encode(),
        content_type="application/xml",
    )
    watch.look(START, understanding=READ)
    (version,) = watch.rows("select published_on from posture.version")
    assert version["published_on"] is None


# ---------- texts ----------


def test_a_feed_in_windows_1256(watch: Watch, outlet: Outlet) -> None:
    text = rss(entry(outlet.url("/1"), title=TITLE)).replace('"1.0"', '"1.0" encoding="windows-1256"')
    outlet.answers["/rss"] = Answer(body=text.encode("cp1256"), content_type="application/rss+xml")
    watch.look(START)
    (article,) = watch.rows("select item ->> 'title' as title from posture.article")
    assert article["title"] == TITLE


@pytest.mark.parametrize(
    ("where", "header", "meta"),
    [
        ("its header", "text/html; charset=windows-1256", ""),
        ("its meta", "text/html", '<meta charset="windows-1256">'),
        ("nothing", "text/html", ""),
        ("a header that is wrong", "text/html; charset=ISO-8859-1", ""),
    ],
)
def test_an_article_in_windows_1256_that_is_named_by(
    watch: Watch, outlet: Outlet, where: str, header: str, meta: str
) -> None:
    shown(outlet, "/1")
    answer = outlet.answers["/1"]
    assert isinstance(answer, Answer)
    text = answer.body.decode().replace('<meta charset="utf-8">', meta)
    outlet.answers["/1"] = Answer(body=text.encode("cp1256"), content_type=header)
    watch.look(START, understanding=READ)
    (version,) = watch.rows("select body from posture.version")
    assert BODY[0] in version["body"], where


def test_a_truncated_summary_is_not_taken_for_the_text(watch: Watch, outlet: Outlet) -> None:
    shown(outlet, "/1")
    short = entry(outlet.url("/1")).replace("</item>", "<description>قال المتحدث باسم […]</description></item>")
    outlet.feed(short)
    watch.look(START, understanding=READ)
    (version,) = watch.rows("select body from posture.version")
    assert BODY[-1] in version["body"]
    assert "[…]" not in version["body"]


def test_a_pdf_is_kept_and_its_reason_is_told(watch: Watch, outlet: Outlet) -> None:
    outlet.feed(entry(outlet.url("/report.pdf")))
    outlet.answers["/report.pdf"] = Answer(body=b"%PDF-1.7 report", content_type="application/pdf")
    watch.look(START, understanding=(*READ, understand.books))
    assert len(watch.rows("select * from posture.page where kind = 'article'")) == 1, "its bytes are there for a reader"
    (dropped,) = watch.rows("select gate, outcome, reason from analyst.dropped")
    assert (dropped["gate"], dropped["outcome"]) == ("read", "failed")
    assert "a PDF, not a page; read it by hand" in dropped["reason"]


# ---------- searches ----------


def test_the_wrapper_links_of_a_search_are_leads_and_not_fetched_in_bulk(
    database_url: str, tmp_path: Path, outlet: Outlet
) -> None:
    search = {"id": "search", "path": "/search?q=x+when:1d", "kind": "search_rss", "role": "discovery"}
    watch = Watch(database_url, tmp_path, outlet, {"id": "outlet"}, search)
    shown(outlet, "/1")
    wrapped = [
        entry(outlet.url(f"/articles/CBM{number}"), title=f"{headline} - صحيفة").replace(
            "</item>", '<source url="https://daily.example">صحيفة</source></item>'
        )
        # the search prints a headline with other signs and letters than the outlet
        for number, headline in enumerate((f"«{TITLE}»: /1".replace("أ", "ا"), "خبر لم تورده أي صحيفة نتابعها"))
    ]
    outlet.feed(path="/search?q=x+when:1d")
    watch.look(START, understanding=READ)
    outlet.feed(*wrapped, path="/search?q=x+when:1d")
    watch.look(START + HOUR, understanding=(*READ, understand.books))
    assert not [path for path in outlet.paths() if path.startswith("/articles/")]
    found = watch.rows("select outcome from posture.sighting where source_id = 'search' order by article_id")
    assert [row["outcome"] for row in found] == ["known", "held"]
    (lead,) = watch.rows("select title, publisher from analyst.lead")
    assert lead == {"title": "خبر لم تورده أي صحيفة نتابعها", "publisher": "https://daily.example"}
    assert all(row["balanced"] for row in watch.rows("select balanced from analyst.books"))


# ---------- politeness ----------


def test_failures_back_off_in_even_steps_up_to_a_cap(watch: Watch, outlet: Outlet) -> None:
    outlet.answers["/rss"] = Answer(status=500)
    moment, waits = START, []
    for _ in range(60):
        watch.look(moment)
        due = state_of(watch)["next_due_at"]
        assert isinstance(due, datetime)
        waits.append((due - moment).total_seconds())
        moment = due
    steps = [later - earlier for earlier, later in pairwise(waits[:11])]
    assert all(abs(step - 900) < 900 for step in steps), "half an hour for each, half of it for a server in trouble"
    assert max(waits) <= 1.1 * 86_400
    assert len({round(wait) for wait in waits[-5:]}) > 1, "a random offset parts those that failed together"


def test_retry_after_is_honoured_with_a_random_offset_after_429(watch: Watch, outlet: Outlet) -> None:
    outlet.answers["/rss"] = Answer(status=429, headers={"Retry-After": "36000"})
    watch.look(START)
    due = state_of(watch)["next_due_at"]
    assert isinstance(due, datetime)
    assert 10 * HOUR < due - START <= 11 * HOUR
    assert outlet.times("/rss") == 1
    watch.look(START + 9 * HOUR)
    assert outlet.times("/rss") == 1


# ---------- nothing broken goes unnoticed ----------


def health_of(watch: Watch) -> dict[str, object]:
    (row,) = watch.rows("select silent, drifting, drift, failures, body_length from analyst.source_health")
    return dict(row)


def test_a_feed_dead_for_weeks_is_told(watch: Watch, outlet: Outlet) -> None:
    shown(outlet, "/1")
    watch.look(START, understanding=READ)
    assert health_of(watch)["silent"] is False
    watch.look(START + 10 * DAY, understanding=READ)  # the same list, answered well
    health = health_of(watch)
    assert (health["silent"], health["failures"]) == (True, 0)
    with watch.world(START + 10 * DAY + HOUR, run="later") as world:
        assert collect.finish(world).counts == {"runs": 1, "silent_sources": 1, "drifting_sources": 0}
        with pytest.raises(Rejected, match=r"outlet: silent beyond its rhythm; since 2024-01-29 06:00 UTC"):
            check.sources(world)
        assert check.health(world).counts == {
            "watched": 1, "failing": 0, "silent": 1, "drifting": 0, "never_asked": 0,
        }  # fmt: skip


@pytest.mark.parametrize("where", ["reading", "keeping"])
def test_a_list_on_which_our_own_code_fails_holds_up_nobody_and_is_told(
    database_url: str, tmp_path: Path, outlet: Outlet, where: str
) -> None:
    watch = Watch(database_url, tmp_path, outlet, {"id": "odd", "path": "/odd"}, {"id": "well", "path": "/well"})
    outlet.feed(entry(outlet.url("/1"), title="غريب"), path="/odd")
    outlet.feed(entry(outlet.url("/2")), path="/well")

    def fails_on_odd(honest: Any) -> Any:
        def fail(*arguments: Any, **options: Any) -> Any:
            if "غريب" in str(arguments):
                raise RuntimeError("an oddity")
            return honest(*arguments, **options)

        return fail

    module, name = (feeds, "_judged") if where == "reading" else (collect, "keep_items")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, name, fails_on_odd(getattr(module, name)))
        watch.look(START)
    polls = watch.rows("select source_id, outcome, message, page_id from posture.poll order by source_id")
    assert [(row["source_id"], row["outcome"]) for row in polls] == [("odd", "broken"), ("well", "ok")]
    assert "our own code failed (RuntimeError: an oddity); report this list, it is kept" in polls[0]["message"]
    assert polls[0]["page_id"] is not None
    assert watch.articles() == [outlet.url("/2")]


def test_a_run_that_reached_nobody_is_no_success(database_url: str, tmp_path: Path, outlet: Outlet) -> None:
    names = ("one", "two", "three")
    watch = Watch(database_url, tmp_path, outlet, *({"id": name, "path": f"/{name}"} for name in names))
    outlet.answers |= {f"/{name}": Answer(status=500) for name in names}
    watch.look(START)  # all answer, if with an error: the line is well
    for name, source in zip(names, watch.sources, strict=True):
        source["address"] = f"http://127.0.1.8:{outlet.port}/{name}"  # nobody listens there
    with watch.world(START + 10 * DAY) as world:
        for batch in collect.due(world):
            collect.collect(world, batch)
        with pytest.raises(Rejected, match=r"3 sources: none could be reached; look at this machine's network"):
            collect.finish(world)
    assert watch.rows("select count(*) as ended from posture.run where collected_at is not null") == [{"ended": 2}]


def test_a_feed_that_fails_is_told_with_what_would_mend_it_and_one_never_asked_is_not(
    database_url: str, tmp_path: Path, outlet: Outlet
) -> None:
    watch = Watch(database_url, tmp_path, outlet, {}, {"id": "well", "path": "/well"})
    shown(outlet, "/1")
    outlet.answers["/well"], outlet.answers["/rss"] = outlet.answers["/rss"], Answer(status=410)
    with watch.world(START) as world:
        assert check.sources(world).counts == {"unwell": 0}
    watch.look(START)
    with watch.world(START) as world, pytest.raises(Rejected) as told:
        check.sources(world)
    assert "1 sources" in str(told.value)
    assert "outlet: 1 polls failed (status); since 2024-01-29 06:00 UTC" in str(told.value)
    assert "410" in str(told.value)
    assert "well:" not in str(told.value)


def test_an_outlet_whose_pages_give_hardly_any_text_any_more_is_told(watch: Watch, outlet: Outlet) -> None:
    long = (*BODY, *(f"وقال المصدر رقم {number} إن المباحثات مستمرة بين الجانبين." for number in range(20)))
    for number in range(22):
        paragraphs = long if number < 12 else BODY[:2]
        outlet.article(f"/{number}", *paragraphs, f"رقم {number}", title=TITLE)
        if number in {11, 21}:
            outlet.feed(*(entry(outlet.url(f"/{place}")) for place in range(number + 1)))
            watch.look(START + number * HOUR, understanding=READ)
            assert health_of(watch)["drifting"] is (number == 21)
    assert "check selectors" in str(health_of(watch)["drift"])


def test_a_feed_that_ceases_to_date_its_entries_is_told(watch: Watch, outlet: Outlet) -> None:
    for day in range(7):
        date = "Mon, 29 Jan 2024 05:00:00 GMT" if day < 4 else None
        outlet.feed(entry(outlet.url(f"/{day}"), date=date))
        watch.look(START + day * DAY)
        assert health_of(watch)["drifting"] is (day >= 5), "told once it is most of the last three lists"
    assert health_of(watch)["drift"] == "100% of its entries are undated, usually 0%"


def sitemap(*links: str, name: str = "url") -> Answer:
    kind = {"url": "urlset", "sitemap": "sitemapindex"}[name]
    entries = "".join(f"<{name}><loc>{link}</loc></{name}>" for link in links)
    text = f'<{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</{kind}>'
    return Answer(body=text.encode(), content_type="application/xml")


def test_an_index_of_sitemaps_that_stays_does_not_hide_parts_that_change_nor_one_part_that_fails_the_others(
    database_url: str, tmp_path: Path, outlet: Outlet
) -> None:
    watch = Watch(database_url, tmp_path, outlet, {"kind": "sitemap", "path": "/index.xml"})
    outlet.answers["/index.xml"] = sitemap(outlet.url("/gone.xml"), outlet.url("/new.xml"), name="sitemap")
    outlet.answers["/new.xml"] = sitemap(outlet.url("/1"))
    watch.look(START)
    outlet.answers["/new.xml"] = sitemap(outlet.url("/1"), outlet.url("/2"))
    watch.look(START + DAY)
    assert len(watch.articles()) == 2
    (first, _) = watch.rows("select message from posture.poll order by run_id")
    assert "gone.xml" in first["message"]


def test_each_gate_lists_what_it_dropped_with_the_reason(watch: Watch, outlet: Outlet) -> None:
    shown(outlet, "/1", "/gone", "/captcha", "/football")
    outlet.answers["/gone"] = Answer(status=410, content_type="text/html")
    outlet.answers["/captcha"] = Answer(body=GATES["captcha"].encode(), content_type="text/html; charset=utf-8")
    outlet.article("/football", *FOOTBALL, title="فوز المنتخب في تصفيات كأس آسيا")
    outlet.feed(*(entry(outlet.url(path)) for path in ("/1", "/gone", "/captcha", "/football")), entry("", title="x"))
    watch.look(START, understanding=UNDERSTANDING)
    dropped = watch.rows("select gate, outcome, url, reason from analyst.dropped order by gate, url")
    assert [(row["gate"], row["outcome"], row["url"].removeprefix(outlet.url(""))) for row in dropped] == [
        ("fetch", "failed", "/gone"),
        ("list", "skipped", "/rss"),
        ("read", "failed", "/captcha"),
        ("relevance", "off_topic", "/football"),
    ]
    assert all(row["reason"] for row in dropped)
    (books,) = watch.rows("select seen, failed, off_topic, balanced from analyst.books")
    assert books == {"seen": 4, "failed": 2, "off_topic": 1, "balanced": True}
    told = CliRunner().invoke(status.command, ["--dropped", "--json"], env={"POSTURE_DB_URL": watch.url})
    assert len(json.loads(told.output)["dropped"]) == 4
    shown_table = CliRunner().invoke(status.command, ["--dropped"], env={"POSTURE_DB_URL": watch.url})
    assert "Gate relevance: 1" in shown_table.output


# ---------- safety ----------


def test_a_feed_cannot_lead_into_our_own_network(watch: Watch, outlet: Outlet) -> None:
    inside = ("http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://[::1]/", "http://127.0.0.1/")
    outlet.answers["/redirects"] = Answer(status=302, headers={"Location": inside[0]}, content_type="text/html")
    outlet.feed(*(entry(address) for address in (*inside, outlet.url("/redirects"))))
    watch.look(START)
    found = watch.rows("select state, failure from posture.article")
    assert [row["state"] for row in found] == ["failed"] * 5
    assert all("not public" in row["failure"] for row in found)


def test_other_schemes_are_no_addresses(watch: Watch, outlet: Outlet) -> None:
    outlet.feed(
        *(entry(link) for link in ("file:///etc/passwd", "ftp://a.example/1", "javascript:alert(1)", "data:,x"))
    )
    watch.look(START)
    assert watch.articles() == []
    (skipped,) = watch.rows("select skipped from posture.poll")
    assert skipped["skipped"] == 4


def test_a_feed_cannot_read_a_file_of_this_machine(watch: Watch, outlet: Outlet, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the words of a file")
    kind = f'<!DOCTYPE rss [<!ENTITY file SYSTEM "file://{secret}">]>'
    feed = rss(entry(outlet.url("/1"), title="PLACE")).replace("PLACE", "&file;").replace("?><rss", f"?>{kind}<rss")
    outlet.answers["/rss"] = Answer(body=feed.encode())
    watch.look(START)
    for row in watch.rows("select item ->> 'title' as title from posture.article"):
        assert "the words of a file" not in row["title"]


def test_file_names_never_come_from_the_net() -> None:
    writes = re.compile(
        r"write_(?:bytes|text)\(|\.open\(\s*[\"'][wax]|\bopen\([^)]*[\"'][wax]b?[\"']|mkdir\(|NamedTemporary"
    )
    found = {
        path.relative_to(PACKAGE).as_posix()
        for part in ("adapters", "collecting", "reading", "steps")
        for path in (PACKAGE / part).rglob("*.py")
        if writes.search(path.read_text(encoding="utf-8"))
    }
    # An archive is written where a person says; a digest under its day and the id of its list in seeds/alerts.yml.
    assert found == {"adapters/archive.py", "steps/digest.py"}
