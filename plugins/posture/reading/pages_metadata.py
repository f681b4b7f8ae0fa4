"""What a page says of itself in its head: JSON-LD, OpenGraph, meta elements and links to its other forms."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from posture.errors import Rejected
from posture.reading.markup import one_line, plain
from posture.text.addresses import canonical as key_of

ARTICLES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting)$")
# Under these keys stand other articles.
OTHERS = frozenset({"itemListElement", "relatedLink", "hasPart", "isPartOf", "mentions", "citation", "liveBlogUpdate"})
DEEPEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """Another form of the same article: `amp`, or its translation, as `hreflang` calls the language."""

    relation: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the head says, as it says it. Lists are in the order of belief."""

    article: Mapping[str, Any] = field(default_factory=dict)  # the node of JSON-LD that is this article
    properties: Mapping[str, str] = field(default_factory=dict)  # meta elements by property, name or itemprop, small
    canonical: str | None = None
    twins: tuple[Twin, ...] = ()
    publisher: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)  # what the page's own script is given of the article

    @property
    def is_live(self) -> bool:
        """Whether this is a report that grows all day under one address."""
        return "LiveBlogPosting" in types_of(self.article)

    @property
    def is_closed(self) -> bool:
        """Whether the outlet says that only subscribers see the whole."""
        return str(self.article.get("isAccessibleForFree", "")).lower() == "false"

    @property
    def is_article(self) -> bool:
        """Whether the outlet says that this is an article."""
        return bool(self.article) or self.properties.get("og:type", "").startswith("article")


def metadata_of(soup: BeautifulSoup, url: str) -> Metadata:
    """All that the head of a page says of it."""
    properties = dict(_properties(soup))
    nodes = [node for script in _scripts(soup) for node in _nodes(script, 0)]
    link = _link(soup, url)
    article = _own(nodes, {url, link or url})
    publisher = article.get("publisher")
    return Metadata(
        article=article,
        properties=properties,
        canonical=link,
        twins=tuple(_twins(soup, url)),
        publisher=name_of(publisher) or properties.get("og:site_name", ""),
    )


def types_of(node: Mapping[str, Any]) -> list[str]:
    """The types of a node of JSON-LD, without their vocabulary's address."""
    kinds = node.get("@type", [])
    return [str(kind).rsplit("/", 1)[-1] for kind in (kinds if isinstance(kinds, list) else [kinds])]


def name_of(value: Any) -> str:
    """The name of a person or organisation, however JSON-LD gives it; several are joined."""
    if isinstance(value, list):
        return ", ".join(name for name in map(name_of, value) if name)
    if isinstance(value, dict):
        value = value.get("name", "")
        return name_of(value) if isinstance(value, list) else plain(str(value or ""))
    return plain(value) if isinstance(value, str) and not value.startswith("http") else ""


def _scripts(soup: BeautifulSoup) -> Iterator[Any]:
    for script in soup.find_all("script", type=re.compile(r"^\s*application/ld\+json", re.IGNORECASE)):
        text = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>|;)\s*$", "", script.get_text())
        try:
            yield json.loads(text, strict=False)
        except (ValueError, RecursionError):  # pages break it, and say the same elsewhere
            continue


def _nodes(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """The article nodes of JSON-LD, wherever they stand, save among other articles."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, dict):
        if any(ARTICLES.search(kind) for kind in types_of(value)):
            yield value
        for name, one in value.items():
            if name not in OTHERS and isinstance(one, dict | list):
                yield from _nodes(one, depth + 1)


def _own(nodes: Iterable[Mapping[str, Any]], addresses: Iterable[str]) -> Mapping[str, Any]:
    """The node that is about this page: one that gives its address, or else the first."""
    nodes = list(nodes)
    keys = {_key(address) for address in addresses}
    for node in nodes:
        main = node.get("mainEntityOfPage")
        named = [node.get("url"), node.get("@id"), main, main.get("@id") if isinstance(main, dict) else None]
        if any(isinstance(name, str) and _key(name.partition("#")[0]) in keys for name in named):
            return node
    return nodes[0] if nodes else {}


def _key(url: str) -> str:
    try:
        return key_of(url)
    except Rejected:
        return url


def _properties(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Meta elements, the first of each name."""
    seen: set[str] = set()
    for meta in soup.find_all("meta"):
        name = str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = one_line(str(meta.get("content") or ""))
        if name and content and name not in seen:
            seen.add(name)
            yield name, content


def _link(soup: BeautifulSoup, url: str) -> str | None:
    """The address that the page calls its own; a page that calls the front page its own says nothing."""
    for link in _links(soup, "canonical"):
        own = _joined(url, link.get("href"))
        if own and (urlsplit(own).path.strip("/") or urlsplit(own).query or not urlsplit(url).path.strip("/")):
            return own
    return None


def _twins(soup: BeautifulSoup, url: str) -> Iterator[Twin]:
    for link in _links(soup, "amphtml"):
        other = _joined(url, link.get("href"))
        if other:
            yield Twin(relation="amp", url=other)
    for link in _links(soup, "alternate"):
        other = _joined(url, link.get("href")) if link.get("hreflang") else None
        if other:
            yield Twin(relation=str(link.get("hreflang")).lower(), url=other)


def _links(soup: BeautifulSoup, relation: str) -> list[Tag]:
    return [
        link
        for link in soup.find_all("link")
        if relation in " ".join(link.get_attribute_list("rel", [])).lower().split()
    ]


def _joined(url: str, link: object) -> str | None:
    text = str(link or "").strip()
    try:
        joined = urljoin(url, text) if text else ""
        return joined if urlsplit(joined).scheme in {"http", "https"} else None
    except ValueError:
        return None
