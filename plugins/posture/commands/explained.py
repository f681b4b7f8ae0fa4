"""The JSON document of `posture explain`."""

from __future__ import annotations

from datetime import date
from typing import Any

from posture.lexicon.entries import Lexicon
from posture.model import Claim, Evidence, Extraction, Mention, Relevance, Version, Warning  # noqa: A004


def document(version: Version, found: Extraction, relevance: Relevance, lexicon: Lexicon) -> dict[str, Any]:
    """What an article says, key for key as `posture explain --json` prints it."""
    return {
        "title": version.title,
        "body": version.body,
        "language": version.language,
        "published_at": _published(version),
        "outlet": version.outlet,
        "agency": _agency(found.agency, lexicon),
        "relevance": {
            "on_topic": relevance.on_topic,
            "held": relevance.held,
            "score": relevance.score,
            "because": [
                {"in": r.where, "start": r.span.start, "end": r.span.end, "quote": r.quote, "name": r.name}
                for r in relevance.because
            ],
        },
        "mentions": [_mention(mention) for mention in found.mentions],
        "claims": [claim_document(claim) for claim in found.claims],
        "warnings": [_warning(warning) for warning in found.warnings],
    }


def claim_document(claim: Claim) -> dict[str, Any]:
    """One claim, every key present; null where a field does not apply."""
    return {
        "kind": claim.kind,
        "count_low": claim.count_low,
        "count_high": claim.count_high,
        "about": claim.about if claim.bound is not None else None,
        "bound": claim.bound,
        "force": claim.force,
        "role": claim.role,
        "place": claim.place,
        "as_of": _iso(claim.as_of),
        "from": _iso(claim.from_),
        "to": _iso(claim.to),
        "event": claim.event,
        "target": claim.target,
        "casualties": dict(claim.casualties) if claim.casualties else None,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "speaker": claim.speaker,
        "via": claim.via,
        "confidence": claim.confidence,
        "rule": claim.rule,
        "evidence": [_evidence(one) for one in claim.evidence],
    }


def _published(version: Version) -> str | None:
    if version.published is None:
        return None
    return version.published.at.isoformat() if version.published.at else version.published.day.isoformat()


def _agency(agency: str | None, lexicon: Lexicon) -> str | None:
    """The agency's short name, as it signs: AFP, Reuters."""
    if agency is None:
        return None
    entry = lexicon.entry(agency)
    if entry is None:
        return agency
    short = [name for name in (entry.name_en, *entry.spellings) if name.isascii() and name.isupper() and len(name) <= 6]
    return short[0] if short else entry.name_en


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _mention(one: Mention) -> dict[str, Any]:
    place = {"in": one.where, "start": one.span.start, "end": one.span.end, "quote": one.quote}
    return {"entity": one.entity, "kind": one.kind, **place}


def _evidence(one: Evidence) -> dict[str, Any]:
    return {"role": one.role, "in": one.where, "start": one.span.start, "end": one.span.end, "quote": one.quote}


def _warning(one: Warning) -> dict[str, Any]:
    place = {"in": one.where, "start": one.span.start, "end": one.span.end}
    return {"kind": one.kind, "message": one.message, **place}
