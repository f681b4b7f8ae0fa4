"""Article pages and front pages, each make with its own furniture: sidebars, related links, comments, banners."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from posture.newsroom.press import FOLDER, Article, Outlet

TEMPLATES = Environment(
    loader=FileSystemLoader(FOLDER / "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)

# Month names as newspapers of Baghdad and Beirut print them.
LEVANTINE_MONTHS = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
    "كانون الأول",
)  # fmt: skip
WEEKDAYS = ("الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
FURNITURE: Mapping[str, Mapping[str, str]] = yaml.safe_load((FOLDER / "furniture.yml").read_text(encoding="utf-8"))
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class Site:
    """An outlet at the address where it is served."""

    outlet: Outlet
    base: str  # http://127.0.1.11:8099

    def address(self, article: Article) -> str:
        """Where the article is read."""
        return self.base + self.path(article)

    def mobile_address(self, article: Article) -> str:
        """The same article for telephones."""
        return f"{self.base}/m{self.path(article)}"

    def path(self, article: Article) -> str:
        """The part of the address behind the host."""
        day = self.local(article.published)
        slug = quote(article.slug or str(article.number))
        return self.outlet.article_path.format(number=article.number, slug=slug, day=day.strftime("%Y/%m/%d"))

    def local(self, moment: datetime) -> datetime:
        """The moment on the outlet's own clock."""
        return moment.astimezone(ZoneInfo(self.outlet.timezone))

    def dateline(self, moment: datetime) -> str:
        """Day and hour as the outlet prints them."""
        local = self.local(moment)
        if self.outlet.language != "ar":
            return f"{local:%A}, {local.day} {local:%B %Y}, {local:%H:%M}"
        month = LEVANTINE_MONTHS[local.month - 1]
        return f"{WEEKDAYS[local.weekday()]} {local.day} {month} {local.year} - {local:%H:%M}"

    def dateline_in_arabic_digits(self, moment: datetime) -> str:
        """The same with Arabic-Indic digits."""
        return self.dateline(moment).translate(ARABIC_INDIC)


def article_page(site: Site, article: Article, others: Sequence[Article], *, twin: str | None = None) -> bytes:
    """The page of an article; `others` are the outlet's other articles, newest first, for its sidebars."""
    template = TEMPLATES.get_template(f"page_{site.outlet.make}.html")
    text = template.render(
        site=site,
        outlet=site.outlet,
        article=article,
        others=others,
        twin=twin,
        words=words(site.outlet.language),
        linked_data=Markup(_linked_data(site, article)),  # noqa: S704 -- our own JSON with < escaped
    )
    return encoded(text, site.outlet.encoding)


def front_page(site: Site, articles: Sequence[Article], clock: datetime) -> bytes:
    """The front page, newest first."""
    text = TEMPLATES.get_template("front.html").render(
        site=site, outlet=site.outlet, articles=articles, clock=clock, words=words(site.outlet.language)
    )
    return encoded(text, site.outlet.encoding)


def encoded(text: str, encoding: str) -> bytes:
    """The text in the outlet's encoding; characters that it lacks become character references."""
    return text.encode(encoding, errors="xmlcharrefreplace")


def _linked_data(site: Site, article: Article) -> str:
    news = {
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": site.local(article.stated).isoformat(timespec="seconds"),
        "dateModified": site.local(article.modified or article.stated).isoformat(timespec="seconds"),
        "inLanguage": site.outlet.language,
        "articleSection": article.section,
        "author": {"@type": "Organization", "name": article.byline or site.outlet.name},
        "publisher": {"@type": "NewsMediaOrganization", "name": site.outlet.name, "url": site.base},
        "mainEntityOfPage": site.address(article),
    }
    if site.outlet.make != "graph":
        return _json({"@context": "https://schema.org", **news})
    around = [
        {"@type": "WebSite", "@id": f"{site.base}/#website", "name": site.outlet.name, "url": site.base},
        {"@type": "WebPage", "@id": site.address(article), "datePublished": "2021-03-01T08:00:00+00:00"},
        {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": article.section}]},
    ]
    return _json({"@context": "https://schema.org", "@graph": [*around, news]})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1).replace("<", "\\u003c")


def words(language: str) -> Mapping[str, str]:
    """The words around an article in this language."""
    return FURNITURE[language]
