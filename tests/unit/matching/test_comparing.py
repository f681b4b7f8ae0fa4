# ruff: noqa: E501 -- sample texts are easier to read on one line
"""The ladder: each test with a pair that it decides, and what a report is of many."""

from __future__ import annotations

import pytest
from reports_by_hand import report

from posture.matching.comparing import compare, decide

WIRE = """مقتل جنديين بانفجار عبوة في ديالى
قالت مصادر أمنية يوم الاثنين إن جنديين من الجيش قتلا وأصيب ثلاثة آخرون عندما انفجرت عبوة ناسفة لدى مرور دوريتهم في منطقة العظيم.
وأوضح مصدر في شرطة المحافظة أن القوة كانت تنفذ عملية تفتيش بحثا عن خلايا تنظيم داعش.
وأغلقت القوات الطريق الرابط بين بغداد وكركوك ساعات عدة قبل أن تعيد فتحه."""
LATER = WIRE.replace("جنديين", "ثلاثة جنود") + "\nوتوفي أحد الجرحى متأثرا بإصابته بحسب مصدر طبي."
LONG = f"""حصاد اليوم الأمني في العراق
أحبطت قوات الحدود محاولة تهريب مواد مخدرة قرب منفذ الشلامجة وألقت القبض على اثنين من المهربين.
وفي البصرة أنهى عمال الموانئ إضرابا استمر ثلاثة أيام بعد وعود بصرف مستحقاتهم المتأخرة.
{WIRE.partition(chr(10))[2]}
وفي أربيل بحث وزير الداخلية مع القنصل الفرنسي التعاون في ملف إعادة النازحين إلى مناطقهم.
وحذرت وزارة الكهرباء من نقص في الإمدادات خلال الصيف مع تراجع واردات الغاز."""
BACKGROUND = (
    "وينتشر في العراق نحو ألفين وخمسمئة جندي أمريكي ضمن التحالف الدولي الذي شكل عام 2014 لمحاربة تنظيم داعش.\n"
    "وتقدم هذه القوات المشورة والتدريب للجيش العراقي من قواعد في الأنبار وأربيل وبغداد بدعوة من الحكومة.\n"
    "وتطالب فصائل مسلحة وكتل في البرلمان برحيلها منذ صوت النواب على قرار بذلك عقب اغتيال سليماني."
)
VISIT = f"وصل قائد القيادة المركزية إلى بغداد صباح الأحد والتقى رئيس الأركان.\n{BACKGROUND}"
ATTACK = f"سقطت قذيفة هاون قرب محطة لضخ الوقود جنوب الموصل مساء الجمعة.\n{BACKGROUND}"

LADDER = {
    "known_address": (report(WIRE, url="http://a.example/1"), report(WIRE, url="http://a.example/1"), "copy"),
    "same_article": (report(WIRE, url="http://a.example/1"), report(LATER, url="http://a.example/1"), "update"),
    "marked_update": (report(WIRE), report("محدث: " + LATER), "update"),
    "same_outlet": (
        report(WIRE, outlet="a", published="2024-03-04"),
        report(LATER, outlet="a", published="2024-03-05"),
        "update",
    ),
    "same_words": (report(WIRE), report("عاجل | " + WIRE.replace("قالت", "بغداد – واع –\nقالت") + " (واع)"), "copy"),
    "contained": (report(LONG), report(WIRE), "copy"),
    "near_copy_differs": (report(WIRE), report(LATER), "variant"),
    "shared_background": (report(VISIT), report(ATTACK), "new"),
    "other_words": (
        report(WIRE),
        report("أعلنت وزارة التربية موعد الامتحانات النهائية للمراحل المنتهية في عموم البلاد."),
        "new",
    ),
}


@pytest.mark.parametrize("test", LADDER)
def test_each_rung_decides(test: str) -> None:
    a, b, verdict = LADDER[test]
    found = compare(a, b)
    assert (found.verdict, found.test) == (verdict, test)


BRIEFS = {
    "in English": (
        "{} will keep {} troops in {} next year to train and advise local forces, a spokesman for the ministry said.",
        ("Denmark", "120", "Latvia"),
        ("Italy", "1,400", "Kosovo"),
    ),
    "in Arabic": (
        "ستبقي {} {} جندي في {} حتى نهاية العام المقبل لتدريب القوات المحلية وتقديم المشورة لها وفق متحدث رسمي.",
        ("إيطاليا", "900", "كوسوفو"),
        ("فرنسا", "1500", "لبنان"),
    ),
}


@pytest.mark.parametrize("case", BRIEFS)
def test_briefs_built_alike_about_others_elsewhere_are_new(case: str) -> None:
    brief, one, other = BRIEFS[case]
    names = {name: (name.lower(), "place") for words in (one, other) for name in (words[0], words[2])}
    found = compare(report(brief.format(*one), names=names), report(brief.format(*other), names=names))
    assert (found.verdict, found.test) == ("new", "shared_template")


@pytest.mark.parametrize("case", BRIEFS)
def test_a_brief_with_only_its_figure_or_only_its_place_changed_is_a_variant(case: str) -> None:
    brief, one, other = BRIEFS[case]
    names = {name: (name.lower(), "place") for words in (one, other) for name in (words[0], words[2])}
    for changed, field in (((one[0], other[1], one[2]), "figure"), ((one[0], one[1], other[2]), "place")):
        found = compare(report(brief.format(*one), names=names), report(brief.format(*changed), names=names))
        assert (found.verdict, {each.field for each in found.differences}) == ("variant", {field})


def test_an_update_lists_what_it_changed() -> None:
    a, b, _ = LADDER["same_article"]
    assert ("2", "3") in {(each.a, each.b) for each in compare(a, b).differences}


def test_one_outlet_a_week_later_with_other_figures_is_no_update() -> None:
    bulletin = "سجل سعر صرف الدولار في أسواق بغداد صباح اليوم {} دينارا لكل مئة دولار بحسب متعاملين في بورصة الكفاح."
    a = report(bulletin.format("141250"), outlet="a", published="2024-03-04")
    b = report(bulletin.format("142500"), outlet="a", published="2024-03-11")
    assert compare(a, b).verdict == "variant"


def test_the_same_words_are_a_copy_whichever_comes_first() -> None:
    assert compare(report(WIRE), report(LONG)).verdict == compare(report(LONG), report(WIRE)).verdict == "copy"


def test_a_report_is_decided_against_the_nearest() -> None:
    known = [report(LATER, key="later"), report(WIRE, key="wire"), report(ATTACK, key="attack")]
    found = decide(report(WIRE.replace("جنديين", "جُنديين"), key="new"), known)
    assert (found.verdict, found.test, found.of, found.likeness) == ("copy", "same_words", "wire", 1.0)


def test_a_report_of_none_is_new() -> None:
    found = decide(report(VISIT), [report(WIRE)])
    assert (found.verdict, found.of) == ("new", None)


def test_an_article_s_own_earlier_text_comes_before_a_copy_elsewhere() -> None:
    known = [report(LATER, key="copy elsewhere"), report(WIRE, key="own", url="http://a.example/1")]
    found = decide(report(LATER, key="now", url="http://a.example/1"), known)
    assert (found.verdict, found.of) == ("update", "own")


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("شمال المدينة", "جنوب المدينة", "place"),
        ("ومن المقرر أن يفتح الطريق غدا", "ومن المقرر أن يفتح الطريق اليوم", "day"),
    ],
)
def test_an_ordinary_word_can_change_the_place_or_the_day(before: str, after: str, field: str) -> None:
    text = (
        "انهيار جسر قيد الإنشاء\nأعلنت السلطات المحلية مقتل سبعة عمال في انهيار جسر قيد الإنشاء شمال المدينة بعد أمطار"
        " غزيرة.\nوقال محافظ الإقليم إن فرق الإنقاذ تبحث عن مفقودين تحت الأنقاض.\nومن المقرر أن يفتح الطريق غدا أمام"
        " حركة السير بحسب مديرية المرور."
    )
    found = compare(report(text), report(text.replace(before, after)))
    assert (found.verdict, [each.field for each in found.differences]) == ("variant", [field])


def test_a_new_report_is_kept_with_the_nearest_one_and_why_it_is_no_copy() -> None:
    attack, visit = report(ATTACK), report(VISIT)
    found = decide(visit, [report("Snow closes schools\nSnow closed all schools of the north on Sunday."), attack])
    assert (found.verdict, found.test, found.of) == ("new", "shared_background", attack.key)
    assert found.containment > 0
    assert decide(visit, []).of is None


def test_a_page_that_is_rewritten_at_its_address_may_tell_of_another_event() -> None:
    page = "http://a.example/live"
    rockets = "Rockets hit a camp near Mosul on Monday, and nobody was hurt, two police officers said."
    vote = "Parliament in Baghdad put off a vote on the budget until Thursday for want of a quorum, its speaker said."
    found = compare(report(rockets, url=page), report(vote, url=page))
    assert (found.verdict, found.test, found.same_story) == ("update", "same_article", False)
