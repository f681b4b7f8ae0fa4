"""Foreign troops arriving, leaving, growing fewer, moving elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from posture.extracting.counts import bounds_of, is_head_count
from posture.extracting.days import first_day, is_ahead, last_day, moment_of, when
from posture.extracting.heads import head_of
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.prepositions import is_after_in
from posture.extracting.scope import colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.troops import UNDERSTOOD, Troops, country_of, mover_near, owner_of, posture_force, role_of
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
    for rule, found in sorted(setting.scene.found(KIND), key=lambda one: (one[1].first, -one[1].after)):
        if any(setting.scene.cost(found, other) <= _SAME and _alike(rule, event) for event, other in told):
            continue
        troops = _troops(setting, rule, found)
        if troops is None or _is_talk(setting, found) or _is_until(setting, found) or _is_extended(setting, found):
            continue
        told.append((rule.event, found))
        yield _claim(setting, rule, found, troops)


def _alike(rule: Rule, event: str | None) -> bool:
    leaving = {"withdrawal", "departure", "reduction"}
    coming = {"deployment", "arrival", "reinforcement", "redeployment", "return"}
    return rule.event == event or {rule.event, event} <= leaving or {rule.event, event} <= coming


def _troops(setting: Setting, rule: Rule, found: Found) -> Troops | None:
    if "returning" in rule.needs and not {"force", "soldiers"} & found.slots.keys():
        near = mover_near(setting, found, within=rule.reach)
        if near is not None:
            return near
        return Troops(entity=setting.memory.force, sure=0.85) if setting.memory.force else None
    count = found.slots.get("count")
    if count is not None and head_of(setting.scene, count).kind == "nothing" and "force" not in found.slots:
        troops = owner_of(setting, count)
        return troops if troops.entity else None
    troops = mover_near(setting, found, within=rule.reach)
    if troops is not None:
        return troops
    return _doer(setting, found) if rule.event in ("withdrawal", "reduction", "reinforcement") else None


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
    if found.after < len(scene.tokens) and scene.tokens[found.after].folded in _LEFT_THERE:
        return True  # "the force left behind"
    schedules = [f for r, f in scene.found("part") if r.id == "part.timetable"]
    return any(0 <= found.first - f.after <= _OF_SCHEDULE for f in schedules)


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
    count = _count(setting, found, troops)
    place, where, sure = place_near(setting, found, reached=True, toward=_TOWARD.get(rule.event or "", frozenset()))
    day_mark = when(scene, found, within=9, done=colour_of(scene, found).modality == "asserted")
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
    claim = make_claim(
        setting,
        "movement",
        rule,
        found,
        evidence=evidence,
        sure=sure * troops.sure,
        event=rule.event,
        force=posture_force(setting, troops.entity),
        role=role_of(scene, found if "soldiers" in found.slots else troops.mark or found),
        place=place,
        as_of=as_of,
        from_=from_,
        to=to,
        **fields,
    )
    stays = claim.polarity == "negated" and claim.modality != "denied" and rule.event in ("departure", "withdrawal", "reduction")
    counted = count is None or stays or _is_total(setting, found, count)  # those who do not go are a level
    return claim, None if counted else count


def _is_total(setting: Setting, found: Found, count: Mark) -> bool:
    """Whether the number is of all who are there: "the 2,500", "300 soldiers now inside the base will be moved"."""
    scene = setting.scene
    before = scene.tokens[count.first - 1].folded if count.first else ""
    stationed = [f for r, f in scene.found("part") if r.id == "part.stationed"]
    here = any(count.after <= f.first < found.after and f.first - count.after <= _STATIONED for f in stationed)
    return here or before in {"the", "جميع", "all"}


_STATIONED = 4


def _count(setting: Setting, found: Found, troops: Troops) -> Mark | None:
    """The number of those that move: right behind the verb, within the phrase, or right before the words for them."""
    scene = setting.scene
    targets = {f.slots["count"] for r, f in scene.found("force_level") if r.id == "force_level.change"}
    targets |= {f.slots["count"] for r, f in scene.found("force_level") if r.id == "force_level.number_of"}
    targets |= {f.slots["before"] for _, f in scene.found("force_level") if "before" in f.slots}
    fit = [
        (rank, mark.first, mark)
        for mark in scene.all("count")
        if is_head_count(mark)
        and mark not in targets
        and (rank := _closeness(setting, found, troops, mark)) is not None
    ]
    return min(fit, key=lambda one: one[:2])[2] if fit else None


def _closeness(setting: Setting, found: Found, troops: Troops, count: Mark) -> int | None:
    """How surely a number counts those that move, 0 the surest; None when it counts others."""
    scene = setting.scene
    head = head_of(scene, count)
    if head.kind == "something":
        return None
    inside = found.first <= count.first < found.after
    if 0 <= count.first - found.after <= 1 or (inside and count.first - found.first <= 2):
        return 0
    if inside:
        return 1
    if head.mark is not None and _is_them(head.mark, troops, found):
        return 2
    if head.kind in ("people", "nothing") and 0 <= found.first - count.after <= _MEMBERS:
        return 3 if scene.clauses[count.first] == scene.clauses[found.first] and not scene.tokens[found.first].stop else None
    return None


def _is_them(soldiers: Mark, troops: Troops, found: Found) -> bool:
    """Whether these words for soldiers name those that move: the same words, or words within the phrase."""
    named = troops.mark
    return (named is not None and named.first <= soldiers.first <= named.after) or (
        found.first <= soldiers.first <= found.after
    )


_MEMBERS = 4  # words between a number and the verb: "some 230 members of the Guard left"
