"""Who strikes: the foreign force or country whose aircraft, soldiers or missiles hit somebody else."""

from __future__ import annotations

import re

from posture.extracting.patterns import Found, Mark
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.speakers import speech_for
from posture.extracting.subjects import is_arabic
from posture.extracting.troops import posture_force
from posture.extracting.weapons import STRIKES, is_definite
from posture.model import Mention

KIND = "incident"
_ACTS, _FLIES, _HOUSE = 5, 14, 2
_HOUSES = ("part.base", "part.embassy")
_FLYING = ("part.aircraft", "part.drones")


def striker_of(setting: Setting, found: Found) -> Mark | None:
    """The foreign force or country that strikes: an adjective of nation right by the word, or who carries it out."""
    scene = setting.scene
    rules = [rule for rule, f in scene.found(KIND) if f is found]
    if any(rule.id == "incident.weapon" for rule in rules):
        return _owner(setting, found, arabic=is_arabic(scene, found))
    verb = any(rule.id == "incident.attack_verb" for rule in rules)
    mark = _beside(setting, found, verb=verb)
    if mark is not None:
        if verb and is_arabic(scene, found) and _has_subject(scene, found):
            return _actor(setting, found) or _own_troops(setting, found)  # "مسيرة استهدفت القوات الأميركية"
        return mark if _is_doer(scene, mark, found) else None
    if (not verb and all(rule.event != "strike" for rule in rules)) or is_suffered(scene, found):
        return None
    return (
        _actor(setting, found)
        or _carried_out(setting, found)
        or _own_troops(setting, found)
        or _remembered(setting, found)
    )


def is_suffered(scene: Scene, found: Found) -> bool:
    """Whether an Arabic verb says that its subject was attacked: "تعرضت القاعدة لقصف"."""
    return any(form.startswith(("تعرض", "يتعرض")) for form in scene.tokens[found.first].forms)


def _beside(setting: Setting, found: Found, *, verb: bool) -> Mark | None:
    """The force or nation named right by the attack; a country too behind an Arabic verb: "ضربت الولايات المتحدة"."""
    scene, arabic = setting.scene, is_arabic(setting.scene, found)
    for mark in scene.all("nation", "force", "country") if verb and arabic else scene.all("nation", "force"):
        gap = 0 if mark.slot == "country" else 2 if arabic else 3
        near = 0 <= (mark.first - found.after if arabic else found.first - mark.after) <= gap
        same = scene.clauses[mark.first] == scene.clauses[found.first]
        if near and same and posture_force(setting, entity_of(mark)):
            return mark
    return None


def _is_doer(scene: Scene, mark: Mark, found: Found) -> bool:
    """Whether those named by an attack make it and are not hit: not "coalition base targeted"."""
    housed = any(f.first in range(found.after, mark.first) for r, f in scene.found("part") if r.id in _HOUSES)
    if housed if is_arabic(scene, found) else _is_of_house(scene, mark, found):
        return False
    if mark.slot == "force" and any(form.startswith("استهداف") for form in scene.tokens[found.first].forms):
        return False  # "استهداف القوات الأميركية" hits them
    on = any(token.folded in _ON for token in scene.tokens[found.after : mark.first])
    return not (on or preceded_by_on(scene, mark) or is_passive(scene, mark, found))


def _owner(setting: Setting, arms: Found, *, arabic: bool) -> Mark | None:
    """Whose weapon it is: "killed by a U.S. drone", مسيرة أميركية."""
    marks = setting.scene.all("nation", "force", "country")
    beside = (m for m in marks if (m.first == arms.after if arabic else m.after == arms.first))
    return next((m for m in beside if posture_force(setting, entity_of(m))), None)


def _has_subject(scene: Scene, found: Found) -> bool:
    """Whether somebody or something before an Arabic verb is its subject, so that who follows is hit."""
    before = scene.tokens[max(0, found.first - 1) : found.first]
    if any(token.folded.lstrip("و") in _RELATIVE for token in before):
        return True
    things = [f for r, f in scene.found("part") if r.id in _ARMS]
    if any(found.first <= f.first < found.after for f in things):
        return True  # "قتلت طائرة بدون طيار ثلاثة جنود أميركيين"
    things += [f for r, f in scene.found(KIND) if r.id in ("incident.attack_noun", "incident.strike")]
    groups = [Found(m.first, m.after, {}) for m in scene.all("group")]
    return any(
        f.after <= found.first and scene.cost(f, found) <= _SUBJECT and not _is_verb_between(scene, f, found)
        for f in (*things, *groups)
    )


def _is_verb_between(scene: Scene, one: Found, other: Found) -> bool:
    verbs = (f.first for r, f in scene.found(KIND) if r.id in ("incident.attack_verb", "incident.fire"))
    return any(one.after <= at < other.first for at in verbs)


_SUBJECT = 7  # words between "a drone" and the verb that tells what it did
_ARMS = ("part.rockets", "part.missiles", "part.drones", "part.mortars")
_RELATIVE = frozenset({"التي", "الذي", "الذين", "انه", "انها", "بانه", "بانها", "قد", "كانت", "كان"})


def _carried_out(setting: Setting, found: Found) -> Mark | None:
    """Who carried it out, named behind: "غارات شنتها مقاتلات أميركية", "strikes by US jets"."""
    scene = setting.scene
    for at in range(found.after, min(found.after + _BEHIND, len(scene.tokens))):
        word = scene.tokens[at].folded
        by = word == "by" or (word == "قبل" and scene.tokens[at - 1].folded == "من")
        if not (by or _DONE_BY.fullmatch(word)):
            continue
        for mark in scene.all("nation", "force", "country", "institution"):
            near = 0 <= mark.first - at - 1 <= _ITS_DOER
            if near and posture_force(setting, entity_of(mark)):
                return mark
        return None
    return None


_DONE_BY = re.compile("(?:شن|نفذ|تشن|تنفذ|ينفذ|يشن|قام|وجه|اطلق)ت?(?:ها|ه|هما)")
_BEHIND, _ITS_DOER = 5, 3  # words between the strikes and "carried out by", and between that and the doer


def _remembered(setting: Setting, found: Found) -> Mark | None:
    """Who made the strikes that the article told before, when "the strikes" means them."""
    scene, last = setting.scene, setting.memory.incident
    if last is None or last.force is None or last.event not in STRIKES:
        return None
    if not is_definite(scene, found) or not any(r.event == "strike" and f is found for r, f in scene.found(KIND)):
        return None
    return _as_force(scene, found.first, found.after, last.force)


def _own_troops(setting: Setting, found: Found) -> Mark | None:
    """The soldiers of him who speaks: "its forces struck", قواتنا استهدفت, قوات بلاده, "it had carried out strikes"."""
    scene = setting.scene
    for at in range(max(0, found.first - _OWN - 1), found.first):
        ours = _OURS.fullmatch(scene.tokens[at].folded) or (
            at and scene.tokens[at - 1].folded in {"its", "our"} and _is_soldiers(scene, at)
        )
        if ours or scene.tokens[at].folded in _WE:
            return of_speaker(setting, found, at, at + 1)
    for at in range(max(0, found.first - _FLIES), max(0, found.first - 1)):
        if scene.tokens[at].folded in {"it", "we"} and scene.tokens[at + 1].folded in _DOES:
            return of_speaker(setting, found, at, at + 1)
    return None


_SPOKEN = 4  # words between a verb of saying and who speaks for the troops
_DOES = frozenset({"had", "has", "have", "carried", "conducted", "launched", "struck", "hit", "targeted", "bombed"})


def _is_soldiers(scene: Scene, at: int) -> bool:
    return any(mark.slot == "soldiers" for mark in scene.marks.get(at, ()))


def of_speaker(setting: Setting, found: Found, first: int, after: int) -> Mark | None:
    """The words `first` to `after` as the forces of the country for which the speaker of the sentence speaks."""
    speech = speech_for(found, setting.speeches)
    mark = speech.mark if speech is not None else None
    named = mark is None or (speech is not None and setting.scene.cost(speech.found, mark) <= _SPOKEN)
    entry = setting.lexicon.entry(speech.speaker or "") if speech is not None and named else None
    country = entry.country if entry is not None else None
    if entry is not None and country is None:
        office = setting.lexicon.entry(entry.holds[-1].office) if entry.holds else None
        country = office.country if office is not None else entry.id
    if country is None or posture_force(setting, country) is None:
        return None
    return _as_force(setting.scene, first, after, country)


def _as_force(scene: Scene, first: int, after: int, entity: str) -> Mark:
    span = scene.span_of(first, after)
    named = Mention(entity=entity, kind="force", where=scene.where, span=span, quote=span.of(scene.text))
    return Mark("force", first, after, span, named)


_WE = frozenset({"it", "we", "they", "انها", "انه", "انهم", "اننا", "بانها", "باننا"})
_OURS = re.compile("[وف]?(?:قوات|جنود|طائرات|مقاتلات|مروحيات|دفاعات)(?:نا|ها|ه|هم)")
_OWN = 1  # words between "its forces" and what they did
_THAT = frozenset({"ان", "انه", "انها", "بان", "that"})


def _actor(setting: Setting, found: Found) -> Mark | None:
    """The country or force that stands before the verb or the noun as its doer."""
    scene = setting.scene
    flying = [f for r, f in scene.found("part") if r.id in _FLYING]
    for mark in scene.all("country", "force", "institution", "nation"):
        if mark.slot == "nation" and all(f.after != mark.first for f in flying):
            continue  # an adjective acts only with its aircraft: "شنت طائرات أميركية غارات"
        if mark.slot == "institution" and any(
            mark.first <= f.first < mark.after for r, f in scene.found("part") if r.id == "part.embassy"
        ):
            continue  # an embassy strikes nobody
        flown = any(
            (r.id == "part.aircraft" and (mark.first < f.first < found.first or 0 <= mark.first - f.after <= _OWNED))
            or f.after == mark.first
            for r, f in scene.found("part")
            if r.id in _FLYING
        )
        acts = mark.first < found.first and scene.cost(mark, found) <= (_FLIES if flown else _ACTS)
        if acts and posture_force(setting, entity_of(mark)) and not preceded_by_on(scene, mark):
            if is_passive(scene, mark, found):
                return None
            told = any(token.folded in _THAT for token in scene.tokens[mark.after : found.first])
            foreign = mark.slot == "institution" and setting.lexicon.entries[str(entity_of(mark))].country is None
            if told or foreign:
                continue  # "قالت الحكومة الأردنية إن الهجوم استهدف": she tells it; the United Nations strike nobody
            if not _is_of_house(scene, mark, found):  # "the Pentagon said US jets struck": not the Pentagon
                return mark
    return None


def _is_of_house(scene: Scene, mark: Mark, found: Found) -> bool:
    """Whether a base or embassy follows, which is hit and hits nobody: "the US embassy", and not what they struck."""
    words = {form for token in scene.tokens[mark.after : mark.after + 3] for form in token.forms}
    houses = any(
        r.id in _HOUSES and 0 <= f.first - mark.after <= _HOUSE and not mark.first < found.first <= f.first
        for r, f in scene.found("part")
    )
    return houses or not words.isdisjoint({"said", "says", "service", "official", "officials"})


def is_passive(scene: Scene, mark: Mark, found: Found) -> bool:
    """Whether those named suffer what the verb says: "have been attacked", "تعرضت لهجوم"."""
    words = {form for token in scene.tokens[mark.after : found.after] for form in token.forms}
    before = {form for token in scene.tokens[max(0, mark.first - _VERB_FIRST) : mark.first] for form in token.forms}
    suffered = any(word.startswith(("تعرض", "يتعرض", "تتعرض")) for word in words | before)
    return suffered or not words.isdisjoint(
        {"been", "were", "was", "being", "came", "come", "under", "killed", "wounded", "injured", "hurt", "dead"}
    )


_OWNED = 2  # words between aircraft and whose they are: "طائرة تابعة للتحالف"
_VERB_FIRST = 4  # words between an Arabic verb and the last of its subjects: "تعرضت القوات الأميركية وقوات التحالف"
_ON = frozenset({"علي", "ضد", "on", "against", "استهدف", "استهدفت", "يستهدف", "تستهدف", "at", "في", "in", "عن", "من"})


def preceded_by_on(scene: Scene, mark: Mark, *, back: int = 1) -> bool:
    """Whether a word such as "on" stands before the name, which makes it the one that is hit."""
    return any(token.folded in _ON for token in scene.tokens[max(0, mark.first - back) : mark.first])
