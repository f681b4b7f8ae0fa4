"""How many foreign troops, whose, where, as of when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from posture.extracting.counted import apposed_to, limits_of, troops_in_turn
from posture.extracting.counts import bounds_of, is_head_count, quantity_of
from posture.extracting.days import is_ahead, last_day, moment_of, when
from posture.extracting.heads import head_of, whole_phrase
from posture.extracting.level_colours import colour_before, is_compared, level_colour
from posture.extracting.owners import LEANS, troops_of
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.prepositions import is_after_in, is_in
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.scope import Colour
from posture.extracting.settings import Setting, make_claim
from posture.extracting.stays import WHO, counts_troops, is_held, is_mandated, is_moving
from posture.extracting.troops import Troops, posture_force, role_of
from posture.extracting.unsaid import host_before
from posture.extracting.whereabouts import is_abroad, is_elsewhere, is_told, place_near
from posture.model import Claim, Evidence

KIND = "force_level"
_ORDER = tuple(
    f"force_level.{one}"
    for one in (
        "respectively",
        "change",
        "number_of",
        "count_soldiers",
        "counted",
        "figure",
        "another_place",
        "left_unsaid",
    )
)


def force_levels_in(setting: Setting, *, moving: frozenset[Mark] = frozenset()) -> Iterator[Claim]:
    """The levels of foreign troops that a sentence gives; `moving` are numbers that count troops on the move."""
    scene = setting.scene
    told: dict[Mark, Troops] = {}
    claims: list[Claim] = []
    colours: dict[Mark, Colour] = {}
    last: Found | None = None
    for rule, found, count, troops in _figures(setting, told, moving):
        told[count] = troops
        if troops.entity is None:
            continue
        colours[count] = level_colour(scene, rule, found, count, past=found.slots.get("before") is count)
        if rule.id == "force_level.another_place" and colours[count].modality == "asserted":
            colours[count] = colour_before(count, colours)
        claim = _claim(setting, rule, found, count, troops, colours[count])
        if _is_abroad(setting, claim, count):
            continue  # Okinawa, Niger, Kabul: no part of this story
        goes_on = found is last or (claim.place is None and rule.id in LEANS)
        goes_on = goes_on or (last is not None and not _is_placed(claim) and _is_joined(scene, last, count))
        if goes_on and claims and claims[-1].place is not None:
            claim = replace(claim, place=claims[-1].place)
        last = found
        claims.append(claim)
        yield claim


def _is_placed(claim: Claim) -> bool:
    return any(one.role == "place" for one in claim.evidence)


def _is_joined(scene: Scene, last: Found, count: Mark) -> bool:
    """Whether a number is joined to the one before: "40,000 troops and 30,000 contractors"."""
    before = {token.folded for token in scene.tokens[last.after : count.first]}
    own = scene.tokens[count.first]
    glued = own.span.start < count.span.start and own.folded.startswith("و")
    return last.after <= count.first and (before == {"and"} or (not before and glued))


def _is_abroad(setting: Setting, claim: Claim, count: Mark) -> bool:
    """Whether the soldiers are in a country far from here, or the sentence is about one and names no other place."""
    if claim.place is not None and any(one.role == "place" for one in claim.evidence):
        return is_elsewhere(setting, claim.place)
    named = [m for m in setting.scene.all("place") if is_after_in(setting.scene, m) and is_told(setting, count, m)]
    return is_abroad(setting, None) or any(is_elsewhere(setting, entity_of(m)) for m in named)


def _figures(
    setting: Setting, told: Mapping[Mark, Troops], moving: frozenset[Mark]
) -> Iterator[tuple[Rule, Found, Mark, Troops]]:
    """Each number of soldiers with its phrase and whose they are; `told` are those given so far."""
    scene = setting.scene
    for rule, found in sorted(scene.found(KIND), key=_in_order):
        if rule.id == "force_level.respectively":
            yield from ((rule, Found(count.first, count.after, {}), count, troops)
                        for count, troops in troops_in_turn(setting))  # fmt: skip
        for name in ("before", "count"):
            count = found.slots.get(name)
            if count is None or count in told or not is_head_count(count):
                continue
            if rule.id == "force_level.number_of" and _crosses(scene, found, count):
                continue
            if rule.id == "force_level.change" and head_of(scene, count).kind == "something":
                continue  # "ten times as many"
            allowed = is_mandated(scene, count)
            if count in moving and not (allowed or is_held(scene, count)):
                continue
            troops = troops_of(setting, rule, found, count, told)
            if troops is None or not counts_troops(scene, found, count):
                continue
            if not allowed and is_moving(scene, rule, found, count):
                continue
            yield rule, found, count, troops


def _crosses(scene: Scene, found: Found, count: Mark) -> bool:
    """Whether another number stands between the word for a number and this one, or it counts no soldiers."""
    between = any(found.first < m.first < count.first for m in scene.all("count"))
    return between or (
        not {"force", "soldiers", "nation"} & found.slots.keys() and head_of(scene, count).kind == "something"
    )


def _in_order(one: tuple[Rule, Found]) -> tuple[int, bool, int]:
    """What changes from one number to another first; a number that leans on another ("and 900 in Syria") last."""
    rule, found = one
    return _ORDER.index(rule.id), "before" not in found.slots, found.first


def _land_of(setting: Setting, force: str) -> str | None:
    """The country that a force's own name puts it in: NATO Mission Iraq."""
    entry = setting.lexicon.entry(force)
    if entry is None or entry.kind != "force":
        return None
    hosts = (setting.lexicon.entry(host) for host in ("iraq", "syria"))
    return next((host.id for host in hosts if host is not None and host.name_en in entry.name_en), None)


_RELATIVE = 16  # "the 150,000 troops who invaded Iraq in 2003"
_ASIDE = 26  # of a place behind what is put in between: "2,500 troops, by the Pentagon's count, are in Iraq"


def _place(setting: Setting, rule: Rule, found: Found, count: Mark) -> tuple[str | None, list[Evidence], float]:
    """Where the soldiers are: the host that is said to have them, else the nearest place where they can be."""
    host = host_before(setting, count)
    if host is not None:
        return entity_of(host), [setting.scene.evidence("place", host.span)], 1.0
    named = _named_where(setting.scene, count) or _in_own_clause(setting.scene, found, count)
    if named is not None:
        return entity_of(named), [setting.scene.evidence("place", named.span)], 1.0
    anchor = count if rule.id != "force_level.number_of" else found
    until = _next_figure(setting.scene, count)
    tries: tuple[tuple[Found | Mark, dict[str, Any]], ...] = (
        (anchor, {"staying": True}),
        (found, {"hosts": True, "staying": True}),
        (found, {"within": 8, "toward": frozenset({"من", "from"})}),
        (count, {"within": _ASIDE, "staying": True, "led": True}),
        (found, {"hosts": True, "staying": True, "inherit": not _opens_with_base(setting)}),
    )
    for one, how in tries:
        place, where, sure = place_near(setting, one, until=until, **{"inherit": False, **how})
        if place is not None:
            return place, where, sure
    return _at_the_base(setting)


def _opens_with_base(setting: Setting) -> bool:
    return _at_the_base(setting)[0] is not None


def _at_the_base(setting: Setting) -> tuple[str | None, list[Evidence], float]:
    """The base last named, when the sentence opens with "the base": "The base, which …, housed up to 2,000"."""
    scene = setting.scene
    opens = [f for r, f in scene.found("part") if r.id == "part.same_base" and f.first <= 1]
    if not opens or setting.memory.base is None:
        return None, [], 1.0
    return setting.memory.base, [scene.evidence("place", scene.span_of(opens[0].first, opens[0].after))], 0.9


def _named_where(scene: Scene, count: Mark) -> Mark | None:
    """The place that a clause goes on with: "flew to Lebanon, where 1,000 Italians serve"."""
    where = [at for at in range(max(0, count.first - 3), count.first) if scene.tokens[at].folded in {"where", "حيث"}]
    return next((m for m in scene.all("base", "place") if where and m.after == where[-1]), None)


def _in_own_clause(scene: Scene, found: Found, count: Mark) -> Mark | None:
    """The place that a clause about the soldiers names: "the 900 who occupy northeast Syria"."""
    first = whole_phrase(scene, found, count).after
    if first >= len(scene.tokens) or scene.tokens[first].folded not in WHO:
        return None
    own = (m for m in scene.all("base", "place") if first < m.first <= first + _CLAUSE)
    return next((m for m in own if scene.clauses[m.first] == scene.clauses[first] and is_after_in(scene, m)
                 and is_in(scene, m)), None)  # fmt: skip


_CLAUSE = 8


def _next_figure(scene: Scene, count: Mark) -> int | None:
    """Where the words on the next figure begin, when a verb of its own parts it from this one."""
    behind = [m.first for m in scene.all("count") if m.first - count.after >= _OWN_VERB]
    behind += [at for at in range(count.after + 1, len(scene.tokens)) if scene.tokens[at].folded in _SHARES]
    return min(behind) if behind else None


_SHARES = frozenset({"معظمهم", "اغلبهم", "ثلثهم", "نصفهم", "ربعهم", "غالبيتهم", "most", "half", "mostly", "mainly"})
_OWN_VERB = 4


_TOLD = frozenset({"asserted", "past", "denied"})  # what is to come has no day on which it was so


def _day(scene: Scene, rule: Rule, found: Found, count: Mark) -> Mark | None:
    """The day of a number; of one from which another is reached a day right behind it, or that of a change told."""
    if found.slots.get("before") is count:
        until = found.slots["count"].first
        own = next((m for m in scene.all("moment") if count.after <= m.first < until), None)
        told = level_colour(scene, rule, found, found.slots["count"], past=False).modality in _TOLD
        return when(scene, found, within=_BESIDE) if own is None and told else own
    return when(scene, found, within=_dated_within(scene, found, count))


def _reached_by(setting: Setting, found: Found, count: Mark) -> Mark | None:
    """The day ahead by which there are to be so many: "300 British soldiers in Iraq by spring"."""
    if found.slots.get("before") is count or is_compared(setting.scene, count):
        return None
    mark = when(setting.scene, found, within=_BESIDE)
    if mark is None or mark.first < count.first or not is_ahead(moment_of(mark), setting.day):
        return None
    words = {token.folded for token in setting.scene.tokens[max(0, mark.first - 1) : mark.first + 1]}
    return mark if not words.isdisjoint({"by", "بحلول", "حلول"}) else None


def _dated_within(scene: Scene, found: Found, count: Mark) -> int:
    """How far away a day may stand: further where a clause or a verb of the past tells of the soldiers."""
    relative = found.after < len(scene.tokens) and scene.tokens[found.after].folded in WHO
    before = {form for token in scene.tokens[max(0, count.first - 4) : count.first] for form in token.forms}
    return _RELATIVE if relative or not before.isdisjoint(_WERE) else _BESIDE


_WERE = frozenset({"had", "كان", "كانت", "بلغ", "بلغت"})
_BESIDE = 7


def _claim(  # noqa: PLR0917 -- all of them, always, from one place
    setting: Setting, rule: Rule, found: Found, count: Mark, troops: Troops, colour: Colour
) -> Claim:
    scene = setting.scene
    place, where, sure = _place(setting, rule, found, count)
    if place is None and troops.entity is not None:
        place = _land_of(setting, troops.entity)
    if colour.modality == "asserted" and (by := _reached_by(setting, found, count)) is not None:
        colour = Colour(modality="planned", polarity=colour.polarity, evidence=(scene.evidence("modality", by.span),))
    day_mark = _day(scene, rule, found, count) if colour.modality in _TOLD else None
    end = last_day(moment_of(day_mark)) if day_mark is not None else None
    dated = end is not None and setting.day is not None and end <= setting.day
    evidence = [scene.evidence("count", count.span), *troops.evidence, *where]
    if dated and day_mark is not None:
        evidence.append(scene.evidence("as_of", day_mark.span))
    role = role_of(scene, apposed_to(scene, count) or whole_phrase(scene, found, count))
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
        **limits_of(scene, bounds_of(count), count),
    )
