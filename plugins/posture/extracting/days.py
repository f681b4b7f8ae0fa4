"""The days that a claim speaks of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import SPEECH
from posture.extracting.scenes import Scene
from posture.text.moments import Moment

# A thing told more than this long after it happened is background, not news: half a year.
LONG_AGO = timedelta(days=183)
_WEEK = timedelta(days=7)
THAT = frozenset({"ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "بانهم", "that"})
_SINCE = frozenset({"منذ", "since"})


def moment_of(mark: Mark) -> Moment:
    """The moment that a mark holds."""
    assert isinstance(mark.value, Moment)  # noqa: S101 -- marks of the slot "moment" hold nothing else
    return mark.value


def first_day(moment: Moment) -> date | None:
    """The first day of a moment; None when it is open or cannot be told."""
    return moment.from_


def last_day(moment: Moment) -> date | None:
    """The last day of a moment, itself included; None when it is open or cannot be told."""
    return moment.to - timedelta(days=1) if moment.to is not None else None


def is_ahead(moment: Moment, day: date | None) -> bool:
    """Whether a moment lies, or ends, after the article's day; never when that day is not known."""
    end = last_day(moment)
    if day is None or (end is None and moment.from_ is None):
        return False
    return end > day if end is not None else moment.from_ is not None and moment.from_ >= day


def when(scene: Scene, anchor: Found | Mark, *, within: int = 10, done: bool = False) -> Mark | None:
    """The moment at which the thing at the anchor happened: the nearest that is not a verb's of saying.

    What is `done` cannot lie ahead: a bare weekday beside it is the last one.
    """
    near = [mark for mark in scene.all("moment") if scene.cost(anchor, mark) <= within]
    spoken = [mark for mark in near if _belongs_to_speech(scene, mark, anchor)]
    near = [mark for mark in near if mark not in spoken] or near
    mark = min(near, key=lambda mark: (scene.cost(anchor, mark), mark.first < anchor.first)) if near else None
    return _week_before(mark, scene.day) if done and mark is not None else mark


def own_year(scene: Scene, mark: Mark) -> Mark:
    """A moment of "this year" in a sentence that tells what was agreed in a year before: that year is meant."""
    moment = moment_of(mark)
    if "this_year" not in moment.rule or scene.day is None:
        return mark
    told = [moment_of(m) for m in scene.all("moment") if m.first < mark.first]
    days = [one.from_ for one in told if one.grain == "day" and one.from_ is not None and one.from_ < scene.day]
    if not days or days[-1].year == scene.day.year:
        return mark
    back = scene.day.year - days[-1].year
    earlier = [one.replace(year=one.year - back) if one is not None and (one.month, one.day) != (2, 29) else one
               for one in (moment.from_, moment.to)]  # fmt: skip
    return replace(mark, value=replace(moment, from_=earlier[0], to=earlier[1]))


def year_ahead(moment: Moment, day: date | None) -> Moment:
    """A limit without a year that was taken for a past one, though what it limits is still to come: a year later."""
    guessed = day is not None and moment.to is not None and moment.to <= day and "year_past" in moment.rule
    if not guessed:
        return moment
    later = [one.replace(year=one.year + 1) if one is not None and (one.month, one.day) != (2, 29) else one
             for one in (moment.from_, moment.to)]  # fmt: skip
    return replace(moment, from_=later[0], to=later[1])


def stretch_ahead(moment: Moment, day: date | None) -> Moment:
    """A stretch taken for the one that ends today, though what it limits is still to come: as long from today on."""
    if day is None or moment.from_ is None or moment.to is None or "within_past" not in moment.rule:
        return moment
    return replace(moment, from_=day, to=day + (moment.to - moment.from_), rule="within")


def year_behind(moment: Moment, day: date | None) -> Moment:
    """A month without a year that was taken for one to come, though what it dates is done: a year earlier."""
    if (
        day is None
        or moment.from_ is None
        or moment.to is None
        or moment.from_ <= day
        or "year_future" not in moment.rule
    ):
        return moment
    earlier = [
        one.replace(year=one.year - 1) if (one.month, one.day) != (2, 29) else one for one in (moment.from_, moment.to)
    ]
    return replace(moment, from_=earlier[0], to=earlier[1])


def said_days(scene: Scene) -> Scene:
    """The scene with the day of a saying put into the past: "announced on Thursday that they will leave"."""
    marks = {first: tuple(_said(scene, _own(scene, mark)) for mark in here) for first, here in scene.marks.items()}
    return replace(scene, marks=marks) if marks != scene.marks else scene


def mark_now(scene: Scene, mark: Mark | None) -> Mark | None:
    """The mark that a phrase held when it was found, with the day that the whole sentence gives it."""
    if mark is None:
        return None
    here = scene.marks.get(mark.first, ())
    return next((one for one in here if (one.slot, one.span) == (mark.slot, mark.span)), mark)


def _own(scene: Scene, mark: Mark) -> Mark:
    return own_year(scene, mark) if mark.slot == "moment" else mark


def _said(scene: Scene, mark: Mark) -> Mark:
    if mark.slot != "moment" or not _is_guessed_ahead(moment_of(mark)) or not is_of_saying(scene, mark):
        return mark
    return _week_before(mark, scene.day)


def _is_guessed_ahead(moment: Moment) -> bool:
    return "weekday_future" in moment.rule


def _week_before(mark: Mark, day: date | None) -> Mark:
    moment = moment_of(mark)
    if moment.from_ is None or moment.to is None or not _is_guessed_ahead(moment) or moment.from_ == day:
        return mark  # a weekday that is the article's own is today
    earlier = replace(moment, from_=moment.from_ - _WEEK, to=moment.to - _WEEK, rule="weekday_past")
    return replace(mark, value=earlier)


_SAID, _TITLED = 6, 14  # words between a verb of saying and its day; with all titles of who says so


def is_of_saying(scene: Scene, mark: Mark) -> bool:
    """Whether a verb of saying stands before a moment with no "that" between, or right behind it."""
    for _, found in scene.found(SPEECH, "says"):
        between = scene.tokens[found.after : mark.first]
        leads = mark.after < len(scene.tokens) and scene.tokens[mark.after].folded in THAT
        near = found.after <= mark.first <= found.after + (_TITLED if leads else _SAID)
        if near and not any(token.folded in THAT for token in between):
            return True
        if 0 <= found.first - mark.after <= 1:
            return True
    return False


def since(scene: Scene, mark: Mark) -> bool:
    """Whether a moment is the begin of a stretch: "since mid-October"."""
    return not _SINCE.isdisjoint(token.folded for token in scene.tokens[max(0, mark.first - 2) : mark.after])


def _belongs_to_speech(scene: Scene, mark: Mark, anchor: Found | Mark) -> bool:
    """Whether a moment stands by a verb of saying and not by the anchor ("said on Tuesday that …")."""
    for _, found in scene.found(SPEECH, "says"):
        beside = -1 <= mark.first - found.after <= 2 or 0 <= found.first - mark.after <= 0
        if beside and scene.cost(found, mark) < scene.cost(anchor, mark):
            return True
        that = next((at for at in range(found.after, len(scene.tokens)) if scene.tokens[at].folded in THAT), None)
        if that is not None and found.after <= mark.first < that <= anchor.first:
            return True
    return False
