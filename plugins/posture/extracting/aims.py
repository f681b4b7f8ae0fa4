"""What a time is for: the change of the posture that is to come by it."""

from __future__ import annotations

from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.scenes import CLAUSE_COST, Scene


def change_of(scene: Scene, rule: Rule, found: Found) -> Found | None:
    """The change of posture that the time is for: the nearest word of leaving, ending, staying, coming."""
    near = [f for r, f in scene.found("part") if _is_change(r) or (r.id == "part.topic" and "topic" in rule.needs)]
    near = [f for f in near if scene.cost(f, found) <= rule.reach and not _ends_in_moment(scene, f)]
    return min(near, key=lambda f: _distance(scene, f, found)) if near else None


def _distance(scene: Scene, change: Found, found: Found) -> int:
    """How far a change stands from its time: what a clause behind it adds ("…, with some staying") is far."""
    added = change.first >= found.after and scene.clauses[change.first] > scene.clauses[found.after - 1]
    beside = added and any(t.folded in {"with", "مع"} for t in scene.tokens[found.after : change.first])
    return scene.cost(change, found) + CLAUSE_COST * (added + beside)


def _ends_in_moment(scene: Scene, found: Found) -> bool:
    """Whether the last word belongs to a day and not to the change: "the mission until the end of 2026"."""
    last = found.after - 1
    return any(found.first < m.first <= last < m.after for m in scene.all("moment"))


def _is_change(part: Rule) -> bool:
    return part.id in ("part.change", "part.phase") or part.id.startswith(_AIM)


_AIM = "part.aim_"


def aim_of(scene: Scene, found: Found | Mark, change: Found | None) -> str | None:
    """What the time is for: withdrawal, reduction, end_of_mission, handover, transition, presence or deployment."""
    near = [
        (scene.cost(f, change or found), _ORDER.index(_aim(scene, r, f)), _aim(scene, r, f))
        for r, f in scene.found("part")
        if r.id.startswith(_AIM) and scene.cost(f, change or found) <= _OF_AIM and not _ends_in_moment(scene, f)
    ]
    return min(near)[2] if near else None


def _aim(scene: Scene, rule: Rule, found: Found) -> str:
    """What a phrase aims at: to leave for Iraq is to be deployed there."""
    behind = scene.tokens[found.after : found.after + 2]
    bound = len(behind) > 1 and behind[0].folded in {"for", "الي"} and not _HOSTS.isdisjoint(behind[1].forms)
    return "deployment" if bound and rule.event == "withdrawal" else str(rule.event)


_HOSTS = frozenset({"iraq", "syria", "baghdad", "erbil", "عراق", "سوريا", "بغداد", "اربيل"})
_OF_AIM = 12  # words between a timetable and what it is for
# Of two as near the one that says more: "end its presence and leave" ends the mission.
_ORDER = ("end_of_mission", "handover", "reduction", "transition", "withdrawal", "presence", "deployment")
