"""Whether two texts put one thing at different times: both moments resolved to days and compared with what bounds them.

Both are resolved from one day, that of the first report: what counts is whether the words say the same, and a copy
printed a day later still says "on Sunday". Where neither report is dated any fixed day will do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from posture.matching.alignment import Change
from posture.matching.outlines import Outline, Token
from posture.matching.words import words
from posture.model import Difference, Report
from posture.text.folding import fold
from posture.text.moments import Moment, find_moments

_ANY_DAY = date(2024, 5, 15)  # a Wednesday in the middle of a month and near the middle of a year
_BOUNDS = """
within | by before بحلول قبل قبيل
lasting | until till through حتى لغايه
later | after beyond past following بعد عقب
from | since from starting منذ مذ ابتداء اعتبارا بدءا انطلاقا
"""
_BOUND_OF = {
    word: line.partition("|")[0].strip()
    for line in _BOUNDS.strip().splitlines()
    for word in fold(line.partition("|")[2]).text.split()
}
_JOINING = frozenset(fold("the of in on a this في من هذا هذه و").text.split())


class Days:
    """The moments of two texts, read where their words changed."""

    def __init__(self, a: Outline, b: Outline) -> None:
        self._now = reading_day(a, b)
        self._languages = a.language, b.language

    def differences(self, change: Change) -> Iterator[Difference]:
        """Another day, week or month in this stretch, or the same one with another bound."""
        ours = self._touched(change.pair.a.text, self._languages[0], change.a)
        theirs = self._touched(change.pair.b.text, self._languages[1], change.b)
        if not ours and not theirs:
            yield from self._bounds(change)
            return
        ours = ours or self._touched(change.pair.a.text, self._languages[0], _beside(change, ours=True))
        theirs = theirs or self._touched(change.pair.b.text, self._languages[1], _beside(change, ours=False))
        same = {_extent(moment) for moment in ours} & {_extent(moment) for moment in theirs}
        left = [[each for each in side if _extent(each) not in same] for side in (ours, theirs)]
        for one, other in zip(*left, strict=False):
            if not _agree(one, other):
                yield Difference(field="day", a=one.quote, b=other.quote)
                return
        yield from self._bounds(change)

    def are_of_moments(self, change: Change) -> bool:
        """Whether all words of the stretch, on both sides, are words of moments: none of them is a name."""
        sides = ((change.a, change.pair.a.text), (change.b, change.pair.b.text))
        return all(
            tokens and all(self._touched(text, language, (token,)) for token in tokens)
            for (tokens, text), language in zip(sides, self._languages, strict=True)
        )

    def _bounds(self, change: Change) -> Iterator[Difference]:
        """«until the end of the year» against «beyond the end of the year»."""
        ours, theirs = _bound_words(change.a), _bound_words(change.b)
        after = change.after(2)
        if not ours or not theirs or ours & theirs or not after:
            return
        if self._touched(change.pair.a.text, self._languages[0], after[:1]) or (
            self._touched(change.pair.a.text, self._languages[0], after[1:2])
        ):
            shown = [" ".join(token.text for token in (*side, *after)) for side in (change.a, change.b)]
            yield Difference(field="day", a=shown[0], b=shown[1])

    def _touched(self, text: str, language: str, tokens: Iterable[Token]) -> list[Moment]:
        """The moments of a sentence that have one of these words, but for the words that join any two."""
        wanted = {token.word for token in tokens if token.word not in _BOUND_OF and token.word not in _JOINING}
        return [moment for moment, said in _moments(text, language, self._now) if said & wanted] if wanted else []


def reading_day(a: Outline, b: Outline) -> date:
    """The day from which the moments of both are read: that of the first, else of the second."""
    return day_of(a.report) or day_of(b.report) or _ANY_DAY


def moments_of(text: str, language: str, now: date) -> tuple[Moment, ...]:
    """The moments of a sentence, read once."""
    return tuple(moment for moment, _ in _moments(text, language, now))


def day_of(report: Report) -> date | None:
    """The day on which it was published, where known."""
    published = report.version.published
    return published.day if published else None


@lru_cache(maxsize=8192)
def _moments(text: str, language: str, now: date) -> tuple[tuple[Moment, frozenset[str]], ...]:
    found = find_moments(text, now=now, language=language if language in {"ar", "en"} else None)
    return tuple((moment, frozenset(word.text for word in words(moment.quote))) for moment in found)


def _beside(change: Change, *, ours: bool) -> tuple[Token, ...]:
    """The word before and the word after, of one side: where one text only adds to the words of a moment."""
    tokens = change.pair.a.tokens if ours else change.pair.b.tokens
    start, end = (change.a1, change.a2) if ours else (change.b1, change.b2)
    return (*tokens[max(0, start - 1) : start], *tokens[end : end + 1])


def _extent(moment: Moment) -> tuple[date | None, date | None, str]:
    return moment.from_, moment.to, moment.bound or ""


def _agree(one: Moment, other: Moment) -> bool:
    """Whether the days do not exclude each other: where one text leaves an end open, the other's end decides."""
    ends = [(x, y) for x, y in ((one.from_, other.from_), (one.to, other.to)) if x and y]
    return bool(ends) and all(x == y for x, y in ends)


def _bound_words(tokens: Iterable[Token]) -> set[str]:
    found = [_BOUND_OF.get(token.word) for token in tokens]
    return {bound for bound in found if bound}
