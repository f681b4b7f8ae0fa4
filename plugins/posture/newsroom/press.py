"""Who prints what, and when: outlets, articles and their edits, as values read from the YAML files beside this module.

Times are aware. An article is told as it stood at a moment: `Article.as_of(clock)` applies the edits made by then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal
from zlib import crc32

import yaml

from posture.errors import Misconfigured

FOLDER = Path(__file__).parent
CORPUS = FOLDER.parents[2] / "seeds" / "corpus"
START = datetime(2024, 1, 25, 0, 0, tzinfo=UTC)
END = datetime(2024, 1, 31, 4, 5, tzinfo=UTC)  # 07:05 in Baghdad, five minutes after the digest is due

FeedKind = Literal["rss", "rdf", "atom", "news_sitemap", "html_list"]
Texts = Literal["full", "summary", "none"]
DateStyle = Literal["rfc822", "rfc822_local", "iso", "iso_local", "naive", "press_clock", "none"]
Order = Literal["newest", "oldest", "title"]
Guids = Literal["address", "number", "one", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """How an outlet lists its articles."""

    path: str
    kind: FeedKind = "rss"
    texts: Texts = "summary"
    dates: DateStyle = "rfc822"
    order: Order = "newest"
    guids: Guids = "address"
    suffix: str = ""  # put behind each address, as campaign parameters are
    twins: bool = False  # lists every article a second time, under its mobile address
    length: int = 40  # how many of the newest are listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A newspaper, agency or channel of the sample press; `number` is the last part of its loopback address."""

    id: str
    number: int
    name_ar: str
    name_en: str
    language: str
    country: str
    ownership: str
    family: str
    feed: Feed
    make: str = "json_ld"  # the template of its article pages
    article_path: str = "/news/{number}"
    encoding: str = "utf-8"
    timezone: str = "Asia/Baghdad"
    role: str = "news"
    tier: int = 2
    colour: str = "#7a1f1f"
    motto: str = ""
    selectors: Mapping[str, str] = field(default_factory=dict)  # what an editor would note down to read its pages
    fault: Mapping[str, Any] = field(default_factory=dict)  # {"name": …, options}: see faults.py

    @property
    def name(self) -> str:
        """The name in the outlet's own language."""
        return self.name_ar if self.language == "ar" else self.name_en


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A change made after publication; `replaced` maps old words to new ones in title and body."""

    at: datetime
    replaced: Mapping[str, str] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    sidebar: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One story as one outlet prints it. A paragraph that begins with `## ` is a subheading."""

    id: str
    story: str
    outlet: str
    published: datetime
    title: str
    body: tuple[str, ...]
    slug: str = ""
    section: str = ""
    byline: str = ""
    caption: str = ""
    dated: datetime | None = None  # what the outlet says, where that is not the truth
    modified: datetime | None = None
    edits: tuple[Edit, ...] = ()
    sidebar: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    twin: str | None = None  # the same report in the outlet's other language
    gone: int | None = None  # status with which its page answers instead

    @property
    def number(self) -> int:
        """The number under which the outlet's own system keeps it."""
        return 100_000 + crc32(self.id.encode()) % 900_000

    @property
    def summary(self) -> str:
        """The first words, cut as feeds cut them."""
        words = self.body[0].split()
        return " ".join(words[:28]) + (" […]" if len(words) > 28 else "")

    @property
    def stated(self) -> datetime:
        """The hour of publication that the outlet states."""
        return self.dated or self.published

    def as_of(self, clock: datetime) -> Article:
        """The article as it stood at this moment."""
        article = self
        for edit in self.edits:
            if edit.at <= clock:
                article = _edited(article, edit)
        return article


def _edited(article: Article, edit: Edit) -> Article:
    def words(text: str) -> str:
        for old, new in edit.replaced.items():
            text = text.replace(old, new)
        return text

    changed = bool(edit.replaced or edit.added)
    return replace(
        article,
        title=words(article.title),
        body=tuple(words(paragraph) for paragraph in article.body) + edit.added,
        modified=edit.at if changed else article.modified,
        sidebar=article.sidebar if edit.sidebar is None else edit.sidebar,
    )


@dataclass(frozen=True, slots=True)
class Press:
    """All outlets and all that they print."""

    outlets: Mapping[str, Outlet]
    articles: Mapping[str, Article]

    def visible(self, outlet: str, clock: datetime) -> tuple[Article, ...]:
        """What this outlet has printed by then, newest first, as it stood then."""
        printed = [a.as_of(clock) for a in self.articles.values() if a.outlet == outlet and a.published <= clock]
        return tuple(sorted(printed, key=lambda a: (a.published, a.id), reverse=True))


@cache
def read_press() -> Press:
    """Read the outlets and stories; raises Misconfigured, naming the file and the article, when they do not fit."""
    outlets = {entry["id"]: _outlet(entry) for entry in read_yaml(FOLDER / "outlets.yml")["outlets"]}
    shared = read_yaml(FOLDER / "background.yml")
    articles: dict[str, Article] = {}
    for path in sorted((FOLDER / "stories").glob("*.yml")):
        for entry in read_yaml(path)["articles"]:
            article = _article(entry, story=path.stem, shared=shared, known=articles)
            if article.outlet not in outlets or article.id in articles:
                raise Misconfigured(
                    "names an unknown outlet, or an id that is taken",
                    item=f"{path.name}: {article.id}",
                    remedy="use an outlet of outlets.yml and an id of its own",
                )
            articles[article.id] = article
    return Press(outlets, articles)


def read_yaml(path: Path) -> Any:
    """One of the files beside this module."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _outlet(entry: Mapping[str, Any]) -> Outlet:
    return Outlet(**{**entry, "feed": Feed(**entry["feed"])})


def _article(
    entry: Mapping[str, Any], *, story: str, shared: Mapping[str, str], known: Mapping[str, Article]
) -> Article:
    values = dict(entry)
    values["body"] = _body(values, shared, known)
    values.setdefault("title", "")
    values["published"] = _moment(values["published"])
    if "dated" in values:
        values["dated"] = _moment(values["dated"])
    values["edits"] = tuple(_edit(edit) for edit in values.get("edits", ()))
    for name in ("sidebar", "comments"):
        values[name] = tuple(values.get(name, ()))
    return Article(story=story, **values)


def _body(values: dict[str, Any], shared: Mapping[str, str], known: Mapping[str, Article]) -> tuple[str, ...]:
    """Paragraphs of an own text, or of another article's with `replaced`, `dropped`, `lead` and `added` applied."""
    copied, seed = values.pop("copies", None), values.pop("republishes", None)
    own = values.pop("body", "")
    replaced, dropped = values.pop("replaced", {}), values.pop("dropped", 0)
    lead, added = values.pop("lead", ""), values.pop("added", "")
    if seed is not None:
        paragraphs = _seed(seed)
    elif copied is not None:
        if copied not in known:
            raise Misconfigured(f"copies {copied!r}, unknown so far", item=values["id"], remedy="move it below")
        paragraphs = known[copied].body
    else:
        paragraphs = _paragraphs(own, shared)
    if lead:
        paragraphs = (*_paragraphs(lead, shared), *paragraphs[1:])
    if dropped:
        paragraphs = paragraphs[:-dropped]
    for old, new in replaced.items():
        if not any(old in paragraph for paragraph in paragraphs):
            raise Misconfigured(f"does not hold the words {old!r}", item=values["id"], remedy="mend `replaced`")
        paragraphs = tuple(paragraph.replace(old, new) for paragraph in paragraphs)
    return (*paragraphs, *_paragraphs(added, shared))


def _paragraphs(text: str, shared: Mapping[str, str]) -> tuple[str, ...]:
    found = (" ".join(block.split()) for block in text.split("\n\n"))
    return tuple(shared[block[1:]] if block.startswith("@") else block for block in found if block)


def _seed(prefix: str) -> tuple[str, ...]:
    path = next(CORPUS.glob(f"{prefix}_*.txt"), None)
    if path is None:
        raise Misconfigured("seed article is not there", item=f"{CORPUS}/{prefix}_*.txt", remedy="restore seeds/corpus")
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines[1:] if line.strip())


def _edit(entry: Mapping[str, Any]) -> Edit:
    sidebar = entry.get("sidebar")
    return Edit(
        at=_moment(entry["at"]),
        replaced=entry.get("replaced", {}),
        added=tuple(entry.get("added", ())),
        sidebar=None if sidebar is None else tuple(sidebar),
    )


def _moment(value: datetime | str) -> datetime:
    """A moment of the story files; the YAML reader has turned one with an offset into an aware datetime."""
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise Misconfigured("moment without offset", item=str(value), remedy="write +03:00 behind it")
    return moment
