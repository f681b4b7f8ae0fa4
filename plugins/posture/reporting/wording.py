"""Ids, counts and days in the words of the reader: English or Arabic.

Digits are 0–9 in both languages, so that a figure can be compared and copied; Arabic nouns follow their number.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from posture.reporting.facts import Change, Fact, Figure, Said, Unseen
from posture.reporting.phrases import MONTHS, MORE_AR, NOUNS, PHRASES, WEEKDAYS
from posture.reporting.vocabulary import COUNTED, EVENTS, ROLES

Telling = Literal["en", "ar"]  # the languages in which we tell
Labels = Mapping[str, tuple[str, str]]  # id -> (English name, Arabic name)
_RTL = frozenset({"ar", "ckb", "fa", "ur", "he"})


def direction(language: str) -> str:
    """Which way a language runs: `rtl` or `ltr`; `auto` when unknown."""
    return "auto" if language == "und" else "rtl" if language in _RTL else "ltr"


def _month_end(day: date) -> date:
    return date(day.year, day.month, monthrange(day.year, day.month)[1])


def beginning(text: str) -> str:
    """A text as it begins a line: with a capital."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language, with the names of the lexicon."""

    language: Telling
    labels: Labels

    @property
    def rtl(self) -> bool:
        """Whether the language runs from right to left."""
        return self.language == "ar"

    @property
    def comma(self) -> str:
        """What stands between the items of a list."""
        return "، " if self.rtl else ", "

    def __call__(self, key: str, *values: object) -> str:
        """A fixed phrase, with values in its places."""
        return PHRASES[key][self.rtl].format(*values)

    def known(self, key: str, otherwise: str) -> str:
        """A fixed phrase when there is one, else the given words as they are."""
        return self(key) if key in PHRASES else otherwise

    def name(self, entity: str | None) -> str:
        """The name of an id; of one that the lexicon lacks, the id in plain words."""
        if entity is None:
            return ""
        if entity in self.labels:
            return self.labels[entity][self.rtl]
        return entity.removeprefix("unknown:").replace("_", " ").strip()

    def number(self, value: int) -> str:
        """A count with its thousands apart."""
        return f"{value:,}"

    def figure(self, figure: Figure) -> str:
        """A count with its bounds: 2,500; about 2,500; at least 3,000; 2,000–2,500. Never an average."""
        low, high = figure.low, figure.high
        if low is not None and high is not None:
            words = self.number(low) if low == high else self("range", self.number(low), self.number(high))
            return self("about", words) if figure.about else words
        bound = "at_most" if low is None else "at_least"
        return self(bound, self.number(next(count for count in (low, high, 0) if count is not None)))

    def counted(self, count: int, noun: str) -> str:
        """A number with its noun in the form that the number asks for."""
        english, arabic = NOUNS[noun]
        if not self.rtl:
            return f"{count:,} {english[count != 1]}"
        one, two, few, many, hundred = arabic
        if count in (1, 2):
            return (one, two)[count - 1]
        rest = count % 100
        form = few if 3 <= rest <= 10 else many if rest >= 11 else hundred
        return f"{count:,} {form}"

    def more(self, count: int) -> str:
        """How many are not shown."""
        return MORE_AR[count] if self.rtl and count in MORE_AR else self("and_more", self.number(count))

    def day(self, day: date) -> str:
        """A day as the press writes it: 26 Jan 2024."""
        return f"{day.day} {MONTHS[self.rtl][day.month - 1]} {day.year}"

    def full_day(self, day: date) -> str:
        """A day with its weekday."""
        return f"{WEEKDAYS[self.rtl][day.weekday()]}{self.comma}{self.day(day)}"

    def period(self, start: date | None, end: date | None) -> str:
        """The days that a timetable names; a whole month by its name."""
        if start and end and start.day == 1 and end == _month_end(start):
            return f"{MONTHS[self.rtl][start.month - 1]} {start.year}"
        if start and end and start != end:
            return self("period_to", self.day(start), self.day(end))
        if end or start:
            return self.day(end or start or date.min)
        return self("no_date")

    def due(self, fact: Fact) -> str:
        """The days that a claim names; a period that begins when it is printed is a deadline."""
        start, end, printed = fact.from_, fact.to, fact.said.printed
        if start and end and printed and start < end and abs((start - printed).days) <= 1:
            return self("by_day", self.day(end))
        return self.period(start, end)

    def slippage(self, days: int) -> str:
        """By how much a date moved, later or earlier."""
        return self("slipped" if days > 0 else "brought_forward", self.counted(abs(days), "day"))

    def moved(self, before: date, after: date) -> str:
        """From which date one moved, and by how much."""
        return f"{self('moved_from', self.day(before))} · {self.slippage((after - before).days)}"

    def countdown(self, days: int) -> str:
        """How far away a day is."""
        if not days:
            return self("today")
        return self("days_left" if days > 0 else "days_passed", self.counted(abs(days), "day"))

    def subject(self, fact: Fact) -> str:
        """Whose troops, and where; the role when they are not plain troops. A country's forces are named `force:…`."""
        force, place = self.force(fact.force), ""
        if fact.place != fact.target:
            place = self.name(fact.place)
        if place and place in force:  # NATO Mission Iraq
            place = ""
        at = "force_at" if fact.target is None and fact.target_kind == "base" else "force_in"
        subject = self(at, force, place) if force and place else force or place
        role = self.role(fact.role) if fact.role and fact.role in ROLES and fact.role != "troops" else ""
        return f"{subject} ({role})" if subject and role else subject or role

    def force(self, entity: str | None) -> str:
        """The name of somebody's troops: of a country's, or of a force that has its own."""
        return self.name(f"force:{entity}" if f"force:{entity}" in self.labels else entity)

    def attribution(self, said: Said) -> str:
        """Who says so, and through whom."""
        unknown = said.speaker is not None and said.speaker not in self.labels
        speaker = (said.speaker_words if unknown else None) or self.name(said.speaker) or self("unattributed")
        through = said.via if said.via and said.via not in (said.speaker, said.outlet) else None
        return self.comma.join(filter(None, [speaker, self("via", self.name(through)) if through else ""]))

    def field(self, field: str) -> str:
        """The name of a field in which texts differ; its own name when we have no word for it."""
        kind, _, last = field.rpartition(".")
        words = self.known(f"field.{last}", last.replace("_", " "))
        return f"{self.known(f'kind.{kind}', kind)} · {words}" if kind else words

    def value(self, value: str | Figure) -> str:
        """A value of such a field: an id by its name, a count with its thousands apart, else as it is."""
        if isinstance(value, Figure):
            return self.figure(value)
        if value.isascii() and value.isdigit():
            return self.number(int(value))
        if value in ("affirmed", "negated"):
            return self(value)
        return self.labels[value][self.rtl] if value in self.labels else value

    def gist(self, fact: Fact) -> str:
        """One claim in a few words: what, how many, of whom, where, when."""
        if fact.kind == "force_level" and fact.figure and (subject := self.subject(fact)):
            return f"{subject}: {self.figure(fact.figure)}"
        dated = fact.kind == "timetable" and (fact.from_ or fact.to)
        parts = [
            self.matter(fact),
            self.due(fact) if dated else "",
            self.counted(fact.killed, "killed") if fact.killed else "",
            self.counted(fact.wounded, "wounded") if fact.wounded else "",
        ]
        return beginning(" · ".join(part for part in parts if part))

    def matter(self, fact: Fact) -> str:
        """What a claim is about: what happens, how often or to how many, to what, whose, and where."""
        event, figure = self.event(fact.event), self.figure(fact.figure) if fact.figure else ""
        if figure and fact.event and fact.event in COUNTED:
            event = COUNTED[fact.event][self.rtl]
        what = f"{event}: {figure}" if figure and event else figure or event
        # soldiers are attacked, not their country
        target = self.force(fact.target) if fact.kind == "incident" else self.name(fact.target)
        return " · ".join(part for part in (what, target, self.subject(fact)) if part)

    def change(self, change: Change) -> str:
        """What kind of news a figure is: a change by one speaker, another speaker's figure, or the first."""
        return self("changed" if change.moved else "another" if change.before else "first_figure")

    def against(self, change: Change) -> str:
        """The figure from which a new one departs: what it was, or what stands beside it."""
        if change.before is None or change.before.figure is None:
            return self("first_figure")
        return self("was" if change.moved else "beside", self.figure(change.before.figure))

    def event(self, event: str | None) -> str:
        """What happened; a word that we have no Arabic for stays as it is."""
        return EVENTS[event][self.rtl] if event and event in EVENTS else (event or "").replace("_", " ")

    def denied(self, fact: Fact) -> bool:
        """Whether the claim is said not to be so."""
        return fact.polarity == "negated" or fact.modality == "denied"

    def why(self, unseen: Unseen) -> str:
        """Why a source could not be seen; in the words of the program when there is no phrase for it."""
        if unseen.silent:
            return self("silent")
        return self.known(f"unseen.{unseen.outcome}", unseen.reason)

    def role(self, role: str) -> str:
        """As what soldiers are there; a word that we have no Arabic for stays as it is."""
        return ROLES[role][self.rtl] if role in ROLES else role.replace("_", " ")

    def manner(self, fact: Fact) -> str:
        """How it is said when it is not plainly stated: denied, planned, demanded; empty when stated."""
        if self.denied(fact):
            return self("negated")
        return "" if fact.modality == "asserted" else self(f"modality.{fact.modality}")
