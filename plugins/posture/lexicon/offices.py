"""Offices and ministries: a title joined with the country it is of, or left to the country the text is about.

"وزير الدفاع الأمريكي", "وزيرا الدفاع العراقي والأمريكي", "Iraq's prime minister", "the defense secretary": the last of
these is of the country that the words around it, then the text, speak of most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from posture.lexicon.entries import TITLE, Lexicon
from posture.lexicon.names import readings
from posture.lexicon.scan import Hit, Scan
from posture.model import Span
from posture.text.words import folded

_DEPUTIES = frozenset(folded("نائب نائبة مساعد مساعدة وكيل deputy assistant under vice"))
_OF = frozenset({"of", "في", "in"})
_COUNTERPART = frozenset({"نظيره", "نظيرها", "نظيرته", "نظيرتها"})
_HOME = "iraq"  # whose government, parliament and ministers the Arabic press of Iraq means when it names no country
_AROUND = 25  # words on either side in which a country decides whose a bare title is


@dataclass(frozen=True, slots=True)
class Post:
    """An office or institution named by its title, and its first and last word."""

    entity: str
    kind: str
    span: Span
    first: int
    last: int


def posts_in(scan: Scan, lexicon: Lexicon) -> list[Post]:
    """The offices and institutions that a text names by title and country."""
    ending = {hit.last: hit for hit in scan.nations.values()}
    begins = {hit.first: hit for hit in scan.picked}
    nations = _not_people(scan.nations, begins)
    found: list[Post] = []
    free, key = 0, ""
    counterparts = {place for place, word in enumerate(scan.words) if "نظير" in word.form or word.form == "counterpart"}
    for place in sorted(counterparts | scan.builders.keys()):
        titles = [hit for hit in scan.builders.get(place, ()) if hit.name.kind == TITLE]
        if place < free or not titles:
            found += _counterpart(scan, place, key, lexicon) if key else ()
            continue
        title = max(titles, key=lambda hit: (hit.length, -hit.reading.offset))
        key = title.name.entity
        here = [
            post for post in _posts_of(scan, title, begins, ending, nations, lexicon) if not is_deputy(scan, post.first)
        ]
        found += here
        free = max([title.last, *(post.last for post in here)]) + 1
    return found


def _posts_of(  # noqa: PLR0917 -- all of them, always, from one place
    scan: Scan, title: Hit, begins: dict[int, Hit], ends: dict[int, Hit], nations: dict[int, Hit], lexicon: Lexicon
) -> Iterator[Post]:
    named = [*_before(scan, title, ends), *_after(scan, title, nations)]
    first, offset = title.first, title.reading.offset
    posts = [(hit, entity) for hit in named if (entity := lexicon.posts.get((title.name.entity, hit.name.entity)))]
    if named:
        for hit, entity in posts:
            start = min(first, hit.first) if hit is posts[0][0] else hit.first
            end = max(title.last, hit.last) if hit is posts[0][0] else hit.last
            lead = offset if start == title.first else hit.reading.offset
            yield Post(entity, lexicon.entries[entity].kind, scan.span(start, end, lead), start, end)
        return
    bare = _bare(scan, title, begins, lexicon)
    if bare is not None:
        yield Post(bare, lexicon.entries[bare].kind, scan.span(first, title.last, offset), first, title.last)


def _not_people(nations: dict[int, Hit], begins: dict[int, Hit]) -> dict[int, Hit]:
    """The nations but for those that are a person's name here: رئيس الوزراء السوداني is Sudani, not Sudan's."""
    people = {place for place, hit in begins.items() if hit.name.kind == "person"}
    return {place: hit for place, hit in nations.items() if place not in people}


def is_deputy(scan: Scan, first: int) -> bool:
    """Whether the title that begins at this word is only a deputy's or an assistant's."""
    before = scan.words[first - 1] if first else None
    return before is not None and any(reading.stem in _DEPUTIES for reading in readings(before.form))


def _counterpart(scan: Scan, place: int, key: str, lexicon: Lexicon) -> Iterator[Post]:
    """ "ونظيره العراقي", "his Iraqi counterpart": the office last named, of the other country."""
    form = scan.words[place].form
    arabic = next((reading for reading in readings(form) if reading.stem in _COUNTERPART), None)
    at = place + 1 if arabic else place - 1
    nation = scan.nations.get(at)
    if nation is None or not (arabic or form == "counterpart"):
        return
    entity = lexicon.posts.get((key, nation.name.entity))
    if entity is not None and scan.together(*sorted((place, at))):
        first, last = sorted((place, at))
        span = scan.span(first, last, arabic.offset if arabic else 0)
        yield Post(entity, lexicon.entries[entity].kind, span, first, last)


def _before(scan: Scan, title: Hit, ends: dict[int, Hit]) -> Iterator[Hit]:
    """Iraqi prime minister, Iraq's prime minister."""
    hit = ends.get(title.first - 1)
    if hit is not None and scan.words[title.first].form.isascii() and scan.together(hit.last, title.first):
        yield hit


def _after(scan: Scan, title: Hit, begins: dict[int, Hit]) -> Iterator[Hit]:
    """وزير الدفاع الأمريكي, وزيرا الدفاع العراقي والأمريكي, prime minister of Iraq."""
    at = title.last + 1
    latin = scan.words[title.first].form.isascii()
    if scan.together(title.last, at) and scan.words[at].form in _OF:
        at += 1
    elif latin:
        return
    while at in begins and scan.together(at - 1, at) and begins[at].name.kind in ("nation", "place"):
        yield begins[at]
        at = begins[at].last + 1
        if not (at in begins and begins[at].reading.joined):
            return


def _bare(scan: Scan, title: Hit, begins: dict[int, Hit], lexicon: Lexicon) -> str | None:
    """The office meant by a title alone: its holder's, when named next to it, else that of the country spoken of most;
    in an Arabic text that speaks of Iraq at all, Iraq's.

    A title without its article is no office of anybody: "حكومتا البلدين", "a government".
    """
    offices = {c: post for (key, c), post in lexicon.posts.items() if key == title.name.entity}
    beside = begins.get(title.last + 1)
    if beside is not None and beside.name.kind == "person":
        held = [t for t in lexicon.entries[beside.name.entity].holds if t.office in offices.values()]
        return held[0].office if held else None
    if not _definite(scan, title):
        return None
    home = offices.get(_HOME)
    if home and not scan.words[title.last].form.isascii() and any(_countries(scan.picked, {_HOME: home}, lexicon)):
        return home
    around = range(title.first - _AROUND, title.last + _AROUND + 1)
    near = [begins[place] for place in around if place in begins]
    counts = Counter(_countries(near, offices, lexicon)) or Counter(_countries(scan.picked, offices, lexicon))
    return offices[counts.most_common(1)[0][0]] if counts else None


def _definite(scan: Scan, title: Hit) -> bool:
    """Whether a title has its article, or a capital that stands for one: "the premier", "Premier X", رئيس الوزراء."""
    first, last = scan.words[title.first], scan.words[title.last]
    if last.form.isascii():
        before = scan.words[title.first - 1].form if title.first else ""
        behind = scan.words[title.last + 1] if title.last + 1 < len(scan.words) else None
        named = behind is not None and scan.together(title.last, title.last + 1) and behind.printed[:1].isupper()
        return before in {"the", "his", "her", "its"} or (first.printed[:1].isupper() and (bool(before) or named))
    return last.form.startswith(("ال", "لل"))


def _countries(hits: list[Hit], offices: dict[str, str], lexicon: Lexicon) -> Iterator[str]:
    """The countries with such an office that these names are, or are of."""
    for hit in hits:
        entry = lexicon.entries.get(hit.name.entity)
        if entry is not None and (entry.id in offices or entry.country in offices):
            yield entry.id if entry.id in offices else str(entry.country)
