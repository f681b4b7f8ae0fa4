"""What is not the article, taken out of the tree first, so that every extractor sees the same.

A changed sidebar then changes no body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import soupsieve
from bs4 import BeautifulSoup, Comment, Tag

from posture.reading.markup import one_line
from posture.reading.pages_paragraphs import elements, length, outer
from posture.text.folding import fold

LONG_LINE = 60  # characters
NOT_TEXT = [
    "script", "style", "noscript", "template", "svg", "iframe", "button", "select", "nav", "footer", "aside",
    "figcaption", "dialog", "object", "video", "audio", "canvas", "menu",
]  # fmt: skip
# Words in a class or id, whole between hyphens, underscores or capitals.
AROUND = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|comments?|respond|share|sharing|social|addtoany|cookies?|consent|gdpr|newsletter"
    r"|subscri\w+|sidebar|breadcrumbs?|tags?|taglist|most(?:read|viewed|popular)?|popular|trending|latest|ticker|advert\w*|ads?"
    r"|sponsor\w*|promo\w*|widget|captions?|wp-caption-text|credits?|read-?more|also-?read|readalso|see-?also|popup|modal|banner"
    r"|author-?(?:bio|box)|by-?line|article-?info|(?:post|entry|node|story)-{0,2}_{0,2}(?:meta|info|submitted)|meta-?info"
    r"|(?:cover|image|img|photo)-?(?:desc\w*|text|title|caption|credit)|twitter-tweet|instagram-media|tiktok-embed|fb-post"
    r"|pager|page-?nav\w*|post-?nav\w*|(?:next-?prev|prev-?next)|font-?(?:resize|size)|key-?(?:events|points)|pagination|toolbar|print|outbrain|taboola|telegram|whatsapp|follow|menu|footer|skip|more-?news)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
LINES = frozenset({"p", "li", "div", "h2", "h3", "h4", "strong"})
SUMMARY = re.compile(
    r"\W*(?:summary|key (?:points|takeaways|facts)|highlights|at a glance|in brief"
    r"|(?:ال)?ملخص|أبرز النقاط|نقاط رئيسية|باختصار)\W*",
    re.IGNORECASE,
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
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
TOOLS = (
    r"(?:(?:طباعه|اطبع|شارك|مشاركه|حفظ|ارسال|ارسل|نسخ الرابط|استمع|print|share|save|e-?mail|copy link|listen)\W*)+$",
)
ENGLISH_LEADS = (
    r"(?:read|see|watch) (?:more|also|next)\b|also read\b",
    r"related(?: (?:articles?|stories|news|topics))?\s*(?::|$)|more (?:on|from|about) this\b",
    r"share this\b|follow us\b|sign up (?:for|to)\b|subscribe (?:to|for)\b|join (?:us|our) |click here\b",
    r"our standards\b|(?:media|press) contacts?\b|the \w+ briefing\b.*sign up|.{0,120}\bsign up here\b",
    r"advertisement\s*$|all rights reserved|copyright\b|©|tags?\s*:",
    r"image (?:source|caption)\b|photo(?: by| credit)?:",
)
LEADS_ELSEWHERE = re.compile(rf"^\W*(?:{'|'.join(ARABIC_LEADS + ENGLISH_LEADS + TOOLS)})", re.IGNORECASE)


def prune(soup: BeautifulSoup, *, drop: str | None = None, keep: Sequence[Tag] = ()) -> None:
    """Take out of the tree what is not the article; never what holds `keep`, the heading or most of the text."""
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    held = {id(parent) for node in [*keep, *soup.find_all("h1")] for parent in (node, *node.parents)}
    shears = Shears(held)
    for node in [*soup.find_all(NOT_TEXT), *(soupsieve.select(drop, soup) if drop else [])]:
        shears.cut(node)
    size = _prose if _prose(soup) else length
    total = size(soup)
    for node in elements(soup):
        if shears.may_cut(node) and _is_around(node) and size(node) * 2 <= total:
            shears.cut(node)
    _cut_summaries(soup, shears)
    for node in _lines(soup):
        if shears.may_cut(node) and leads_elsewhere(one_line(node.get_text(" "))):
            _cut_with_link(node, shears)
    _open_tables(soup)


class Shears:
    """Cuts branches off the tree, remembering what went with them: Beautiful Soup's own mark is slow to read."""

    def __init__(self, held: set[int]) -> None:
        self._held = held
        self._gone: dict[int, Tag] = {}  # holds the elements, so that no other comes to the same id

    def may_cut(self, node: Tag) -> bool:
        """Whether the element is still there and may go."""
        return id(node) not in self._held and id(node) not in self._gone

    def cut(self, node: Tag) -> None:
        """Take the element and all below it out of the tree, if it may go."""
        if self.may_cut(node):
            self._gone |= {id(one): one for one in (node, *node.descendants) if isinstance(one, Tag)}
            node.extract()


def _lines(soup: BeautifulSoup) -> list[Tag]:
    """Elements that hold one line: paragraphs, items and headings with no other within."""
    holding = outer(soup)
    return [node for node in elements(soup) if node.name in LINES and id(node) not in holding]


def _open_tables(soup: BeautifulSoup) -> None:
    """Turn tables that only place things on the page into plain boxes, as extractors expect."""
    for table in soup.find_all("table"):
        cells = table.find_all("td")
        if any(cell.find(["p", "h1", "br", "table", "div"]) or length(cell) > 300 for cell in cells):
            for part in [table, *table.find_all(["tbody", "thead", "tr", "td", "th"])]:
                part.name = "div"


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
    """Characters in paragraphs as long as articles have them: cards of other stories have shorter ones."""
    sizes = [length(p) for p in node.find_all("p")]
    return sum(size for size in sizes if size >= LONG_LINE)


def _cut_with_link(node: Tag, shears: Shears) -> None:
    """Cut a line that leads elsewhere, and the link that follows it when the line is only its heading."""
    following = node.find_next_sibling()
    is_heading = len(one_line(node.get_text(" "))) < 25 and node.find("a") is None
    if is_heading and isinstance(following, Tag) and _is_links(following):
        shears.cut(following)
    shears.cut(node)


def _cut_summaries(soup: BeautifulSoup, shears: Shears) -> None:
    """Cut the points in which a page sums up the article above it: they say again what it says."""
    for node in soup.find_all(["h2", "h3", "h4", "h5", "strong", "p", "div"]):
        text = node.get_text(" ")
        if len(text) > LONG_LINE or not SUMMARY.fullmatch(one_line(text)):
            continue
        following = node.find_next_sibling()
        if isinstance(following, Tag) and following.name in {"ul", "ol"}:
            shears.cut(following)
            shears.cut(node)


def _is_links(node: Tag) -> bool:
    linked = sum(len(one_line(link.get_text())) for link in ([node] if node.name == "a" else node.find_all("a")))
    return linked > 0 and linked >= 0.8 * len(one_line(node.get_text()))


def leads_elsewhere(line: str) -> bool:
    """Whether a line sends the reader to other stories, to other media, or tells who owns the page."""
    return len(line) < 250 and LEADS_ELSEWHERE.match(fold(line).text) is not None
