# ruff: noqa: E501 -- sample texts are easier to read on one line
"""A text that goes on after its first version: an update when it adds news, a copy when it adds background."""

from __future__ import annotations

import pytest
from reports_by_hand import report

from posture.matching.comparing import compare

FIRST = {
    "ar": """قوة الواجب تنقل كتيبة من حرير إلى أربيل
أعلنت قيادة قوة الواجب، الأحد، نقل 300 جندي من قاعدة حرير إلى أربيل ضمن خطة تسليم القواعد.
وقال المتحدث إن العملية تكتمل بنهاية الشهر بالتنسيق مع الجانب العراقي.""",
    "en": """Task force moves battalion from Harir to Erbil
The task force said on Sunday it had moved 300 soldiers from Harir base to Erbil under the plan to hand over bases.
A spokesman said the move would be complete by the end of the month in coordination with the Iraqi side.""",
}
NEWS = {
    "ar": "\nوأضاف المتحدث أن 150 جنديا آخرين سيغادرون قاعدة عين الأسد في 15 كانون الأول.\nوقال ضابط عراقي إن 40 مركبة نقلت الاثنين إلى الكويت.",
    "en": "\nHe said another 150 soldiers would leave Ain al-Asad on December 15.\nAn Iraqi officer said 40 vehicles were taken to Kuwait on Monday.",
}
BACKGROUND = {
    "ar": "\nوينتشر في العراق نحو 2500 جندي أمريكي ضمن التحالف الدولي الذي شكل عام 2014 لمحاربة تنظيم داعش.\nوتقدم هذه القوات المشورة والتدريب للجيش من قواعد في الأنبار وأربيل بدعوة من الحكومة.",
    "en": "\nSome 2,500 US soldiers are in Iraq as part of the coalition formed in 2014 to fight Islamic State.\nThe forces advise and train the army from bases in Anbar and Erbil at the invitation of the government.",
}


@pytest.mark.parametrize("language", FIRST)
@pytest.mark.parametrize("outlet", [None, "a"])
def test_a_later_text_with_added_news_is_an_update(language: str, outlet: str | None) -> None:
    first = report(FIRST[language], published="2025-11-30", outlet=outlet)
    later = report(FIRST[language] + NEWS[language], published="2025-12-01", outlet=outlet)
    assert (compare(first, later).verdict, compare(first, later).test) == ("update", "added_news")


@pytest.mark.parametrize("language", FIRST)
def test_added_background_leaves_a_copy(language: str) -> None:
    found = compare(report(FIRST[language]), report(FIRST[language] + BACKGROUND[language]))
    assert found.verdict == "copy"


@pytest.mark.parametrize("language", FIRST)
def test_the_shorter_of_the_two_after_the_longer_is_a_copy(language: str) -> None:
    assert compare(report(FIRST[language] + NEWS[language]), report(FIRST[language])).verdict == "copy"


@pytest.mark.parametrize("language", FIRST)
def test_a_longer_text_printed_before_the_shorter_is_a_copy(language: str) -> None:
    first = report(FIRST[language], published="2025-12-01")
    longer = report(FIRST[language] + NEWS[language], published="2025-11-30")
    assert compare(first, longer).verdict == "copy"


@pytest.mark.parametrize("language", FIRST)
def test_a_brief_taken_into_a_round_up_is_a_copy(language: str) -> None:
    title, _, body = FIRST[language].partition("\n")
    assert compare(report(FIRST[language]), report(f"{title}{NEWS[language]}\n{body}")).verdict == "copy"
