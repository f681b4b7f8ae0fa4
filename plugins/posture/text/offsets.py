"""A length of time before or after now: "قبل يومين", "two months ago", "in three weeks", "within two years"."""

from __future__ import annotations

from dataclasses import replace

from posture.text.calendars import add_days, shift
from posture.text.measures import Measure, read_measure
from posture.text.modifiers import BEFORE, read_trailing
from posture.text.number_words import FEW_HIGH, FEW_LOW
from posture.text.units import DAY, PLURAL_UNITS
from posture.text.when import Context, When, one_day, stretch
from posture.text.words import folded

_AGO = frozenset(folded("قبل منذ"))
_AHEAD = frozenset(folded("بعد"))
_WITHIN = frozenset(folded("خلال غضون within"))
_NOW = frozenset(folded("الآن اليوم"))
# "قبل يومين من الهجوم" counts from the attack; "أطلقت قبل يومين من ناحية زمار" from now.
_PLACES = frozenset(
    folded(
        """ناحية قضاء محافظة مدينة قاعدة منطقة مطار أراضي الأراضي داخل جنوب شمال شرق غرب جنوبي شمالي شرقي غربي معسكر
        بلدة قرية حي جهة صحراء"""
    )
)
_ANCHORED = frozenset(folded("من على عن of after before to as"))


def read_offset(context: Context, at: int) -> When | None:
    """A length of time before or after now: "قبل يومين", "two months ago", "بعد أسبوعين", "within two years"."""
    tokens = context.tokens
    word = _without_clitic(tokens.text(at))
    if word in _AGO or word in _AHEAD or (word == "من" and at == 0 and len(tokens) <= 3):
        return _arabic_offset(context, at, -1 if word not in _AHEAD else 1)
    if word in _WITHIN or (word == "في" and tokens.text(at + 1) == "غضون"):
        return _within(context, at, at + 1 + (word == "في"))
    if word == "in":
        return _in_a_while(context, at)
    return _english_ago(context, at)


def _without_clitic(word: str) -> str:
    return word[1:] if len(word) > 3 and word[0] in "وف" else word


def _arabic_offset(context: Context, at: int, sign: int) -> When | None:
    tokens = context.tokens
    about = BEFORE.match(tokens, at + 1)
    place = about[1] if about is not None and about[0] == "about" else at + 1
    start = context.begins(at) + (len(tokens.text(at)) - len(_without_clitic(tokens.text(at))))
    plural = tokens.hit(place, PLURAL_UNITS)
    measure = read_measure(tokens, place, bare=True)
    if measure is None or measure.unit is None:
        if plural is None or plural.definite or plural.start != tokens.items[place].start:
            return None
        measure = Measure(
            low=FEW_LOW,
            high=FEW_HIGH,
            start=plural.start,
            end=place + 1,
            unit=plural.value,
            vague=True,
            rule="vague_few",
        )
    end, is_about = measure.end, place > at + 1
    if tokens.text(end) == "من" and tokens.text(end + 1) in _NOW:
        end += 2
    if tokens.text(end) in _ANCHORED and not (tokens.text(end) == "من" and tokens.text(end + 1) in _PLACES):
        return None
    trailing = read_trailing(tokens, end)
    if trailing is not None and trailing[0] == "about":
        end, is_about = trailing[1], True
    return _offset(context, measure, sign, start, end, about=is_about)


def _offset(context: Context, measure: Measure, sign: int, start: int, end: int, *, about: bool) -> When | None:
    if measure.unit is None or measure.high is None or measure.percent:
        return None
    if measure.unit.seconds < DAY:
        return None
    rule = "before_now" if sign < 0 else "after_now"
    near = shift(context.now, sign * measure.low, measure.unit)
    far = shift(context.now, sign * measure.high, measure.unit)
    if measure.is_range:
        first, last = (far, near) if sign < 0 else (near, far)
        found = stretch(first, last and add_days(last, 1), "day", f"{rule}_vague", start=start, end=end)
        return found and replace(found, about=True)
    found = one_day(near, rule, start, end)
    return found and replace(found, about=about or measure.vague)


def _within(context: Context, at: int, place: int) -> When | None:
    """Such as "Within two years", "خلال عامين": from now until then; looking back where the sentence does."""
    tokens = context.tokens
    about = BEFORE.match(tokens, place)
    place = about[1] if about is not None else place
    measure = read_measure(tokens, place, bare=True)
    if measure is None or measure.unit is None or measure.high is None or measure.unit.seconds < DAY:
        return None
    if tokens.text(measure.end) in _ANCHORED or measure.percent:
        return None
    start = context.begins(at)
    looks_back = tokens.text(place - 1) == "خلال" and context.tense(at, measure.end) == "past"
    if looks_back:
        back = shift(context.now, -measure.high, measure.unit)
        return stretch(back, add_days(context.now, 1), "day", "within_past", start=start, end=measure.end)
    ahead = shift(context.now, measure.high, measure.unit)
    return stretch(context.now, ahead, "day", "within_future", start=start, end=measure.end)


def _in_a_while(context: Context, at: int) -> When | None:
    """Such as "In two weeks": a day ahead; "the first time in two years" looks back and is left to the quantities."""
    tokens = context.tokens
    if tokens.text(at - 1) in {"time", "first", "worst", "deadliest", "lowest", "highest", "largest"}:
        return None
    if tokens.text(at + 1) in {"the", "early", "late"}:
        return None
    about = BEFORE.match(tokens, at + 1)
    place = about[1] if about is not None and about[0] == "about" else at + 1
    measure = read_measure(tokens, place, bare=True)
    if measure is None or measure.unit is None or tokens.text(measure.end) in {"of", "'"}:
        return None
    if context.tense(at, measure.end) == "past" and not context.is_alone(at, measure.end):
        return None
    return _offset(context, measure, 1, context.begins(at), measure.end, about=place > at + 1)


_SINCE_THEN = {"ago": -1, "hence": 1}


def _english_ago(context: Context, at: int) -> When | None:
    """Such as "Two months ago", "a week from now", "years ago"."""
    tokens = context.tokens
    about = BEFORE.match(tokens, at)
    place = about[1] if about is not None and about[0] == "about" else at
    if tokens.kind(place) not in {"word", "figure"} or not tokens.text(place).isascii():
        return None
    measure = read_measure(tokens, place, bare=True)
    plural = tokens.hit(place, PLURAL_UNITS)
    if (measure is None or measure.unit is None) and plural is not None:
        measure = Measure(low=FEW_LOW, high=FEW_HIGH, start=plural.start, end=place + 1, unit=plural.value, vague=True)
    if measure is None or measure.unit is None:
        return None
    end = measure.end
    if tokens.text(end) in _SINCE_THEN:
        return _offset(context, measure, _SINCE_THEN[tokens.text(end)], context.begins(at), end + 1, about=place > at)
    if tokens.text(end) == "from" and tokens.text(end + 1) in {"now", "today"}:
        return _offset(context, measure, 1, context.begins(at), end + 2, about=place > at)
    return None
