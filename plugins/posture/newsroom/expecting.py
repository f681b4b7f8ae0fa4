"""What a careful analyst expects of the sample press: `expected.yml` as values, and as counts per outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from posture.errors import Misconfigured
from posture.model import Claim
from posture.newsroom.press import FOLDER, Press, read_yaml

Topic = Literal["on_topic", "off_topic", "borderline", "unread"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What is expected of one article; `of` names an article, or a seed as `seed:004`."""

    topic: Topic
    relation: str | None = None
    of: str | None = None
    accept: tuple[str, ...] = ()
    differs: tuple[Mapping[str, str], ...] = ()
    event: str | None = None
    claims: tuple[Mapping[str, Any], ...] = ()
    edited: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""

    @property
    def relations(self) -> frozenset[str]:
        """Every answer that a careful analyst would let pass."""
        return frozenset({self.relation, *self.accept} - {None})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What comes of polling one outlet once; `listed` and `failed` count addresses."""

    feed: str
    listed: int
    failed: int = 0
    later: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """The whole of `expected.yml`: articles by their id, polls by outlet."""

    articles: Mapping[str, Expectation]
    sources: Mapping[str, Polled]

    def outcomes(self, outlet: str, press: Press) -> Mapping[str, int]:
        """What one poll of this outlet at the end of the six days should count, by outcome.

        `seen` is the sum of the others: new, known, copy, variant, translation, off_topic, borderline, failed.
        An article that may be judged in two ways is counted under the first.
        """
        polled = self.sources[outlet]
        counts: Counter[str] = Counter(seen=polled.listed, failed=polled.failed)
        if polled.listed == 0:
            return counts
        readable = [a for a in press.articles.values() if a.outlet == outlet and self._is_readable(a.id, polled)]
        # The newest are listed first; a feed that is cut off lists only those.
        readable.sort(key=lambda a: a.published, reverse=True)
        for article in readable[: polled.listed - polled.failed]:
            expectation = self.articles[article.id]
            counts[expectation.relation or "new" if expectation.topic == "on_topic" else expectation.topic] += 1
        counts["known"] = polled.listed - sum(n for name, n in counts.items() if name != "seen")
        return counts

    def _is_readable(self, article: str, polled: Polled) -> bool:
        return self.articles[article].topic != "unread" and polled.failed < polled.listed


def meets(expected: Mapping[str, Any], claim: Claim) -> bool:
    """Whether a claim says what is expected: every field that is written agrees; a `note` is for people.

    `count` stands for both ends of the count; casualties of 0 also meet a claim that gives none.
    """
    for name, value in expected.items():
        match name:
            case "note":
                agrees = True
            case "count":
                agrees = claim.count_low == value == claim.count_high
            case "casualties":
                told = claim.casualties or {}
                agrees = all(told.get(kind, 0) == number for kind, number in value.items())
            case "from":
                agrees = claim.from_ == value
            case _:
                agrees = getattr(claim, name) == value
        if not agrees:
            return False
    return True


def read_expected(press: Press) -> Expected:
    """Read what is expected; raises Misconfigured when an article or its model is missing."""
    document = read_yaml(FOLDER / "expected.yml")
    missing = sorted(set(press.articles) ^ set(document["articles"]))
    if missing:
        raise Misconfigured("not in both the stories and here", item="expected.yml", remedy=f"mend {missing}")
    articles = {name: _expectation(name, document["articles"]) for name in document["articles"]}
    default = {
        outlet: Polled(feed="ok", listed=sum(a.outlet == outlet for a in press.articles.values()))
        for outlet in press.outlets
    }
    return Expected(articles, default | {name: Polled(**values) for name, values in document["sources"].items()})


def _expectation(name: str, entries: Mapping[str, Mapping[str, Any]]) -> Expectation:
    values = dict(entries[name])
    if values.get("claims") == "same":
        values["claims"] = entries[values["of"]]["claims"]
    for key in ("accept", "differs", "claims"):
        values[key] = tuple(values.get(key, ()))
    return Expectation(**values)
