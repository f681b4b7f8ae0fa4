"""What a word means in both languages, as far as the news goes: its concept and the kind of thing that is.

Built once from the tables beside it. Looks two words up together before one: رئيس الوزراء is no president.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from posture.matching import actwords, countries, eventwords, smallwords, thingwords
from posture.matching.stems import candidates_ar, stem, stem_ar, stem_en, without_clitics
from posture.text.folding import fold

Kind = Literal["country", "city", "event", "thing", "role", "act", "weekday", "month", "hour"]

_TABLES: tuple[tuple[Kind, str], ...] = (
    ("country", countries.COUNTRIES),
    ("city", countries.CITIES),
    ("weekday", smallwords.WEEKDAYS),
    ("month", smallwords.MONTHS),
    ("hour", smallwords.HOURS),
    ("event", eventwords.EVENTS),
    ("thing", thingwords.THINGS),
    ("role", eventwords.ROLES),
    ("act", actwords.ACTS),
)
# Names are read as listed, but for clitics: an ending taken off makes "may" of "maying" and Sulaymaniyah of Suleiman.
_EXACT: frozenset[Kind] = frozenset({"country", "city", "weekday", "month", "hour"})
_ARTICLES = ("ال", "وال", "بال", "فال", "كال", "لل", "ولل")
_SHORTEST_STEM = 4  # Arabic roots have three letters: a stem that short is anybody's


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that both languages name."""

    kind: Kind
    name: str


def _forms(cell: str) -> Iterator[str]:
    for form in fold(cell).text.split():
        yield form.replace("_", " ")


def _peoples(forms: Iterable[str]) -> Iterator[str]:
    """The forms of a people's name: عراقي, عراقية, عراقيون …"""
    for form in forms:
        yield form
        if form.endswith("ي") and not form.isascii():
            yield from (form + ending for ending in ("ه", "ين", "ون", "ا", "ان", "تين", "تان", "ات"))


def _rows() -> Iterator[tuple[Concept, tuple[str, ...]]]:
    for kind, table in _TABLES:
        for line in table.strip().splitlines():
            name, english, arabic = line.split("|")
            forms = (*_forms(english), *_forms(arabic))
            yield Concept(kind, name.strip()), tuple(_peoples(forms)) if kind == "country" else forms


def _build() -> tuple[dict[str, Concept], dict[str, Concept]]:
    """Each form as listed and without its article, and each stem that is long enough to tell."""
    exact: dict[str, Concept] = {}
    stems: dict[str, Concept] = {}
    for concept, forms in _rows():
        for form in forms:
            exact.setdefault(form, concept)
            bare = " ".join(part if part.isascii() else without_clitics(part) for part in form.split())
            exact.setdefault(bare, concept)
            short = stem(form)
            if " " not in form and concept.kind not in _EXACT and (form.isascii() or len(short) >= _SHORTEST_STEM):
                stems.setdefault(short, concept)
    return exact, stems


_EXACT_FORMS, _STEMS = _build()
_FIRST_WORDS = frozenset(form.partition(" ")[0] for table in (_EXACT_FORMS, _STEMS) for form in table if " " in form)
_COMMON = frozenset(fold(smallwords.COMMON_AR + " " + smallwords.COMMON_EN).text.split())
_COMMON_STEMS = frozenset(stem_ar(word) for word in _COMMON if not word.isascii())


@lru_cache(maxsize=1 << 16)
def concept_of(word: str) -> Concept | None:
    """The concept of one folded word, None when it is not an ordinary word of the news.

    >>> concept_of("والاميركيون").name, concept_of("earthquakes").name
    ('us', 'earthquake')
    """
    found = _concept_of(word)
    return None if found and _is_number(found, word) else found


def _concept_of(word: str) -> Concept | None:
    if word in _EXACT_FORMS:
        return _EXACT_FORMS[word]
    if word.isascii():
        return _STEMS.get(stem_en(word))
    whole, *others = candidates_ar(word)
    bare = without_clitics(whole)
    for form in (bare, whole.removeprefix("و")):
        if form in _EXACT_FORMS:
            return _EXACT_FORMS[form]
    for form in others:
        found = _EXACT_FORMS.get(form) or _STEMS.get(form)
        if found and (found.kind not in _EXACT or bare.endswith(form)):
            return found
    return None


def _is_number(concept: Concept, word: str) -> bool:
    """Whether it is one or two of something (أحد, اثنين): the days of the week carry their article (الأحد)."""
    return concept.kind == "weekday" and not word.isascii() and not word.startswith(_ARTICLES)


@lru_cache(maxsize=1 << 16)
def _may_begin(word: str) -> bool:
    """Whether some name of two words may begin with this Arabic word."""
    return any(form in _FIRST_WORDS for form in candidates_ar(word)[:3])


def concept_of_pair(first: str, second: str) -> Concept | None:
    """The concept of two folded words in a row."""
    found = _EXACT_FORMS.get(f"{first} {second}")
    if found or first.isascii() or not _may_begin(first):
        return found
    seconds = [form for form in candidates_ar(second) if len(form) > 2]
    for one in candidates_ar(first)[:3]:
        for two in seconds[:3]:
            found = _EXACT_FORMS.get(f"{one} {two}") or _STEMS.get(f"{one} {two}")
            if found:
                return found
    return None


def concepts_of(words: Sequence[str]) -> list[Concept | None]:
    """The concept of each word; both words of a two-word name carry the name's concept."""
    found: list[Concept | None] = [None] * len(words)
    skip = False
    for place, word in enumerate(words):
        if skip:
            skip = False
            continue
        pair = concept_of_pair(word, words[place + 1]) if place + 1 < len(words) else None
        if pair:
            found[place] = found[place + 1] = pair
            skip = True
        else:
            found[place] = concept_of(word)
    return found


@lru_cache(maxsize=1 << 16)
def is_common(word: str) -> bool:
    """Whether any text has this folded word."""
    if word in _COMMON or word.isascii():
        return word in _COMMON
    return len(word) < 3 or word.removeprefix("و") in _COMMON or stem_ar(word) in _COMMON_STEMS
