"""What the kinds of source share: the answer that they are given and the entries that they give."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urljoin

from posture.errors import Rejected
from posture.model import Dated, FeedItem, Source
from posture.reading.dates import read_date
from posture.reading.markup import plain, storable
from posture.text.addresses import canonical

# The document type is where XML hides files of the server and small bombs. No feed needs it.
DOCTYPE = re.compile(r"<!DOCTYPE\b[^<>\[]*(?:\[.*?(?:\]\s*>|\Z)|>|\Z)", re.DOTALL | re.IGNORECASE)
DECLARES = re.compile(r"<!(?=DOCTYPE|ENTITY)", re.IGNORECASE)
XML_DECLARATION = re.compile(r"<\?xml\b[^<>]*\?>")
ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
NUMBERED = re.compile(r"&#([xX][0-9A-Fa-f]{1,8}|[0-9]{1,8});?")
BARE = re.compile(r"&(?!#\d+;|#x[0-9A-Fa-f]+;|[A-Za-z][A-Za-z0-9]*;)")
CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.DOTALL)
OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a source answered, as text, with what is needed to read it."""

    text: str
    url: str  # where it was found: relative links start here
    fetched_at: datetime
    source: Source | None = None

    @property
    def zone(self) -> str | None:
        """The zone of times that stand without one."""
        return self.source.timezone if self.source else None

    def date(self, value: object, *, origin: str = "feed") -> Dated | None:
        """A date as this source wrote it."""
        return read_date(str(value or ""), origin=origin, fetched_at=self.fetched_at, zone=self.zone)

    def link(self, value: object) -> str | None:
        """A link of this source in full, None when it leads nowhere on the web."""
        text = re.sub(r"[\t\r\n]", "", storable(str(value or ""))).strip()
        try:
            url = urljoin(self.url, text) if text else ""
            canonical(url)
        except (ValueError, Rejected):
            return None
        return url


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """All entries of an answer. `problem` is None when it was read whole; with items, it was read in part."""

    items: tuple[FeedItem, ...] = ()
    further: tuple[str, ...] = ()  # addresses of more of the same: parts of an index, next pages, files
    skipped: int = 0  # entries without a usable address
    problem: str | None = None
    note: str = ""  # what was mended


@dataclass(slots=True)
class Basket:
    """Collects entries, and counts those that lead nowhere."""

    answer: Answer
    items: list[FeedItem] = field(default_factory=list)
    skipped: int = 0

    def add(self, link: object, *, title: object = "", summary: object = "", **more: object) -> None:
        """Keep an entry whose link leads somewhere; count it otherwise."""
        url = self.answer.link(link)
        if url is None:
            self.skipped += 1
            return
        item = FeedItem(url=url, title=plain(str(title or "")), summary=plain(str(summary or "")))
        item = replace(item, **more)  # type: ignore[arg-type]
        self.items.append(replace(item, guid=storable(item.guid)) if item.guid else item)

    def entries(self, **more: object) -> Entries:
        """What was collected."""
        items = with_own_guids(self.items)
        return Entries(items=tuple(items), skipped=self.skipped, **more)  # type: ignore[arg-type]


def with_own_guids(items: Iterable[FeedItem]) -> list[FeedItem]:
    """The items, where a guid that stands for several addresses stands for none."""
    items = list(items)
    addresses: dict[str, set[str]] = {}
    for item in items:
        addresses.setdefault(item.guid or "", set()).add(item.url)
    return [replace(item, guid=None) if len(addresses[item.guid or ""]) > 1 else item for item in items]


def safe_xml(text: str) -> str:
    """XML without its declaration and document type, with the letters that HTML names as letters and no bare ampersand.

    >>> safe_xml("<?xml version='1.0'?><a>R&D&nbsp;&ndash; <![CDATA[x&y]]></a>")
    '<a>R&amp;D\\xa0– <![CDATA[x&y]]></a>'
    """
    # a space for each, so that what is left of one never closes up to another
    text = DOCTYPE.sub(" ", XML_DECLARATION.sub("", text, count=1), count=1).lstrip()
    text = NUMBERED.sub(lambda found: found[0] if _is_letter(found[1]) else "", text)
    pieces = CDATA.split(text)
    # a second document type is no XML, but parsers that mend what they read take it, also where a comment hides it
    pieces[::2] = [BARE.sub("&amp;", ENTITY.sub(_letter, DOCTYPE.sub(" ", piece))) for piece in pieces[::2]]
    pieces[1::2] = [DECLARES.sub("<! ", piece) for piece in pieces[1::2]]
    return "".join(pieces)


def _is_letter(number: str) -> bool:
    """Whether XML has a letter of this number: it has none for halves of pairs, and parsers break on them."""
    code = int(number[1:], 16) if number[0] in "xX" else int(number)
    return code in {9, 10, 13} or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF


def _letter(entity: re.Match[str]) -> str:
    return entity[0] if entity[1] in OF_XML else html.unescape(entity[0])
