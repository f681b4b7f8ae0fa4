"""How many stand behind a story: the same words in nine outlets are one origin, not nine witnesses.

A report leads back to another when it is its copy, translation, variant or update; to an agency when it carries
the agency's text; to an agency or outlet after which it tells all that it tells ("Reuters reported …"), so that a
rumour that two outlets cite from each other is one; to a speaker when it is an official statement printed whole.
Reports that lead to one place are one origin. Unknown never adds independence: a report of which neither outlet nor
agency is known is no origin of its own where a known one exists, and all such reports together are one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from posture.model import VerdictKind

_LEADS_BACK: frozenset[VerdictKind] = frozenset({"copy", "translation", "variant", "update"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One report of a story as far as its origin goes. `of` is the key of the report it leads back to, if any."""

    key: str
    language: str
    outlet: str | None = None  # id of the source
    family: str | None = None  # who owns the outlet; an unknown family is the outlet itself
    agency: str | None = None  # whose text it is
    entity: str | None = None  # what the outlet is called where others cite it, an id as those of agencies
    told_after: str | None = None  # the agency or outlet from which it says it has all that it tells
    statement_of: str | None = None  # whose official statement it prints
    verdict: VerdictKind = "new"
    of: str | None = None
    at: datetime | None = None  # publication, or first sight


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """How many origins, outlets, families and languages a story has, and where each report leads back to."""

    origins: int
    outlets: int
    families: int
    languages: int
    origin_of: Mapping[str, str]  # key of a report -> key of the earliest report of its origin

    def __str__(self) -> str:
        counts = (
            (self.origins, "origin"),
            (self.outlets, "outlet"),
            (self.families, "family"),
            (self.languages, "language"),
        )
        return ", ".join(f"{count} {_plural(word, count)}" for count, word in counts)


def trace(tellings: Sequence[Telling]) -> Origins:
    """Lead each report of a story back to its origin.

    >>> first = Telling(key="1", language="ar", outlet="ina")
    >>> second = Telling(key="2", language="en", outlet="b", verdict="translation", of="1")
    >>> str(trace([first, second]))
    '1 origin, 2 outlets, 2 families, 2 languages'
    """
    groups = _Groups(telling.key for telling in tellings)
    for telling in tellings:
        if telling.of is not None and telling.verdict in _LEADS_BACK:
            groups.join(telling.key, telling.of)
    _join_alike(groups, tellings)
    _join_unknown(groups, tellings)
    return Origins(
        origins=len({groups.root(telling.key) for telling in tellings}),
        outlets=len({telling.outlet for telling in tellings if telling.outlet}) or min(1, len(tellings)),
        families=len({_family(telling) for telling in tellings if _family(telling)}) or min(1, len(tellings)),
        languages=len({telling.language for telling in tellings}),
        origin_of=_earliest(groups, tellings),
    )


def _family(telling: Telling) -> str | None:
    return telling.family or telling.outlet


def _join_alike(groups: _Groups, tellings: Iterable[Telling]) -> None:
    tellings = list(tellings)
    own = {telling.entity for telling in tellings if telling.agency is None and telling.told_after is None}
    first: dict[tuple[str, str], str] = {}
    for telling in tellings:
        for name in _leads_to(telling, own):
            groups.join(telling.key, first.setdefault(name, telling.key))


def _leads_to(telling: Telling, own: Collection[str | None]) -> Iterator[tuple[str, str]]:
    """Names to which a report leads; `own`: outlets with a report that cites nobody."""
    cites = telling.agency or telling.told_after
    for name in (telling.agency, telling.told_after):
        if name:
            yield "agency or outlet", name
    if telling.entity and telling.agency is None and (cites is None or telling.entity not in own):
        yield "agency or outlet", telling.entity
    if telling.statement_of:
        yield "statement", telling.statement_of
    # an outlet does not confirm itself, nor does its owner's other outlet
    if cites is None and (family := _family(telling)):
        yield "family", family


def _join_unknown(groups: _Groups, tellings: Sequence[Telling]) -> None:
    """Reports of unknown making join the first origin that is known, or each other."""
    unknown = [each for each in tellings if not (_family(each) or each.agency or each.told_after or each.statement_of)]
    known = [each for each in tellings if each not in unknown]
    led = {groups.root(each.key) for each in known}
    for telling in unknown:
        if groups.root(telling.key) not in led:
            groups.join(telling.key, (known or unknown)[0].key)


def _earliest(groups: _Groups, tellings: Sequence[Telling]) -> dict[str, str]:
    first: dict[str, Telling] = {}
    for telling in tellings:
        root = groups.root(telling.key)
        if root not in first or _before(telling, first[root]):
            first[root] = telling
    return {telling.key: first[groups.root(telling.key)].key for telling in tellings}


def _before(one: Telling, other: Telling) -> bool:
    if one.at is None or other.at is None:
        return one.at is not None
    return one.at < other.at


def _plural(word: str, count: int) -> str:
    if count == 1:
        return word
    return word.removesuffix("y") + "ies" if word.endswith("y") else word + "s"


class _Groups:
    """Keys joined into groups; a key that joins is taken in even when it was not given at first."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._parent = {key: key for key in keys}

    def root(self, key: str) -> str:
        while self._parent.setdefault(key, key) != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def join(self, one: str, other: str) -> None:
        self._parent[self.root(one)] = self.root(other)
