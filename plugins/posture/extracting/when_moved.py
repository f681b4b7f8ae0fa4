"""When troops moved or are to move: the days of a movement, from the words around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from posture.extracting.days import first_day, is_ahead, is_of_saying, last_day, moment_of, when
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import SPEECH
from posture.extracting.scenes import Scene
from posture.extracting.scope import Colour
from posture.extracting.settings import Setting
from posture.text.moments import Moment

_NEAR = 9  # words between a movement and its day
_LABEL = 6  # words of "First phase (September 2025):"
_TO_COME = frozenset({"planned", "demanded", "expected"})
_LIMITS = frozenset({"by", "before", "until"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The first and last day of a movement and the day as of which it is told; `mark` holds the words that say so."""

    as_of: date | None
    first: date | None = None
    last: date | None = None
    mark: Mark | None = None
    is_ahead: bool = False


def days_of(setting: Setting, found: Found, colour: Colour) -> Days:
    """The days of the movement told at `found`; without any in the sentence it is told as of the article's day."""
    scene = setting.scene
    done = colour.modality == "asserted" and not _is_present(scene, found)
    mark = when(scene, _told_in(scene, found), within=_NEAR, done=done) or _label(scene, found)
    if mark is None or not _is_its_day(setting, mark, colour):
        night = _is_overnight(scene, found) and setting.day is not None
        day = setting.day - timedelta(days=1) if night and setting.day is not None else None
        return Days(as_of=day or setting.day, first=day, last=day)
    moment = moment_of(mark) if done else _week_ahead(moment_of(mark), setting.day, _is_present(scene, found))
    ahead = is_ahead(moment, setting.day)
    last = last_day(moment)
    return Days(
        as_of=last if last is not None and not ahead else setting.day,
        first=None if ahead and moment.bound in _LIMITS else first_day(moment),
        last=last,
        mark=mark,
        is_ahead=ahead and moment.bound != "until" and _begins_after(moment, setting.day),
    )


def _is_present(scene: Scene, found: Found) -> bool:
    """Whether an English verb of the body stands in the present, which tells of a day to come: "they leave Friday"."""
    return scene.where == "body" and scene.tokens[found.after - 1].folded in _PRESENT


_PRESENT = frozenset({"leave", "leaves", "depart", "departs", "return", "returns", "deploys", "arrives", "heads"})


def _week_ahead(moment: Moment, day: date | None, present: bool) -> Moment:
    """A weekday that was taken for the last one, beside a verb in the present, which tells of the next."""
    if not present or day is None or moment.from_ is None or moment.to is None or moment.from_ >= day:
        return moment
    if not moment.rule.startswith("weekday"):
        return moment
    return replace(moment, from_=moment.from_ + _WEEK, to=moment.to + _WEEK, rule="weekday_future")


_WEEK = timedelta(days=7)


def _begins_after(moment: Moment, day: date | None) -> bool:
    return moment.from_ is not None and day is not None and moment.from_ > day


def _told_in(scene: Scene, found: Found) -> Found:
    """The words of the phrase for the movement itself, behind a verb of saying with which it begins."""
    says = any(f.first == found.first for _, f in scene.found(SPEECH, "says"))
    return Found(max(found.first, found.after - _ITSELF), found.after, found.slots) if says else found


_ITSELF = 3


def _is_its_day(setting: Setting, mark: Mark, colour: Colour) -> bool:
    """Whether the day is that of the movement, and not of its announcement or of the agreement on it."""
    scene = setting.scene
    if mark.first and scene.tokens[mark.first - 1].folded in _AGREED:
        return False  # "the drawdown agreed last year"
    to_come = colour.modality in _TO_COME and colour.polarity == "affirmed"
    last = last_day(moment_of(mark))
    if not to_come or last is None or setting.day is None or last > setting.day:
        return True
    return last == setting.day and not is_of_saying(scene, mark)


_AGREED = frozenset({"agreed", "announced", "عليه", "عليها", "المعلن"})


def _label(scene: Scene, found: Found) -> Mark | None:
    """The day in the words before a colon that open the sentence: «المرحلة الثانية (أيلول 2026): …»."""
    for mark in scene.all("moment"):
        if mark.after <= min(_LABEL, found.first) and mark.after < len(scene.tokens):
            gap = scene.text[scene.tokens[mark.after - 1].span.end : scene.tokens[mark.after].span.start]
            if ":" in gap:
                return mark
    return None


def _is_overnight(scene: Scene, found: Found) -> bool:
    """Whether it happened in the night before the article's day: "overnight", ليلا."""
    near = scene.tokens[found.first : found.after + _NEAR]
    return any(token.folded in {"overnight", "ليلا"} for token in near)
