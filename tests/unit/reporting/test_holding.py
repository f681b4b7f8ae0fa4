"""A run far outside its usual band is held, with the reason in figures; a busy day is not."""

from __future__ import annotations

import pytest

from posture.reporting.holding import Lengths, hold_reason

USUAL = (12, 0, 9, 14, 11, 0, 10)  # the middle of the working runs is 11


@pytest.mark.parametrize(
    ("loaded", "usual", "held"),
    [
        pytest.param(109, USUAL, False, id="nine times the usual is a busy day"),
        pytest.param(110, USUAL, True, id="ten times the usual"),
        pytest.param(0, USUAL, False, id="a quiet run"),
        pytest.param(49, (1, 2, 1, 1, 2), False, id="many times very little"),
        pytest.param(500, (10, 11, 12, 0, 0, 0), False, id="too few working runs to know"),
        pytest.param(500, (), False, id="the first run"),
        pytest.param(115, (*USUAL, 5000), True, id="one odd run before does not move what is usual"),
    ],
)
def test_a_flood_is_held(loaded: int, usual: tuple[int, ...], held: bool) -> None:
    assert (hold_reason(loaded, usual=usual, lengths=()) is not None) is held


BEFORE = (2000, 2400, 1800, 2600, 2100)


@pytest.mark.parametrize(
    ("now", "before", "held"),
    [
        pytest.param((120, 90, 210), BEFORE, True, id="every body is a line: the page was rebuilt"),
        pytest.param((120, 90, 900), BEFORE, False, id="short items beside a longer one"),
        pytest.param((21_000, 40_000, 22_000), BEFORE, True, id="every body holds the whole page"),
        pytest.param((21_000, 3_000, 22_000), BEFORE, False, id="two long reads"),
        pytest.param((120, 90), BEFORE, False, id="two texts show no shape"),
        pytest.param((120, 90, 80), BEFORE[:4], False, id="a source that is not known yet"),
    ],
)
def test_bodies_of_another_shape_are_held(now: tuple[int, ...], before: tuple[int, ...], held: bool) -> None:
    reason = hold_reason(3, usual=USUAL, lengths=[Lengths(source="shafaq", now=now, before=before)])
    assert (reason is not None) is held


@pytest.mark.parametrize(
    ("let_go", "held"),
    [
        pytest.param((), True, id="nobody has looked"),
        pytest.param((110, 2000), False, id="a person let such texts go"),
        pytest.param((2000, 2400), True, id="a person let others go"),
    ],
)
def test_a_shape_that_a_person_let_go_is_usual(let_go: tuple[int, ...], held: bool) -> None:
    lengths = Lengths(source="shafaq", now=(120, 90, 80), before=BEFORE, let_go=let_go)
    assert (hold_reason(3, usual=USUAL, lengths=[lengths]) is not None) is held


def test_the_reason_gives_all_figures() -> None:
    reason = hold_reason(1320, usual=USUAL, lengths=[Lengths(source="shafaq", now=(9, 9, 9), before=BEFORE)])
    assert reason == (
        "1,320 texts were loaded, 120 times the usual 11; the texts of shafaq have 9 letters, usually 2,100"
    )
