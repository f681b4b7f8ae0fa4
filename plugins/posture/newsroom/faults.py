"""How outlets misbehave, each way under a name: a fault answers in place of the outlet, or spoils its answer.

`FAULTS[name](request, answer, options)` returns what is sent. Options stand beside the name in outlets.yml.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from posture.newsroom.pages import TEMPLATES

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked, on the press clock; `turn` counts earlier requests for this path, from 0."""

    outlet: str
    path: str  # with its query
    turn: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)  # names in lower case

    @property
    def bare_path(self) -> str:
        """The path without its query."""
        return self.path.partition("?")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is sent; `pause` seconds pass before each of the `pieces` of the body."""

    status: int = 200
    content_type: str = HTML
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    pause: float = 0.0
    pieces: int = 1
    times: int = 1  # how often the body is sent over and over
    dropped: bool = False  # the connection ends in the middle of the body


Options = Mapping[str, Any]
Fault = Callable[[Request, Answer, Options], Answer]


def _page(title: str, name: str, status: int = 200) -> Answer:
    body = TEMPLATES.get_template(f"fault_{name}.html").render(title=title).encode()
    return Answer(status=status, body=body)


def captcha(request: Request, answer: Answer, options: Options) -> Answer:
    """A check for humans, with status 200, in place of everything, or of all but the feed with `spares_feed`."""
    if options.get("spares_feed") and _is_feed(request, options):
        return answer
    return _page("Just a moment...", "captcha")


def consent(request: Request, answer: Answer, options: Options) -> Answer:  # noqa: ARG001
    """A consent wall, with status 200, in place of everything."""
    return _page("Before you continue", "consent")


def html_feed(request: Request, answer: Answer, options: Options) -> Answer:
    """The front page where the feed should be."""
    if not _is_feed(request, options):
        return answer
    return Answer(status=200, body=TEMPLATES.get_template("fault_redesign.html").render().encode())


def down(request: Request, answer: Answer, options: Options) -> Answer:
    """An error of the server: always, `until` a moment of the press clock, or for the first `times` requests of a path.

    With `only_feed` it is the feed alone that fails.
    """
    if _is_over(request, options) or (options.get("only_feed") and not _is_feed(request, options)):
        return answer
    return _page("500 Internal Server Error", "error", status=500)


def throttled(request: Request, answer: Answer, options: Options) -> Answer:
    """Too many requests, with the wait in Retry-After: always, or for the first `times` requests of a path."""
    if _is_over(request, options):
        return answer
    refused = _page("429 Too Many Requests", "error", status=429)
    return replace(refused, headers={"Retry-After": str(options.get("seconds", 120))})


def slow(request: Request, answer: Answer, options: Options) -> Answer:  # noqa: ARG001
    """A body that trickles for `seconds`, in twenty pieces, so that each single read is quick."""
    return replace(answer, pause=float(options.get("seconds", 8)) / 20, pieces=20)


def ampersand(request: Request, answer: Answer, options: Options) -> Answer:
    """A feed whose ampersands are not escaped."""
    if not _is_feed(request, options):
        return answer
    return replace(answer, body=answer.body.replace(b"&amp;", b"&"))


def cut_off(request: Request, answer: Answer, options: Options) -> Answer:
    """A feed that ends in the middle, as when the disk of the server is full."""
    if not _is_feed(request, options):
        return answer
    return replace(answer, body=answer.body[: len(answer.body) * int(options.get("percent", 70)) // 100])


def hollow(request: Request, answer: Answer, options: Options) -> Answer:
    """Status 200 and an empty body where the feed should be."""
    return replace(answer, body=b"") if _is_feed(request, options) else answer


def moved(request: Request, answer: Answer, options: Options) -> Answer:
    """Addresses that lead elsewhere: `steps` maps a path to where it now is; the last one answers."""
    target = options["steps"].get(request.bare_path)
    return answer if target is None else Answer(status=301, headers={"Location": target})


def frozen_tag(request: Request, answer: Answer, options: Options) -> Answer:
    """The same ETag for ever, though the feed changes: who sends it back is told that nothing is new."""
    if not _is_feed(request, options):
        return answer
    headers = {"ETag": '"frozen"'}
    if request.headers.get("if-none-match") == '"frozen"':
        return Answer(status=304, headers=headers)
    if answer.status == 304:  # the honest check said so; this server does not make it
        return answer
    return replace(answer, headers=headers)


def bridge_error(request: Request, answer: Answer, options: Options) -> Answer:
    """A feed made by a bridge that publishes its own failure as the only item."""
    if not _is_feed(request, options):
        return answer
    body = TEMPLATES.get_template("fault_bridge.xml").render(path=request.bare_path, base=options["base"]).encode()
    return Answer(content_type="application/rss+xml; charset=utf-8", body=body)


def dropped(request: Request, answer: Answer, options: Options) -> Answer:  # noqa: ARG001
    """A connection that ends in the middle of the body."""
    return replace(answer, dropped=True)


def huge(request: Request, answer: Answer, options: Options) -> Answer:  # noqa: ARG001
    """A body of many `megabytes`, all of it well-formed text."""
    return replace(answer, body=b"<p>posture</p>\n" * 69_906, times=int(options.get("megabytes", 64)))


def bomb(request: Request, answer: Answer, options: Options) -> Answer:  # noqa: ARG001
    """A small body that becomes many `megabytes` when it is decompressed."""
    packer = zlib.compressobj(wbits=31)
    packed = [packer.compress(bytes(1 << 20)) for _ in range(int(options.get("megabytes", 64)))]
    return replace(answer, body=b"".join([*packed, packer.flush()]), headers={"Content-Encoding": "gzip"})


FAULTS: Mapping[str, Fault] = {
    "ampersand": ampersand,
    "bomb": bomb,
    "bridge_error": bridge_error,
    "captcha": captcha,
    "consent": consent,
    "cut_off": cut_off,
    "down": down,
    "dropped": dropped,
    "frozen_tag": frozen_tag,
    "hollow": hollow,
    "html_feed": html_feed,
    "huge": huge,
    "moved": moved,
    "slow": slow,
    "throttled": throttled,
}


def _is_feed(request: Request, options: Options) -> bool:
    return request.bare_path == str(options["feed"])


def _is_over(request: Request, options: Options) -> bool:
    if "until" in options:
        over: bool = options["clock"] >= datetime.fromisoformat(options["until"])
        return over
    times: int = options.get("times", request.turn + 1)
    return request.turn >= times
