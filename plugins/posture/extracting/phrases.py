"""What seeds/phrases means once loaded: rules by id, ready to be matched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from posture.errors import Misconfigured
from posture.extracting.matcher import Matcher
from posture.extracting.patterns import Chain, compile_list, compile_phrase
from posture.text.folding import fold

# Kinds of rules that build no claim: words that colour one, say who speaks, or are part of another rule.
SCOPE, SPEECH, PART = "scope", "speech", "part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way in which the press says a thing.

    `event` names what is said, in the vocabulary of its kind; `sure` is how often the phrase alone means it, 0 to 1;
    `reach` is how many words away the things it speaks of may stand.
    """

    id: str
    kind: str
    event: str | None = None
    modality: str | None = None
    polarity: str | None = None
    needs: tuple[str, ...] = ()
    sure: float = 0.9
    reach: int = 8
    examples: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEvent:
    """Something that happened on a known day, told by its kind and its words."""

    id: str
    kind: str
    day: date
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Boilerplate:
    """What stands on a page but is no part of the article, folded: lines, their beginnings, credits of pictures."""

    lines: frozenset[str] = frozenset()
    begins: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """All rules, with the matcher that finds them."""

    rules: Mapping[str, Rule]
    matcher: Matcher
    abroad: frozenset[str] = frozenset()  # forces and countries whose troops are no part of the posture
    capitals: Mapping[str, str] = field(default_factory=dict)  # capital → the country for whose government it stands
    history: Mapping[str, KnownEvent] = field(default_factory=dict)  # by the id of the rule that tells it
    boilerplate: Boilerplate = field(default_factory=Boilerplate)


def build_phrases(files: Mapping[str, Mapping[str, Any]]) -> Phrases:
    """Phrases from the contents of the seed files, by file name; `Misconfigured` when one cannot be read."""
    lists: dict[str, Chain] = {}
    for name, content in files.items():
        for key, words in content.get("lists", {}).items():
            if key in lists:
                raise Misconfigured(f"the list <{key}> stands twice", item=name, remedy="rename one of them")
            lists[key] = compile_list(words, lists, item=f"{name} <{key}>")
    rules: dict[str, Rule] = {}
    chains: list[tuple[str, Chain]] = []
    history: dict[str, KnownEvent] = {}
    for name, content in files.items():
        for row in content.get("rules", ()):
            rule = _rule(row, PART if row["id"].startswith(f"{PART}.") else content["kind"])
            if rule.id in rules:
                raise Misconfigured("two rules have this id", item=f"{name} {rule.id}", remedy="rename one of them")
            rules[rule.id] = rule
            chains += [(rule.id, compile_phrase(p, lists, item=f"{name} {rule.id}")) for p in _phrases(row)]
            if "day" in row:
                history[rule.id] = _known(row)
    abroad = frozenset(one for content in files.values() for one in content.get("not_posture", ()))
    return Phrases(
        rules=rules,
        matcher=Matcher(chains),
        abroad=abroad,
        capitals={k: v for content in files.values() for k, v in content.get("capitals", {}).items()},
        history=history,
        boilerplate=_boilerplate(files.get("boilerplate.yml", {})),
    )


def _boilerplate(content: Mapping[str, Any]) -> Boilerplate:
    lines, begins, credit_lines = (
        tuple(fold(one).text for one in content.get(key, ())) for key in ("lines", "begins", "credits")
    )
    return Boilerplate(lines=frozenset(lines), begins=begins, credits=credit_lines)


def _rule(row: Mapping[str, Any], kind: str) -> Rule:
    return Rule(
        id=row["id"],
        kind=kind,
        event=row.get("event"),
        modality=row.get("modality"),
        polarity=row.get("polarity"),
        needs=tuple(row.get("needs", ())),
        sure=row.get("sure", 0.9),
        reach=row.get("reach", 8),
        examples=tuple(row.get("examples", ())),
        not_=tuple(row.get("not", ())),
    )


def _known(row: Mapping[str, Any]) -> KnownEvent:
    return KnownEvent(id=row["id"], kind=row["of"], day=date.fromisoformat(row["day"]), message=row["message"])


def _phrases(row: Mapping[str, Any]) -> Iterable[str]:
    return dict.fromkeys((*row.get("ar", ()), *row.get("en", ())))  # a list of both languages stands in both
