"""Version and lexicon in, claims with their evidence out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from posture.extracting.base_statuses import base_statuses_in
from posture.extracting.boilerplate import boilerplate_in
from posture.extracting.bylines import agency_of
from posture.extracting.chains import last_counted
from posture.extracting.conflicts import date_conflicts_in
from posture.extracting.days import said_days
from posture.extracting.engagements import engagements_in
from posture.extracting.force_levels import force_levels_in
from posture.extracting.incidents import incidents_in
from posture.extracting.legal_acts import legal_acts_in
from posture.extracting.movements import movements_in
from posture.extracting.parties import speaks_of_troops
from posture.extracting.phrases import Phrases
from posture.extracting.prepositions import is_in, leads_to
from posture.extracting.remembered import forces_left
from posture.extracting.repetition import distinct
from posture.extracting.scenes import Scene, entity_of, scenes_of
from posture.extracting.settings import Memory, Setting
from posture.extracting.speakers import speeches_of
from posture.extracting.statements import statements_in
from posture.extracting.stretches import stretches
from posture.extracting.subjects import Who, subject_of
from posture.extracting.things import is_posture, things_of
from posture.extracting.timetables import timetables_in
from posture.extracting.told_once import is_tally, told_once
from posture.extracting.troops import country_named
from posture.extracting.whereabouts import HOSTS, last_abroad
from posture.lexicon.entries import Lexicon
from posture.lexicon.forces import is_country
from posture.lexicon.mentions import find_roles, mentions_of
from posture.lexicon.warnings import name_warnings
from posture.model import Claim, Extraction, Mention, Span, Version, Warning, Where  # noqa: A004
from posture.text.moments import Moment
from posture.text.parsing import Found, parse

# Without a day of publication a text is read at two days that share neither year, month, weekday nor day of the month:
# what resolves to the same day at both does not depend on it, and what does not stays unresolved.
_TWO_DAYS = (date(2013, 2, 12), date(2021, 9, 24))


def extract(version: Version, lexicon: Lexicon, phrases: Phrases) -> Extraction:
    """All that an article says about the posture: names, claims with the words that carry them, and warnings.

    Title and body are both read; a claim that the title makes and the body repeats with the same figures is kept once,
    with the evidence that is stronger. Nothing is claimed from boilerplate.
    """
    mentions = mentions_of(version, lexicon)
    warnings = list(boilerplate_in(version, phrases.boilerplate))
    agency = agency_of(version, mentions)
    claims: list[Claim] = []
    memory = Memory(most=_most_named(mentions, lexicon, phrases))
    for where in ("title", "body"):
        aside = [w.span for w in warnings if w.where == where and w.kind == "boilerplate"]
        for scene in _scenes(version, where, aside, mentions, lexicon, phrases):
            setting = _setting(scene, lexicon, phrases, memory, agency)
            told = list(_claims(setting))
            claims += told
            warnings += date_conflicts_in(scene, phrases)
            memory = _remember(setting, told)
        memory = replace(memory, lawful=False)  # the body may tell in full what the title only names
    warnings += name_warnings_in(version, mentions, lexicon)
    return Extraction(
        mentions=mentions,
        claims=tuple(distinct(told_once(claims, lexicon))),
        warnings=tuple(sorted(dict.fromkeys(warnings), key=lambda w: (w.where != "title", w.span))),
        agency=agency,
    )


def name_warnings_in(version: Version, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Warning]:
    """Names that are known mistranslations, or that contradict who held the office."""
    day = version.published.day if version.published else None
    for where in ("title", "body"):
        own = tuple(m for m in mentions if m.where == where)
        yield from name_warnings(own, version.text(where), lexicon, day=day)


def _scenes(  # noqa: PLR0917 -- all of them, always, from one place
    version: Version,
    where: Where,
    aside: Sequence[Span],
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    phrases: Phrases,
) -> Iterator[Scene]:
    text = version.text(where)
    day = version.published.day if version.published else None
    spans = [span for span in stretches(text) if not any(span.overlaps(other) for other in aside)]
    things = things_of(
        [m for m in mentions if m.where == where],
        find_roles(text, lexicon, where=where),
        parsed(text, day),
        text=text,
        lexicon=lexicon,
        phrases=phrases,
    )
    return scenes_of(text, spans, things, phrases, where=where, day=day)


def parsed(text: str, day: date | None) -> tuple[Found, ...]:
    """The numbers and moments of a text. Without the article's day a moment that depends on it has no days."""
    if day is not None:
        return parse(text, now=day)
    first, second = (parse(text, now=now) for now in _TWO_DAYS)
    fixed = {(m.span, m.from_, m.to) for m in second if isinstance(m, Moment)}
    return tuple(
        m if not isinstance(m, Moment) or (m.span, m.from_, m.to) in fixed else replace(m, from_=None, to=None)
        for m in first
    )


def _setting(scene: Scene, lexicon: Lexicon, phrases: Phrases, memory: Memory, agency: str | None) -> Setting:
    scene = said_days(scene)
    who = Who(lexicon=lexicon, capitals=phrases.capitals)
    speeches = speeches_of(scene, before=memory.speaker, who=who)
    return Setting(scene=scene, lexicon=lexicon, phrases=phrases, speeches=speeches, memory=memory, agency=agency)


def _claims(setting: Setting) -> Iterator[Claim]:
    told = list(_events(setting))
    yield from told
    yield from statements_in(setting, told=told)


def _events(setting: Setting) -> Iterator[Claim]:
    """All that a sentence tells but the positions."""
    moving = []
    for claim, count in movements_in(setting):
        moving += [count] if count is not None else []
        yield claim
    yield from force_levels_in(setting, moving=frozenset(moving))
    yield from timetables_in(setting)
    yield from incidents_in(setting)
    yield from engagements_in(setting)
    yield from base_statuses_in(setting)
    yield from legal_acts_in(setting)


def _remember(setting: Setting, told: Sequence[Claim]) -> Memory:
    """What this sentence leaves for the next: the last foreign force, host country, base and speaker."""
    scene, memory = setting.scene, setting.memory
    forces = [c.force for c in told if c.kind in ("force_level", "movement") and c.force]
    forces += forces_left(setting)
    hosts = [e for m in scene.all("place", "base") if is_in(scene, m) and (e := _host(setting, entity_of(m)))]
    still = [m for m in scene.all("base") if leads_to(scene, m) not in _TO]
    spoken = any(r.id == "part.same_base" for r, _ in scene.found("part"))
    bases = [e for m in (still or scene.all("base")) if (still or not spoken) and (e := entity_of(m))]
    return Memory(
        force=forces[-1] if forces else memory.force,
        place="iraq" if "iraq" in hosts else hosts[-1] if hosts else memory.place,
        base=memory.base if memory.base and len(set(bases)) > 1 else bases[-1] if bases else memory.base,
        most=memory.most,
        counted=last_counted(setting, told),
        speaker=_last_speaker(setting),
        topic=memory.topic or any(r.id == "part.topic" for r, _ in scene.found("part")),
        incident=next((c for c in reversed(told) if c.kind == "incident" and not is_tally(c)), memory.incident),
        spoken=memory.spoken or speaks_of_troops(scene),
        engaged=memory.engaged or any(c.kind == "engagement" for c in told),
        lawful=memory.lawful or any(c.kind == "legal" for c in told),
        day=next((c.from_ for c in reversed(told) if c.kind in _DATED and c.from_ == c.to is not None), memory.day),
        told_of=forces[-1] if forces else memory.told_of if speaks_of_troops(scene) else None,
        abroad=last_abroad(setting),
    )


_DATED = frozenset({"incident", "movement", "base_status", "engagement", "legal"})
_TO = frozenset({"to", "into", "toward", "الي", "نحو", "باتجاه"})  # where soldiers go is not yet where they are


def _last_speaker(setting: Setting) -> str | None:
    """Who goes on speaking after this sentence: nobody known when its last speaker is not."""
    if not setting.speeches:
        return subject_of(setting.scene, setting.who) or setting.memory.speaker
    if setting.speeches[-1].speaker is None:
        return None
    named = [s for s in setting.speeches if s.mark is not None]
    return named[-1].speaker if named else setting.memory.speaker


def _most_named(mentions: Sequence[Mention], lexicon: Lexicon, phrases: Phrases) -> str | None:
    """The foreign force that an article names most."""
    named = Counter(m.entity for m in mentions if m.kind == "nation" and m.entity in lexicon.topic_forces)
    named += Counter(m.entity for m in mentions if m.kind == "force" and is_posture(m.entity, lexicon, phrases))
    named = named or Counter(m.entity for m in mentions if m.entity in lexicon.topic_forces)
    named = named or Counter(c for m in mentions if (c := country_named(lexicon, m.entity)) in lexicon.topic_forces)
    most = named.most_common(1)[0][0] if named else None
    return phrases.capitals.get(most, most) if most else None


def _host(setting: Setting, entity: str | None) -> str | None:
    """The host country of a name: Iraq, Syria and their neighbours that house the troops."""
    entry = setting.lexicon.entry(entity or "")
    if entry is None:
        return None
    country = entity if is_country(entry) else entry.country
    return country if country in HOSTS else None
