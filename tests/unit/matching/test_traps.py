# ruff: noqa: E501 -- sample texts are easier to read on one line
"""Rules of others that hid what mattered, each tried on ours: the trial table, row by row."""

from __future__ import annotations

import pytest
from reports_by_hand import report

from posture.commands.reports import report_of
from posture.matching.comparing import compare
from posture.matching.facts import facts
from posture.matching.outlines import outline
from posture.reading.texts import read_text

STORY = """القوات الأمريكية تعيد توزيع جنودها في العراق
أعلن مسؤول في وزارة الدفاع الأمريكية، الخميس، أن 2500 جندي أمريكي ينتشرون في العراق سيعاد توزيعهم خلال الأشهر المقبلة.
وأوضح المسؤول أن 1200 منهم سينقلون من قاعدة عين الأسد إلى أربيل، فيما يعود 300 إلى بلادهم.
وأضاف أن 900 جندي آخرين في سوريا لن تشملهم الخطة التي أقرت الأسبوع الماضي بعد مشاورات مع الحكومة العراقية.
وتتولى القوات مهام التدريب والمشورة ضمن التحالف الدولي، وقد تعرضت مقارها لأكثر من 150 هجوما منذ الخريف.
وقال المسؤول إن الموعد النهائي لإتمام النقل لم يحدد بعد، وإن اللجنة العسكرية المشتركة ستبحثه في اجتماعها المقبل في بغداد."""


def fields(found) -> set[str]:
    return {difference.field for difference in found.differences}


def test_a_story_with_every_troop_figure_changed_is_a_variant_that_shows_the_figures() -> None:
    changed = STORY
    for before, after in (("2500", "2000"), ("1200", "1100"), ("300", "400"), ("900", "700"), ("150", "170")):
        changed = changed.replace(before, after)
    found = compare(report(STORY), report(changed))
    assert found.verdict == "variant"
    assert {(each.a, each.b) for each in found.differences} >= {
        ("2500", "2000"),
        ("1200", "1100"),
        ("300", "400"),
        ("900", "700"),
    }


def test_a_headline_with_only_the_figure_changed_is_a_variant() -> None:
    found = compare(report("واشنطن تعتزم سحب 2500 جندي من العراق"), report("واشنطن تعتزم سحب 2000 جندي من العراق"))
    assert found.verdict == "variant"
    assert [(each.field, each.a, each.b) for each in found.differences] == [("figure", "2500", "2000")]


LEAD = "أعلنت خلية الإعلام الأمني، {day}، تعرض قاعدة {base} إلى هجوم {hour} أسفر عن إصابة جنديين ولم تتبنه أي جهة حتى الآن."
LOOK_ALIKES = {
    "only the base differs": (LEAD.format(day="الأحد", base="عين الأسد", hour="فجرا"), LEAD.format(day="الأحد", base="حرير", hour="فجرا"), {"base"}),
    "only the day differs": (LEAD.format(day="الأحد", base="عين الأسد", hour="فجرا"), LEAD.format(day="الاثنين", base="عين الأسد", hour="فجرا"), {"day"}),
    "a second attack on one base": (LEAD.format(day="الأحد", base="عين الأسد", hour="فجرا"), LEAD.format(day="الأحد", base="عين الأسد", hour="مساء"), {"hour"}),
    "confirmed and denied": (
        "أكد المتحدث باسم الحكومة العراقية أن بغداد طلبت من واشنطن جدولا زمنيا لسحب قواتها من البلاد قبل نهاية العام.",
        "نفى المتحدث باسم الحكومة العراقية أن بغداد طلبت من واشنطن جدولا زمنيا لسحب قواتها من البلاد قبل نهاية العام.",
        {"polarity"},
    ),
    "not, in English": (
        "The Iraqi government has asked Washington to set a date for the withdrawal of its troops, a spokesman said on Sunday.",
        "The Iraqi government has not asked Washington to set a date for the withdrawal of its troops, a spokesman said on Sunday.",
        {"polarity"},
    ),
    "another town": (
        "A roadside bomb killed two policemen in Kirkuk on Monday, local officials said, in the second such attack this week.",
        "A roadside bomb killed two policemen in Baquba on Monday, local officials said, in the second such attack this week.",
        {"place"},
    ),
    "another speaker": (
        "قال النائب حيدر السلامي إن البرلمان سيصوت الأسبوع المقبل على مشروع قانون ينهي مهمة التحالف الدولي في البلاد.",
        "قال النائب رعد الدهلكي إن البرلمان سيصوت الأسبوع المقبل على مشروع قانون ينهي مهمة التحالف الدولي في البلاد.",
        {"speaker"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LOOK_ALIKES)
def test_texts_that_differ_in_one_fact_are_variants_with_that_fact(case: str) -> None:
    a, b, wanted = LOOK_ALIKES[case]
    found = compare(report(a), report(b))
    assert (found.verdict, fields(found)) == ("variant", wanted)
    assert found.same_story is (wanted == {"speaker"})


def test_an_arabic_and_an_english_report_of_one_event_are_one_story() -> None:
    arabic = """إسقاط مسيرتين قرب قاعدة حرير
أعلن جهاز مكافحة الإرهاب في كردستان إسقاط طائرتين مسيرتين قرب قاعدة حرير في أربيل فجر الأربعاء، من دون إصابات.
وقال الجهاز إن المسيرتين أطلقتا من محيط كركوك."""
    english = """Two drones downed near Harir base
Counter-terrorism forces in Iraq's Kurdistan shot down two drones near the Harir base in Erbil before dawn on Wednesday.
There were no casualties, and the drones had been launched from the Kirkuk area, the service said."""
    assert compare(report(arabic), report(english)).same_story


BASES = ["Ain al-Asad", "Al Asad Air Base", "Ain al-Assad"]


@pytest.mark.parametrize("name", BASES)
def test_one_base_under_another_name_is_no_difference(name: str) -> None:
    text = "Two rockets landed near {} in Anbar province on Tuesday evening, the joint operations command said, causing no injuries."
    known = dict.fromkeys(BASES, ("ain_al_asad", "base"))
    found = compare(report(text.format("Ain al-Asad"), names=known), report(text.format(name), names=known))
    assert (found.verdict, found.differences) == ("copy", ())


@pytest.mark.parametrize("name", ["Ain al-Asad", "Al Asad Air Base", "Ain al-Assad", "عين الأسد", "عين الاسد"])
def test_the_five_spellings_of_one_base_are_one_base(name: str) -> None:
    text = f"صاروخان قرب قاعدة {name} في الأنبار" if not name.isascii() else f"Two rockets land near {name} in Anbar"
    found = outline(report_of("spelling", read_text(text)))
    assert facts(found).of("base") == {"base:ain_al_asad"}


def test_the_same_base_with_and_without_hamza_is_one() -> None:
    text = "سقط صاروخان في محيط قاعدة {} بمحافظة الأنبار مساء الثلاثاء من دون خسائر، وفق قيادة العمليات المشتركة."
    assert compare(report(text.format("عين الأسد")), report(text.format("عين الاسد"))).verdict == "copy"


def test_hamza_and_vowel_marks_do_not_make_another_text() -> None:
    marked = (
        STORY.replace("أ", "ا")
        .replace("إ", "ا")
        .replace("القوات", "القُوّات")
        .replace("جندي", "جنديٍّ")
        .replace("ة ", "ه ")
    )
    found = compare(report(STORY), report(marked))
    assert (found.verdict, found.likeness) == ("copy", 1.0)


def test_sentences_in_another_order_are_still_a_copy() -> None:
    title, *sentences = STORY.splitlines()
    turned = "\n".join([title, *reversed(sentences)])
    assert compare(report(STORY), report(turned)).verdict == "copy"


FIGURES = ["٢٥٠٠", "2500", "2,500", "2،500", "2.500", "ألفان وخمسمئة", "ألفين وخمسمئة", "ألفين و500"]


@pytest.mark.parametrize("figure", FIGURES)
def test_one_figure_in_any_spelling_is_one(figure: str) -> None:
    found = compare(
        report("واشنطن تعلن سحب 2500 جندي من قواتها في العراق"),
        report(f"واشنطن تعلن سحب {figure} جندي من قواتها في العراق"),
    )
    assert (found.verdict, found.differences) == ("copy", ())
