"""Who says it: before a colon, in an answer, by a title, and who only is spoken of."""

from __future__ import annotations

from datetime import date

import pytest

from posture.adapters.phrases import read_phrases
from posture.adapters.seeds import read_lexicon
from posture.extracting.extraction import extract
from posture.reading.texts import read_text

DAY = date(2024, 2, 6)


def speakers(text: str, kind: str) -> list[str | None]:
    found = extract(read_text(text, title="", published=DAY), read_lexicon(), read_phrases()).claims
    return [claim.speaker for claim in found if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "09:40 - Lloyd Austin: US troops will leave Ain al-Asad by September 2025.", "lloyd_austin",
            id="on a live page, before a colon",
        ),
        pytest.param(
            "لويد أوستن: ستغادر القوات الأميركية العراق بحلول أيلول 2025.", "lloyd_austin", id="before a colon, Arabic"
        ),
        pytest.param(
            'Lloyd Austin received us. Q: When do US troops leave? A: "They will leave Iraq by September 2025."',
            "lloyd_austin", id="in the answer of an interview",
        ),
        pytest.param(
            "استقبل وزير الدفاع ثابت العباسي السفيرة. وأكد معاليه أن القوات الأميركية ستغادر العراق بحلول أيلول 2025.",
            "thabit_al_abbasi", id="by a title of honour",
        ),
        pytest.param(
            "Lloyd Austin met troops. A farmer said US forces would leave Iraq by September 2025.", None,
            id="a farmer is nobody named before",
        ),
        pytest.param(
            "Former Pentagon official Dana Stroul said US forces would leave Iraq by September 2025.",
            "unknown:dn strl",
            id="a former official speaks for himself and no ministry",
        ),
        pytest.param(
            "ورد متحدث باسم وزارة الخارجية الأميركية بأن القوات ستغادر العراق بحلول أيلول 2025.",
            "us_state_department", id="an unnamed spokesman speaks for his ministry",
        ),
    ],
)  # fmt: skip
def test_a_timetable_has_the_speaker_who_gives_it(text, speaker):
    assert set(speakers(text, "timetable")) == {speaker}


def test_a_heading_on_a_death_is_no_speaker():
    text = "مقتل سليماني: الغارة الجوية الأميركية في كانون الثاني 2020 في بغداد."
    assert "qasem_soleimani" not in speakers(text, "incident")


def test_a_claim_made_by_a_group_is_not_its_word_on_the_number():
    text = "US forces in Iraq came under attack 150 times since October 17, most attacks claimed by Kataib Hezbollah."
    assert speakers(text, "incident") == [None]


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        pytest.param(
            "السلطات العراقية أعلنت بدء عملية انسحاب الجيش الأميركي.", "movement", "iraqi_government",
            id="who stands right before the verb, not the troops of its object",
        ),
        pytest.param(
            "أقر البرلمان العراقي مشروع قانون يلزم الجنود الأميركيين بالمغادرة.", "legal", None,
            id="a parliament that passes a law says nothing",
        ),
        pytest.param(
            "صوّت مجلس النواب على قرار إنهاء وجود القوات الأجنبية، وهددت واشنطن بفرض عقوبات.", "legal", None,
            id="a clause joined by waw says nothing of what stands before it",
        ),
        pytest.param(
            "جددت مجموعة من الفصائل العراقية المتحالفة مع إيران التهديدات بمواصلة الهجمات على القوات الأمريكية.",
            "statement", "iraqi_factions", id="a backer speaks for nobody",
        ),
    ],
)  # fmt: skip
def test_none_speaks_but_he_whose_the_verb_is(text, kind, speaker):
    assert set(speakers(text, kind)) == {speaker}


def test_a_clause_of_condition_names_nobody_who_expects():
    text = "Even if the coalition is dissolved, diplomats expect a presence to remain in the Kurdistan Region."
    assert "coalition" not in speakers(text, "statement")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "المتحدثة سابرينا سينغ أكدت أمس للجيش العراقي أن القوات الأميركية باقية في العراق.", "sabrina_singh",
            id="who stands before the Arabic verb, not whom she tells it",
        ),
        pytest.param(
            "Lloyd Austin met US troops and said US forces would stay in Iraq.", "lloyd_austin",
            id="who spoke before the and goes on",
        ),
        pytest.param(
            "قال مصدر أمني عراقي إن القوات الأمريكية باقية في العراق.", None,
            id="a source without a name is not its country",
        ),
        pytest.param(
            '"Foreign troops must leave Iraq," Salim al-Rikabi, of the Reform bloc, told reporters.', "unknown:slm rkb",
            id="of whom something is told between commas",
        ),
        pytest.param(
            "من جانبه، جدد العراق التزامه بحماية أفراد التحالف الدولي.", "iraq",
            id="the subject of a promise, not those who are protected",
        ),
        pytest.param(
            "ERBIL, Kurdistan Region - Foreign troops must leave Iraq, Qais al-Khazali said.", "qais_al_khazali",
            id="where it was filed speaks for nobody",
        ),
    ],
)  # fmt: skip
def test_a_position_has_the_speaker_who_holds_it(text, speaker):
    assert set(speakers(text, "statement")) == {speaker}


def test_a_quotation_goes_on_in_the_next_sentence():
    text = "Qais al-Khazali said: “The Americans lie. US forces must leave Iraq.”"
    assert "qais_al_khazali" in speakers(text, "statement")


def test_a_plan_that_is_followed_says_nothing():
    text = "وفقا لتوجيهات الرئيس دونالد ترامب ستنسحب القوات الأمريكية من العراق."
    assert speakers(text, "movement") == [None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "السوداني: لا حاجة إلى بقاء القوات الأمريكية في العراق.", "mohammed_shia_al_sudani",
            id="a prime minister by surname alone, who is no Sudanese here",
        ),
        pytest.param(
            "قال النائب عن تحالف الفتح سالم الركابي إن على القوات الأمريكية أن ترحل من العراق.", "unknown:slm rkb",
            id="a deputy behind his bloc",
        ),
        pytest.param(
            'A spokesman for the cabinet, Nazar al-Tamimi, described the US presence as "a danger to Iraq".',
            "unknown:nzr tm", id="what is said stands behind the verb when it is quoted there",
        ),
        pytest.param(
            "Kataib Hezbollah was told of it. He brushed off a plan that Iraq's prime minister says he got: "
            "US forces must leave Iraq, Qais al-Khazali said.", "qais_al_khazali",
            id="a relative clause speaks for nobody",
        ),
    ],
)  # fmt: skip
def test_real_reports_name_their_speakers_shortly(text, speaker):
    assert speaker in speakers(text, "statement")


def test_who_did_a_thing_by_saying_so_is_not_his_object():
    text = "The general surprised the Pentagon by saying US forces would leave Iraq by September 2025."
    assert "us_defense_department" not in speakers(text, "timetable")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ('"They must go home," said Qais al-Khazali of US troops in Iraq.', "departure"),
        ('قال هادي العامري: "قوات الاحتلال يجب ألا تبقى هنا، وبقاء القوات الأمريكية خطر".', "presence"),
    ],
)
def test_a_reported_position_says_what_it_is_about(text, event):
    found = extract(read_text(text, title="", published=DAY), read_lexicon(), read_phrases()).claims
    assert event in {claim.event for claim in found if claim.kind == "statement"}
