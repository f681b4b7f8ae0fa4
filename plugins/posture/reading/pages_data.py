"""The article in the data that a page gives its own script, where the page itself is drawn only in a browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from bs4 import BeautifulSoup

from posture.reading.markup import one_line, plain
from posture.text.folding import fold

DEEPEST = 30
LARGEST = 5_000_000  # characters of one script
PARAGRAPH = 40  # characters: shorter strings are labels
TITLES = ("headline", "title", "name", "heading")
PUBLISHED = (
    "datepublished", "publishedat", "published_at", "publisheddate", "publish_date", "publishdate", "firstpublished",
    "firstpublishedat", "published", "pubdate", "display_date", "createdat", "created_at",
)  # fmt: skip
MODIFIED = ("datemodified", "modifiedat", "updatedat", "updated_at", "lastmodified", "last_updated_date", "modified")
AUTHORS = ("author", "authors", "byline", "writer", "writers", "creator")
# Under these keys stands no paragraph of the article.
AROUND = re.compile(
    r"related|recommend|caption|credit|alt|bio|author|seo|meta|description|summary|excerpt|teaser|image|media|tag|categor"
    r"|comment|newsletter|advert|url|href|slug|latest|most|next|previous|sidebar|footer|menu",
    re.IGNORECASE,
)


def data_of(soup: BeautifulSoup, title: str) -> Mapping[str, Any]:
    """What the data say of the article of this title, in the words of JSON-LD; empty when they do not hold it.

    Of several nodes with the title, the one with most text counts.
    """
    wanted = fold(one_line(title)).text
    found: dict[str, Any] = {}
    for script in soup.find_all("script", type=re.compile(r"^\s*application/json", re.IGNORECASE)):
        text = script.get_text()
        if not wanted or len(text) > LARGEST:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _titled(data, wanted, 0):
            body = "\n".join(dict.fromkeys(_paragraphs(node, 0)))
            if len(body) > len(found.get("articleBody", "")):
                found = _described(node, body)
    return found


def _titled(value: Any, wanted: str, depth: int) -> Iterator[Mapping[str, Any]]:
    """The nodes whose headline is the page's."""
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        titles = (value.get(name) for name in TITLES)
        if any(fold(plain(_text(title))).text == wanted for title in titles if title):
            yield value
        for one in value.values():
            yield from _titled(one, wanted, depth + 1)
    elif isinstance(value, list):
        for one in value:
            yield from _titled(one, wanted, depth + 1)


def _paragraphs(value: Any, depth: int) -> Iterator[str]:
    """The paragraphs below a node, in its order."""
    if depth > DEEPEST:
        return
    if isinstance(value, str):
        lines = [plain(line) for line in re.split(r"\n|<br\s*/?>|</p>|</h\d>|</li>", value)]
        if any(len(line) >= PARAGRAPH and " " in line for line in lines):
            yield from (line for line in lines if line)
    elif isinstance(value, list):
        for one in value:
            yield from _paragraphs(one, depth + 1)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in TITLES and not AROUND.search(name):
                yield from _paragraphs(one, depth + 1)


def _described(node: Mapping[str, Any], body: str) -> dict[str, Any]:
    by_name = {name.casefold(): one for name, one in node.items()}
    parts = {"datePublished": PUBLISHED, "dateModified": MODIFIED, "author": AUTHORS}
    found = {part: next((by_name[name] for name in names if by_name.get(name)), "") for part, names in parts.items()}
    return {"articleBody": body, **found}


def _text(value: Any) -> str:
    """A title as text: content systems wrap it as {"rendered": …} or {"basic": …}."""
    if isinstance(value, dict):
        return next((one for one in value.values() if isinstance(one, str)), "")
    return value if isinstance(value, str) else ""
