"""`posture sources check` against a small outlet on loopback, and without any network."""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

from posture.adapters.sources import read_sources
from posture.adapters.web import Web
from posture.adapters.web_guard import Press
from posture.commands.sources import _table, command, probe

FEED = """<rss version="2.0"><channel><item><title>خبر</title><link>/1</link>
<pubDate>Sun, 01 Mar 2026 09:00:00 +0300</pubDate></item>
<item><title>آخر</title><link>/2</link></item></channel></rss>"""
ANSWERS = {"/rss": FEED.encode(), "/page": b"<!doctype html><html><title>News</title><p>Welcome</p></html>"}
ENTRY = """- id: {id}
  name_ar: مثال
  name_en: Example
  address: {address}
  kind: rss
  language: ar
  country: IQ
  ownership: private
  family: example
  role: news
  tier: 2
  rhythm_hours: 2
  status: on
  checked: {{day: null, origin: a test}}
  note: Nothing.
"""


class Outlet(BaseHTTPRequestHandler):
    """Answers what it has, 404 otherwise."""

    def do_GET(self) -> None:
        body = ANSWERS.get(self.path)
        self.send_response(404 if body is None else 200)
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.1.9", 0), Outlet)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.1.9:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def listed(tmp_path: Path, addresses: dict[str, str]) -> Path:
    path = tmp_path / "sources.yml"
    entries = "".join(ENTRY.format(id=name, address=address) for name, address in addresses.items())
    path.write_text(f"sources:\n{entries}", encoding="utf-8")
    return path


def test_a_probe_tells_what_a_source_answers(tmp_path: Path, address: str) -> None:
    path = listed(tmp_path, {name: f"{address}/{name}" for name in ("rss", "page", "gone")})
    web = Web(user_agent="posture-test", press=Press(), spacing_s=0)
    good, page, gone = (probe(web, source) for source in read_sources(path))
    web.close()
    assert (good.outcome, good.items, good.undated, good.newest) == ("ok", 2, 1, date(2026, 3, 1))
    assert (page.outcome, page.items) == ("html", 0)
    assert gone.outcome == "status"
    assert "404" in gone.message
    assert _table([good, page, gone]).row_count == 3
    console = Console(width=80, record=True, file=io.StringIO())
    console.print(_table([good, page, gone], narrow=True))
    heading = console.export_text().splitlines()[2].split()
    assert heading == ["source", "answer", "items", "newest", "what", "to", "know"]


def test_what_cannot_be_reached_is_a_row_and_not_a_crash(tmp_path: Path) -> None:
    path = listed(tmp_path, {"one": "http://127.0.0.1:9/rss", "two": "http://[::1]:9/rss"})
    result = CliRunner().invoke(command, ["check", "--json", "--file", str(path)])
    assert result.exit_code == 1, "none answered"
    rows = json.loads(result.stdout)["sources"]
    assert [(row["source_id"], row["outcome"]) for row in rows] == [("one", "not_allowed"), ("two", "not_allowed")]
    assert all(row["message"] for row in rows)


def test_the_table_names_every_source(tmp_path: Path) -> None:
    path = listed(tmp_path, {"one": "http://127.0.0.1:9/rss", "two": "http://[::1]:9/rss"})
    result = CliRunner().invoke(command, ["check", "--file", str(path)])
    assert result.exit_code == 1
    assert "0 of 2 sources" in result.stdout
    assert "one" in result.stdout
    assert "two" in result.stdout


def test_one_answer_is_enough_to_go_on(tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posture.commands.sources.Web", lambda **_: Web(user_agent="t", press=Press(), spacing_s=0))
    path = listed(tmp_path, {"rss": f"{address}/rss", "gone": f"{address}/gone"})
    assert CliRunner().invoke(command, ["check", "--file", str(path)]).exit_code == 0
    assert CliRunner().invoke(command, ["check", "gone", "--file", str(path)]).exit_code == 1


def test_one_source_can_be_asked_alone(tmp_path: Path) -> None:
    path = listed(tmp_path, {"one": "http://127.0.0.1:9/rss", "two": "http://[::1]:9/rss"})
    result = CliRunner().invoke(command, ["check", "two", "--json", "--file", str(path)])
    assert [row["source_id"] for row in json.loads(result.stdout)["sources"]] == ["two"]


def test_an_unknown_source_is_answered_with_its_neighbours() -> None:
    result = CliRunner().invoke(command, ["check", "shafak_ar"])
    assert result.exit_code == 2
    assert "shafaq_ar" in result.stderr
