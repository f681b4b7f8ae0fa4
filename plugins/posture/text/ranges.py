"""From one amount to another: "between X and Y", "X to Y", "X-Y", "من X إلى Y".

Unit and scale said once count for both ends: "two to three thousand" begins at two thousand.
"""

from __future__ import annotations

from dataclasses import replace

from posture.text.figures import digits_value, rounded
from posture.text.measures import Measure, read_measure, with_unit
from posture.text.modifiers import BEFORE
from posture.text.number_words import FEW_OF
from posture.text.small_numerals import Number
from posture.text.tokens import Tokens
from posture.text.words import folded, words

_CHANGES = words(
    """reduce reduced reduces reducing reduction cut cuts cutting drop dropped drops fall fell falling fallen decline
    declined rise rose risen rising increase increased increases increasing grow grew grown up down shrink shrank shrunk
    lower lowered lowering raise raised raising went trim trimmed drawdown draw scale scaled slash slashed"""
) | frozenset(
    folded(
        """خفض تخفيض خفضت تخفض سيخفض ستخفض يخفض تقليص قلص قلصت تقلص ستقلص سيقلص يقلص ارتفع ارتفعت ارتفاع يرتفع
        سيرتفع زاد زادت زيادة انخفض انخفضت انخفاض ينخفض سينخفض تراجع تراجعت يتراجع رفع رفعت لينخفض ليرتفع لخفض
        لتقليص لزيادة لرفع"""
    )
)
_BETWEEN = frozenset(folded("بين between"))
_FROM = frozenset(folded("من from"))
_TO = frozenset(folded("إلى الى to حتى وحتى وإلى والى until"))
_OR = frozenset(folded("أو or"))


def read_range(tokens: Tokens, at: int, *, bare: bool = False) -> Measure | None:
    """Two amounts and the words that join them, lower end first."""
    if not 0 <= at < len(tokens):
        return None
    lead = BEFORE_RANGE.get(tokens.text(at), 0) if tokens.kind(at) == "word" else 0
    start = tokens.items[at].start
    place = at + 1 if lead else at
    word = tokens.text(place)
    clitic = word[0] in "وف" and word[1:] in _BETWEEN | _FROM if len(word) > 3 else False
    if word in _BETWEEN or (clitic and word[1:] in _BETWEEN):
        return _between(tokens, place + 1, start + (clitic and place == at), bare=bare)
    if word in _FROM or clitic:
        if _is_change(tokens, place):
            return None
        return _to(tokens, place + 1, start + (clitic and place == at), bare=bare)
    return None if lead else _to(tokens, at, None, bare=bare)


# Verbs that announce a range: "يتراوح بين", "ranging from".
BEFORE_RANGE = dict.fromkeys(
    (*folded("يتراوح تتراوح ويتراوح وتتراوح تراوح تراوحت يتراوحون ما"), "ranging", "ranges", "anywhere", "somewhere"), 1
)


def _is_change(tokens: Tokens, at: int) -> bool:
    """Whether a verb of change stands shortly before: "cut from 900 to 2,500" names two levels, not a range."""
    return any(
        tokens.text(place) in _CHANGES or tokens.text(place).lstrip("وف") in _CHANGES
        for place in range(max(0, at - 8), at)
        if tokens.kind(place) == "word"
    )


def _between(tokens: Tokens, at: int, start: int, *, bare: bool) -> Measure | None:
    """Both ends joined by "and". Where the first reads on over it ("بين خمسة وعشرين"), it is cut at the first part."""
    for alone in (False, True):
        first = read_measure(tokens, at, bare=True, alone=alone)
        if first is None:
            return None
        place = tokens.joined(first.end)
        if place is None and tokens.text(first.end) in _TO:
            place = first.end + 1
        if place is not None and (joined := _ends(tokens, first, place, start, bare=bare)):
            return joined
    return None


def _to(tokens: Tokens, at: int, start: int | None, *, bare: bool) -> Measure | None:
    first = read_measure(tokens, at, bare=bare)
    if first is None:
        return None
    link = tokens.text(first.end)
    if link in _TO or (link == "-" and _is_clean_dash(tokens, first.end)):
        return _ends(tokens, first, first.end + 1, first.start if start is None else start, bare=bare)
    if link in _OR and start is None:
        joined = _ends(tokens, first, first.end + 1, first.start, bare=bare)
        return joined if joined and joined.high is not None and joined.high <= 2 * joined.low + 2 else None
    return None


def _is_clean_dash(tokens: Tokens, at: int) -> bool:
    """A dash between figures, not one that opens an aside: written tight, or loose on both sides before a figure."""
    return tokens.glued(at) == tokens.glued(at + 1) and (tokens.glued(at) or tokens.kind(at + 1) == "figure")


def _ends(tokens: Tokens, first: Measure, at: int, start: int, *, bare: bool) -> Measure | None:
    about = BEFORE.match(tokens, at)
    at = about[1] if about is not None and about[0] == "about" else at
    second = _second(tokens, at, bare=bare or first.unit is not None)
    if second is None or second.high is None or first.high is None:
        return None
    first = _shared(first, second)
    if first.unit != second.unit and (first.unit is None or second.unit is None):
        return None
    if _size(first, first.low) >= _size(second, second.high) or first.percent != second.percent:
        return None
    low = first.low
    if first.unit and second.unit and first.unit != second.unit:
        low = rounded(first.low * first.unit.seconds / second.unit.seconds)
    return replace(
        second, low=low, start=start, about=about is not None, vague=first.vague or second.vague,
        number=None, rule="between",
    )  # fmt: skip


def _second(tokens: Tokens, at: int, *, bare: bool) -> Measure | None:
    """The upper end; a dash glued before it is no minus sign."""
    measure = read_measure(tokens, at, bare=bare)
    value = digits_value(tokens, at) if tokens.kind(at) == "figure" and tokens.text(at - 1) == "-" else None
    if measure is None and value is not None:
        number = Number(value=value, end=at + 1, start=tokens.items[at].start, plain=True)
        measure = _suffixed_end(tokens, number)
    return measure


def _suffixed_end(tokens: Tokens, number: Number) -> Measure:
    measure = Measure(low=number.value, high=number.value, start=number.start, end=number.end, number=number)
    scale = tokens.hit(number.end, FEW_OF)
    if scale is not None and not scale.definite:
        value = number.value * scale.value
        measure = replace(measure, low=value, high=value, end=number.end + 1, scale=scale.value)
    return with_unit(tokens, measure)


def _shared(first: Measure, second: Measure) -> Measure:
    """The lower end with what was said once for both: scale, unit, percent."""
    if first.unit is None and second.unit is not None and not first.percent:
        first = replace(first, unit=second.unit)
    if second.percent and not first.unit:
        first = replace(first, percent=True)
    if first.scale == 1 and second.scale > 1 and first.low * second.scale < (second.high or 0):
        first = replace(first, low=first.low * second.scale)
    return first


def _size(measure: Measure, value: float) -> float:
    return value * measure.unit.seconds if measure.unit else value
