"""Which movements and timetables a sentence tells: when, of whom, where, and which it only seems to tell."""

from __future__ import annotations

from datetime import date

import pytest

from posture.adapters.phrases import read_phrases
from posture.adapters.seeds import read_lexicon
from posture.extracting.extraction import extract
from posture.reading.texts import read_text

DAY = date(2024, 7, 24)  # a Wednesday


def told(text, kind):
    found = extract(read_text(text, title="", published=DAY), read_lexicon(), read_phrases())
    return [claim for claim in found.claims if claim.kind == kind]


MOVED = [
    ("the day of an announcement is not that of the plan",
     "The Pentagon confirmed on Monday plans to withdraw 120 troops from Harir.",
     {"event": "withdrawal", "from_": None, "modality": "planned", "count_low": 120}),
    ("a day ahead makes a plan of it",
     "كشف مصدر أمني، اليوم الأربعاء، عن بدء انسحاب القوات الأمريكية من حرير في شهر تشرين الأول المقبل.",
     {"event": "withdrawal", "modality": "planned", "to": date(2024, 10, 31)}),
    ("a limit leaves the first day open",
     "US troops will withdraw from Harir by the end of November 2024.",
     {"from_": None, "to": date(2024, 11, 30)}),
    ("a verb in the present tells of the weekday to come",
     "Some 90 soldiers of the 5th Battalion of the Ohio National Guard leave for Iraq on Saturday.",
     {"force": "us", "count_low": 90, "from_": date(2024, 7, 27)}),
    ("the rest are of those told of before",
     "About 80 Norwegian soldiers left Ain al-Asad last week. The rest will depart in September.",
     {"event": "departure", "force": "norway", "modality": "planned", "from_": date(2024, 9, 1)}),
    ("an Arabic rest as well",
     "غادر 80 جنديا نرويجيا قاعدة عين الأسد. وينقل الباقون إلى الكويت في أيلول.",
     {"event": "redeployment", "force": "norway", "modality": "planned"}),
    ("a base lies in its province",
     "تمهيدا لنقل 70 جنديا أمريكيا إلى قاعدة حرير بمحافظة أربيل.",
     {"event": "redeployment", "place": "harir", "modality": "planned"}),
    ("a base lies in its country", "American soldiers withdrew from Iraq's Harir base.", {"place": "harir"}),
    ("who heads somewhere has not left it",
     "اتجه رتل أمريكي نحو قاعدة حرير.", {"event": "redeployment", "place": "harir"}),
    ("a schedule plans what it is joined with",
     "تعمل اللجان على وضع جدول زمني لمهمة التحالف ومباشرة الخفض التدريجي للقوات الأمريكية في العراق.",
     {"event": "reduction", "modality": "planned"}),
    ("a number with its movement is the one that counts",
     "قرر الوزير البريطاني زيادة عدد المدربين وإرسال 60 جنديا بريطانيا إلى العراق.", {"count_low": 60, "force": "uk"}),
]  # fmt: skip

UNMOVED = [
    ("on another continent", "US forces will leave Niger by next month."),
    ("a question", "Will US troops leave Iraq this year?"),
    ("units are stationed", "Some 280 German soldiers are deployed, most of them in Jordan."),
    ("a number of soldiers grows to a figure", "قال المصدر إن عدد المستشارين الأمريكيين في العراق وصل إلى 900 مستشار."),
    ("parts of something else", "US troops are in Iraq. Some of the rockets reached Harir."),
]

LIMITED = [
    ("the rest of a plan",
     "The plan is to withdraw hundreds of US troops from Iraq by May 2025, the rest by July 2025, with few staying.",
     {"event": "withdrawal", "to": date(2025, 7, 31)}),
    ("a mission far from its verb",
     "The US-led mission against the Islamic State group in western Iraq will conclude by May 2025.",
     {"event": "end_of_mission", "to": date(2025, 5, 31)}),
    ("a stay that is made longer", "Parliament extended the mandate of the German soldiers in Iraq by nine months.",
     {"event": "presence", "to": None}),
    ("a past agreement",
     "The two countries agreed in 2021 to end the US combat mission in Iraq by December of that year.",
     {"to": date(2021, 12, 31)}),
    ("this year is that of the agreement",
     "في 11 تشرين الأول 2022، اتفق الطرفان على سحب القوات الأمريكية من العراق بحلول نهاية هذا العام.",
     {"to": date(2022, 12, 31)}),
    ("phases of an agreement", "تنسحب القوات الأمريكية من العراق على مرحلتين، تنتهي الأولى في أيار 2025.",
     {"to": date(2025, 5, 31)}),
    ("a limit that is not passed", "تنتهي مهمة التحالف في العراق بشكل تدريجي لا يتجاوز شهر أيار 2025.",
     {"polarity": "affirmed", "to": date(2025, 5, 31)}),
    ("a date that was fixed", "US troops are in Iraq. The date that was fixed, he said, is May 2025.",
     {"to": date(2025, 5, 31)}),
    ("a beginning", "إنهاء مهمة التحالف في العراق ابتداء من أيار 2025.", {"from_": date(2025, 5, 1), "to": None}),
]  # fmt: skip

UNLIMITED = [
    ("what was done within a time", "سلّم التحالف قاعدة حرير، وهي رابع قاعدة تُسلَّم في غضون شهر."),
    ("talks that go on", "US troops are in Iraq. The talks on their mission will continue until Friday."),
    ("what has lasted until now", "القوات الأمريكية باقية في العراق حتى اليوم."),
    ("a tour of duty", "US troops are in Iraq. The brigade began its nine-month deployment."),
    ("what hangs on a condition", "Analysts ask whether the withdrawal of US troops from Iraq will happen in 2025."),
    ("no more than the coming days", "US troops will leave the site in Iraq in the coming days."),
]  # fmt: skip


def fits(claim, fields):
    return all(getattr(claim, name) == value for name, value in fields.items())


@pytest.mark.parametrize(("case", "text", "fields"), MOVED, ids=[one[0] for one in MOVED])
def test_a_movement_is_told_with(case, text, fields):
    assert any(fits(claim, fields) for claim in told(text, "movement")), told(text, "movement")


@pytest.mark.parametrize(("case", "text"), UNMOVED, ids=[one[0] for one in UNMOVED])
def test_nobody_moves(case, text):
    assert told(text, "movement") == []


@pytest.mark.parametrize(("case", "text", "fields"), LIMITED, ids=[one[0] for one in LIMITED])
def test_a_timetable_is_given_for(case, text, fields):
    assert any(fits(claim, fields) for claim in told(text, "timetable")), told(text, "timetable")


@pytest.mark.parametrize(("case", "text"), UNLIMITED, ids=[one[0] for one in UNLIMITED])
def test_no_timetable_is(case, text):
    assert told(text, "timetable") == []
