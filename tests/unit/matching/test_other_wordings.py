"""One word in the place of another: a variant, unless the word is known to say the same."""

from __future__ import annotations

import pytest
from reports_by_hand import report

from posture.matching.comparing import compare
from posture.matching.sameness import say_the_same

ENGLISH = """Latvia said on Monday that it would keep 30 drivers at the depot near Ramadi until the end of May.
The defence minister told a committee that the road was safe and that the convoys would go on as planned.
Two mines had been cleared beside the gate in March, at a cost of 40,000 euros, and nobody was hurt.
The committee will hear the commander of the contingent once all trucks have come back."""
ARABIC = """قالت لاتفيا يوم الاثنين إنها ستبقي 30 سائقا في المستودع القريب من الرمادي حتى نهاية مايو.
وأبلغ وزير الدفاع لجنة أن الطريق آمن وأن القوافل ستستمر كما هو مخطط.
وكان قد أزيل لغمان بجانب البوابة في مارس بكلفة 40 ألف يورو ولم يصب أحد.
وستستمع اللجنة إلى قائد الكتيبة بعد عودة جميع الشاحنات."""
OTHERWISE = {
    "another deed": (ENGLISH, "would keep 30 drivers", "would fetch 30 drivers"),
    "another trade": (ENGLISH, "30 drivers", "30 cooks"),
    "another quality": (ENGLISH, "the road was safe", "the road was icy"),
    "another condition": (ENGLISH, "once all trucks", "unless all trucks"),
    "another currency": (ENGLISH, "40,000 euros", "40,000 dollars"),
    "a moment for a land": (ENGLISH, "beside the gate in March", "beside the gate by Iran"),
    "another year": (ENGLISH, "until the end of May", "until the end of May 2031"),
    "a part for the whole": (ENGLISH, "once all trucks", "once most trucks"),
    "another deed in Arabic": (ARABIC, "ستبقي 30 سائقا", "ستجلب 30 سائقا"),
    "another quality in Arabic": (ARABIC, "الطريق آمن", "الطريق موحل"),
    "what will be was": (ARABIC, "وستستمع اللجنة", "واستمعت اللجنة"),
    "another unit in Arabic": (ARABIC, "40 ألف يورو", "40 ألف دينار"),
    "a part for the whole in Arabic": (ARABIC, "جميع الشاحنات", "بعض الشاحنات"),
}
THE_SAME = {
    "a synonym": (ENGLISH, "said on Monday", "announced on Monday"),
    "British and American": (ENGLISH, "The defence minister", "The defense minister"),
    "one word or two": (ENGLISH, "come back", "comeback"),
    "another form": (ENGLISH, "Two mines had been cleared", "Two mines were cleared"),
    "moved within the sentence": (ENGLISH, "said on Monday that it", "on Monday said that it"),
    "a synonym in Arabic": (ARABIC, "يوم الاثنين إنها", "الاثنين إنها"),
    "another form in Arabic": (ARABIC, "وأبلغ وزير الدفاع", "وأبلغت وزير الدفاع"),
    "the figure in words": (ARABIC, "30 سائقا", "ثلاثين سائقا"),
}


@pytest.mark.parametrize("case", OTHERWISE)
def test_another_word_makes_a_variant(case: str) -> None:
    text, before, after = OTHERWISE[case]
    assert before in text
    found = compare(report(text), report(text.replace(before, after)))
    assert (found.verdict, bool(found.differences)) == ("variant", True)


@pytest.mark.parametrize("case", THE_SAME)
def test_the_same_in_other_words_stays_a_copy(case: str) -> None:
    text, before, after = THE_SAME[case]
    assert before in text
    assert compare(report(text), report(text.replace(before, after))).verdict == "copy"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("centre", "center", True),
        ("negotiate", "negotiation", True),
        ("postponed", "delayed", True),
        ("keep", "withdraw", False),
        ("troops", "contractors", False),
        ("ارجا", "اجل", True),
        ("تدريبات", "تدريبيه", True),
        ("مؤقت", "دائم", False),
    ],
)
def test_two_words_say_the_same_by_form_spelling_or_use(one: str, other: str, same: bool) -> None:
    assert say_the_same(one, other) is same
