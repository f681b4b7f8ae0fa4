"""Who held an office on a day, and what is said when a name does not go with its title."""

from __future__ import annotations

from datetime import date

import pytest

from posture.adapters.seeds import read_lexicon
from posture.lexicon.entries import Entry, Tenure, build_lexicon, holder
from posture.lexicon.mentions import find_mentions
from posture.lexicon.warnings import name_warnings

LEXICON = read_lexicon()


@pytest.mark.parametrize(
    ("office", "day", "person"),
    [
        ("iraqi_prime_minister", date(2020, 6, 11), "mustafa_al_kadhimi"),
        ("iraqi_prime_minister", date(2020, 1, 5), "adil_abdul_mahdi"),
        ("iraqi_prime_minister", date(2011, 8, 4), "nouri_al_maliki"),
        ("iraqi_prime_minister", date(2024, 1, 26), "mohammed_shia_al_sudani"),
        ("iraqi_prime_minister", date(2022, 10, 27), "mohammed_shia_al_sudani"),
        ("us_secretary_of_defense", date(2020, 12, 1), "christopher_miller"),
        ("us_president", date(2025, 3, 1), "donald_trump"),
        ("us_president", date(2018, 3, 1), "donald_trump"),
        ("centcom_commander", date(2021, 1, 1), "kenneth_mckenzie"),
        ("us_joint_chiefs_chairman", date(2020, 1, 8), "mark_milley"),
        ("us_ambassador_iraq", date(2023, 5, 1), "alina_romanowski"),
        ("krg_prime_minister", date(2021, 2, 15), "masrour_barzani"),
        ("quds_force_commander", date(2019, 12, 31), "qasem_soleimani"),
        ("nato_secretary_general", date(2021, 2, 18), "jens_stoltenberg"),
    ],
)
def test_the_holder_of_an_office_on_a_day(office: str, day: date, person: str) -> None:
    assert holder(LEXICON, office, day) == person


def test_nobody_is_named_after_the_day_for_which_the_holders_were_checked() -> None:
    assert holder(LEXICON, "iraqi_prime_minister", date(2031, 1, 1)) is None


def test_an_office_of_several_has_no_one_holder() -> None:
    assert holder(LEXICON, "pentagon_spokesperson", date(2023, 5, 1)) is None


def warned(text: str, day: date | None) -> list[tuple[str, str]]:
    mentions = find_mentions(text, LEXICON, day=day)
    return [(warning.kind, warning.span.of(text)) for warning in name_warnings(mentions, text, LEXICON, day)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("دعا رئيس الوزراء العراقي محمد القريشي إلى الحوار", "رئيس الوزراء العراقي محمد القريشي"),
        ("Iraqi Prime Minister Ahmed Karimi said", "Iraqi Prime Minister Ahmed Karimi"),
        ("Prime Minister Hassan al-Karimi met the Iraqi cabinet", "Prime Minister Hassan al-Karimi"),
        ("Iraq's prime minister, Hassan al-Karimi, said", "Iraq's prime minister, Hassan al-Karimi"),
        ("Iraqi Foreign Minister Omar bin al-Karim arrived", "Iraqi Foreign Minister Omar bin al-Karim"),
        ("وزير الدفاع الأمريكي مارك ميلي", "وزير الدفاع الأمريكي مارك ميلي"),
    ],
)
def test_a_title_with_the_name_of_somebody_who_never_held_it_is_a_conflict(text: str, quote: str) -> None:
    assert warned(text, date(2022, 12, 1)) == [("name_conflict", quote)]


@pytest.mark.parametrize(
    "text",
    [
        "رئيس الوزراء العراقي محمد شياع السوداني",
        "رئيس الوزراء العراقي السابق خالد الجبوري",
        "former Iraqi Prime Minister Ahmed Karimi",
        "Deputy Iraqi Prime Minister Ahmed Karimi",
        "Iraqi Prime Minister Mustafa al-Kadhimi",
        "Iraqi Prime Minister Mohammed S. Sudani",
    ],
)
def test_a_title_that_goes_with_its_name_or_is_of_another_day_is_no_conflict(text: str) -> None:
    assert warned(text, date(2022, 12, 1)) == []


def test_after_the_day_of_the_last_check_a_new_name_is_no_conflict() -> None:
    assert warned("Iraqi Prime Minister Ahmed Karimi said", date(2031, 1, 1)) == []


def test_on_the_day_of_handing_over_the_new_one_holds_the_office() -> None:
    entries = [
        Entry(id="o", kind="office", name_en="Office", name_ar="منصب", country="c"),
        Entry(id="c", kind="place", name_en="Country", name_ar="بلاد"),
        Entry(id="a", kind="person", name_en="A", name_ar="أ", holds=(Tenure(office="o", to=date(2020, 5, 7)),)),
        Entry(id="b", kind="person", name_en="B", name_ar="ب", holds=(Tenure(office="o", from_=date(2020, 5, 7)),)),
    ]
    lexicon = build_lexicon(entries)
    assert holder(lexicon, "o", date(2020, 5, 6)) == "a"
    assert holder(lexicon, "o", date(2020, 5, 7)) == "b"
