"""What a word means in both languages, as far as the news goes: its concept and the kind of thing that is.

Built once from the tables beside it. Looks two words up together before one: رئيس الوزراء is no president.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from posture.matching import countries, newswords, smallwords
from posture.matching.stems import candidates_ar, stem_ar, stem_en
from posture.text.folding import fold

Kind = Literal["country", "city", "event", "thing", "role", "weekday", "month", "hour"]

_TABLES: tuple[tuple[Kind, str], ...] = (
    ("country", countries.COUNTRIES),
    ("city", countries.CITIES),
    ("weekday", smallwords.WEEKDAYS),
    ("month", smallwords.MONTHS),
    ("hour", smallwords.HOURS),
    ("event", newswords.EVENTS),
    ("thing", newswords.THINGS),
    ("role", newswords.ROLES),
)
# Read with their endings and without clitics only: "may" and "sat" must not come out of "maying".
_EXACT: frozenset[Kind] = frozenset({"weekday", "month", "hour"})


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that both languages name."""

    kind: Kind
    name: str


def _forms(cell: str) -> Iterator[str]:
    for form in fold(cell).text.split():
        yield form.replace("_", " ")


def _rows() -> Iterator[tuple[Concept, tuple[str, ...], tuple[str, ...]]]:
    for kind, table in _TABLES:
        for line in table.strip().splitlines():
            name, english, arabic = line.split("|")
            yield Concept(kind, name.strip()), tuple(_forms(english)), tuple(_forms(arabic))


def _bare(form: str, kind: Kind, *, arabic: bool) -> str:
    if " " in form:
        return " ".join(
            (candidates_ar(part)[1 if len(candidates_ar(part)) > 1 else 0] if arabic else part) for part in form.split()
        )
    if arabic:
        bare = candidates_ar(form)
        return bare[1] if kind in _EXACT and len(bare) > 1 else stem_ar(form)
    return form if kind in _EXACT else stem_en(form)


def _build() -> tuple[dict[str, Concept], dict[str, Concept]]:
    stems: dict[str, Concept] = {}
    exact: dict[str, Concept] = {}
    for concept, english, arabic in _rows():
        for form in english + arabic:
            exact.setdefault(form, concept)
            stems.setdefault(_bare(form, concept.kind, arabic=not form.isascii()), concept)
    return exact, stems


_EXACT_FORMS, _STEMS = _build()
_COMMON = frozenset(fold(smallwords.COMMON_AR + " " + smallwords.COMMON_EN).text.split())
_COMMON_STEMS = frozenset(stem_ar(word) for word in _COMMON if not word.isascii())


def concept_of(word: str) -> Concept | None:
    """The concept of one folded word, None when it is not an ordinary word of the news.

    >>> concept_of("والاميركيون").name, concept_of("earthquakes").name
    ('us', 'earthquake')
    """
    if word in _EXACT_FORMS:
        return _EXACT_FORMS[word]
    if word.isascii():
        return _STEMS.get(stem_en(word))
    for form in candidates_ar(word):
        found = _EXACT_FORMS.get(form) or _STEMS.get(form)
        if found and (found.kind not in _EXACT or len(form) >= 4):
            return found
    return None


def concept_of_pair(first: str, second: str) -> Concept | None:
    """The concept of two folded words in a row."""
    found = _EXACT_FORMS.get(f"{first} {second}")
    if found or first.isascii():
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


def is_common(word: str) -> bool:
    """Whether any text has this folded word."""
    return word in _COMMON or (not word.isascii() and (stem_ar(word) in _COMMON_STEMS or len(word) < 3))
