# ruff: noqa: E501 -- sample texts are easier to read on one line
from __future__ import annotations

import pytest

from posture.matching.trimming import body_core, is_marked_update, title_core

TITLES = {
    "عاجل | واشنطن تسحب 300 جندي من قاعدة حرير - شفق نيوز": "واشنطن تسحب 300 جندي من قاعدة حرير",
    "عاجل.. مقتل ثلاثة في انفجار ببغداد": "مقتل ثلاثة في انفجار ببغداد",
    "BREAKING: Iraq signs deal with US firm | Reuters": "Iraq signs deal with US firm",
    "UPDATE 1-Iraq says 2,500 troops to leave": "Iraq says 2,500 troops to leave",
    "Troops leave base - 2,500 remain": "Troops leave base - 2,500 remain",
    "الخروج": "الخروج",
}


@pytest.mark.parametrize("title", TITLES)
def test_headlines_lose_their_marks_and_nothing_else(title: str) -> None:
    assert title_core(title) == TITLES[title]


BODIES = {
    "بغداد – واع\nأعلنت وزارة الدفاع العراقية اليوم انتهاء العملية": "أعلنت وزارة الدفاع العراقية اليوم انتهاء العملية",
    "بغداد/ شفق نيوز/ أعلن مصدر أمني اليوم مقتل شخصين": "أعلن مصدر أمني اليوم مقتل شخصين",
    "واشنطن (رويترز) - قال مسؤول أمريكي إن بلاده ملتزمة": "قال مسؤول أمريكي إن بلاده ملتزمة",
    "BAGHDAD, Jan 25 (Reuters) - Iraq and the United States agreed to start talks": "Iraq and the United States agreed to start talks",
    "The army - which arrived in May - said on Tuesday it would leave": "The army - which arrived in May - said on Tuesday it would leave",
    "قال الوزير إن القوات ستغادر قريبا (رويترز)": "قال الوزير إن القوات ستغادر قريبا",
    "The army left on Tuesday.\nRead more: all our news": "The army left on Tuesday.",
    "": "",
}  # fmt: skip


@pytest.mark.parametrize("body", BODIES)
def test_bodies_lose_datelines_and_credits_and_nothing_else(body: str) -> None:
    assert body_core(body) == BODIES[body]


@pytest.mark.parametrize(
    ("title", "marked"), [("UPDATE 2-Talks end", True), ("انتهاء المحادثات (محدث)", True), ("Talks end", False)]
)
def test_a_headline_may_say_that_it_is_an_update(title: str, marked: bool) -> None:
    assert is_marked_update(title) is marked
