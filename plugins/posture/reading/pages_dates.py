"""When an article was published and changed, by the best that its page says, with where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

import soupsieve
from bs4 import BeautifulSoup, Tag

from posture.model import Dated, FeedItem, Source
from posture.reading.dates import BAGHDAD, EARLIEST, read_date
from posture.reading.markup import one_line
from posture.reading.pages_metadata import Metadata
from posture.text.moments import find_moments

PUBLISHED_PROPERTIES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published",
    "pubdate", "publishdate", "publish-date", "publish_date", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued", "dcterms.created", "dc.date", "dc.date.created", "date", "article.published", "published_at",
)  # fmt: skip
MODIFIED_PROPERTIES = (
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified",
)  # fmt: skip
# A run of digits without marks is a day only as a whole, or any number would be one; a last folder may be an id.
URL_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:/(?P<month>\d\d?)/(?P<day>\d\d?)(?=/.)|(?P<run>-?\d\d-?\d\d)(?!\d))"
)
# What boxes with a written date are called.
CALLED_DATE = re.compile(
    r"(?:^|[\s_-])(?:date|time|timestamp|posted|published|pubdate|publish(?:ed)?-?(?:date|on|time))", re.I
)
COMMA_IN_DATE = re.compile(r"(?<=\d)\s*[,،]\s*(?=[^\W\d])")  # "الخميس 19 ، شباط 2026"
SHORT_LINE = 90  # characters: a date with the words around it
UNDER_HEADING = 6  # elements
# Where the time elements of other articles stand.
ELSEWHERE = re.compile(r"related|sidebar|comment|most|latest|recommend|widget|footer|ticker", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is known of a page besides its bytes: its entry in a list, its outlet, its address, when it was fetched."""

    item: FeedItem | None
    source: Source | None
    url: str
    fetched_at: datetime

    @property
    def zone(self) -> str | None:
        """The outlet's zone, for times without one."""
        return self.source.timezone if self.source else None


def published_of(soup: BeautifulSoup, metadata: Metadata, told: Told, *, heading: Tag | None) -> Dated | None:
    """The day of publication, None when nothing says it. It is never the day of fetching for want of another."""
    found = [*_said(soup, metadata, told)]
    if told.item is not None and told.item.published is not None:
        found.append(told.item.published)
    if not found:
        found += _written(soup, heading, told.fetched_at)
    found += _in_url(told.url, told.fetched_at)
    return _best(found)


def modified_of(soup: BeautifulSoup, metadata: Metadata, told: Told, *, published: Dated | None) -> Dated | None:
    """The last change, None when nothing says it or when it is not after publication."""
    values = [(str(metadata.article.get("dateModified") or ""), "json_ld")]
    values += [(metadata.properties.get(name, ""), _meta_origin(name)) for name in MODIFIED_PROPERTIES]
    values += [(str(metadata.data.get("dateModified") or ""), "page_data")]
    values += [(text, "time_element") for node in soup.find_all("time") if _is_change(node) for text in _texts(node)]
    found = _best(_dates(values, told.zone, told.fetched_at))
    return None if found and published and not _is_after(found, published) else found


def _said(soup: BeautifulSoup, metadata: Metadata, told: Told) -> Iterator[Dated]:
    values: list[tuple[str, str]] = []
    if told.source and "published" in told.source.selectors:
        for node in soupsieve.select(told.source.selectors["published"], soup):
            values += [(text, "selector") for text in _texts(node)]
    values += [(str(metadata.article.get(name) or ""), "json_ld") for name in ("datePublished", "dateCreated")]
    values += [(metadata.properties.get(name, ""), _meta_origin(name)) for name in PUBLISHED_PROPERTIES]
    values += [(str(metadata.data.get("datePublished") or ""), "page_data")]
    values += [(text, "time_element") for node in _times(soup) for text in _texts(node)]
    yield from _dates(values, told.zone, told.fetched_at)


def _dates(values: Iterable[tuple[str, str]], zone: str | None, fetched_at: datetime) -> Iterator[Dated]:
    for text, origin in values:
        found = read_date(text, origin=origin, fetched_at=fetched_at, zone=zone)
        if found is not None:
            yield found
        elif origin in {"selector", "time_element"}:
            yield from _days(text, origin, fetched_at)


def _best(found: Iterable[Dated]) -> Dated | None:
    """The first, with the moment of a later one that names the same day and knows it."""
    found = list(found)
    if not found or found[0].at is not None:
        return found[0] if found else None
    exact = next((other for other in found[1:] if other.at is not None and other.day == found[0].day), None)
    return exact or found[0]


def _times(soup: BeautifulSoup) -> list[Tag]:
    """Time elements of the article itself: marked as its publication, in its head, or alone on the page."""
    times = [
        node
        for node in soup.find_all(["time", "abbr", "span"])
        if node.name == "time" or node.get("itemprop") == "datePublished"
    ]
    times = [
        node for node in times if not _is_change(node) and not any(_is_elsewhere(parent) for parent in node.parents)
    ]
    marked = [node for node in times if node.get("itemprop") == "datePublished" or node.has_attr("pubdate")]
    if marked:
        return marked
    heading = soup.find("h1")
    box = heading.find_parent(["article", "main"]) if heading else soup.find("article")
    inside = [node for node in times if box is not None and box in node.parents]
    return inside[:1] or (times if len(times) == 1 else [])


def _is_change(node: Tag) -> bool:
    words = " ".join([*node.get_attribute_list("class", []), str(node.get("itemprop") or "")])
    return re.search(r"modif|updat", words, re.IGNORECASE) is not None


def _is_elsewhere(node: Tag) -> bool:
    words = " ".join([*node.get_attribute_list("class", []), str(node.get("id") or "")])
    return node.name in {"aside", "footer", "nav"} or (
        node.name not in {"html", "body", "article", "main"} and bool(ELSEWHERE.search(words))
    )


def _texts(node: Tag) -> list[str]:
    return [str(node.get("datetime") or ""), str(node.get("content") or ""), one_line(node.get_text(" "))]


def _meta_origin(name: str) -> str:
    return "open_graph" if name.startswith(("article:", "og:")) else "meta"


def _written(soup: BeautifulSoup, heading: Tag | None, fetched_at: datetime) -> Iterator[Dated]:
    """Days that the page writes for its readers: in boxes called a date, or in a short line under the heading."""
    under = list(heading.find_all_next(limit=UNDER_HEADING)) if heading is not None else []
    for node in [*soup.find_all(_is_date), *under]:
        text = one_line(node.get_text(" "))
        if len(text) <= SHORT_LINE and not any(_is_elsewhere(parent) for parent in (node, *node.parents)):
            yield from _days(text, "text", fetched_at)


def _days(text: str, origin: str, fetched_at: datetime) -> Iterator[Dated]:
    """Days of the past in a line for readers; only with their year, for others lean on the day of fetching."""
    today = fetched_at.astimezone(BAGHDAD).date()
    line = COMMA_IN_DATE.sub(" ", text[:SHORT_LINE])
    for moment in find_moments(line, now=today):
        day = moment.from_
        if moment.grain == "day" and day is not None and EARLIEST <= day <= today and re.search(r"\d{4}", moment.quote):
            yield Dated(day=day, origin=origin)


def _is_date(node: Tag) -> bool:
    return CALLED_DATE.search(" ".join([*node.get_attribute_list("class", []), str(node.get("id") or "")])) is not None


def _in_url(url: str, fetched_at: datetime) -> list[Dated]:
    for found in URL_DAY.finditer(url):
        try:
            run = (found["run"] or f"{found['month']:0>2}{found['day']:0>2}").replace("-", "")
            day = date(int(found["year"]), int(run[:2]), int(run[2:]))
        except ValueError:
            continue
        if EARLIEST <= day <= fetched_at.astimezone(BAGHDAD).date():
            return [Dated(day=day, origin="url")]
    return []


def _is_after(one: Dated, other: Dated) -> bool:
    """Whether a change comes after publication: many systems state a change where there was none."""
    if one.at is not None and other.at is not None:
        return one.at > other.at
    return one.day > other.day
