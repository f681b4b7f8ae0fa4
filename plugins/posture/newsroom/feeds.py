"""Feeds, news sitemaps and list pages of an outlet, as the bytes it would send at a moment of the press clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from posture.newsroom.pages import TEMPLATES, Site, encoded, words
from posture.newsroom.press import Article

CONTENT_TYPES = {
    "rss": "application/rss+xml",
    "rdf": "application/rdf+xml",
    "atom": "application/atom+xml",
    "news_sitemap": "application/xml",
    "html_list": "text/html",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a feed as the template needs it."""

    address: str
    guid: str
    title: str
    summary: str
    text: str
    section: str
    author: str
    date: str
    changed: str
    day: str


def feed(site: Site, articles: Iterable[Article], clock: datetime) -> bytes:
    """The feed of an outlet; `articles` come newest first."""
    shape = site.outlet.feed
    listed = list(articles)[: shape.length]
    if shape.order == "oldest":
        listed.reverse()
    elif shape.order == "title":
        listed.sort(key=lambda article: (article.title, article.id))
    items = [item for article in listed for item in _items(site, article, clock)]
    newest = max((a.modified or a.stated for a in listed), default=datetime(2024, 1, 25, tzinfo=UTC))
    template = TEMPLATES.get_template(f"feed_{shape.kind}.xml" if shape.kind != "html_list" else "feed_html_list.html")
    text = template.render(
        site=site, outlet=site.outlet, words=words(site.outlet.language), items=items, built=_date(site, newest, clock)
    )
    return encoded(text, site.outlet.encoding)


def _items(site: Site, article: Article, clock: datetime) -> Iterable[Item]:
    shape = site.outlet.feed
    addresses = [site.address(article)]
    if shape.twins:
        addresses.append(site.mobile_address(article))
    for address in addresses:
        guid = {"address": address, "number": str(article.number), "one": f"{site.base}/", "none": ""}[shape.guids]
        yield Item(
            address=address + shape.suffix,
            guid=guid,
            title=article.title,
            summary=article.summary if shape.texts != "none" else "",
            text="\n".join(f"<p>{p.removeprefix('## ')}</p>" for p in article.body) if shape.texts == "full" else "",
            section=article.section,
            author=article.byline,
            date=_date(site, article.stated, clock),
            changed=_date(site, article.modified or article.stated, clock),
            day=site.local(article.stated).strftime("%Y-%m-%d"),
        )


def _date(site: Site, moment: datetime, clock: datetime) -> str:
    local = moment.astimezone(ZoneInfo(site.outlet.timezone))
    greenwich = moment.astimezone(UTC)
    styles = {
        "rfc822": format_datetime(greenwich, usegmt=True),
        "rfc822_local": format_datetime(local),
        "iso": greenwich.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "iso_local": local.isoformat(timespec="seconds"),
        "naive": local.strftime("%Y-%m-%d %H:%M:%S"),
        "press_clock": format_datetime(clock.astimezone(UTC), usegmt=True),
        "none": "",
    }
    return styles[site.outlet.feed.dates]
