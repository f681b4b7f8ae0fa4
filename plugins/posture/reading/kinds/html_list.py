"""A page that lists articles: links by CSS selector, or those that look like articles."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import urlsplit

import soupsieve
from bs4 import BeautifulSoup, Tag

from posture.errors import Misconfigured, Rejected
from posture.model import Dated
from posture.reading.dates import BAGHDAD
from posture.reading.kinds.entries import Answer, Basket, Entries
from posture.reading.markup import one_line, soup_of

ARABIC_UNITS = {"دقيق": "minutes", "ساع": "hours", "يوم": "days", "أيام": "days", "ايام": "days"}
AGO = re.compile(
    r"^\s*(?:(?P<count>\d{1,3})\s+(?P<unit>minute|min|hour|day)s?\s+ago"
    r"|(?:منذ|قبل)\s+(?P<number>\d{1,3})?\s*(?P<word>دقيق|ساع|يوم|أيام|ايام)\w*)\s*[-|–:]?\s*",
    re.IGNORECASE,
)
WORDS = 4  # a headline has more words than a menu
SHORT_WORD = 25  # characters: some headlines are few long words


def read(answer: Answer) -> Entries:
    """Every article that the page links to, once."""
    selectors = dict(answer.source.selectors) if answer.source else {}
    try:
        soup = soup_of(answer.text)
    except Rejected as error:
        return Entries(problem=error.what)
    boxes = select(soup, selectors["item"], answer) if "item" in selectors else _links(soup, answer)
    basket = Basket(answer)
    seen: set[str] = set()
    for box in boxes:
        link = box if box.name == "a" else box.select_one("a[href]")
        url = answer.link(link.get("href")) if link is not None else None
        if url is None:
            basket.skipped += 1
        elif _headline(box, link, selectors, answer) and url not in seen:
            seen.add(url)
            title = _headline(box, link, selectors, answer)
            basket.add(url, title=AGO.sub("", title), published=_time(box, title, selectors, answer))
    if not basket.items:
        wanted = f"nothing matches {selectors['item']!r}" if "item" in selectors else "no link looks like an article"
        return basket.entries(problem=f"{wanted}; set selectors.item for this outlet")
    return basket.entries()


def select(soup: Tag, selector: str, answer: Answer) -> list[Tag]:
    """What a selector of the seeds finds; `Misconfigured` when it is no selector."""
    try:
        return list(soup.select(selector))
    except soupsieve.SelectorSyntaxError as error:
        name = answer.source.source_id if answer.source else answer.url
        what = f"{selector!r} is no CSS selector ({str(error).splitlines()[0]})"
        raise Misconfigured(what, item=name, remedy="mend its selectors") from error


def _links(soup: BeautifulSoup, answer: Answer) -> list[Tag]:
    """Links with a headline to a deeper page of the same site."""
    here = urlsplit(answer.url).hostname
    found = []
    for link in soup.select("a[href]"):
        url = answer.link(link.get("href"))
        if url is None or urlsplit(url).hostname != here or link.find_parent(["nav", "footer"]) is not None:
            continue
        text = one_line(link.get_text(" "))
        path = urlsplit(url).path.strip("/")
        long_enough = len(text.split()) >= WORDS or len(text) >= SHORT_WORD
        if long_enough and (re.search(r"\d{3}", url) or path.count("/") >= 1 or path.count("-") >= 3):
            found.append(link)
    return found


def _headline(box: Tag, link: Tag | None, selectors: dict[str, str], answer: Answer) -> str:
    if "item_title" in selectors:
        titles = select(box, selectors["item_title"], answer)
        if titles:
            return one_line(titles[0].get_text(" "))
    heading = box.select_one("h1, h2, h3, h4")
    node = heading or link or box
    return one_line(node.get_text(" ")) or one_line(str(node.get("title") or ""))


def _time(box: Tag, title: str, selectors: dict[str, str], answer: Answer) -> Dated | None:
    nodes = select(box, selectors["item_time"], answer) if "item_time" in selectors else box.select("time")
    for node in nodes:
        text = one_line(node.get_text(" "))
        found = answer.date(node.get("datetime"), origin="time_element") or answer.date(text, origin="time_element")
        if found or (found := _ago(text, answer)):
            return found
    return _ago(title, answer)


def _ago(text: str, answer: Answer) -> Dated | None:
    """The day of "5 minutes ago": of its moment too little is known."""
    found = AGO.match(text)
    if not found:
        return None
    unit = (found["unit"] or "").lower()
    unit = {"min": "minutes"}.get(unit, f"{unit}s") if unit else ARABIC_UNITS[found["word"]]
    then = answer.fetched_at - timedelta(**{unit: int(found["count"] or found["number"] or 1)})
    return Dated(day=then.astimezone(BAGHDAD).date(), origin="time_element")
