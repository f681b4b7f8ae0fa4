"""Who holds what position on the posture."""

from __future__ import annotations

from collections.abc import Iterator

from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.scope import Colour, colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.speakers import agent_of, is_arabic, speech_for
from posture.extracting.troops import owner_of, posture_force
from posture.extracting.whereabouts import HOSTS, place_near
from posture.lexicon.entries import Entry
from posture.lexicon.forces import is_country
from posture.model import Claim

KIND = "statement"
_SAME = 12
_TOPIC = 10  # words between a position and the troops that it is about
_HOLDERS = frozenset({"departure", "wish", "attacks", "protection", "condemnation", "permanent_bases"})


def statements_in(setting: Setting) -> Iterator[Claim]:
    """The positions that a sentence gives, each once."""
    scene = setting.scene
    if scene.span.of(scene.text).rstrip(" »”\"').").endswith(("?", "؟")):
        return  # a question holds no position
    told: list[tuple[str | None, Found]] = []
    for rule, found in sorted(scene.found(KIND), key=lambda one: (one[1].first, -one[1].after)):
        if any(rule.event == event and scene.cost(found, other) <= _SAME for event, other in told):
            continue
        if not _on_topic(setting, rule, found):
            continue
        speaker = _holder(setting, rule, found)
        if speaker is None or (rule.event == "departure" and (_is_in_law(scene, found) or _is_of_delay(scene, found))):
            continue
        told.append((rule.event, found))
        yield _claim(setting, rule, found, speaker)


def _is_in_law(scene: Scene, found: Found) -> bool:
    """Whether the demand is what a resolution or letter says, which is a claim of its own."""
    return any(0 <= found.first - law.first <= _TOPIC for _, law in scene.found("legal"))


def _is_of_delay(scene: Scene, found: Found) -> bool:
    """Whether what is asked for is a delay of the departure, which is the opposite."""
    return any(r.id == "part.delay" and found.first <= f.first < found.after for r, f in scene.found("part"))


def _on_topic(setting: Setting, rule: Rule, found: Found) -> bool:
    """Foreign troops must be spoken of near the words; for a condemnation or blame, an attack or strike."""
    if "strike_topic" in rule.needs:
        struck = _is_struck(setting, rule, found)
        named = any(posture_force(setting, entity_of(m)) for m in setting.scene.all("force", "nation", "country"))
        return struck and (named or setting.memory.incident is not None)
    if "attack_topic" in rule.needs:
        return _is_struck(setting, rule, found)
    if rule.id == "statement.we":
        return _speaks_for_troops(setting, found)
    if "ours" in rule.needs:
        return _speaks_for_troops(setting, found) or _names_troops(setting, found)
    return "troops_topic" not in rule.needs or _names_troops(setting, found) or _understood(setting, found)


def _is_struck(setting: Setting, rule: Rule, found: Found) -> bool:
    """Whether an attack is told near the words, or was told in the sentences before."""
    near = any(setting.scene.cost(found, other) <= rule.reach for _, other in setting.scene.found("incident"))
    return near or setting.memory.incident is not None


def _names_troops(setting: Setting, found: Found) -> bool:
    """Whether foreign troops, or bases of a country that has them, are named near the words."""
    scene = setting.scene
    near = [m for m in scene.all("force") if scene.cost(found, m) <= _TOPIC or found.first <= m.first < found.after]
    if any(posture_force(setting, entity_of(m)) for m in near) or _are_foreign(scene, found):
        return True
    nations = [
        m for m in scene.all("nation") if scene.cost(found, m) <= _TOPIC and posture_force(setting, entity_of(m))
    ]
    houses = [f for r, f in scene.found("part") if r.id == "part.base"]
    return any(scene.cost(house, nation) <= 1 for house in houses for nation in nations)


def _are_foreign(scene: Scene, found: Found) -> bool:
    """Whether soldiers are called foreign: "every foreign soldier", جندي أجنبي."""
    for mark in scene.all("soldiers"):
        around = scene.tokens[max(0, mark.first - 1) : mark.after + 2]
        if any(form.startswith(("foreign", "اجنبي", "اجانب")) for token in around for form in token.forms):
            return scene.cost(found, mark) <= _TOPIC or found.first <= mark.first < found.after
    return False


def _speaks_for_troops(setting: Setting, found: Found) -> bool:
    """Whether "we" are the foreign troops: he who says it is of a country or command that has them."""
    speech = speech_for(found, setting.speeches)
    if speech is None or speech.speaker is None:
        return False
    entry = setting.lexicon.entry(speech.speaker)
    country = (
        speech.speaker if entry is None or entry.kind == "force" or is_country(entry) else _land_of(setting, entry)
    )
    return entry is not None and country is not None and posture_force(setting, country) is not None


def _land_of(setting: Setting, entry: Entry) -> str | None:
    """The country of a person, office or institution; of a person without one, that of the last office."""
    office = setting.lexicon.entry(entry.holds[-1].office) if entry.country is None and entry.holds else None
    return office.country if office is not None else entry.country


def _understood(setting: Setting, found: Found) -> bool:
    """Whether "forces", "bases" or "presence" here can only be the foreign ones spoken of before."""
    scene = setting.scene
    soldiers = [m for m in scene.all("soldiers") if scene.cost(found, m) <= 4 or found.first <= m.first < found.after]
    if (
        soldiers
        and owner_of(setting, soldiers[0]).entity is not None
        and owner_of(setting, soldiers[0]).mark is not None
    ):
        return True
    if setting.memory.force is None:
        return False
    local = any(posture_force(setting, entity_of(m)) is None for m in scene.all("force"))
    meant = any(scene.cost(found, m) <= 4 for m in scene.all("soldiers")) or _is_occupation(scene, found)
    return not local and (meant or _speaks_for_troops(setting, found))


def _is_occupation(scene: Scene, found: Found) -> bool:
    """Whether the foreign presence is called an occupation, or "them"."""
    return any(not _THEM.isdisjoint(t.forms) for t in scene.tokens[found.first : found.after + 2])


_THEM = frozenset(
    {"احتلال", "محتل", "محتلين", "اجانب", "اجنبي", "امريكيين", "اميركيين", "امريكان"}
    | {"occupation", "occupiers", "americans", "foreigners", "them"}
)


def _holder(setting: Setting, rule: Rule, found: Found) -> tuple[str | None, Mark | None] | None:
    """Who holds the position: the subject of the demand or promise, else he to whom the sentence is ascribed."""
    scene = setting.scene
    agent = agent_of(scene, found, setting.who) if rule.id in _AGENTS else None
    speech = speech_for(found, setting.speeches)
    spoken = (speech.speaker, speech.mark) if speech is not None else None
    if rule.event in _OF_ATTACKS:
        named = agent[1] is not None and agent[1].slot in _TAKERS if agent is not None else False
        return agent if named else None  # "no group claimed it" is nobody's word
    if agent is not None and _is_subject(scene, found, agent[1]):
        return agent
    if spoken is None and agent is None and rule.id in _AGENTS:
        return _NOBODY
    return spoken or agent or (_actor_before(setting, found) if rule.id in _ACTORS else None)


_AGENTS = frozenset(
    {"statement.departure", "statement.wish", "statement.attacks", "statement.protection", "statement.condemnation",
     "statement.refusal", "statement.delay", "statement.suspension", "statement.responsibility", "statement.blame",
     "statement.violation"}
)  # fmt: skip
_OF_ATTACKS = frozenset({"responsibility", "blame"})
_TAKERS = frozenset({"group", "force", "country", "institution", "person", "office"})


# Positions told by what somebody does: "The United States does not seek …".
_ACTORS = frozenset({"statement.permanent_bases", "statement.wish", "statement.plans"})
_NOBODY: tuple[None, None] = (None, None)  # a demand whose maker the lexicon lacks is still a demand


def _actor_before(setting: Setting, found: Found) -> tuple[str, Mark] | None:
    """Who acts in the sentence, named before the words: "The United States does not seek …"."""
    return None if is_arabic(setting.scene, found) else agent_of(setting.scene, found, setting.who)


def _is_subject(scene: Scene, found: Found, mark: Mark) -> bool:
    return scene.cost(found, mark) <= 8 or found.first <= mark.first < found.after


def _claim(setting: Setting, rule: Rule, found: Found, speaker: tuple[str | None, Mark | None]) -> Claim:
    scene = setting.scene
    place, where, sure = place_near(setting, found, inherit=False, reached=True)
    entry = setting.lexicon.entry(place or "")
    if entry is not None and is_country(entry) and place not in HOSTS and entry.country not in HOSTS:
        place, where, sure = None, [], 1.0  # "backed by Iran" is not where the troops are
    forces = [m for m in scene.all("force") if posture_force(setting, entity_of(m))]
    force = min(forces, key=lambda m: scene.cost(found, m)) if forces else None
    evidence = [*where, *([scene.evidence("force", force.span)] if force is not None else [])]
    return make_claim(
        setting,
        "statement",
        rule,
        found,
        evidence=evidence,
        colour=_colour(scene, rule, found),
        speaker=speaker,
        sure=sure,
        event=rule.event,
        force=posture_force(setting, entity_of(force)) if force is not None else None,
        place=place,
        target=entity_of(found.slots.get("group") or found.slots.get("country")),
    )


def _colour(scene: Scene, rule: Rule, found: Found) -> Colour:
    """A negation inside the phrase ("does not want", "رفض بقاء") counts as one before it."""
    return colour_of(scene, found, rule=rule)
