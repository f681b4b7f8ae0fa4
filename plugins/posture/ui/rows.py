"""Rows of the analysts' views as the values that `reporting` can put into words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from posture.adapters.database import Row
from posture.reporting.facts import Fact, Figure, Said, Unseen
from posture.reporting.quotes import sentence_around


def figure_of(row: Mapping[str, Any], prefix: str = "count_") -> Figure | None:
    """A count of a row; None when it has none."""
    low, high = row[f"{prefix}low"], row[f"{prefix}high"]
    if low is None and high is None:
        return None
    return Figure(low=low, high=high, about=bool(row.get("about")), bound=row.get("bound"))


def fact_of(row: Row, kinds: Mapping[str, str]) -> Fact:
    """A claim of `analyst.claim`, or an entry of a view made of claims, with the words that carry it.

    `kinds` are those of the lexicon's entries by their ids.
    """
    quote, mark = row["quote"], (0, len(row["quote"]))
    if "line_from" in row:
        quote, mark = sentence_around(row["line_before"], row["line_from"], quote)
    said = Said(
        quote=quote,
        mark=mark,
        language=row.get("language") or "und",
        outlet=row["outlet"] or "",
        url=row["url"],
        speaker=row["speaker"],
        via=row["via"],
        printed=row["published_on"],
    )
    return Fact(
        claim_id=row["claim_id"],
        key=str(row["claim_id"]),
        kind=row.get("kind") or "timetable",
        said=said,
        story_id=row.get("story_id"),
        figure=figure_of(row) if "count_low" in row else None,
        force=row["force"],
        role=row.get("role"),
        place=row["place"],
        as_of=row.get("as_of"),
        from_=row.get("from_on"),
        to=row.get("to_on"),
        event=row.get("event"),
        target=row.get("target"),
        target_kind=kinds.get(row.get("target") or row["place"] or ""),
        killed=row.get("killed"),
        wounded=row.get("wounded"),
        polarity=row.get("polarity") or "affirmed",
        modality=row.get("modality") or "asserted",
        freshness=row.get("freshness"),
        confidence=row.get("confidence") or 1.0,
    )


def unseen_of(row: Row) -> Unseen:
    """A source that could not be seen, and why."""
    if not row["silent"]:
        return Unseen(outlet=row["source_id"], reason=row["drift"], outcome="drift")
    since = row["last_success_at"] if row["failures"] else row["last_new_at"]
    return Unseen(
        outlet=row["source_id"],
        reason=row["message"] or row["outcome"] or "",
        outcome="never_polled" if row["outcome"] is None else row["outcome"] if row["failures"] else "no_story",
        since=since,
        silent=not row["failures"] and since is not None,
    )
