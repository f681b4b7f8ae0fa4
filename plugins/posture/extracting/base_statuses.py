"""What becomes of a base: opened, reinforced, handed over, vacated, closed."""

from __future__ import annotations

from collections.abc import Iterator

from posture.extracting.days import first_day, is_ahead, last_day, moment_of, when
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.scenes import entity_of
from posture.extracting.scope import colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.troops import posture_force
from posture.extracting.whereabouts import place_near
from posture.model import Claim

KIND = "base_status"
_SAME = 8
_WORD_REACH = 4  # a base without a name ("a new base near Al-Qaim") stands close to its verb


def base_statuses_in(setting: Setting) -> Iterator[Claim]:
    """The changes of bases that a sentence tells: of a base by name, or of one called so with a foreign force near."""
    scene = setting.scene
    told: list[tuple[Found, str | None]] = []
    for rule, found in sorted(scene.found(KIND), key=lambda one: (one[1].first, -one[1].after)):
        base = _base(setting, rule, found)
        if base is None:
            continue
        target = entity_of(base) if isinstance(base, Mark) else None
        if any(scene.cost(found, other) <= _SAME and target == before for other, before in told):
            continue
        told.append((found, target))
        yield _claim(setting, rule, found, base, target)


def _base(setting: Setting, rule: Rule, found: Found) -> Mark | Found | None:
    scene = setting.scene
    named = [m for m in scene.all("base") if scene.cost(found, m) <= rule.reach or found.first <= m.first < found.after]
    near = min(named, key=lambda mark: (scene.cost(found, mark), mark.first < found.first)) if named else None
    words = [f for r, f in scene.found("part") if r.id == "part.base" and 0 <= f.first - found.after <= _WORD_REACH]
    word = words[0] if words else None
    if near is not None and (word is None or near.first <= word.first + 3 or near.first < found.first):
        return near
    foreign = any(posture_force(setting, entity_of(m)) for m in scene.all("force", "nation"))
    return word if foreign else near


def _claim(setting: Setting, rule: Rule, found: Found, base: Mark | Found, target: str | None) -> Claim:
    scene = setting.scene
    forces = [(scene.cost(found, m), m) for m in scene.all("force", "nation") if posture_force(setting, entity_of(m))]
    force = min(forces, key=lambda one: one[0])[1] if forces else None
    day_mark = when(scene, found, within=14, done=colour_of(scene, found).modality == "asserted")
    place, where, _ = place_near(setting, found, bases=False, inherit=False)
    entry = setting.lexicon.entry(target or "")
    evidence = [scene.evidence("target", scene.span_of(base.first, base.after)), *where]
    evidence += [scene.evidence("force", force.span)] if force is not None else []
    as_of, from_, to = setting.day, None, None
    if day_mark is not None:
        moment = moment_of(day_mark)
        from_, to = first_day(moment), last_day(moment)
        as_of = to if to is not None and not is_ahead(moment, setting.day) else setting.day
        evidence.append(scene.evidence("from", day_mark.span))
    return make_claim(
        setting,
        "base_status",
        rule,
        found,
        evidence=evidence,
        event=rule.event,
        target=target,
        force=posture_force(setting, entity_of(force)) if force is not None else None,
        place=place or (entry.country if entry else None),
        as_of=as_of,
        from_=from_,
        to=to,
    )
