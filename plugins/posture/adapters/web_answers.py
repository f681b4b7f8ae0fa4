"""What an answer is worth: its status, its size, and the errors of the libraries in our own words."""

from __future__ import annotations

import http.client
import ssl
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import requests
import urllib3
from urllib3.util.request import ACCEPT_ENCODING

from posture.adapters.web_errors import FailureKind, FetchFailed, FetchRefused
from posture.errors import PostureError
from posture.model import Page

CHUNK = 16 * 1024
ENCODINGS = frozenset({"identity", *ACCEPT_ENCODING.split(","), "x-gzip"})
TRY_LATER = frozenset({408, 425, 429})
LONGEST_RETRY_AFTER_S = 24 * 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of an answer we take, in bytes and seconds."""

    redirects: int = 5
    header_bytes: int = 64 * 1024
    body_bytes: int = 16 * 1024 * 1024  # the largest news sitemap seen is 3 MB
    connect_s: float = 10.0
    read_s: float = 20.0  # between two bytes
    total_s: float = 60.0
    cut: bool = False  # of a longer body the beginning is taken, instead of none


def redirect(page: Page) -> str | None:
    """Where an answer sends us on. Servers write other alphabets in the header raw, as UTF-8."""
    if page.status not in {301, 302, 303, 307, 308} or "location" not in page.headers:
        return None
    location = page.headers["location"]
    return location.encode("latin-1", "replace").decode("utf-8", "replace")


def judged(page: Page, *, asked: str, now: datetime) -> Page:
    """The page, under the address that was asked for, when its status says that there is one."""
    page = replace(page, url=asked)
    if 200 <= page.status < 300 or page.status == 304:
        return page
    if page.status in TRY_LATER or page.status >= 500:
        raise FetchFailed(
            f"the server answered {page.status}",
            item=asked,
            remedy="try again later",
            kind="status",
            status=page.status,
            retry_after_s=retry_after_s(page.headers.get("retry-after"), now=now),
        )
    raise FetchRefused(
        f"the server answered {page.status}",
        item=asked,
        remedy="open it in a browser: the address may have moved, or refuse programs",
        kind="status",
        status=page.status,
    )


def retry_after_s(value: str | None, *, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for, whether it gives seconds or a date; None when it says nothing.

    >>> retry_after_s("120", now=datetime(2026, 1, 1, tzinfo=UTC))
    120.0
    """
    value = (value or "").strip()
    if value.isascii() and value.isdigit():
        return min(float(value), LONGEST_RETRY_AFTER_S)
    try:
        then = parsedate_to_datetime(value)
        then = then if then.tzinfo else then.replace(tzinfo=UTC)
        return min(max((then - now).total_seconds(), 0.0), LONGEST_RETRY_AFTER_S)
    except (ValueError, OverflowError):  # the year and the zone may be of any length
        return None


def check_headers(response: requests.Response, url: str, limits: Limits) -> None:
    """Refuse an answer that is too large or compressed in a way we did not offer, before its body is read."""
    size = sum(len(name) + len(value) for name, value in response.headers.items())
    if size > limits.header_bytes:
        raise _too_large(f"headers of {size} bytes", url)
    encodings = {word.strip().lower() for word in response.headers.get("Content-Encoding", "").split(",")} - {""}
    if not encodings <= ENCODINGS:
        raise FetchRefused(
            f"compressed as {', '.join(sorted(encodings))}, which we did not offer",
            item=url,
            remedy="none here",
            kind="encoding",
        )
    length = response.headers.get("Content-Length", "")
    if length.isdigit() and int(length) > limits.body_bytes and not limits.cut:
        raise _too_large(f"a body of {length} bytes", url)


def body(response: requests.Response, url: str, limits: Limits) -> bytes:
    """The body, decompressed piece by piece, so that a small bomb does not become a large one."""
    whole = bytearray()
    for chunk in response.iter_content(CHUNK):
        whole += chunk
        if len(whole) > limits.body_bytes and limits.cut:
            return bytes(whole[: limits.body_bytes])
        if len(whole) > limits.body_bytes:
            raise _too_large(f"a body beyond {limits.body_bytes} bytes", url)
    return bytes(whole)


def _too_large(what: str, url: str) -> FetchRefused:
    return FetchRefused(what, item=url, remedy="raise the limit if this outlet is worth it", kind="too_large")


def too_slow(url: str, limits: Limits) -> FetchFailed:
    """The error of an exchange whose time is up."""
    return FetchFailed(f"not done within {limits.total_s:g} s", item=url, remedy="try again later", kind="timeout")


def named(error: Exception, url: str, limits: Limits, *, cut: bool) -> PostureError:
    """The error of a library, as one of ours. `cut`: we ended the exchange ourselves, its time being up."""
    if cut:
        return too_slow(url, limits)
    causes = _causes(error)
    ours = next((cause for cause in causes if isinstance(cause, PostureError)), None)
    if ours is not None:
        return ours
    if any(isinstance(cause, http.client.LineTooLong) or "more than 100 headers" in str(cause) for cause in causes):
        return _too_large("headers beyond the limit", url)
    if _is_any(causes, requests.exceptions.ContentDecodingError, urllib3.exceptions.DecodeError):
        return FetchRefused("the body cannot be decompressed", item=url, remedy="none here", kind="encoding")
    if isinstance(error, requests.exceptions.InvalidURL | requests.exceptions.InvalidHeader | UnicodeError):
        return FetchRefused(f"not a web address ({error})", item=url, remedy="mend the address", kind="not_allowed")
    return FetchFailed(f"no whole answer ({error})", item=url, remedy="try again later", kind=_kind(causes))


def _kind(causes: list[BaseException]) -> FailureKind:
    if _is_any(causes, requests.exceptions.SSLError, urllib3.exceptions.SSLError, ssl.SSLError):
        return "tls"
    if _is_any(causes, requests.Timeout, TimeoutError, urllib3.exceptions.TimeoutError):
        return "timeout"
    return "connection"


def _is_any(causes: list[BaseException], *kinds: type[BaseException]) -> bool:
    return any(isinstance(cause, kinds) for cause in causes)


def _causes(error: BaseException) -> list[BaseException]:
    """An error with all that it wraps, in its arguments or as its cause."""
    found: list[BaseException] = []
    waiting: list[BaseException] = [error]
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        found.append(one)
        inner = [*one.args, getattr(one, "reason", None), one.__cause__, one.__context__]
        waiting += [other for other in inner if isinstance(other, BaseException)]
    return found
