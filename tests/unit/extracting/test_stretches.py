"""A text is read sentence by sentence, and a sentence that never ends in parts."""

from __future__ import annotations

import pytest

from posture.extracting.stretches import LONGEST, stretches


def parts(text: str) -> list[str]:
    return [span.of(text) for span in stretches(text)]


def test_sentences_are_read_whole():
    assert parts("US troops left. They went home.") == ["US troops left.", "They went home."]


@pytest.mark.parametrize(
    ("text", "least"),
    [
        pytest.param("القوات الأمريكية، " * 300, 6, id="cut at commas"),
        pytest.param("soldier " * 500, 4, id="cut at spaces"),
        pytest.param("ا" * 5000, 5, id="cut anywhere, when there is neither"),
    ],
)
def test_a_sentence_without_end_is_read_in_parts_and_nothing_is_lost(text, least):
    found = parts(text)
    assert len(found) >= least
    assert max(len(part) for part in found) <= LONGEST
    assert "".join("".join(found).split()) == "".join(text.split())
