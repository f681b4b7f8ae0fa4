"""Who holds what position on the posture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.positions import is_on_topic
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.scope import colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.speakers import speech_for
from posture.extracting.subjects import agent_of, is_arabic
from posture.extracting.troops import posture_force
from posture.extracting.whereabouts import HOSTS, place_near
from posture.lexicon.forces import is_country
from posture.model import Claim

KIND = "statement"
_SAME = 12  # words within which one position is told twice
_OTHER = 3  # words within which two phrases tell one position
_LAW = 10  # words between a law and what it demands


def statements_in(setting: Setting, *, told: Sequence[Claim] = ()) -> Iterator[Claim]:
    """The positions that a sentence gives, each once; `told` is what else it tells.

    What somebody is reported to say of the troops is a position too, when it tells nothing of another kind.
    """
    scene = setting.scene
    if scene.span.of(scene.text).rstrip(" »”\"').").endswith(("?", "؟")):
        return  # a question holds no position
    taken: list[tuple[str | None, Found]] = []
    # The surest first: what a general phrase says of words that a plainer one has told is not told twice.
    for rule, found in sorted(scene.found(KIND), key=lambda one: (-one[0].sure, one[1].first, -one[1].after)):
        if any(_is_told(scene, rule, found, event, other) for event, other in taken):
            continue
        if rule.id == "statement.reported" and (told or taken):
            continue
        if not is_on_topic(setting, rule, found):
            continue
        if rule.id == "statement.presence" and (_is_level(scene, found) or _is_of_going(scene, found)):
            continue  # "maintains around 100 personnel" is a number, a claim of its own
        speaker = _holder(setting, rule, found)
        if speaker is None or (rule.event == "departure" and (_is_in_law(scene, found) or _is_of_delay(scene, found))):
            continue
        if speaker[0] in _ENEMIES or (rule.sure < _PLAIN and speaker[0] is None):
            continue
        taken.append((rule.event, found))
        yield _claim(setting, rule, _content(scene, found) if rule.id == "statement.reported" else found, speaker)


def _content(scene: Scene, verb: Found) -> Found:
    """What is said: the words behind the verb of saying, or before it where it closes the sentence."""
    closes = len(scene.tokens) - verb.after <= _CLOSING and verb.first > 0
    return Found(0, verb.first, {}) if closes else Found(verb.after, len(scene.tokens), {})


_CLOSING = 5


def _is_told(scene: Scene, rule: Rule, found: Found, event: str | None, other: Found) -> bool:
    """Whether the words, or words close by, have already told a position: the same one, or another in their clause."""
    cost = scene.cost(found, other)
    return cost <= (_SAME if rule.event == event else _OTHER)


def _is_in_law(scene: Scene, found: Found) -> bool:
    """Whether the demand is what a resolution or letter says, which is a claim of its own."""
    return any(0 <= found.first - law.first <= _LAW for _, law in scene.found("legal"))


def _is_level(scene: Scene, found: Found) -> bool:
    return any(found.first - _COUNTED <= m.first <= found.after for m in scene.all("count"))


_COUNTED = 5  # words between a number and what those counted do: "fewer than 300 advisers remain in Baghdad"


def _is_of_going(scene: Scene, found: Found) -> bool:
    return any(t.folded.lstrip("وال").startswith(_GOING) for t in scene.tokens[found.first : found.after])


_GOING = ("خروج", "انسحاب", "رحيل", "مغادر", "تقليص", "خفض", "تخفيض", "سحب", "withdraw", "departure")


def _is_of_delay(scene: Scene, found: Found) -> bool:
    """Whether what is asked for is a delay of the departure, which is the opposite."""
    return any(r.id == "part.delay" and found.first <= f.first < found.after for r, f in scene.found("part"))


def _holder(setting: Setting, rule: Rule, found: Found) -> tuple[str | None, Mark | None] | None:
    """Who holds the position: the subject of the demand or promise, else he to whom the sentence is ascribed."""
    scene = setting.scene
    participle = _is_participle(scene, found)
    agent = None if participle else _subject_right_before(setting, found) or agent_of(scene, found, setting.who)
    if agent is not None and agent[0] in _ENEMIES:
        agent = None
    speeches = [s for s in setting.speeches if not participle or s.found.first < found.first]
    speech = speech_for(found, speeches)
    spoken = (speech.speaker, speech.mark) if speech is not None else None
    if rule.event in _OF_ATTACKS:
        named = agent[1] is not None and agent[1].slot in _TAKERS if agent is not None else False
        return agent if named else None  # "no group claimed it" is nobody's word
    if "agent" in rule.needs:
        if agent is not None and _is_subject(scene, found, agent[1]):
            return agent
        if spoken is None and _is_he(scene, found):
            return setting.memory.speaker, None
        return spoken or agent or _NOBODY
    if "speaker" in rule.needs:
        told = agent if agent is not None and agent[1].slot in _SPEAKERS and agent[1].first < found.first else None
        return spoken or told or (_NOBODY if any(scene.found("speech", "says", "according")) else None)
    ahead = agent is not None and (not is_arabic(scene, found) or agent[1].first < found.first)
    return spoken or (agent if ahead else None)


def _subject_right_before(setting: Setting, found: Found) -> tuple[str, Mark] | None:
    """Who stands right before an Arabic verb as its subject: «وكان تحالف الفتح طالب الحكومة …»."""
    scene = setting.scene
    if not is_arabic(scene, found):
        return None
    for mark in scene.all(*_SPEAKERS):
        near = 0 <= found.first - mark.after <= 1 and scene.clauses[mark.first] == scene.clauses[found.first]
        entity = setting.who.is_called(scene, mark) if near and not is_after_in(scene, mark) else None
        if entity is not None:
            return entity, mark
    return None


def _is_participle(scene: Scene, found: Found) -> bool:
    """Whether the Arabic word says what the subject of the sentence does beside: محذرا, معربة."""
    letters = scene.tokens[found.first].folded.lstrip("و")
    return letters.startswith("م") and letters.endswith(("ا", "ه")) and len(letters) > _PARTICIPLE


_PARTICIPLE = 4
_PLAIN = 0.8  # a phrase less sure than this needs a speaker who is known
_ENEMIES = frozenset({"al_qaeda", "isis"})  # spoken of, never asked
_SPEAKERS = frozenset({"group", "person", "office", "institution"})
_OF_ATTACKS = frozenset({"responsibility", "blame"})
_TAKERS = frozenset({"group", "force", "country", "institution", "person", "office"})
_NOBODY: tuple[None, None] = (None, None)  # a demand whose maker the lexicon lacks is still a demand


def _is_he(scene: Scene, found: Found) -> bool:
    """Whether the subject of the verb is one named before: "He thanked …"."""
    before = scene.tokens[max(0, found.first - 2) : found.first]
    return any(token.folded in {"he", "she", "they"} for token in before)


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
        colour=colour_of(scene, found, rule=rule),
        speaker=speaker,
        sure=sure,
        event=rule.event,
        force=posture_force(setting, entity_of(force)) if force is not None else None,
        place=place,
        target=entity_of(found.slots.get("group") or found.slots.get("country")),
    )
