"""HTML to words, for titles, summaries and lines of a page."""

from __future__ import annotations

import html
import re

from bs4 import BeautifulSoup

from posture.errors import Rejected

DEEPEST = 400  # elements within each other; large sites stay below 60
HIDDEN = re.compile(
    r"<(script|style|noscript|template|svg)\b[^<>]*>.*?(?:</\1\s*>|$)|<!--.*?(?:-->|$)", re.DOTALL | re.IGNORECASE
)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<![^<>]*>|<\?[^<>]*>")
# Tags inside a word or a sentence: all others stand between words.
INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|big|cite|em|font|i|mark|small|span|strong|sub|sup|u|wbr)\b[^<>]*>", re.IGNORECASE
)
# What only directs the drawing of a text, or joins its letters to nothing: no part of its words at the ends of a line.
SPACE = re.compile(r"[\s\u00a0\u200b\u2028\u2029\ufeff]+")
# What no database holds and no reader sees: control characters, and halves of pairs that stand alone.
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(markup: str) -> str:
    """The words of a piece of HTML in one line, with entities resolved.

    >>> plain("<p>صاروخان <b>عل</b>ى&nbsp;القاعدة<br>مساء</p>")
    'صاروخان على القاعدة مساء'
    """
    text = markup
    if "<" in text:
        text = TAG.sub(" ", INLINE.sub("", HIDDEN.sub(" ", text)))
    if "&" in text:
        text = html.unescape(text)
        # Feeds that escape twice leave tags behind the first unescaping.
        if TAG.search(text):
            text = TAG.sub(" ", INLINE.sub("", HIDDEN.sub(" ", text)))
        text = html.unescape(text)
    return one_line(text)


def one_line(text: str) -> str:
    """The text with every run of space as one, none at its ends."""
    return SPACE.sub(" ", storable(text)).strip()


def storable(text: str) -> str:
    """The text without what no database holds: JSON can name it though no encoding can."""
    return UNSTORABLE.sub("", text)


def soup_of(markup: str) -> BeautifulSoup:
    """The tree of a page, however it is written; `Rejected` when it nests deeper than people write."""
    # Told that it is XML, or seeing no tag at all, Beautiful Soup warns of what we know.
    markup = re.sub(r"<\?xml\b[^>]*>?", "", markup, flags=re.IGNORECASE)
    soup = BeautifulSoup(markup if "<" in markup else f"<p>{markup}", "lxml")
    depths = {id(soup): 0}
    for node in soup.find_all(True):  # parents come before their children
        depths[id(node)] = depths[id(node.parent)] + 1
    if max(depths.values()) > DEEPEST:
        raise Rejected(f"nested {max(depths.values())} deep", item="page", remedy="look at it by hand")
    return soup
