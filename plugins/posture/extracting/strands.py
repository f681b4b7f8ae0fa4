"""The strands of a sentence: each tells of one incident, with what belongs to it.

"Jets struck a depot on Sunday, two days after rockets killed a contractor" has two: the killed are not those of the
strike, the Sunday is not the day of the rockets. A sentence is cut only where it tells of an incident on either side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from posture.extracting.patterns import Found
from posture.extracting.scenes import Scene
from posture.extracting.settings import Setting
from posture.extracting.signs import is_sign
from posture.extracting.strikers import KIND

_CUT_KINDS = frozenset({KIND, "part"})


def strands_of(setting: Setting) -> Iterator[Setting]:
    """The setting once for each strand of its sentence, seeing only the names, figures and phrases of that strand."""
    scene = setting.scene
    told = sorted({f.first for rule, f in scene.found(KIND) if not is_sign(rule)})
    begins = [0] * len(scene.tokens)  # the strand of each word
    number = last = 0
    for turn in _turns(scene):
        ahead = any(last <= at < turn.first for at in told)
        behind = [at for at in told if at > turn.first]
        if not behind:
            break
        number += 1
        if ahead:
            begins[turn.first :] = [number] * (len(begins) - turn.first)
            last = turn.first
            continue
        end = _end_of_aside(scene, behind)
        if end is None:
            number -= 1
            continue
        begins[turn.first : end] = [number] * (end - turn.first)  # "After rockets hit the base, jets struck …"
        last = end
    for one in sorted(set(begins)):
        yield replace(setting, scene=_only(scene, begins, one)) if number else setting


def _turns(scene: Scene) -> Iterator[Found]:
    """The words at which the sentence may turn to another incident; none in or before a moment: "after midnight"."""
    turns = sorted((f for r, f in scene.found("part") if r.id == "part.turn"), key=lambda f: (f.first, -f.after))
    moments = list(scene.all("moment"))
    last = 0
    for turn in sorted([*turns, *_colons(scene)], key=lambda f: f.first):
        following = scene.tokens[turn.after].folded if turn.after < len(scene.tokens) else ""
        timed = any(m.first <= turn.first < m.after or m.first == turn.after for m in moments)
        if scene.tokens[turn.first].folded.lstrip("و") in _AMONG and not _names_one(scene, turn):
            continue  # "bases there, including the one at Harir"
        if turn.first >= last and not (timed and turn.after - turn.first == 1) and following not in _HOURS:
            last = turn.after
            yield turn


def _colons(scene: Scene) -> Iterator[Found]:
    """The words behind a colon or semicolon."""
    for at in range(1, len(scene.tokens)):
        between = scene.text[scene.tokens[at - 1].span.end : scene.tokens[at].span.start]
        if any(sign in between for sign in (": ", ":\n", "; ", "؛")):
            yield Found(at, at + 1, {})


def _names_one(scene: Scene, turn: Found) -> bool:
    """Whether an attack follows right behind "including"."""
    nouns = (f for r, f in scene.found(KIND) if r.id in ("incident.attack_noun", "incident.strike"))
    return any(0 <= f.first - turn.after <= _NEXT for f in nouns)


_NEXT = 3  # words between "including" and the attack
_AMONG = frozenset({"including", "بينها", "من", "بما"})
_HOURS = frozenset({"midnight", "dawn", "noon", "midday", "sunset", "sunrise", "منتصف", "ظهر", "reaching", "وصولها"})


def _end_of_aside(scene: Scene, told: list[int]) -> int | None:
    """Where what opens the sentence ends: at the first comma behind its incident, another being told behind that."""
    for at in range(told[0] + 1, len(scene.tokens)):
        if scene.tokens[at].stop:
            return at if any(one >= at for one in told) else None
    return None


def _only(scene: Scene, begins: list[int], strand: int) -> Scene:
    marks = {first: here for first, here in scene.marks.items() if begins[first] == strand}
    phrases = tuple((r, f) for r, f in scene.phrases if r.kind not in _CUT_KINDS or begins[f.first] == strand)
    return replace(scene, marks=marks, phrases=phrases)
