# ruff: noqa: E501 -- sample texts are easier to read on one line
"""One text told twice with only its time changed, in words that are no figure and no weekday."""

from __future__ import annotations

import pytest
from reports_by_hand import report

from posture.matching.comparing import compare

STAY = "The Danish contingent will stay in Anbar {}, a spokesman for the mission told reporters in Copenhagen."
MEET = "The joint military committee meets {} in Baghdad to review the handover, the defence ministry said."
TEXTS = {
    "a month for the year": (STAY, "through the end of the year", "through the end of September"),
    "beyond for until": (STAY, "until the end of the year", "beyond the end of the year"),
    "after for before": (STAY, "until after next March", "until before next March"),
    "since for until": (STAY, "since 2019", "until 2019"),
    "a month for a week": (MEET, "next week", "next month"),
    "another week": (MEET, "this week", "next week"),
    "the start of a month for its end": ("تغادر الكتيبة الدنماركية محافظة الأنبار في {} وفق الجدول الذي أقره الطرفان في بغداد.", "نهاية أيلول", "مطلع أيلول"),
    "a month for the year, in Arabic": ("تبقى الكتيبة الدنماركية في الأنبار حتى {} وفق الجدول الذي أقره الطرفان في بغداد.", "نهاية العام", "نهاية أيلول"),
    "after for until, in Arabic": ("تبقى الكتيبة الدنماركية في الأنبار {} نهاية العام وفق الجدول الذي أقره الطرفان في بغداد.", "حتى", "إلى ما بعد"),
    "a month for a week, in Arabic": ("تجتمع اللجنة العسكرية المشتركة {} في بغداد لبحث تسليم القواعد وفق وزارة الدفاع.", "الأسبوع المقبل", "الشهر المقبل"),
}  # fmt: skip


@pytest.mark.parametrize("case", TEXTS)
@pytest.mark.parametrize("forth", [True, False])
@pytest.mark.parametrize("published", [None, "2025-11-30"])
def test_another_time_is_a_variant_in_the_day_alone(case: str, forth: bool, published: str | None) -> None:
    text, one, other = TEXTS[case]
    before, after = (one, other) if forth else (other, one)
    found = compare(report(text.format(before), published=published), report(text.format(after), published=published))
    assert (found.verdict, {difference.field for difference in found.differences}) == ("variant", {"day"})


SAME_TIME = {
    "through and until": (STAY, "through the end of the year", "until the end of the year"),
    "two names of one month": ("تغادر الكتيبة الدنماركية محافظة الأنبار في {} وفق الجدول الذي أقره الطرفان في بغداد.", "نهاية أيلول", "نهاية سبتمبر"),
    "two words for next": (MEET, "next week", "the coming week"),
}  # fmt: skip


@pytest.mark.parametrize("case", SAME_TIME)
def test_one_time_in_other_words_is_a_copy(case: str) -> None:
    text, one, other = SAME_TIME[case]
    assert compare(report(text.format(one)), report(text.format(other))).verdict == "copy"
