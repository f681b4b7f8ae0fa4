"""Quantities and moments of one text: what must hold for any text at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.text.moments import Moment, find_moments
from posture.text.parsing import parse
from posture.text.quantities import find_quantities

NOW = date(2025, 3, 12)

PIECES = st.sampled_from(
    """خمسة و عشرون ألف ألفا ألفين مئة نصف ونصف الأول الثلاثاء يوم شهر عام الماضي المقبل قبل بعد منذ بحلول نهاية
    منتصف بين إلى من في نحو أكثر آلاف عشرات بضعة تشرين كانون الثاني رمضان هـ هذا ثلاثة أشهر سنوات two hundred and
    thousand million a half first last next this of the in by since until between to months years ago May March
    January Monday 25th Q3 2024
       2,500 3.400 ٢٬٥٠٠ 1/2 26/1/2024 2014-2019 10-15 35K 20% -5 F-16 10:30 ½ 1990s . , ، ( ) / - + ~ \n dozens few
    several minus point ad 1445 second quarter early mid end day week""".split()  # noqa: SIM905 -- a table of words
)
SENTENCE = st.lists(PIECES, max_size=14).map(" ".join)
ANY_TEXT = st.one_of(SENTENCE, st.text(), st.lists(PIECES, max_size=8).map("".join))


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT, st.dates())
def test_what_is_found_stands_in_the_text(text: str, now: date) -> None:
    end = 0
    for found in parse(text, now=now):
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.quote == text[found.span.start : found.span.end]
        assert found.rule
        end = found.span.end


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT, st.dates())
def test_periods_run_forwards_and_values_fit_their_kind(text: str, now: date) -> None:
    for found in parse(text, now=now):
        if isinstance(found, Moment):
            assert found.from_ is not None or found.to is not None
            assert found.from_ is None or found.to is None or found.from_ < found.to
        elif found.kind in {"number", "ordinal", "percent"}:
            assert found.value is not None
        elif found.kind == "range":
            assert found.low is not None or found.high is not None
        else:
            assert found.seconds is not None or found.low_seconds is not None or found.high_seconds is not None


TOGETHER = {
    "a figure that is part of a date is no number": ("On Jan. 28, 2024, 3 died", ["date", "number"]),
    "a year in a date is no number": ("في 28 كانون الثاني 2024", ["date"]),
    "an ordinal that counts something is no day": ("on Monday, the third strike that day", ["date", "ordinal"]),
    "years with something counted are numbers": ("من 2000 إلى 2010 جنود", ["range"]),
    "a name holds no number": ("F-16s, MQ-9 and إف-16", []),
    "a clock time holds no number": ("at 10:30 p.m. and at 9 p.m.", []),
    "an address holds no number": ("https://a.example/2024/01/26/123", []),
    "a telephone number is no amount": ("call +964 770 123 4567", []),
    "one as a pronoun": ("one of them, no one, أحد المسؤولين", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "kinds"), TOGETHER.values(), ids=TOGETHER)
def test_nothing_is_read_twice(text: str, kinds: list[str]) -> None:
    assert [found.kind for found in parse(text, now=NOW)] == kinds


RULES = {
    "a weekday after a past verb is the last one": ("The minister said on Friday", "2025-03-07", "weekday_past"),
    "a weekday after a verb to come is the next one": ("Talks will resume on Friday", "2025-03-14", "weekday_future"),
    "a weekday's own event is past": ("Sunday's attack killed three", "2025-03-09", "weekday_past"),
    "a weekday that stands alone is the next one": ("الجمعة", "2025-03-14", "weekday_alone_next"),
    "a month after a past verb is the last one": ("The base closed in October", "2024-10-01", "month:year_past"),
    "a month after a verb to come is the next one": ("ستغادر القوات في أيلول", "2025-09-01", "month:year_future"),
    "a weekday finds the year": ("They met on Thursday, June 11", "2020-06-11", "day_month:year_by_weekday"),
    "a weekday finds the next year": ("They will meet on Thursday, June 11", "2026-06-11", "day_month:year_by_weekday"),
    "a day first in Arabic": ("بتاريخ 5/1/2020", "2020-01-05", "numeric_dmy"),
    "a month first in English where both could be": ("on 1/5/2020", "2020-01-05", "numeric_mdy_assumed"),
    "Hijri by the tables": ("في 1 محرم 1446 هـ", "2024-07-08", "hijri_tabular"),
    "today with another weekday is told": ("اليوم السبت", "2025-03-12", "day_from_now:weekday_differs"),
}


@pytest.mark.parametrize(("text", "first", "rule"), RULES.values(), ids=RULES)
def test_the_rule_that_filled_the_gap_is_named(text: str, first: str, rule: str) -> None:
    (found,) = find_moments(text, now=NOW)
    assert found.from_ is not None
    assert (found.from_.isoformat(), found.rule) == (first, rule)


SAME = (
    "٢٥٠٠", "2500", "2,500", "2،500", "2.500 جندي", "2 500", "ألفان وخمسمئة", "ألفين وخمسمائة", "ألفين و500",
    "2.5k", "two and a half thousand", "twenty-five hundred", "two thousand five hundred",
)  # fmt: skip


@pytest.mark.parametrize("text", SAME)
def test_one_figure_in_any_spelling(text: str) -> None:
    (found,) = find_quantities(text)
    assert (found.kind, found.value) == ("number", 2500)


BOUNDS = {
    "more than 3,000": (3000, None),
    "at least 3,000": (3000, None),
    "3,000+": (3000, None),
    "fewer than 2,000": (None, 2000),
    "no more than 2,000": (None, 2000),
    "لا يقل عن ألفين": (2000, None),
    "لا يزيد عددهم على ألفين": (None, 2000),
    "عشرات": (10, None),
    "dozens": (12, None),
    "hundreds of thousands": (100_000, None),
    "بضع مئات": (300, 900),
    "two to three thousand": (2000, 3000),
    "بين 2 و3 آلاف": (2000, 3000),
}


@pytest.mark.parametrize("text", BOUNDS)
def test_floors_ceilings_and_vague_words_make_ranges(text: str) -> None:
    (found,) = find_quantities(text)
    assert (found.kind, found.low, found.high) == ("range", *BOUNDS[text])


HOSTILE = [
    "خمسة و",
    "two hundred and ",
    "1 ",
    "111 ",
    "about ",
    "minus ",
    "1/",
    "ونصف ",
    "a few ",
    "سنة و",
    "(",
    "point 1 ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_endless_repetition_ends(piece: str) -> None:
    text = piece * 3000
    assert all(found.quote == found.span.of(text) for found in parse(text, now=NOW))
