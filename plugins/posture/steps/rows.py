"""Rows of the database as the values that stages pass, and back."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from posture.adapters.database import Row, Session
from posture.collecting.leads import headline_key
from posture.matching.trimming import title_core
from posture.model import (
    Claim,
    Dated,
    Evidence,
    Extraction,
    FeedItem,
    Mention,
    Page,
    Relevance,
    Report,
    Span,
    Version,
)


def text_sha256(version: Version) -> str:
    """What tells two texts of one article apart."""
    return hashlib.sha256(f"{version.title}\n{version.body}".encode()).hexdigest()


def headline_of(title: str) -> str:
    """What tells that two headlines are one, whoever printed them; empty when there is none."""
    return headline_key(title_core(title))


def bytes_sha256(body: bytes) -> str:
    """What tells two answers of a server apart."""
    return hashlib.sha256(body).hexdigest()


def packed(body: bytes) -> bytes:
    """A page's bytes as they are kept."""
    return zlib.compress(body, level=6)


def page_values(page: Page) -> dict[str, Any]:
    """The columns of a page."""
    return {
        "url": page.url,
        "final_url": page.final_url,
        "status": page.status,
        "headers": json.dumps(dict(page.headers)),
        "body": packed(page.body),
        "body_sha256": bytes_sha256(page.body),
        "fetched_at": page.fetched_at,
    }


def page_of(row: Row) -> Page:
    """A kept page."""
    return Page(
        url=row["url"],
        final_url=row["final_url"],
        status=row["status"],
        headers=row["headers"],
        body=zlib.decompress(bytes(row["body"])),
        fetched_at=row["fetched_at"],
    )


def item_values(item: FeedItem) -> dict[str, Any]:
    """What a list said of an article, for a jsonb column."""
    return {
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "guid": item.guid,
        "published": None if item.published is None else _dated_values(item.published),
        "modified": None if item.modified is None else _dated_values(item.modified),
        "publisher": item.publisher,
    }


def item_of(values: Mapping[str, Any]) -> FeedItem:
    """What a list said of an article."""
    published, modified = values.get("published"), values.get("modified")
    return FeedItem(
        url=values["url"],
        title=values.get("title", ""),
        summary=values.get("summary", ""),
        guid=values.get("guid"),
        published=None if published is None else _dated_of(published),
        modified=None if modified is None else _dated_of(modified),
        publisher=values.get("publisher", ""),
    )


def version_values(version: Version) -> dict[str, Any]:
    """The columns of a version that come from its text and dates."""
    return {
        "title": version.title,
        "headline": headline_of(version.title),
        "body": version.body,
        "text_sha256": text_sha256(version),
        "language": version.language,
        **_dated_columns("published", version.published),
        **_dated_columns("modified", version.modified),
        "outlet": version.outlet,
        "byline": version.byline,
        "url": version.url,
        "reader": version.reader,
    }


def version_of(row: Row) -> Version:
    """A stored version."""
    return Version(
        title=row["title"],
        body=row["body"],
        language=row["language"],
        published=_dated_from(row, "published"),
        modified=_dated_from(row, "modified"),
        outlet=row["outlet"],
        byline=row["byline"],
        url=row["url"],
        reader=row["reader"],
    )


def because_values(relevance: Relevance) -> list[dict[str, Any]]:
    """The words that say an article is on the topic, for a jsonb column."""
    return [
        {"name": why.name, "in": why.where, "start": why.span.start, "end": why.span.end, "quote": why.quote}
        for why in relevance.because
    ]


def mention_rows(version_id: int, mentions: Iterable[Mention]) -> list[Sequence[object]]:
    """Mentions as rows."""
    return [
        (version_id, each.entity, each.kind, each.where, each.span.start, each.span.end, each.quote, each.warning)
        for each in mentions
    ]


def claim_values(claim: Claim) -> dict[str, Any]:
    """The columns of a claim that come from its fields."""
    casualties = claim.casualties
    return {
        "kind": claim.kind,
        "count_low": claim.count_low,
        "count_high": claim.count_high,
        "about": claim.about,
        "bound": claim.bound,
        "force": claim.force,
        "role": claim.role,
        "place": claim.place,
        "as_of": claim.as_of,
        "from_on": claim.from_,
        "to_on": claim.to,
        "event": claim.event,
        "target": claim.target,
        "killed": None if casualties is None else casualties.get("killed"),
        "wounded": None if casualties is None else casualties.get("wounded"),
        "casualties": None if casualties is None else json.dumps(dict(casualties)),
        "polarity": claim.polarity,
        "modality": claim.modality,
        "speaker": claim.speaker,
        "via": claim.via,
        "confidence": claim.confidence,
        "rule": claim.rule,
    }


def evidence_rows(claim_id: int, claim: Claim) -> list[Sequence[object]]:
    """The evidence of a claim as rows."""
    return [
        (claim_id, number, each.role, each.where, each.span.start, each.span.end, each.quote)
        for number, each in enumerate(claim.evidence, start=1)
    ]


def reports(session: Session, version_ids: Sequence[int]) -> dict[int, Report]:
    """Stored versions with what was found in them, by version id."""
    if not version_ids:
        return {}
    ids = list(version_ids)
    mentions: dict[int, list[Mention]] = defaultdict(list)
    for row in session.rows("match.mentions", version_ids=ids):
        mentions[row["version_id"]].append(_mention_of(row))
    evidence: dict[int, list[Evidence]] = defaultdict(list)
    for row in session.rows("match.evidence", version_ids=ids):
        evidence[row["claim_id"]].append(_evidence_of(row))
    claims: dict[int, list[Claim]] = defaultdict(list)
    for row in session.rows("match.claims", version_ids=ids):
        claims[row["version_id"]].append(_claim_of(row, tuple(evidence[row["claim_id"]])))
    return {
        row["version_id"]: _report_of(row, mentions[row["version_id"]], claims[row["version_id"]])
        for row in session.rows("match.versions", version_ids=ids)
    }


def _report_of(row: Row, mentions: Sequence[Mention], claims: Sequence[Claim]) -> Report:
    return Report(
        key=str(row["version_id"]),
        version=version_of(row),
        extraction=Extraction(mentions=tuple(mentions), claims=tuple(claims), agency=row["agency"]),
        article=row["address"],
    )


def _mention_of(row: Row) -> Mention:
    return Mention(
        entity=row["entity"],
        kind=row["kind"],
        where=row["field"],
        span=Span(row["start_at"], row["end_at"]),
        quote=row["quote"],
        warning=row["warning"],
    )


def _evidence_of(row: Row) -> Evidence:
    return Evidence(role=row["role"], where=row["field"], span=Span(row["start_at"], row["end_at"]), quote=row["quote"])


def _claim_of(row: Row, evidence: tuple[Evidence, ...]) -> Claim:
    return Claim(
        kind=row["kind"],
        evidence=evidence,
        rule=row["rule"],
        confidence=row["confidence"],
        count_low=row["count_low"],
        count_high=row["count_high"],
        about=row["about"],
        bound=row["bound"],
        force=row["force"],
        role=row["role"],
        place=row["place"],
        as_of=row["as_of"],
        from_=row["from_on"],
        to=row["to_on"],
        event=row["event"],
        target=row["target"],
        casualties=row["casualties"],
        polarity=row["polarity"],
        modality=row["modality"],
        speaker=row["speaker"],
        via=row["via"],
    )


def _dated_columns(name: str, dated: Dated | None) -> dict[str, Any]:
    if dated is None:
        return {f"{name}_on": None, f"{name}_at": None, f"{name}_from": None}
    return {f"{name}_on": dated.day, f"{name}_at": dated.at, f"{name}_from": dated.origin}


def _dated_from(row: Row, name: str) -> Dated | None:
    if row[f"{name}_on"] is None:
        return None
    return Dated(day=row[f"{name}_on"], at=row[f"{name}_at"], origin=row[f"{name}_from"])


def _dated_values(dated: Dated) -> dict[str, Any]:
    return {
        "day": dated.day.isoformat(),
        "at": None if dated.at is None else dated.at.isoformat(),
        "origin": dated.origin,
    }


def _dated_of(values: Mapping[str, Any]) -> Dated:
    at = values["at"]
    return Dated(
        day=date.fromisoformat(values["day"]),
        at=None if at is None else datetime.fromisoformat(at),
        origin=values["origin"],
    )
