"""A small outlet on loopback whose every answer a test writes, and the steps that watch it: for traps of collecting."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from posture.adapters.database import Row
from posture.adapters.web_guard import Press
from posture.adapters.world import World, open_world
from posture.model import Tally
from posture.newsroom.listing import write_sources
from posture.steps import collect, prepare, understand
from tests.play import select

HOST = "127.0.1.9"
UNDERSTANDING = (understand.read, understand.extract, understand.match, understand.group, understand.books)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a path answers. `tag`: an ETag of the server's own instead of one that follows from the body."""

    body: bytes = b""
    status: int = 200
    content_type: str = "application/rss+xml; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    tag: str | None = None


Asked = tuple[str, dict[str, str]]


class Outlet:
    """Answers by path, and remembers what was asked. It honours If-None-Match, as most servers do."""

    def __init__(self, host: str = HOST) -> None:
        self.answers: dict[str, Answer | Callable[[], Answer]] = {}
        self.asked: list[Asked] = []
        self.host = host
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                headers = {name.lower(): value for name, value in self.headers.items()}
                outer.asked.append((self.path, headers))
                outer.send(self, headers)

            def log_message(self, *args: object) -> None:
                pass

        self.http = ThreadingHTTPServer((host, 0), Handler)
        self.http.daemon_threads = True
        self.port = self.http.server_address[1]

    def send(self, request: BaseHTTPRequestHandler, asked: Mapping[str, str]) -> None:
        """Send what the path answers, or 304 to who has it."""
        found = self.answers.get(request.path, Answer(status=404, content_type="text/plain"))
        answer = found() if callable(found) else found
        tag = answer.tag or f'"{hashlib.sha256(answer.body).hexdigest()[:12]}"'
        is_known = answer.status == 200 and asked.get("if-none-match") == tag
        body = b"" if is_known else answer.body
        request.send_response(304 if is_known else answer.status)
        for name, value in {"ETag": tag, "Content-Type": answer.content_type, **answer.headers}.items():
            request.send_header(name, value)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    def url(self, path: str) -> str:
        """The full address of a path."""
        return f"http://{self.host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked, without robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def times(self, path: str) -> int:
        """How often a path was asked."""
        return self.paths().count(path)

    def feed(self, *entries: str, path: str = "/rss", **more: Any) -> None:
        """Let the feed list these entries."""
        self.answers[path] = Answer(body=rss(*entries).encode(), **more)

    def article(self, path: str, *paragraphs: str, title: str = "خبر", head: str = "", aside: str = "") -> None:
        """Print an article."""
        body = page(*paragraphs, title=title, head=head, aside=aside)
        self.answers[path] = Answer(body=body.encode(), content_type="text/html; charset=utf-8")


@contextmanager
def served(host: str = HOST) -> Iterator[Outlet]:
    """An outlet that answers within the block."""
    outlet = Outlet(host)
    thread = threading.Thread(target=outlet.http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield outlet
    finally:
        outlet.http.shutdown()
        outlet.http.server_close()
        thread.join()


def rss(*entries: str) -> str:
    """An RSS feed."""
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>ن</title>{"".join(entries)}</channel></rss>'


def entry(link: str, *, title: str = "خبر", date: str | None = "Mon, 29 Jan 2024 06:00:00 GMT", guid: str = "") -> str:
    """One entry of an RSS feed."""
    parts = [f"<title>{escape(title)}</title>", f"<link>{escape(link)}</link>"]
    parts += [f"<pubDate>{date}</pubDate>"] if date else []
    parts += [f'<guid isPermaLink="false">{escape(guid)}</guid>'] if guid else []
    return f"<item>{''.join(parts)}</item>"


def page(*paragraphs: str, title: str, head: str = "", aside: str = "") -> str:
    """An article page with a sidebar."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        f"<article><h1>{title}</h1>{text}</article><aside class='sidebar'><ul>{aside}</ul></aside></body></html>"
    )


class Watch:
    """Sources at outlets of this machine, looked at through the real steps at moments that a test gives."""

    def __init__(self, url: str, folder: Path, outlet: Outlet, *described: Mapping[str, Any]) -> None:
        self.url = url
        self._file = folder / "sources.yml"
        self._press = Press(network="127.0.1.0/24", port=outlet.port)
        self.sources = [source(outlet, **each) for each in described or ({},)]

    @contextmanager
    def world(self, moment: datetime, run: str = "") -> Iterator[World]:
        """The world at a moment."""
        write_sources(self._file, self.sources)
        name = run or f"collect {moment:%Y-%m-%dT%H:%M}"
        with open_world(database_url=self.url, now=moment, run=name, press=self._press, sources=self._file) as world:
            prepare.load_sources(world)
            yield world

    def look(self, moment: datetime, *, understanding: Sequence[Callable[[World], Tally]] = ()) -> None:
        """One round: the sources that are due, then these steps."""
        with self.world(moment) as world:
            for batch in collect.due(world):
                collect.collect(world, batch)
            collect.finish(world)
            for step in understanding:
                step(world)

    def rows(self, statement: str) -> list[Row]:
        """The rows of a statement."""
        return select(self.url, statement)

    def outcomes(self) -> list[str]:
        """How each look at a source ended, oldest first."""
        return [row["outcome"] for row in self.rows("select outcome from posture.poll order by run_id, source_id")]

    def articles(self) -> list[str]:
        """The addresses that were seen."""
        return [row["address"] for row in self.rows("select address from posture.article order by article_id")]


def source(outlet: Outlet, **fields: Any) -> dict[str, Any]:
    """An entry of a sources file."""
    path = fields.pop("path", "/rss")
    return {
        "id": "outlet", "name_ar": "صحيفة", "name_en": "Gazette", "address": outlet.url(path), "kind": "rss",
        "language": "ar", "country": "IQ", "ownership": "private", "family": "outlet", "role": "news", "tier": 2,
        "rhythm_hours": 24, "status": "on", "checked": {"day": None, "origin": "a test"}, "note": "Invented.", **fields,
    }  # fmt: skip
