"""What digest and alerts share: rows of the database as facts, and ids with their names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from posture.adapters.database import Row, Session
from posture.adapters.world import World
from posture.reporting.alerts import Variant
from posture.reporting.facts import Dispute, Fact, Figure, Link, Said
from posture.reporting.names import names_of
from posture.reporting.quotes import sentence_around
from posture.reporting.wording import Labels


def labels_of(world: World, session: Session) -> Labels:
    """The names of the lexicon and of the outlets, English and Arabic; `force:us` names the forces of a country."""
    outlets = {row["source_id"]: (row["name_en"], row["name_ar"]) for row in session.rows("telling.source_names")}
    return {**names_of(world.seeds.lexicon.entries.values()), **outlets}


def facts_of(
    world: World,
    session: Session,
    *,
    version_ids: Sequence[int] | None = None,
    not_version_ids: Sequence[int] | None = None,
    kinds: Sequence[str] | None = None,
    since: date | None = None,
    until: date | None = None,
    considered: bool = False,
) -> list[Fact]:
    """The claims that meet every condition given."""
    rows = session.rows(
        "telling.facts",
        version_ids=None if version_ids is None else list(version_ids),
        not_version_ids=None if not_version_ids is None else list(not_version_ids),
        kinds=None if kinds is None else list(kinds),
        since=since,
        until=until,
        considered=considered,
    )
    return [_fact_of(row, world) for row in rows]


def _fact_of(row: Row, world: World) -> Fact:
    return Fact(
        claim_id=row["claim_id"],
        key=row["key"],
        kind=row["kind"],
        version_id=row["version_id"],
        story_id=row["story_id"],
        figure=_figure_of(row),
        force=row["force"],
        role=row["role"],
        place=row["place"],
        as_of=row["as_of"],
        from_=row["from_on"],
        to=row["to_on"],
        event=row["event"],
        target=row["target"],
        target_kind=_kind_of(row["target"], world) or _kind_of(row["place"], world),
        killed=row["killed"],
        wounded=row["wounded"],
        polarity=row["polarity"],
        modality=row["modality"],
        freshness=row["freshness"],
        confidence=row["confidence"],
        said=_said_of(row),
    )


def _said_of(row: Row) -> Said:
    quote, mark = sentence_around(row["line_before"], row["line_from"], row["quote"])
    return Said(
        quote=quote,
        mark=mark,
        language=row["language"],
        outlet=row["outlet"],
        url=row["url"],
        speaker=row["speaker"],
        speaker_words=row["speaker_words"],
        via=row["through"],
        printed=row["printed"],
    )


def _figure_of(row: Row) -> Figure | None:
    if row["count_low"] is None and row["count_high"] is None:
        return None
    return Figure(low=row["count_low"], high=row["count_high"], about=row["about"], bound=row["bound"])


def _kind_of(entity: str | None, world: World) -> str | None:
    entry = None if entity is None else world.seeds.lexicon.entries.get(entity)
    return None if entry is None else entry.kind


def variants_of(session: Session, version_ids: Sequence[int]) -> list[Variant]:
    """Those of these texts that are variants of another outlet's, with every field that differs."""
    return [
        Variant(
            version_id=row["version_id"],
            story_id=row["story_id"] or 0,
            read_at=row["read_at"],
            disputes=tuple(_dispute_of(row, each) for each in row["differences"]),
        )
        for row in session.rows("telling.variants", version_ids=list(version_ids))
    ]


def _dispute_of(row: Row, difference: Row) -> Dispute:
    return Dispute(
        kind="variant",
        field=difference["field"],
        a=difference["a"],
        b=difference["b"],
        a_text=Link(
            title=row["other_title"],
            language=row["other_language"],
            outlet=row["other_outlet"],
            url=row["other_url"],
        ),
        b_text=link_of(row),
    )


def link_of(row: Row) -> Link:
    """The report that a row names."""
    return Link(title=row["title"], language=row["language"], outlet=row["outlet"], url=row["url"])
