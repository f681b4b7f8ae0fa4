"""When an attack or a strike happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from posture.extracting.attack_counts import count_of
from posture.extracting.days import first_day, is_ahead, last_day, moment_of, since, when
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import SPEECH
from posture.extracting.scenes import Scene
from posture.extracting.scope import colour_of
from posture.extracting.sequels import day_from
from posture.extracting.settings import Setting
from posture.model import Claim, Evidence
from posture.text.moments import Moment

_NEAR, _FAR = 16, 60
_ONE_THING = 4  # a weapon, its noun and two verbs can tell one attack


def days_of(
    setting: Setting, sentence: Scene, found: Found, told: Sequence[Claim]
) -> tuple[dict[str, date | None], list[Evidence]]:
    """When it happened, as fields of the claim, with the words that say so; `sentence` is whole, for "a day after"."""
    scene = setting.scene
    tally = count_of(scene, found) is not None
    sequel = None if tally else day_from(scene, sentence, found, told, setting.memory.incident)
    if sequel is not None:
        day, words = sequel
        return {"as_of": day, "from_": day, "to": day}, [words]
    mark = (_since(scene) if tally else None) or _day(setting, found)
    night = next((at for at, token in enumerate(scene.tokens) if token.folded == "overnight"), None)
    if mark is None and night is not None and setting.day is not None:
        said = scene.evidence("from", scene.span_of(night, night + 1))
        return {"as_of": setting.day, "from_": setting.day, "to": setting.day}, [said]
    if mark is None or (since(scene, mark) and not tally):  # what goes on since then is a tally
        return {"as_of": setting.day}, []
    moment = _on_that_day(moment_of(mark))
    from_, to = first_day(moment), None if since(scene, mark) else last_day(moment)
    if from_ is None and "weekday" in moment.rule and moment.to is not None:
        from_, to = moment.to, moment.to  # "before dawn on Thursday" is on Thursday
    as_of = to if to is not None and not is_ahead(moment, setting.day) else setting.day
    return {"as_of": as_of, "from_": from_, "to": to}, [scene.evidence("from", mark.span)]


def _on_that_day(moment: Moment) -> Moment:
    """ "After Friday's strike": the strike was on that Friday, not after it."""
    if moment.from_ is None or moment.to is not None or not moment.quote.lower().startswith(("after ", "بعد ")):
        return moment
    return replace(moment, from_=moment.from_ - timedelta(days=1), to=moment.from_)


def _since(scene: Scene) -> Mark | None:
    """The day since which attacks are counted."""
    return next((mark for mark in scene.all("moment") if since(scene, mark)), None)


def _day(setting: Setting, found: Found) -> Mark | None:
    """The moment when it happened. A stretch that ends after the article ("second attack in a day") dates nothing."""
    scene = _without_sayings(setting.scene, found)
    mark = _fronted(scene, found) or when(scene, found, within=_reach(scene), done=True)
    if mark is None or setting.scene.is_answered(found, mark):
        return None
    begins = first_day(moment_of(mark))
    ahead = begins is not None and setting.day is not None and begins > setting.day
    return None if ahead and colour_of(setting.scene, found).modality == "asserted" else mark


def _without_sayings(scene: Scene, found: Found) -> Scene:
    """The sentence without the day on which it was said: "a drone hit the base, he said in a statement on Monday"."""
    said = [f for _, f in scene.found(SPEECH, "says")]
    moments = list(scene.all("moment"))
    behind = {m.first for m in moments for f in said if found.after <= f.first <= m.first <= f.after + _SAID}
    ahead = {m.first for m in moments for f in said if f.after <= m.first <= f.after + _TOLD and m.first < found.first}
    others = {m.first for m in moments} - behind - ahead
    of_saying = behind | (ahead if others else set())  # "announced on Monday an attack" dates it
    kept = {
        first: tuple(m for m in here if m.slot != "moment" or first not in of_saying)
        for first, here in scene.marks.items()
    }
    return replace(scene, marks=kept)


_TOLD = 4  # words between "announced" and the day on which it was announced
_SAID = 5  # words between "said" and the day of "said in a statement on Monday"


def _reach(scene: Scene) -> int:
    """How many words away a day may stand: farther when the sentence names no other day and tells one thing."""
    days, things = list(scene.all("moment")), [f for _, f in scene.found("incident")]
    return _FAR if len(days) == 1 and len({f.first for f in things}) <= _ONE_THING else _NEAR


def _fronted(scene: Scene, found: Found) -> Mark | None:
    """The day that opens the sentence, when the nearest one is that of what follows: "On Monday, …, and on Tuesday"."""
    marks = [m for m in scene.all("moment") if "weekday" in moment_of(m).rule or moment_of(m).from_ is not None]
    if len(marks) < 2 or marks[0].first > 1 or marks[1].first < found.first:
        return None
    apart = scene.clauses[marks[1].first] > scene.clauses[found.first] > scene.clauses[marks[0].first]
    return marks[0] if apart and not since(scene, marks[0]) else None
