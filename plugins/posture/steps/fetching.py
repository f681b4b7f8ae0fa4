"""Articles fetched for the first time, tried again, or looked at again for edits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from posture.adapters.database import Session
from posture.adapters.web_errors import FetchFailed, FetchRefused
from posture.adapters.world import World
from posture.errors import Misconfigured
from posture.model import Page
from posture.steps import rows

# A fetch that failed in passing is tried again after this long, and after the last of them given up.
TRY_AGAIN_AFTER = (timedelta(minutes=15), timedelta(hours=1), timedelta(hours=6), timedelta(days=1))
# An article is looked at again this long after the look before: edits cluster in the first hours.
LOOK_AGAIN_AFTER = (timedelta(hours=5), timedelta(hours=18), timedelta(hours=48))
# What could not be asked because our own workers were in the way waits for the next run.
NEXT_RUN = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An article whose page is to be fetched; `look` says that it is known and may have been edited."""

    article_id: int
    source_id: str
    url: str
    tries: int
    looks: int
    look: bool
    etag: str | None = None
    modified: str | None = None
    body_sha256: str | None = None


def wanted_at(world: World, session: Session, run_id: int, source_ids: Sequence[str]) -> list[Wanted]:
    """The articles of these sources to be fetched now: never fetched, to be tried again, or to be looked at again.

    Theirs are those of their own outlets, and those of others that they showed in this run.
    """
    found = session.rows("article.wanted", run_id=run_id, source_ids=source_ids, now=world.now)
    return [Wanted(**row) for row in found]


def fetch(world: World, wanted: Wanted) -> Page | FetchFailed | FetchRefused:
    """The page, or why there is none: one article that fails must not end the others."""
    if world.web is None:
        raise Misconfigured("has no web", item=world.run, remedy="open the world with one")
    try:
        return world.web.get(wanted.url, etag=wanted.etag, modified=wanted.modified)
    except (FetchFailed, FetchRefused) as error:
        return error


def keep(world: World, session: Session, wanted: Wanted, answer: Page | FetchFailed | FetchRefused) -> str:
    """Keep what came of a fetch; the outcome for the tally."""
    is_busy = isinstance(answer, FetchFailed) and answer.kind == "busy"
    if wanted.look and not is_busy:
        session.run("article.looked", article_id=wanted.article_id, next_look_at=_next_look(world, wanted))
    if not isinstance(answer, Page):
        return _fail(world, session, wanted, answer)
    if answer.status == 304 or (wanted.look and rows.bytes_sha256(answer.body) == wanted.body_sha256):
        _settle(session, wanted, "known", "looked at again: the page is the same")
        return "known"
    page_id = session.value("page.keep", kind="article", source_id=wanted.source_id, **rows.page_values(answer))
    session.run("article.keep_page", article_id=wanted.article_id, page_id=page_id)
    return "kept"


def _fail(world: World, session: Session, wanted: Wanted, error: FetchFailed | FetchRefused) -> str:
    wait = _wait(wanted, error)
    session.run(
        "article.fail",
        article_id=wanted.article_id,
        reason=str(error),
        sent=error.kind != "busy",
        next_try_at=None if wait is None else world.now + wait,
    )
    _settle(session, wanted, "known" if wanted.look else "failed", str(error))
    return "failed"


def _wait(wanted: Wanted, error: FetchFailed | FetchRefused) -> timedelta | None:
    """How long until the next try; None to give up."""
    if error.kind == "busy":
        return NEXT_RUN
    if not isinstance(error, FetchFailed) or wanted.tries >= len(TRY_AGAIN_AFTER):
        return None
    return max(TRY_AGAIN_AFTER[wanted.tries], timedelta(seconds=error.retry_after_s or 0.0))


def _next_look(world: World, wanted: Wanted) -> object:
    return world.now + LOOK_AGAIN_AFTER[wanted.looks] if wanted.looks < len(LOOK_AGAIN_AFTER) else None


def _settle(session: Session, wanted: Wanted, outcome: str, reason: str) -> None:
    session.run("books.settle", article_id=wanted.article_id, outcome=outcome, reason=reason)
