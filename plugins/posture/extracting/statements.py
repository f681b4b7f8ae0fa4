"""Who holds what position on the posture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from posture.extracting.contents import is_position, said_by, subject_matter
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.positions import is_on_topic
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.scope import colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.speakers import speech_for
from posture.extracting.subjects import PRONOUNS, agent_of, is_arabic, opening_of
from posture.extracting.troops import posture_force
from posture.extracting.whereabouts import HOSTS, place_near
from posture.model import Claim, Evidence, Span

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
        if rule.id == REPORTED or _is_of_others(scene, found):
            continue
        if not is_on_topic(setting, rule, found):
            continue
        if rule.id == "statement.presence" and (_is_level(scene, found) or _is_of_going(scene, found)):
            continue  # "maintains around 100 personnel" is a number, a claim of its own
        speaker = _holder(setting, rule, found)
        if speaker is None or _is_in_law(scene, rule, found):
            continue
        if (rule.event == "departure" and _is_of_delay(scene, found)) or _is_only_called(setting, rule, found):
            continue
        if speaker[0] in _ENEMIES or (rule.sure < _PLAIN and speaker[0] is None):
            continue
        taken.append((rule.event, found))
        yield _claim(setting, rule, found, speaker)
    yield from _reported_in(setting, told, [found for _, found in taken])


REPORTED = "statement.reported"


def _reported_in(setting: Setting, told: Sequence[Claim], taken: Sequence[Found]) -> Iterator[Claim]:
    """What somebody known is reported to say of the posture, where the words tell nothing else."""
    scene = setting.scene
    rule = setting.phrases.rules[REPORTED]
    verbs = {verb.first for own, verb in scene.found(KIND) if own.id == REPORTED}
    for speech in setting.speeches:
        quoted_on = speech.found.after == speech.found.first
        if speech.speaker is None or not (quoted_on or speech.found.first in verbs):
            continue
        content = said_by(setting, speech)
        if content is None or any(f.first < content.after and content.first < f.after for f in taken):
            continue
        span = scene.span_of(content.first, content.after)
        urged = any(content.first <= f.first < content.after for _, f in scene.found("scope", "demanded"))
        if not any(_tells(claim, scene, span, urged=urged) for claim in told) and is_position(setting, speech, content):
            taken = [*taken, content]
            told_of = replace(rule, event=subject_matter(scene, content))
            yield _claim(setting, told_of, content, (speech.speaker, speech.mark))


def _tells(claim: Claim, scene: Scene, span: Span, *, urged: bool) -> bool:
    """Whether a claim is made of words at the span; of a law something may be said, in talks something urged."""
    if claim.kind == "legal" or (urged and claim.kind == "engagement"):
        return False
    own = (one for one in claim.evidence if one.role not in _COLOURS and one.where == scene.where)
    return any(one.span.overlaps(span) for one in own)


_COLOURS = frozenset({"modality", "place", "polarity", "speaker", "via"})


def _is_told(scene: Scene, rule: Rule, found: Found, event: str | None, other: Found) -> bool:
    """Whether the words, or words close by, have already told a position: the same one, or another in their clause."""
    cost = scene.cost(found, other)
    return cost <= (_SAME if rule.event == event else _OTHER)


def _is_of_others(scene: Scene, found: Found) -> bool:
    """Whether the word is passive, part of a name, or denies: "US-backed", "backed by Iran", "insists nothing …"."""
    verb = scene.tokens[found.first]
    if scene.text[verb.span.start - 1 : verb.span.start] == "-" and found.first:
        return True
    words = [token.folded for token in scene.tokens[found.first + 1 : found.first + _NOT_HIS]]
    return words[:1] == ["by"] or (verb.folded.startswith("insist") and "nothing" in words)


_NOT_HIS = 4


def _is_in_law(scene: Scene, rule: Rule, found: Found) -> bool:
    """Whether the demand is what a resolution says, or the stay what a court is asked about, a claim of its own."""
    if rule.event not in ("departure", "presence") or rule.id == "statement.carry_out":
        return False
    laws = (f for r, f in scene.found("legal") if rule.event == "departure" or r.event == "lawsuit")
    return any(0 <= found.first - law.first <= _LAW for law in laws)


def _is_only_called(setting: Setting, rule: Rule, found: Found) -> bool:
    """Whether the troops are only called occupiers («قوات الاحتلال», «القوات المحتلة») and nothing is said of them."""
    if rule.id != "statement.occupation":
        return False
    words = setting.scene.words(found)
    named = words[-1].folded.lstrip("و").startswith("ال")
    return named and not any(word.forms & _CALLING for word in words)


_CALLING = frozenset(
    {"انها", "انه", "انهم", "باعتباره", "باعتبارها", "بوصفه", "بوصفها", "تعد", "يعد", "تعتبر", "يعتبر"}
)


def _is_level(scene: Scene, found: Found) -> bool:
    return any(found.first - _COUNTED <= m.first <= found.after + _COUNTED for m in scene.all("count"))


_COUNTED = 5  # words between a number and what those counted do: "fewer than 300 advisers remain in Baghdad"


def _is_of_going(scene: Scene, found: Found) -> bool:
    return any(t.folded.lstrip("وال").startswith(_GOING) for t in scene.tokens[found.first : found.after])


_GOING = (
    "خروج",
    "انسحاب",
    "رحيل",
    "مغادر",
    "تقليص",
    "خفض",
    "تخفيض",
    "سحب",
    "withdraw",
    "departure",
    "cut",
    "reduc",
    "draw",
)


def _is_of_delay(scene: Scene, found: Found) -> bool:
    """Whether what is asked for is a delay of the departure, which is the opposite."""
    return any(r.id == "part.delay" and found.first <= f.first < found.after for r, f in scene.found("part"))


def _holder(setting: Setting, rule: Rule, found: Found) -> tuple[str | None, Mark | None] | None:
    """Who holds the position: the subject of the demand or promise, else he to whom the sentence is ascribed."""
    scene = setting.scene
    participle = _is_participle(scene, found)
    agent = None if participle else _subject_right_before(setting, found) or agent_of(scene, found, setting.who)
    enemy = agent is not None and agent[0] in _ENEMIES
    speeches = [s for s in setting.speeches if not participle or s.found.first < found.first]
    speech = speech_for(found, speeches)
    spoken = (speech.speaker, speech.mark) if speech is not None else None
    if enemy:
        agent = None
        if spoken is None:
            return None
    if rule.event == "blame" and agent is not None and agent[0] == entity_of(found.slots.get("group")):
        named = speech is not None and speech.speaker is not None and speech.mark is not None
        return spoken if named else None  # «حمّل الكتائب مسؤولية»: they are blamed
    return _holder_of(setting, rule, found, agent, spoken)


def _holder_of(
    setting: Setting,
    rule: Rule,
    found: Found,
    agent: tuple[str, Mark] | None,
    spoken: tuple[str | None, Mark | None] | None,
) -> tuple[str | None, Mark | None] | None:
    """Of who acts in the sentence and who speaks in it the one whose position it is."""
    scene = setting.scene
    if rule.event in _OF_ATTACKS:
        named = agent[1] is not None and agent[1].slot in _TAKERS if agent is not None else False
        return agent if named else None  # "no group claimed it" is nobody's word
    if "agent" in rule.needs:
        if agent is not None and _is_subject(scene, found, agent[1]):
            return agent
        if _is_he(scene, found):
            return spoken or (opening_of(scene, found, setting.who) or setting.memory.speaker, None)
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
    return any(token.folded in PRONOUNS for token in before)


def _is_subject(scene: Scene, found: Found, mark: Mark) -> bool:
    return scene.cost(found, mark) <= 8 or found.first <= mark.first < found.after


def _words(setting: Setting, found: Found) -> list[Evidence]:
    """All that was said, where the phrase is a part of what somebody is reported to say."""
    speech = speech_for(found, setting.speeches)
    content = said_by(setting, speech) if speech is not None else None
    if content is None or not (content.first <= found.first and found.after <= content.after):
        return []
    return [setting.scene.evidence("content", setting.scene.span_of(content.first, content.after))]


def _claim(setting: Setting, rule: Rule, found: Found, speaker: tuple[str | None, Mark | None]) -> Claim:
    scene = setting.scene
    place, where, sure = place_near(setting, found, inherit=False, reached=True)
    entry = setting.lexicon.entry(place or "")
    if entry is not None and place not in HOSTS and entry.country not in HOSTS:
        place, where, sure = None, [], 1.0  # "backed by Iran", "asked of Washington": not where the troops are
    forces = [m for m in scene.all("force") if posture_force(setting, entity_of(m))]
    force = min(forces, key=lambda m: scene.cost(found, m)) if forces else None
    evidence = [*where, *([scene.evidence("force", force.span)] if force is not None else [])]
    evidence += _words(setting, found)
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
