"""Sitemaps of a site, of its news, and indexes of sitemaps.

`lastmod` says when a page changed, or when a program last wrote the sitemap: it never says when news was published.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from lxml import etree

from posture.model import FeedItem
from posture.reading.kinds.entries import Answer, Basket, Entries, safe_xml

# From how many equal moments of change on a sitemap was written anew rather than its pages changed.
SAME_FROM = 10
SAME_SHARE = 0.5


def read(answer: Answer) -> Entries:
    """Every address of a sitemap, or the sitemaps of an index as `further`."""
    text = safe_xml(answer.text)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return Entries(problem=f"not XML ({error})")
    name = _name(root) if root is not None else ""
    if name not in {"urlset", "sitemapindex"}:
        return Entries(problem=f"no sitemap: it begins with {answer.text.strip()[:40]!r}")
    problem = None if _is_whole(text, name, root) else "the sitemap breaks off before its end"
    if name == "sitemapindex":
        parts = [_fields(node) for node in root if _name(node) == "sitemap"]
        # the part that changed last first: of a long index only some are read
        parts.sort(key=lambda part: part.get("lastmod", ""), reverse=True)
        links = [answer.link(part.get("loc")) for part in parts]
        return Entries(further=tuple(link for link in links if link), problem=problem)
    basket = Basket(answer)
    for node in root:
        if _name(node) == "url":
            _add(basket, _fields(node))
    return replace(basket.entries(problem=problem), items=tuple(_changes(basket.items)))


def _is_whole(text: str, name: str, root: etree._Element) -> bool:
    """Whether the answer reached its last tag: a parser that mends what it reads does not say."""
    end = text.rstrip()[-2000:]
    last = rf"</(?:\w+:)?{name}\s*>\s*(?><!--.*?-->\s*)*\Z"
    return re.search(last, end, re.IGNORECASE | re.DOTALL) is not None or (len(root) == 0 and end.endswith("/>"))


def _add(basket: Basket, fields: dict[str, str]) -> None:
    answer = basket.answer
    basket.add(
        fields.get("loc"),
        title=fields.get("news:title"),
        published=answer.date(fields.get("news:publication_date"), origin="sitemap"),
        modified=answer.date(fields.get("lastmod"), origin="sitemap"),
    )


def _fields(node: etree._Element) -> dict[str, str]:
    """The texts below a node by name, those of the news dialect with `news:` before."""
    fields: dict[str, str] = {}
    for child in node.iter():
        name = _name(child)
        inside = child.getparent()
        in_news = inside is not None and _name(inside) == "news"
        if name and child.text:
            fields.setdefault(f"news:{name}" if in_news else name, child.text)
    return fields


def _name(node: etree._Element) -> str:
    # not by etree.QName, which refuses the names that a parser lets pass when it mends what is broken
    return re.split("[}:]", node.tag)[-1].lower() if isinstance(node.tag, str) else ""


def _changes(items: list[FeedItem]) -> list[FeedItem]:
    """The items, without moments of change that so many share that they say nothing."""
    moments = Counter(item.modified for item in items if item.modified is not None and item.modified.at is not None)
    often = {moment for moment, times in moments.items() if times >= SAME_FROM and times > SAME_SHARE * len(items)}
    return [replace(item, modified=None) if item.modified in often else item for item in items]
