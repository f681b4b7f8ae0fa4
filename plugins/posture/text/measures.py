"""An amount with its unit: "عامين", "ثلاثة أشهر ونصف", "20 percent", "tens of thousands", and the span of two amounts.

A range is two amounts and the words that join them: "between X and Y", "X to Y", "X-Y", "من X إلى Y". Unit and scale
said once count for both: "two to three thousand" begins at two thousand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from posture.text.figures import rounded
from posture.text.modifiers import BEFORE
from posture.text.number_words import FEW, FEW_HIGH, FEW_LOW, FEW_OF, VAGUE_PLURALS
from posture.text.numerals import Number, read_fraction, read_number
from posture.text.tokens import Tokens
from posture.text.units import DUAL_UNITS, PERCENT, PLURAL_UNITS, TIME_UNITS, Unit
from posture.text.words import folded, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One amount, or the two ends of a range. `high` is None where the words set no upper end."""

    low: float
    high: float | None
    start: int
    end: int
    unit: Unit | None = None
    percent: bool = False
    vague: bool = False
    about: bool = False
    scale: int = 1
    number: Number | None = None  # the number as read, where it is one
    rule: str = "number"

    @property
    def is_range(self) -> bool:
        """Whether the two ends differ."""
        return self.high != self.low


_FEW = dict.fromkeys(FEW, True)
_ENGLISH_FEW = words("few several handful")
_HALVES = {"نصف": 0.5, "half": 0.5, "ربع": 0.25, "quarter": 0.25}
_BARE_LEADS = frozenset(
    folded("لمدة مدة طوال طيلة خلال بعد قبل منذ كل for in within after about over than least under every per")
)
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


def read_measure(tokens: Tokens, at: int, *, bare: bool = False, alone: bool = False) -> Measure | None:
    """The amount that begins here with its unit; `bare` lets a unit without a number count one ("نحو شهر")."""
    if not 0 <= at < len(tokens):
        return None
    found = _vague(tokens, at) or _counted(tokens, at, alone=alone) or _dual(tokens, at) or _one(tokens, at, bare=bare)
    if found is None:
        return None
    return _with_more_units(tokens, found) if found.unit else found


def _counted(tokens: Tokens, at: int, *, alone: bool) -> Measure | None:
    fraction = read_fraction(tokens, at)
    number = fraction or read_number(tokens, at, alone=alone)
    if number is None:
        return None
    measure = Measure(
        low=number.value, high=number.value, start=number.start, end=number.end, scale=number.scale, number=number,
        rule="fraction" if fraction else "number",
    )  # fmt: skip
    return _with_unit(tokens, measure)


def _with_unit(tokens: Tokens, measure: Measure) -> Measure:
    percent = PERCENT.match(tokens, measure.end)
    if percent is not None:
        return replace(measure, end=percent[1], percent=True)
    after = measure.end
    after += tokens.text(after) == "-" and tokens.glued(after)
    after += tokens.text(after) == "من"
    hit = tokens.hit(after, TIME_UNITS)
    if hit is None or hit.start != tokens.items[after].start:
        return measure
    if hit.definite and after == measure.end:
        return measure
    return replace(measure, end=after + 1, unit=hit.value)


def _dual(tokens: Tokens, at: int) -> Measure | None:
    hit = tokens.hit(at, DUAL_UNITS)
    if hit is None or hit.definite:
        return None
    return Measure(low=2, high=2, start=hit.start, end=at + 1, unit=hit.value)


def _one(tokens: Tokens, at: int, *, bare: bool) -> Measure | None:
    """A unit that counts one: "a year", "half an hour", "نصف ساعة", and شهر alone where that is asked for."""
    start, share, place = tokens.items[at].start, 1.0, at
    half = tokens.hit(at, _HALVES)
    if half is not None and not half.definite:
        share, start, place = half.value, half.start, at + 1
    article = tokens.text(place) in {"a", "an"}
    place += article
    hit = tokens.hit(place, TIME_UNITS)
    if hit is None or hit.definite or hit.stem in PLURAL_UNITS:
        return None
    if place == at:
        start = hit.start
    is_free = share < 1 or (bare and (article or hit.stem[0] > "\u0600")) or _is_alone(tokens, at, place)
    if not is_free or (share == 1 and not article and hit.stem[0] < "\u0600"):
        return None
    return Measure(low=share, high=share, start=start, end=place + 1, unit=hit.value)


def _is_alone(tokens: Tokens, at: int, end: int) -> bool:
    """Whether nothing else is said, or the word before asks for a length of time, or "and a half" follows."""
    if len(tokens) == end - at + 1 or tokens.text(at - 1) in _BARE_LEADS:
        return True
    following = [tokens.text(end + n) for n in (1, 2, 3)]
    if following[0] in {"ونصف", "ago", "later"} or following[1:] == ["a", "half"]:
        return True
    rest = _counted(tokens, end + 2, alone=True) if following[0] == "and" else None
    return rest is not None and rest.unit is not None


def _with_more_units(tokens: Tokens, measure: Measure) -> Measure:
    """Smaller units and halves behind: "سنة وستة أشهر", "ساعة ونصف", "two years and three months"."""
    unit = measure.unit
    place = tokens.joined(measure.end)
    if place is None and tokens.text(measure.end) == ",":
        place = measure.end + 1
    if unit is None or place is None or measure.is_range:
        return measure
    place += tokens.text(place) in {"a", "one"} and tokens.text(place + 1) in _HALVES
    half = tokens.hit(place, _HALVES)
    if half is not None and not half.definite:
        end = place + 1
        tail = tokens.hit(end, TIME_UNITS)
        if tail is not None and tail.value == unit and tail.definite:
            end += 1
        return replace(measure, low=measure.low + half.value, high=measure.low + half.value, end=end)
    rest = _counted(tokens, place, alone=False) or _dual(tokens, place)
    if rest is None or rest.unit is None or rest.unit.seconds >= unit.seconds:
        return measure
    value = measure.low + rest.low * rest.unit.seconds / unit.seconds
    return _with_more_units(tokens, replace(measure, low=value, high=value, end=rest.end))


# ---------- words without a figure ----------


def _vague(tokens: Tokens, at: int) -> Measure | None:
    found = _few(tokens, at) or _plural(tokens, at)
    return None if found is None else _with_unit(tokens, found)


def _few(tokens: Tokens, at: int) -> Measure | None:
    """ "بضعة آلاف", "a few hundred", "several": from three to nine of them."""
    place = at + (tokens.text(at) == "a" and tokens.text(at + 1) in {"few", "handful"})
    hit = tokens.hit(place, _FEW)
    if hit is None or hit.definite or (hit.stem == "few" and place == at and tokens.text(at + 1) not in FEW_OF):
        return None
    end = place + 1 + (tokens.text(place + 1) == "of")
    end = end if hit.stem == "handful" or tokens.text(end) in FEW_OF else place + 1
    scale = tokens.hit(end, FEW_OF)
    times = 1
    while scale is not None and scale.start == tokens.items[end].start and times < 10**12:
        times, end = times * scale.value, end + 1
        scale = tokens.hit(end, FEW_OF)
    start = tokens.items[at].start if place > at else hit.start
    return Measure(
        low=FEW_LOW * times, high=FEW_HIGH * times, start=start, end=end, scale=times, vague=True, rule="vague_few"
    )


def _plural(tokens: Tokens, at: int) -> Measure | None:
    """ "عشرات", "hundreds of thousands": at least the least that the word can mean."""
    hit = tokens.hit(at, VAGUE_PLURALS)
    if hit is None or (hit.stem in {"tens", "scores"} and tokens.text(at + 1) != "of"):
        return None
    low, end = hit.value, at + 1
    while True:
        place = end + (tokens.text(end) in {"of", "من"})
        more = tokens.hit(place, VAGUE_PLURALS)
        if more is None or more.value <= low or more.start != tokens.items[place].start:
            break
        low, end = low * more.value, place + 1
    return Measure(low=low, high=None, start=hit.start, end=end, vague=True, rule="vague_plural")


# ---------- ranges ----------

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
    if measure is None and tokens.kind(at) == "figure" and tokens.text(at).isdigit() and tokens.text(at - 1) == "-":
        value = int(tokens.text(at)[:18])
        number = Number(value=value, end=at + 1, start=tokens.items[at].start, plain=True)
        measure = _suffixed_end(tokens, number)
    return measure


def _suffixed_end(tokens: Tokens, number: Number) -> Measure:
    measure = Measure(low=number.value, high=number.value, start=number.start, end=number.end, number=number)
    scale = tokens.hit(number.end, FEW_OF)
    if scale is not None and not scale.definite:
        value = number.value * scale.value
        measure = replace(measure, low=value, high=value, end=number.end + 1, scale=scale.value)
    return _with_unit(tokens, measure)


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
