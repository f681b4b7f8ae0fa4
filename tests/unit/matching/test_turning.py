# ruff: noqa: E501 -- sample texts are easier to read on one line
"""One text told twice with only its denial, its modal or its speaker changed: never a copy, in either direction."""

from __future__ import annotations

import pytest
from reports_by_hand import report

from posture.matching.comparing import compare

TEXTS = {
    "a denial for the future's prefix, beside a denial that both have": ("أعلن المتحدث أن الولايات المتحدة {} قواتها من العراق، وأن ذلك لا يعني نهاية الشراكة بين البلدين.", "ستسحب", "لن تسحب", "polarity"),
    "a denial for the future's prefix, first word": ("{} القوات الأمريكية قاعدة حرير بعد انتهاء المحادثات بين الطرفين في بغداد وفق مصدر في الوزارة لا يملك صلاحية التصريح.", "ستغادر", "لن تغادر", "polarity"),
    "a denied past": ("قال ضابط في التحالف إن بريطانيا {} مدربيها من أربيل من دون أن يذكر سببا لذلك.", "سحبت", "لم تسحب", "polarity"),
    "a refusal in Arabic": ("قال ضابط في التحالف إن هولندا {} سحب مدربيها من أربيل من دون أن يذكر سببا لذلك.", "تنوي", "ترفض", "polarity"),
    "not, beside a denial that both have": ("The coalition {} hand over the base at Harir, a spokesman said, and the mission is not over in Syria.", "will", "will not", "polarity"),
    "a contraction": ("Germany {} move its trainers out of Erbil this winter, officials in Berlin told lawmakers.", "will", "won't", "polarity"),
    "a refusal in English": ("Germany {} its trainers out of Erbil this winter, officials in Berlin told lawmakers without giving a reason.", "will move", "refuses to move", "polarity"),
    "may for will": ("Italy {} keep 800 soldiers in Iraq to train the police, the defence ministry in Rome said.", "will", "may", "modality"),
    "must for will": ("Italy {} keep 800 soldiers in Iraq to train the police, the defence ministry in Rome said.", "will", "must", "modality"),
    "perhaps for the long future": ("{} تبقي إيطاليا 800 جندي في العراق لتدريب الشرطة وفق وزارة الدفاع في روما.", "سوف", "قد", "modality"),
    "perhaps for the future's prefix": ("قالت الوزارة إن إيطاليا {} 800 جندي في العراق لتدريب الشرطة حتى إشعار آخر.", "ستبقي", "ربما تبقي", "modality"),
}  # fmt: skip


@pytest.mark.parametrize("case", TEXTS)
@pytest.mark.parametrize("forth", [True, False])
def test_a_turned_statement_is_a_variant_with_that_field(case: str, forth: bool) -> None:
    text, one, other, field = TEXTS[case]
    before, after = (one, other) if forth else (other, one)
    found = compare(report(text.format(before)), report(text.format(after)))
    assert found.verdict == "variant"
    assert field in {difference.field for difference in found.differences}


SAID_THE_SAME = {
    "both forms of the Arabic future": ("قالت الوزارة إن إيطاليا {} 800 جندي في العراق لتدريب الشرطة.", "ستبقي", "سوف تبقي"),
    "the relative ما is no denial": ("قالت الوزارة إن إيطاليا تبقي {} 800 و900 جندي في العراق لتدريب الشرطة.", "بين", "ما بين"),
    "reported speech": ("Italy {} keep 800 soldiers in Iraq to train the police, the defence ministry in Rome said.", "will", "would"),
}  # fmt: skip


@pytest.mark.parametrize("case", SAID_THE_SAME)
def test_the_same_in_other_small_words_is_a_copy(case: str) -> None:
    text, one, other = SAID_THE_SAME[case]
    assert compare(report(text.format(one)), report(text.format(other))).verdict == "copy"


NAMES = {name: (name.lower(), "place") for name in ("The United States", "France", "الولايات المتحدة", "فرنسا")}
COUNTRIES = {
    "it speaks": ("{} said its forces would leave the base at Harir after the talks ended without result.", "The United States", "France", "actor"),
    "it speaks, in Arabic": ("قالت {} إن قواتها ستغادر قاعدة حرير بعد انتهاء المحادثات بين الطرفين.", "الولايات المتحدة", "فرنسا", "actor"),
    "it acts": ("{} withdrew its forces from the base at Harir after the talks ended without result.", "The United States", "France", "actor"),
    "it is where": ("The delegation met officials of the coalition in {} before the talks ended without result.", "The United States", "France", "place"),
}  # fmt: skip


@pytest.mark.parametrize("case", COUNTRIES)
def test_another_country_is_named_by_what_it_does(case: str) -> None:
    text, one, other, field = COUNTRIES[case]
    found = compare(report(text.format(one), names=NAMES), report(text.format(other), names=NAMES))
    assert {difference.field for difference in found.differences} == {field}
