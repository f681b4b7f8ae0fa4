"""The body of an article: its paragraphs, and nothing that stands around them.

What is not the article is taken out of the tree first, so that every extractor sees the same and a changed sidebar
changes no body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import soupsieve
import trafilatura
from bs4 import BeautifulSoup, Comment, NavigableString, Tag

from posture.reading.markup import one_line
from posture.text.folding import fold

ENOUGH = 60  # characters: the shortest flash of an agency is one sentence
NOT_TEXT = [
    "script", "style", "noscript", "template", "svg", "iframe", "button", "select", "nav", "footer", "aside",
    "figcaption", "dialog", "object", "video", "audio", "canvas", "menu",
]  # fmt: skip
# Words in a class or id, whole between hyphens, underscores or capitals.
AROUND = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|comments?|respond|share|sharing|social|addtoany|cookies?|consent|gdpr|newsletter"
    r"|subscri\w+|sidebar|breadcrumbs?|tags?|taglist|most(?:read|viewed|popular)?|popular|trending|latest|ticker|advert\w*|ads?"
    r"|sponsor\w*|promo\w*|widget|captions?|wp-caption-text|credits?|read-?more|also-?read|readalso|see-?also|popup|modal|banner"
    r"|author-?(?:bio|box)|pagination|toolbar|print|outbrain|taboola|telegram|whatsapp|follow|menu|footer|skip|more-?news)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
# Lines that lead elsewhere, by their first words, folded: alef without hamza, final ha, final ya.
ARABIC_LEADS = (
    r"(?:اقرا|اقراوا|طالع|شاهد|تابع|انظر)\s+(?:ايضا|كذلك|المزيد)",
    r"للمزيد|المزيد (?:من|حول)|ذات صله",
    r"(?:مواضيع|اخبار|مقالات) (?:ذات|متعلق)",
    r"تابعونا|تابعوا|انضم(?:وا)? (?:الي|ل)|اشترك(?:وا)? (?:في|ب)",
    r"شارك(?:ها|ه|وا)?(?: (?:الخبر|المقال|علي|هذا).*)?$",
    r"الوسوم|كلمات (?:دلاليه|مفتاحيه)|جميع الحقوق|حقوق النشر|اعلان$",
    r"(?:صدر|مصدر|تعليق) الصوره|التعليق علي الصوره",
)
ENGLISH_LEADS = (
    r"(?:read|see|watch) (?:more|also|next)\b|also read\b",
    r"related(?: (?:articles?|stories|news|topics))?\s*(?::|$)|more (?:on|from|about) this\b",
    r"share this\b|follow us\b|sign up (?:for|to)\b|subscribe (?:to|for)\b|join (?:us|our) |click here\b",
    r"advertisement\s*$|all rights reserved|copyright\b|©|tags?\s*:",
    r"image (?:source|caption)\b|photo(?: by| credit)?:",
)
LEADS_ELSEWHERE = re.compile(rf"^\W*(?:{'|'.join(ARABIC_LEADS + ENGLISH_LEADS)})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Paragraphs, one a line, and the name of what found them."""

    text: str
    reader: str


def body_of(soup: BeautifulSoup, *, title: str, declared: str, selectors: dict[str, str]) -> Body | None:
    """The best body that can be found; None when there is none. Takes what is not the article out of `soup`.

    `declared` is the body that the page's JSON-LD gives.
    """
    chosen = _longest(soupsieve.select(selectors["body"], soup)) if "body" in selectors else None
    marked = _longest(soup.select('[itemprop~="articleBody"]'))
    prune(soup, drop=selectors.get("drop"), keep=[node for node in (chosen, marked) if node is not None])
    for reader, node in (("selector", chosen), ("microdata", marked)):
        if node is not None and not node.decomposed:
            text = cleaned(paragraphs(node), title)
            if len(text) >= ENOUGH:
                return Body(text=text, reader=reader)
    return _found(soup, title, declared)


def _found(soup: BeautifulSoup, title: str, declared: str) -> Body | None:
    """The body by extractors, held against the one that the page declares."""
    extracted = trafilatura.extract(str(soup), include_comments=False, include_tables=True, favor_precision=True)
    candidates = [
        Body(text=cleaned((extracted or "").split("\n"), title), reader="trafilatura"),
        Body(text=cleaned(declared.split("\n"), title), reader="json_ld"),
        Body(text=cleaned(paragraphs(densest(soup)), title), reader="paragraphs"),
    ]
    usable = [candidate for candidate in candidates if len(candidate.text) >= ENOUGH]
    if not usable:
        return None
    best = usable[0]
    for other in usable[1:]:
        if _lost(best.text, other):
            best = other
    return best


def _lost(text: str, other: Body) -> bool:
    """Whether a text is so much shorter than another that its extractor lost most of the article."""
    if len(text) >= 0.6 * len(other.text):
        return False
    return other.reader == "json_ld" or all(line in other.text for line in text.split("\n"))


def prune(soup: BeautifulSoup, *, drop: str | None = None, keep: Sequence[Tag] = ()) -> None:
    """Take out of the tree what is not the article; never what holds `keep`, the heading or most of the text."""
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    held = {id(parent) for node in [*keep, *soup.find_all("h1")] for parent in (node, *node.parents)}
    for node in [*soup.find_all(NOT_TEXT), *(soupsieve.select(drop, soup) if drop else [])]:
        if not node.decomposed and id(node) not in held:
            node.decompose()
    size = _prose if _prose(soup) > ENOUGH else _length
    total = size(soup)
    for node in soup.find_all(_is_around):
        if not node.decomposed and id(node) not in held and size(node) * 2 <= total:
            node.decompose()
    for node in soup.find_all(["p", "li", "div", "h2", "h3", "h4", "strong"]):
        if not node.decomposed and id(node) not in held and _leads_elsewhere(node):
            _drop_with_link(node)
    _open_tables(soup)


def _open_tables(soup: BeautifulSoup) -> None:
    """Turn tables that only place things on the page into plain boxes, as extractors expect."""
    for table in soup.find_all("table"):
        cells = table.find_all("td")
        if any(cell.find(["p", "h1", "br", "table", "div"]) or _length(cell) > 300 for cell in cells):
            for part in [table, *table.find_all(["tbody", "thead", "tr", "td", "th"])]:
                part.name = "div"


def _length(node: Tag) -> int:
    return len(one_line(node.get_text()))


def _is_around(node: Tag) -> bool:
    if node.name in {"html", "body", "article", "main"} or node.get("itemprop") == "articleBody":
        return False
    # A form may hold the whole page, as sites made with ASP.NET do.
    if node.name == "form" or node.has_attr("hidden") or node.get("role") in {"navigation", "complementary"}:
        return True
    if HIDDEN.search(str(node.get("style") or "")):
        return True
    words = re.sub(
        r"(?<=[a-z])(?=[A-Z])", "-", " ".join([*node.get_attribute_list("class", []), str(node.get("id") or "")])
    )
    return AROUND.search(words) is not None


def _prose(node: Tag) -> int:
    """Characters in paragraphs: what an article is made of."""
    return sum(len(one_line(p.get_text())) for p in node.find_all("p"))


def _leads_elsewhere(node: Tag) -> bool:
    if node.find(["p", "div", "ul", "article", "table"]) is not None:
        return False
    text = one_line(node.get_text(" "))
    return len(text) < 250 and LEADS_ELSEWHERE.match(fold(text).text) is not None


def _drop_with_link(node: Tag) -> None:
    """Drop a line that leads elsewhere, and the link that follows it when the line is only its heading."""
    following = node.find_next_sibling()
    is_heading = len(one_line(node.get_text(" "))) < 25 and node.find("a") is None
    if is_heading and isinstance(following, Tag) and _is_links(following):
        following.decompose()
    node.decompose()


def _is_links(node: Tag) -> bool:
    linked = sum(len(one_line(link.get_text())) for link in ([node] if node.name == "a" else node.find_all("a")))
    return linked > 0 and linked >= 0.8 * len(one_line(node.get_text()))


def paragraphs(node: Tag | None) -> list[str]:
    """The text of a node, block by block, in the order of the page."""
    lines: list[str] = []
    line: list[str] = []
    for event in _events(node) if node is not None else ():
        if event is None:
            lines.append(one_line("".join(line)))
            line = []
        else:
            line.append(event)
    return [*lines, one_line("".join(line))]


def _events(node: Tag) -> Iterator[str | None]:
    """Texts in order, None where a line ends. Without recursion: hostile pages nest deep."""
    waiting: list[Tag | NavigableString | None] = [node]
    while waiting:
        one = waiting.pop()
        if one is None:
            yield None
        elif isinstance(one, Tag):
            if one.name == "br":
                yield None
                continue
            ends = [None] if one.name in BLOCKS else []
            waiting += [*ends, *reversed(list(one.children)), *ends]  # type: ignore[list-item]
        elif type(one) is NavigableString:
            yield re.sub(r"\s+", " ", str(one))


def densest(soup: BeautifulSoup) -> Tag | None:
    """The box with most words outside links, counting only its own paragraphs and lines."""
    boxes = soup.find_all(["article", "main", "section", "div", "td", "body"])
    return max(boxes, key=_density, default=None)


def _density(box: Tag) -> int:
    size = 0
    for child in box.children:
        if type(child) is NavigableString:
            size += len(one_line(str(child)))
        elif isinstance(child, Tag) and child.name in {
            "p",
            "blockquote",
            "span",
            "font",
            "b",
            "strong",
            "center",
            "pre",
        }:
            links = sum(len(one_line(link.get_text())) for link in child.find_all("a"))
            size += len(one_line(child.get_text())) - 2 * links
    return size


def cleaned(lines: Sequence[str], title: str) -> str:
    """The lines that are the article's: not the title again, none that lead elsewhere, none twice in a row."""
    kept: list[str] = []
    heading = fold(one_line(title)).text
    for line in map(one_line, lines):
        folded = fold(line).text
        if not re.search(r"\w", line) or (LEADS_ELSEWHERE.match(folded) and len(line) < 250):
            continue
        if (not kept and folded == heading) or (kept and line == kept[-1]):
            continue
        kept.append(line)
    return "\n".join(kept)


def _longest(nodes: Sequence[Tag]) -> Tag | None:
    return max(nodes, key=lambda node: len(node.get_text()), default=None)
