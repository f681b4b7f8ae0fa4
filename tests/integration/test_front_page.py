"""The page inside Airflow shows what the views hold, in the reader's language, with names and words in print."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import Any, Literal

import pytest
from bs4 import BeautifulSoup

from posture.adapters.database import Database
from posture.ui.front import gathered, render
from tests.telling import NOW, YESTERDAY, Press, level, press

__all__ = ["press"]  # fixture

PENTAGON = {"speaker": "us_defense_department"}
DUE = date(2025, 9, 30)


def page_of(url: str, language: Literal["en", "ar"]) -> BeautifulSoup:
    with closing(Database(url)) as database, database.transaction() as session:
        return BeautifulSoup(render(gathered(session), language=language), "lxml")


def told(press: Press) -> dict[str, Any]:
    press.add("run", name="r", now=NOW)
    press.article(
        "rudaw",
        "عدد القوات",
        level(2500, "تحتفظ واشنطن بـ2500 جندي في العراق.", **PENTAGON),
        published=date(2025, 9, 1),
    )
    return press.article(
        "shafaq", "البنتاغون يخفض <قواته>",
        level(2000, "قال البنتاغون إن 2000 جندي بقوا في العراق.", **PENTAGON),
        {"kind": "timetable", "event": "withdrawal", "force": "us", "place": "iraq", **PENTAGON,
         "to_on": DUE, "modality": "planned", "words": "وأضاف أن الانسحاب يكتمل نهاية أيلول."},
        {"kind": "incident", "event": "rocket_attack", "target": "harir", "as_of": YESTERDAY, "confidence": 0.5,
         "words": "وسقط صاروخ قرب قاعدة حرير."},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "direction", "expected"),
    [
        ("en", "ltr", ["2,000", "was 2,500", "30 Sep 2025", "Rocket attack", "Shafaq", "unsure reading"]),
        ("ar", "rtl", ["2,000", "كان العدد 2,500", "30 أيلول 2025", "هجوم صاروخي", "صحيفة shafaq", "قراءة غير مؤكدة"]),
    ],
)
def test_the_page_tells_picture_dates_and_stories(
    press: Press, database_url: str, language: Literal["en", "ar"], direction: str, expected: list[str]
) -> None:
    told(press)
    page = page_of(database_url, language)
    assert page.html is not None
    assert (page.html["lang"], page.html["dir"]) == (language, direction)
    text = page.get_text(" ")
    assert [words for words in expected if words not in text] == []
    assert [name for name in ("rocket_attack", "force_level", "us_defense") if name in text] == []
    quotes = {quote.get_text(): quote["dir"] for quote in page.select("q")}
    assert quotes["قال البنتاغون إن 2000 جندي بقوا في العراق."] == "rtl"


def test_what_an_outlet_wrote_is_text_on_the_page_and_its_links_lead_to_the_web(
    press: Press, database_url: str
) -> None:
    version = told(press)
    press.rows(
        "update posture.version set url = 'javascript:alert(1)' where version_id = %s returning url",
        version["version_id"],
    )
    page = page_of(database_url, "en")
    assert "البنتاغون يخفض <قواته>" in [title.get_text() for title in page.select("h3")]
    assert {str(link["href"]).partition(":")[0] for link in page.select("section a")} == {"https"}
    assert not page.find_all("script")


def test_the_page_of_an_empty_database_says_that_nothing_is_known_yet(press: Press, database_url: str) -> None:
    press.rows("select 1")
    text = page_of(database_url, "en").get_text(" ")
    for words in ("No figure is known yet.", "No date lies ahead.", "No story yet."):
        assert words in text
