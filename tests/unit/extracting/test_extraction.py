"""What one sentence yields: scope, places, speakers, days, boilerplate, conflicts, and nothing from hostile texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posture.adapters.phrases import read_phrases
from posture.adapters.seeds import read_lexicon
from posture.extracting import matcher
from posture.extracting.extraction import extract
from posture.reading.texts import read_text

DAY = date(2024, 1, 26)


def claims(text: str, *, day: date | None = DAY, title: str = "", kind: str | None = None):
    found = extract(read_text(text, title=title, published=day), read_lexicon(), read_phrases()).claims
    return [claim for claim in found if kind in (None, claim.kind)]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        pytest.param(
            "The United States has 2,300 troops in Iraq and 700 in Syria.",
            [(2300, "us", "iraq"), (700, "us", "syria")],
            id="two places in one sentence",
        ),
        pytest.param(
            "ينتشر نحو 1300 جندي أمريكي في العراق و600 في سوريا.", [(1300, "us", "iraq"), (600, "us", "syria")],
            id="two places in one Arabic sentence",
        ),
        pytest.param("ينتشر 3000 جندي عراقي حول الرمادي.", [], id="Iraqi soldiers are not posture"),
        pytest.param("Some 700 tribal fighters were trained at Al Asad.", [], id="nor are tribal fighters"),
        pytest.param("قتل أكثر من 39 ألف فلسطيني في الحرب.", [], id="nor the dead of another war"),
        pytest.param(
            "More than 90 members of Iraq's parliament want foreign troops out by June.", [], id="nor are deputies"
        ),
        pytest.param("Four US soldiers were killed in Iraq.", [], id="nor the dead of this one"),
        pytest.param("Russia has massed 90,000 troops near the border.", [], id="nor another country's army"),
        pytest.param("يحتفظ الجيش الفرنسي بنحو 600 جندي في العراق.", [(600, "france", "iraq")], id="an ally's are"),
    ],
)  # fmt: skip
def test_levels_are_those_of_foreign_troops(text, levels):
    assert [(c.count_low, c.force, c.place) for c in claims(text, kind="force_level")] == levels


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        pytest.param("انسحبت القوات الأمريكية من قاعدة القيارة.", "asserted", "affirmed", id="told"),
        pytest.param("ستنسحب القوات الأمريكية من قاعدة القيارة.", "planned", "affirmed", id="to come"),
        pytest.param("لم تنسحب القوات الأمريكية من قاعدة القيارة.", "asserted", "negated", id="not so"),
        pytest.param("من المتوقع أن تنسحب القوات الأمريكية من قاعدة القيارة.", "expected", "affirmed", id="expected"),
        pytest.param("إذا انسحبت القوات الأمريكية من العراق عاد الإرهاب.", "hypothetical", "affirmed", id="if"),
        pytest.param("انسحبت القوات الأمريكية من العراق نهاية 2011.", "past", "affirmed", id="long ago"),
        pytest.param("US forces withdrew from Qayyarah air base.", "asserted", "affirmed", id="told, English"),
        pytest.param("US forces will withdraw from Ain al-Asad.", "planned", "affirmed", id="to come, English"),
        pytest.param("US forces have not withdrawn from Ain al-Asad.", "asserted", "negated", id="not so, English"),
        pytest.param("US forces could withdraw from Ain al-Asad.", "hypothetical", "affirmed", id="could, English"),
    ],
)
def test_a_movement_is_coloured(text, modality, polarity):
    assert [(c.modality, c.polarity) for c in claims(text, kind="movement")] == [(modality, polarity)]


def test_a_negated_word_and_an_affirmed_one_differ_in_polarity_alone():
    yes, no = (
        claims("US forces have withdrawn from Ain al-Asad."),
        claims("US forces have not withdrawn from Ain al-Asad."),
    )
    assert (yes[0].event, yes[0].place) == (no[0].event, no[0].place)
    assert (yes[0].polarity, no[0].polarity) == ("affirmed", "negated")


def test_a_speaker_is_carried_to_the_next_sentence():
    text = (
        "قال وزير الدفاع الأمريكي لويد أوستن إن المحادثات مستمرة مع العراق. وأضاف أن 2500 جندي أمريكي في العراق سيبقون."
    )
    assert {c.speaker for c in claims(text, kind="force_level")} == {"lloyd_austin"}


def test_without_a_day_of_publication_relative_days_stay_open():
    found = claims("A drone attack hit Ain al-Asad air base on Monday.", day=None)
    assert [(c.from_, c.as_of) for c in found] == [(None, None)]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        pytest.param("\nWASHINGTON (AP) — US forces withdrew from Ain al-Asad.", "ap", id="a dateline"),
        pytest.param("\nبغداد (رويترز) - انسحبت القوات الأمريكية من عين الأسد.", "reuters", id="an Arabic dateline"),
        pytest.param("\nبغداد (أ.ب) - انسحبت القوات الأمريكية من عين الأسد.", "ap", id="initials with dots"),
        pytest.param("\nانسحبت القوات الأمريكية من عين الأسد في آب/أغسطس 2021.", None, id="August is no agency"),
        pytest.param(
            "\nAn official told Reuters that US forces withdrew from Ain al-Asad.", None, id="an outlet's own"
        ),
        pytest.param(
            "رويترز: القوات الأمريكية تنسحب\nانسحبت القوات الأمريكية من عين الأسد.", "reuters", id="a headline"
        ),
    ],
)
def test_the_agency_is_whose_text_it_is(text: str, agency: str | None) -> None:
    title, _, body = text.partition("\n")
    version = replace(read_text(body, title=title, published=DAY), outlet="paper")
    assert extract(version, read_lexicon(), read_phrases()).agency == agency


@pytest.mark.parametrize(
    ("body", "agency"),
    [
        ("قال مسؤولان لوكالة الأناضول إن القوات الأمريكية انسحبت من عين الأسد.", "anadolu"),
        ("US forces withdrew from Ain al-Asad, two officials told Reuters.", "reuters"),
        ("Two officials told Reuters that US forces withdrew. Another told AFP they had not.", None),
        ("The head of Reuters visited Ain al-Asad with US forces.", None),
    ],
)
def test_a_text_of_unknown_making_is_that_of_the_one_agency_it_cites(body: str, agency: str | None) -> None:
    found = extract(read_text(body, title="", published=DAY), read_lexicon(), read_phrases())
    assert found.agency == agency


def test_nothing_is_claimed_from_navigation_or_a_caption():
    body = (
        "تجاوز إلى المحتوى الرئيسي\n\nأكد مسؤول عراقي استمرار المحادثات بين بغداد وواشنطن بشأن القوات في البلاد.\n"
        "A US Army soldier stands guard as 4,000 American troops leave Camp Adder near Nasiriyah, Iraq,"
        " on December 7, 2011.\n"
        "مقالات ذات صلة\nاترك تعليقاً"
    )
    found = extract(read_text(body, title="", published=DAY), read_lexicon(), read_phrases())
    spans = [w.span for w in found.warnings if w.kind == "boilerplate"]
    assert len(spans) == 4
    assert not any(one.span.overlaps(span) for c in found.claims for one in c.evidence for span in spans)


def test_a_known_vote_with_another_date_is_a_warning():
    text = "أقر البرلمان العراقي خطة طرد الجنود الأمريكيين من البلاد في آذار/مارس 2017."
    found = extract(read_text(text, title="", published=DAY), read_lexicon(), read_phrases())
    assert [w.kind for w in found.warnings] == ["date_conflict"]


_WORDS = st.sampled_from(
    [
        "القوات",
        "الأمريكية",
        "انسحبت",
        "من",
        "العراق",
        "2500",
        "جندي،",
        "و900",
        "في",
        "سوريا.",
        "هجوم",
        "على",
        "قاعدة",
        "عين",
        "الأسد",
        "said",
        "the",
        "Pentagon",
        "will",
        "withdraw",
        "US",
        "troops",
        "from",
        "Iraq",
        "by",
        "September",
        "2026",
        "(",
        ")",
        "[",
        "{",
        "“",
        "”",
        "؟",
        "،",
        "قال",
        "إن",
        "لم",
        "قد",
        "سي",
        "\u200f",
        "ـ",
        "و",
        "ال",
        "\n",
        "1,2,3",
        "٢٥٠٠",
        "…",
        "-",
        "—",
        "بحلول",
        "بعد",
        "منذ",
        "between",
        "and",
    ]
)


@given(text=st.one_of(st.text(max_size=300), st.lists(_WORDS, max_size=60).map(" ".join)))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
def test_any_text_yields_only_what_stands_in_it(text):
    version = read_text(text, title="", published=DAY)
    found = extract(version, read_lexicon(), read_phrases())
    for claim in found.claims:
        assert claim.evidence
        assert 0 < claim.confidence <= 1
        for one in claim.evidence:
            assert one.quote
            assert one.span.of(version.body) == one.quote
    for warning in found.warnings:
        assert 0 <= warning.span.start < warning.span.end <= len(version.text(warning.where))


def test_those_of_them_who_return_are_those_who_left():
    text = "تقلص عدد مستشاري التحالف. ثم غادرت القوات الأمريكية العراق عام 2011 إلا أن بعضها عاد إلى العراق عام 2014."
    assert {c.force for c in claims(text, kind="movement") if c.event == "return"} == {"us"}


def test_what_an_agreement_is_on_is_still_to_come():
    text = "توصل الجانبان إلى اتفاق بشأن التخفيض التدريجي لعدد مستشاري التحالف الدولي في العراق."
    assert [(c.event, c.modality) for c in claims(text, kind="movement")] == [("reduction", "planned")]


def test_a_known_day_without_its_year_is_told_as_such():
    text = "في 26 تموز اتفقت بغداد وواشنطن على سحب القوات الأمريكية المقاتلة من العراق."
    found = extract(read_text(text, title="", published=DAY), read_lexicon(), read_phrases()).warnings
    assert [(w.kind, "gives no year" in w.message) for w in found] == [("date_conflict", True)]


def test_work_grows_with_the_length_of_the_text_and_no_faster(monkeypatch):
    """Counts steps of matching, not seconds: twenty times one paragraph costs about twenty times as much."""
    steps = 0
    own = matcher._goes_on

    def counted(ahead, at, keys):
        nonlocal steps
        steps += 1
        return own(ahead, at, keys)

    monkeypatch.setattr(matcher, "_goes_on", counted)
    text = "قال مسؤول أمريكي إن القوات الأمريكية ستنسحب من قاعدة عين الأسد والعراق بحلول نهاية 2026 "
    costs = []
    for times in (1, 20):
        steps = 0
        claims(text * times)
        costs.append(steps)
    assert costs[1] < 30 * costs[0]


def test_a_row_of_a_table_has_no_dateline() -> None:
    rows = "بريطانيا – 1400 – بغداد\nألمانيا – 120 – أربيل\nإسبانيا – 180 – بغداد\nالمصدر: وزارات الدفاع"
    found = claims(rows, title="أعداد الجنود الأجانب في العراق", kind="force_level")
    assert [(claim.count_low, claim.force) for claim in found] == [(1400, "uk"), (120, "germany"), (180, "spain")]
