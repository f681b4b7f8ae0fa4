"""Attacks on the troops, strikes by them, drones shot down: what, on whom, where, when, with how many dead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from posture.extracting.casualties import casualties_near
from posture.extracting.counts import bounds_of, is_head_count
from posture.extracting.days import first_day, is_ahead, last_day, moment_of, since, when
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.prepositions import leads_to
from posture.extracting.retellings import is_retold
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.scope import colour_of
from posture.extracting.sequels import again, day_from
from posture.extracting.settings import Setting, make_claim
from posture.extracting.sides import KIND, striker_of, target_of
from posture.extracting.signs import AT_HOUSE, at_house, is_plain, is_sign
from posture.extracting.troops import posture_force
from posture.extracting.unmade import TO_COME, is_numbered, is_of_something_else, is_past, is_to_come
from posture.extracting.weapons import counts_weapons, event_of, has_needed
from posture.extracting.whereabouts import place_near
from posture.model import Claim, Evidence
from posture.text.folding import fold


def incidents_in(setting: Setting) -> Iterator[Claim]:
    """The incidents that a sentence tells. One told in general, without day, number, base or verb, is none."""
    scene = setting.scene
    told: list[tuple[str, Found, Claim]] = []
    counted = {found.first for _, found in scene.found(KIND) if _count(scene, found) is not None}
    # A phrase with a number of attacks tells more than the same attacks named without one.
    for rule, found in sorted(
        scene.found(KIND), key=lambda one: (is_sign(one[0]), one[1].first not in counted, one[1].first)
    ):
        if not has_needed(scene, rule, found) or is_of_something_else(scene, found):
            continue
        named = any(one.count_low is None for _, _, one in told)  # an attack, not only the tally of them
        if is_sign(rule) and (named or not is_plain(setting, found)):
            continue
        striker = striker_of(setting, found) if rule.event in ("strike", "attack") else None
        if rule.event == "strike" and striker is None and not target_of(setting, found, None):
            continue
        target = target_of(setting, found, striker)
        claim = _claim(setting, rule, found, striker, target, [one for _, _, one in told])
        if (
            claim is None
            or is_to_come(setting, claim)
            or is_numbered(setting, found, claim)
            or any(is_retold(setting, claim, found, other) for other in told)
        ):
            continue
        told.append((rule.event or "", found, claim))
        yield claim
        yield from again(setting, found, claim)


def _claim(  # noqa: PLR0917 -- all of them, always, from one place
    setting: Setting, rule: Rule, found: Found, striker: Mark | None, target: Mark | None, told: Sequence[Claim]
) -> Claim | None:
    scene = setting.scene
    count = _count(scene, found)
    place, where, sure = place_near(setting, found, bases=False, within=16, inherit=False)
    origin = any(scene.evidence("place", m.span) in where and leads_to(scene, m) in _FROM for m in scene.all("place"))
    if place is not None and origin and target is not None:
        place, where = None, []  # "missiles launched from Iran"
    if place is not None and not _at_home(setting, place) and posture_force(setting, place):
        place, where = None, []  # "forces led by the United States" are not hit there
    casualties, dead = casualties_near(scene, found, reach=30)
    days, dated = _days(setting, found, told)
    based = (target is not None and target.slot == "base") or at_house(setting, found)
    event = event_of(scene, rule, found, by_force=striker is not None)
    at_home = _at_home(setting, place) or _goes_on(setting, found)
    tally = count is not None and days.get("from_") is not None and days.get("to") is None
    known = target is not None or striker is not None or based or (tally and setting.memory.force is not None)
    if not known and (not at_home or not (dated or count) or event == "attack" or _is_of_others(setting, found)):
        return None
    if not (rule.id in _VERBS or _done(scene, found) or count or dated or casualties or based):
        return None
    colour = colour_of(scene, found, rule=rule)
    if colour.modality in TO_COME and is_past(setting, days.get("to")):
        colour = replace(colour, modality="asserted")  # what is dated to a past day has happened, whatever else is told
    fields: dict[str, Any] = {**days, **(bounds_of(count) if count is not None else {})}
    named = (("count", count), ("target", target), ("force", striker))
    evidence = [scene.evidence(role, mark.span) for role, mark in named if mark is not None]
    return make_claim(
        setting,
        "incident",
        rule,
        found,
        evidence=[*evidence, *where, *dead, *dated],
        colour=colour,
        sure=sure if target is not None or striker is not None else 0.85,
        event=event,
        force=_force_id(setting, striker),
        target=_target_id(setting, target),
        place=place or (_land_of(setting, target) if target is not None else None),
        casualties=casualties,
        **fields,
    )


_FROM = frozenset({"from", "من"})


def _counts_others(scene: Scene, found: Found, mark: Mark) -> bool:
    """Whether the number is of victims, or the attack that by which they came: "إصابة 25 آخرين بهجوم"."""
    victims = any(
        r.id in ("part.killed", "part.wounded") and 0 <= mark.first - f.after <= 1 for r, f in scene.found("part")
    )
    return victims or scene.tokens[found.first].folded.startswith(("ب", "ل"))


_TIMES = 14  # words between "attacked" and "at least 46 times"
_VERBS = frozenset({"incident.attack_verb", "incident.fire", "incident.shoot_down", "incident.bomb"})


def _goes_on(setting: Setting, found: Found) -> bool:
    """Whether an article that told of an attack tells of one more, at a base or embassy without a name."""
    near = any(
        r.id in ("part.base", "part.embassy") and setting.scene.cost(found, f) <= AT_HOUSE
        for r, f in setting.scene.found("part")
    )
    return near and setting.memory.incident is not None


def _is_of_others(setting: Setting, found: Found) -> bool:
    """Whether a country that has no part in the posture strikes somebody else: "Turkish air strikes on the PKK"."""
    scene = setting.scene
    strangers = setting.phrases.abroad - {"iraq", "iran", "kurdistan_region"}
    return any(
        entity_of(m) in strangers and scene.cost(found, m) <= _OTHERS for m in scene.all("nation", "country", "force")
    )


_OTHERS = 6  # words between a strike and whose it is


def _days(setting: Setting, found: Found, told: Sequence[Claim]) -> tuple[dict[str, date | None], list[Evidence]]:
    """When it happened, as fields of the claim, with the words that say so."""
    scene = setting.scene
    sequel = day_from(scene, found, told, setting.memory.incident)
    if sequel is not None:
        day, words = sequel
        return {"as_of": day, "from_": day, "to": day}, [words]
    mark = _day(setting, found)
    if mark is None or (since(scene, mark) and _count(scene, found) is None):  # what goes on since then is a tally
        return {"as_of": setting.day}, []
    moment = moment_of(mark)
    from_, to = first_day(moment), None if since(scene, mark) else last_day(moment)
    if from_ is None and "weekday" in moment.rule and moment.to is not None:
        from_, to = moment.to, moment.to  # "before dawn on Thursday" is on Thursday
    as_of = to if to is not None and not is_ahead(moment, setting.day) else setting.day
    return {"as_of": as_of, "from_": from_, "to": to}, [scene.evidence("from", mark.span)]


def _day(setting: Setting, found: Found) -> Mark | None:
    """The moment when it happened. A stretch that ends after the article ("second attack in a day") dates nothing."""
    mark = _fronted(setting.scene, found) or when(setting.scene, found, within=_only(setting.scene), done=True)
    if mark is None or setting.scene.is_answered(found, mark):
        return None
    begins = first_day(moment_of(mark))
    ahead = begins is not None and setting.day is not None and begins > setting.day
    return None if ahead and colour_of(setting.scene, found).modality == "asserted" else mark


def _only(scene: Scene) -> int:
    """How many words away a day may stand: farther when the sentence names no other day and tells one thing."""
    days, things = list(scene.all("moment")), [f for _, f in scene.found(KIND)]
    return _FAR if len(days) == 1 and len({f.first for f in things}) <= 2 else _NEAR


_NEAR, _FAR = 16, 30


def _fronted(scene: Scene, found: Found) -> Mark | None:
    """The day that opens the sentence, when the nearest one is that of what follows: "On Monday, …, and on Tuesday"."""
    marks = [m for m in scene.all("moment") if "weekday" in moment_of(m).rule or moment_of(m).from_ is not None]
    if len(marks) < 2 or marks[0].first > 1 or marks[1].first < found.first:
        return None
    apart = scene.clauses[marks[1].first] > scene.clauses[found.first] > scene.clauses[marks[0].first]
    return marks[0] if apart and not since(scene, marks[0]) else None


def _at_home(setting: Setting, place: str | None) -> bool:
    """Whether the place lies where the troops are: Iraq, its region, Syria, Jordan, Kuwait."""
    entry = setting.lexicon.entry(place) if place is not None else None
    hosts = {"iraq", "syria", "jordan", "kuwait", "kurdistan_region"}
    return place in hosts or (entry is not None and (entry.country in hosts or entry.part_of in hosts))


def _force_id(setting: Setting, striker: Mark | None) -> str | None:
    """Whose troops strike: those of the country of the command or ministry that is named."""
    entity = posture_force(setting, entity_of(striker)) if striker is not None else None
    entry = setting.lexicon.entry(entity or "")
    return entry.country if entry is not None and entry.kind == "institution" and entry.country else entity


def _target_id(setting: Setting, target: Mark | None) -> str | None:
    entity = entity_of(target)
    return setting.phrases.capitals.get(entity, entity) if entity is not None else None


def _land_of(setting: Setting, target: Mark | None) -> str | None:
    """The town that the name of a base tells ("Erbil airport"), else its country."""
    entry = setting.lexicon.entry(entity_of(target) or "")
    town = setting.lexicon.entry(entry.province or "") if entry is not None else None
    if entry is None or target is None or town is None:
        return entry.country if entry is not None else None
    words = set(fold(target.span.of(setting.scene.text)).text.split())
    told = any(fold(name).text in words for name in (town.name_en, town.name_ar))
    return town.id if told else entry.country


_DOING = (
    "نفذ",
    "شن",
    "تشن",
    "تنفيذ",
    "وقع",
    "تعرض",
    "سلسله",
    "موجه",
    "carried",
    "launched",
    "conducted",
    "hit",
    "series",
    "wave",
)


def _done(scene: Scene, found: Found) -> bool:
    """Whether a verb of doing stands before the noun: "carried out attacks", "شنت هجوما"."""
    before = scene.tokens[max(0, found.first - 9) : found.first]
    after = scene.tokens[found.after : found.after + 2]
    return any(form.startswith(_DOING) for token in (*before, *after) for form in token.forms)


def _count(scene: Scene, found: Found) -> Mark | None:
    """How many incidents: "150 attacks", "attacked at least 46 times"; "two drones" counts drones."""
    if any(is_sign(rule) and f is found for rule, f in scene.found(KIND)):
        return None
    for rule, tally in scene.found("part"):
        if rule.id == "part.tally" and tally.first <= found.first < tally.after:
            return tally.slots["count"]
    for mark in scene.all("count"):
        if not is_head_count(mark):
            continue
        if found.first < mark.first and mark.after == found.after - 1:
            return mark  # "تعرضت لأكثر من 150 هجوما" is one phrase
        times = mark.after < len(scene.tokens) and scene.tokens[mark.after].folded in {"times", "مره", "مرات"}
        beside = 0 <= found.first - mark.after <= 1 and scene.clauses[mark.first] == scene.clauses[found.first]
        if beside and not counts_weapons(scene, mark) and not _counts_others(scene, found, mark):
            return mark
        if times and 0 <= mark.first - found.after <= _TIMES:
            return mark
    return None
