"""Names compared across scripts by their consonants."""

from __future__ import annotations

import pytest

from posture.lexicon.skeletons import skeleton


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("لويد أوستن", "Lloyd Austin"),
        ("محمد شياع السوداني", "Mohammed Shia al-Sudani"),
        ("قاسم سليماني", "Qasem Soleimani"),
        ("باتريك رايدر", "Patrick Ryder"),
        ("مارك ميلي", "Mark Milley"),
        ("حيدر العبادي", "Haider al-Abadi"),
        ("فؤاد حسين", "Fuad Hussein"),
        ("سابرينا سينغ", "Sabrina Singh"),
        ("مصطفى الكاظمي", "Mustafa al-Kazemi"),
        ("مسرور بارزاني", "Masrour Barzani"),
    ],
)
def test_a_name_has_one_skeleton_in_both_scripts(arabic: str, latin: str) -> None:
    assert skeleton(arabic) == skeleton(latin)


@pytest.mark.parametrize(
    ("one", "other"), [("نوري المالكي", "Haider al-Abadi"), ("Mark Milley", "Mark Esper"), ("جون كيري", "جون كيربي")]
)
def test_different_names_have_different_skeletons(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_what_has_no_letters_has_no_skeleton() -> None:
    assert skeleton("2,500 – !") == ""
