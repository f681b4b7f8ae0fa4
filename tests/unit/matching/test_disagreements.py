# ruff: noqa: E501 -- sample texts are easier to read on one line
"""A text and its translation with one fact changed: never the same text in another language."""

from __future__ import annotations

import pytest
from reports_by_hand import report

from posture.matching.comparing import compare

ENGLISH = """Norway to keep 60 engineers in Iraq until June
Norway will keep 60 engineers in Iraq until the end of June, its defence ministry said on Tuesday after a third round of talks in Oslo.
The ministry said that its soldiers would resume training at Taji camp within 20 days.
A drone wounded two Norwegian soldiers at the camp on Monday evening, and no group claimed the attack.
Deputy minister Ingrid Solberg said that the government rejected any change to the mission in Baghdad."""
ARABIC = """النرويج تبقي 60 مهندسا في العراق حتى يونيو
قالت وزارة الدفاع النرويجية يوم الثلاثاء بعد جولة ثالثة من المحادثات في أوسلو إن النرويج ستبقي 60 مهندسا في العراق حتى نهاية يونيو.
وقالت الوزارة إن جنودها سيستأنفون التدريب في معسكر التاجي خلال 20 يوما.
وأصابت طائرة مسيرة جنديين نرويجيين في المعسكر مساء الاثنين، ولم تعلن أي جماعة مسؤوليتها عن الهجوم.
وقالت نائبة الوزير إنغريد سولبرغ إن الحكومة ترفض أي تغيير في المهمة في بغداد."""
CHANGES = {
    "the sentence is denied": ("سيستأنفون التدريب", "لن يستأنفوا التدريب", "polarity"),
    "what was denied is said": ("ولم تعلن أي جماعة", "وأعلنت جماعة", "polarity"),
    "another ministry": ("قالت وزارة الدفاع النرويجية", "قالت وزارة الخارجية النرويجية", "actor"),
    "another people": ("جنديين نرويجيين", "جنديين دنماركيين", "place"),
    "another span of time": ("خلال 20 يوما", "خلال ثلاثة أشهر", "figure"),
    "another round": ("جولة ثالثة", "جولة رابعة", "round"),
    "another part of the day": ("مساء الاثنين", "صباح الاثنين", "hour"),
    "another weapon": ("وأصابت طائرة مسيرة", "وأصاب صاروخ", "event"),
    "another month": ("حتى نهاية يونيو", "حتى نهاية أكتوبر", "day"),
}


def test_the_same_text_in_another_language_is_a_translation() -> None:
    found = compare(report(ENGLISH), report(ARABIC))
    assert (found.verdict, found.differences) == ("translation", ())


@pytest.mark.parametrize("case", CHANGES)
def test_a_translation_with_another_fact_is_a_variant_with_that_field(case: str) -> None:
    before, after, field = CHANGES[case]
    assert before in ARABIC
    found = compare(report(ENGLISH), report(ARABIC.replace(before, after)))
    assert found.verdict == "variant"
    assert field in {each.field for each in found.differences}
