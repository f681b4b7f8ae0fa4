"""On which day talks are held, a vote is taken or a letter is sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from posture.extracting.days import LONG_AGO, first_day, is_ahead, last_day, moment_of, when, year_ahead, year_behind
from posture.extracting.patterns import Found, Mark
from posture.extracting.scenes import Scene
from posture.extracting.scope import Colour
from posture.extracting.settings import Setting
from posture.model import Evidence
from posture.text.moments import Moment

_LONGEST = timedelta(days=31)  # a longer time ahead is that of what is talked about
_LIMITS = frozenset({"by", "before", "until", "since"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """First and last day, `ahead` when they are still to come, and the words that say so."""

    from_: date | None = None
    to: date | None = None
    ahead: bool = False
    evidence: tuple[Evidence, ...] = ()

    def as_of(self, day: date | None) -> date | None:
        """The day for which it is told: its own when it is over, else the article's."""
        return self.to if self.to is not None and not self.ahead else day


def occasion_of(setting: Setting, found: Found, colour: Colour, *, within: int, behind: bool = False) -> Occasion:
    """The day or days of what the phrase tells; empty when the sentence names none for it.

    What is told as done lies behind, a month without a year only where that is usual (`behind`); "Monday and Tuesday"
    are one occasion; "the same day" is that of what was told last. The day on which a plan was announced is not the day
    of what is planned.
    """
    scene, done = _without_asides(setting.scene), colour.modality == "asserted"
    mark = when(scene, found, within=within, done=done) or _only_day(scene, found, done=done)
    same = _same_day(setting, found, mark, within)
    if same is not None:
        words, day = same
        return Occasion(from_=day, to=day, evidence=(scene.evidence("from", scene.span_of(words.first, words.after)),))
    if mark is None:
        return Occasion()
    moment = year_behind(moment_of(mark), setting.day) if behind and done else moment_of(mark)
    planned = colour.modality in ("planned", "expected")
    if planned and mark.first >= found.first:
        moment = year_ahead(_week_on(moment, setting.day), setting.day)
    ahead = is_ahead(moment, setting.day)
    today = first_day(moment) == last_day(moment) == setting.day and mark.first >= found.first
    if planned and not ahead and not today:
        return Occasion()
    from_, to = _stretch(moment, [moment_of(other) for other in _joined(scene, mark)])
    return Occasion(from_=from_, to=to, ahead=ahead, evidence=(scene.evidence("from", mark.span),))


def _stretch(moment: Moment, others: list[Moment]) -> tuple[date | None, date | None]:
    """First and last day of a moment with those that it is joined to, a week apart at most."""
    first, last = first_day(moment), last_day(moment)
    if first is None or last is None:
        return first, last
    days = [(one, two) for m in others if (one := first_day(m)) is not None and (two := last_day(m)) is not None]
    near = [(one, two) for one, two in days if abs(one - first) < _WEEK and abs(two - last) < _WEEK]
    return min([first, *(one for one, _ in near)]), max([last, *(two for _, two in near)])


def _week_on(moment: Moment, day: date | None) -> Moment:
    """A bare weekday taken for the last one, though what it dates is still to come: the next one."""
    if day is None or moment.from_ is None or moment.to is None or not moment.rule.startswith("weekday"):
        return moment
    if moment.from_ >= day or day - moment.from_ >= _WEEK:
        return moment
    return replace(moment, from_=moment.from_ + _WEEK, to=moment.to + _WEEK)


_WEEK = timedelta(days=7)


def _only_day(scene: Scene, found: Found, *, done: bool) -> Mark | None:
    """The one moment of a sentence whose subject is long: "The round, led by …, wrapped up on Friday"."""
    moments = list(scene.all("moment"))
    mark = when(scene, found, within=_FAR, done=done) if len(moments) == 1 else None
    day = last_day(moment_of(mark)) if mark is not None else None
    old = day is not None and scene.day is not None and scene.day - day > LONG_AGO
    return mark if not old else None


_FAR = 30


def _without_asides(scene: Scene) -> Scene:
    """The sentence without moments that date nothing: a limit, "pre-Christmas", the same day in another calendar."""
    marks = {
        first: tuple(mark for mark in here if mark.slot != "moment" or not _is_aside(scene, mark))
        for first, here in scene.marks.items()
    }
    return replace(scene, marks=marks)


def _is_aside(scene: Scene, mark: Mark) -> bool:
    moment = moment_of(mark)
    long = moment.from_ is not None and moment.to is not None and moment.to - moment.from_ > _LONGEST
    if moment.bound in _LIMITS or (long and is_ahead(moment, scene.day)):
        return True
    if _is_of_name(scene, mark):
        return True
    if _is_of_other(scene, mark):
        return True
    before = scene.tokens[mark.first - 1].folded if mark.first else ""
    return before in {"pre", "post"} or before.lstrip("ال").startswith("موافق") or before == "corresponding"


def _is_of_other(scene: Scene, mark: Mark) -> bool:
    """Whether it is the day of something else in passing: "the coalition formed in 2014", «المشكل عام 2014»."""
    words = [
        token for token in scene.tokens[max(0, mark.first - 2) : mark.after] if token.folded not in {"in", "on", "في"}
    ]
    if not words:
        return False
    first, old = first_day(moment_of(mark)), _LONGEST * 6
    begun = not _BEGUN.isdisjoint(words[0].forms) and first and scene.day and scene.day - first > old
    return bool(begun) or (not _MADE.isdisjoint(words[0].forms) and not words[0].stop)


_BEGUN = frozenset({"initiated", "launched", "begun", "started", "signed", "الذي", "التي"})
_MADE = frozenset(
    {"formed", "founded", "created", "established", "invaded", "elected", "born", "مشكل", "مشكله", "موسس", "موسسه"}
)


def _is_of_name(scene: Scene, mark: Mark) -> bool:
    """Whether a year is part of a name: "the 2002 authorization", تفويض عام 2002 لاستخدام القوة is dated by its ل."""
    words = [token.folded for token in scene.tokens[max(0, mark.first - 1) : mark.after]]
    if words[-1].isdigit() and len(words[-1]) == _YEAR:
        ahead = {form for token in scene.tokens[max(0, mark.first - 2) : mark.first + 1] for form in token.forms}
        if any(form.startswith(_DATED_LAWS) for form in ahead):
            return True  # "the authorization of 2002", «اتفاقية عام 2008»
        after = scene.tokens[mark.after] if mark.after < len(scene.tokens) else None
        of = words[0] == "of" and after is not None and not after.stop and len(after.folded) > _SHORT
        named = mark.after - mark.first == 1 and (words[0] in _OF or of)
        return named or any(word.lstrip("و").startswith(("لعام", "لسنه")) for word in words)
    return False


_YEAR = 4
_DATED_LAWS = (
    "authori",
    "agreement",
    "pact",
    "treaty",
    "law",
    "bill",
    "aumf",
    "اتفاقيه",
    "تفويض",
    "قانون",
    "معاهده",
    "دستور",
)
_SHORT = 3  # letters of "in", "and": no noun behind a year
_OF = frozenset({"the", "its", "their", "a", "that", "this"})


def is_coming(setting: Setting, occasion: Occasion) -> bool:
    """Whether all of it is still to come: what is told in the present is then a plan ("meets the envoy tomorrow")."""
    return occasion.from_ is not None and setting.day is not None and occasion.from_ > setting.day


def as_planned(setting: Setting, colour: Colour, occasion: Occasion) -> Colour:
    """The colour of what is told, a plan when its day is still to come."""
    coming = colour.modality == "asserted" and is_coming(setting, occasion)
    return replace(colour, modality="planned") if coming else colour


def _joined(scene: Scene, mark: Mark) -> list[Mark]:
    """The moments to which this one is joined: the Monday and the Tuesday of "Monday and Tuesday"."""
    days = list(scene.all("moment"))
    pairs = [(one, two) for one, two in pairwise(days) if _is_joined(scene, one, two)]
    return [other for pair in pairs if mark in pair for other in pair]


def _is_joined(scene: Scene, one: Mark, two: Mark) -> bool:
    between = scene.tokens[one.after : two.first]
    if not between:
        return scene.tokens[two.first].folded.startswith("و")
    return len(between) == 1 and between[0].folded == "and"


def _same_day(setting: Setting, found: Found, mark: Mark | None, within: int) -> tuple[Found, date] | None:
    """ "The same day", "في اليوم نفسه", when it stands nearest: the day named before it, here or where one was told."""
    scene = setting.scene
    said = [f for r, f in scene.found("part") if r.id == "part.same_day" and scene.cost(found, f) <= within]
    if not said:
        return None
    near = min(said, key=lambda f: scene.cost(found, f))
    if mark is not None and mark.after <= near.first - 1 and scene.cost(found, mark) < scene.cost(found, near):
        return None
    before = [first_day(moment_of(m)) for m in scene.all("moment") if m.after <= near.first - 1]
    day = next((one for one in reversed(before) if one is not None), setting.memory.day)
    return (near, day) if day is not None else None
