# ruff: noqa: E501 -- sample texts are easier to read on one line
"""Which reports tell of one event: the seed corpus, and pairs that rules of thumb get wrong."""

from __future__ import annotations

from itertools import combinations

import pytest
from reports_by_hand import report

from posture.adapters.corpus import SeedArticle, read_corpus
from posture.commands.reports import report_of
from posture.matching.stories import relate
from posture.model import Report
from posture.reading.texts import read_text

# Written from the texts: 000 and 003 tell of the announcement of a Thursday, 004 of the first round two days later,
# 001 of the talks of another year's July, 002 of the joint statement of June 2020.
SAME = {("000", "003")}
RELATED = {("000", "004"), ("003", "004")}


def _report(seed: SeedArticle, *, dated: bool) -> Report:
    text = seed.text.decode()
    body = text.partition(seed.title)[2].strip()
    version = read_text(body, title=seed.title, published=seed.published if dated else None, language="ar")
    return report_of(seed.name[:3], version)


@pytest.mark.parametrize("dated", [True, False])
def test_the_seeds_belong_together_as_their_texts_say(dated: bool) -> None:
    seeds = [_report(seed, dated=dated) for seed in read_corpus()]
    found = {(a.key, b.key): relate(a, b).relation for a, b in combinations(seeds, 2)}
    assert {pair for pair, relation in found.items() if relation == "same"} == SAME
    assert {pair for pair in RELATED if found[pair] == "related"} == RELATED


LOOK_ALIKES = {
    "an announcement and its denial": (
        "واشنطن تعلن اتفاقا مع بغداد على جدول الانسحاب\nأعلنت الخارجية الأمريكية الاثنين التوصل إلى اتفاق مع بغداد على جدول لانسحاب القوات خلال عام.",
        "بغداد تنفي الاتفاق مع واشنطن على جدول الانسحاب\nنفت الحكومة العراقية الثلاثاء التوصل إلى اتفاق مع واشنطن على جدول لانسحاب القوات، وأكدت أن المباحثات مستمرة.",
    ),
    "a visit and the next visit": (
        "Centcom commander visits Baghdad\nGeneral Erik Kurilla met Iraq's army chief in Baghdad on Sunday to discuss the fight against Islamic State.",
        "Centcom commander in Erbil for talks\nGeneral Erik Kurilla met Kurdish leaders in Erbil on Thursday to discuss salaries of the Peshmerga.",
    ),
    "one round of talks and the next": (
        "اختتام الجولة الأولى من الحوار\nاختتمت في بغداد السبت الجولة الأولى من الحوار العسكري بين العراق والولايات المتحدة باتفاق على تشكيل لجان.",
        "اختتام الجولة الثانية من الحوار\nاختتمت في بغداد الأحد الجولة الثانية من الحوار العسكري بين العراق والولايات المتحدة بعرض تقارير اللجان.",
    ),
    "one fixture and the next": ("برشلونة يهزم ريال مدريد 4-3 ويقترب من اللقب", "برشلونة يهزم ريال مدريد 3-2 ويحرز كأس الملك"),
    "headlines that share a country alone": ("Barcelona beat Real Madrid to close in on title", "Floods cut off villages near Valencia, Spain"),
}  # fmt: skip


@pytest.mark.parametrize("case", LOOK_ALIKES)
def test_events_that_look_alike_stay_apart(case: str) -> None:
    a, b = (report(text) for text in LOOK_ALIKES[case])
    assert relate(a, b).relation != "same"


def test_news_outside_the_subject_joins_across_languages() -> None:
    arabic = """انهيار جسر قيد الإنشاء في كيرالا
قتل سبعة عمال وأصيب 16 آخرون عندما انهار جسر قيد الإنشاء في مدينة كوتشي بولاية كيرالا جنوبي الهند صباح الأربعاء.
وأمرت السلطات بوقف أعمال شركة غامون حتى انتهاء التحقيق."""
    english = """Seven workers die as bridge collapses in Kerala
A bridge under construction collapsed in the southern Indian city of Kochi on Wednesday, killing seven workers and injuring 16.
Builder Gammon was told to halt work while officials investigate."""
    tie = relate(report(arabic), report(english))
    assert tie.relation == "same"
    assert "figure: 16" in tie.shared


def test_known_frequencies_make_common_facts_weigh_less() -> None:
    a = report(
        "Ministers met in Basra on Monday\nMinisters met in Basra on Monday to discuss water shortages in the south."
    )
    b = report(
        "Basra sees protest on Monday\nDozens protested in Basra on Monday over water shortages in the south of Iraq."
    )
    everywhere = dict.fromkeys(["city:basra", "thing:water", "day:monday", "thing:south"], 0.5)
    assert relate(a, b, everywhere).likeness < relate(a, b).likeness
