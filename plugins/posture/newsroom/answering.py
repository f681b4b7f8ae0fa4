"""Request in, answer out: what an outlet sends at a moment of the press clock. No socket, no clock of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from typing import Any
from urllib.parse import unquote

from posture.newsroom.faults import FAULTS, HTML, Answer, Request
from posture.newsroom.feeds import CONTENT_TYPES, feed
from posture.newsroom.pages import TEMPLATES, Site, article_page, front_page
from posture.newsroom.press import Article, Outlet, Press

ROBOTS = "User-agent: *\nDisallow: /admin/\nDisallow: /search\nAllow: /\n"
KEEP_OUT = "User-agent: *\nDisallow: /\n"


@dataclass(frozen=True, slots=True)
class Desk:
    """The press at the addresses where it is served: answers any request."""

    press: Press
    base: Callable[[Outlet], str]  # the address of an outlet, without a slash at the end

    def answer(self, request: Request, clock: datetime, *, faults: Mapping[str, Any] | None = None) -> Answer:
        """What the outlet sends; `faults` are put in place of the outlet's own when given."""
        outlet = self.press.outlets[request.outlet]
        answer = _fresh(self._honest(outlet, request, clock), request)
        fault = outlet.fault if faults is None else faults
        if not fault or fault["name"] == "robots" or request.bare_path == "/robots.txt":
            return answer
        options = {
            "clock": clock,
            "feed": outlet.feed.path,
            "base": self.base(outlet),
            **fault,
            **self._neighbours(fault),
        }
        return FAULTS[fault["name"]](request, answer, options)

    def article_address(self, article: str) -> str:
        """Where this article is read."""
        printed = self.press.articles[article]
        outlet = self.press.outlets[printed.outlet]
        return Site(outlet, self.base(outlet)).address(printed)

    def _honest(self, outlet: Outlet, request: Request, clock: datetime) -> Answer:
        site = Site(outlet, self.base(outlet))
        printed = self.press.visible(outlet.id, clock)
        path = request.bare_path
        if path == "/robots.txt":
            rules = KEEP_OUT if outlet.fault.get("name") == "robots" else ROBOTS
            return Answer(content_type="text/plain; charset=utf-8", body=rules.encode())
        if path == self._feed_path(outlet):
            kind = f"{CONTENT_TYPES[outlet.feed.kind]}; charset={outlet.encoding}"
            return _dated(Answer(content_type=kind, body=feed(site, printed, clock)), printed)
        answer = self._article(site, request, printed, clock)
        if path == "/" and answer.status == 404:
            return Answer(content_type=f"text/html; charset={outlet.encoding}", body=front_page(site, printed, clock))
        return answer

    def _feed_path(self, outlet: Outlet) -> str:
        """The path where the feed really is, at the end of its redirects."""
        steps = outlet.fault.get("steps", {}) if outlet.fault.get("name") == "moved" else {}
        path = outlet.feed.path
        for _ in steps:
            path = steps.get(path, path)
        return path

    def _article(self, site: Site, request: Request, printed: tuple[Article, ...], clock: datetime) -> Answer:
        asked = unquote(request.path)
        mobile = asked.startswith("/m/")
        asked = asked.removeprefix("/m") if mobile else asked
        for article in printed:
            path = unquote(site.path(article))
            # What follows the article's own address (a campaign parameter) changes nothing.
            if asked == path or asked.startswith((f"{path}?", f"{path}&")):
                if article.gone is not None:
                    return _missing(site, article.gone)
                others = tuple(other for other in printed if other.id != article.id)
                body = article_page(site, article, others, twin=self._twin(article, clock))
                kind = f"text/html; charset={site.outlet.encoding}" if site.outlet.make != "bare" else "text/html"
                return _dated(Answer(content_type=kind, body=body), (article,))
        return _missing(site, 404)

    def _twin(self, article: Article, clock: datetime) -> str | None:
        twin = self.press.articles.get(article.twin or "")
        if twin is None or twin.published > clock:
            return None
        outlet = self.press.outlets[twin.outlet]
        return Site(outlet, self.base(outlet)).address(twin)

    def _neighbours(self, fault: Mapping[str, Any]) -> dict[str, Any]:
        """The steps of a redirect, with `{neighbour}` turned into the address of a host outside the press."""
        if "steps" not in fault:
            return {}
        any_outlet = next(iter(self.press.outlets.values()))
        port = self.base(any_outlet).rpartition(":")[2]
        return {
            "steps": {old: new.format(neighbour=f"http://{NEIGHBOUR}:{port}") for old, new in fault["steps"].items()}
        }


NEIGHBOUR = "127.0.2.1"  # a loopback host that is not of the press; nobody has leave to call there


def _missing(site: Site, status: int) -> Answer:
    body = TEMPLATES.get_template("fault_missing.html").render(outlet=site.outlet, base=site.base, status=status)
    return Answer(status=status, content_type=HTML, body=body.encode())


def _dated(answer: Answer, articles: tuple[Article, ...]) -> Answer:
    newest = max((a.modified or a.published for a in articles), default=datetime(2024, 1, 25, tzinfo=UTC))
    return replace(answer, headers={"Last-Modified": format_datetime(newest.astimezone(UTC), usegmt=True)})


def _fresh(answer: Answer, request: Request) -> Answer:
    """Add the ETag, and answer 304 to who already has these bytes."""
    if answer.status != 200:
        return answer
    tag = f'"{sha256(answer.body).hexdigest()[:20]}"'
    headers = {**answer.headers, "ETag": tag}
    if _has_it(request, tag, headers.get("Last-Modified")):
        return Answer(status=304, headers=headers)
    return replace(answer, headers=headers)


def _has_it(request: Request, tag: str, modified: str | None) -> bool:
    known = request.headers.get("if-none-match")
    if known is not None:  # it rules over If-Modified-Since (RFC 9110, 13.1.3)
        return tag in (part.strip().removeprefix("W/") for part in known.split(","))
    since = request.headers.get("if-modified-since")
    if since is None or modified is None:
        return False
    try:
        return parsedate_to_datetime(modified) <= parsedate_to_datetime(since)
    except (TypeError, ValueError):
        return False
