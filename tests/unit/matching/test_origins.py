# ruff: noqa: E501 -- sample texts are easier to read on one line
from __future__ import annotations

from datetime import UTC, datetime

import pytest

from posture.matching.origins import Telling, trace


def told(key: str, **known: object) -> Telling:
    return Telling(key=key, language=str(known.pop("language", "ar")), **known)  # type: ignore[arg-type]


STORIES = {
    "nothing": ([], "0 origins, 0 outlets, 0 families, 0 languages"),
    "one outlet alone": ([told("1", outlet="ina")], "1 origin, 1 outlet, 1 family, 1 language"),
    "a copy and a translation add no origin": (
        [told("1", outlet="ina"), told("2", outlet="b", verdict="copy", of="1"), told("3", outlet="c", verdict="translation", of="2", language="en")],
        "1 origin, 3 outlets, 3 families, 2 languages",
    ),
    "two outlets that print one agency are one origin": (
        [told("1", outlet="a", agency="afp"), told("2", outlet="b", agency="afp"), told("3", outlet="c")],
        "2 origins, 3 outlets, 3 families, 1 language",
    ),
    "two outlets of one family do not confirm each other": (
        [told("1", outlet="a", family="x"), told("2", outlet="b", family="x")],
        "1 origin, 2 outlets, 1 family, 1 language",
    ),
    "a report that has all from an agency is the agency's": (
        [told("1", outlet="a", agency="afp"), told("2", outlet="b", told_after="afp"), told("3", outlet="c", entity="afp")],
        "1 origin, 3 outlets, 3 families, 1 language",
    ),
    "a rumour that two outlets cite from each other is one": (
        [told("1", outlet="a", entity="paper", told_after="radio"), told("2", outlet="b", entity="radio", told_after="paper")],
        "1 origin, 2 outlets, 2 families, 1 language",
    ),
    "an outlet that cites another and reports by itself is a second origin": (
        [told("1", outlet="a", entity="paper", told_after="afp"), told("2", outlet="a", entity="paper"), told("3", outlet="b", agency="afp")],
        "2 origins, 2 outlets, 2 families, 1 language",
    ),
    "one official statement is one origin": (
        [told("1", outlet="a", statement_of="us_defense_department"), told("2", outlet="b", statement_of="us_defense_department")],
        "1 origin, 2 outlets, 2 families, 1 language",
    ),
    "reports of unknown making add nothing": (
        [told("1", outlet="a"), told("2"), told("3")],
        "1 origin, 1 outlet, 1 family, 1 language",
    ),
    "unknown reports alone are one": ([told("1"), told("2")], "1 origin, 1 outlet, 1 family, 1 language"),
    "a report that leads back to one outside the story is its own origin": (
        [told("1", outlet="a"), told("2", outlet="b", verdict="copy", of="elsewhere")],
        "2 origins, 2 outlets, 2 families, 1 language",
    ),
}  # fmt: skip


@pytest.mark.parametrize("story", STORIES)
def test_origins_are_counted(story: str) -> None:
    tellings, wanted = STORIES[story]
    assert str(trace(tellings)) == wanted


def test_each_report_leads_to_the_earliest_of_its_origin() -> None:
    later, earlier = datetime(2024, 1, 26, 9, tzinfo=UTC), datetime(2024, 1, 26, 7, tzinfo=UTC)
    found = trace(
        [
            told("2", outlet="b", at=later),
            told("1", outlet="a", at=earlier, verdict="copy", of="2"),
            told("3", outlet="c", at=later),
        ]
    )
    assert found.origin_of == {"1": "1", "2": "1", "3": "3"}
