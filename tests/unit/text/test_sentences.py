"""Sentences: where one ends and the next begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.text.sentences import sentences

CUT = {
    "a plain English pair": "Troops left.| The base closed.",
    "a plain Arabic pair": "غادرت القوات القاعدة.| وقال المتحدث إن العدد انخفض.",
    "military ranks": "Lt. Gen. Kevin Leahy met Maj. Gen. Qais al-Mohammedawi.| They agreed.",
    "initials of a country inside": "The U.S. Army left.| Talks go on.",
    "initials of a country at the end": "He flew to the U.S.| The talks resume Monday.",
    "abbreviated months": "It began on Jan. 25 and ended on Sept. 30.| Nobody spoke.",
    "a decimal and a thousands point": "About 2.5 thousand, or 3.400 men.| Fewer than 1.200 remain.",
    "an Arabic comma inside a number": "يعمل حوالي 2،500 جندي في العراق.| وحوالي 900 في سوريا.",
    "Arabic titles of one letter": "قال د. أحمد وأ.د. سعاد ذلك.| ثم غادرا.",
    "an Arabic question": "هل تنسحب القوات؟| لا أحد يعرف.",
    "an Arabic semicolon": "اتفق الطرفان على الموعد؛| وستنسحب القوات تدريجيا.",
    "a question in the middle of a sentence": "“Will they leave?” he asked.| “They will!” she said.",
    "closing quotes belong to the sentence": "قال: «سننسحب قريباً.»| وأضاف أن الموعد محدد.",
    "dots of omission inside": "The plan … is ready... but secret.| It works.",
    "dots of omission inside Arabic": "وضع “جدول زمني محدد وواضح… وبدء تقليل تدريجي”.| انتهى.",
    "a line break ends a headline": "بغداد وواشنطن تبدآن الحوار|\nانطلقت الجولة الأولى.",
    "a lost space between Arabic sentences": "في بغداد يوم الخميس.|وقالت الوزارة ذلك.",
    "numbered points": "1. The mission ends.|\n2. Advisers stay.",
    "bullets": "• القوات الأمريكية| • قوات التحالف",
    "lines of one width": (
        "The unit will move some 60 of its 140 trainers\n"
        "to the camp at Semel before the end of summer,\n"
        "the ministry said on Friday.| Others are to stay\n"
        "for another year."
    ),
    "Arabic lines of one width": (
        "أعلنت الوزارة مساء الخميس أن ستين من مدربيها\n"
        "سينتقلون إلى معسكر سميل قبل نهاية الصيف، على\n"
        "أن يبقى الآخرون سنة أخرى في بغداد وضواحيها"
    ),
    "a heading above lines of one width": (
        "What comes next|\n"
        "The unit will move some 60 of its 140 trainers\n"
        "to the camp at Semel before the end of summer,\n"
        "the ministry said on Friday."
    ),
    "a line that a small letter continues": "The ministry will bring sixty trainers to the\ncamp at Semel.",
    "links on lines of their own": (
        "زار قائد\nالوحدة\nفي\nالبصرة\n، العقيد\nسالم\n، معسكرا قرب\nالميناء\n.|\nأخبار أخرى"
    ),
    "short lines below each other": "Trainers: 60|\nCamps: 2|\nArabic: yes",
    "a number with No.": "Resolution No. 1701 was cited.| No.| They refused.",
}  # the marks | show where the text is cut


@pytest.mark.parametrize("marked", CUT.values(), ids=CUT)
def test_sentences_are_cut_where_a_reader_would(marked: str) -> None:
    expected = [part.strip(" •\n") for part in marked.split("|")]
    text = marked.replace("|", "")
    assert [span.of(text) for span in sentences(text)] == expected


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" .?!؟…\n“”'•-aAبج12"))))
def test_sentences_are_in_order_and_without_surrounding_space(text: str) -> None:
    end = 0
    for span in sentences(text):
        assert end <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
        end = span.end
