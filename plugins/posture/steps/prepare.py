"""Make the database ready: its shape, the sources, the names, and the seed corpus understood like any article."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from posture.adapters.corpus import SOURCE_ID, SeedArticle, read_corpus
from posture.adapters.database import Session, json_value
from posture.adapters.migrations import migrate, rebuild_views
from posture.adapters.world import World
from posture.lexicon.entries import Entry
from posture.model import FeedItem, Page, Source, Tally
from posture.steps import rows, understand

# The corpus stands in the table of sources so that its articles have an outlet, but it is never polled.
_CORPUS = (
    SOURCE_ID, "مواد التأسيس", "Seed corpus", "seeds/corpus", "corpus",
    "ar", None, None, SOURCE_ID, "corpus", "off", None,
)  # fmt: skip
_RUN = "seed corpus"


def prepare(world: World) -> Tally:
    """Migrate, rebuild the views, load sources, names and seed corpus. May be run at any time, and again."""
    migrated = migrate(world.database)
    views = rebuild_views(world.database)
    sources = load_sources(world)
    entities = load_entities(world)
    seeded = _load_corpus(world)
    return Tally({
        "migrations": migrated, "views": views, "sources": sources, "entities": entities, "seed_articles": seeded,
    })  # fmt: skip


def load_sources(world: World) -> int:
    """Take over the sources as the seeds describe them now; how many there are."""
    sources = list(world.seeds.sources.values())
    loaded = [_source_row(source, world.now) for source in sources]
    with world.database.transaction() as session:
        session.many("source.load", [*loaded, (*_CORPUS, world.now)])
        session.run("source.retire", named=[source.source_id for source in sources])
    return len(sources)


def _source_row(source: Source, now: datetime) -> tuple[object, ...]:
    return (
        source.source_id,
        source.name_ar,
        source.name_en,
        source.address,
        source.kind,
        source.language,
        source.country,
        source.ownership,
        source.family,
        source.role,
        source.status,
        source.rhythm_hours,
        now,
    )


def load_entities(world: World) -> int:
    """Load the names of the lexicon with their places, and forget those that it names no more; how many there are."""
    entries = list(world.seeds.lexicon.entries.values())
    with world.database.transaction() as session:
        session.many("entity.load", [_entity_row(entry, world.now) for entry in entries])
        session.run("entity.forget", named=[entry.id for entry in entries])
        session.run("entity.forget_tenures")
        held = [(entry.id, term.office, term.from_, term.to) for entry in entries for term in entry.holds]
        session.many("entity.load_tenures", held)
    return len(entries)


def _entity_row(entry: Entry, now: datetime) -> tuple[object, ...]:
    return (
        entry.id,
        entry.kind,
        entry.name_en,
        entry.name_ar,
        entry.country,
        entry.province,
        entry.part_of,
        entry.lat,
        entry.lon,
        now,
    )


def _load_corpus(world: World) -> int:
    """Keep the seed articles as pages and understand them; how many were new."""
    with world.database.transaction() as session:
        run_id = session.value("books.open_run", name=_RUN, now=world.now)
        session.run(
            "books.add_poll",
            run_id=run_id,
            source_id=SOURCE_ID,
            outcome="ok",
            seen=0,
            listed=None,
            undated=None,
            skipped=0,
            message=None,
            page_id=None,
        )
        articles = read_corpus()
        new = sum(_keep(world, session, run_id, article) for article in articles)
        session.run("books.count_seen", run_id=run_id, source_id=SOURCE_ID, seen=len(articles))
        session.run("books.end_collecting", name=_RUN, now=world.now)
        understood = session.value("books.closed_at", name=_RUN)
    # Only the corpus is understood here: what else waits is left to its own run, which may not have seen all of it yet.
    if understood is None:
        understand.read(world)
        _sign(world, articles)
        for step in (understand.extract, understand.match, understand.group, understand.books):
            step(world)
    return new


def _sign(world: World, articles: Iterable[SeedArticle]) -> None:
    """Write down whose text each seed article is, where it is known."""
    with world.database.transaction() as session:
        for article in articles:
            if article.agency is not None:
                session.run("version.sign", address=f"seed:{article.name}", agency=article.agency)


def _keep(world: World, session: Session, run_id: int, article: SeedArticle) -> bool:
    item = FeedItem(url=f"seed:{article.name}", title=article.title, published=article.published)
    article_id = session.value(
        "article.see",
        address=item.url,
        url=item.url,
        source_id=SOURCE_ID,
        item=json_value(rows.item_values(item)),
        state="wanted",
        now=world.now,
    )
    if article_id is None:
        return False
    page = Page(
        url=item.url,
        final_url=item.url,
        status=200,
        headers={"content-type": "text/plain; charset=utf-8"},
        body=article.text,
        fetched_at=world.now,
    )
    page_id = session.value("page.keep", kind="article", source_id=SOURCE_ID, **rows.page_values(page))
    session.run("article.keep_page", article_id=article_id, page_id=page_id)
    session.run("books.add_sighting", run_id=run_id, source_id=SOURCE_ID, article_id=article_id)
    return True
