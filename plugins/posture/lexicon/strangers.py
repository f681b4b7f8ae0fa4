"""People whom the lexicon lacks, found by the title or rank before their name and kept, not dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from posture.lexicon.entries import HONORIFIC, RANK, TITLE, Lexicon
from posture.lexicon.names import stem
from posture.lexicon.scan import Scan
from posture.lexicon.skeletons import skeleton
from posture.model import Span
from posture.text.words import folded

_COMPOUND = frozenset(folded("عبد أبو بن آل ابن أم دي فان فون لو بو دو جان مار"))
_PARTICLES = frozenset({"al", "el", "ul", "bin", "ibn", "abu", "de", "del", "der", "den", "di", "da", "van", "von"})
_LONGEST = 4  # words of one name
_OF = frozenset({"عن", "في"})


@dataclass(frozen=True, slots=True)
class Stranger:
    """A person without an entry; `entity` is `unknown:` and the consonants of the name."""

    entity: str
    span: Span


def strangers_in(scan: Scan, lexicon: Lexicon) -> list[Stranger]:
    """The people named after a title or rank who have no entry."""
    taken = {place for hit in scan.picked for place in range(hit.first, hit.last + 1)}
    nations = {place for place, hit in scan.nations.items() if hit.name.kind == "nation"} & taken
    found: dict[Span, Stranger] = {}
    for ended, ranked in _titles(scan, taken):
        last = _past_what_is_known(scan, ended, nations)
        span = _name_after(scan, lexicon, last, taken, ranked=ranked)
        if span is not None:
            found[span] = Stranger(f"unknown:{skeleton(span.of(scan.text))}", span)
    return list(found.values())


def _titles(scan: Scan, taken: set[int]) -> Iterator[tuple[int, bool]]:
    """The last word of each title, and whether it is a rank."""
    yield from ((hit.last, False) for hit in scan.picked if hit.name.kind == "office")
    for place, hits in scan.builders.items():
        titles = [hit for hit in hits if hit.name.kind in {TITLE, RANK, HONORIFIC}]
        if titles and place not in taken:
            last = max(hit.last for hit in titles)
            yield last, any(hit.name.kind == RANK and hit.last == last for hit in titles)


def _past_what_is_known(scan: Scan, last: int, nations: set[int]) -> int:
    """The last word of "the Iraqi …", "of the coalition" that may stand between a title and the name."""
    while last + 1 in nations and scan.together(last, last + 1):
        last += 1
    house = next((hit for hit in scan.picked if hit.first == last + 2), None)
    if house is not None and scan.words[last + 1].form in _OF and scan.together(last, last + 1):
        return house.last  # «النائب عن تحالف الفتح أحمد …»
    return last


def _name_after(scan: Scan, lexicon: Lexicon, last: int, taken: set[int], *, ranked: bool) -> Span | None:
    first = last + 1
    follows = scan.together(last, first) or (
        first < len(scan.words) and scan.words[first].gap in {". ", "."} and len(scan.words[last].form) <= 4
    )
    aside = (
        first < len(scan.words) and scan.words[first].gap == ", "
    )  # "Iraq's prime minister, Ibrahim al-Kadhimi, said"
    if not (follows or aside) or first in taken or first in scan.builders:
        return None
    latin = scan.words[first].form.isascii() or scan.words[first].printed[:1].isupper()
    name = list(
        latin_name(scan, lexicon, first, taken) if latin else arabic_name(scan, lexicon, first, taken, ranked=ranked)
    )
    if len(name) < 2 and not (ranked and latin and name):
        return None
    closed = name[-1] + 1 < len(scan.words) and scan.words[name[-1] + 1].gap == ", "
    if not follows and not (latin and closed):
        return None
    return scan.span(name[0], name[-1])


def latin_name(scan: Scan, lexicon: Lexicon, first: int, taken: set[int]) -> Iterator[int]:
    """Words with capitals, initials and particles among them: "Ibrahim al-Kadhimi", "Kevin F. Leahy"."""
    for place in range(first, min(first + _LONGEST, len(scan.words))):
        word = scan.words[place]
        if _is_particle(scan, first, place):
            yield place
            continue
        initial = place > first and len(scan.words[place - 1].form) == 1 and word.gap == ". "
        if place > first and not (word.gap in {" ", "-"} or initial):
            return
        if place in taken or not word.printed[:1].isupper() or word.form in lexicon.no_names:
            return
        yield place


def _is_particle(scan: Scan, first: int, place: int) -> bool:
    """Whether the word only leads to a family name that follows: al-Kadhimi, van der Plas, bin Salman."""
    if place == first or scan.words[place].form not in _PARTICLES or place + 1 >= len(scan.words):
        return False
    behind = scan.words[place + 1]
    capital = behind.printed[:1].isupper() or behind.form in _PARTICLES
    return scan.words[place].gap in {" ", "-"} and behind.gap in {" ", "-"} and capital


def arabic_name(scan: Scan, lexicon: Lexicon, first: int, taken: set[int], *, ranked: bool) -> Iterator[int]:
    """A first name and what follows: more first names, compounds, one other word, and names in ال … ي."""
    opening = scan.words[first]
    given = opening.form in lexicon.given_names and not _is_on(scan, first)
    if opening.form == "باسم" and scan.words[first + 1 : first + 2] and scan.words[first + 1].form.startswith("ال"):
        return  # "المتحدث باسم الوزارة" speaks in its name; he is not called Basim
    if opening.form in lexicon.no_names or not (given or (ranked and stem(opening.form) == opening.form)):
        return
    yield first
    free = 1
    for place in range(first + 1, min(first + _LONGEST, len(scan.words))):
        word, before = scan.words[place], scan.words[place - 1]
        if (
            not scan.together(place - 1, place)
            or (place in taken and not (place == first + 1 and _is_family_of_nation(scan, place)))
            or word.form in lexicon.no_names
            or word.form.isascii()
        ):
            return
        if _is_on(scan, place):
            return
        linked = before.form in _COMPOUND or word.form in lexicon.given_names or word.form in _COMPOUND
        family = stem(word.form) != word.form and word.form.endswith("ي")
        if not (linked or family):
            if not free or stem(before.form) != before.form or place in scan.builders:
                return
            free -= 1
        yield place


def _is_family_of_nation(scan: Scan, place: int) -> bool:
    """Whether a nation's adjective right behind a first name is a family name: رئيس الوزراء مصطفى السوداني."""
    nation = scan.nations.get(place)
    return nation is not None and nation.name.kind == "nation" and scan.words[place].form.startswith("ال")


def _is_on(scan: Scan, place: int) -> bool:
    """Whether the word is "على", which folds to the name علي."""
    return scan.words[place].form == "علي" and scan.span(place, place).of(scan.text).endswith("ى")
