"""Fetching: one address in, the server's answer out, politely and from public machines alone."""

from __future__ import annotations

import http.client
import logging
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from http.cookiejar import DefaultCookiePolicy
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from urllib3.util.request import ACCEPT_ENCODING

from posture.adapters.web_answers import Limits, body, check_headers, judged, named, redirect, too_slow
from posture.adapters.web_errors import FetchFailed, FetchRefused, our_own_failure
from posture.adapters.web_guard import Guard, Press, Resolve, resolve
from posture.adapters.web_robots import READ_BYTES, Robots, Shelf
from posture.adapters.web_transport import GuardedAdapter
from posture.adapters.web_turns import Turns, WaitTurn
from posture.errors import PostureError
from posture.model import Page
from posture.reading.markup import storable

LIMITS = Limits()

log = logging.getLogger(__name__)


class Web:
    """The press, as this machine can reach it.

    `user_agent` names the project and a contact. `press` is a sample press on loopback, the only private machines that
    may be reached. `wait_turn(host, interval_s)` is called before each request and returns when all processes together
    have kept their distance to the host. `shelf` keeps what outlets ask of robots between two tasks.
    """

    def __init__(
        self,
        *,
        user_agent: str,
        press: Press | None = None,
        spacing_s: float = 1.0,
        wait_turn: WaitTurn | None = None,
        ca_bundle: str | None = None,
        resolve: Resolve = resolve,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        turns: Turns | None = None,
        shelf: Shelf | None = None,
    ) -> None:
        self._user_agent = user_agent
        self._spacing_s = spacing_s
        self._now = now
        self._turns = turns or Turns(wait_turn=wait_turn)
        self._adapter = GuardedAdapter(Guard(press=press, resolve=resolve))
        self._session = _session(self._adapter, ca_bundle)
        self._robots = Robots(self._robots_page, user_agent=user_agent, shelf=shelf)

    def get(
        self,
        url: str,
        *,
        etag: str | None = None,
        modified: str | None = None,
        limits: Limits = LIMITS,
        robots: bool = True,
    ) -> Page:
        """The answer to this address: a page of status 2xx, or of 304 with an empty body when it has not changed.

        Raises `FetchFailed` (a `Transient`) when it may succeed later and `FetchRefused` (a `Rejected`) otherwise;
        both say in `kind` what it was. So does an answer on which our own code breaks: it must not end a whole run.
        """
        try:
            return self._followed(url, self._headers(etag, modified), limits, robots=robots)
        except PostureError:
            raise
        except Exception as error:
            log.exception("failed on %s", url)
            raise our_own_failure(error, url) from error

    def _followed(self, url: str, headers: Mapping[str, str], limits: Limits, *, robots: bool) -> Page:
        left_s, place, seen = limits.total_s, url, {url}
        for _ in range(limits.redirects + 1):
            page, spent_s = self._exchange(place, headers, limits, left_s, robots=robots)
            target = redirect(page)
            if target is None:
                return self._judged(page, asked=url)
            left_s -= spent_s
            place = _joined(place, target)
            if place in seen:
                raise FetchRefused("redirects in a circle", item=url, remedy="mend the address", kind="redirects")
            seen.add(place)
        raise FetchRefused(
            f"more than {limits.redirects} redirects",
            item=url,
            remedy="give the address they lead to",
            kind="redirects",
        )

    def allowed(self, url: str) -> bool:
        """Whether the outlet lets robots read this address; `FetchFailed` while its rules cannot be had."""
        return self._robots.allowed(url)

    def crawl_delay_s(self, url: str) -> float:
        """The pause between two requests that the outlet asks for, in seconds."""
        return self._robots.delay_s(url)

    def close(self) -> None:
        """Close the connections that are kept open."""
        self._session.close()

    def _judged(self, page: Page, *, asked: str) -> Page:
        """The page, when its status says so; a host that asks for time gets it from all who wait behind us."""
        try:
            return judged(page, asked=asked, now=self._now())
        except FetchFailed as error:
            if error.retry_after_s:
                self._turns.rest(host_of(page.final_url), error.retry_after_s)
            raise

    def _robots_page(self, url: str) -> Page:
        return self.get(url, robots=False, limits=Limits(body_bytes=READ_BYTES, cut=True, total_s=20.0))

    def _headers(self, etag: str | None, modified: str | None) -> dict[str, str]:
        headers = {
            "User-Agent": self._user_agent,
            "Accept": "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/html;q=0.9, */*;q=0.8",
            "Accept-Language": "ar, en;q=0.8",
            "Accept-Encoding": ACCEPT_ENCODING,
        }
        if etag:
            headers["If-None-Match"] = etag
        if modified:
            headers["If-Modified-Since"] = modified
        return headers

    def _exchange(
        self, url: str, headers: Mapping[str, str], limits: Limits, left_s: float, *, robots: bool
    ) -> tuple[Page, float]:
        """One request and its answer, with the seconds it took."""
        host = host_of(url)
        if robots and not self.allowed(url):
            raise FetchRefused("the outlet's robots.txt forbids it", item=url, remedy="ask the outlet", kind="robots")
        interval_s = max(self._spacing_s, self.crawl_delay_s(url) if robots else 0.0)
        if left_s <= 0:
            raise too_slow(url, limits)
        with self._turns.at(host, interval_s):
            begun = time.monotonic()
            page = self._answer(url, headers, limits, left_s)
            return page, time.monotonic() - begun

    def _answer(self, url: str, headers: Mapping[str, str], limits: Limits, left_s: float) -> Page:
        with self._adapter.cut_after(left_s) as cut:
            try:
                page = self._read(url, headers, limits)
            except PostureError:
                raise
            except (
                requests.RequestException,
                urllib3.exceptions.HTTPError,
                http.client.HTTPException,
                OSError,
                ValueError,
            ) as error:
                raise named(error, url, limits, cut=cut.fired) from error
            if cut.fired:  # a body without a length ends like this too
                raise too_slow(url, limits)
            return page

    def _read(self, url: str, headers: Mapping[str, str], limits: Limits) -> Page:
        with self._session.get(
            url,
            headers=dict(headers),
            stream=True,
            allow_redirects=False,
            timeout=(limits.connect_s, limits.read_s),
        ) as response:
            check_headers(response, url, limits)
            has_body = response.status_code != 304 and not response.is_redirect
            return Page(
                url=url,
                final_url=url,
                status=response.status_code,
                # space around a value is no part of it (RFC 9110, 5.5)
                headers={name.lower(): storable(value).strip() for name, value in response.headers.items()},
                body=body(response, url, limits) if has_body and response.ok else b"",
                fetched_at=self._now(),
            )


class PlainSession(requests.Session):
    """A session that leaves redirects to us: `requests` would read their bodies whole, however large."""

    def get_redirect_target(self, resp: requests.Response) -> None:  # noqa: ARG002
        """Nowhere."""
        return


def _session(adapter: GuardedAdapter, ca_bundle: str | None) -> requests.Session:
    session = PlainSession()
    session.trust_env = False  # a proxy would connect for us, past the guard
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    session.verify = ca_bundle or True
    return session


def _joined(place: str, target: str) -> str:
    try:
        return urljoin(place, target)
    except ValueError as error:
        raise FetchRefused(
            f"redirects to no address ({error})", item=place, remedy="mend the address", kind="not_allowed"
        ) from error


def host_of(url: str) -> str:
    """Whose turn a request takes: one name for a host, however it is written, and whatever the port.

    Raises `FetchRefused` for what is no web address.

    >>> host_of("https://WWW.Example.IQ.:443/rss"), host_of("http://example.iq/feed")
    ('example.iq', 'example.iq')
    """
    try:
        split = urlsplit(url)
        host = (split.hostname or "").rstrip(".").encode("idna").decode("ascii")
    except ValueError:  # UnicodeError is one
        host = ""
    if not host or split.scheme not in {"http", "https"}:
        raise FetchRefused("not a web address", item=url, remedy="give an http or https address", kind="not_allowed")
    return host.removeprefix("www.")
