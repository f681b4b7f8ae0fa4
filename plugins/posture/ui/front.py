"""The front page: the present picture, the dates ahead, the newest stories, what could not be seen, and the books."""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from posture.adapters.database import Row, Session
from posture.adapters.seeds import read_lexicon
from posture.reporting.charts import describe_levels, draw_levels
from posture.reporting.digest import distinct
from posture.reporting.facts import BOOK_OUTCOMES, Fact
from posture.reporting.glance import unseen_lines
from posture.reporting.names import names_of
from posture.reporting.quality import FEW_ARE_SURE, unsure
from posture.reporting.quotes import quoted, stretches
from posture.reporting.rendering import safe_href
from posture.reporting.wording import Words, beginning, direction
from posture.ui.rows import fact_of, figure_of, unseen_of

# Rows of each part of the page; the database has the rest.
_STORIES, _DATES, _LEVELS = 25, 30, 30
# Claims shown of a story.
_CLAIMS = 4
_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip
_TEMPLATES.filters |= {"dir": direction, "href": safe_href, "start": beginning, "stretches": stretches}
_TEMPLATES.tests["unsure"] = unsure
_TEMPLATES.globals["few_are_sure"] = FEW_ARE_SURE


def gathered(session: Session) -> Mapping[str, Any]:
    """What the page shows, as the database has it."""
    stories = session.rows("front.stories", most=_STORIES)
    return {
        "today": session.value("front.today"),
        "levels": session.rows("front.picture", most=_LEVELS),
        "points": session.rows("front.points"),
        "timetables": session.rows("front.timetables", most=_DATES),
        "stories": stories,
        "claims": session.rows("front.claims", story_ids=[story["story_id"] for story in stories]),
        "unseen": session.rows("front.unseen"),
        "books": session.rows("books.totals"),
        "outlets": session.rows("telling.source_names"),
    }


def render(found: Mapping[str, Any], *, language: Literal["en", "ar"]) -> str:
    """The page as HTML, in one language; every text of an outlet keeps its own direction."""
    outlets = {row["source_id"]: (row["name_en"], row["name_ar"]) for row in found["outlets"]}
    entries = read_lexicon().entries.values()
    words = Words(language=language, labels={**names_of(entries), **outlets})
    kinds = {entry.id: entry.kind for entry in entries}

    def facts(rows: Sequence[Row], kind: str) -> list[Fact]:
        return [fact_of({**row, "kind": kind}, kinds) for row in rows]

    seen = [row for row in found["books"] if row["seen"]]
    return _TEMPLATES.get_template("front_page.html").render(
        w=words,
        today=found["today"],
        levels=list(zip(facts(found["levels"], "force_level"), found["levels"], strict=True)),
        figure_of=figure_of,
        chart=_chart(facts(found["points"], "force_level"), words),
        timetables=list(zip(facts(found["timetables"], "timetable"), found["timetables"], strict=True)),
        stories=found["stories"],
        groups=_by_story([fact_of(row, kinds) for row in found["claims"]], language),
        unseen=unseen_lines(map(unseen_of, found["unseen"]), words),
        books=sorted(seen, key=lambda row: -row["seen"]),
        outcomes=[name for name in BOOK_OUTCOMES if any(row.get(name) for row in seen)],
    )


def _chart(points: Sequence[Fact], words: Words) -> Mapping[str, str] | None:
    """The chart on light and on dark paper as addresses that hold it, and in words; None when there is none."""
    light, dark = (draw_levels(points, words=words, dark=paper) for paper in (False, True))
    if light is None or dark is None:
        return None
    held = {
        name: f"data:image/png;base64,{b64encode(png).decode()}" for name, png in (("light", light), ("dark", dark))
    }
    return {**held, "alt": describe_levels(points, words=words)}


def _by_story(claims: Sequence[Fact], language: str) -> Mapping[int | None, Any]:
    """The claims of each story, the weightiest first, by the words that carry them."""
    found: dict[int | None, list[Fact]] = defaultdict(list)
    for claim in claims:
        found[claim.story_id].append(claim)
    return {story: quoted(distinct(facts, language=language)[:_CLAIMS]) for story, facts in found.items()}
