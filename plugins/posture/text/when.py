"""A date while it is being read, and what the text leaves out: the year, the week.

A rule fills each gap and its name goes into the result, so that an analyst sees what was said and what was inferred.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from posture.text.calendar_words import IN
from posture.text.calendars import add_days, add_months, day
from posture.text.tense import Tense, tense_near
from posture.text.tokens import Tokens
from posture.text.words import words

Grain = Literal["day", "week", "month", "quarter", "season", "half", "year", "decade", "century"]
Days = tuple[date, date]  # the first, and the one after the last
Rebuild = Callable[[int], Days | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A stretch of days: from the first to the day after the last, None where it is open."""

    first: date | None
    after: date | None
    grain: Grain
    rule: str
    start: int  # in the folded text
    end: int  # the token behind
    about: bool = False
    in_year: Rebuild | None = None  # the same day or month in another year, where the text names no year
    points: bool = False  # one day stands for a longer stretch: "mid-March", "the end of the year"


def stretch(first: date | None, after: date | None, grain: Grain, rule: str, *, start: int, end: int) -> When | None:
    """A `When` of these days; None when a day was out of range."""
    if first is None or after is None or first >= after:
        return None
    return When(first=first, after=after, grain=grain, rule=rule, start=start, end=end)


def one_day(first: date | None, rule: str, start: int, end: int) -> When | None:
    """A `When` of a single day."""
    return None if first is None else stretch(first, add_days(first, 1), "day", rule, start=start, end=end)


def derived(whole: When, part: Callable[[Days], Days | None], rule: str) -> When | None:
    """A part of a longer stretch, which moves with it when the year is yet to be found."""
    days = part((whole.first, whole.after)) if whole.first and whole.after else None
    if days is None:
        return None
    in_year = whole.in_year

    def rebuild(year: int) -> Days | None:
        moved = in_year(year) if in_year else None
        return None if moved is None else part(moved)

    return replace(whole, first=days[0], after=days[1], rule=rule, in_year=rebuild if in_year else None)


_PREPOSITIONS = IN | words("من from بين between حتي to the of at by الي")


@dataclass(frozen=True, slots=True)
class Context:
    """A text with the day it is read for."""

    tokens: Tokens
    now: date
    seen: dict[tuple[str, int], When | None] = field(default_factory=dict, repr=False, compare=False)

    def begins(self, at: int) -> int:
        """Where a token begins in the folded text; its end beyond the last one."""
        return self.tokens.items[at].start if at < len(self.tokens) else len(self.tokens.folded.text)

    def is_alone(self, at: int, end: int) -> bool:
        """Whether the words from `at` to `end` are the whole text, but for prepositions and signs."""
        outside = [*range(at), *range(end, len(self.tokens))] if at < 6 and end > len(self.tokens) - 6 else None
        return outside is not None and all(
            self.tokens.kind(place) != "figure"
            and (self.tokens.kind(place) != "word" or self.tokens.text(place) in _PREPOSITIONS)
            for place in outside
        )

    def tense(self, at: int, end: int) -> Tense | None:
        """The tense of the words around."""
        return tense_near(self.tokens, at, end)

    def weekday(self, number: int, at: int, end: int) -> tuple[date, str]:
        """The day meant by the bare name of a weekday.

        Alone it is the next one. In a sentence it is the last one, today included, unless the nearest verb looks ahead.
        """
        ahead = (number - self.now.weekday()) % 7
        if self.is_alone(at, end):
            return _safe(self.now, ahead or 7), "weekday_alone_next"
        tense = self.tense(at, end)
        if tense == "future":
            return _safe(self.now, ahead), "weekday_future"
        back = (self.now.weekday() - number) % 7
        return _safe(self.now, -back), "weekday_past" if tense == "past" else "weekday_in_report_past"

    def place_in_year(self, when: When, at: int) -> When:
        """A day or month without a year, put into the year that the sentence asks for.

        Alone it lies in the current year. In a sentence the nearest verb decides between the last one and the next;
        without one it is the nearest to now, days to come counting three times as far.
        """
        if when.in_year is None:
            return when
        if self.is_alone(at, when.end):
            return self._in_years(when, [self.now.year], "year_alone_current") or when
        tense = self.tense(at, when.end)
        years = [self.now.year + step for step in (0, -1, 1, -2, 2, -3, 3, -4, 4, -8, 8)]
        if tense == "past":
            return self._in_years(when, sorted(years, reverse=True), "year_past", latest=True) or when
        if tense == "future":
            return self._in_years(when, sorted(years), "year_future", earliest=True) or when
        return self._nearest(when, years) or when

    def _in_years(
        self, when: When, years: list[int], rule: str, *, latest: bool = False, earliest: bool = False
    ) -> When | None:
        for year in years:
            days = when.in_year(year) if when.in_year else None
            if days is None or (latest and days[0] > self.now) or (earliest and days[1] <= self.now):
                continue
            return replace(when, first=days[0], after=days[1], rule=f"{when.rule}:{rule}")
        return None

    def _nearest(self, when: When, years: list[int]) -> When | None:
        found = [days for year in years if when.in_year and (days := when.in_year(year))]
        if not found:
            return None
        first, after = min(found, key=lambda days: _distance(self.now, days))
        return replace(when, first=first, after=after, rule=f"{when.rule}:year_nearest")


def _distance(now: date, days: tuple[date, date]) -> int:
    """How far the days lie from now; those to come count three times, since the press marks them by its verbs."""
    if days[0] <= now < days[1]:
        return 0
    return (now - days[1]).days if days[1] <= now else 3 * (days[0] - now).days


def _safe(start: date, days: int) -> date:
    return add_days(start, days) or start


def day_of(month: int, number: int) -> Rebuild:
    """The day of a month, for any year."""

    def rebuild(year: int) -> Days | None:
        first = day(year, month, number)
        after = None if first is None else add_days(first, 1)
        return None if first is None or after is None else (first, after)

    return rebuild


def month_of(month: int) -> Rebuild:
    """The whole month, for any year."""

    def rebuild(year: int) -> Days | None:
        first = day(year, month, 1)
        after = None if first is None else add_months(first, 1)
        return None if first is None or after is None else (first, after)

    return rebuild


def in_any_year(context: Context, parts: tuple[int, int], rule: str, start: int, end: int) -> When | None:
    """A month and day without a year, of this year until the sentence is asked; 29 February of a leap year."""
    month, number = parts
    for year in (context.now.year, *range(context.now.year - 4, context.now.year + 5)):
        found = one_day(day(max(1, year), month, number), rule, start, end)
        if found is not None:
            return replace(found, in_year=day_of(month, number))
    return None
