"""The title of an article, without the outlet's name that browsers are given with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from posture.model import Source
from posture.reading.markup import one_line
from posture.text.folding import fold

SEPARATOR = re.compile(r"\s+[-–—|•·:»«]+\s+|\s*\|\s*|\s+::\s+")
CUT = re.compile(r"\s*(?:\.\.\.|…)\s*$")


def title_of(candidates: Iterable[str], *, names: Sequence[str]) -> str:
    """The first candidate, without its tail of outlet names; whole, where it was cut and a later one is not."""
    bare = [without_tail(one_line(candidate), names) for candidate in candidates]
    bare = [candidate for candidate in bare if candidate and not _is_name(candidate, names)]
    if not bare:
        return ""
    first = bare[0]
    if CUT.search(first):
        start = CUT.sub("", first)
        return next((other for other in bare[1:] if other.startswith(start) and not CUT.search(other)), first)
    # A later candidate that begins or ends the first is the first without a name that we do not know.
    return next((other for other in bare[1:] if _begins(first, other) or _ends(first, other)), first)


def names_of(source: Source | None, publisher: str, url: str) -> tuple[str, ...]:
    """What the outlet may be called in a tail."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    known = [source.name_ar, source.name_en] if source else []
    return tuple(name for name in (*known, publisher, host, host.split(".")[0]) if name)


def without_tail(title: str, names: Sequence[str]) -> str:
    """The title without the outlet's name that stands before its first separator or after one of the others."""
    pieces = list(SEPARATOR.finditer(title))
    for separator in pieces:
        start, tail = title[: separator.start()], title[separator.end() :]
        if start.strip() and _is_name(SEPARATOR.split(tail)[0], names):
            return start.strip()
    if pieces and _is_name(title[: pieces[0].start()], names):
        return title[pieces[0].end() :].strip()
    return title


def _is_name(text: str, names: Sequence[str]) -> bool:
    folded = fold(text).text.strip().lower()
    return bool(folded) and any(_alike(folded, fold(name).text.strip().lower()) for name in names)


def _alike(text: str, name: str) -> bool:
    """The same name, also with "news", "agency" or a language beside it."""
    # a host writes the outlet's name without spaces
    if text == name or re.sub(r"[\W_]+", "", text) == re.sub(r"[\W_]+", "", name):
        return True
    short, long = sorted((text, name), key=len)
    return (
        len(short) >= 4
        and len(long) - len(short) <= 18
        and re.search(rf"(?:^|\W){re.escape(short)}(?:\W|$)", long) is not None
    )


def _begins(whole: str, start: str) -> bool:
    rest = whole[len(start) :]
    return len(start) >= 15 and whole.startswith(start) and SEPARATOR.match(rest) is not None


def _ends(whole: str, end: str) -> bool:
    rest = whole[: -len(end)]
    found = SEPARATOR.search(rest)
    return len(end) >= 15 and whole.endswith(end) and found is not None and found.end() == len(rest)
