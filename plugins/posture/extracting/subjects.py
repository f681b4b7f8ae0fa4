"""Who is the subject of a verb: the person, office, institution, force or country whose name belongs to it.

Arabic puts the subject after the verb ("وقال وزير الدفاع لويد أوستن إن"), English before it or, in an afterthought,
behind. Names in apposition are one subject, of which the most telling counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from posture.extracting.appositions import (
    ACTORS,
    APPOSED,
    THAT,
    best_of,
    chain_after,
    chain_before,
    is_object,
)
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import SPEECH
from posture.extracting.scenes import Scene, entity_of
from posture.lexicon.entries import Lexicon, holder

_FAR, _CLOSE = 7, 4  # words between a verb and its subject: of saying, with long titles; of demanding
_BEFORE, _AGENT_BEFORE = 5, 14
_NEXT = 3  # words between an English verb and a subject behind it: "said Maj. Gen. …"
_ASIDE, _OPENS = 2, 3  # clauses between a subject and its verb; words before the subject


PRONOUNS = frozenset({"he", "she", "they", "it"})


def subject_of(scene: Scene, who: Who) -> str | None:
    """The person of whom a sentence without a verb of saying speaks first, who may be "he" in the next."""
    named = [m for m in scene.all("person", "office") if not is_object(scene, m)]
    if not named or named[0].first > _OPENS_WITH:
        return None
    chain = [m for m in named if m.first - named[0].after <= APPOSED]
    return who.is_called(scene, best_of(chain))


_OPENS_WITH = 5  # words before the subject


def opening_of(scene: Scene, found: Found, who: Who) -> str | None:
    """Whoever opens the sentence, person, house, group or country, and may be "it" further on."""
    opening = (m for m in scene.all(*ACTORS) if m.first <= _OPENS and m.after < found.first)
    named = [m for m in opening if m.slot != "nation" and not is_object(scene, m)]
    return who.is_called(scene, best_of(named))


def agent_of(scene: Scene, found: Found, who: Who) -> tuple[str, Mark] | None:
    """Who does what the verb at `found` says: the subject of a demand, threat or promise.

    In Arabic it follows the verb at once, or stands before it; what follows a preposition is no subject.
    """
    verb = Found(found.first, found.first + 1, {})
    if found.first and scene.tokens[found.first - 1].folded in PRONOUNS:
        return None  # "in what it called an aggression"
    ahead = chain_before(scene, verb, reach=_AGENT_BEFORE, behind=4)
    if is_arabic(scene, verb):
        behind = chain_after(scene, verb, start=_CLOSE, strict=True)
        mark = best_of(behind) or best_of(ahead)
    else:
        mine = [m for m in ahead if not (_is_adjective(scene, m, verb, ahead) or _is_of_condition(scene, m, verb))]
        mark = best_of(mine)
    entity = who.is_called(scene, mark)
    return (entity, mark) if entity is not None and mark is not None else None


def _is_of_condition(scene: Scene, mark: Mark, verb: Found) -> bool:
    """Whether the name is of a clause before the verb's: "Even if the coalition is dissolved, diplomats expect"."""
    clause = scene.clauses[mark.first]
    opening = [token.folded for token, own in zip(scene.tokens, scene.clauses, strict=False) if own == clause][:2]
    return clause < scene.clauses[verb.first] and not _CONDITIONS.isdisjoint(opening)


_CONDITIONS = frozenset({"if", "although", "though", "when", "once", "unless", "while", "whereas", "because", "should"})


def _is_adjective(scene: Scene, mark: Mark, verb: Found, chain: list[Mark]) -> bool:
    """Whether a nation only qualifies what follows it: "Iraqi factions have decided"."""
    apart = mark.after < len(scene.tokens) and scene.tokens[mark.after].stop
    return mark.slot == "nation" and mark.after < verb.first and not apart and all(m.first != mark.after for m in chain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """How a speaker is called: a capital stands for its country, an office for who held it on the article's day."""

    lexicon: Lexicon
    capitals: Mapping[str, str]

    def is_called(self, scene: Scene, mark: Mark | None) -> str | None:
        """The id under which the speaker at the mark is kept."""
        entity = entity_of(mark)
        if entity is None or mark is None:
            return None
        if mark.slot == "office" and scene.day is not None:
            shared = self.lexicon.entries[entity].shared  # which of the ministry's spokespeople is not said
            who = None if shared else holder(self.lexicon, entity, scene.day)
            return who or self._house_of(entity)
        return self.capitals.get(entity, entity)

    def is_of(self, speaker: str, country: str | None) -> bool:
        """Whether a speaker is of the country; of one whom the lexicon lacks it is taken to be so."""
        entry = self.lexicon.entry(speaker)
        if entry is None:
            return True
        office = self.lexicon.entry(entry.holds[-1].office) if entry.country is None and entry.holds else None
        return country in {speaker, entry.country, office.country if office is not None else None}

    def _house_of(self, office: str) -> str:
        """For whom an unnamed spokesperson speaks: the institution that the office is part of."""
        entry = self.lexicon.entry(office)
        return entry.part_of if entry is not None and entry.part_of is not None else office


def is_arabic(scene: Scene, found: Found | Mark) -> bool:
    """Whether the first word of a match is Arabic."""
    return "ء" <= scene.tokens[found.first].folded[:1] <= "ي"


def speaker_of(scene: Scene, found: Found, *, follows_only: bool) -> Mark | None:
    """The name to whom a verb of saying ascribes; with `follows_only` none before it ("according to")."""
    after = chain_after(scene, found, start=_FAR)
    closed = found.after < len(scene.tokens) and scene.tokens[found.after].stop and not is_arabic(scene, found)
    if closed and not follows_only:
        after = []  # "Whatever they say, …"
    if follows_only:
        return best_of(after)
    if is_arabic(scene, found):
        # Before an Arabic verb only what stands right by it is its subject ("البنتاغون أعلن"); names that do not follow
        # at once are then of its object («السلطات أعلنت بدء انسحاب الجيش الأميركي», «بروس أكدت أمس رفض واشنطن»).
        before = [] if opens_clause(scene, found) else chain_before(scene, found, reach=1, behind=1)
        done = found.first > 0 and scene.tokens[found.first - 1].folded in {"قد", "وقد"}
        objects = done or not after or after[0].first > found.after
        return best_of(before if before and objects else after) or best_of(before)
    if scene.tokens[found.first].quote and after:
        return best_of(after)  # '"We will not leave Iraq," said the general': what is quoted says nothing
    if any(token.folded in PRONOUNS for token in scene.tokens[max(0, found.first - 1) : found.first + 1]):
        return None  # "Iraqis can protect themselves, he said"
    told_of = _told_of(scene, found)
    if told_of is not None:
        return told_of
    before = [m for m in chain_before(scene, found, reach=_BEFORE, behind=2) if not _has_other(scene, m, found)]
    verb = scene.tokens[found.first]
    opens = found.first == 0 or verb.stop or verb.quote  # "…, said the general"; not "a farmer said US forces …"
    right_behind = [m for m in after if opens and after[0].first - found.after <= _NEXT]
    return best_of(before) or best_of(_opening(scene, found)) or best_of(right_behind)


def _told_of(scene: Scene, found: Found) -> Mark | None:
    """The person before the verb of whom something is told between commas: "Rikabi, of the Sairoon bloc, told"."""
    if not scene.tokens[found.first].stop:
        return None
    for mark in reversed(list(scene.all("person"))):
        if mark.after == found.first:
            return None  # "A spokesman for the prime minister, Nazar al-Tamimi, said"
        if not 0 < found.first - mark.after <= _TOLD_OF:
            continue
        words = scene.tokens[mark.after : found.first]
        said = any(mark.after <= f.first < found.first for _, f in scene.found(SPEECH, "says", "adding"))
        alone = words[0].stop and sum(token.stop for token in words) <= _COMMAS and not is_object(scene, mark)
        return mark if alone and not said and not any(token.folded in THAT for token in words) else None
    return None


_TOLD_OF, _COMMAS = 18, 4  # words between a person and the verb; commas among them


def opens_clause(scene: Scene, found: Found) -> bool:
    """Whether و joins an Arabic verb to what stands before: «صوت النواب …، وهددت واشنطن بضرب …»."""
    verb = scene.tokens[found.first]
    return verb.folded.startswith("و") and verb.folded[1:] in verb.forms and verb.folded not in _WITH_WAW


_WITH_WAW = frozenset({"وعد", "وعدت", "وعدوا", "وصف", "وصفت"})


def _has_other(scene: Scene, mark: Mark, found: Found) -> bool:
    """Whether the verb has a subject of its own behind a comma: "… US forces in the region, the command said"."""
    stop = next((at for at in range(found.first, mark.after - 1, -1) if scene.tokens[at].stop), None)
    if stop is None or stop == found.first:
        return False
    dated = {at for m in scene.all("moment") for at in range(m.first, m.after)}
    words = [scene.tokens[at].folded for at in range(stop, found.first) if at not in dated]
    return len(words) > 1 and words[0] in _OTHERS


_OTHERS = frozenset(
    {"the", "a", "an", "his", "her", "its", "one", "another", "some", "two", "three", "both", "several"}
)


def _opening(scene: Scene, found: Found) -> list[Mark]:
    """The names that open a sentence, when a phrase between commas parts them from the verb."""
    if not scene.tokens[found.first].stop or not 0 < scene.clauses[found.first] <= _ASIDE:
        return []
    return [m for m in scene.all(*ACTORS) if m.first <= _OPENS and scene.clauses[m.first] == 0]


def has_unnamed(scene: Scene, found: Found) -> bool:
    """Whether somebody of whom nothing is known is the speaker: "a source said", "دعا نواب"."""
    people = [f for _, f in scene.found(SPEECH, "official")]
    people += [f for rule, f in scene.found("part") if rule.id == "part.unnamed"]
    near = any(abs(other.first - found.first) <= _BY for other in people)
    if near or is_arabic(scene, found):
        return near
    names = {m.first for m in scene.all(*ACTORS)}
    ahead = [f for f in people if 0 < found.first - f.after <= _NEAR and not scene.tokens[found.first].stop]
    return any(names.isdisjoint(range(f.after, found.first)) for f in ahead)


_BY, _NEAR = 2, 4  # words between somebody without a name and his verb
