"""What is told by an attack before it: "hours later", "a day after", في اليوم التالي, "and two more over Harir".

Such words count from the attack that the article told last, or from the day named first in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from posture.extracting.counts import quantity_of
from posture.extracting.days import first_day, last_day, moment_of
from posture.extracting.patterns import Found
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.model import Claim, Evidence

_STEPS = {"part.same_day": 0, "part.day_before": -1, "part.day_after": 1, "part.days_before": -1, "part.days_after": 1}
_DAY = 86_400  # seconds
_NEAR = 18  # words between such words and the attack
_BACK = {"after": -1, "بعد": -1, "عقب": -1, "before": 1, "قبل": 1}


def day_from(
    scene: Scene, sentence: Scene, found: Found, told: Sequence[Claim], last: Claim | None
) -> tuple[date, Evidence] | None:
    """The day of the attack at `found` by what was told before it, with the words; None when nothing says so.

    The words are looked for in `scene`, the strand that tells of the attack, the day that they count from in all of
    the `sentence`.
    """
    known = next((c.from_ for c in reversed(told) if c.from_ is not None), None)
    known = known or (last.from_ if last is not None and (last.to is None or last.to == last.from_) else None)
    near = [(scene.cost(found, f), r.id, f) for r, f in scene.found("part") if r.id in _STEPS]
    near = [one for one in near if one[0] <= _NEAR]
    if not near:
        return None
    _, name, words = min(near, key=lambda one: one[0])
    length = _length(words)
    step = _STEPS[name] * length
    linked = _BACK.get(scene.tokens[words.after - 1].folded)
    if linked is not None and words.first < found.first:
        # "on Wednesday, a day after a missile was fired": the missile came the day before Wednesday.
        day = _day_before(sentence, words)
        step = 0 if name == "part.same_day" else linked * length  # "hours after a drone attack": it came the same day
        known = day
    if known is None:
        return None
    return known + timedelta(days=step), scene.evidence("from", scene.span_of(words.first, words.after))


def _length(words: Found) -> int:
    """How many days the words count: "three days earlier"."""
    mark = words.slots.get("duration")
    seconds = quantity_of(mark).seconds if mark is not None else None
    return max(1, round(seconds / _DAY)) if seconds is not None else 1


def again(setting: Setting, found: Found, claim: Claim) -> Iterator[Claim]:
    """The same once more elsewhere, without a verb of its own: "and on Tuesday two more over Ain al-Asad"."""
    scene = setting.scene
    incidents = [f for _, f in scene.found("incident")]
    for rule, more in scene.found("part"):
        if rule.id != "part.another" or more.first < found.after or any(m.first >= more.first for m in incidents):
            continue
        bases = [m for m in scene.all("base") if 0 <= m.first - more.after <= _OVER]
        days = [m for m in scene.all("moment") if scene.clauses[m.first] == scene.clauses[more.first]]
        if not bases and not days:
            continue
        evidence = [scene.evidence("trigger", scene.span_of(more.first, more.after))]
        evidence += [
            scene.evidence(role, m.span) for role, some in (("target", bases), ("from", days)) for m in some[:1]
        ]
        base = setting.lexicon.entry(entity_of(bases[0]) or "") if bases else None
        day = first_day(moment_of(days[0])) if days else claim.from_
        yield replace(
            claim,
            evidence=tuple(evidence),
            target=base.id if base is not None else None,
            place=base.country if base is not None else claim.place,
            casualties=None,
            from_=day,
            to=last_day(moment_of(days[0])) if days else claim.to,
            as_of=day or claim.as_of,
        )


_OVER = 4  # words between "two more" and the base


def _day_before(scene: Scene, words: Found) -> date | None:
    marks = [m for m in scene.all("moment") if m.after <= words.first]
    return first_day(moment_of(marks[-1])) if marks else None
