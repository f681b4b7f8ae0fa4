"""The language of phrases: what each sign of it matches."""

from __future__ import annotations

import pytest

from posture.extracting.matcher import Matcher
from posture.extracting.patterns import Mark, compile_list, compile_phrase
from posture.extracting.tokens import tokens_of
from posture.model import Span
from posture.text.folding import fold


def matched(phrase: str, text: str, *, lists=None, count_at: int | None = None) -> list[str]:
    folded = fold(text)
    tokens = tokens_of(folded, 0, len(folded.text))
    made = {}
    for name, words in (lists or {}).items():
        made[name] = compile_list(words, made, item="test")
    marks = (
        {count_at: (Mark("count", count_at, count_at + 1, tokens[count_at].span, None),)}
        if count_at is not None
        else {}
    )
    matcher = Matcher([("x", compile_phrase(phrase, made, item="test"))])
    spans = [Span(tokens[f.first].span.start, tokens[f.after - 1].span.end) for _, f in matcher.find(tokens, marks)]
    return [span.of(text) for span in spans]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        pytest.param("troops left", "The Troops left Iraq", ["Troops left"], id="words in any case"),
        pytest.param("troops left", "The troops never left", [], id="nothing may stand between"),
        pytest.param("troops ..1 left", "The troops never left", ["troops never left"], id="a gap of one"),
        pytest.param("troops ..1 left", "The troops have never left", [], id="a gap is no wider than it says"),
        pytest.param(
            "withdr* from", "withdrew from, withdrawn from", ["withdrew from", "withdrawn from"], id="beginnings"
        ),
        pytest.param("(hand over|vacate) base", "hand over base", ["hand over base"], id="one of several"),
        pytest.param("hand over [the] base", "hand over base", ["hand over base"], id="an optional word left out"),
        pytest.param("hand over [the] base", "hand over the base", ["hand over the base"], id="an optional word there"),
        pytest.param(
            "قوات انسحبت", "والقوّات انسحبت", ["والقوّات انسحبت"], id="Arabic without article, conjunction and marks"
        ),
        pytest.param("تنسحب", "وستنسحب غدا", ["وستنسحب"], id="the future's letter"),
        pytest.param("إلى العراق", "الى العراق", ["الى العراق"], id="hamza does not matter"),
        pytest.param("قاعدة", "قاعد", [], id="a word is not its beginning"),
        pytest.param("base closed", 'base "closed"', ['base "closed'], id="quotation marks are passed over"),
        pytest.param("<leave> Iraq", "they quit Iraq", ["quit Iraq"], id="a list"),
        pytest.param("<leave> Iraq", "they pull out of Iraq", ["pull out of Iraq"], id="a list with phrases"),
    ],
)
def test_a_phrase_matches(phrase, text, found):
    assert matched(phrase, text, lists={"leave": ["quit", "pull out of"]}) == found


def test_a_slot_is_filled_by_what_was_found_there():
    assert matched("{count} troops", "about 900 troops", count_at=1) == ["900 troops"]
    assert matched("{count} troops", "about 900 troops") == []


def test_gaps_cannot_explode():
    assert matched(" ".join(["a ..12"] * 10) + " b", "a " * 3000) == []
