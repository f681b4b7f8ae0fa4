"""What becomes of a base: opened, reinforced, handed over, vacated, closed."""

from __future__ import annotations

from collections.abc import Iterator

from posture.extracting.days import first_day, is_ahead, last_day, moment_of, when
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.prepositions import leads_to
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.scope import colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.troops import country_of, posture_force
from posture.extracting.whereabouts import known_base, place_near
from posture.model import Claim

KIND = "base_status"
_SAME = 8


def base_statuses_in(setting: Setting) -> Iterator[Claim]:
    """The changes of bases that a sentence tells: of a base by name, or of one called so with a foreign force near."""
    scene = setting.scene
    told: list[tuple[Found, str | None]] = []
    for rule, found in sorted(scene.found(KIND), key=lambda one: (one[1].first, -one[1].after)):
        base = _base(setting, rule, found)
        if base is None:
            continue
        target = entity_of(base) if isinstance(base, Mark) else _site_of(scene, base)
        if any(scene.cost(found, other) <= _SAME and target == before for other, before in told):
            continue
        told.append((found, target))
        yield _claim(setting, rule, found, base, target)


def _base(setting: Setting, rule: Rule, found: Found) -> Mark | Found | None:
    """The base that changes: one by name, the one last named, or words for one that foreign troops had."""
    scene = setting.scene
    named = [m for m in scene.all("base") if scene.cost(found, m) <= rule.reach or found.first <= m.first < found.after]
    near = min(named, key=lambda mark: (scene.cost(found, mark), mark.first < found.first)) if named else None
    word = _word_for_base(scene, found)
    if near is not None and (word is None or not _is_landmark(scene, near) or near.first < min(found.first, word.first)):
        return near if _is_military(setting, near) else None
    if word is None:
        return None
    known = known_base(setting, found)
    if known is not None and known.first == word.first:
        return known
    return word if _is_foreign(setting, word) else None


def _word_for_base(scene: Scene, found: Found) -> Found | None:
    """A word such as "base" behind the verb, or before it in the same clause: "the last outpost was handed over"."""
    words = [f for r, f in scene.found("part") if r.id == "part.base"]
    behind = [f for f in words if 0 <= f.first - found.after <= _WORD_REACH or found.first < f.first < found.after]
    ahead = [f for f in words if f.first < found.first and scene.cost(f, found) <= _WORD_AHEAD]
    near = [f for f in behind if scene.cost(found, f) <= _WORD_REACH]
    return near[0] if near else ahead[-1] if ahead else None


def _is_landmark(scene: Scene, base: Mark) -> bool:
    """Whether a base is only what the new one lies near to."""
    return leads_to(scene, base) in _NEAR


def _is_military(setting: Setting, base: Mark) -> bool:
    """An airport is a base of the troops only where they are spoken of: sandstorms close airports too."""
    words = {form for token in setting.scene.words(base) for form in token.forms}
    return words.isdisjoint(_AIRPORT) or _is_foreign(setting, None)


def _is_foreign(setting: Setting, word: Found | None) -> bool:
    """Whether the base is one of foreign troops: they are named, or were spoken of before."""
    scene = setting.scene
    named = scene.all("force", "nation", "country", "institution", "person", "office")
    if any(posture_force(setting, country_of(setting, m)) for m in named):
        return True
    plainly = word is not None and not _PLAIN.isdisjoint({f for token in scene.words(word) for f in token.forms})
    return plainly and setting.memory.force is not None


def _site_of(scene: Scene, word: Found) -> str | None:
    """The town for which an unnamed base stands: "a small base at al-Qaim"."""
    for mark in scene.all("place"):
        if 0 < mark.first - word.after <= _AT and not any(m.slot == "country" for m in scene.marks[mark.first]):
            return entity_of(mark) if leads_to(scene, mark) in {"at", "in", "of", "في"} else None
    return None


_WORD_REACH, _WORD_AHEAD = 7, 6  # words between the verb and a base without a name, behind and before it
_AT = 2
_NEAR = frozenset({"near", "to", "beside", "outside", "قرب", "جوار", "من", "from"})
_AIRPORT = frozenset({"airport", "مطار"})
_PLAIN = frozenset(
    {"base", "bases", "outpost", "outposts", "garrison", "garrisons", "camp", "camps", "installation", "installations"}
) | frozenset({"قاعده", "قواعد", "معسكر", "معسكرات", "ثكنه", "ثكنات", "منشاه", "منشات", "نقطه", "نقاط", "مواقعها", "مواقعه"})


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
