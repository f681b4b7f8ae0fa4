"""What is denied, refused, put off or said by somebody else is never told as a fact, nor by the wrong speaker."""

from __future__ import annotations

from datetime import date

import pytest

from posture.adapters.phrases import read_phrases
from posture.adapters.seeds import read_lexicon
from posture.extracting.extraction import extract
from posture.reading.texts import read_text

DAY = date(2024, 10, 15)


def claims(text: str, kind: str):
    found = extract(read_text(text, title="", published=DAY), read_lexicon(), read_phrases()).claims
    return [claim for claim in found if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("دحضت وزارة الدفاع العراقية أنباء عن وصول 700 جندي أمريكي إلى قاعدة حرير.", "iraqi_defense_ministry"),
        ("لا صحة للأنباء التي تتحدث عن وصول 700 جندي أمريكي إلى أربيل.", None),
        ("نفى البنتاغون ما تداولته منصات التواصل عن نشر 700 جندي أمريكي في كركوك.", "us_defense_department"),
        ("The Pentagon rejected online claims that 700 US troops had arrived in Erbil.", "us_defense_department"),
        ("The Iraqi military called false the reports that 700 US troops had left Ain al-Asad.", "iraqi_army"),
        ("Rumours that 700 US troops had left Ain al-Asad are untrue.", None),
    ],
)
def test_a_denied_report_is_a_denial_by_the_denier(text, speaker):
    assert [(c.polarity, c.modality, c.speaker) for c in claims(text, "movement")] == [("negated", "denied", speaker)]


def test_no_date_comes_of_a_refusal_to_set_one():
    told = claims(
        "The Pentagon would not set a date for the departure of US troops, expected in five months.", "timetable"
    )
    assert [(c.polarity, c.from_, c.to) for c in told] == [("negated", None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير الدفاع الأمريكي لويد أوستن إن القوات ستغادر، في حين دعا نواب كرد إلى الإبقاء على القوات الأمريكية.",
        "Lloyd Austin said the troops would leave, while Kurdish lawmakers urged keeping the US troops in Iraq.",
    ],
)
def test_a_demand_after_a_turn_is_not_the_first_speakers(text):
    assert "lloyd_austin" not in {c.speaker for c in claims(text, "statement") if c.modality == "demanded"}


def test_those_who_are_counted_do_not_speak():
    told = claims("About 150 Spanish soldiers would remain in Iraq, the report said.", "force_level")
    assert [c.speaker for c in told] == [None]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("About 80 Dutch and 40 Belgian soldiers serve at Harir air base.", [(80, "netherlands"), (40, "belgium")]),
        ("ينتشر 80 جنديا هولنديا و40 بلجيكيا في قاعدة حرير.", [(80, "netherlands"), (40, "belgium")]),
    ],
)
def test_joined_figures_are_two_levels_at_one_place(text, levels):
    told = claims(text, "force_level")
    assert sorted((c.count_low, c.force) for c in told) == sorted(levels)
    assert {c.place for c in told} == {"harir"}


@pytest.mark.parametrize(
    "text",
    [
        "أرجأ البرلمان العراقي التصويت على قانون إخراج القوات الأمريكية إلى الأسبوع المقبل.",
        "Iraq's parliament failed to reach a quorum on Saturday for a vote on expelling US troops.",
        "Iraq's parliament postponed the vote on a bill to expel US forces until next week.",
    ],
)
def test_a_vote_put_off_is_no_vote_and_gives_no_timetable(text):
    assert [(c.event, c.polarity) for c in claims(text, "legal")] == [("vote", "negated")]
    assert claims(text, "timetable") == []


@pytest.mark.parametrize(
    "text",
    [
        "The strike brings to at least 140 the number of attacks on U.S. forces in Iraq since October.",
        "وارتفع عدد الهجمات على القوات الأمريكية في العراق إلى 140 هجوما منذ تشرين الأول.",
    ],
)
def test_a_tally_of_attacks_is_counted(text):
    assert [c.count_low for c in claims(text, "incident")] == [140]


def test_one_who_is_named_twice_is_one_party():
    text = "Iraqi Prime Minister Mohammed Shia al-Sudani met US Secretary of State Antony Blinken in Baghdad."
    told = claims(text, "engagement")
    assert [[one.quote for one in c.evidence if one.role == "party"] for c in told] == [
        ["Mohammed Shia al-Sudani", "Antony Blinken"]
    ]


def test_the_receiver_of_a_letter_does_not_speak():
    told = claims("Iraq handed the US ambassador a letter demanding the withdrawal of American troops.", "legal")
    assert [(c.event, c.speaker) for c in told] == [("letter", "iraq")]


@pytest.mark.parametrize(
    "text",
    [
        "رفض البنتاغون التعليق على تقارير عن وصول 700 جندي أمريكي إلى قاعدة حرير.",
        "The Pentagon declined to comment on reports of the arrival of 700 US soldiers at Harir base.",
    ],
)
def test_who_will_not_comment_neither_denies_nor_confirms(text):
    assert [(c.polarity, c.modality) for c in claims(text, "movement")] == [("affirmed", "hypothetical")]


def test_a_denial_ends_where_the_sentence_turns():
    text = "فند البنتاغون مزاعم عن انسحاب القوات الأمريكية، بينما طالبت كتلة نيابية بخروج القوات الأمريكية من العراق."
    assert [(c.polarity, c.modality) for c in claims(text, "statement")] == [("affirmed", "demanded")]


def test_a_country_joined_by_and_has_its_own_number():
    told = claims("تحتفظ ألمانيا بـ130 جندياً وإيطاليا بـ260 جندياً في أربيل.", "force_level")
    assert [(c.count_low, c.force) for c in told] == [(130, "germany"), (260, "italy")]


def test_a_tally_of_attacks_counts_no_troops():
    assert claims("The attack on US forces would bring the number of attacks since August to 31.", "force_level") == []


def test_the_name_of_a_news_agency_is_no_report():
    told = claims("رفض مسؤول عسكري في تصريح لوكالة الأنباء الفرنسية نشر 700 جندي أمريكي.", "movement")
    assert [(c.polarity, c.modality, c.via) for c in told] == [("negated", "asserted", "afp")]


def test_sources_named_in_passing_do_not_take_the_word_from_the_speaker():
    told = claims("وأشار السوداني، وفق مصادر، إلى أن القوات الأمريكية ستنسحب من عين الأسد.", "movement")
    assert [c.speaker for c in told] == ["mohammed_shia_al_sudani"]


@pytest.mark.parametrize(
    "text",
    [
        "Families saw off the 900 soldiers of the Iowa National Guard who will deploy to Iraq next month.",
        "The 600 US soldiers bound for Iraq trained in Texas.",
        "قال البنتاغون إن الـ400 جندي أميركي الذين سينتشرون في العراق يتدربون الآن.",
    ],
)
def test_those_who_are_still_to_come_are_none_of_those_who_are_there(text):
    assert claims(text, "force_level") == []


def test_those_who_are_to_leave_are_there():
    assert [
        c.count_low for c in claims("The 2,500 US troops who will leave Iraq guard three bases.", "force_level")
    ] == [2500]
