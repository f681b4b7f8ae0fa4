"""What was told and is so no more: the old value beside the new one, in a letter to everyone who was told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from posture.reporting.facts import Fact, Figure, Link
from posture.reporting.figures import same
from posture.reporting.messages import Message, RecipientList
from posture.reporting.quality import unsure
from posture.reporting.rendering import render
from posture.reporting.wording import Labels, Words

BAGHDAD = ZoneInfo("Asia/Baghdad")
# A claim that differs in more than so many fields is another claim, not the old one put right.
_ALIKE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A claim as it was told and as its article has it now; `now` is None when the article says nothing of it."""

    told: Fact
    now: Fact | None
    fields: tuple[str, ...]  # in which they differ; empty when it is gone

    def rows(self) -> list[dict[str, str | None]]:
        """Each change as field, old and new value, in plain words."""
        if self.now is None:
            return [{"field": f"{self.told.kind}.claim", "old": self.told.said.words, "new": None}]
        now = self.now
        return [
            {"field": f"{now.kind}.{field}", "old": _shown(field, self.told), "new": _shown(field, now)}
            for field in self.fields
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """An article that says otherwise than was told of it, with each thing that it says otherwise.

    `edited`: the outlet changed its text; otherwise we read the same text differently.
    """

    text: Link
    edited: bool
    amendments: tuple[Amendment, ...]

    @property
    def lead(self) -> str:
        """The phrase that says how it came about."""
        return "correction_lead" if self.edited else "correction_reread"


def amend(told: Fact, current: Sequence[Fact], *, before: Collection[str]) -> Amendment | Fact:
    """What became of a claim that was told: the claim that says the same, or the amendment.

    `current` are the claims of the article's newest text; `before` the keys of those it had already when it was told:
    they take no other's place.
    """
    kind = [fact for fact in current if fact.kind == told.kind]
    still = next((fact for fact in kind if not differing(told, fact, fields=_CONTENT)), None)
    if still is not None:
        return still
    fresh = sorted((fact for fact in kind if fact.key not in before), key=lambda fact: len(differing(told, fact)))
    if fresh and len(differing(told, fresh[0])) <= _ALIKE:
        return Amendment(told=told, now=fresh[0], fields=differing(told, fresh[0]))
    return Amendment(told=told, now=None, fields=())


def differing(a: Fact, b: Fact, *, fields: Iterable[str] | None = None) -> tuple[str, ...]:
    """The fields in which two claims of one kind differ."""
    return tuple(field for field in (fields or _FIELDS) if not _FIELDS[field](a, b))


def compose_correction(
    articles: Sequence[Corrected], *, number: int, recipient_list: RecipientList, labels: Labels, now: datetime
) -> Message:
    """One letter for one list. `number` is the id of its first correction: it makes the Message-ID."""
    words = Words(language=recipient_list.language, labels=labels)
    articles = [replace(each, amendments=tuple(sorted(each.amendments, key=_weight))) for each in articles]
    articles.sort(key=lambda each: _weight(each.amendments[0]))
    amendments = [amendment for each in articles for amendment in each.amendments]
    gist = correction_line(amendments[0], words)
    values: Mapping[str, object] = {
        "articles": articles,
        "any_read": any(amendment.now is not None for amendment in amendments),
        "any_unsure": any(amendment.now is not None and unsure(amendment.now) for amendment in amendments),
        "list": recipient_list,
        "at": now.astimezone(BAGHDAD),
        "gist": f"{gist} · {words.more(len(articles) - 1)}" if len(articles) > 1 else gist,
    }
    subject, plain, html = render("correction", words=words, values=values)
    return Message(
        key=f"correction-{number}-{recipient_list.id}",
        subject=subject,
        text=plain,
        html=html,
        language=recipient_list.language,
        date=now,
        list_id=recipient_list.id,
        unsubscribe=recipient_list.unsubscribe,
        told=tuple(amendment.now for amendment in amendments if amendment.now is not None),
    )


def _weight(amendment: Amendment) -> tuple[bool, bool]:
    """A level put right is what a letter is about; one sentence may tell of a movement too."""
    return amendment.told.kind != "force_level", amendment.now is None


def correction_line(amendment: Amendment, words: Words) -> str:
    """What is put right, in one line."""
    gist = words.gist(amendment.told) or words(f"kind.{amendment.told.kind}")
    if amendment.now is None:
        return f"{gist} ({words('withdrawn')})"
    now = words.gist(amendment.now) or words(f"kind.{amendment.now.kind}")
    if amendment.fields == ("count",) and amendment.told.figure is not None:
        return f"{now} ({words('not_figure', words.figure(amendment.told.figure))})"
    changed = words.comma.join(words.field(field) for field in amendment.fields)
    return f"{now} ({words('changed_in', changed)})"


def _shown(field: str, fact: Fact) -> str:
    """A value as digits, day or id: what `Words.value` makes readable."""
    figure = fact.figure
    if field == "count":
        return "" if figure is None else _bounds(figure)
    if field == "date":
        days = [day.isoformat() for day in (fact.from_, fact.to) if day is not None]
        return "–".join(dict.fromkeys(days))
    value = fact.said.speaker if field == "speaker" else getattr(fact, field)
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def _bounds(figure: Figure) -> str:
    low, high = figure.low, figure.high
    if low == high:
        return str(low)
    return f"≥ {low}" if high is None else f"≤ {high}" if low is None else f"{low}–{high}"


def _count(a: Fact, b: Fact) -> bool:
    if a.figure is None or b.figure is None:
        return a.figure is b.figure
    return same(a.figure, b.figure)


def _equal(field: str) -> Callable[[Fact, Fact], bool]:
    return lambda a, b: bool(getattr(a, field) == getattr(b, field))


_FIELDS: Mapping[str, Callable[[Fact, Fact], bool]] = {
    "count": _count,
    "date": lambda a, b: (a.from_, a.to) == (b.from_, b.to),
    **{
        field: _equal(field)
        for field in ("polarity", "modality", "killed", "wounded", "force", "role", "place", "target", "event")
    },
    "speaker": lambda a, b: a.said.speaker == b.said.speaker,
}
# The same with another's name, or none, under it was not told wrongly while one of the text's voices says it.
_CONTENT = tuple(field for field in _FIELDS if field != "speaker")
