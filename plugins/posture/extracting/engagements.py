"""Talks, rounds, meetings, agreements, visits: who with whom, where, when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from posture.extracting.days import moment_of
from posture.extracting.heads import words
from posture.extracting.interests import KIND, TOGETHER, is_joint, is_of_interest
from posture.extracting.occasions import as_planned, occasion_of
from posture.extracting.parties import (
    is_about_other,
    one_each,
    parties_near,
)
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import SCOPE, Rule
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.scope import colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.tokens import is_future
from posture.extracting.venues import is_whence, with_venues
from posture.extracting.whereabouts import place_near
from posture.model import Claim, Evidence

_NEAR = 4  # words between an agreement and the talks that it is about
_SAME = 12  # words within which two phrases tell one engagement
# Of phrases in one place the more telling first.
_RANK = tuple(
    f"engagement.{one}"
    for one in ("no_talks", "no_meeting", "no_visit", "round", "agreement", "visit", "call", "meeting", "commission",
                "talks", "at_meeting", "discuss", "together")
)  # fmt: skip
_DAYS = 14  # words within which the day stands
_ALIKE = ({"round", "talks", "meeting"}, {"call", "meeting"}, {"call", "round"}, {"agreement", "commission"})
_AGREED = frozenset({"talks", "meeting", "commission"})
_WHILE = frozenset({"خلال", "في", "عقب", "بعد", "اثناء", "during", "after", "at", "in", "following"})
_HOSTED = 10  # words between who hosts talks and the talks
_HOSTING = ("استضاف", "يستضيف", "تستضيف", "احتضن", "تحتضن", "شهد", "تشهد", "host", "witness")
# Words after which "to discuss" is a plan and no purpose.
_PLANS = frozenset({"are", "is", "was", "were", "plan", "plans", "due", "set", "scheduled", "expected", "agreed"})


def engagements_in(setting: Setting) -> Iterator[Claim]:
    """The engagements that a sentence tells between Iraq and the United States or the coalition."""
    scene = setting.scene
    told: list[tuple[Rule, Found]] = []
    for rule, found in sorted(scene.found(KIND), key=lambda one: (_RANK.index(one[0].id), one[1].first, -one[1].after)):
        if any(_same(scene, rule, found, *other) for other in told) or _is_other(scene, rule, found):
            continue
        if _is_stretched(scene, rule, found):
            continue
        parties = parties_near(setting, found, visit=rule.event == "visit")
        place = _place(setting, rule, found)
        if not is_of_interest(setting, rule, found, parties, place[0]):
            continue
        told.append((rule, found))
        yield _claim(setting, rule, found, parties, place)


def _same(scene: Scene, rule: Rule, found: Found, earlier: Rule, other: Found) -> bool:
    """Whether a phrase tells the engagement that another has told."""
    if rule.id == TOGETHER:
        return True  # only of a sentence that tells nothing else
    event, overlap = earlier.event, found.first < other.after and other.first < found.after
    if not overlap and _is_next(scene, found) != _is_next(scene, other):
        return False  # some are held, others are to follow
    if earlier.polarity != rule.polarity and rule.event == "visit" and not overlap:
        return False  # one trip is made, another put off
    both = {rule.event, event}
    if "talks" in both and (both & {"visit", "call", "meeting", "round"} or rule.id == "engagement.discuss"):
        return True
    if event == "agreement" and rule.event in _AGREED and 0 <= found.first - other.after <= _NEAR:
        between = {form for token in scene.tokens[other.after : found.first + 1] for form in token.forms}
        return between.isdisjoint(_WHILE)  # what they agree on: "to start talks", "on further meetings"
    apart = scene.cost(found, other) > _SAME or both == {"agreement", "round"}
    alike = not apart and (rule.event == event or any(both <= one for one in _ALIKE))
    return alike or (not apart and overlap and "visit" not in both)


def _is_stretched(scene: Scene, rule: Rule, found: Found) -> bool:
    """Whether a phrase leaps from one clause into another that tells it whole: "closed on Friday, more talks begin"."""
    if scene.clauses[found.first] == scene.clauses[found.after - 1]:
        return False
    inner = (f for r, f in scene.found(KIND) if r.id == rule.id and found.first < f.first < found.after)
    return any(scene.clauses[f.first] == scene.clauses[f.after - 1] and _is_next(scene, f) for f in inner)


def _is_other(scene: Scene, rule: Rule, found: Found) -> bool:
    """Whether nobody meets: reporters are met, demands are met, one goes somewhere in order to discuss something."""
    others = [f for r, f in scene.found("part") if r.id == "part.no_engagement"]
    if any(found.first < f.after and f.first < found.after for f in others) or is_about_other(scene, found):
        return True
    if rule.event == "visit" and _is_no_visit(scene, found):
        return True
    if rule.event == "meeting" and _is_cut(scene, found):
        return True
    if rule.id == TOGETHER:
        return not is_joint(scene, found)
    if rule.id != "engagement.discuss":
        return False
    word = scene.tokens[found.first].folded
    before = [token.folded for token in scene.tokens[max(0, found.first - 2) : found.first]]
    to = bool(before) and before[-1] == "to" and before[0] not in _PLANS
    return word.lstrip("و").startswith("ل") or to


def _is_no_visit(scene: Scene, found: Found) -> bool:
    """Whether soldiers are sent («إيفاد 130 عنصرا»), one only comes from somewhere, or a visit dates talks."""
    if _is_during(scene, found):
        return True
    inside = [m for m in scene.all("count", "place", "base") if found.first <= m.first < found.after]
    return any(m.slot == "count" or is_whence(scene, m) for m in inside)


def _is_during(scene: Scene, found: Found) -> bool:
    """Whether a visit told before is only when something else is done: "during his visit he will meet"."""
    before = (
        scene.tokens[found.first - 1 - (scene.tokens[found.first - 1].folded in _HIS)].folded if found.first else ""
    )
    led = scene.tokens[found.after].folded if found.after < len(scene.tokens) else ""
    told = any(f.first >= found.after or f.after <= found.first for r, f in scene.found(KIND) if r.event != "visit")
    return before.lstrip("و") in _WHILE - {"in", "في", "at"} and not led.startswith(_LED) and told


_HIS = frozenset({"the", "his", "her", "their", "this", "a"})
_LED = ("to", "ل", "الي", "in", "ب")


def _is_cut(scene: Scene, found: Found) -> bool:
    """Whether a comma parts the meeting from another's verb: "after the meeting, the Pentagon had"."""
    told = scene.words(found)
    noun = told[0].folded.startswith("meeting")
    return noun and any(token.stop for token in told[1:]) and not any(token.folded == "which" for token in told)


def _place(setting: Setting, rule: Rule, found: Found) -> tuple[str | None, list[Evidence], float]:
    """Where. A visit and a hosting take their place without a word before it: "زار واشنطن", "London hosted"."""
    scene, going = setting.scene, rule.event == "visit"
    host = None if going else _host(scene, found)
    if host is not None:
        return entity_of(host), [scene.evidence("place", host.span)], 1.0
    to_troops = going and any(0 <= m.first - found.after <= 1 for m in scene.all("force"))
    venues = setting if to_troops else replace(setting, scene=with_venues(scene, going=going))
    reached = going and not _is_trip(scene, found)
    return place_near(venues, found, inherit=False, within=18, reached=reached, visited=going)


def _is_trip(scene: Scene, found: Found) -> bool:
    """Whether an English noun tells a visit, which takes its place with a word before it: "the visit came as Iraq"."""
    return scene.tokens[found.after - 1].folded in _TRIPS and found.after - found.first == 1


_TRIPS = frozenset({"visit", "trip", "tour"})


def _host(scene: Scene, found: Found) -> Mark | None:
    """The town that hosts: before the English verb, behind the Arabic one."""
    for at in range(max(0, found.first - _HOSTED), found.after):
        if any(form.startswith(_HOSTING) for form in scene.tokens[at].forms):
            near = [m for m in scene.all("place", "base") if -1 <= m.first - at <= _BY or 0 <= at - m.after <= 1]
            return min(near, key=lambda m: abs(m.first - at), default=None)
    return None


_BY = 2  # words between the verb and the town


def _is_next(scene: Scene, found: Found) -> bool:
    """Whether talks are others than those told, and still to come: "a second round is expected"."""
    around = scene.tokens[max(0, found.first - 2) : found.after + 3]
    return any(not _NEXT.isdisjoint(token.forms) for token in around) or _has_future(scene, found)


def _has_future(scene: Scene, found: Found) -> bool:
    """Whether an Arabic verb in the future stands in the words, and no name that begins like one (سافايا)."""
    named = {at for mark in scene.all("person", "place", "base") for at in range(mark.first, mark.after)}
    return any(at not in named and is_future(scene.tokens[at]) for at in range(found.first, found.after))


_NEXT = words("another further next upcoming مقبل مقبله قادم قادمه لاحق لاحقه يفترض")


def _without_guests(scene: Scene, rule: Rule, found: Found) -> Scene:
    """The sentence without cues inside the words that colour nothing: "agreed to", a call on guests.

    Who signs while in London "at the invitation of" is not asked to.
    """
    inner = {f.first for _, f in scene.found(SCOPE, "demanded") if found.first < f.first and f.after < found.after}
    if rule.event == "agreement":
        plans = (f for _, f in scene.found(SCOPE, "planned") if found.first <= f.first < found.after)
        inner |= {f.first for f in plans if scene.tokens[f.first].folded.lstrip("و").startswith(_AGREES)}
    return replace(scene, phrases=tuple(p for p in scene.phrases if p[0].kind != SCOPE or p[1].first not in inner))


_AGREES = ("agree", "اتفق", "تتفق", "يتفق")


def _is_to_come(scene: Scene, found: Found) -> bool:
    """Whether an Arabic noun says that talks are still to come: «الاجتماعات … ستتواصل», «اتفاق على عقد اجتماع»."""
    before = scene.tokens[found.first - 1].folded if found.first else ""
    if (scene.tokens[found.first].folded in _HOLDING and before in _ABOUT) or before == "قبيل":
        return True
    if not scene.tokens[found.first].folded.startswith(_TALKS):
        return False
    behind = range(found.after, min(found.after + _VERB, len(scene.tokens)))
    return any(is_future(scene.tokens[at]) and scene.clauses[at] == scene.clauses[found.first] for at in behind)


_TALKS = ("ال", "اجتماع", "لقاء", "جول", "محادثات", "مباحثات", "مفاوضات", "مشاورات")
_HOLDING = frozenset({"عقد", "اجراء", "استئناف"})
_ABOUT = frozenset({"علي", "حول", "بشان"})
_VERB = 7  # words between talks and their verb, with those who hold them


def _is_present(scene: Scene, found: Found) -> bool:
    """Whether an English verb in the present tells what a day ahead brings: "He sees the president on Thursday"."""
    days = (mark for mark in scene.all("moment") if found.first <= mark.first <= found.after + _NEAR)
    present = any(token.folded in _PRESENT for token in scene.words(found))
    return present and scene.where == "body" and any(moment_of(mark).rule.startswith("weekday") for mark in days)


_PRESENT = frozenset({"sees", "meets", "travels", "heads", "visits", "hosts", "flies", "receives", "holds", "goes"})


def _claim(
    setting: Setting, rule: Rule, found: Found, parties: list[Mark], where: tuple[str | None, list[Evidence], float]
) -> Claim:
    scene = setting.scene
    place, words, sure = where
    colour = colour_of(_without_guests(scene, rule, found), found, rule=rule, verb=True)
    if colour.modality == "asserted" and (_is_present(scene, found) or _is_to_come(scene, found)):
        colour = replace(colour, modality="planned")
    occasion = occasion_of(setting, found, colour, within=_DAYS)
    if rule.event == "agreement" and occasion.ahead:
        occasion = type(occasion)()  # the day of what is agreed, not of the agreement
    evidence = [*words, *(scene.evidence("party", m.span) for m in one_each(setting, parties)), *occasion.evidence]
    return make_claim(
        setting, "engagement", rule, found, evidence=evidence, colour=as_planned(setting, colour, occasion), sure=sure,
        event=rule.event, place=place, as_of=occasion.as_of(setting.day), from_=occasion.from_, to=occasion.to,
    )  # fmt: skip
