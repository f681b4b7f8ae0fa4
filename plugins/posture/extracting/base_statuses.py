"""What becomes of a base: opened, reinforced, handed over, vacated, closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from posture.extracting.days import first_day, is_ahead, last_day, moment_of, when
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.scope import Colour, colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.sites import base_of, joined_to, site_of
from posture.extracting.troops import posture_force
from posture.extracting.whereabouts import place_near
from posture.model import Claim, Span
from posture.text.folding import fold

KIND = "base_status"
_SAME = 8


def base_statuses_in(setting: Setting) -> Iterator[Claim]:
    """The changes of bases that a sentence tells: of a base by name, or of one called so with a foreign force near."""
    scene = setting.scene
    told: list[tuple[Found, str | None, int]] = []
    for rule, found in sorted(scene.found(KIND), key=_in_order):
        if any(m.first <= found.first < m.after for m in scene.all("group", "person", "institution")):
            continue  # تحالف الفتح opens nothing
        base = base_of(setting, rule, found)
        if base is None or _is_permanent(scene, found) or _is_of_road(scene, found, base):
            continue
        if _is_adjective(scene, found) or _is_of_things(scene, found) or _refers_back(setting, found, base):
            continue
        target = entity_of(base) if isinstance(base, Mark) else site_of(scene, base)
        if any(_is_same(scene, (found, target, base.first), other) for other in told):
            continue
        if target is None and (told or scene.where == "title") and _is_counted(scene, base):
            continue  # "the eighth site to be vacated" tells the same once more
        told.append((found, target, base.first))
        yield _claim(setting, rule, found, base, target)
        for other in joined_to(scene, base) if isinstance(base, Mark) else ():
            told.append((found, entity_of(other), other.first))
            yield _claim(setting, rule, found, other, entity_of(other))


def _is_same(scene: Scene, one: tuple[Found, str | None, int], other: tuple[Found, str | None, int]) -> bool:
    """Whether two verbs tell of one base; two unnamed ones, each right behind its own verb, are two."""
    (found, target, base), (before, known, first) = one, other
    apart = base != first and target is None and 0 <= base - found.after <= 1 and 0 <= first - before.after <= 1
    return scene.cost(found, before) <= _SAME and target == known and not apart


def _is_of_things(scene: Scene, found: Found) -> bool:
    """Whether it is equipment, or people, that change hands: "once the equipment has been handed over"."""
    near = [*range(max(0, found.first - _GIVEN), found.first), *range(found.after, found.after + _TAKEN)]
    things = (f for r, f in scene.found("part") if r.id == "part.handed")
    return any(f.first in near and scene.clauses[f.first] == scene.clauses[found.first] for f in things)


_GIVEN, _TAKEN = 4, 1  # words between what is given and the verb, before and behind it


def _in_order(one: tuple[Rule, Found]) -> tuple[bool, int, int]:
    """That a base was left comes last: it tells no more where it was handed over too."""
    rule, found = one
    return rule.id == "base_status.vacate", found.first, -found.after


def _is_adjective(scene: Scene, found: Found) -> bool:
    """Whether "close" or "open" is no verb here: "close to the base", "close ties", "behind closed doors"."""
    word = scene.tokens[found.first].folded
    if word == "البني":
        return True  # the infrastructure
    if word.startswith("build") and found.first and scene.tokens[found.first - 1].folded in {"the", "a", "office"}:
        return True
    if not word.startswith(("close", "open", "build")) or found.after >= len(scene.tokens):
        return False
    following = scene.tokens[found.after].folded
    return following in _NEAR_TO or following.startswith(_BESIDE_CLOSE)


_NEAR_TO = frozenset({"to", "by", "enough", "air", "ended", "source", "fire", "door", "doors", "site", "sites"})
_BESIDE_CLOSE = ("coordinat", "cooperat", "coopera", "ally", "allies", "tie", "consult", "partner", "proxim", "relat",
                 "contact", "friend", "quarter", "watch")  # fmt: skip


def _is_counted(scene: Scene, base: Mark | Found) -> bool:
    return any(0 <= base.first - m.after <= 1 for m in scene.all("ordinal"))


def _is_of_road(scene: Scene, found: Found, base: Mark | Found) -> bool:
    """Whether it is the road to a base, or the sky above it, that is closed or opened."""
    first, last = min(found.after, base.after), max(found.first, base.first)
    own = scene.clauses[found.first]
    words = {form for at in range(first, last) if scene.clauses[at] == own for form in scene.tokens[at].forms}
    return not words.isdisjoint(_ROADS)


_ROADS = frozenset(
    {
        "road",
        "roads",
        "highway",
        "airspace",
        "border",
        "crossing",
        "gate",
        "gates",
        "طريق",
        "طرق",
        "اجواء",
        "معبر",
        "منفذ",
    }
)


def _refers_back(setting: Setting, found: Found, base: Mark | Found) -> bool:
    """Whether a noun only names what was told before: «تسليم القاعدة خطوة أولى», «في مراسم التسليم»."""
    scene = setting.scene
    noun = scene.tokens[found.first]
    definite = noun.folded.lstrip("وبلف").startswith("ال") and not noun.forms.isdisjoint(_NOUNS)
    if definite and found.after - found.first == 1:
        return True  # the handing over of nothing that is named
    told = scene.tokens[found.first - 1].folded in _OF_NEWS if found.first else False
    anaphoric = isinstance(base, Mark) and base.slot == "base" and base not in list(scene.all("base"))
    bare = colour_of(scene, found).modality in ("asserted", "hypothetical") and not any(scene.all("moment"))
    words = {form for token in scene.words(found) for form in token.forms}
    return anaphoric and bare and not told and not words.isdisjoint(_NOUNS)


_NOUNS = frozenset({"تسليم", "تسلم", "اغلاق", "اخلاء", "افتتاح", "بناء", "توسيع", "handover", "closure", "transfer"})
_OF_NEWS = frozenset({"عن", "تم", "جري", "of", "announced", "completed"})  # «أعلنت عن تسلم القاعدة» is news


def _is_permanent(scene: Scene, found: Found) -> bool:
    """Whether it is about permanent bases, which is a position and no news of a base."""
    near = range(found.first, min(found.after + 5, len(scene.tokens)))
    return any(
        form.startswith(_PERMANENT) and scene.tokens[at - 1].folded not in {"semi", "شبه"}
        for at in near
        for form in scene.tokens[at].forms
    )


_PERMANENT = ("permanent", fold("دائم").text)


def _colour(scene: Scene, rule: Rule, found: Found) -> Colour:
    """How the change is told; one on which one has agreed is still to come."""
    colour = colour_of(scene, found, rule=rule)
    agreed = [f for r, f in scene.found("part") if r.id == "part.agreed_on" and 0 <= found.first - f.after <= _ON]
    if not agreed or (colour.modality, colour.polarity) != ("asserted", "affirmed"):
        return colour
    return Colour(modality="planned", evidence=(scene.evidence("modality", _words(scene, agreed[0])),))


def _words(scene: Scene, found: Found) -> Span:
    return scene.span_of(found.first, found.after)


_ON = 2


def _claim(setting: Setting, rule: Rule, found: Found, base: Mark | Found, target: str | None) -> Claim:
    scene = setting.scene
    force = _force(setting, found)
    colour = _colour(scene, rule, found)
    day_mark = _when(setting, found, colour)
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
        colour=colour,
        event=rule.event,
        target=target,
        force=posture_force(setting, entity_of(force)) if force is not None else None,
        place=(entry.country if entry else None) or place,
        as_of=as_of,
        from_=from_,
        to=to,
    )


def _when(setting: Setting, found: Found, colour: Colour) -> Mark | None:
    """The day of the change; of one to come a day ahead, and not that of the announcement."""
    scene = setting.scene
    reach = _AHEAD if colour.modality in _TO_COME else _NEAR_DAY
    mark = when(scene, found, within=reach, done=colour.modality == "asserted")
    if mark is not None and (last_day(moment_of(mark)) is None or _is_far(scene, found, mark)):
        mark = None
    if mark is None and colour.modality == "asserted":  # "announced today that the base had been handed over"
        return next((m for m in scene.all("moment") if last_day(moment_of(m)) == setting.day), None)
    if colour.modality not in _TO_COME or mark is None or is_ahead(moment_of(mark), setting.day):
        return mark
    if moment_of(mark).rule in _LAST_WEEKDAY and colour.modality == "planned":
        return _week_later(mark)
    ahead = [m for m in scene.all("moment") if is_ahead(moment_of(m), setting.day) and scene.cost(found, m) <= _AHEAD]
    if not ahead and colour.modality in ("denied", "planned"):
        return None  # the day on which it was denied
    return min(ahead, key=lambda m: scene.cost(found, m)) if ahead else mark


def _week_later(mark: Mark) -> Mark:
    """A weekday taken for the last one, though what it dates is still to come."""
    moment = moment_of(mark)
    if moment.from_ is None or moment.to is None:
        return mark
    later = replace(moment, from_=moment.from_ + timedelta(days=7), to=moment.to + timedelta(days=7))
    return replace(mark, value=later)


_LAST_WEEKDAY = frozenset({"weekday_past", "weekday_in_report_past"})
_TO_COME = frozenset({"planned", "expected", "denied", "hypothetical"})


def _is_far(scene: Scene, found: Found, mark: Mark) -> bool:
    """Whether a long stretch in another clause dates something else: "the seventh such transfer this year"."""
    first, last = first_day(moment_of(mark)), last_day(moment_of(mark))
    long = first is not None and last is not None and last - first > _LONG
    return long and scene.clauses[mark.first] != scene.clauses[found.first]


_LONG = timedelta(days=60)
_AHEAD, _NEAR_DAY = 24, 14  # words between a change and its day, of one to come and of one that is done


def _force(setting: Setting, found: Found) -> Mark | None:
    """The foreign force or country nearest to the verb, which had or has the base."""
    scene = setting.scene
    forces = [
        (scene.cost(found, m), m)
        for m in scene.all("force", "nation", "country")
        if posture_force(setting, entity_of(m)) and not (m.slot == "country" and is_after_in(scene, m))
    ]
    return min(forces, key=lambda one: one[0])[1] if forces else None
