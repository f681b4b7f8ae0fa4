"""Names in a text: found in any spelling, at their exact place, and only where they are meant."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.adapters.seeds import read_lexicon
from posture.lexicon.mentions import find_mentions, find_roles, mentions_of
from posture.model import Version

LEXICON = read_lexicon()
DAY = date(2024, 1, 26)


def found(text: str, **options: object) -> list[tuple[str, str]]:
    return [(m.entity, m.quote) for m in find_mentions(text, LEXICON, day=DAY, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the letters glued before a name are not part of it
        ("وبالعراق", [("iraq", "العراق")]),
        ("ببغداد", [("baghdad", "بغداد")]),
        ("فبغداد", [("baghdad", "بغداد")]),
        ("وللقوات الأمريكية", [("us", "للقوات الأمريكية")]),
        # marks, tatweel and hamza are not part of the spelling
        ("قاعدةِ عَينِ الأســـد", [("ain_al_asad", "قاعدةِ عَينِ الأســـد")]),
        ("عين الاسد", [("ain_al_asad", "عين الاسد")]),
        ("القوّات الامريكيّة", [("us", "القوّات الامريكيّة")]),
        # Latin spellings: hyphens, articles, apostrophes, possessives
        ("Ayn al Asad", [("ain_al_asad", "Ayn al Asad")]),
        ("Al-Asad Airbase", [("ain_al_asad", "Al-Asad Airbase")]),
        ("Kata’ib Hizballah’s leader", [("kataib_hezbollah", "Kata’ib Hizballah")]),
        ("U.S.-led coalition", [("coalition", "U.S.-led coalition")]),
        ("البرج ٢٢", [("tower_22", "البرج ٢٢")]),
    ],
)
def test_a_name_is_found_in_any_spelling(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tell us how it is done, he said",
        "a roast turkey",
        "طريق الحرير",
        "العديد من القواعد",
        "هذا بلد جميل",
        "فرقه الخاصة",
        "صاروخ قصير المدى",
        "تحدث بحماس شديد",
        "Sales fell in May. The second quarter was weak.",
    ],
)
def test_a_word_that_only_looks_like_a_name_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("جنود أمريكيون وفرنسيون وإسبان", [("us", "جنود أمريكيون"), ("france", "فرنسيون"), ("spain", "إسبان")]),
        ("British and French military advisers", [("uk", "British"), ("france", "French military advisers")]),
        ("U.S. and coalition forces", [("us", "U.S."), ("coalition", "coalition forces")]),
        ("المستشارين العسكريين الدنماركيين", [("denmark", "المستشارين العسكريين الدنماركيين")]),
        ("troops from Norway", [("norway", "troops from Norway")]),
        ("الجنود غير الأميركيين", [("non_us_coalition", "الجنود غير الأميركيين")]),
        ("قوات من بولندا", [("poland", "قوات من بولندا")]),
        ("الوجود العسكري البريطاني", [("uk", "الوجود العسكري البريطاني")]),
    ],
)
def test_soldiers_joined_with_nations_are_forces(text: str, expected: list[tuple[str, str]]) -> None:
    mentions = find_mentions(text, LEXICON)
    assert [(m.entity, m.quote) for m in mentions] == expected
    assert {m.kind for m in mentions} == {"force"}


@pytest.mark.parametrize(
    ("text", "entity", "kind"),
    [
        ("السفن الأمريكية", "us", "nation"),
        ("a US military base", "us", "place"),
        ("withdraw its troops from Iraq", "iraq", "place"),
        ("سحب قواتها من العراق", "iraq", "place"),
        ("لسحب 12 ألف جندي من ألمانيا", "germany", "place"),
    ],
)
def test_a_country_is_not_a_force_where_no_soldiers_of_it_are_meant(text: str, entity: str, kind: str) -> None:
    assert [(m.entity, m.kind) for m in find_mentions(text, LEXICON)] == [(entity, kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وزيرا الدفاع العراقي والأمريكي", ["iraqi_defense_minister", "us_secretary_of_defense"]),
        ("رئيس وزراء العراق", ["iraqi_prime_minister"]),
        ("Iraq's foreign minister", ["iraqi_foreign_minister"]),
        ("the prime minister of Iraq", ["iraqi_prime_minister"]),
        ("وزير الخارجية التركي ونظيره العراقي", ["turkish_foreign_minister", "iraqi_foreign_minister"]),
        ("الناطقة باسم البنتاغون", ["pentagon_spokesperson"]),
        ("وزارة الدفاع الفرنسية", ["french_armed_forces_ministry"]),
        ("Premier al-Sudani", ["iraqi_prime_minister", "mohammed_shia_al_sudani"]),
    ],
)
def test_a_title_and_a_country_make_an_office(text: str, expected: list[str]) -> None:
    assert [entity for entity, _ in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maj. Gen. Kevin Oakes said", ("unknown:kfn ks", "Kevin Oakes")),
        ("قال العقيد جون سميث إن", ("unknown:jn smt", "جون سميث")),
        ("اللواء الركن حامد الزهيري", ("unknown:hmd zhr", "حامد الزهيري")),
        ("Defense Minister Tobias Lund told reporters", ("unknown:tbs lnd", "Tobias Lund")),
    ],
)
def test_a_person_whom_the_lexicon_lacks_is_kept(text: str, expected: tuple[str, str]) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"They must go," Salim al-Rikabi, of the Reform bloc, told reporters.',
            ("unknown:slm rkb", "Salim al-Rikabi"),
        ),
        ('"They must go," said one deputy, Nazar al-Tamimi.', ("unknown:nzr tm", "Nazar al-Tamimi")),
        ("Karim al-Zubaidi, spokesman of the party, warned of it.", ("unknown:krm zbd", "Karim al-Zubaidi")),
        ('"It is late," said Pete Collins of a research house.', ("unknown:bt klns", "Pete Collins")),
        ("وقال علي الزاملي عضو اللجنة إن الأمر صعب.", ("unknown:l zml", "علي الزاملي")),
        ("قال النائب سالم الركابي ذلك. وعزا الركابي الأمر إلى غيره.", ("unknown:slm rkb", "الركابي")),
        ("Col. Jan Holmberg spoke. Later Holmberg left.", ("unknown:jn hlmbrj", "Holmberg")),
    ],
)
def test_a_person_who_is_quoted_is_kept_without_a_title(text: str, expected: tuple[str, str]) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sabereen News said so.",
        "The Northern Joint Operations Planning Cell said so.",
        "On Monday Afternoon said nothing.",
        "قال مصدر أمني ذلك.",
    ],
)
def test_who_is_quoted_is_not_always_a_person(text: str) -> None:
    assert [entity for entity, _ in found(text) if entity.startswith("unknown:")] == []


@pytest.mark.parametrize(
    "text", ["المتحدث باسم الوزارة", "اللواء الثالث", "العميد في الشرطة", "General Assembly of the"]
)
def test_what_follows_a_title_is_not_always_a_name(text: str) -> None:
    assert [entity for entity, _ in found(text) if entity.startswith("unknown:")] == []


def test_a_surname_counts_when_the_text_or_the_rest_of_the_article_has_the_full_name() -> None:
    assert found("Lloyd Austin spoke. Austin left.")[1] == ("lloyd_austin", "Austin")
    assert found("Austin left.") == []
    assert found("Austin left.", beside="Lloyd Austin spoke.") == [("lloyd_austin", "Austin")]


def test_a_surname_after_a_title_counts_when_it_is_that_of_somebody_in_office_that_day() -> None:
    assert ("michael_kurilla", "Kurilla") in found("Gen. Kurilla arrived")
    later = find_mentions("Gen. Kurilla arrived", LEXICON, day=date(2025, 12, 1))
    assert "michael_kurilla" not in [mention.entity for mention in later]


def test_a_headline_and_a_body_know_of_each_other() -> None:
    version = Version(title="السوداني يستقبل وفدا", body="استقبل محمد شياع السوداني وفدا.", language="ar")
    assert [m.entity for m in mentions_of(version, LEXICON)] == ["mohammed_shia_al_sudani"] * 2


def test_roles_are_found_inside_the_names_of_forces_too() -> None:
    assert [m.entity for m in find_roles("British trainers and US troops", LEXICON)] == ["trainers", "troops"]


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("والعراقبتينفسأمركـًّ ٢5.\"'،-()\nUSIraqtoplcmn" + "قوات"),
        max_size=120,
    )
)
def test_every_mention_quotes_its_own_place_and_none_overlap(text: str) -> None:
    mentions = find_mentions(text, LEXICON)
    assert all(mention.span.of(text) == mention.quote for mention in mentions)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Gen. Kenneth F. “Frank” McKenzie Jr.", "kenneth_mckenzie"),
        ("Col. Myles B. Caggins III", "myles_caggins"),
        ("Maj. Gen. Joel “J.B.” Vowell", "joel_vowell"),
    ],
)
def test_middle_initials_and_nicknames_do_not_hide_a_person(text: str, person: str) -> None:
    assert [entity for entity, _ in found(text)] == [person]


@pytest.mark.parametrize(
    "text", ["نائب وزير الدفاع الأمريكي", "مساعد وزير الخارجية الأمريكي", "deputy US defense secretary"]
)
def test_a_deputy_does_not_hold_the_office(text: str) -> None:
    assert "office" not in {mention.kind for mention in find_mentions(text, LEXICON)}
