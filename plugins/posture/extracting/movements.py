"""Foreign troops arriving, leaving, growing fewer, moving elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from posture.extracting.counts import bounds_of, is_head_count
from posture.extracting.heads import head_of
from posture.extracting.moved import count_of, is_total
from posture.extracting.movement_events import event_of
from posture.extracting.movers import heads_in, mover_of
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.scope import colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.speakers import speech_for
from posture.extracting.spoken_of import is_named_only, is_question, is_spoken_of
from posture.extracting.subjects import agent_of
from posture.extracting.troops import (
    REMEMBERED,
    UNDERSTOOD,
    Troops,
    country_of,
    mover_near,
    owner_of,
    posture_force,
    role_of,
)
from posture.extracting.when_moved import days_of
from posture.extracting.whereabouts import is_abroad, place_near
from posture.model import Claim, Modality

KIND = "movement"
_SAME = 10  # words within which two verbs tell one movement ("began leaving", "will be cut")
_HOMEWARD = frozenset({"return", "arrival", "departure", "withdrawal"})
# The words that lead to the place of a movement: where one comes to, or leaves from.
_TO, _FROM = frozenset({"الي", "to", "into", "at"}), frozenset({"من", "from"})
_TOWARD = {
    **dict.fromkeys(("arrival", "deployment", "reinforcement"), _TO),
    **dict.fromkeys(("departure", "withdrawal", "reduction"), _FROM),
}


def movements_in(setting: Setting) -> Iterator[tuple[Claim, Mark | None]]:
    """The movements that a sentence tells, each with the number that it took, if any."""
    told: list[_Told] = []
    if is_question(setting.scene):
        return
    # The surest first: a general phrase says nothing of words that a plainer one has told.
    for rule, found in sorted(setting.scene.found(KIND), key=lambda one: (-one[0].sure, one[1].first, -one[1].after)):
        verb = _verb_of(setting, rule, found)
        if any(_is_told(setting, rule, verb, other) for other in told):
            continue
        troops = _troops(setting, rule, found)
        if troops is None or is_spoken_of(setting, found):
            continue
        claim, count = _claim(setting, rule, found, troops)
        if is_abroad(setting, claim.place, claim.force if claim.event in _HOMEWARD else None):
            continue
        plain = (claim.modality, claim.polarity) == ("asserted", "affirmed")
        if plain and is_named_only(setting.scene, found):
            continue
        if claim.modality == "demanded" and any(setting.scene.found("statement", "departure")):
            continue  # a demand is a position, told as such
        told.append(_Told(rule.event, verb, claim, count))
    yield from ((one.claim, one.count) for one in told if not _is_counted_again(setting, one, told))


@dataclass(frozen=True, slots=True)
class _Told:
    """A movement that words of the sentence tell, and the number that it took, if any."""

    event: str | None
    verb: Found
    claim: Claim
    count: Mark | None


def _is_counted_again(setting: Setting, own: _Told, told: Sequence[_Told]) -> bool:
    """Whether words close by tell the same movement with its number: "to raise the number … and send 450 more"."""
    if own.claim.count_low or own.claim.count_high:
        return False
    return any(
        (one.claim.count_low or one.claim.count_high)
        and _alike(one.event, own.event)
        and setting.scene.cost(one.verb, own.verb) <= _SAME
        for one in told
    )


def _verb_of(setting: Setting, rule: Rule, found: Found) -> Found:
    """The phrase without those who move, where they stand before the verb: a second verb may tell of them too."""
    if "subject" not in rule.needs:
        return found
    begins = max((h.after for h in heads_in(setting.scene, found) if h.after < found.after), default=found.first)
    return Found(begins, found.after, found.slots)


def _is_told(setting: Setting, rule: Rule, found: Found, other: _Told) -> bool:
    """Whether the words have told their movement already, or words close by the same one."""
    overlap = found.first < other.verb.after and other.verb.first < found.after
    alike = setting.scene.cost(found, other.verb) <= _SAME and _alike(rule.event, other.event)
    counts = any(found.first <= mark.first < found.after for mark in setting.scene.all("count") if is_head_count(mark))
    return overlap or (alike and not (counts and other.claim.count_low is None and other.claim.count_high is None))


def _alike(event: str | None, other: str | None) -> bool:
    leaving = {"withdrawal", "departure", "reduction"}
    coming = {"rotation", "deployment", "arrival", "reinforcement", "redeployment", "return"}
    return event == other or {event, other} <= leaving or {event, other} <= coming


def _troops(setting: Setting, rule: Rule, found: Found) -> Troops | None:
    if "remembered" in rule.needs:
        return _spoken_of(setting)
    own = mover_of(setting, rule, found)
    if {"subject", "direct", "headline"} & set(rule.needs) or (own is not None and own.mark is not None):
        return own
    return _named(setting, rule, found) or own


def _named(setting: Setting, rule: Rule, found: Found) -> Troops | None:
    """Those who move, where a plain phrase leaves them to what stands near it."""
    span = range(found.first, found.after)
    if "nation" in found.slots and any(
        r.id == "part.civil" and f.first in span for r, f in setting.scene.found("part")
    ):
        return None  # "the Japanese ambassador left", "an American oil firm pulled out"
    near = mover_near(setting, found, within=rule.reach)
    if "returning" in rule.needs and not {"force", "soldiers"} & found.slots.keys():
        return near or _gone_before(setting, found) or _remembered(setting.memory.force)
    count = found.slots.get("count")
    if count is not None and head_of(setting.scene, count).kind == "nothing" and "force" not in found.slots:
        troops = owner_of(setting, count)
        return troops if troops.entity else None
    if near is not None:
        return near
    if _are_numbered(setting.scene, found):
        return _remembered(setting.memory.force or setting.memory.most)
    return _doer(setting, found) if rule.event in ("withdrawal", "reduction", "reinforcement") else None


def _spoken_of(setting: Setting) -> Troops | None:
    """The foreign troops of the sentence or the one before, to whom "some", "the rest" and "no pull-out" belong."""
    scene = setting.scene
    for mark in scene.all("force"):
        if posture_force(setting, entity_of(mark)):
            words = (scene.evidence("force", mark.span),)
            return Troops(entity=posture_force(setting, entity_of(mark)), evidence=words, sure=UNDERSTOOD, mark=mark)
    return _remembered(setting.memory.told_of)


def _gone_before(setting: Setting, found: Found) -> Troops | None:
    """The foreign troops that the sentence named before the verb: «غادرت القوات الأمريكية …، إلا أن بعضها عاد»."""
    named = [m for m in setting.scene.all("force") if m.after <= found.first]
    mark = next((m for m in reversed(named) if posture_force(setting, entity_of(m))), None)
    if mark is None:
        return None
    words = (setting.scene.evidence("force", mark.span),)
    return Troops(entity=posture_force(setting, entity_of(mark)), evidence=words, sure=UNDERSTOOD, mark=mark)


def _remembered(force: str | None) -> Troops | None:
    return Troops(entity=force, sure=REMEMBERED) if force is not None else None


def _are_numbered(scene: Scene, found: Found) -> bool:
    """Whether the number of those spoken of before is what falls: "their number", العدد, عددهم."""
    words = [token.folded.lstrip("و") for token in scene.tokens[found.first : found.first + 2]]
    return words[0] in {"العدد", "عددهم", "عديدهم", "الخفض", "التخفيضات", "تخفيضات", "التقليص"} or (
        words[0] == "their" and words[-1].startswith(("number", "rank"))
    )


def _doer(setting: Setting, found: Found) -> Troops | None:
    """The foreign country right by the verb, or its minister: "the US withdrew from its bases", "Trump orders …"."""
    scene = setting.scene
    actors = scene.all("country", "institution", "person", "office")
    near = [(scene.cost(found, m), m.first, m) for m in actors if not is_after_in(scene, m)]
    near = [one for one in near if one[0] <= _DOER and posture_force(setting, country_of(setting, one[2]))]
    if not near:
        return None
    mark = min(near, key=lambda one: one[:2])[2]
    words = (scene.evidence("force", mark.span),)
    return Troops(entity=posture_force(setting, country_of(setting, mark)), evidence=words, sure=UNDERSTOOD, mark=mark)


_DOER = 3


def _claim(setting: Setting, rule: Rule, found: Found, troops: Troops) -> tuple[Claim, Mark | None]:
    scene = setting.scene
    count = count_of(setting, found, troops)
    event = event_of(scene, rule, found)
    place, where, sure = place_near(setting, found, reached=True, toward=_TOWARD.get(event or "", frozenset()))
    evidence = [*troops.evidence, *where]
    fields = bounds_of(count) if count is not None else {}
    if count is not None:
        evidence.append(scene.evidence("count", count.span))
    colour = colour_of(scene, found, rule=rule)
    if colour.polarity == "negated" and colour.modality == "planned" and _is_order(scene, found):
        colour = replace(colour, modality="asserted")  # "has not ordered 10,000 marines": nothing is planned
    days = days_of(setting, found, colour)
    if days.mark is not None:
        evidence.append(scene.evidence("as_of", days.mark.span))
    if (colour.polarity, colour.modality) == ("affirmed", "asserted"):
        colour = replace(colour, modality="planned" if days.is_ahead else _agreed(scene, found, days.mark))
    claim = make_claim(
        setting,
        "movement",
        rule,
        found,
        evidence=evidence,
        colour=colour,
        speaker=_refuser(setting, found),
        sure=sure * troops.sure,
        event=event,
        force=posture_force(setting, troops.entity),
        role=_role(scene, found, troops),
        place=place,
        as_of=days.as_of,
        from_=days.first,
        to=days.last,
        **fields,
    )
    stays = (
        claim.polarity == "negated"
        and claim.modality != "denied"
        and rule.event in ("departure", "withdrawal", "reduction")
    )
    counted = count is None or stays or is_total(setting, found, count)  # those who do not go are a level
    return claim, None if counted else count


def _agreed(scene: Scene, found: Found, day: Mark | None) -> Modality:
    """A movement on which one has agreed is still to come: «اتفاق بشأن التخفيض التدريجي»."""
    if day is not None:
        return "asserted"
    ahead = [f for r, f in scene.found("part") if r.id == "part.agreed_on"]
    schedules = [f for r, f in scene.found("timetable") if r.id == "timetable.schedule" and f.after <= found.first]
    joined = any(token.folded.startswith("و") for token in scene.tokens[max(0, found.first - 1) : found.first + 1])
    phases = [f for r, f in scene.found("part") if r.id == "part.phase" and 0 <= found.first - f.after <= _OF_PHASE]
    agreed = any(0 <= found.first - f.after <= _ON for f in ahead) or (joined and schedules) or phases
    return "planned" if agreed else "asserted"  # «لصياغة جدول زمني … ومباشرة الخفض»


_ON = 2
_OF_PHASE = 4  # words between a phase and what it brings: «تشمل المرحلة الأولى مغادرة القوات»


def _is_order(scene: Scene, found: Found) -> bool:
    return scene.tokens[found.first].folded.startswith("order")


def _role(scene: Scene, found: Found, troops: Troops) -> str | None:
    """What those who move are: by the words within the phrase or right behind it, else by those that name them."""
    own = role_of(scene, Found(found.first, min(found.after + 2, len(scene.tokens)), {}), default=None)
    return own or role_of(scene, troops.mark or found)


def _refuser(setting: Setting, found: Found) -> tuple[str | None, Mark | None] | None:
    """Who rules the movement out, when no verb of saying tells: "He ruled out the return of US soldiers"."""
    scene = setting.scene
    if speech_for(found, setting.speeches) is not None:
        return None
    for _, cue in scene.found("scope", "negated", "denied"):
        verb = scene.tokens[cue.first].folded.lstrip("و")
        if not verb.startswith(_REFUSE) or not -3 <= found.first - cue.after <= _REFUSED:
            continue
        if any(token.folded in {"he", "she"} for token in scene.tokens[max(0, cue.first - 1) : cue.first]):
            return setting.memory.speaker, None
        return agent_of(scene, cue, setting.who)
    return None


_REFUSE = ("rul", "refus", "den", "reject", "dismiss", "استبعد", "رفض", "نفي", "نفت")
_REFUSED = 6
