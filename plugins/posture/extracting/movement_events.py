"""What a movement is: a verb of leaving tells a deployment when it leads into the theatre, or only where they head."""

from __future__ import annotations

from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.whereabouts import HOSTS


def event_of(scene: Scene, rule: Rule, found: Found) -> str | None:
    """What the movement is: to leave for Iraq is to be deployed, and when the last ones arrive elsewhere they left."""
    if rule.event == "arrival" and _are_last(scene, found):
        return "departure"
    if rule.event == "departure" and _is_heading(scene, found):
        return "redeployment"
    if rule.event not in ("departure", "withdrawal"):
        return rule.event
    bound = [m for m in scene.all("place", "base") if found.after <= m.first <= found.after + _BOUND]
    toward = [m for m in bound if scene.tokens[m.first - 1].folded in {"for", "الي", "to"} and entity_of(m) in _THEATRE]
    return "deployment" if toward and toward[0] is bound[-1] and _is_abroad(bound[0], toward[0]) else rule.event


def _is_heading(scene: Scene, found: Found) -> bool:
    """Whether it is told where they head and not what they leave: «اتجه الرتل نحو قاعدة تل بيدر»."""
    words = scene.tokens[found.first : found.after]
    heads = any(form.startswith(("اتجه", "يتجه", "تتجه", "توجه", "يتوجه")) for token in words for form in token.forms)
    return heads and all(token.folded != "من" for token in words)


_BOUND = 4
_THEATRE = frozenset({"baghdad", "erbil", "iraq", "middle_east", "syria"})


def _is_abroad(first: Mark, host: Mark) -> bool:
    """Whether what is left is not itself in the host country: "left for Iraq", «مغادرة أستراليا إلى العراق»."""
    return first is host or (first.slot == "place" and entity_of(first) not in HOSTS)


def _are_last(scene: Scene, found: Found) -> bool:
    """Whether the last of them are told of, whose arrival over the border is the end of their stay."""
    words = scene.tokens[max(0, found.first - 3) : found.after]
    return any(token.folded in {"last", "final", "اخر"} for token in words)
