"""Whether an attack, strike or accident is one of those that are followed, and is told and not only named."""

from __future__ import annotations

import re

from posture.extracting.attacks import Attack, lies_at_home
from posture.extracting.patterns import Found
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.signs import AT_HOUSE, at_house
from posture.extracting.subjects import is_arabic
from posture.extracting.unmade import is_done
from posture.extracting.weapons import ATTACKS, STRIKES, is_definite, is_plural

_VERBS = frozenset({"incident.attack_verb", "incident.fire", "incident.shoot_down", "incident.bomb", "incident.crash"})
_FOREIGN = frozenset({"green_zone"})  # where the foreign missions sit: what falls there is aimed at them
_HOSTING = frozenset({"jordan", "kuwait"})  # where an attack that is spoken of is one on the troops
_SEEN = frozenset({*ATTACKS, *STRIKES}) - {"attack"}  # told by a verb they need no more to be one attack


def bears_on_troops(setting: Setting, attack: Attack) -> bool:
    """Whether it hits the foreign troops, is theirs, or happened where they are with what is used against them."""
    if attack.rule.id == "incident.again":
        return means_the_last(setting, attack)
    if _is_on_others(setting, attack) or _is_of_iraq(setting, attack):
        return False
    return (
        attack.target is not None
        or attack.striker is not None
        or at_house(setting, attack.found)
        or (attack.is_tally and (setting.memory.force or setting.memory.most) is not None)
        or (attack.another is not None and setting.memory.incident is not None)
        or means_the_last(setting, attack)
        or _is_at_home(setting, attack)
    )


def _is_of_iraq(setting: Setting, attack: Attack) -> bool:
    """Whether Iraq's own aircraft strike: "Iraqi F-16s carried out air strikes"."""
    scene, found = setting.scene, attack.found
    if attack.striker is not None or attack.event not in STRIKES:
        return False
    arabic = is_arabic(scene, found)
    return any(
        (0 <= m.first - found.after <= _OWN_BEHIND if arabic else 0 <= found.first - m.after <= _OWN_AHEAD)
        and entity_of(m) in _OF_IRAQ
        and scene.clauses[m.first] == scene.clauses[found.first]
        for m in scene.all("nation", "force")
    )


_OWN_AHEAD, _OWN_BEHIND = 7, 2  # words between Iraq's soldiers and their strikes
_OF_IRAQ = frozenset({"iraq", "iraqi_army", "iraqi_air_force", "iraqi_security_forces"})


def _is_on_others(setting: Setting, attack: Attack) -> bool:
    """Whether a country that does not host the troops is attacked: "the attack by Hamas on Israel"."""
    scene, found = setting.scene, attack.found
    if attack.target is not None and attack.target.slot == "base":
        return False
    strangers = setting.phrases.abroad - {"iraq", "kurdistan_region", *_HOSTING, "syria"}
    return any(
        0 <= m.first - found.after <= _ON_WHOM
        and entity_of(m) in strangers
        and (scene.tokens[m.first - 1].folded in _AGAINST or _AGAINST_JOINED.fullmatch(scene.tokens[m.first].folded))
        for m in scene.all("country", "place")
    )


_ON_WHOM = 4  # words between an attack and the country that it is on
_AGAINST = frozenset({"on", "against", "at", "in", "inside", "علي", "ضد", "في", "داخل"})
_AGAINST_JOINED = re.compile("[وف]?ب.+")


def means_the_last(setting: Setting, attack: Attack) -> bool:
    """Whether the words mean the attack that was told before, and tell more of it: "the attack wounded four"."""
    noun = attack.rule.id in ("incident.attack_noun", "incident.strike", "incident.bomb", "incident.again")
    many = attack.rule.event == "attack" and is_plural(setting.scene, attack.found)
    known = noun and not many and is_definite(setting.scene, attack.found) and attack.count is None
    more = attack.told_of or attack.event not in ("attack", "strike")
    return known and more and setting.memory.incident is not None


def is_told(setting: Setting, attack: Attack) -> bool:
    """Whether the words tell it: by a verb, a day, a number, victims, a base by name, or as one made with a weapon."""
    on_base = attack.target is not None and attack.target.slot == "base"
    based = on_base or at_house(setting, attack.found) or attack.place in _FOREIGN
    return (
        attack.rule.id in _VERBS
        or is_done(setting.scene, attack.found)
        or attack.told_of
        or based
        or (attack.event in STRIKES and attack.striker is not None and attack.place is not None)
        or _is_one(setting.scene, attack.found, attack.event)
    )


def _is_at_home(setting: Setting, attack: Attack) -> bool:
    """Whether it happened where the troops are, and with what only they or those who fight them have."""
    found, place = attack.found, attack.place
    home = lies_at_home(setting, place) or _goes_on(setting, found) or _hits_faction(setting, found, attack.event)
    if not home or _is_of_others(setting, found):
        return False
    if (place in _HOSTING and attack.event in ATTACKS) or attack.event == "attack":
        return place in _HOSTING or (attack.told_of and _hits_faction(setting, found, attack.event))
    return attack.told_of or place in _FOREIGN or (attack.event in _SEEN and attack.rule.id in _VERBS)


def _hits_faction(setting: Setting, found: Found, event: str) -> bool:
    """Whether a strike hits an armed group of Iraq, whose striker need not be named."""
    scene = setting.scene
    entries = [(m, setting.lexicon.entry(entity_of(m) or "")) for m in scene.all("group")]
    return event in STRIKES | {"attack"} and any(
        entry is not None and entry.country == "iraq" and 0 <= m.first - found.after <= _VICTIM for m, entry in entries
    )


_VICTIM = 14  # words between a strike and whom it hits


def _is_one(scene: Scene, found: Found, event: str) -> bool:
    """Whether one attack is told and not many: made with a weapon that is named."""
    return event in ATTACKS - {"attack"} and not is_plural(scene, found)


def _goes_on(setting: Setting, found: Found) -> bool:
    """Whether it is told at a base or embassy without a name, in an article that told of one or of the troops."""
    near = any(
        r.id in ("part.base", "part.embassy") and setting.scene.cost(found, f) <= AT_HOUSE
        for r, f in setting.scene.found("part")
    )
    memory = setting.memory
    return near and (memory.incident is not None or memory.spoken or memory.topic or memory.most is not None)


def _is_of_others(setting: Setting, found: Found) -> bool:
    """Whether a country that has no part in the posture strikes somebody else: "Turkish air strikes on the PKK"."""
    scene = setting.scene
    strangers = setting.phrases.abroad - {"iraq", "iran", "kurdistan_region", *_HOSTING, "syria"}
    return any(
        entity_of(m) in strangers and scene.cost(found, m) <= _OTHERS for m in scene.all("nation", "country", "force")
    )


_OTHERS = 6  # words between a strike and whose it is
