"""Folding: one spelling for matching, and the way back to the words as printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.text.folding import fold

ONE_SPELLING = {
    "hamza on alef": ("أربيل إسرائيل آب ٱلعراق", "اربيل اسراييل اب العراق"),
    "hamza as a combining mark": ("ا\u0654ربيل", "اربيل"),
    "vowel marks": ("مُحَمَّدٌ", "محمد"),
    "tatweel": ("العـــراق", "العراق"),
    "ta marbuta and alef maqsura": ("قاعدة على", "قاعده علي"),
    "Persian kaf and ya": ("امریکی", "امريكي"),
    "seat of the hamza in Egypt and in Iraq": ("مسئول شئون", fold("مسؤول شؤون").text),
    "hamza alone tells words apart": ("ماء", "ماء"),
    "Arabic-Indic and Persian digits": ("٢٥٠٠ ۲۵۰۰", "2500 2500"),
    "presentation forms": ("ﻻ ﷲ ﺍﻟﻌﺮﺍﻕ", "لا الله العراق"),
    "English ligatures, capitals and accents": ("O\ufb03ce Café STRASSE straße", "office cafe strasse strasse"),
    "joiners and direction marks": ("می\u200cشود \u202babc\u202c \ufeffx", "ميشود abc x"),
    "quotation marks and dashes": ("“a” «b» ‘c’ – — −5", '"a" "b" \'c\' - - -5'),
    "Arabic punctuation": ("نعم، لا؛ متى؟ ٥٪", "نعم, لا; متي? 5%"),
    "decimal and thousands signs stay": ("٣٫٥ ١٬٠٠٠", "3٫5 1٬000"),
    "superscripts and fractions are not digits": ("2500² 1½", "2500² 1½"),
    "wide and thin spaces": ("2\u00a0500\u2009x\u3000y", "2 500 x y"),
}


@pytest.mark.parametrize(("text", "expected"), ONE_SPELLING.values(), ids=ONE_SPELLING)
def test_fold_gives_one_spelling(text: str, expected: str) -> None:
    assert fold(text).text == expected


WAY_BACK = {
    "marks stay with their letter": ("قال جُنديٌّ", "جندي", "جُنديٌّ"),
    "tatweel inside a word": ("في العـــراق.", "العراق", "العـــراق"),
    "a ligature is one character": ("من ﷲ", "الله", "ﷲ"),
    "part of a ligature gives the whole": ("من ﷲ", "لل", "ﷲ"),
    "direction marks around a figure are left out": ("\u200f2500\u200f جندي", "2500", "2500"),
    "decomposed accent": ("cafe\u0301 noir", "cafe", "cafe\u0301"),
}


@pytest.mark.parametrize(("text", "piece", "quote"), WAY_BACK.values(), ids=WAY_BACK)
def test_span_leads_back_to_the_original(text: str, piece: str, quote: str) -> None:
    folded = fold(text)
    start = folded.text.index(piece)
    assert folded.span(start, start + len(piece)).of(text) == quote


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


ARABIC_TEXT = st.text(
    alphabet=st.one_of(st.characters(min_codepoint=0x600, max_codepoint=0x6FF), st.sampled_from(" 1a."))
)


@given(st.one_of(st.text(), ARABIC_TEXT), st.data())
def test_every_match_is_found_again_in_the_original(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    span = folded.span(start, end)
    assert 0 <= span.start < span.end <= len(text)
    assert folded.text[start:end] in fold(span.of(text)).text or "ئ" in text
