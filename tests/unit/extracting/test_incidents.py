"""Attacks and strikes: one claim for one incident, with what belongs to it and nothing of its neighbour."""

from __future__ import annotations

from datetime import date

import pytest

from posture.adapters.phrases import read_phrases
from posture.adapters.seeds import read_lexicon
from posture.extracting.extraction import extract
from posture.model import Claim
from posture.reading.texts import read_text

DAY = date(2024, 3, 14)  # a Thursday


def incidents(text: str, day: date = DAY) -> list[Claim]:
    version = read_text(text, published=day)
    found = extract(version, read_lexicon(), read_phrases()).claims
    return [claim for claim in found if claim.kind == "incident"]


def told(claim: Claim) -> tuple[str | None, str | None, str | None]:
    return claim.event, claim.force, claim.target


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "American jets bombed a depot in Babil on Wednesday, two days after rockets hit Balad air base and killed "
            "a contractor.",
            [("airstrike", "us", None), ("rocket_attack", None, "balad")], id="a strike and the attack it answers",
        ),
        pytest.param(
            "After drones struck Harir air base on Tuesday, American jets bombed a depot near Qaim on Wednesday.",
            [("drone_attack", None, "harir"), ("airstrike", "us", None)], id="what opens the sentence came first",
        ),
        pytest.param(
            "قصفت مقاتلات أمريكية مستودعا في بابل الأربعاء بعد يومين من سقوط صواريخ على قاعدة بلد.",
            [("airstrike", "us", None), ("rocket_attack", None, "balad")], id="the same in Arabic",
        ),
        pytest.param(
            "طائرة مسيرة هاجمت القوات الأمريكية في قاعدة حرير فجر الثلاثاء.",
            [("drone_attack", None, "harir")], id="who follows the verb of a drone is hit",
        ),
        pytest.param(
            "هاجمت القوات الأمريكية مخزن أسلحة في القائم فجر الثلاثاء.",
            [("strike", "us", None)], id="who follows a verb that opens the sentence strikes",
        ),
        pytest.param(
            "نفذت غارات شنتها مقاتلات أمريكية على مواقع كتائب حزب الله في القائم فجر الثلاثاء.",
            [("airstrike", "us", None)], id="strikes that somebody carried out",
        ),
        pytest.param(
            "Two sailors were killed on Tuesday by a drone in Kuwait.",
            [("drone_attack", None, None)], id="victims of a weapon, without a verb of attack",
        ),
        pytest.param(
            "A militia commander was killed by an American drone in Baghdad on Tuesday.",
            [("drone_strike", "us", None)], id="a weapon with its owner strikes",
        ),
        pytest.param(
            "Four soldiers were hurt when their helicopter crashed in northern Iraq on Tuesday, the coalition said.",
            [("crash", None, None)], id="a crash",
        ),
        pytest.param(
            "Iran-backed groups often target American troops in Iraq with rockets and drones.",
            [], id="what is usual is no incident",
        ),
        pytest.param("Attacks on Balad base have wounded workers.", [], id="nor are attacks in general"),
    ],
)  # fmt: skip
def test_each_incident_has_its_own_striker_and_target(text: str, expected: list[tuple[str, str | None, str | None]]):
    assert sorted(map(str, map(told, incidents(text)))) == sorted(map(str, expected))


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param(
            "Drones strike Harir base\nTwo drones hit Harir air base late on Tuesday, officials said.\n"
            "The attack wounded four contractors.",
            {"event": "drone_attack", "from_": date(2024, 3, 12), "casualties": {"wounded": 4}},
            id="headline, lead and a later sentence",
        ),
        pytest.param(
            "مسيرات تستهدف قاعدة حرير\nاستهدفت طائرتان مسيرتان قاعدة حرير مساء الثلاثاء.\n"
            "وأسفر الهجوم عن إصابة أربعة متعاقدين.",
            {"event": "drone_attack", "from_": date(2024, 3, 12), "casualties": {"wounded": 4}}, id="in Arabic",
        ),
    ],
)  # fmt: skip
def test_one_incident_is_one_claim_with_all_that_is_told_of_it(text: str, fields: dict[str, object]):
    [claim] = incidents(text)
    assert {name: getattr(claim, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param(
            "Rockets hit Balad base\nThree rockets hit Balad base on Tuesday.\nIn January a drone hit Balad base too.",
            [date(2024, 1, 1), date(2024, 3, 12)], id="another month",
        ),
        pytest.param(
            "Drones over Harir\nA drone hit Harir base on Tuesday.\nAnother drone hit Harir base on Wednesday.",
            [date(2024, 3, 12), date(2024, 3, 13)], id="another day",
        ),
    ],
)  # fmt: skip
def test_incidents_of_different_days_stay_apart(text: str, days: list[date]):
    assert sorted(claim.from_ for claim in incidents(text) if claim.from_) == days


@pytest.mark.parametrize(
    ("text", "count", "event"),
    [
        ("Since October 17 there were roughly 70 rocket or drone attacks on US troops in Iraq.", 70, "attack"),
        ("Four separate U.S. airstrikes hit militia depots near Qaim on Tuesday.", 4, "airstrike"),
        ("تعرضت القوات الأمريكية في العراق لأكثر من 70 هجوما بالصواريخ والمسيرات منذ 17 أكتوبر.", 70, "attack"),
    ],
)
def test_attacks_are_counted_across_the_words_for_their_kind(text: str, count: int, event: str):
    assert [(claim.count_low, claim.event) for claim in incidents(text)] == [(count, event)]


@pytest.mark.parametrize(
    ("text", "casualties"),
    [
        ("خمسة من عناصر الفصيل قتلوا في ضربات أمريكية على القائم الثلاثاء.", {"killed": 5}),
        ("ستة جنود أصيبوا، اثنان منهم بحال خطرة، بسقوط صواريخ على قاعدة بلد الثلاثاء.", {"wounded": 6}),
        ("قتل قيادي في كتائب حزب الله واثنان من حراسه بغارة أمريكية على بغداد الثلاثاء.", {"killed": 3}),
        ("A Marine, Sergeant Paul Roe, was killed on Tuesday by rocket fire at Balad base.", {"killed": 1}),
        (
            "U.S. air strikes on Tuesday hit a militia, backed by Iran, near Qaim, killing six of its men.",
            {"killed": 6},
        ),
    ],
)
def test_victims_are_counted_wherever_they_stand(text: str, casualties: dict[str, int]):
    assert [claim.casualties for claim in incidents(text)] == [casualties]


def test_the_day_on_which_it_was_said_is_not_that_of_the_attack():
    [claim] = incidents(
        "A rocket attack on Balad base wounded two contractors, the Pentagon said in a statement on Monday."
    )
    assert claim.from_ is None


@pytest.mark.parametrize(
    ("text", "casualties"),
    [
        pytest.param(
            "Rockets hit Balad base late on Tuesday.\nTwo contractors were killed, the base said.",
            {"killed": 2}, id="in a sentence of their own",
        ),
        pytest.param(
            "A drone struck Harir base on Tuesday.\nThe explosion wounded three soldiers.",
            {"wounded": 3}, id="by the explosion",
        ),
        pytest.param(
            "Rockets hit Balad base late on Tuesday.\nIn Gaza 40 people were killed.", None, id="those of another war",
        ),
    ],
)  # fmt: skip
def test_the_dead_and_wounded_may_be_told_later(text: str, casualties: dict[str, int] | None):
    assert [claim.casualties for claim in incidents(text)] == [casualties]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("تبنت المقاومة الإسلامية في العراق استهداف قاعدة حرير بطائرة مسيرة أمس.", "islamic_resistance_iraq"),
        ("The Islamic Resistance in Iraq claimed a drone attack on Harir base on Tuesday.", "islamic_resistance_iraq"),
    ],
)
def test_who_claims_an_attack_tells_of_it(text: str, speaker: str):
    assert [claim.speaker for claim in incidents(text)] == [speaker]


def test_what_did_no_harm_was_made_all_the_same():
    [claim] = incidents("تعرضت قاعدة حرير لهجوم بمسيرة الثلاثاء.\nالهجوم لم يسفر عن إصابات.")
    assert claim.polarity == "affirmed"


def test_an_attack_by_others_on_others_is_none():
    assert incidents("US troops in Iraq watched the attack by Hamas on Israel on October 7.") == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Drones struck Harir base on Tuesday.\nThree days earlier rockets had hit Balad base.", date(2024, 3, 9)),
        ("استهدفت مسيرة قاعدة حرير الثلاثاء.\nوقبل ذلك بثلاثة أيام سقطت صواريخ على قاعدة بلد.", date(2024, 3, 9)),
    ],
)
def test_days_are_counted_from_the_attack_told_before(text: str, day: date):
    assert day in [claim.from_ for claim in incidents(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Nujaba Movement denied responsibility for the rocket attack on Balad base on Tuesday.",
            [("affirmed", None)], id="a part in it",
        ),
        pytest.param("The Nujaba Movement denied involvement in the attack on Balad base.", [], id="told no further"),
        pytest.param(
            "The Iraqi military denied that Balad base had been hit by rockets on Tuesday.",
            [("negated", "iraqi_army")], id="the attack itself",
        ),
    ],
)  # fmt: skip
def test_who_denies_a_part_in_an_attack_denies_not_that_it_was_made(text: str, expected: list[tuple[str, str | None]]):
    assert [(claim.polarity, claim.speaker) for claim in incidents(text)] == expected


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Iraqi jets carried out four air strikes on Islamic State positions in Diyala on Tuesday.", []),
        ("Turkish air strikes killed five PKK fighters near Sinjar on Tuesday.", []),
        ("Shots were fired at the US consulate in Erbil on Tuesday.", ["attack"]),
        ("A soldier died in a non-combat incident at Camp Arifjan in Kuwait on Tuesday.", ["accident"]),
    ],
)
def test_only_attacks_that_bear_on_the_troops_are_told(text: str, told_of: list[str]):
    assert [claim.event for claim in incidents(text)] == told_of
