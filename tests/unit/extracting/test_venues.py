"""Where talks are held: what only belongs to the troops, or to those who talk, is no venue."""

from __future__ import annotations

from datetime import date

import pytest

from posture.adapters.phrases import read_phrases
from posture.adapters.seeds import read_lexicon
from posture.extracting.extraction import extract
from posture.reading.texts import read_text

CASES = [
    ("Austin met Thabet al-Abbasi in Baghdad on the coalition's mission in Iraq.", "baghdad"),
    ("Austin and Thabet al-Abbasi held talks on the future of US troops in Iraq.", None),
    ("استضافت واشنطن جولة من المحادثات بين العراق والولايات المتحدة.", "washington"),
    ("أنهت واشنطن وبغداد الجولة الرابعة من الحوار بشأن القوات الأمريكية.", None),
    ("بحث فؤاد حسين مع لويد أوستن مهمة التحالف الدولي في العراق.", None),
]


@pytest.mark.parametrize(("text", "place"), CASES)
def test_talks_are_placed_where_people_meet(text: str, place: str | None) -> None:
    version = read_text(text, published=date(2024, 3, 5))
    told = [one for one in extract(version, read_lexicon(), read_phrases()).claims if one.kind == "engagement"]
    assert told
    assert {one.place for one in told} == {place}
