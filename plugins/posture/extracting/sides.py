"""Who strikes and who is hit."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from posture.extracting.patterns import Found, Mark
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.speakers import speech_for
from posture.extracting.troops import owner_of, posture_force
from posture.extracting.whereabouts import known_base
from posture.model import Mention

KIND = "incident"
_STRUCK = 3  # words between an attack and those whom it hits: "attacks that targeted coalition forces"
_ACTS, _FLIES, _HOUSE = 5, 14, 2


def striker_of(setting: Setting, found: Found) -> Mark | None:
    """The foreign force or country that strikes: an adjective of nation right by the word, or who carries it out."""
    scene = setting.scene
    arabic = "ء" <= scene.tokens[found.first].folded[:1] <= "ي"
    for mark in scene.all("nation", "force"):
        near = 0 <= mark.first - found.after <= 2 if arabic else 0 <= found.first - mark.after <= 3
        if near and scene.clauses[mark.first] == scene.clauses[found.first] and posture_force(setting, entity_of(mark)):
            if not arabic and _is_of_house(scene, mark):
                return None  # "coalition base targeted"
            if arabic and any(
                f.first in range(found.after, mark.first) for r, f in scene.found("part") if r.id in _HOUSES
            ):
                return None  # "استهداف القواعد الأميركية"
            on = any(token.folded in _ON for token in scene.tokens[found.after : mark.first])
            return mark if not (on or _preceded_by_on(scene, mark) or _is_passive(scene, mark, found)) else None
    if any((r.event == "strike" or r.id == "incident.attack_verb") and f is found for r, f in scene.found(KIND)):
        return _actor(setting, found) or _own_troops(setting, found) or _remembered(setting, found)
    return None


_HOUSES = ("part.base", "part.embassy")


def _remembered(setting: Setting, found: Found) -> Mark | None:
    """Who made the strikes that the article told before, when "the strike" of a day means one of them."""
    scene, last = setting.scene, setting.memory.incident
    if last is None or last.force is None or not any(scene.cost(found, m) <= _DATED for m in scene.all("moment")):
        return None
    definite = scene.tokens[found.first].folded.lstrip("وفبل").startswith("ال") or (
        found.first > 0 and scene.tokens[found.first - 1].folded in {"the", "those", "these"}
    )
    if not definite or not any(r.event == "strike" and f is found for r, f in scene.found(KIND)):
        return None
    span = scene.span_of(found.first, found.after)
    named = Mention(entity=last.force, kind="force", where=scene.where, span=span, quote=span.of(scene.text))
    return Mark("force", found.first, found.after, span, named)


_DATED = 4  # words between "the strike" and its day


def _own_troops(setting: Setting, found: Found) -> Mark | None:
    """The soldiers of him who speaks: "its forces struck", قواتنا استهدفت, قوات بلاده."""
    scene = setting.scene
    for at in range(max(0, found.first - _OWN - 1), found.first):
        ours = _OURS.fullmatch(scene.tokens[at].folded) or (
            at and scene.tokens[at - 1].folded in {"its", "our"} and _is_soldiers(scene, at)
        )
        if ours or scene.tokens[at].folded in _WE:
            return _of_speaker(setting, found, at, at + 1)
    return None


def _is_soldiers(scene: Scene, at: int) -> bool:
    return any(mark.slot == "soldiers" for mark in scene.marks.get(at, ()))


def _of_speaker(setting: Setting, found: Found, first: int, after: int) -> Mark | None:
    """The words `first` to `after` as the forces of the country for which the speaker speaks."""
    speech = speech_for(found, setting.speeches)
    entry = setting.lexicon.entry(speech.speaker or "") if speech is not None else None
    country = entry.country if entry is not None else None
    if entry is not None and country is None:
        office = setting.lexicon.entry(entry.holds[-1].office) if entry.holds else None
        country = office.country if office is not None else entry.id
    if country is None or posture_force(setting, country) is None:
        return None
    span = setting.scene.span_of(first, after)
    named = Mention(
        entity=country, kind="force", where=setting.scene.where, span=span, quote=span.of(setting.scene.text)
    )
    return Mark("force", first, after, span, named)


_WE = frozenset({"it", "we", "they", "انها", "انه", "انهم", "اننا", "بانها", "باننا"})
_OURS = re.compile("[وف]?(?:قوات|جنود|طائرات|مقاتلات|مروحيات|دفاعات)(?:نا|ها|ه|هم)")
_OWN = 1  # words between "its forces" and what they did


_THAT = frozenset({"ان", "انه", "انها", "بان", "that"})


def _actor(setting: Setting, found: Found) -> Mark | None:
    """The country or force that stands before the verb or the noun as its doer."""
    scene = setting.scene
    flying = [f for r, f in scene.found("part") if r.id == "part.aircraft"]
    for mark in scene.all("country", "force", "institution", "nation"):
        if mark.slot == "nation" and all(f.after != mark.first for f in flying):
            continue  # an adjective acts only with its aircraft: "شنت طائرات أميركية غارات"
        if mark.slot == "institution" and any(
            mark.first <= f.first < mark.after for r, f in scene.found("part") if r.id == "part.embassy"
        ):
            continue  # an embassy strikes nobody
        flown = any(mark.first < f.first < found.first or f.after == mark.first for f in flying)
        acts = mark.first < found.first and scene.cost(mark, found) <= (_FLIES if flown else _ACTS)
        if acts and posture_force(setting, entity_of(mark)) and not _preceded_by_on(scene, mark):
            if _is_passive(scene, mark, found):
                return None
            told = any(token.folded in _THAT for token in scene.tokens[mark.after : found.first])
            foreign = mark.slot == "institution" and setting.lexicon.entries[str(entity_of(mark))].country is None
            if told or foreign:
                continue  # "قالت الحكومة الأردنية إن الهجوم استهدف": she tells it; the United Nations strike nobody
            if not _is_of_house(scene, mark):  # "the Pentagon said US jets struck": not the Pentagon
                return mark
    return None


def _is_of_house(scene: Scene, mark: Mark) -> bool:
    """Whether a base or embassy follows, which is hit and hits nobody: "the US embassy"."""
    words = {form for token in scene.tokens[mark.after : mark.after + 3] for form in token.forms}
    houses = any(r.id in ("part.base", "part.embassy") and 0 <= f.first - mark.after <= _HOUSE
                 for r, f in scene.found("part"))  # fmt: skip
    return houses or not words.isdisjoint({"said", "says", "service", "official", "officials"})


def _is_passive(scene: Scene, mark: Mark, found: Found) -> bool:
    """Whether those named suffer what the verb says: "have been attacked", "تعرضت لهجوم"."""
    words = {form for token in scene.tokens[mark.after : found.after] for form in token.forms}
    before = {form for token in scene.tokens[max(0, mark.first - _VERB_FIRST) : mark.first] for form in token.forms}
    suffered = any(word.startswith(("تعرض", "يتعرض", "تتعرض")) for word in words | before)
    return suffered or not words.isdisjoint(
        {"been", "were", "was", "being", "came", "come", "under", "killed", "wounded", "injured", "hurt", "dead"}
    )


_VERB_FIRST = 4  # words between an Arabic verb and the last of its subjects: "تعرضت القوات الأميركية وقوات التحالف"
_ON = frozenset({"علي", "ضد", "on", "against", "استهدف", "استهدفت", "at", "في", "in", "عن", "من"})


def _preceded_by_on(scene: Scene, mark: Mark, *, back: int = 1) -> bool:
    return any(token.folded in _ON for token in scene.tokens[max(0, mark.first - back) : mark.first])


def target_of(setting: Setting, found: Found, striker: Mark | None) -> Mark | None:
    """The base, troops or embassy that is hit: a base by name first."""
    scene = setting.scene
    one = len({entity_of(m) for m in scene.all("base")}) == 1
    for slot, within in (("base", 20 if one else 14), ("force", 14)):
        near = [m for m in scene.all(slot) if m is not striker and scene.cost(found, m) <= within]
        near = [m for m in near if not (scene.is_answered(found, m) or _is_of_next(scene, found, m))]
        if slot == "force":
            near = [m for m in near if posture_force(setting, entity_of(m)) and _is_hit(scene, found, m)]
        if near:
            return min(near, key=lambda m: scene.cost(found, m))
        house = _house(setting, found) if slot == "base" else None
        if house is not None:
            return house
        if slot == "base" and (known := known_base(setting, found)) is not None:
            return known
    return _their_troops(setting, found) or _their_positions(setting, found)


def _their_positions(setting: Setting, found: Found) -> Mark | None:
    """The country whose positions or interests are hit: "attacks against U.S. positions", هجوم على مواقع أميركية."""
    scene = setting.scene
    for mark in scene.all("nation", "country"):
        words = {token.folded for token in scene.tokens[found.after : mark.first]}
        hit = 0 < mark.first - found.after <= _POSITIONS and not words.isdisjoint(_AT)
        if hit and posture_force(setting, entity_of(mark)) and scene.clauses[mark.first] == scene.clauses[found.first]:
            return mark
    return None


_POSITIONS = 4  # words between an attack and whose positions it hits
_AT = frozenset({"علي", "ضد", "on", "against"})


_OBJECT = 3  # words between a verb and "another" that is its object: "shot down another near Harir"


def _house(setting: Setting, found: Found) -> Mark | None:
    """The embassy or consulate by name that is hit."""
    scene = setting.scene
    houses = {f.first for r, f in scene.found("part") if r.id == "part.embassy"}
    named = [m for m in scene.all("institution") if not houses.isdisjoint(range(m.first, m.after))]
    near = [m for m in named if 0 <= m.first - found.after <= _HOUSE_NEAR and posture_force(setting, entity_of(m))]
    return near[0] if near else None


_HOUSE_NEAR = 6  # words between an attack and the embassy that it hits


def _is_of_next(scene: Scene, found: Found, mark: Mark) -> bool:
    """Whether one more attack is told between the words and the name: "and on Tuesday two more over Harir"."""
    more = (f for r, f in scene.found("part") if r.id == "part.another")
    return any(found.after + _OBJECT <= f.first and f.after <= mark.first for f in more)


def _their_troops(setting: Setting, found: Found) -> Mark | None:
    """Soldiers of somebody named before: "attacks on its forces"."""
    scene = setting.scene
    for mark in scene.all("soldiers"):
        words = scene.tokens[mark.after : mark.after + 1]
        land = bool(words) and words[0].folded in {"بلاده", "بلادها", "بلادنا"}
        if land and mark.first < found.first and _is_passive(scene, mark, found):
            return _of_speaker(setting, found, mark.first, mark.after + 1)
        hit = 0 <= mark.first - found.after <= _STRUCK and isinstance(mark.value, Mention)
        if hit and _preceded_by_on(scene, mark, back=2):
            entity = owner_of(setting, mark).entity
            named = cast("Mention", mark.value)
            return replace(mark, slot="force", value=replace(named, entity=entity)) if entity else None
    return None


def _is_hit(scene: Scene, found: Found, mark: Mark) -> bool:
    """Troops named after the attack are its target; named before it only when the verb says so ("were attacked")."""
    if mark.first >= found.after - 1 or found.first <= mark.first:
        wanted = (f for _, f in scene.found("scope", "demanded"))
        return not any(found.after <= f.first < mark.first for f in wanted)  # "… تطالب بخروج القوات الأميركية"
    victims = [f for r, f in scene.found("part") if r.id == "part.victims"]
    if any(scene.cost(f, mark) <= _STRUCK for f in victims):
        return True
    struck = any(0 <= mark.first - f.after <= _STRUCK for _, f in scene.found(KIND))
    return struck or _is_passive(scene, mark, found) or _at_bases(scene, mark)


def _at_bases(scene: Scene, mark: Mark) -> bool:
    """Whether troops are named as those whom bases house: "bases hosting American troops"."""
    return any(r.id == "part.base" and 0 <= mark.first - f.after <= 2 for r, f in scene.found("part"))
