"""Foreign troops arriving, leaving, growing fewer, moving elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from posture.extracting.counts import bounds_of
from posture.extracting.days import first_day, is_ahead, last_day, moment_of, when
from posture.extracting.heads import head_of
from posture.extracting.moved import count_of, is_total
from posture.extracting.movers import heads_in, mover_of
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene
from posture.extracting.scope import colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.speakers import speech_for
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
from posture.extracting.whereabouts import place_near
from posture.model import Claim

KIND = "movement"
_OF_SCHEDULE = 3  # words between "timetable" and the movement it is for
_SAME = 10  # words within which two verbs tell one movement ("began leaving", "will be cut")
# The words that lead to the place of a movement: where one comes to, or leaves from.
_TO, _FROM = frozenset({"الي", "to", "into", "at"}), frozenset({"من", "from"})
_TOWARD = {
    **dict.fromkeys(("arrival", "deployment", "reinforcement"), _TO),
    **dict.fromkeys(("departure", "withdrawal", "reduction"), _FROM),
}


def movements_in(setting: Setting) -> Iterator[tuple[Claim, Mark | None]]:
    """The movements that a sentence tells, each with the number that it took, if any."""
    told: list[tuple[str | None, Found]] = []
    # The surest first: a general phrase says nothing of words that a plainer one has told.
    for rule, found in sorted(setting.scene.found(KIND), key=lambda one: (-one[0].sure, one[1].first, -one[1].after)):
        verb = _verb_of(setting, rule, found)
        if any(_is_told(setting, rule, verb, event, other) for event, other in told):
            continue
        troops = _troops(setting, rule, found)
        if troops is None or _is_talk(setting, found) or _is_until(setting, found) or _is_extended(setting, found):
            continue
        claim, count = _claim(setting, rule, found, troops)
        if claim.modality == "demanded" and any(setting.scene.found("statement", "departure")):
            continue  # a demand is a position, told as such
        told.append((rule.event, verb))
        yield claim, count


def _verb_of(setting: Setting, rule: Rule, found: Found) -> Found:
    """The phrase without those who move, where they stand before the verb: a second verb may tell of them too."""
    if "subject" not in rule.needs:
        return found
    begins = max((h.after for h in heads_in(setting.scene, found) if h.after < found.after), default=found.first)
    return Found(begins, found.after, found.slots)


def _is_told(setting: Setting, rule: Rule, found: Found, event: str | None, other: Found) -> bool:
    """Whether the words have told their movement already, or words close by the same one."""
    overlap = found.first < other.after and other.first < found.after
    return overlap or (setting.scene.cost(found, other) <= _SAME and _alike(rule, event))


def _alike(rule: Rule, event: str | None) -> bool:
    leaving = {"withdrawal", "departure", "reduction"}
    coming = {"deployment", "arrival", "reinforcement", "redeployment", "return"}
    return rule.event == event or {rule.event, event} <= leaving or {rule.event, event} <= coming


def _troops(setting: Setting, rule: Rule, found: Found) -> Troops | None:
    own = mover_of(setting, rule, found)
    if {"subject", "direct"} & set(rule.needs) or (own is not None and own.mark is not None):
        return own
    return _named(setting, rule, found) or own


def _named(setting: Setting, rule: Rule, found: Found) -> Troops | None:
    """Those who move, where a plain phrase leaves them to what stands near it."""
    near = mover_near(setting, found, within=rule.reach)
    if "returning" in rule.needs and not {"force", "soldiers"} & found.slots.keys():
        return near or _remembered(setting.memory.force)
    count = found.slots.get("count")
    if count is not None and head_of(setting.scene, count).kind == "nothing" and "force" not in found.slots:
        troops = owner_of(setting, count)
        return troops if troops.entity else None
    if near is not None:
        return near
    if _are_numbered(setting.scene, found):
        return _remembered(setting.memory.force or setting.memory.most)
    return _doer(setting, found) if rule.event in ("withdrawal", "reduction", "reinforcement") else None


def _remembered(force: str | None) -> Troops | None:
    return Troops(entity=force, sure=REMEMBERED) if force is not None else None


def _are_numbered(scene: Scene, found: Found) -> bool:
    """Whether the number of those spoken of before is what falls: "their number", العدد, عددهم."""
    words = [token.folded.lstrip("و") for token in scene.tokens[found.first : found.first + 2]]
    return words[0] in {"العدد", "عددهم", "عديدهم"} or (
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


def _is_talk(setting: Setting, found: Found) -> bool:
    """Whether the phrase is what a demand or a timetable is about, not a movement that is told."""
    scene = setting.scene
    for _, other in (*scene.found("statement", "departure"), *scene.found("timetable")):
        if other.first <= found.first < other.after and "moment" not in other.slots:
            return True
    first = scene.tokens[found.first]
    if first.folded.startswith("ل") and first.folded[1:] in first.forms and first.folded[:2] != "لل":
        return True  # "لتقليص وجود": what talks or plans are for
    if any(not _ALLOWED.isdisjoint(t.forms) for t in scene.tokens[found.first : found.after]):
        return True  # "the authorised number rises" moves nobody
    left = scene.tokens[found.after - 1].folded == "left"
    if left and found.after < len(scene.tokens) and scene.tokens[found.after].folded in _LEFT_THERE:
        return True  # "the force left behind"
    if left and scene.tokens[found.after - 2].folded in _ARE:
        return True  # "how many Americans are left"
    schedules = [f for r, f in scene.found("part") if r.id == "part.timetable"]
    return any(0 <= found.first - f.after <= _OF_SCHEDULE for f in schedules)


_ARE = frozenset({"are", "is", "was", "were", "be"})
_ALLOWED = frozenset({"مصرح", "مسموح", "authorized", "authorised"})
_LEFT_THERE = frozenset({"behind", "over", "alone"})


def _is_extended(setting: Setting, found: Found) -> bool:
    """Whether a deployment only lasts longer: "extend the deployment of 500 soldiers", "تمديد نشر"."""
    before = setting.scene.tokens[max(0, found.first - 2) : found.first]
    return any(form.startswith(("تمديد", "extend", "prolong")) for token in before for form in token.forms)


def _is_until(setting: Setting, found: Found) -> bool:
    """Whether the movement only bounds something else: "until they leave"."""
    before = setting.scene.tokens[max(0, found.first - 3) : found.after]
    return any(token.folded.lstrip("و") in {"until", "till", "unless", "حتي", "ريثما"} for token in before)


def _claim(setting: Setting, rule: Rule, found: Found, troops: Troops) -> tuple[Claim, Mark | None]:
    scene = setting.scene
    count = count_of(setting, found, troops)
    place, where, sure = place_near(setting, found, reached=True, toward=_TOWARD.get(rule.event or "", frozenset()))
    day_mark = when(scene, found, within=9, done=colour_of(scene, found).modality == "asserted")
    if day_mark is not None and scene.tokens[day_mark.first - 1].folded in _AGREED:
        day_mark = None  # "the drawdown agreed last year": when it was agreed
    evidence = [*troops.evidence, *where]
    fields = bounds_of(count) if count is not None else {}
    if count is not None:
        evidence.append(scene.evidence("count", count.span))
    as_of, from_, to = setting.day, None, None
    if day_mark is not None:
        moment = moment_of(day_mark)
        from_, to = first_day(moment), last_day(moment)
        if not is_ahead(moment, setting.day) and to is not None:
            as_of = to
        evidence.append(scene.evidence("as_of", day_mark.span))
    elif setting.day is not None and _is_overnight(scene, found):
        as_of = from_ = to = setting.day - timedelta(days=1)
    claim = make_claim(
        setting,
        "movement",
        rule,
        found,
        evidence=evidence,
        speaker=_refuser(setting, found),
        sure=sure * troops.sure,
        event=rule.event,
        force=posture_force(setting, troops.entity),
        role=_role(scene, found, troops),
        place=place,
        as_of=as_of,
        from_=from_,
        to=to,
        **fields,
    )
    stays = (
        claim.polarity == "negated"
        and claim.modality != "denied"
        and rule.event in ("departure", "withdrawal", "reduction")
    )
    counted = count is None or stays or is_total(setting, found, count)  # those who do not go are a level
    return claim, None if counted else count


def _role(scene: Scene, found: Found, troops: Troops) -> str | None:
    """What those who move are: by the words within the phrase or right behind it, else by those that name them."""
    own = role_of(scene, Found(found.first, min(found.after + 2, len(scene.tokens)), {}), default=None)
    return own or role_of(scene, troops.mark or found)


def _is_overnight(scene: Scene, found: Found) -> bool:
    """Whether it happened in the night before the article's day: "overnight", ليلا."""
    near = scene.tokens[found.first : found.after + _NIGHT]
    return any(token.folded in {"overnight", "ليلا"} for token in near)


_NIGHT = 9


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


_AGREED = frozenset({"agreed", "announced", "عليه", "عليها", "المعلن"})
