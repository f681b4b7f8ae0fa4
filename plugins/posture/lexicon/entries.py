"""What the project knows by name: bases, forces, people, offices, places, outlets.

A lexicon is built once from checked seed entries and never changes; everything that reads a text is given it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from posture.lexicon.names import LATIN_ARTICLES, Name, Node, grow, names_of, spelled_out, words_of

# Kinds that only build other mentions: they are never reported by themselves.
ROLE, BETWEEN, TITLE, RANK, HONORIFIC, TOPIC, BLOCK = "role", "between", "title", "rank", "honorific", "topic", "block"
_SPEAKERS = {
    "المتحدث باسم": tuple(
        f"{who} باسم"
        for who in (
            *("المتحدثة", "المتحدث الرسمي", "المتحدث العسكري", "الناطق", "الناطقة", "الناطق الرسمي", "الناطق العسكري"),
            *("متحدث", "متحدثة", "ناطق", "نائب المتحدث", "نائبة المتحدث", "نائبة المتحدثة"),
        )
    ),
    "spokesman": ("spokesperson", "spokeswoman", "deputy spokesman", "deputy spokesperson"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A stay in office. `from_` and `to` are the first and last day, None when they are not known or it goes on."""

    office: str
    from_: date | None = None
    to: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the person held the office on this day, so far as is known."""
        return (self.from_ is None or self.from_ <= day) and (self.to is None or day <= self.to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing with a name. `near` are the words beside which a `weak` spelling means it."""

    id: str
    kind: str
    name_en: str
    name_ar: str
    spellings: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    country: str | None = None
    province: str | None = None
    part_of: str | None = None
    lat: float | None = None
    lon: float | None = None
    holds: tuple[Tenure, ...] = ()
    shared: bool = False  # an office that several people hold at once
    checked: date | None = None  # an office: the last day for which its holders are known
    examples: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Misnaming:
    """A wording that means something else than it says, where one of the words `near` stands in the text."""

    id: str
    entity: str
    spellings: tuple[str, ...]
    message: str
    near: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All entries, with the tree of their spellings."""

    entries: Mapping[str, Entry]
    tree: Node
    misnamings: Mapping[str, Misnaming] = field(default_factory=dict)
    near: Mapping[str, frozenset[str]] = field(default_factory=dict)
    posts: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (title, country) → office or institution
    tenures: Mapping[str, tuple[tuple[Tenure, str], ...]] = field(default_factory=dict)  # office → who held it
    given_names: frozenset[str] = frozenset()
    topic_forces: frozenset[str] = frozenset()  # whose presence in Iraq is the subject
    no_names: frozenset[str] = frozenset()  # words that are no part of a person's name
    no_forces: frozenset[str] = frozenset()  # words before which "military" is no force: base, aid
    not_now: frozenset[str] = frozenset()  # words beside which a title is not that of the day: former, deputy

    def entry(self, entity: str) -> Entry | None:
        """What is known of an entity; None for one that the lexicon lacks."""
        return self.entries.get(entity)


def entry_from(row: Mapping[str, Any]) -> Entry:
    """An entry as the seed file says it."""
    return Entry(
        id=row["id"],
        kind=row["kind"],
        name_en=row["name_en"],
        name_ar=row["name_ar"],
        spellings=_both(row.get("names")),
        weak=_both(row.get("weak")),
        near=tuple(row.get("near", ())),
        except_=tuple(row.get("except", ())),
        demonyms=_both(row.get("demonyms")),
        titles=_both(row.get("titles")),
        country=row.get("country"),
        province=row.get("province"),
        part_of=row.get("part_of"),
        lat=row.get("lat"),
        lon=row.get("lon"),
        holds=tuple(_tenure(held) for held in row.get("holds", ())),
        shared=row.get("shared", False),
        checked=_day(row.get("checked"), last=True),
        examples=tuple(row.get("examples", ())),
        not_=tuple(row.get("not", ())),
    )


def misnaming_from(row: Mapping[str, Any]) -> Misnaming:
    """A misnaming as the seed file says it."""
    return Misnaming(
        id=row["id"],
        entity=row["entity"],
        spellings=tuple(row["says"]),
        message=row["message"],
        near=tuple(frozenset(words_of(phrase)) for phrase in row.get("near", ())),
    )


def build_lexicon(
    entries: Iterable[Entry],
    *,
    roles: Mapping[str, Iterable[str]] | None = None,
    between: Iterable[str] = (),
    misnamings: Iterable[Misnaming] = (),
    given_names: Iterable[str] = (),
    ranks: Iterable[str] = (),
    honorifics: Iterable[str] = (),
    not_now: Iterable[str] = (),
    no_names: Iterable[str] = (),
    no_forces: Iterable[str] = (),
    topics: Mapping[str, Iterable[str]] | None = None,
    topic_forces: Iterable[str] = (),
) -> Lexicon:
    """A lexicon of these entries.

    `roles` maps troops, advisers, … to the words for them; `between` are the adjectives that may stand between
    such a word and a nation (military, combat). `ranks`, `honorifics` and `given_names` show people who have no entry;
    beside the words `not_now` a title is not that of the day. `topics` maps posture, attack and so on to the words
    that show them; `topic_forces` are those whose presence is the subject.
    """
    known = {entry.id: entry for entry in entries}
    wrong = {misnaming.id: misnaming for misnaming in misnamings}
    names = [name for entry in known.values() for name in _names(entry)]
    names += [name for misnaming in wrong.values() for name in names_of(misnaming.id, "misnaming", misnaming.spellings)]
    names += [name for role, words in (roles or {}).items() for name in names_of(role, ROLE, words)]
    names += [name for topic, words in (topics or {}).items() for name in names_of(topic, TOPIC, words)]
    names += names_of("rank", RANK, ranks)
    names += names_of("honorific", HONORIFIC, honorifics)
    names += names_of("between", BETWEEN, between, inflected=True)
    return Lexicon(
        entries=known,
        tree=grow(names),
        misnamings=wrong,
        near={
            entry.id: frozenset(w for n in entry.near for w in words_of(n)) for entry in known.values() if entry.near
        },
        posts=_posts(known.values()),
        tenures=_tenures(known.values()),
        given_names=_words(given_names),
        topic_forces=frozenset(topic_forces),
        not_now=_words(not_now),
        no_names=_words(no_names),
        no_forces=_words(no_forces),
    )


def holder(lexicon: Lexicon, office: str, day: date) -> str | None:
    """Who held the office on this day: the id of a person, None when nobody known did, or more than one.

    On the day of handing over it is the new one. After the last day for which holders were checked, nobody is known.
    """
    people = holders(lexicon, office, day)
    return people[-1] if people and (len(set(people)) == 1 or not lexicon.entries[office].shared) else None


def holders(lexicon: Lexicon, office: str, day: date) -> list[str]:
    """Everybody known to have held the office on this day, the earliest first."""
    entry = lexicon.entries.get(office)
    if entry is None or (entry.checked is not None and day > entry.checked):
        return []
    held = [(tenure, person) for tenure, person in lexicon.tenures.get(office, ()) if tenure.covers(day)]
    return [person for _, person in sorted(held, key=lambda pair: pair[0].from_ or date.min)]


def _words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in words_of(phrase))


def _names(entry: Entry) -> Iterable[Name]:
    strong = tuple(_spoken_for((*_plain(entry.name_en), *_plain(entry.name_ar), *entry.spellings)))
    yield from names_of(entry.id, entry.kind, strong)
    yield from names_of(entry.id, entry.kind, entry.weak, weak=True)
    yield from names_of(entry.id, "nation", entry.demonyms, inflected=True)
    yield from names_of(entry.id, BLOCK, entry.except_)
    if entry.kind == "person":
        yield from names_of(entry.id, "person", _surnames(strong), surname=True)
    for title in entry.titles:
        yield from names_of(_title_key(title), TITLE, (title,))


def _plain(name: str) -> list[str]:
    """The names in "Camp Adder / Imam Ali (Tallil) Air Base" without what explains them."""
    return [" ".join(re.sub(r"\([^)]*\)", " ", part).split()) for part in name.split(" / ")]


def _spoken_for(spellings: Iterable[str]) -> Iterable[str]:
    """The spellings, and those of a spokesman in his other words: المتحدثة, الناطق الرسمي, spokesperson."""
    for spelling in spellings:
        yield spelling
        for one, others in _SPEAKERS.items():
            if one in spelling:
                yield from (spelling.replace(one, other) for other in others)


def _surnames(spellings: Iterable[str]) -> Iterable[str]:
    """The last name of each spelling, in Latin letters with and without its al-."""
    for spelling in spellings:
        parts = re.split(r"[\s-]+", spelling)
        if len(parts) > 2 or (len(parts) == 2 and parts[0].casefold() not in LATIN_ARTICLES):
            yield parts[-1]
            if parts[-2].casefold() in LATIN_ARTICLES:
                yield " ".join(parts[-2:])


def _posts(entries: Iterable[Entry]) -> dict[tuple[str, str], str]:
    return {(_title_key(t), e.country): e.id for e in entries if e.country for t in e.titles}


def _title_key(title: str) -> str:
    return " ".join(words_of(title))


def _tenures(entries: Iterable[Entry]) -> dict[str, tuple[tuple[Tenure, str], ...]]:
    found: dict[str, tuple[tuple[Tenure, str], ...]] = {}
    for entry in entries:
        for tenure in entry.holds:
            found[tenure.office] = (*found.get(tenure.office, ()), (tenure, entry.id))
    return found


def _both(spellings: Mapping[str, Iterable[str]] | None) -> tuple[str, ...]:
    return tuple(name for written in (spellings or {}).values() for each in written for name in spelled_out(each))


def _tenure(row: Mapping[str, Any]) -> Tenure:
    return Tenure(office=row["office"], from_=_day(row.get("from"), last=False), to=_day(row.get("to"), last=True))


def _day(text: str | None, *, last: bool) -> date | None:
    """A day from "2020-05-07", "2020-05" or "2020": the first or last day of what is said."""
    if text is None:
        return None
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    month = month or (12 if last else 1)
    return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
