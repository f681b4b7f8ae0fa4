"""How many, how much, how long: every quantity that a careful reader would take from a text.

A floor or ceiling makes a range with one open end: "more than 3,000" is 3,000 and up. Words without a figure
("عشرات", "several thousand") make a vague range by the table in `number_words`. Percentages, durations and
ordinals are told apart from plain numbers; a unit of time turns an amount into seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from posture.model import Bound, Language, Span
from posture.text.figures import rounded
from posture.text.measures import Measure, read_measure
from posture.text.modifiers import Modifier, read_distant, read_modifiers, read_trailing
from posture.text.number_words import ENGLISH_UNITS
from posture.text.openers import opens_quantity
from posture.text.ordinals import read_ordinal
from posture.text.ranges import read_range
from posture.text.small_numerals import Number
from posture.text.tokens import Tokens, tokenize
from posture.text.words import folded, words

QuantityKind = Literal["number", "ordinal", "percent", "range", "duration"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """An amount, with the words that carry it and those that make it rough or bound it.

    `value` is set for numbers, ordinals and percentages. `low` and `high` are the ends of a range, None where open;
    `seconds`, `low_seconds` and `high_seconds` the same for durations (a month is 30 days, a year 365).
    """

    kind: QuantityKind
    span: Span
    quote: str
    rule: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    about: bool = False
    bound: Bound = "exact"
    vague: bool = False
    percent: bool = False
    seconds: float | None = None
    low_seconds: float | None = None
    high_seconds: float | None = None


def find_quantities(text: str, *, language: Language | None = None) -> tuple[Quantity, ...]:
    """The quantities of a text in the order they stand, the longest reading at each place.

    >>> [(found.quote, found.low, found.high) for found in find_quantities("قتل أكثر من 3000 شخص")]
    [('أكثر من 3000', 3000, None)]
    """
    return quantities_in(tokenize(text, language))


def quantities_in(tokens: Tokens) -> tuple[Quantity, ...]:
    """The quantities of a text already cut into tokens."""
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        read = read_quantity(tokens, at) if opens_quantity(tokens, at) else None
        if read is None:
            at += 1
        else:
            quantity, at = read
            found.append(quantity)
    return tuple(found)


def read_quantity(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """The quantity that begins at this token, and the token after it."""
    modifiers = read_modifiers(tokens, at)
    if modifiers is not None:
        said, place, start = modifiers
        measure = read_range(tokens, place, bare=True) or read_measure(tokens, place, bare=True)
        if measure is not None and not _is_span_of_time(tokens, at, measure):
            return _quantity(tokens, measure, said, start)
    ordinal = read_ordinal(tokens, at)
    measure = read_range(tokens, at) or read_measure(tokens, at)
    if ordinal is not None and measure is not None and tokens.text(measure.end - 1) == "second":
        measure = None  # "the forty second meeting"
    if ordinal is not None and (measure is None or ordinal.end > measure.end - ordinal.definite):
        return _ordinal(tokens, ordinal)
    if measure is None or not _counts(tokens, at, measure):
        return None
    bound = None if measure.unit or measure.percent or measure.is_range else read_distant(tokens, at)
    return _quantity(tokens, measure, frozenset() if bound is None else frozenset({bound}), measure.start)


def _is_span_of_time(tokens: Tokens, at: int, measure: Measure) -> bool:
    """Such as "Over two years" and "حتى عامين" say how long, not that it was more."""
    return measure.unit is not None and tokens.text(at) in {"over", "above", "فوق", "دون", "تحت"}


# ---------- words that are numbers only at times ----------

_ARABIC_ONE = frozenset(folded("واحد واحدة"))
_NOT_ONE = frozenset(folded("أحد إحدى"))
_AFTER_ONE = words(
    """soldier troop person man woman civilian officer fighter member adviser contractor american iraqi us u
    more other another additional base attack drone rocket missile strike day week month year hour minute percent of
    killed dead wounded injured service"""
)
_BEFORE_ONE = words("least only just about than nearly almost over killed killing wounded wounding injuring injured")
_NOT_BEFORE_ONE = words("no any every this that the which each day number force some air phase another for")


def _counts(tokens: Tokens, at: int, measure: Measure) -> bool:
    """Whether the words are meant as an amount: "one of them" and أحد المسؤولين are not."""
    number = measure.number
    if number is None or measure.unit or measure.percent or measure.is_range or not number.lone:
        return True
    if number.lone in _NOT_ONE:
        return False
    if number.lone in _ARABIC_ONE:
        return not number.definite and tokens.text(at - 1) not in {"ان", "كل", "اي", "لا", "وقت"}
    if number.definite and number.value == 2:
        return False
    if number.lone != "one" or len(tokens) == 1:
        return True
    return _is_counting_one(tokens, at)


def _is_counting_one(tokens: Tokens, at: int) -> bool:
    before, after = tokens.text(at - 1), tokens.text(at + 1)
    if before in _NOT_BEFORE_ONE or after in {"of", "another", "'"} or after in ENGLISH_UNITS:
        return False
    return before in _BEFORE_ONE or after in _AFTER_ONE


# ---------- from what was read to what is given ----------


def _ordinal(tokens: Tokens, number: Number) -> tuple[Quantity, int]:
    span, quote = _quoted(tokens, number.start, number.end)
    return Quantity(kind="ordinal", span=span, quote=quote, value=number.value, rule="ordinal"), number.end


def _quantity(tokens: Tokens, measure: Measure, said: frozenset[Modifier], start: int) -> tuple[Quantity, int]:
    end = measure.end
    if (trailing := _trailing(tokens, end)) is not None:
        said, end = said | {trailing[0]}, trailing[1]
    low, high, bound = _bounded(measure, said)
    kind = _kind(measure, low, high)
    span, quote = _quoted(tokens, start, end)
    value = low if kind in {"number", "percent"} and low == high else None
    if kind == "percent":
        value = measure.low
    seconds = measure.unit.seconds if kind == "duration" and measure.unit else None
    open_low, open_high = low is None, high is None
    return (
        Quantity(
            kind=kind, span=span, quote=quote, rule=measure.rule, value=value, bound=bound, vague=measure.vague,
            about=measure.about or "about" in said, percent=measure.percent,
            low=None if seconds else low, high=None if seconds else high,
            seconds=_seconds(measure.low, seconds) if low == high else None,
            low_seconds=None if open_low else _seconds(measure.low, seconds),
            high_seconds=None if open_high else _seconds(measure.high, seconds),
        ),
        end,
    )  # fmt: skip


def _trailing(tokens: Tokens, at: int) -> tuple[Modifier, int] | None:
    """The modifier behind the amount, or behind the one or two words it counts: "2500 جندي تقريبا"."""
    for place in (at, at + 1, at + 2):
        found = read_trailing(tokens, place)
        if found is not None and read_measure(tokens, found[1]) is None:
            return found
        if tokens.kind(place) != "word":
            return None
    return None


def _bounded(measure: Measure, said: frozenset[Modifier]) -> tuple[float | None, float | None, Bound]:
    low, high = rounded(measure.low), None if measure.high is None else rounded(measure.high)
    if measure.is_range:
        return low, high, "at_least" if high is None else "range"
    if "at_most" in said:
        return None, high, "at_most"
    if "at_least" in said:
        return low, None, "at_least"
    return low, high, "exact"


def _kind(measure: Measure, low: float | None, high: float | None) -> QuantityKind:
    if measure.unit is not None:
        return "duration"
    if measure.percent and not measure.is_range:
        return "percent"
    return "number" if low == high else "range"


def _seconds(value: float | None, seconds: int | None) -> float | None:
    return None if value is None or seconds is None else rounded(round(value * seconds, 3))


def _quoted(tokens: Tokens, start: int, end: int) -> tuple[Span, str]:
    span = tokens.folded.span(start, tokens.items[end - 1].end)
    return span, span.of(tokens.folded.original)
