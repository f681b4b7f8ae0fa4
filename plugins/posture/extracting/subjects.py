"""Who is the subject of a verb: the person, office, institution, force or country whose name belongs to it.

Arabic puts the subject after the verb ("وقال وزير الدفاع لويد أوستن إن"), English before it or, in an afterthought,
behind. Names in apposition are one subject, of which the most telling counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import SPEECH
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene, entity_of
from posture.lexicon.entries import Lexicon, holder

_RANK = {"person": 0, "office": 1, "institution": 2, "group": 2, "force": 3, "country": 4, "nation": 4}
_SLOTS = tuple(_RANK)
_OF_OTHERS = frozenset({"من", "الي", "علي", "مع"})
_THAT = frozenset({"ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "بانهم", "انهما", "that"})
_BREAKS = frozenset({"علي", "الي", "ضد", "حول", "بشان", "on", "against", "about", "to", "with", "مع", "over"})
_FAR, _CLOSE = 7, 4  # words between a verb and its subject: of saying, with long titles; of demanding
_BEFORE, _AGENT_BEFORE = 5, 14
_NEXT = 3  # words between an English verb and a subject behind it: "said Maj. Gen. …"
_ASIDE, _OPENS = 2, 3  # clauses between a subject and its verb; words before the subject
_OFFICIAL = 6  # words from "official" to the name of his ministry
_APPOSED = 3  # words between the parts of one subject: "Lloyd Austin, the US secretary of defence"


PRONOUNS = frozenset({"he", "she", "they", "it"})


def subject_of(scene: Scene, who: Who) -> str | None:
    """The person of whom a sentence without a verb of saying speaks first, who may be "he" in the next."""
    named = [m for m in scene.all("person", "office") if not _is_object(scene, m)]
    if not named or named[0].first > _OPENS_WITH:
        return None
    chain = [m for m in named if m.first - named[0].after <= _APPOSED]
    return who.is_called(scene, _best(chain))


_OPENS_WITH = 5  # words before the subject


def agent_of(scene: Scene, found: Found, who: Who) -> tuple[str, Mark] | None:
    """Who does what the verb at `found` says: the subject of a demand, threat or promise.

    In Arabic it follows the verb at once, or stands before it; what follows a preposition is no subject.
    """
    verb = Found(found.first, found.first + 1, {})
    ahead = _chain_before(scene, verb, reach=_AGENT_BEFORE, behind=4)
    if is_arabic(scene, verb):
        behind = _chain_after(scene, verb, start=_CLOSE, strict=True)
        mark = _best(behind) or _best(ahead)
    else:
        mine = [m for m in ahead if not (_is_adjective(scene, m, verb, ahead) or _is_of_condition(scene, m, verb))]
        mark = _best(mine)
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

    def _house_of(self, office: str) -> str:
        """For whom an unnamed spokesperson speaks: the institution that the office is part of."""
        entry = self.lexicon.entry(office)
        return entry.part_of if entry is not None and entry.part_of is not None else office


def is_arabic(scene: Scene, found: Found | Mark) -> bool:
    """Whether the first word of a match is Arabic."""
    return "ء" <= scene.tokens[found.first].folded[:1] <= "ي"


def speaker_of(scene: Scene, found: Found, *, follows_only: bool) -> Mark | None:
    """The name to whom a verb of saying ascribes; with `follows_only` none before it ("according to")."""
    after = _chain_after(scene, found, start=_FAR)
    closed = found.after < len(scene.tokens) and scene.tokens[found.after].stop and not is_arabic(scene, found)
    if closed and not follows_only:
        after = []  # "Whatever they say, …"
    if follows_only:
        return _best(after)
    if is_arabic(scene, found):
        # Before an Arabic verb only what stands right by it is its subject ("البنتاغون أعلن"); the troops behind it are
        # then of its object («السلطات أعلنت بدء انسحاب الجيش الأميركي»).
        before = _chain_before(scene, found, reach=1, behind=1)
        objects = not after or (after[0].slot in ("force", "nation") and after[0].first > found.after)
        return _best(before if before and objects else after) or _best(before)
    if scene.tokens[found.first].quote and after:
        return _best(after)  # '"We will not leave Iraq," said the general': what is quoted says nothing
    if any(token.folded in PRONOUNS for token in scene.tokens[max(0, found.first - 1) : found.first + 1]):
        return None  # "Iraqis can protect themselves, he said"
    before = [m for m in _chain_before(scene, found, reach=_BEFORE, behind=2) if not _has_other(scene, m, found)]
    verb = scene.tokens[found.first]
    opens = found.first == 0 or verb.stop or verb.quote  # "…, said the general"; not "a farmer said US forces …"
    right_behind = [m for m in after if opens and after[0].first - found.after <= _NEXT]
    return _best(before) or _best(_opening(scene, found)) or _best(right_behind)


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
    return [m for m in scene.all(*_SLOTS) if m.first <= _OPENS and scene.clauses[m.first] == 0]


def _chain_after(scene: Scene, found: Found, *, start: int, strict: bool = False) -> list[Mark]:
    """The names that follow a verb as one subject: the first near it, the rest in apposition."""
    chain: list[Mark] = []
    end, limit = found.after, found.after + start
    reports = [f.first for rule, f in scene.found("part") if rule.id == "part.report"]
    for mark in scene.all(*_SLOTS):
        if mark.first < found.after or _is_counted(scene, mark) or _is_backer(scene, mark):
            continue
        if strict and not chain and scene.tokens[mark.first - 1].folded in _OF_OTHERS:
            break  # "طلبت من واشنطن": she is asked
        if any(found.after <= at < mark.first for at in reports):
            break  # "denied reports of the embassy": whose the reports are
        if mark.first > limit or _is_stopped(scene, end, mark.first, opened=bool(chain) or strict):
            break
        far = mark.first - found.after
        adjective = (mark.slot == "nation" and far > 1) or (mark.slot == "force" and far > 0)
        if (strict and not chain and (_is_object(scene, mark) or adjective)) or (chain and _is_object(scene, mark)):
            break
        chain.append(mark)
        end, limit = mark.after, mark.after + _APPOSED
    return chain


def _is_object(scene: Scene, mark: Mark) -> bool:
    """Whether a preposition is joined to the name: باستئناف, للتحالف."""
    token = scene.tokens[mark.first]
    letters = token.folded.lstrip("وف")
    return letters.startswith("لل") or (token.span.start < mark.span.start and letters[:1] in "بلك")


def _chain_before(scene: Scene, found: Found, *, reach: int, behind: int) -> list[Mark]:
    """The names that precede a verb as one subject; `behind` is how many clauses back they may stand."""
    chain: list[Mark] = []
    begin = found.first
    for mark in reversed(list(scene.all(*_SLOTS))):
        if _is_counted(scene, mark) or _is_backer(scene, mark):
            continue
        within = _is_object(scene, mark) or is_after_in(scene, mark)
        if mark.slot in ("institution", "office") and mark.first and scene.tokens[mark.first - 1].folded == "former":
            continue
        if mark.after > found.first or (not chain and within and not _has_its_official(scene, mark)):
            continue
        if scene.turns_between(mark, found):
            break
        if mark.after < begin - reach or _is_stopped(scene, mark.after, begin, opened=bool(chain), behind=behind):
            break
        chain.append(mark)
        begin, reach = mark.first, _APPOSED
    return chain


def _has_its_official(scene: Scene, mark: Mark) -> bool:
    """Whether an unnamed official of the institution stands before it: "an official at the Pentagon"."""
    if mark.slot not in ("institution", "force", "group"):
        return False
    return any(0 <= mark.first - other.first <= _OFFICIAL for _, other in scene.found(SPEECH, "official"))


def _is_stopped(scene: Scene, first: int, after: int, *, opened: bool, behind: int = 1) -> bool:
    """Whether between two names stands a word that ends a subject: "that", "on", a clause of its own."""
    words = scene.tokens[first:after]
    if any(token.folded in _THAT for token in words):
        return True
    if opened and any(not _BREAKS.isdisjoint(token.forms) for token in words):
        return True
    last = min(after, len(scene.tokens) - 1)
    return scene.clauses[last] - scene.clauses[max(0, first - 1)] > behind


def _best(marks: list[Mark]) -> Mark | None:
    """The most telling of the names of one subject: a person whom the lexicon lacks tells less than his office."""
    return min(marks, key=lambda m: 1.5 if (entity_of(m) or "").startswith("unknown:") else _RANK[m.slot], default=None)


def has_unnamed(scene: Scene, found: Found) -> bool:
    """Whether somebody of whom nothing is known is the speaker: "a source said", "دعا نواب"."""
    people = [f for _, f in scene.found(SPEECH, "official")]
    people += [f for rule, f in scene.found("part") if rule.id == "part.unnamed"]
    return any(abs(other.first - found.first) <= 2 for other in people)


def _is_counted(scene: Scene, mark: Mark) -> bool:
    """Whether a number stands before the soldiers of a country: "150 Spanish soldiers" are spoken of, not speakers."""
    counts = scene.all("count")
    return mark.slot in ("force", "nation") and any(0 <= mark.first - count.after <= 1 for count in counts)


def _is_backer(scene: Scene, mark: Mark) -> bool:
    """Whether a country is only whose side somebody is on: «فصائل متحالفة مع إيران», "militias backed by Iran"."""
    if mark.slot != "country":
        return False
    before = scene.tokens[max(0, mark.first - 3) : mark.first]
    return any(form.startswith(_SIDING) for token in before for form in token.forms)


_SIDING = (
    *("موالي", "متحالف", "مدعوم", "مرتبط", "مقرب", "حليف", "تابع"),
    *("backed", "allied", "aligned", "linked", "loyal", "tied", "supported"),
)
