"""What is expected of the sample press must be true to its texts, by means that owe nothing to the pipeline."""

from __future__ import annotations

import re
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from posture.model import CLAIM_KINDS, Claim
from posture.newsroom.expecting import Expected, meets, read_expected
from posture.newsroom.press import CORPUS, END, Article, Press, read_press

PRESS = read_press()
EXPECTED = read_expected(PRESS)
LETTERS = str.maketrans("أإآىة٠١٢٣٤٥٦٧٨٩", "اااي" + "ه" + "0123456789")
MARKS = re.compile(r"[\u064b-\u0652\u0640]")
# How the texts write the figures that are expected of them, beside plain digits.
WRITTEN = {
    2500: ["2,500", "2،500", "2.500", "ألفين و500"],
    3000: ["3 آلاف"],
    170_000: ["170 ألف"],
    2400: ["2,400", "2،400"],
    2000: ["الفي"],
    1500: ["1,500"],
    1000: ["1,000"],
}  # fmt: skip


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", MARKS.sub("", text).translate(LETTERS).lower())


def shingles(body: tuple[str, ...]) -> set[tuple[str, ...]]:
    words = words_of("\n".join(body))
    return {tuple(words[i : i + 5]) for i in range(max(1, len(words) - 4))}


def text_of(name: str) -> tuple[str, ...]:
    if name.startswith("seed:"):
        lines = next(CORPUS.glob(f"{name[5:]}_*.txt")).read_text(encoding="utf-8").splitlines()
        return tuple(line for line in lines[1:] if line.strip())
    return PRESS.articles[name].as_of(END).body


def containment(a: str, b: str) -> float:
    one, other = shingles(text_of(a)), shingles(text_of(b))
    return len(one & other) / min(len(one), len(other))


def likeness(a: str, b: str) -> float:
    one, other = shingles(text_of(a)), shingles(text_of(b))
    return len(one & other) / len(one | other)


def of_relation(*relations: str) -> list[str]:
    return [name for name, expectation in EXPECTED.articles.items() if expectation.relation in relations]


def language(article: Article) -> str:
    return PRESS.outlets[article.outlet].language


@pytest.mark.parametrize("name", of_relation("copy", "variant"))
def test_copies_and_variants_share_their_words_with_what_they_copy(name: str) -> None:
    expectation = EXPECTED.articles[name]
    assert expectation.of is not None
    assert containment(name, expectation.of) >= 0.8


@pytest.mark.parametrize("name", of_relation("new"))
def test_a_new_text_is_no_copy_of_what_was_printed_before(name: str) -> None:
    article = PRESS.articles[name]
    earlier = [
        a.id for a in PRESS.articles.values() if a.published < article.published and language(a) == language(article)
    ]
    assert all(likeness(name, other) < 0.5 for other in [*earlier, *(f"seed:00{n}" for n in range(5))])


@pytest.mark.parametrize("name", of_relation("copy"))
def test_a_copy_changes_no_figure(name: str) -> None:
    of = EXPECTED.articles[name].of
    assert of is not None
    figures = [set(re.findall(r"\d+", " ".join(words_of("\n".join(text_of(text)))))) for text in (name, of)]
    assert figures[0] <= figures[1]


@pytest.mark.parametrize("name", of_relation("variant"))
def test_a_variant_names_the_fact_that_differs(name: str) -> None:
    expectation = EXPECTED.articles[name]
    assert expectation.of is not None
    assert len(expectation.differs) == 1
    assert text_of(name) != text_of(expectation.of)
    difference = expectation.differs[0]
    if difference["field"].endswith("count"):
        for text, side in ((expectation.of, "a"), (name, "b")):
            assert difference[side] in words_of("\n".join(text_of(text)))


@pytest.mark.parametrize("name", of_relation("translation"))
def test_a_translation_is_of_a_text_in_another_language_or_by_a_machine(name: str) -> None:
    expectation = EXPECTED.articles[name]
    assert expectation.of is not None
    assert language(PRESS.articles[name]) != language(PRESS.articles[expectation.of])


@pytest.mark.parametrize("name", [n for n, e in EXPECTED.articles.items() if e.of and not e.of.startswith("seed:")])
def test_what_is_copied_or_translated_was_printed_first(name: str) -> None:
    of = EXPECTED.articles[name].of
    assert of is not None
    assert PRESS.articles[of].published < PRESS.articles[name].published


@pytest.mark.parametrize("name", [n for n, e in EXPECTED.articles.items() if e.claims])
def test_every_expected_figure_stands_in_the_text(name: str) -> None:
    article = PRESS.articles[name].as_of(END)
    text = "\n".join((article.title, *article.body))
    digits = text.translate(LETTERS)
    for claim in EXPECTED.articles[name].claims:
        for count in (claim.get("count"), claim.get("count_low")):
            if count is not None:
                spellings = [str(count), *WRITTEN.get(count, [])]
                assert any(spelling in text or spelling in digits for spelling in spellings), f"{name}: {count}"


def test_off_topic_articles_carry_no_claims() -> None:
    assert [n for n, e in EXPECTED.articles.items() if e.topic in ("off_topic", "unread") and e.claims] == []


def test_on_topic_articles_say_what_they_are_and_carry_claims() -> None:
    on_topic = {n: e for n, e in EXPECTED.articles.items() if e.topic == "on_topic"}
    assert [n for n, e in on_topic.items() if not e.relation or not e.claims] == []


def test_copies_belong_to_the_event_of_what_they_copy() -> None:
    for name in of_relation("copy", "translation"):
        expectation = EXPECTED.articles[name]
        if expectation.of in PRESS.articles:
            assert expectation.event == EXPECTED.articles[expectation.of].event, name


@pytest.mark.parametrize("outlet", list(PRESS.outlets))
def test_the_books_of_an_outlet_balance(outlet: str) -> None:
    counts = EXPECTED.outcomes(outlet, PRESS)
    assert counts["seen"] == sum(number for outcome, number in counts.items() if outcome != "seen")
    assert all(number >= 0 for number in counts.values())


@pytest.mark.parametrize(
    ("outlet", "counts"),
    [
        ("rafidain", {"seen": 12, "new": 9, "off_topic": 2, "borderline": 1}),
        ("tigris_gate", {"seen": 6, "new": 3, "variant": 1, "copy": 2}),
        ("nabd", {"seen": 6, "copy": 3, "known": 3}),
        ("athar", {"seen": 3, "off_topic": 1, "failed": 2}),
        ("hudhud", {"seen": 0}),
    ],
)
def test_counts_of_some_outlets(outlet: str, counts: dict[str, int]) -> None:
    found = {outcome: number for outcome, number in EXPECTED.outcomes(outlet, PRESS).items() if number}
    assert found == {outcome: number for outcome, number in counts.items() if number}


def test_every_fault_that_outlets_have_is_expected_somewhere() -> None:
    faulty = {outlet.id for outlet in PRESS.outlets.values() if outlet.fault}
    assert faulty <= set(EXPECTED.sources)
    ok = {name for name, polled in EXPECTED.sources.items() if polled.feed == "ok"}
    assert faulty & ok == {"bawaba", "hijra", "jamid"}


def test_no_two_articles_of_one_outlet_share_an_address() -> None:
    for one, other in combinations(PRESS.articles.values(), 2):
        if one.outlet == other.outlet and one.slug:
            assert one.slug != other.slug


def test_expected_reads_as_values() -> None:
    assert isinstance(EXPECTED, Expected)
    assert isinstance(PRESS, Press)
    assert EXPECTED.articles["qafila-suspension"].claims == EXPECTED.articles["rafidain-suspension"].claims


# ---------- comparing a claim with what is expected ----------

CLAIM = Claim(
    kind="incident",
    evidence=(),
    rule="r",
    confidence=1.0,
    event="rocket_attack",
    target="ain_al_asad",
    from_=date(2024, 1, 26),
    count_low=5,
    count_high=5,
    casualties={"wounded": 2},
)


@pytest.mark.parametrize(
    ("expected", "does"),
    [
        ({"kind": "incident"}, True),
        ({"kind": "movement"}, False),
        ({"kind": "incident", "note": "five rockets"}, True),
        ({"target": "ain_al_asad", "from": date(2024, 1, 26)}, True),
        ({"target": "ain_al_asad", "from": date(2024, 1, 27)}, False),
        ({"count": 5}, True),
        ({"count": 6}, False),
        ({"casualties": {"wounded": 2, "killed": 0}}, True),
        ({"casualties": {"wounded": 3}}, False),
        ({"speaker": "us_defense_department"}, False),
    ],
)
def test_a_claim_meets_what_is_expected_when_every_written_field_agrees(
    expected: dict[str, object], does: bool
) -> None:
    assert meets(expected, CLAIM) is does


def test_an_open_count_is_not_an_exact_one() -> None:
    open_upwards = replace(CLAIM, count_high=None, bound="at_least")
    assert not meets({"count": 5}, open_upwards)
    assert meets({"count_low": 5, "bound": "at_least"}, open_upwards)


@pytest.mark.parametrize("name", list(EXPECTED.articles))
def test_expected_claims_use_the_fields_of_the_model(name: str) -> None:
    fields = {field.name for field in dataclass_fields(Claim)} | {"note", "count", "from"}
    for claim in EXPECTED.articles[name].claims:
        assert set(claim) <= fields
        assert claim["kind"] in CLAIM_KINDS
