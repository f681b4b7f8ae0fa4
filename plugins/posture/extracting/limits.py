"""Whether a day is a limit: one by which something is to change, and not one that dates what was done or said."""

from __future__ import annotations

from datetime import date

from posture.extracting.aims import aim_of
from posture.extracting.days import is_ahead, last_day, moment_of, since
from posture.extracting.patterns import Found, Mark
from posture.extracting.scenes import Scene
from posture.extracting.scope import colour_of
from posture.text.moments import Moment

_DEADLINE = frozenset({"by", "before", "until", "till", "than", "through"}) | frozenset(
    {"بحلول", "قبل", "يتجاوز", "تتجاوز", "حتي", "حلول", "اقصاه", "اقصاها", "موعد", "متم"}
)


def is_deadline(scene: Scene, mark: Mark, change: Found | None, day: date | None) -> bool:
    """A day ahead of the article, or one said to be a limit; never one that dates something done."""
    moment = moment_of(mark)
    if since(scene, mark) or _is_no_limit(moment, day):
        return False
    limited = is_limited(scene, mark)
    if limited and aim_of(scene, mark, change) == "presence" and _is_of_talks(scene, mark, change):
        return False
    if not limited and _only_dates(scene, mark, change, day):
        return False
    if day is not None and (moment.from_ or moment.to) is not None:
        ends_today = last_day(moment) == day and (limited or "last_day" in moment.rule)
        return is_ahead(moment, day) or ends_today or (limited and is_past_plan(scene, change))
    return limited


def _is_no_limit(moment: Moment, day: date | None) -> bool:
    """Whether it begins in the past, only says that a thing lasts («حتى اليوم»), or no more than "in coming days"."""
    begins = moment.bound == "since" and moment.from_ is not None and day is not None and moment.from_ > day
    lasts = moment.bound == "until" and day is not None and last_day(moment) == day
    vague = "coming_units_open" in moment.rule and moment.grain == "day"
    return moment.bound == "after" or (moment.bound == "since" and not begins) or lasts or vague


def _only_dates(scene: Scene, mark: Mark, change: Found | None, day: date | None) -> bool:
    """Whether a day without a word of limit dates a meeting, what is done, or what promises no end."""
    moment = moment_of(mark)
    if "weekday" in moment.rule or _is_of_meeting(scene, mark, change):
        return True
    named = change is not None and not _NOUNS.isdisjoint(scene.tokens[change.first].forms)
    if "within" in moment.rule and _is_done(scene, change) and not named:
        return True  # "the fourth base in a month"
    return _is_running(moment, day, scene, change) or aim_of(scene, mark, change) in _NEED_A_LIMIT


# "They stay in September", "the next unit comes this fall" promise no end of anything.
_NEED_A_LIMIT = frozenset({"presence", "deployment"})


def _is_running(moment: Moment, day: date | None, scene: Scene, change: Found | None) -> bool:
    """Whether a stretch has begun in which something was done already: "evacuated seven sites this year"."""
    begun = day is not None and moment.from_ is not None and moment.from_ < day
    return begun and _is_done(scene, change)


_NOUNS = frozenset({"انسحاب", "مغادره", "خروج", "رحيل", "سحب", "خفض", "تقليص", "انهاء"}) | frozenset(
    {"withdrawal", "departure", "exit", "pullout", "drawdown", "end"}
)


def _is_done(scene: Scene, change: Found | None) -> bool:
    return change is not None and colour_of(scene, change).modality == "asserted"


def is_bounded(scene: Scene, mark: Mark) -> bool:
    """Whether a word such as "by" stands before the day or in it."""
    if "before_now" in moment_of(mark).rule:
        return False  # «قبل أيام» is days ago
    return not _DEADLINE.isdisjoint(t.folded.lstrip("و") for t in scene.tokens[max(0, mark.first - 2) : mark.after])


def is_limited(scene: Scene, mark: Mark) -> bool:
    """Whether a word of limit stands before the day: "by", "until", بحلول, "no later than"."""
    to = mark.first > 0 and scene.tokens[mark.first - 1].folded in {"to", "الي", "لغايه"}
    behind = {token.folded for token in scene.tokens[mark.after : mark.after + _AS_TARGET]}
    to = to or ("weekday" not in moment_of(mark).rule and _is_of_deadline(scene, mark))
    named = to or not _TARGETS.isdisjoint(behind) or is_bounded(scene, mark)
    return named or moment_of(mark).bound in ("by", "before", "until")


def _is_of_deadline(scene: Scene, mark: Mark) -> bool:
    """Whether the day is that of a deadline named before it: «الموعد النهائي لانسحاب القوات … في أيلول»."""
    own = scene.clauses[mark.first]
    ahead = (at for at in range(max(0, mark.first - _DATED_AFTER), mark.first) if scene.clauses[at] == own)
    return any(not _DEADLINES.isdisjoint(scene.tokens[at].forms) for at in ahead)


_DATED_AFTER = 9
_DEADLINES = frozenset({"موعد", "مهله", "deadline", "date"})
_AS_TARGET = 3
_TARGETS = frozenset({"target", "deadline", "goal", "موعدا", "كموعد", "سقفا"})  # "with June as the target"


def _is_of_talks(scene: Scene, mark: Mark, change: Found | None) -> bool:
    """Whether it is talks that go on until the day: "the talks will continue until Friday"."""
    talks = [scene.cost(found, mark) for _, found in scene.found("engagement") if found.first < mark.first]
    return bool(talks) and (change is None or min(talks) <= scene.cost(change, mark))


def _is_of_meeting(scene: Scene, mark: Mark, change: Found | None) -> bool:
    """Whether the day is that of talks, a visit or a letter and not of the change: "talks on leaving open Monday"."""
    meetings = [scene.cost(found, mark) for kind in ("engagement", "legal") for _, found in scene.found(kind)]
    return bool(meetings) and (change is None or min(meetings) <= scene.cost(change, mark))


def is_past_plan(scene: Scene, change: Found | None) -> bool:
    """Whether the change was planned, asked for or expected, whatever became of it."""
    return change is not None and colour_of(scene, change).modality in ("planned", "demanded", "expected")
