"""Talks, rounds, meetings, agreements, visits: who with whom, where, when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from posture.extracting.days import THAT, moment_of
from posture.extracting.occasions import as_planned, occasion_of
from posture.extracting.parties import (
    ABROAD,
    ELSEWHERE,
    HOMES,
    IRAQ,
    JOINT,
    is_about_other,
    lead,
    name_both,
    one_each,
    parties_near,
    side_of,
    sides_of,
    speaks_of_troops,
)
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import SCOPE, SPEECH, Rule
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.scope import colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.whereabouts import HOSTS, place_near
from posture.model import Claim, Evidence

KIND = "engagement"
_TOGETHER = "engagement.together"
_SAME = 12  # words within which two phrases tell one engagement
# Of phrases in one place the more telling first.
_RANK = tuple(
    f"engagement.{one}"
    for one in ("no_talks", "no_meeting", "no_visit", "round", "agreement", "visit", "call", "meeting", "commission",
                "talks", "at_meeting", "discuss", "together")
)  # fmt: skip
_DAYS = 14  # words within which the day stands
_ALIKE = ({"round", "talks", "meeting"}, {"call", "meeting"}, {"agreement", "commission"})
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
        parties = parties_near(setting, found, visit=rule.event == "visit")
        place = _place(setting, rule, found)
        if not _is_of_interest(setting, rule, found, parties, place[0]):
            continue
        told.append((rule, found))
        yield _claim(setting, rule, found, parties, place)


def _same(scene: Scene, rule: Rule, found: Found, earlier: Rule, other: Found) -> bool:
    """Whether a phrase tells the engagement that another has told."""
    if rule.id == _TOGETHER:
        return True  # only of a sentence that tells nothing else
    event, overlap = earlier.event, found.first < other.after and other.first < found.after
    if earlier.polarity != rule.polarity and rule.event == "visit" and not overlap:
        return False  # one trip is made, another put off
    both = {rule.event, event}
    if "talks" in both and (both & {"visit", "call", "meeting", "round"} or rule.id == "engagement.discuss"):
        return True
    if event == "agreement" and rule.event in _AGREED and 0 <= found.first - other.after <= _NEAR:
        between = {form for token in scene.tokens[other.after : found.first + 1] for form in token.forms}
        return between.isdisjoint(_WHILE)  # what they agree on: "to start talks", "on further meetings"
    if scene.cost(found, other) > _SAME or both == {"agreement", "round"}:
        return False
    alike = rule.event == event or any(both <= one for one in _ALIKE)
    return alike or (overlap and "visit" not in both)


def _is_other(scene: Scene, rule: Rule, found: Found) -> bool:
    """Whether nobody meets: reporters are met, demands are met, one goes somewhere in order to discuss something."""
    others = [f for r, f in scene.found("part") if r.id == "part.no_engagement"]
    if any(found.first < f.after and f.first < found.after for f in others) or is_about_other(scene, found):
        return True
    if rule.event == "visit" and any(found.first <= m.first < found.after for m in scene.all("count")):
        return True  # «إيفاد 130 عنصرا من فريق التقييم»: soldiers are sent
    if rule.event == "meeting" and _is_cut(scene, found):
        return True
    if rule.id == _TOGETHER:
        return not _is_joint(scene, found)
    if rule.id != "engagement.discuss":
        return False
    word = scene.tokens[found.first].folded
    before = [token.folded for token in scene.tokens[max(0, found.first - 2) : found.first]]
    to = bool(before) and before[-1] == "to" and before[0] not in _PLANS
    return word.lstrip("و").startswith("ل") or to


def _is_cut(scene: Scene, found: Found) -> bool:
    """Whether a comma parts the meeting from another's verb: "after the meeting, the Pentagon had"."""
    words = scene.words(found)
    noun = words[0].folded.startswith("meeting")
    return noun and any(token.stop for token in words[1:]) and not any(token.folded == "which" for token in words)


def _is_joint(scene: Scene, found: Found) -> bool:
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


def _is_of_interest(setting: Setting, rule: Rule, found: Found, parties: list[Mark], place: str | None) -> bool:
    """Both sides named, or one of them, or "the two sides", in an article on the troops."""
    sides = sides_of(setting, parties)
    topical = speaks_of_troops(setting.scene) or setting.memory.most is not None or setting.memory.spoken
    if JOINT in sides:
        return True
    if rule.event == "visit" and not _goes_across(setting, parties, sides, place):
        return False
    if rule.id == _TOGETHER:
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
        return (name_both(scene, found) or _is_of_two(scene, found)) and (bool(sides) or memory.engaged)
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
    pairs = (f for rule, f in scene.found(KIND) if rule.id == _TOGETHER and _is_joint(scene, f))
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
    words = [token.folded for token in scene.tokens[max(0, found.first - 1) : found.after]]
    return any(word in {"the", "these"} or word.lstrip("ول").startswith(_KNOWN) for word in words)


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


def _place(setting: Setting, rule: Rule, found: Found) -> tuple[str | None, list[Evidence], float]:
    """Where. A visit and a hosting take their place without a word before it: "زار واشنطن", "London hosted"."""
    scene, going = setting.scene, rule.event == "visit"
    host = None if going else _host(scene, found)
    if host is not None:
        return entity_of(host), [scene.evidence("place", host.span)], 1.0
    return place_near(setting, found, inherit=False, within=18, reached=going, visited=going)


def _host(scene: Scene, found: Found) -> Mark | None:
    """The town that hosts: before the English verb, behind the Arabic one."""
    for at in range(max(0, found.first - _HOSTED), found.after):
        if any(form.startswith(_HOSTING) for form in scene.tokens[at].forms):
            near = [m for m in scene.all("place", "base") if -1 <= m.first - at <= _BY or 0 <= at - m.after <= 1]
            return min(near, key=lambda m: abs(m.first - at), default=None)
    return None


_BY = 2  # words between the verb and the town


def _without_guests(scene: Scene, found: Found) -> Scene:
    """The sentence without calls inside the words: who signs while in London "at the invitation of" is not asked to."""
    inner = {f.first for _, f in scene.found(SCOPE, "demanded") if found.first < f.first and f.after < found.after}
    return replace(scene, phrases=tuple(p for p in scene.phrases if p[0].kind != SCOPE or p[1].first not in inner))


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
    colour = colour_of(_without_guests(scene, found), found, rule=rule, verb=True)
    if colour.modality == "asserted" and _is_present(scene, found):
        colour = replace(colour, modality="planned")
    occasion = occasion_of(setting, found, colour, within=_DAYS)
    if rule.event == "agreement" and occasion.ahead:
        occasion = type(occasion)()  # the day of what is agreed, not of the agreement
    evidence = [*words, *(scene.evidence("party", m.span) for m in one_each(setting, parties)), *occasion.evidence]
    return make_claim(
        setting, "engagement", rule, found, evidence=evidence, colour=as_planned(setting, colour, occasion), sure=sure,
        event=rule.event, place=place, as_of=occasion.as_of(setting.day), from_=occasion.from_, to=occasion.to,
    )  # fmt: skip
