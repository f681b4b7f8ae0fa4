"""Which engagements are of interest: Iraq's side and that of the troops' nations meet, or one of them on the troops."""

from __future__ import annotations

from posture.extracting.days import THAT
from posture.extracting.parties import (
    ABROAD,
    ELSEWHERE,
    HOMES,
    IRAQ,
    JOINT,
    lead,
    name_both,
    one_each,
    side_of,
    sides_of,
    speaks_of_troops,
)
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import SPEECH, Rule
from posture.extracting.scenes import Scene
from posture.extracting.settings import Setting
from posture.extracting.whereabouts import HOSTS

KIND = "engagement"
TOGETHER = "engagement.together"


def is_of_interest(setting: Setting, rule: Rule, found: Found, parties: list[Mark], place: str | None) -> bool:
    """Both sides named, or one of them, or "the two sides", in an article on the troops."""
    sides = sides_of(setting, parties)
    topical = speaks_of_troops(setting.scene) or setting.memory.most is not None or setting.memory.spoken
    if JOINT in sides:
        return True
    if rule.event == "visit" and not _goes_across(setting, parties, sides, place):
        return False
    if rule.id == TOGETHER:
        pair = {side_of(setting, mark) for mark in found.slots.values()}
        return pair == {IRAQ, ABROAD} and topical
    if {IRAQ, ABROAD} <= sides:
        return topical or lead(setting, parties)
    return topical and ELSEWHERE not in sides and (rule.event == "visit" or _is_told(setting, rule, found, parties))


def _is_told(setting: Setting, rule: Rule, found: Found, parties: list[Mark]) -> bool:
    """Whether words that name one side, or none, tell what the two do: "his counterpart", "the talks" told before."""
    scene, memory = setting.scene, setting.memory
    sides = sides_of(setting, parties)
    if rule.id == "engagement.discuss":
        if not sides and ELSEWHERE in sides_of(setting, scene.all("person", "office", "nation")):
            return False  # "he met the Jordanian king, and the two discussed"
        return (name_both(scene, found) or _is_of_two(scene, found)) and (bool(sides) or memory.engaged)
    if rule.id == "engagement.at_meeting" and sides:
        return name_both(scene, found)  # not "at a meeting of the alliance in Brussels"
    if sides and rule.event == "agreement" and _is_alone(scene, found):
        return name_both(scene, found)
    if sides:
        abroad = ABROAD in sides_of(setting, scene.all("person", "office"))
        return abroad or speaks_of_troops(scene) or not _is_among_iraqis(setting, parties)
    again = memory.engaged and rule.id not in _NEW and (rule.event == "round" or _is_known(scene, found))
    return again or name_both(scene, found) or _is_on_troops(scene, rule, found)


def _is_alone(scene: Scene, found: Found) -> bool:
    """Whether somebody agrees to do something, maybe with nobody: "Kuwait agreed to host them"."""
    return any(token.folded.startswith("agree") for token in scene.words(found))


def _is_of_two(scene: Scene, found: Found) -> bool:
    """Whether two people stand before the verb, one of them perhaps unknown: "Yarallah and Lambert discussed"."""
    pairs = (f for rule, f in scene.found(KIND) if rule.id == TOGETHER and is_joint(scene, f))
    return any(scene.cost(pair, found) <= _NEAR for pair in pairs)


_NEAR = 4


_NEW = frozenset({"engagement.call", "engagement.at_meeting"})  # never told by "the talks" alone


def _is_on_troops(scene: Scene, rule: Rule, found: Found) -> bool:
    """Whether the talks are said to be on the troops: "the coalition's drawdown talks"."""
    topics = [f for r, f in scene.found("part") if r.id == "part.topic"]
    return rule.event in ("talks", "round") and any(scene.cost(found, f) <= _ON for f in topics)


_ON = 3


def _is_known(scene: Scene, found: Found) -> bool:
    """Whether talks told before are meant: "the meetings went on", الاجتماعات."""
    told = [token.folded for token in scene.tokens[max(0, found.first - 1) : found.after]]
    return any(word in {"the", "these"} or word.lstrip("ول").startswith(_KNOWN) for word in told)


_KNOWN = ("الا", "الم", "الح", "الج", "الل")  # how الاجتماعات, المحادثات, الحوار, الجولة and اللقاء begin


def _goes_across(setting: Setting, parties: list[Mark], sides: frozenset[str], place: str | None) -> bool:
    """Whether a visit leads from one side to the other, or to a base."""
    entry = setting.lexicon.entry(place or "")
    country = setting.phrases.capitals.get(place or "", (entry.country if entry is not None else None) or place)
    guests = sides_of(setting, [mark for mark in parties if mark.slot != "country"])
    guests = guests or sides_of(setting, setting.scene.all("person", "office"))
    if entry is not None and entry.kind == "base":
        return sides_of(setting, [mark for mark in parties if mark.slot in ("person", "office")]) != {IRAQ}
    if country is None:
        return ABROAD in sides
    return (country in HOSTS and guests != {IRAQ}) or (country in HOMES and guests != {ABROAD})


def _is_among_iraqis(setting: Setting, parties: list[Mark]) -> bool:
    """Whether two of Iraq's own meet and nobody else."""
    people = [m for m in one_each(setting, parties) if m.slot in ("person", "office", "institution")]
    return len(people) > 1 and {side_of(setting, mark) for mark in people} == {IRAQ}


def is_joint(scene: Scene, found: Found) -> bool:
    """Whether two people do something together: "and" or "with" joins them and no clause parts them."""
    first, other = (
        found.slots.get(name) or found.slots[then] for name, then in (("person", "office"), ("other", "other"))
    )
    last = scene.tokens[other.first]
    joined = any(token.folded == "and" for token in scene.tokens[first.after : min(other.first, first.after + _JOINED)])
    said = any(0 <= f.first - other.after <= _SAID for _, f in scene.found(SPEECH, "says"))
    said |= any(token.folded in THAT for token in scene.tokens[other.after : other.after + _SAID])
    joined |= last.folded.startswith("و") and last.span.start < other.span.start
    return joined and not said and scene.clauses[first.first] == scene.clauses[other.first]


_SAID = 3  # words between two people and what they say, which they may say apart
_JOINED = 3  # words between two people, with the second's titles
