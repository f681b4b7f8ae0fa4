"""How many foreign troops, whose, where, as of when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from posture.extracting.counts import bounds_of, is_head_count, quantity_of
from posture.extracting.counted import limits_of, troops_counted, troops_unsaid
from posture.extracting.days import last_day, moment_of, when
from posture.extracting.heads import is_adjective
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.scope import Colour, colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.tokens import is_future
from posture.extracting.troops import Troops, force_named, owner_of, posture_force, role_of
from posture.extracting.whereabouts import place_near
from posture.model import Claim

KIND = "force_level"
_ORDER = tuple(
    f"force_level.{one}"
    for one in ("change", "number_of", "count_soldiers", "counted", "figure", "another_place", "respectively", "left_unsaid")
)
_LEANS = frozenset({"force_level.another_place", "force_level.left_unsaid"})  # on a number given before
_VICTIMS = 4  # words between a number and the word that makes it one of dead or wounded; twice as many behind it
_LOCALS = 4


def force_levels_in(setting: Setting, *, moving: frozenset[Mark] = frozenset()) -> Iterator[Claim]:
    """The levels of foreign troops that a sentence gives; `moving` are numbers that count troops on the move."""
    told: dict[Mark, Troops] = {}
    colours: dict[Mark, Colour] = {}
    places: dict[Mark, str | None] = {}
    scene = setting.scene
    for rule, found in sorted(scene.found(KIND), key=_in_order):
        for name in ("before", "count"):
            count = found.slots.get(name)
            if count is None or count in told or count in moving or not is_head_count(count):
                continue
            troops = _troops(setting, rule, found, count, told)
            if troops is None or not _counts_troops(scene, found, count) or _is_moving(scene, rule, found, count):
                continue
            told[count] = troops
            if troops.entity is not None:
                past = name == "before"
                colours[count] = _colour(scene, rule, found, count, past=past)
                if rule.id == "force_level.another_place" and colours[count].modality == "asserted":
                    colours[count] = _colour_before(count, colours)
                claim = _claim(setting, rule, found, count, troops, colours[count])
                if claim.place is None and rule.id in _LEANS and places:
                    claim = replace(claim, place=list(places.values())[-1])
                places[count] = claim.place
                yield claim


def _in_order(one: tuple[Rule, Found]) -> tuple[int, int]:
    """What changes from one number to another first; a number that leans on another ("and 900 in Syria") last."""
    rule, found = one
    return _ORDER.index(rule.id), found.first


def _troops(setting: Setting, rule: Rule, found: Found, count: Mark, told: dict[Mark, Troops]) -> Troops | None:
    """Whose troops the number counts; None when it counts no troops."""
    scene = setting.scene
    if rule.id == "force_level.another_place":
        return _troops_before(scene, found, count, told)
    if rule.id == "force_level.counted":
        return troops_counted(setting, count)
    unsaid = troops_unsaid(setting, count, told) if rule.id == "force_level.left_unsaid" else None
    if rule.id == "force_level.left_unsaid" and unsaid is None:
        return None
    others = [f for r, f in scene.found("part") if r.id == "part.other_nations" and _is_beside(f, found)]
    if others:
        words = scene.evidence("force", scene.span_of(others[0].first, others[0].after))
        return Troops(entity="non_us_coalition", evidence=(words,))
    if unsaid is not None:
        return unsaid
    named = _named(found)
    if named is not None:
        return force_named(setting, named)
    return _owner(setting, rule, found, count)


def _named(found: Found) -> Mark | None:
    """Who the phrase itself gives the number to; a nation beside one of two joined numbers is that number's own."""
    slots = ("nation", "country", "force", "institution") if "other" in found.slots else ("force", "institution")
    return next((found.slots[slot] for slot in slots if slot in found.slots), None)


def _owner(setting: Setting, rule: Rule, found: Found, count: Mark) -> Troops | None:
    """Whose the troops are that the phrase itself gives to nobody."""
    scene = setting.scene
    soldiers = found.slots.get("soldiers") or next(
        (m for m in scene.all("soldiers", "force") if found.first <= m.first < found.after), None
    )
    if soldiers is None and rule.id == "force_level.change" and not _speaks_of_numbers(scene, found):
        return None
    if rule.id == "force_level.figure" and not _counts_forces(setting, found, count):
        return None
    troops = owner_of(setting, soldiers or found)
    if troops.mark is None and _has_locals(scene, found):
        return None
    return troops if troops.entity or troops.mark else None


def _has_locals(scene: Scene, found: Found) -> bool:
    """Whether an armed group or tribe acts in the clause of soldiers whose nation is not said."""
    locals_ = [f for r, f in scene.found("part") if r.id == "part.locals"]
    return any(scene.clauses[one.first] == scene.clauses[found.first] for one in (*locals_, *scene.all("group")))


def _speaks_of_numbers(scene: Scene, found: Found) -> bool:
    """Whether soldiers, or their number, are spoken of near a change from one figure to another: not of oil."""
    numbers = [f for r, f in scene.found("part") if r.id == "part.number"]
    return any(scene.cost(found, one) <= _SPOKEN for one in (*scene.all("force", "soldiers"), *numbers))


_SPOKEN = 12


def _is_beside(nations: Found, found: Found) -> bool:
    """Whether the words for other nations follow the number and its soldiers, or stand in or before the phrase."""
    return -1 <= nations.first - found.after <= 2 or found.first - 2 <= nations.after - 1 < found.after


def _counts_forces(setting: Setting, found: Found, count: Mark) -> bool:
    """Whether a bare figure can only be one of troops: foreign ones are spoken of, and nothing else is counted."""
    scene = setting.scene
    spoken = setting.memory.force or setting.memory.most or any(posture_force(setting, entity_of(m)) for m in scene.all("force"))
    following = scene.tokens[count.after] if count.after < len(scene.tokens) else None
    soldiers = any(m.slot in ("soldiers", "force") for m in scene.marks.get(count.after, ()))
    ends = following is None or following.stop or count.after >= found.after
    return bool(spoken) and (soldiers or ends or (following is not None and following.folded in _GOES_ON))


_GOES_ON = frozenset(
    {"given", "once", "cited", "claimed", "according", "reported", "put", "if", "in", "as", "when"}
) | frozenset({"وفق", "بحسب", "حسب", "تقول", "مع", "اذا", "في", "حسبما"})


def _troops_before(scene: Scene, found: Found, count: Mark, told: dict[Mark, Troops]) -> Troops | None:
    """Those of the number before, when a place follows: "and 900 in Syria"."""
    before = [mark for mark in told if mark.first < count.first]
    place = found.slots.get("place") or found.slots.get("base")
    if place is None or not before or not is_after_in(scene, place):
        return None
    return told[max(before, key=lambda mark: mark.first)]


def _counts_troops(scene: Scene, found: Found, count: Mark) -> bool:
    """Not the dead, not tribesmen or gunmen, not days or rockets."""
    of_soldiers = bool({"force", "soldiers"} & found.slots.keys())
    if any(is_adjective(scene, mark) for mark in found.slots.values()):
        return False  # "seven military sites"
    if of_soldiers and any(0 <= m.first - found.after <= 1 for m in scene.all("group")):
        return False  # "عنصر من حزب العمال"
    for rule, other in scene.found("part"):
        if rule.id == "part.tally" and other.slots["count"] == count:
            return False  # of attacks
        if rule.id == "part.base" and (other.first == count.after or (other.after == count.first and not of_soldiers)):
            return False
        if rule.id == "part.victims" and abs_cost(scene, other, found, count) <= _VICTIMS * (
            1 + (other.first > count.first)
        ):
            return False
        if (
            rule.id == "part.locals"
            and 0 <= other.first - count.after <= _LOCALS
            and scene.cost(count, other) <= _LOCALS
        ):
            return False
    return True


def _is_moving(scene: Scene, rule: Rule, found: Found, count: Mark) -> bool:
    """Whether the number is of soldiers who come or go, which says nothing of how many there are.

    "The 2,500" and "all 2,000" are all of them all the same, unless they are still to come: "the 1,500 who will
    deploy".
    """
    if rule.id in ("force_level.change", "force_level.number_of", "force_level.figure"):
        return False
    parts = {"part.coming"} if _is_whole(scene, count) else {"part.coming", "part.moving"}
    for other_rule, other in scene.found("part"):
        about_them = _is_about(scene, found, other)
        if other_rule.id not in parts or not (about_them or scene.clauses[other.first] == scene.clauses[count.first]):
            continue
        ahead = 0 <= count.first - other.after <= _COMES
        behind = (about_them or 0 <= other.first - found.after <= _GOES) and not _is_stationed(scene, found, other)
        if (ahead or behind) and colour_of(scene, other).polarity == "affirmed":
            return True
    return False


def _is_about(scene: Scene, found: Found, other: Found) -> bool:
    """Whether a verb stands in a clause about these soldiers: "who will deploy", «الذين سينتشرون»."""
    before = scene.tokens[other.first - 1].folded if other.first else ""
    return before in _WHO and 0 <= other.first - found.after <= _UNIT


def _is_stationed(scene: Scene, found: Found, other: Found) -> bool:
    """Whether the soldiers are first said to be somewhere: "300 soldiers now inside the base will be moved"."""
    return any(r.id == "part.stationed" and found.after <= f.first < other.first for r, f in scene.found("part"))


def _is_whole(scene: Scene, count: Mark) -> bool:
    """Whether a word before the number says that these are all there are."""
    before = scene.tokens[count.first - 1].folded if count.first else ""
    first = scene.tokens[count.first].folded
    return not _ALL.isdisjoint({before, first})


_ALL = frozenset({"اصل", "اجمالي", "the", "all", "its", "their", "جميع", "كل", "وعددها", "وعددهم", "الـ", "ال"})
_COMES, _GOES = 3, 7  # words between a verb of coming or going and the number, before and behind it
_WHO = frozenset({"who", "that", "which", "الذين", "التي"})
_UNIT = 10  # words between the soldiers and the clause about them: the long name of a unit may stand there


def abs_cost(scene: Scene, other: Found, found: Found, count: Mark) -> int:
    """How far a word stands from a number and what it counts."""
    return min(scene.cost(other, count), scene.cost(other, found))


def _colour(scene: Scene, rule: Rule, found: Found, count: Mark, *, past: bool) -> Colour:
    """That of the number; of a number to come to ("cut to 2,500") that of the change; what was before is a fact."""
    if past:
        return Colour()
    colour = _ahead(scene, found, colour_of(scene, found if rule.id not in _LEANS else count, rule=rule))
    if colour.polarity == "negated" and any(
        r.id == "part.other_nations" and _is_beside(f, found) for r, f in scene.found("part")
    ):
        colour = Colour(modality=colour.modality)  # "who are not American" denies nothing
    once = [f for r, f in scene.found("part") if r.id == "part.once" and scene.cost(f, found) <= _ONCE]
    if once and colour.modality == "asserted" and _is_over(scene, once[0], found):
        return Colour(
            modality="past", evidence=(scene.evidence("modality", scene.span_of(once[0].first, once[0].after)),)
        )
    if rule.id != "force_level.change" or colour.modality != "asserted":
        return colour
    changes = [f for r, f in scene.found("part") if r.id == "part.change" and scene.cost(f, found) <= rule.reach]
    return colour_of(scene, min(changes, key=lambda f: scene.cost(f, found))) if changes else colour


def _ahead(scene: Scene, found: Found, colour: Colour) -> Colour:
    """The colour without what is only said of these soldiers behind: that they "would not leave" is no level.

    That they "will remain" is one to come.
    """
    behind = [one for one in colour.evidence if one.span.start >= scene.tokens[found.after - 1].span.end]
    following = scene.tokens[found.after : found.after + _STAY]
    stays = next((t for t in following if is_future(t) and not _STAYING.isdisjoint(t.forms)), None)
    if stays is not None and colour.modality == "asserted":
        return Colour(modality="planned", evidence=(scene.evidence("modality", stays.span),))
    if not behind or any(not _STAYING.isdisjoint(t.forms) for t in following):
        return colour
    return Colour(evidence=tuple(one for one in colour.evidence if one not in behind))


_STAY = 5  # words between the soldiers and the verb that says that they stay
_STAYING = frozenset({"remain", "stay", "be", "keep", "continue", "serve", "يبقون", "يبقي", "تبقي", "يظل", "تظل"}
    | {"يظلون", "يستمر", "تستمر", "يستمرون", "يواصلون", "تواصل", "ينتشرون", "يتمركزون"})  # fmt: skip


def _is_over(scene: Scene, once: Found, found: Found) -> bool:
    """Whether a word of the past is said of the number: كان, but not كان … قد, which tells of other things."""
    words = {form for token in scene.tokens[once.after : found.after + 6] for form in token.forms}
    return words.isdisjoint({"قد", "يزال", "تزال"}) and once.first < found.after + _ONCE


_ONCE = 3  # words between the number and "had been", كان, at the peak


def _land_of(setting: Setting, force: str) -> str | None:
    """The country that a force's own name puts it in: NATO Mission Iraq."""
    entry = setting.lexicon.entry(force)
    if entry is None or entry.kind != "force":
        return None
    hosts = (setting.lexicon.entry(host) for host in ("iraq", "syria"))
    return next((host.id for host in hosts if host is not None and host.name_en in entry.name_en), None)


_RELATIVE = 14  # "the 150,000 troops who invaded Iraq in 2003"
_ASIDE = 26  # of a place behind what is put in between: "2,500 troops, by the Pentagon's count, are in Iraq"


def _colour_before(count: Mark, colours: dict[Mark, Colour]) -> Colour:
    """That of the number before: "to 3,000 in Iraq and 500 in Syria" plans both."""
    before = [mark for mark in colours if mark.first < count.first]
    return colours[max(before, key=lambda mark: mark.first)] if before else Colour()


def _claim(  # noqa: PLR0917 -- all of them, always, from one place
    setting: Setting, rule: Rule, found: Found, count: Mark, troops: Troops, colour: Colour
) -> Claim:
    scene = setting.scene
    place, where, sure = place_near(
        setting, count if rule.id != "force_level.number_of" else found, inherit=False, staying=True
    )
    if place is None:
        place, where, sure = place_near(setting, found, hosts=True, staying=True)
    if place is None:
        place, where, sure = place_near(setting, found, within=8, toward=frozenset({"من", "from"}), inherit=False)
    if place is None:
        place, where, sure = place_near(setting, count, within=_ASIDE, inherit=False, staying=True)
    if place is None and troops.entity is not None:
        place = _land_of(setting, troops.entity)
    relative = scene.tokens[found.after].folded in _WHO if found.after < len(scene.tokens) else False
    day_mark = when(scene, found, within=_RELATIVE if relative else 7)
    moment = moment_of(day_mark) if day_mark is not None else None
    end = last_day(moment) if moment is not None else None
    dated = end is not None and setting.day is not None and end <= setting.day
    evidence = [scene.evidence("count", count.span), *troops.evidence, *where]
    if dated and day_mark is not None:
        evidence.append(scene.evidence("as_of", day_mark.span))
    role = role_of(scene, found)
    sure *= troops.sure * (0.8 if quantity_of(count).vague else 1.0)
    return make_claim(
        setting,
        "force_level",
        rule,
        found,
        evidence=evidence,
        colour=colour,
        sure=sure,
        force=posture_force(setting, troops.entity),
        role=role,
        place=place,
        as_of=end if dated else setting.day,
        **limits_of(scene, found, bounds_of(count), count),
    )
