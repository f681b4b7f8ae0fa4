"""From kept pages to stories: read, extract, match, group, weigh, and the books.

Each function does what is pending and returns its tally; each may be run again, killed, or run twice at once.
"""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

from posture.adapters.database import Row, Session, json_value
from posture.adapters.world import World
from posture.errors import Rejected
from posture.extracting.extraction import extract as extract_claims
from posture.lexicon.mentions import mentions_of
from posture.matching.forms import is_same_text
from posture.matching.freshness import claim_key, evidence_sentence_key
from posture.model import Page, Tally, Version
from posture.reading.decoding import decode
from posture.reading.pages import PageReading, read_page_and_links
from posture.reading.refusals import NoArticleYet, is_html
from posture.reading.relevance import judge
from posture.reading.texts import read_text
from posture.steps import fetching, rows
from posture.steps.grouping import group
from posture.steps.matching import match
from posture.steps.pending import each
from posture.steps.reviews import reviewed
from posture.text.addresses import canonical

__all__ = ["books", "extract", "group", "match", "read", "reading_of"]

# An article on the topic is looked at again this long after it was first kept: edits cluster in the first hours.
FIRST_LOOK_AFTER = timedelta(hours=1)


def read(world: World) -> Tally:
    """Read every kept page that waits: its text, its dates, and whether it is on the topic."""
    return each(world, "version.next_unread", _read_one, reject=_reject_page)


def extract(world: World) -> Tally:
    """Find names, claims and warnings in every text on the topic that waits."""
    return each(world, "version.next_unextracted", _extract_one, reject=_reject_version)


def _read_one(world: World, session: Session, item: Row) -> str:
    try:
        reading = reading_of(world, rows.page_of(item), item)
    except NoArticleYet as error:
        fetching.put_off(world, session, item, error)
        _reject_page(world, session, item, str(error))
        return "failed"
    version, article_id = reading.version, item["article_id"]
    sha256 = rows.text_sha256(version)
    session.run("version.mark_read", article_id=article_id, page_id=item["page_id"], now=world.now, rejected=None)
    session.run("article.was_read", article_id=article_id)
    other = None if item["has_text"] else _other_form(world, session, item, reading.canonical)
    if other is not None and _has_text(session, other["article_id"], version):
        session.run("article.is_form_of", article_id=article_id, same_as=other["article_id"])
        _settle(session, article_id, "known", f"another form of {other['url']}, with the same text")
        return "known"
    if session.value("version.same_text", article_id=article_id, text_sha256=sha256) is not None:
        _settle(session, article_id, "known", "looked at again: the text is the same")
        return "known"
    mentions = mentions_of(version, world.seeds.lexicon)
    relevance = reviewed(session, article_id, judge(version, mentions, world.seeds.lexicon))
    session.row(
        "version.add",
        article_id=article_id,
        page_id=item["page_id"],
        **rows.version_values(version),
        on_topic=relevance.on_topic,
        held=relevance.held,
        score=relevance.score,
        because=json_value(rows.because_values(relevance)),
        now=world.now,
        rules=world.seeds.rules,
    )
    if relevance.held:
        _settle(session, article_id, "held", "borderline: a person decides whether it is on the topic")
        return "held"
    if not relevance.on_topic:
        _settle(session, article_id, "off_topic", f"scores {relevance.score:.2f} for the topic")
        return "off_topic"
    session.run("article.look_again", article_id=article_id, first_look_at=world.now + FIRST_LOOK_AFTER)
    return "on_topic"


def reading_of(world: World, page: Page, item: Row) -> PageReading:
    """The text of a kept page; `item` is its row with what the list said of the article."""
    kind = page.headers.get("content-type", "")
    # servers that do not know an ending call every page plain text
    if kind.strip().lower().startswith("text/plain") and not is_html(text := decode(page.body, content_type=kind)):
        return PageReading(version=_text_version(text, item))
    source = world.seeds.sources.get(item["source_id"])
    return read_page_and_links(page, item=rows.item_of(item["item"]), source=source)


def _other_form(world: World, session: Session, item: Row, own_address: str | None) -> Row | None:
    """The known article of the same host that a page names as its own address, when it is not the page itself."""
    if own_address is None:
        return None
    source = world.seeds.sources.get(item["source_id"])
    try:
        address = world.seeds.outlets.key(source, own_address) if source else canonical(own_address)
    except Rejected:
        return None  # a page may name anything as its address
    if address == item["address"] or urlsplit(address).netloc != urlsplit(item["address"]).netloc:
        return None
    return session.row("article.at", address=address)


def _has_text(session: Session, article_id: int, version: Version) -> bool:
    """Whether an article had this text: templates call the wrong address their own, and so do translations."""
    known = session.rows("version.texts_of", article_id=article_id)
    return any(is_same_text(version, rows.version_of(row)) for row in known)


def _text_version(text: str, item: Row) -> Version:
    known = rows.item_of(item["item"])
    before, title, after = text.partition(known.title)
    return read_text(
        after if title and len(before) < len(after) else text, title=known.title, published=known.published
    )


def _reject_page(world: World, session: Session, item: Row, reason: str) -> None:
    session.run(
        "version.mark_read", article_id=item["article_id"], page_id=item["page_id"], now=world.now, rejected=reason
    )
    _settle(session, item["article_id"], "failed", reason)


def _extract_one(world: World, session: Session, item: Row) -> str:
    version_id, version = item["version_id"], rows.version_of(item)
    found = extract_claims(version, world.seeds.lexicon, world.seeds.phrases)
    session.run("version.forget_extraction", version_id=version_id)
    session.many("version.add_mentions", rows.mention_rows(version_id, found.mentions))
    for number, claim in enumerate(found.claims, start=1):
        claim_id = session.value(
            "version.add_claim",
            version_id=version_id,
            number=number,
            **rows.claim_values(claim),
            key=claim_key(claim),
            sentence_key=evidence_sentence_key(version, claim),
            rules=world.seeds.rules,
        )
        session.many("version.add_evidence", rows.evidence_rows(claim_id, claim))
    session.many(
        "version.add_warnings",
        [
            (version_id, number, each.kind, each.message, each.where, each.span.start, each.span.end)
            for number, each in enumerate(found.warnings, start=1)
        ],
    )
    _mark_extracted(world, session, version_id, found.agency)
    return "extracted" if found.claims else "without_claims"


def _reject_version(world: World, session: Session, item: Row, reason: str) -> None:
    # The text stays, without claims, and goes on to be matched: a failure of ours must not hide a story.
    session.many("version.add_warnings", [(item["version_id"], 1, "extraction_failed", reason, "title", 0, 1)])
    _mark_extracted(world, session, item["version_id"], None)


def _mark_extracted(world: World, session: Session, version_id: int, agency: str | None) -> None:
    session.run("version.mark_extracted", version_id=version_id, now=world.now, rules=world.seeds.rules, agency=agency)


def _settle(session: Session, article_id: int, outcome: str, reason: str) -> None:
    session.run("books.settle", article_id=article_id, outcome=outcome, reason=reason)


def books(world: World) -> Tally:
    """Close the books of every run that has collected: each address seen ended in exactly one state.

    Raises Rejected, naming run and sources, when they do not balance; the run is red and stays open.
    """
    closed, open_ = 0, []
    with world.database.transaction() as session:
        for run in session.rows("books.collected"):
            wrong = session.rows("books.unbalanced", run_id=run["run_id"])
            if wrong:
                open_ += [
                    f"{run['name']} at {each['source_id']} ({each['pending']} of {each['seen']} open)" for each in wrong
                ]
                continue
            session.run("books.close", run_id=run["run_id"], now=world.now)
            closed += 1
    if open_:
        remedy = "list them in posture.sighting where outcome is null, mend the cause, then clear the task"
        raise Rejected("the books do not balance", item="; ".join(open_), remedy=remedy)
    return Tally({"closed": closed})
