"""Talks, rounds, meetings, agreements, visits: who with whom, where, when."""

from __future__ import annotations

from collections.abc import Iterator

from posture.extracting.days import first_day, is_ahead, last_day, moment_of, when
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.scope import colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.whereabouts import place_near
from posture.lexicon.forces import is_country
from posture.model import Claim

KIND = "engagement"
_SAME = 12  # words within which two phrases tell one engagement
# Of phrases in one place the more telling first.
_RANK = tuple(
    f"engagement.{one}"
    for one in ("round", "agreement", "visit", "meeting", "call", "commission", "talks", "at_meeting")
)
_NEAR = 14
_PARTIES = ("person", "office", "institution", "country", "nation", "force")


def engagements_in(setting: Setting) -> Iterator[Claim]:
    """The engagements that a sentence tells between Iraq and the United States or the coalition."""
    scene = setting.scene
    told: list[tuple[str | None, Found]] = []
    for rule, found in sorted(scene.found(KIND), key=lambda one: (_RANK.index(one[0].id), one[1].first)):
        if any(_same(scene, rule, found, *other) for other in told):
            continue
        parties = [
            m for m in scene.all(*_PARTIES) if scene.cost(found, m) <= _NEAR or found.first <= m.first < found.after
        ]
        if not _is_posture(setting, parties, rule):
            continue
        told.append((rule.event, found))
        yield _claim(setting, rule, found, parties)


def _same(scene: Scene, rule: Rule, found: Found, event: str | None, other: Found) -> bool:
    if "talks" in {rule.event, event} and {rule.event, event} & {"visit", "call", "meeting", "round"}:
        return True
    if scene.cost(found, other) > _SAME:
        return False
    talk = {"round", "talks", "meeting"}
    if {rule.event, event} == {"agreement", "commission"}:
        return True
    if {rule.event, event} == {"agreement", "round"}:
        return False
    overlap = found.first < other.after and other.first < found.after
    return rule.event == event or {rule.event, event} <= talk or (overlap and "visit" not in {rule.event, event})


def _is_posture(setting: Setting, parties: list[Mark], rule: Rule) -> bool:
    """Both sides named, or one of them and the troops spoken of."""
    sides = {_side(setting, mark) for mark in parties} - {None}
    speaks_of_troops = any(r.id in ("part.topic", "part.posture") for r, _ in setting.scene.found("part"))
    leading = any(_leads(setting, mark) for mark in parties)
    if {"iraq", "abroad"} <= sides and (leading or speaks_of_troops):
        return True
    if "elsewhere" in sides:
        return False
    if rule.event in ("visit", "call"):
        host = any(entity_of(m) for m in setting.scene.all("place", "base"))
        return ("abroad" in sides and host and _names_person(parties) and _within_iraq(setting)) or (
            speaks_of_troops and bool(sides)
        )
    both_understood = rule.event in ("round", "agreement", "talks", "meeting")
    if both_understood and _has_joint_body(setting):
        return True
    return bool(sides) and (speaks_of_troops or (both_understood and setting.memory.force is not None))


def _leads(setting: Setting, mark: Mark) -> bool:
    """Whether a party is the United States or the coalition, whose talks with Iraq are always of interest."""
    entity = entity_of(mark) or ""
    entry = setting.lexicon.entry(entity)
    country = setting.phrases.capitals.get(entity, entity)
    own = (entry.country if entry is not None else None) or _held(setting, entity) or country
    return own in {"us", "coalition"} or country in {"us", "coalition"}


def _names_person(parties: list[Mark]) -> bool:
    return any(mark.slot in ("person", "office") for mark in parties)


def _within_iraq(setting: Setting) -> bool:
    for mark in setting.scene.all("place", "base"):
        entity = entity_of(mark) or ""
        entry = setting.lexicon.entry(entity)
        if entity == "iraq" or (entry is not None and entry.country == "iraq"):
            return True
    return False


def _has_joint_body(setting: Setting) -> bool:
    """Whether the two sides meet in a body of both: the higher military commission, the two countries, both sides."""
    if any(entity_of(m) == "higher_military_commission" for m in setting.scene.all("institution")):
        return True
    words = {form for token in setting.scene.tokens for form in token.forms}
    if words.isdisjoint(
        {"عسكريه", "عسكري", "امني", "امنيه", "military", "security", "تحالف", "coalition", "combat", "قتاليه"}
    ):
        return False
    return not words.isdisjoint(
        {"جانبان", "جانبين", "بلدان", "بلدين", "طرفان", "طرفين", "البلدان", "bilateral", "sides", "ثنائي"}
    )


def _side(setting: Setting, mark: Mark) -> str | None:
    entity = entity_of(mark)
    if entity is None:
        return None
    entry = setting.lexicon.entry(entity)
    country = setting.phrases.capitals.get(entity, entity)
    if mark.slot in ("person", "office", "institution"):
        country = (entry.country if entry else None) or _held(setting, entity) or entity
    if country in ("iraq", "kurdistan_region"):
        return "iraq"
    if mark.slot == "force" and entry is not None and entry.country == "iraq":
        return "iraq"
    if country in (
        "us",
        "coalition",
        "uk",
        "france",
        "germany",
        "italy",
        "nato",
        "nato_mission_iraq",
        "foreign_forces",
    ):
        return "abroad"
    if entity == "higher_military_commission":
        return "joint"
    known = setting.lexicon.entry(country or "")
    return "elsewhere" if known is not None and mark.slot != "force" and is_country(known) else None


def _held(setting: Setting, person: str) -> str | None:
    entry = setting.lexicon.entry(person)
    if entry is None or not entry.holds:
        return None
    office = setting.lexicon.entry(entry.holds[-1].office)
    return office.country if office else None


def _one_each(setting: Setting, parties: list[Mark]) -> list[Mark]:
    """One mark for each who takes part: a minister named by title, name and title again is one party."""
    kept: dict[str, Mark] = {}
    for mark in parties:
        if mark.slot == "country" and is_after_in(setting.scene, mark):
            continue  # "in Baghdad" is where they meet
        called = setting.who.is_called(setting.scene, mark) or mark.span.of(setting.scene.text)
        if called not in kept or (kept[called].slot == "office" and mark.slot == "person"):
            kept[called] = mark
    return sorted(kept.values(), key=lambda mark: mark.first)


def _claim(setting: Setting, rule: Rule, found: Found, parties: list[Mark]) -> Claim:
    scene = setting.scene
    colour = colour_of(scene, found, rule=rule, verb=True)
    # A visit and a hosting take their place without a word before it: "زار واشنطن", "London hosted".
    hosted = any(form.startswith(("استضاف", "host")) for token in scene.words(found) for form in token.forms)
    going = rule.event == "visit" or hosted
    place, where, sure = place_near(setting, found, inherit=False, within=18, reached=going, visited=going)
    day_mark = when(scene, found, within=14, done=colour.modality == "asserted")
    if day_mark is not None and colour.modality == "planned" and not is_ahead(moment_of(day_mark), setting.day):
        day_mark = None  # the day of the announcement, not of the talks
    evidence = [*where, *(scene.evidence("party", mark.span) for mark in _one_each(setting, parties))]
    as_of, from_, to = setting.day, None, None
    if day_mark is not None and not (rule.event == "agreement" and is_ahead(moment_of(day_mark), setting.day)):
        moment = moment_of(day_mark)
        from_, to = first_day(moment), last_day(moment)
        if to is not None and not is_ahead(moment, setting.day):
            as_of = to
        evidence.append(scene.evidence("from", day_mark.span))
    return make_claim(
        setting, "engagement", rule, found, evidence=evidence, colour=colour, sure=sure, event=rule.event,
        place=place, as_of=as_of, from_=from_, to=to,
    )  # fmt: skip
