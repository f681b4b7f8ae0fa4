"""An amount with its unit: "عامين", "ثلاثة أشهر ونصف", "20 percent", "tens of thousands".

Words that name no figure count by the table in `number_words`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from posture.text.number_words import FEW, FEW_HIGH, FEW_LOW, FEW_OF, VAGUE_PLURALS
from posture.text.numerals import read_fraction, read_number
from posture.text.small_numerals import Number
from posture.text.tokens import Tokens
from posture.text.units import DUAL_UNITS, PERCENT, PLURAL_UNITS, TIME_UNITS, Unit
from posture.text.words import folded


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
_SAID_ONE = frozenset(folded("واحد واحدة واحدا كامل كاملا كاملة"))
_HALVES = {"نصف": 0.5, "half": 0.5, "ربع": 0.25, "quarter": 0.25}
_BARE_LEADS = frozenset(
    folded("لمدة مدة طوال طيلة خلال بعد قبل منذ كل for in within after about over than least under every per")
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
    return with_unit(tokens, measure)


def with_unit(tokens: Tokens, measure: Measure) -> Measure:
    """The amount with the percent sign or unit of time that follows it."""
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
    if hit.value.name == "year" and _is_year(tokens, after + 1):  # "170 ألفا عام 2007"
        return measure
    return replace(measure, end=after + 1, unit=hit.value)


def _is_year(tokens: Tokens, at: int) -> bool:
    text = tokens.text(at)
    return tokens.kind(at) == "figure" and text.isdecimal() and len(text) == 4 and text[:2] in {"19", "20"}


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
    if not article and share == 1 and tokens.text(place + 1) in _SAID_ONE:  # "سنة واحدة"
        return Measure(low=1, high=1, start=start, end=place + 2, unit=hit.value)
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
    return None if found is None else with_unit(tokens, found)


def _few(tokens: Tokens, at: int) -> Measure | None:
    """Such as "بضعة آلاف", "a few hundred", "several": from three to nine of them."""
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
    """Such as "عشرات", "hundreds of thousands": at least the least that the word can mean."""
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
