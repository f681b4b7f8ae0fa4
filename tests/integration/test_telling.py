"""A quote is shown in its sentence, whatever stands around it."""

from __future__ import annotations

import pytest

from posture.reporting.quotes import sentence_around


@pytest.mark.parametrize(
    ("line", "quote", "sentence"),
    [
        pytest.param("عدد الجنود 2000 جندي.", "2000 جندي", "عدد الجنود 2000 جندي.", id="the only sentence"),
        pytest.param("قال الوزير كلاما. بقي 2000 جندي. وانتهى.", "2000 جندي", "بقي 2000 جندي.", id="one of three"),
        pytest.param("It is over. Some 2,500 troops stay. So he said.", "2,500", "Some 2,500 troops stay.", id="en"),
        pytest.param("One. Two went on. Three.", "Two went on. Three", "Two went on. Three.", id="across a full stop"),
    ],
)
def test_the_sentence_holds_the_quote_at_its_mark(line: str, quote: str, sentence: str) -> None:
    start = line.index(quote)
    found, (first, last) = sentence_around(line[:start], line[start:], quote)
    assert found == sentence
    assert found[first:last] == quote


def test_a_quote_of_two_lines_stands_for_itself() -> None:
    assert sentence_around("before ", "first line", "first line\nsecond") == ("first line\nsecond", (0, 17))


def test_a_long_sentence_is_cut_around_the_quote_between_words() -> None:
    line = "word " * 100 + "2,500 troops" + " word" * 100
    start = line.index("2,500")
    found, (first, last) = sentence_around(line[:start], line[start:], "2,500 troops")
    assert found[first:last] == "2,500 troops"
    assert found.startswith("… word ")
    assert found.endswith(" word …")
    assert len(found) < 450
