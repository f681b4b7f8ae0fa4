# ruff: noqa: E501 -- sample texts are easier to read on one line
"""One text in two languages, and the same with a fact changed on the way."""

from __future__ import annotations

import pytest
from reports_by_hand import report

from posture.commands.reports import report_of
from posture.matching.comparing import Comparison, compare
from posture.reading.texts import read_text

ARABIC = """العراق يتسلم مقر التحالف في قاعدة عين الأسد
أعلنت قيادة العمليات المشتركة العراقية، السبت، تسلم قاعدة عين الأسد في محافظة الأنبار بالكامل من قوات التحالف الدولي بعد انسحاب آخر الجنود الأمريكيين منها.
وقال نائب قائد العمليات المشتركة الفريق أول ركن قيس المحمداوي إن نحو 250 مستشارا غادروا القاعدة خلال الأسبوع الماضي باتجاه أربيل والكويت.
وأضاف أن القوات العراقية ستتولى إدارة المدرج والمنشآت الملحقة به، وأن التعاون مع واشنطن سيستمر في مجال التدريب والاستخبارات.
ويأتي التسليم تنفيذا للمرحلة الأولى من الاتفاق المعلن في أيلول 2024 والذي ينهي مهمة التحالف بحلول أيلول 2026."""
ENGLISH = """Iraq takes over coalition headquarters at Ain al-Asad base
Iraq's Joint Operations Command said on Saturday that it had taken full control of Ain al-Asad base in Anbar province from the international coalition after the last American soldiers withdrew from it.
The deputy commander of joint operations, Lieutenant General Qais al-Muhammadawi, said about 250 advisers had left the base over the past week for Erbil and Kuwait.
He added that Iraqi forces would run the runway and its facilities and that cooperation with Washington would continue in training and intelligence.
The handover carries out the first phase of the agreement announced in September 2024, which ends the coalition's mission by September 2026."""
OWN_WORDS = """Last US troops hand over western Iraqi air base
American forces have quit Ain al-Asad, the desert airfield west of Baghdad that was their biggest post in Iraq, Iraqi officers said on Saturday.
Residents of nearby Hit saw convoys heading north for a week. Analysts said the move left Washington with a foothold in Erbil alone."""


def compared(english: str) -> Comparison:
    return compare(report_of("ar", read_text(ARABIC)), report_of("en", read_text(english)))


def test_the_same_text_in_the_other_language_is_a_translation() -> None:
    found = compared(ENGLISH)
    assert (found.verdict, found.same_story, found.differences) == ("translation", True, ())


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("250", "350", "figure"),
        ("Saturday", "Monday", "day"),
        ("Ain al-Asad", "Harir", "base"),
        ("Anbar", "Kirkuk", "place"),
    ],
)
def test_a_translation_with_another_fact_is_a_variant(before: str, after: str, field: str) -> None:
    found = compared(ENGLISH.replace(before, after))
    assert (found.verdict, found.test) == ("variant", "translation_differs")
    assert field in {difference.field for difference in found.differences}


def test_another_reporter_s_words_are_no_translation() -> None:
    assert compared(OWN_WORDS).verdict == "new"


def test_the_first_half_of_a_long_text_is_no_translation_of_it() -> None:
    assert compared("\n".join(ENGLISH.splitlines()[:2])).verdict == "new"


@pytest.mark.parametrize(("told", "verdict"), [("300", "translation"), ("350", "variant")])
def test_a_short_translation_with_another_figure_is_a_variant_that_names_it(told: str, verdict: str) -> None:
    arabic = report(
        "واشنطن تسحب 300 جندي من قاعدة حرير\nقال المتحدث باسم القيادة المركزية، الاثنين، إن واشنطن ستسحب 300 جندي من"
        " قاعدة حرير قبل نهاية الشهر.\nوأضاف أن المهمة التدريبية ستستمر مع قوات البيشمركة."
    )
    english = report(
        f"Washington to pull {told} troops from Harir base\nThe Central Command spokesman said on Monday that Washington"
        f" would withdraw {told} troops from Harir base before the end of the month.\nHe added that the training mission"
        " with Peshmerga forces would continue."
    )
    found = compare(arabic, english)
    assert found.verdict == verdict
    assert {(each.a, each.b) for each in found.differences} == ({("300", told)} if told != "300" else set())


HEADLINES = [
    ("واشنطن تسحب 300 جندي من قاعدة حرير في أربيل", "Washington withdraws 300 soldiers from Harir base in Erbil", "translation"),
    ("مقتل ثلاثة جنود أميركيين في هجوم بمسيرة على قاعدة في الأردن", "Three US soldiers killed in drone attack on base in Jordan", "translation"),
    ("البرلمان العراقي يصوت على إخراج القوات الأجنبية", "Iraqi parliament votes to expel foreign troops", "translation"),
    ("وصول 200 جندي أميركي إلى قاعدة عين الأسد", "300 US troops arrive at Ain al-Asad base", "variant"),
    ("مقتل ثلاثة جنود أميركيين في هجوم بمسيرة على قاعدة في الأردن", "Biden vows to respond to Jordan attack that killed three US soldiers", "new"),
    ("هجوم صاروخي يستهدف قاعدة عين الأسد غربي العراق", "Drone attack targets Ain al-Asad base in western Iraq", "new"),
]  # fmt: skip


@pytest.mark.parametrize(("arabic", "english", "verdict"), HEADLINES)
def test_a_headline_alone_is_a_translation_when_it_names_and_tells_the_same(
    arabic: str, english: str, verdict: str
) -> None:
    sides = [
        report_of(language, read_text("", title=title, language=language))
        for language, title in (("ar", arabic), ("en", english))
    ]
    assert compare(*sides).verdict == verdict
