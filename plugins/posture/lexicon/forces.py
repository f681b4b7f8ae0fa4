"""Whose troops: a word for soldiers joined with the nations they are of.

"القوات الأمريكية", "جنود أمريكيون وفرنسيون", "British and French soldiers", "troops from Denmark" are forces of
nations, while "الأمريكية" alone is the nation. No list could hold every nation's every kind of soldier.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from posture.lexicon.entries import BETWEEN, ROLE, TOPIC, Entry, Lexicon
from posture.lexicon.scan import Hit, Scan

_VERB_AWAY = 6  # words between "withdraw" and "troops from"
_FROM = frozenset({"من", "from", "of"})
_THE = frozenset({"the"})
# Countries through which the troops pass: "Marines from Kuwait" come from there and are not its own.
_ON_THE_WAY = frozenset({"bahrain", "iraq", "jordan", "kuwait", "qatar", "saudi_arabia", "syria", "uae"})
_NOT = frozenset({"غير", "non"})
_AND = frozenset({"and", "or", "و", "او"})


@dataclass(frozen=True, slots=True)
class Force:
    """A force of one nation: the words that say so, first to last, and the letters glued before them."""

    entity: str
    first: int
    last: int
    offset: int


def forces_in(scan: Scan, lexicon: Lexicon) -> list[Force]:
    """The forces of nations that a text names, the nations of one list apart."""
    nations = {hit.first: hit for hit in scan.picked if _is_whose(hit, lexicon)}
    found: list[Force] = []
    free = 0
    for place in sorted({*nations, *scan.builders}):
        if place < free:
            continue
        here = (
            list(_noun_first(scan, nations, place))
            or list(_nation_first(scan, nations, place, lexicon))
            or list(_joined_to_force(scan, nations, place))
        )
        if here:
            found += here
            free = max(force.last for force in here) + 1
    return found


def _is_whose(hit: Hit, lexicon: Lexicon) -> bool:
    if hit.name.kind in ("nation", "force"):
        return True
    entry = lexicon.entries.get(hit.name.entity)
    return entry is not None and is_country(entry)


def is_country(entry: Entry) -> bool:
    """Whether an entry is a country: a place that has citizens and lies in no other."""
    return entry.kind == "place" and bool(entry.demonyms) and entry.part_of is None


def _noun_first(scan: Scan, nations: dict[int, Hit], place: int) -> Iterator[Force]:
    """جنود أمريكيون وفرنسيون; troops from Britain and France."""
    role = _builder(scan, place, ROLE)
    if role is None or place in nations:
        return
    last = role.last
    while (more := _builder_after(scan, last)) is not None:
        adjective = _builder(scan, more.first, BETWEEN) is not None
        if more.name.kind == ROLE and more.first == last + 1 and not more.reading.joined and not adjective:
            role = more  # "وجود القوات": the force is the second
        last = more.last
    at, foreign = _whose_at(scan, role, last)
    listed = list(_list_of(scan, nations, at)) if scan.together(at - 1, at) else []
    if not listed or not _agree(role, scan, at, listed[0]):
        return
    if scan.words[at - 1].form in _FROM - {"of"} and listed[0].name.entity in _ON_THE_WAY:
        return
    start, offset = role.first, role.reading.offset
    for nation in listed:
        entity = _not_of(nation) if foreign else nation.name.entity
        if entity:
            yield Force(entity, start, nation.last, offset)
        start, offset = _next_start(nation, listed)


def _whose_at(scan: Scan, role: Hit, last: int) -> tuple[int, bool]:
    """Where the nation of these soldiers should stand, past "of", "the" and "non-", and whether it is denied."""
    at, foreign = last + 1, False
    if scan.together(at - 1, at) and scan.words[at].form in _FROM | _NOT:
        foreign = scan.words[at].form in _NOT
        if not foreign and _leaves(scan, role, at):
            return len(scan.words), False
        at += 1
    if scan.together(at - 1, at) and scan.words[at].form in _THE:
        at += 1
    return at, foreign


def _joined_to_force(scan: Scan, nations: dict[int, Hit], place: int) -> Iterator[Force]:
    """القوات العراقية والأمريكية: what is joined to a force that has a name of its own is a force too."""
    nation = nations.get(place)
    if nation is None or nation.name.kind != "nation" or not nation.reading.joined:
        return
    if any(hit.last == place - 1 and hit.name.kind == "force" and hit.length > 1 for hit in scan.picked):
        yield Force(nation.name.entity, nation.first, nation.last, nation.reading.offset)


def _not_of(nation: Hit) -> str:
    """The force that is named by whose it is not: only "non-American" says something."""
    return "non_us_coalition" if nation.name.entity == "us" else ""


def _leaves(scan: Scan, role: Hit, at: int) -> bool:
    """Whether the troops go from the country instead of being of it: "سحب قواتها من العراق", "pull troops out of"."""
    if scan.words[at].form == "of":
        return False
    if scan.words[role.first].form.endswith(("ها", "هم", "نا")):
        return True
    places = range(max(0, role.first - _VERB_AWAY), role.first)
    return any(hit.name.kind == TOPIC for place in places for hit in scan.builders.get(place, ()))


def _next_start(nation: Hit, listed: list[Hit]) -> tuple[int, int]:
    rest = listed[listed.index(nation) + 1 :]
    return (rest[0].first, rest[0].reading.offset) if rest else (nation.last, 0)


def _agree(role: Hit, scan: Scan, at: int, nation: Hit) -> bool:
    """An adjective follows its noun; a country follows only in "troops of X", and never its own adjective."""
    if nation.name.kind == "nation":
        # English puts the adjective first: "troops American" is two things.
        return not scan.words[role.first].form.isascii()
    if scan.words[at - 1].form in _FROM | _THE:
        return True
    definite = scan.words[role.first].form[role.reading.offset :].startswith("ال")
    # "120 جنديا وإيطاليا 250": a country joined by "and" begins something new.
    return not scan.words[role.first].form.isascii() and not definite and not nation.reading.joined


def _nation_first(scan: Scan, nations: dict[int, Hit], place: int, lexicon: Lexicon) -> Iterator[Force]:
    """American troops; British and French military advisers; non-US coalition forces."""
    if place not in nations or not scan.words[place].form.isascii():
        return
    listed = list(_list_of(scan, nations, place))
    last = listed[-1].last
    role: Hit | None = None
    while (more := _builder_after(scan, last)) is not None:
        last = more.last
        role = more if more.name.kind == ROLE else role
    if role is None and _and_other_forces(scan, nations, last):
        adjectives = (
            hit for hit in listed if hit.name.kind == "nation" or scan.span(hit.first, hit.last).of(scan.text).isupper()
        )
        yield from (Force(hit.name.entity, hit.first, hit.last, hit.reading.offset) for hit in adjectives)
    if role is None or _is_adjective(scan, role, lexicon):
        return
    foreign = place > 0 and scan.words[place - 1].form in _NOT
    for nation in listed:
        entity = _not_of(nation) if foreign else nation.name.entity
        is_last = nation is listed[-1]
        first = place - 1 if foreign and nation is listed[0] else nation.first
        if entity:
            yield Force(entity, first, role.last if is_last else nation.last, nation.reading.offset)


def _and_other_forces(scan: Scan, nations: dict[int, Hit], last: int) -> bool:
    """Whether forces of others follow: "U.S. and coalition forces", "American and other foreign troops"."""
    at = last + 1
    if not (scan.together(last, at) and scan.words[at].form in _AND):
        return False
    at += 2 if at + 1 < len(scan.words) and scan.words[at + 1].form == "other" else 1
    force = nations.get(at)
    return force is not None and force.name.kind == "force" and force.length > 1 and scan.together(at - 1, at)


def _is_adjective(scan: Scan, role: Hit, lexicon: Lexicon) -> bool:
    """Whether "military" here belongs to a thing that is no force: a military base, military aid."""
    after = role.last + 1
    return (
        scan.words[role.last].form == "military"
        and scan.together(role.last, after)
        and scan.words[after].form in lexicon.no_forces
    )


def _list_of(scan: Scan, nations: dict[int, Hit], at: int) -> Iterator[Hit]:
    """The nations named one after the other from this word on."""
    if at not in nations:
        return
    nation = nations[at]
    yield nation
    while True:
        at = nation.last + 1
        if at < len(scan.words) and scan.words[at].form in _AND and scan.together(nation.last, at):
            at += 1
        following = nations.get(at)
        if following is None or "force" in {following.name.kind, nation.name.kind}:
            return
        if nation.name.kind != following.name.kind and not scan.words[at].form.isascii():
            return  # «2500 جندي أميركي وسوريا 900»: a country behind an adjective begins something new
        if not (following.reading.joined or at > nation.last + 1 or scan.words[at].gap.strip() == ","):
            return
        nation = following
        yield nation


def _builder(scan: Scan, place: int, *kinds: str) -> Hit | None:
    hits = [hit for hit in scan.builders.get(place, ()) if hit.name.kind in kinds]
    return max(hits, key=lambda hit: (hit.length, -hit.reading.offset)) if hits else None


def _builder_after(scan: Scan, last: int) -> Hit | None:
    """The next word for soldiers, or adjective of one, directly after or joined by "and"."""
    at = last + 1
    if not scan.together(last, at):
        return None
    if scan.words[at].form in _AND and scan.together(at, at + 1) and (hit := _builder(scan, at + 1, ROLE)):
        return hit
    return _builder(scan, at, ROLE, BETWEEN)
