from __future__ import annotations

import pytest
from reports_by_hand import report

from posture.matching.clocks import are_far, clocks_in
from posture.matching.comparing import compare
from posture.text.folding import fold


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Rockets fell on Saturday at about 2 a.m., an officer said.", {2}),
        ("The salvo came at 7:45 pm and ended by 12 am.", {19, 0}),
        ("سقطت القذائف عند الساعة السابعة مساء السبت", {19}),
        ("عند الساعة الثالثة والنصف فجرا", {3}),
        ("في الساعة 11 ليلا", {23}),
        ("عند الساعة الثانية بعد منتصف الليل", {2}),
        ("Two officers and 7 prime movers", set()),
        ("في الساعة الأولى من العملية", set()),
    ],
)
def test_hours_are_read_off_the_clock(text: str, hours: set[int]) -> None:
    assert set(clocks_in(fold(text).text)) == hours


def test_clocks_of_two_zones_are_near() -> None:
    assert not are_far(frozenset({23}), frozenset({2}))
    assert are_far(frozenset({2}), frozenset({19}))
    assert not are_far(frozenset(), frozenset({19}))


EARLY = "Five shells were fired at the Samarra depot on Saturday at about 2 a.m., causing minor damage, a guard said."
LATE = "The Samarra depot was hit by a salvo of 12 shells on Saturday around 7 p.m., damaging a hangar, a guard said."
AGAIN = "The Samarra depot was hit by five shells on Saturday around 3 a.m., with minor damage, an official said."


def test_two_attacks_of_one_day_at_far_hours_are_two_events() -> None:
    assert not compare(report(f"\n{EARLY}"), report(f"\n{LATE}")).same_story
    assert compare(report(f"\n{EARLY}"), report(f"\n{AGAIN}")).same_story
