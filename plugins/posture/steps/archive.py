"""Hand kept pages over as a WARC file, and take such a file in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from posture.adapters.archive import Kept, read_archive, write_archive
from posture.adapters.database import Session, json_value
from posture.adapters.world import World
from posture.errors import Rejected
from posture.model import FeedItem, Tally
from posture.steps import rows


def export(world: World, path: Path, *, first: date | None, last: date | None) -> Tally:
    """Write the pages fetched from the first to the last day, all when none is given."""
    with world.database.transaction() as session:
        ids = [row["page_id"] for row in session.rows("archive.page_ids", first=first, last=last)]
        return Tally({"pages": write_archive(path, _kept(session, ids))})


def take_in(world: World, path: Path) -> Tally:
    """Keep the pages of a WARC file; those kept before are passed over. Understanding them is the next steps' work.

    Raises Rejected when a page names a source that the seeds do not have.
    """
    counts = {"pages": 0, "known": 0}
    for kept in read_archive(path):
        with world.database.transaction() as session:
            counts["pages" if _take_in(world, session, kept) else "known"] += 1
    return Tally(counts)


def _kept(session: Session, page_ids: list[int]) -> Iterator[Kept]:
    for page_id in page_ids:
        for row in session.rows("archive.page", page_id=page_id):
            yield Kept(
                page=rows.page_of(row),
                kind=row["kind"],
                source_id=row["source_id"],
                article=row["address"],
                item=row["item"],
            )


def _take_in(world: World, session: Session, kept: Kept) -> bool:
    page = kept.page
    if session.value("archive.has_source", source_id=kept.source_id) is None:
        raise Rejected("names no source that we know", item=f"{page.url} ({kept.source_id!r})", remedy="add the source")
    sha256 = rows.bytes_sha256(page.body)
    if session.value("archive.same", url=page.url, fetched_at=page.fetched_at, body_sha256=sha256) is not None:
        return False
    page_id = session.value("page.keep", kind=kept.kind, source_id=kept.source_id, **rows.page_values(page))
    if kept.article is not None:
        item = kept.item or rows.item_values(FeedItem(url=page.url))
        session.value(
            "article.see",
            address=kept.article,
            url=item["url"],
            source_id=kept.source_id,
            item=json_value(item),
            state="wanted",
            now=world.now,
        )
        found = session.row("article.at", address=kept.article)
        if found is not None:
            session.run("article.keep_page", article_id=found["article_id"], page_id=page_id)
    return True
