"""When: every date and period that a careful reader would take from a text, with the rule that resolved it.

What the text leaves out (a year, the week of a weekday) is filled by a rule whose name stands in the result. A date
that opens a stretch says so: "since 2014" runs from its first day on, "until" and "before" end there, "by
September 2026" keeps the month and is marked as a deadline.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from posture.model import Language, Span
from posture.text.calendar_words import IN, NEAR_DAYS
from posture.text.dates import read_date, turned_month_before
from posture.text.listed_dates import read_listed_day, read_listed_month
from posture.text.modifiers import BEFORE
from posture.text.nth_days import read_day_of_month, read_holiday, read_nth, read_weekday_of_week
from posture.text.offsets import read_offset
from posture.text.openers import opens_moment
from posture.text.parts import read_bare_year, read_end_of_current, read_part, read_share
from posture.text.relative_dates import read_near_day, read_turned_unit
from posture.text.seasons import read_decade, read_season
from posture.text.spans_of_time import read_between
from posture.text.tokens import Phrases, Tokens, tokenize
from posture.text.weekdays import read_weekday, turned_weekday_before
from posture.text.when import Context, When
from posture.text.words import folded
from posture.text.years import read_year_alone

if TYPE_CHECKING:
    from collections.abc import Callable

TimeBound = Literal["by", "before", "until", "since", "after"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date or period, with the words that carry it.

    `from_` is its first day and `to` the day after its last, None where the words leave that end open. `grain` is the
    unit that the words name; `bound` how they use it; `rule` names what was read and what was inferred.
    """

    kind: Literal["date", "period"]
    span: Span
    quote: str
    from_: date | None
    to: date | None
    grain: str
    rule: str
    about: bool = False
    bound: TimeBound | None = None


def find_moments(text: str, *, now: date, language: Language | None = None) -> tuple[Moment, ...]:
    """The dates and periods of a text in the order they stand, the longest reading at each place.

    >>> [found.from_.isoformat() for found in find_moments("في 7 فبراير/شباط 2024", now=date(2024, 7, 24))]
    ['2024-02-07']
    """
    return moments_in(tokenize(text, language), now)


def moments_in(tokens: Tokens, now: date) -> tuple[Moment, ...]:
    """The dates and periods of a text already cut into tokens."""
    context = Context(tokens, now)
    found: list[Moment] = []
    at = 0
    while at < len(tokens):
        read = read_moment(context, at) if opens_moment(tokens, at) else None
        if read is None:
            at += 1
        else:
            moment, at = read
            found.append(moment)
    return tuple(found)


# ---------- one moment ----------

_READERS: tuple[Callable[[Context, int], When | None], ...] = (
    read_date,
    read_listed_day,
    read_listed_month,
    read_day_of_month,
    read_weekday_of_week,
    read_nth,
    read_part,
    read_end_of_current,
    turned_month_before,
    turned_weekday_before,
    read_near_day,
    read_turned_unit,
    read_offset,
    read_share,
    read_season,
    read_decade,
    read_holiday,
    read_weekday,
    read_year_alone,
)


def read_when(context: Context, at: int) -> When | None:
    """The longest single date or period that begins at this token, gaps not yet filled."""
    key = ("when", at)
    if key not in context.seen:
        found = [when for reader in _READERS if (when := reader(context, at)) is not None]
        context.seen[key] = max(found, key=lambda when: (when.end, when.in_year is None), default=None)
    return context.seen[key]


_BOUNDS: dict[TimeBound, str] = {
    "by": """بحلول قبل_حلول في_موعد_أقصاه في_موعد_لا_يتجاوز موعدا_أقصاه by no_later_than not_later_than""",
    "before": "قبل من_قبل before prior_to ahead_of",
    "until": """between_now_and from_now_until from_now_to من_الآن_وحتى من_الآن_حتى من_الآن_إلى حتى لغاية إلى_غاية
        الى_غاية حتى_حلول until till up_to up_until through to_the""",
    "since": """منذ ابتداء_من اعتبارا_من بدءا_من بداية_من انطلاقا_من مذ since starting starting_from starting_in
        starting_on beginning_in beginning_on effective from""",
    "after": "بعد عقب after following",
}
_BOUND_PHRASES: Phrases[TimeBound] = Phrases(
    {phrase: bound for bound, line in _BOUNDS.items() for phrase in folded(line) if phrase != "from"}
)
_SKIPPED = frozenset(folded("the شهر يوم في in on"))


def read_moment(context: Context, at: int) -> tuple[Moment, int] | None:
    """The moment that begins at this token, and the token after it."""
    found = [
        one
        for one in (_bounded(context, at), _between(context, at), _led(context, at), _single(context, at))
        if one is not None
    ]
    best = max(found, key=lambda one: one[0].end, default=None)
    if best is None:
        return None
    when, bound = best
    return _moment(context.tokens, when, bound), when.end


_Found = tuple[When, "TimeBound | None"]


def _single(context: Context, at: int) -> _Found | None:
    when = read_when(context, at)
    return None if when is None else (context.place_in_year(when, at), None)


def _between(context: Context, at: int) -> _Found | None:
    when = read_between(context, at, read_when)
    return None if when is None else (when, None)


def _led(context: Context, at: int) -> _Found | None:
    """A date behind "in", "on", "في", "around", which are quoted with it."""
    tokens = context.tokens
    word = tokens.text(at)
    clitic = word[:1] in {"و", "ف"} and word[1:] in IN
    about = BEFORE.match(tokens, at)
    is_about = about is not None and about[0] == "about"
    if word not in IN and not clitic and not is_about:
        return None
    place = about[1] if about is not None and is_about else at + 1
    place += tokens.text(place) in {"the"} and tokens.kind(place + 1) == "date"
    read = _between(context, place) or _single(context, place)
    if read is None:
        return None
    when, _ = read
    return replace(when, start=context.begins(at) + clitic, about=when.about or is_about), None


def _bounded(context: Context, at: int) -> _Found | None:
    tokens = context.tokens
    match = _BOUND_PHRASES.match(tokens, at)
    if match is None or tokens.text(match[1]) in {"ظهر", "الظهر"}:  # "بعد ظهر الأحد": in the afternoon
        return None
    if NEAR_DAYS.match(tokens, at) is not None:  # "بعد غد": a day of its own
        return None
    bound, place, start = match
    about = BEFORE.match(tokens, place)
    if about is not None and (about[0] == "about" or bound in {"until", "by"}):  # "until at least 2028"
        place = about[1]
    place += tokens.text(place) in _SKIPPED and read_when(context, place) is None
    when = read_when(context, place) or read_bare_year(context, place)
    if when is None or when.rule in {"before_now", "after_now"}:
        return None
    when = _in_bounded_year(context, when, at, bound)
    return _opened(replace(when, start=start), bound), bound


def _in_bounded_year(context: Context, when: When, at: int, bound: TimeBound) -> When:
    """A year left out: "since October" is the last one, "by September" the next unless the sentence looks back."""
    if when.in_year is None:
        return when
    tense = context.tense(at, when.end)
    year = context.now.year
    years = range(year - 8, year + 9)
    found = [days for number in years if (days := when.in_year(number))]
    if bound == "since" and tense != "future":
        chosen, rule = [days for days in found if days[0] <= context.now][-1:], "year_past"
    elif bound in {"by", "until", "before"} and tense != "past":
        chosen, rule = [days for days in found if days[1] > context.now][:1], "year_future"
    else:
        return context.place_in_year(when, at)
    if not chosen:
        return when
    return replace(when, first=chosen[0][0], after=chosen[0][1], rule=f"{when.rule}:{rule}")


def _opened(when: When, bound: TimeBound) -> When:
    if bound == "since":
        return replace(when, after=None)
    if bound == "after":
        return replace(when, first=when.after, after=None)
    if bound == "until" or (bound == "before" and when.points):
        return replace(when, first=None)
    if bound == "before":
        return replace(when, after=when.first, first=None)
    return when


def _moment(tokens: Tokens, when: When, bound: TimeBound | None) -> Moment:
    span = tokens.folded.span(when.start, tokens.items[when.end - 1].end)
    is_day = when.first is not None and when.after is not None and (when.after - when.first).days == 1
    return Moment(
        kind="date" if is_day else "period", span=span, quote=span.of(tokens.folded.original), from_=when.first,
        to=when.after, grain=when.grain, rule=when.rule, about=when.about, bound=bound,
    )  # fmt: skip
