"""The sample press on its sockets: addresses, clock, log, knobs, and a clean end."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial

import pytest
import requests

from posture.errors import Misconfigured
from posture.newsroom import END, Newsroom
from posture.newsroom.answering import NEIGHBOUR
from posture.newsroom.crowds import crowd


@pytest.fixture
def press() -> Iterator[Newsroom]:
    with Newsroom.running() as press:
        yield press


@pytest.fixture
def session() -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.trust_env = False
        yield session


def feed(press: Newsroom, outlet: str) -> str:
    return press.address(outlet) + press.press.outlets[outlet].feed.path


def test_each_outlet_answers_at_its_own_address(press: Newsroom, session: requests.Session) -> None:
    bodies = {outlet: session.get(feed(press, outlet)).content for outlet in ("rafidain", "nakhil", "levant_courier")}
    assert len(set(bodies.values())) == 3
    hosts = [entry["host"] for entry in press.log()]
    assert hosts == ["127.0.1.11", "127.0.1.13", "127.0.1.22"]


def test_two_editions_share_a_host(press: Newsroom, session: requests.Session) -> None:
    arabic, english = session.get(feed(press, "jisr_ar")).text, session.get(feed(press, "jisr_en")).text
    assert "<language>ar</language>" in arabic
    assert "<language>en</language>" in english
    assert {entry["host"] for entry in press.log()} == {"127.0.1.19"}


def test_every_article_is_found_at_the_address_that_links_name(press: Newsroom, session: requests.Session) -> None:
    for article in press.press.articles.values():
        if not press.press.outlets[article.outlet].fault:
            answer = session.get(press.article_address(article.id))
            assert answer.status_code == (article.gone or 200), article.id


def test_an_outlet_is_also_found_by_its_name(press: Newsroom, session: requests.Session) -> None:
    by_address = session.get(feed(press, "rafidain")).content
    named = session.get(f"{press.control}/rss.xml", headers={"Host": f"rafidain.localhost:{press.port}"}).content
    assert named == by_address


def test_the_clock_is_read_and_set_over_the_wire(press: Newsroom, session: requests.Session) -> None:
    assert session.get(f"{press.control}/clock").json() == {"now": END.isoformat()}
    late = session.get(feed(press, "rafidain")).content
    answer = session.put(f"{press.control}/clock", json={"now": "2024-01-26T12:00:00+03:00"})
    assert answer.json() == {"now": "2024-01-26T12:00:00+03:00"}
    assert press.clock == datetime(2024, 1, 26, 9, tzinfo=UTC)
    assert len(session.get(feed(press, "rafidain")).content) < len(late)


@pytest.mark.parametrize("body", [b"", b"[]", b'{"now": "tomorrow"}', b'{"now": "2024-01-26T12:00:00"}'])
def test_a_clock_that_makes_no_sense_is_refused(press: Newsroom, session: requests.Session, body: bytes) -> None:
    assert session.put(f"{press.control}/clock", data=body).status_code == 400
    assert press.clock == END


def test_outlets_cannot_set_the_clock(press: Newsroom, session: requests.Session) -> None:
    assert session.post(f"{press.address('rafidain')}/clock", json={"now": "2020-01-01T00:00:00Z"}).status_code == 405
    assert press.clock == END


def test_the_log_tells_who_asked_what_and_when(press: Newsroom, session: requests.Session) -> None:
    session.get(feed(press, "rafidain"), headers={"User-Agent": "reader/1"})
    session.get(f"{press.address('rafidain')}/nothing-here")
    lines = [requests.compat.json.loads(line) for line in session.get(f"{press.control}/log").text.splitlines()]
    assert [(line["outlet"], line["path"], line["status"]) for line in lines] == [
        ("rafidain", "/rss.xml", 200),
        ("rafidain", "/nothing-here", 404),
    ]
    assert lines[0]["agent"] == "reader/1"
    assert lines[0]["at"] <= lines[1]["at"]


def test_the_date_header_is_the_press_clock(press: Newsroom, session: requests.Session) -> None:
    assert session.get(feed(press, "rafidain")).headers["Date"] == "Wed, 31 Jan 2024 04:05:00 GMT"


def test_an_unchanged_feed_is_not_sent_again(press: Newsroom, session: requests.Session) -> None:
    first = session.get(feed(press, "rafidain"))
    again = session.get(feed(press, "rafidain"), headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_head_request_sends_no_body(press: Newsroom, session: requests.Session) -> None:
    answer = session.head(feed(press, "rafidain"))
    assert (answer.status_code, answer.content) == (200, b"")
    assert session.get(feed(press, "rafidain")).status_code == 200  # the connection is still in step


def test_an_outlet_that_is_down_twice_recovers(press: Newsroom, session: requests.Session) -> None:
    press.fail["rafidain"] = {"name": "down", "times": 2}
    assert [session.get(feed(press, "rafidain")).status_code for _ in range(3)] == [500, 500, 200]


def test_who_follows_a_redirect_out_of_the_press_is_seen(press: Newsroom, session: requests.Session) -> None:
    session.get(feed(press, "ghurba"))
    assert [entry["host"] for entry in press.log()] == ["127.0.1.55", NEIGHBOUR]


def test_a_slow_body_outlasts_a_patience_that_is_short(press: Newsroom, session: requests.Session) -> None:
    with session.get(feed(press, "qafila"), stream=True, timeout=5) as answer:
        assert answer.status_code == 200
        assert int(answer.headers["Content-Length"]) > 500
        # the press closes while this body still trickles: it must not wait for its end


def test_a_dropped_connection_ends_in_the_middle(session: requests.Session) -> None:
    press = Newsroom(port=0, fail={"rafidain": {"name": "dropped"}})
    with press, pytest.raises(requests.exceptions.ChunkedEncodingError):
        session.get(feed(press, "rafidain"))


def test_a_huge_body_is_as_long_as_it_says(session: requests.Session) -> None:
    with Newsroom.running(fail={"rafidain": {"name": "huge", "megabytes": 3}}) as press:
        answer = session.get(feed(press, "rafidain"))
        assert len(answer.content) == int(answer.headers["Content-Length"]) > 3_000_000


def test_a_fault_can_be_lent_and_taken_away_while_it_serves(press: Newsroom, session: requests.Session) -> None:
    press.fail["rafidain"] = {"name": "throttled", "seconds": 7}
    assert session.get(feed(press, "rafidain")).headers["Retry-After"] == "7"
    press.fail["rafidain"] = {}
    assert session.get(feed(press, "rafidain")).status_code == 200


def test_an_unknown_fault_is_refused_before_it_serves() -> None:
    with pytest.raises(Misconfigured, match="no fault 'sulks'"):
        Newsroom(fail={"rafidain": {"name": "sulks"}})


def test_many_readers_at_once_are_all_served(session: requests.Session) -> None:
    with Newsroom.running(press=crowd(60)) as press, ThreadPoolExecutor(20) as readers:
        statuses = list(
            readers.map(lambda outlet: requests.get(feed(press, outlet), timeout=10).status_code, press.press.outlets)
        )
    assert statuses == [200] * 60


def test_it_leaves_no_thread_and_no_port_behind(session: requests.Session) -> None:
    before = threading.active_count()
    with Newsroom.running() as press:
        session.get(feed(press, "rafidain"))  # this connection stays open
        port = press.port
    assert threading.active_count() == before
    with socket.socket() as caller:
        assert caller.connect_ex(("127.0.1.11", port)) != 0


def test_it_can_be_opened_again(session: requests.Session) -> None:
    press = Newsroom(port=0)
    for _ in range(2):
        with press:
            assert requests.get(feed(press, "rafidain"), timeout=10).status_code == 200


def test_a_taken_port_is_named_with_the_remedy(press: Newsroom) -> None:
    with pytest.raises(Misconfigured, match=rf"port {press.port} is taken; .*--port"):
        Newsroom(port=press.port).open()


def test_the_command_says_in_one_line_that_the_port_is_taken(press: Newsroom) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "posture", "newsroom", "--port", str(press.port)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert f"port {press.port} is taken" in done.stderr


def test_the_command_serves_until_it_is_interrupted(session: requests.Session) -> None:
    with socket.socket() as free:
        free.bind(("127.0.1.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-u",
        "-m",
        "posture",
        "newsroom",
        "--port",
        str(port),
        "--clock",
        "2024-01-26T12:00:00+03:00",
    ]
    # whoever runs the tests in the background has Ctrl-C ignored, and what is started inherits that
    listen = partial(signal.signal, signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, preexec_fn=listen) as serving:  # noqa: PLW1509
        assert serving.stdout is not None
        for line in serving.stdout:
            if "Ctrl-C ends" in line:
                break
        now = session.get(f"http://127.0.1.1:{port}/clock").json()["now"]
        serving.send_signal(signal.SIGINT)
        serving.communicate(timeout=30)
    assert now == "2024-01-26T12:00:00+03:00"
    assert serving.returncode == 0
