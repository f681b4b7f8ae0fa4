"""Whose troops: the force that a number, a movement or an attack speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from posture.extracting.patterns import Found, Mark
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.speakers import speech_for
from posture.extracting.things import is_posture
from posture.lexicon.entries import Lexicon
from posture.model import Evidence

_OF_BOTH = "higher_military_commission"  # a commission of two countries has no troops
_WITHIN = frozenset({"ضمن", "اطار", "مع", "جانب", "with", "within", "alongside", "under", "part"})
UNDERSTOOD, REMEMBERED = 0.95, 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Troops:
    """A force with the words that name it and how sure it is that it is meant. `entity` None: not of the posture."""

    entity: str | None
    evidence: tuple[Evidence, ...] = ()
    sure: float = 1.0
    mark: Mark | None = None


def posture_force(setting: Setting, entity: str | None) -> str | None:
    """The force or country as the force of a claim; None for troops that are no part of the posture."""
    if entity is None or not is_posture(entity, setting.lexicon, setting.phrases):
        return None
    entry = setting.lexicon.entry(entity)
    if entry is not None and entry.country and entry.kind in ("force", "institution"):
        entity = entry.country  # the Bundeswehr is Germany's
    elif entity == _OF_BOTH:
        return None
    return setting.phrases.capitals.get(entity, entity)


def force_named(setting: Setting, mark: Mark) -> Troops:
    """The troops that a mark of the slot "force" names."""
    entity = posture_force(setting, entity_of(mark))
    return Troops(entity=entity, evidence=(setting.scene.evidence("force", mark.span),), mark=mark)


def owner_of(setting: Setting, soldiers: Found | Mark, *, within: int = 30) -> Troops:
    """Whose the soldiers at the anchor are, when the words for them do not say.

    Tried in turn: the force or nation named right beside; who acts in the clause ("Britain keeps 150 soldiers",
    "لدى الولايات المتحدة"); a force named anywhere in the sentence; the foreign force that was last spoken of.
    """
    scene = setting.scene
    beside = scene.nearest(soldiers, "force", "nation", within=2)
    if beside is not None and not _is_frame(scene, soldiers, beside) and not _is_ground(scene, soldiers, beside):
        return force_named(setting, beside)
    if _is_ours(scene, soldiers) and (ours := _of_speaker(setting, soldiers)) is not None:
        return ours
    # Who has troops is named before them; a name behind them is what they are there for.
    actors = sorted(
        _actors(setting, soldiers, within),
        key=lambda m: (m.first > soldiers.first, _is_aside(scene, m, soldiers), scene.cost(soldiers, m)),
    )
    own = [m for m in actors if posture_force(setting, country_of(setting, m))]
    speaks = {speech.mark for speech in setting.speeches}
    actors = [m for m in actors if m in own or m.slot == "country" or m not in speaks]  # who says so has none of them
    if actors and actors[0] not in own and _is_close(scene, actors[0], soldiers):
        return Troops(entity=None, mark=actors[0])
    if own:
        entity = posture_force(setting, country_of(setting, own[0]))
        words = () if own[0].slot == "person" else (scene.evidence("force", own[0].span),)
        return Troops(entity=entity, evidence=words, sure=UNDERSTOOD, mark=own[0])
    return _understood(setting, soldiers)


def _understood(setting: Setting, soldiers: Found | Mark) -> Troops:
    """The force that a pronoun, the sentence or those before it leave to be understood."""
    scene = setting.scene
    if _is_its(scene, soldiers) and (its := _country_spoken_of(setting)) is not None:
        return its
    named = [m for m in scene.all("force", "nation") if posture_force(setting, entity_of(m))]
    named = [m for m in named if m.first < soldiers.first or not _is_frame(scene, soldiers, m)]
    if named:
        near = min(named, key=lambda mark: scene.cost(soldiers, mark))
        return Troops(
            entity=posture_force(setting, entity_of(near)),
            evidence=(scene.evidence("force", near.span),),
            sure=UNDERSTOOD,
            mark=near,
        )
    told = [s.speaker for s in setting.speeches if s.mark is None and s.speaker]
    spoken = posture_force(setting, country_named(setting.lexicon, told[0])) if told else None
    return Troops(entity=spoken or setting.memory.force or setting.memory.most, sure=REMEMBERED)


def _is_aside(scene: Scene, mark: Mark, soldiers: Found | Mark) -> bool:
    """Whether a name stands in a clause put in between: "Denmark, which led the NATO mission, has cut its team"."""
    own = scene.clauses[mark.first]
    opens = scene.tokens[scene.clauses.index(own)]
    return own < scene.clauses[soldiers.first] and opens.folded in {"which", "who", "that", "التي", "الذي"}


def _is_its(scene: Scene, soldiers: Found | Mark) -> bool:
    """Whether a pronoun says whose the soldiers are: "reduced its total number of troops", «خفضت قواتها»."""
    words = [token.folded for token in scene.tokens[max(0, soldiers.first - _ITS) : soldiers.after]]
    return not {"its", "their"}.isdisjoint(words) or any(word.endswith(("واتها", "نودها", "اتها")) for word in words)


_ITS = 4


def _country_spoken_of(setting: Setting) -> Troops | None:
    """The country whose government or parliament was the last to speak or act."""
    entity = posture_force(setting, country_named(setting.lexicon, setting.memory.speaker or ""))
    return Troops(entity=entity, sure=REMEMBERED) if entity is not None else None


def _is_ours(scene: Scene, soldiers: Found | Mark) -> bool:
    """Whether a speaker calls the soldiers his own: "our presence", «قواتنا»."""
    words = [token.folded for token in scene.tokens[max(0, soldiers.first - 2) : soldiers.after]]
    return "our" in words or any(word.endswith(("واتنا", "نودنا", "ودنا")) for word in words)


def _of_speaker(setting: Setting, soldiers: Found | Mark) -> Troops | None:
    """The troops of the country for which he who is quoted speaks."""
    speech = speech_for(soldiers, setting.speeches)
    if speech is None or speech.speaker is None:
        return None
    country = country_named(setting.lexicon, speech.speaker)
    evidence = (setting.scene.evidence("force", speech.mark.span),) if speech.mark is not None else ()
    return Troops(entity=posture_force(setting, country), evidence=evidence, sure=UNDERSTOOD, mark=speech.mark)


def _is_close(scene: Scene, actor: Mark, soldiers: Found | Mark) -> bool:
    """Whether somebody whose soldiers are no part of the posture acts right before them, in their own clause."""
    last = max(actor.first, actor.after - 1)
    within = _CLOSE if scene.clauses[last] == scene.clauses[soldiers.first] else _CLOSE - 2
    return actor.first < soldiers.first and scene.cost(actor, soldiers) <= within


_CLOSE = 6


def _is_frame(scene: Scene, soldiers: Found | Mark, mark: Mark) -> bool:
    """Whether a force is only that within which, or beside which, the soldiers serve: "150 soldiers with NATO"."""
    words = {form for token in scene.tokens[soldiers.after : mark.first] for form in token.forms}
    return not words.isdisjoint(_WITHIN)


def _is_ground(scene: Scene, soldiers: Found | Mark, mark: Mark) -> bool:
    """Whether a nation only says whose the ground is: «150 جنديا على الأراضي العراقية»."""
    words = {token.folded for token in scene.tokens[soldiers.after : mark.first]}
    return mark.slot == "nation" and not words.isdisjoint({"علي", "في", "الي", "in", "on", "to", "at"})


def _is_dateline(scene: Scene, mark: Mark) -> bool:
    """Whether a town opens the text and a dash or bracket follows: "BRUSSELS - NATO said"."""
    if mark.first > 0 or mark.after >= len(scene.tokens):
        return False
    behind = scene.text[mark.span.end : scene.tokens[mark.after].span.start]
    return any(sign in behind for sign in "-–—(")


def _actors(setting: Setting, anchor: Found | Mark, within: int) -> Iterator[Mark]:
    """Countries, ministries and coalitions that can have troops and are not said to be where they are."""
    scene = setting.scene
    for mark in scene.all("country", "institution", "office", "force", "person"):
        country = country_of(setting, mark)
        if country is None or scene.cost(anchor, mark) > within or anchor.first <= mark.first < anchor.after:
            continue
        if mark.slot == "country" and (is_after_in(scene, mark) or _is_visited(setting, mark)):
            continue
        if _is_dateline(scene, mark) or (mark.first >= anchor.after and _is_frame(scene, anchor, mark)):
            continue
        if mark.first >= anchor.after and _is_next_event(scene, anchor, mark):
            continue
        yield mark


def _is_next_event(scene: Scene, anchor: Found | Mark, mark: Mark) -> bool:
    """Whether a name is of a clause of its own behind the soldiers: «خفض عدد الجنود بعد أن تسلمت إيطاليا القيادة»."""
    words = {token.folded for token in scene.tokens[anchor.after : mark.first]}
    return not words.isdisjoint({"بعد", "بعدما", "قبل", "after", "before", "when", "since", "as", "عندما", "حين"})


def _is_visited(setting: Setting, mark: Mark) -> bool:
    """A capital behind ل is where one goes ("زيارة لبغداد"); a country behind it has something ("لفرنسا 300 جندي")."""
    token = setting.scene.tokens[mark.first]
    joined = token.span.start < mark.span.start and token.folded.lstrip("وف")[:1] == "ل"
    return joined and entity_of(mark) in setting.phrases.capitals


def country_of(setting: Setting, mark: Mark) -> str | None:
    """The country that a name is, or is of: its government, minister or force."""
    entity = entity_of(mark)
    if entity is None:
        return None
    if mark.slot in ("country", "force", "nation"):
        return setting.phrases.capitals.get(entity, entity)
    return country_named(setting.lexicon, entity)


def country_named(lexicon: Lexicon, entity: str) -> str | None:
    """The country that an institution, office or person is of."""
    entry = lexicon.entry(entity)
    if entry is None:
        return None
    if entity in lexicon.topic_forces:
        return entity  # NATO has troops of its own
    if entry.country is None and entry.holds:
        office = lexicon.entry(entry.holds[-1].office)
        return office.country if office else None
    return entry.country


def mover_near(setting: Setting, anchor: Found, *, within: int) -> Troops | None:
    """The foreign troops that move: named near the verb, by "its troops", by a unit's nation, or the country itself."""
    scene = setting.scene
    if "soldiers" in anchor.slots:
        troops = owner_of(setting, anchor.slots["soldiers"])
        return troops if troops.entity else None
    nation = anchor.slots.get("nation")
    if nation is not None and "force" not in anchor.slots:
        troops = force_named(setting, nation)
        return troops if troops.entity else None
    named = [(scene.cost(anchor, m), m) for m in scene.all("force") if scene.cost(anchor, m) <= within]
    if named:
        troops = force_named(setting, min(named, key=lambda one: one[0])[1])
        return troops if troops.entity else _foreign_after(setting, named)
    soldiers = scene.nearest(anchor, "soldiers", within=min(within, 5))
    if soldiers is not None:
        troops = owner_of(setting, soldiers)
        return troops if troops.entity else None
    for _, unit in ((r, f) for r, f in scene.found("part") if r.id == "part.units"):
        nation = scene.nearest(unit, "nation", "force", "country", within=1)
        if nation is not None and scene.cost(anchor, unit) <= within:
            troops = force_named(setting, nation)
            return troops if troops.entity else None
    return _subject_before(setting, anchor)


def _subject_before(setting: Setting, anchor: Found) -> Troops | None:
    """The force that opens the sentence, when a clause of its own parts it from the verb: "Troops who …, left"."""
    scene = setting.scene
    ahead = [m for m in scene.all("force", "country", "person", "institution") if m.first < anchor.first]
    if not ahead or ahead[0].slot != "force" or ahead[0].first > 1:
        return None
    between = scene.tokens[ahead[0].after : anchor.first]
    relative = bool(between) and not {"who", "which", "التي", "الذين"}.isdisjoint(between[0].forms)
    troops = force_named(setting, ahead[0])
    return troops if relative and troops.entity and len(ahead) == 1 else None


def _foreign_after(setting: Setting, named: list[tuple[int, Mark]]) -> Troops | None:
    """The next force, when the nearest is a local one in a list with a foreign one."""
    foreign = [(cost, m) for cost, m in named if posture_force(setting, entity_of(m)) and cost <= 3]
    return force_named(setting, min(foreign, key=lambda one: one[0])[1]) if foreign else None


# Words for soldiers that say no more than "troops".
_MEANING = dict.fromkeys(("personnel", "army", "presence", "airmen", "navy"), "troops")


def role_of(scene: Scene, anchor: Found | Mark, *, default: str | None = "troops") -> str | None:
    """What the soldiers at the anchor are: troops, advisers, trainers, contractors."""
    inside = [m for m in scene.all("soldiers") if anchor.first <= m.first < anchor.after + 1]
    roles = [entity for mark in inside if (entity := entity_of(mark))]
    special = [role for role in roles if role != "troops"]
    role = next(iter(special or roles), default)
    return _MEANING.get(role or "", role)
