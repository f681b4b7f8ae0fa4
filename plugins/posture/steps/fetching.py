"""Articles fetched for the first time, tried again, or looked at again for edits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from posture.adapters.database import Row, Session
from posture.adapters.web_errors import FetchFailed, FetchRefused
from posture.adapters.world import World
from posture.errors import Misconfigured, Rejected
from posture.model import Page
from posture.steps import rows

# An article that could not be had is tried again after this long, and after the last of them given up: outlets list
# articles before their pages stand, and close their gates for days.
TRY_AGAIN_AFTER = (
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=6),
    timedelta(days=1),
    timedelta(days=2),
    timedelta(days=4),
)
# A look that failed is taken again so often before it counts as taken: the article is known, its edits may not be.
MOST_TRIES_OF_A_LOOK = 3
# What an outlet says of an article that it took down.
TAKEN_DOWN = frozenset({404, 410})
# What may be mended where the outlet or the line is: the answers that no patience changes are left out.
PASSING = frozenset({"status", "robots", "encoding", "redirects"})
# An article is looked at again this long after the look before: edits cluster in the first hours.
LOOK_AGAIN_AFTER = (timedelta(hours=5), timedelta(hours=18), timedelta(hours=48))
# The last look asks for the whole page: caches answer "not modified" over pages that were edited.
LAST_LOOK = len(LOOK_AGAIN_AFTER)
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
    etag, modified = (None, None) if wanted.looks == LAST_LOOK else (wanted.etag, wanted.modified)
    try:
        return world.web.get(wanted.url, etag=etag, modified=modified)
    except (FetchFailed, FetchRefused) as error:
        return error


def keep(world: World, session: Session, wanted: Wanted, answer: Page | FetchFailed | FetchRefused) -> str:
    """Keep what came of a fetch; the outcome for the tally."""
    if not isinstance(answer, Page):
        return _fail(world, session, wanted, answer)
    if wanted.look:
        session.run("article.looked", article_id=wanted.article_id, next_look_at=_next_look(world, wanted))
    if answer.status == 304 or (wanted.look and rows.bytes_sha256(answer.body) == wanted.body_sha256):
        session.run("article.was_read", article_id=wanted.article_id)
        _settle(session, wanted, "known", "looked at again: the page is the same")
        return "known"
    page_id = session.value("page.keep", kind="article", source_id=wanted.source_id, **rows.page_values(answer))
    session.run("article.keep_page", article_id=wanted.article_id, page_id=page_id)
    return "kept"


def put_off(world: World, session: Session, item: Row, error: Rejected) -> None:
    """A page was kept that is not the article: ask again later, with growing gaps. `item` is a row of what is read."""
    wait = _gap(item["tries"])
    if not item["has_text"]:
        _try_later(world, session, item["article_id"], str(error), wait)
    elif wait is not None and item["tries"] < MOST_TRIES_OF_A_LOOK:
        _look_later(world, session, item["article_id"], str(error), wait)
    else:
        session.run("article.was_read", article_id=item["article_id"])


def _fail(world: World, session: Session, wanted: Wanted, error: FetchFailed | FetchRefused) -> str:
    if error.kind == "busy":
        if not wanted.look:  # a look that was not taken is still due
            _try_later(world, session, wanted.article_id, str(error), NEXT_RUN, sent=False)
    elif not wanted.look:
        _try_later(world, session, wanted.article_id, str(error), _wait(wanted, error))
    elif (wait := _wait_of_look(wanted, error)) is not None:
        _look_later(world, session, wanted.article_id, str(error), wait)
    else:
        session.run("article.looked", article_id=wanted.article_id, next_look_at=_next_look(world, wanted))
        session.run("article.look_failed", article_id=wanted.article_id, reason=str(error))
    _settle(session, wanted, "known" if wanted.look else "failed", str(error))
    return "failed"


def _wait(wanted: Wanted, error: FetchFailed | FetchRefused) -> timedelta | None:
    """How long until the next try; None to give up."""
    gap = _gap(wanted.tries) if isinstance(error, FetchFailed) or error.kind in PASSING else None
    if gap is None or error.status == 410:
        return None
    return max(gap, timedelta(seconds=error.retry_after_s or 0.0))


def _wait_of_look(wanted: Wanted, error: FetchFailed | FetchRefused) -> timedelta | None:
    """How long until a look is taken again; None when this one is spent."""
    is_spent = wanted.tries >= MOST_TRIES_OF_A_LOOK or error.status in TAKEN_DOWN
    return None if is_spent else _wait(wanted, error)


def _gap(tries: int) -> timedelta | None:
    return TRY_AGAIN_AFTER[tries] if tries < len(TRY_AGAIN_AFTER) else None


def _try_later(
    world: World, session: Session, article_id: int, reason: str, wait: timedelta | None, *, sent: bool = True
) -> None:
    next_try_at = None if wait is None else world.now + wait
    session.run("article.fail", article_id=article_id, reason=reason, sent=sent, next_try_at=next_try_at)


def _look_later(world: World, session: Session, article_id: int, reason: str, wait: timedelta) -> None:
    session.run(
        "article.look_later", article_id=article_id, reason=reason, next_look_at=world.now + wait, now=world.now
    )


def _next_look(world: World, wanted: Wanted) -> object:
    return world.now + LOOK_AGAIN_AFTER[wanted.looks] if wanted.looks < LAST_LOOK else None


def _settle(session: Session, wanted: Wanted, outcome: str, reason: str) -> None:
    session.run("books.settle", article_id=wanted.article_id, outcome=outcome, reason=reason)
