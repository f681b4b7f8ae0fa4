"""Pages: the article on a page, or why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import soupsieve
from bs4 import BeautifulSoup

from posture.errors import Misconfigured, Rejected
from posture.model import FeedItem, Page, Source, Version
from posture.reading.decoding import decode, unpacked
from posture.reading.markup import one_line, plain, soup_of
from posture.reading.pages_body import ENOUGH, Body, body_of
from posture.reading.pages_bylines import byline_of
from posture.reading.pages_data import data_of
from posture.reading.pages_dates import Told, modified_of, published_of
from posture.reading.pages_heading import heading_of, headings
from posture.reading.pages_metadata import Metadata, Twin, metadata_of
from posture.reading.pages_titles import names_of, title_of
from posture.reading.refusals import Gate, NoArticleYet, asks_for_consent, gate_in_title, gate_in_words, gate_of
from posture.text.language import language_of

LARGEST = 5_000_000  # characters: no article page is larger
STUB = 600  # characters: what an outlet shows of a closed article is shorter
REASONS: dict[Gate, tuple[str, str]] = {
    "captcha": ("a gate for robots", "ask the outlet, or use its feed alone"),
    "consent": ("a page that asks for consent", "use another address of the outlet"),
    "paywall": ("a stub for subscribers", "use its feed alone, or subscribe"),
    "missing": ("a page that says it does not exist", "nothing to do: the article is gone"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """An article with what its page says of its other forms."""

    version: Version
    canonical: str | None = None  # the address that the page calls its own
    twins: tuple[Twin, ...] = ()  # AMP form and translations
    is_live: bool = False  # a report that grows all day under one address


def read_page(page: Page, *, item: FeedItem | None = None, source: Source | None = None) -> Version:
    """The article on a page; `Rejected` with the reason when there is none.

    `item` is what the outlet's feed said of it, `source` the outlet.
    """
    return read_page_and_links(page, item=item, source=source).version


def read_page_and_links(page: Page, *, item: FeedItem | None = None, source: Source | None = None) -> PageReading:
    """The article on a page with the addresses of its other forms; `Rejected` with the reason when there is none."""
    markup = _markup(page)
    if gate_in_title(markup) is not None:
        raise _refused(page, gate_in_title(markup))
    # A short article under a banner for cookies looks like a gate until its body is known.
    gate = gate_of(markup)
    try:
        reading = _reading(soup_of(markup), page, item, source)
    except soupsieve.SelectorSyntaxError as error:
        name = source.source_id if source else page.url
        what = f"a selector is no CSS ({str(error).splitlines()[0]})"
        raise Misconfigured(what, item=name, remedy="mend its selectors") from error
    except Rejected as error:
        raise _refused(page, gate, error) from error
    body = reading.version.body
    if gate is None and asks_for_consent(body):
        raise _refused(page, "consent")
    if gate is not None and (gate_in_words(body) or (gate == "paywall" and len(body) < STUB)):
        raise _refused(page, gate)
    return reading


def _refused(page: Page, gate: Gate | None, error: Rejected | None = None) -> Rejected:
    """Why there is no article: the gate when there is one, what reading said otherwise."""
    if gate is not None:
        what, remedy = REASONS[gate]
    elif error is not None:
        what, remedy = error.what, error.remedy
    else:
        what, remedy = "no article", "look at it by hand"
    is_final = gate == "paywall" if gate is not None else not isinstance(error, NoArticleYet)
    return (Rejected if is_final else NoArticleYet)(what, item=page.url, remedy=remedy)


def _markup(page: Page) -> str:
    body = unpacked(page.body, item=page.url)
    kind = page.headers.get("content-type", "")
    if body.startswith(b"%PDF") or re.match(r"\s*(?:image|audio|video)/", kind):
        what = "a PDF" if body.startswith(b"%PDF") else kind
        raise Rejected(f"{what}, not a page", item=page.url, remedy="read it by hand")
    markup = decode(body, content_type=kind)
    if not markup.strip():
        raise NoArticleYet("an empty page", item=page.url, remedy="fetch it again")
    if len(markup) > LARGEST:
        raise Rejected("larger than any article", item=page.url, remedy="look at it by hand")
    return markup


def _reading(soup: BeautifulSoup, page: Page, item: FeedItem | None, source: Source | None) -> PageReading:
    metadata = metadata_of(soup, page.final_url)
    names = names_of(source, metadata.publisher, page.final_url)
    title = title_of(_titles(soup, metadata, item, source), names=names)
    metadata = replace(metadata, data=data_of(soup, title))
    heading = heading_of(soup, title)
    told = Told(item=item, source=source, url=page.final_url, fetched_at=page.fetched_at)
    published = published_of(soup, metadata, told, heading=heading)
    # the body comes last: what is not the article is taken out of the page for it
    modified = modified_of(soup, metadata, told, published=published)
    byline = byline_of(soup, metadata, source=source, heading=heading, names=names)
    body = _body(soup, metadata, title, page, source)
    version = Version(
        title=title,
        body=body.text,
        language=language_of(f"{title}\n{body.text}"),
        published=published,
        modified=modified,
        outlet=source.source_id if source else None,
        byline=byline,
        url=page.final_url,
        reader=body.reader,
    )
    return PageReading(version=version, canonical=metadata.canonical, twins=metadata.twins, is_live=metadata.is_live)


def _titles(soup: BeautifulSoup, metadata: Metadata, item: FeedItem | None, source: Source | None) -> list[str]:
    """What may be the title, in the order of belief."""
    selector = source.selectors.get("title") if source else None
    chosen = [node.get_text(" ") for node in soupsieve.select(selector, soup)[:1]] if selector else []
    headings_1 = [node.get_text(" ") for node in soup.find_all("h1")]
    name = soup.title.get_text(" ") if soup.title else ""
    said = [plain(str(metadata.article.get("headline") or "")), metadata.properties.get("og:title", "")]
    # One heading is the article's; of several, the one that the head names.
    if len(headings_1) > 1:
        headings_1 = [text for text in headings_1 if one_line(text) and one_line(text) in f"{' '.join(said)} {name}"]
    listed = item.title if item else ""
    # a page that is called after its site shows the title that its list gave somewhere in larger letters
    shown = [listed] if listed and heading_of(soup, listed) is not None and not headings_1 else []
    return [
        *chosen,
        *said,
        *headings_1[:1],
        metadata.properties.get("twitter:title", ""),
        *shown,
        name,
        listed,
        # one that begins the title is the title without a tail that we do not know
        *headings(soup),
    ]


def _body(soup: BeautifulSoup, metadata: Metadata, title: str, page: Page, source: Source | None) -> Body:
    text = metadata.article.get("articleBody")
    text = text if isinstance(text, str) else ""
    declared = {
        "json_ld": "\n".join(plain(line) for line in re.split(r"\n|<br\s*/?>|</p>", text)),
        "page_data": str(metadata.data.get("articleBody", "")),
    }
    body = body_of(soup, title=title, declared=declared, selectors=dict(source.selectors) if source else {})
    if metadata.is_closed and (body is None or len(body.text) < STUB):
        raise _refused(page, "paywall")
    if body is not None:
        return body
    summary = plain(metadata.properties.get("og:description", ""))
    if metadata.is_article and title and len(summary) >= ENOUGH:
        return Body(text=summary, reader="description")
    raise NoArticleYet("page has no body text", item=page.url, remedy="add selectors.body for this outlet")
