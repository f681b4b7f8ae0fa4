"""The names before or behind a verb that are one subject: in apposition, not counted, behind no preposition."""

from __future__ import annotations

from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import SPEECH
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene, entity_of

_RANK = {"person": 0, "office": 1, "institution": 2, "group": 2, "force": 3, "country": 4, "nation": 4}
ACTORS = tuple(_RANK)
THAT = frozenset({"ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "بانهم", "انهما", "that"})
_OF_OTHERS = frozenset({"من", "الي", "علي", "مع"})
_BREAKS = frozenset({"علي", "الي", "ضد", "حول", "بشان", "on", "against", "about", "to", "with", "مع", "over"})
_OFFICIAL = 6  # words from "official" to the name of his ministry
APPOSED = 3  # words between the parts of one subject: "Lloyd Austin, the US secretary of defence"


def chain_after(scene: Scene, found: Found, *, start: int, strict: bool = False) -> list[Mark]:
    """The names that follow a verb as one subject: the first near it, the rest in apposition."""
    chain: list[Mark] = []
    end, limit = found.after, found.after + start
    reports = [f.first for rule, f in scene.found("part") if rule.id == "part.report"]
    for mark in scene.all(*ACTORS):
        if mark.first < found.after or _is_counted(scene, mark) or _is_backer(scene, mark):
            continue
        if not can_speak(scene, mark) or (mark.slot == "force" and not chain and _is_far(scene, found, mark)):
            break
        if strict and not chain and scene.tokens[mark.first - 1].folded in _OF_OTHERS:
            break  # "طلبت من واشنطن": she is asked
        if any(found.after <= at < mark.first for at in reports):
            break  # "denied reports of the embassy": whose the reports are
        if mark.first > limit or _is_stopped(scene, end, mark.first, opened=bool(chain) or strict):
            break
        if chain and mark.slot in ("force", "country") and mark.first > chain[-1].after:
            break  # «جدد العراق التزامه بحماية أفراد التحالف»: they are spoken of
        far = mark.first - found.after
        adjective = (mark.slot == "nation" and far > 1) or (mark.slot == "force" and far > 0)
        if (strict and not chain and (is_object(scene, mark) or adjective)) or (chain and is_object(scene, mark)):
            break
        chain.append(mark)
        end, limit = mark.after, mark.after + APPOSED
    return chain


def _is_far(scene: Scene, found: Found, mark: Mark) -> bool:
    """Whether troops stand too far behind a verb to be its subject, and no official of theirs nearer."""
    return mark.first - found.after > APPOSED and not _has_its_official(scene, mark)


def is_object(scene: Scene, mark: Mark) -> bool:
    """Whether a preposition is joined to the name: باستئناف, للتحالف."""
    token = scene.tokens[mark.first]
    letters = token.folded.lstrip("وف")
    return letters.startswith("لل") or (token.span.start < mark.span.start and letters[:1] in "بلك")


def chain_before(scene: Scene, found: Found, *, reach: int, behind: int) -> list[Mark]:
    """The names that precede a verb as one subject; `behind` is how many clauses back they may stand."""
    chain: list[Mark] = []
    begin = found.first
    for mark in reversed(list(scene.all(*ACTORS))):
        if _is_counted(scene, mark) or _is_backer(scene, mark) or not can_speak(scene, mark):
            continue
        within = is_object(scene, mark) or is_after_in(scene, mark)
        if mark.slot in ("institution", "office") and mark.first and scene.tokens[mark.first - 1].folded == "former":
            continue
        if mark.after > found.first or (not chain and within and not _has_its_official(scene, mark)):
            continue
        if scene.turns_between(mark, found):
            break
        if mark.after < begin - reach or _is_stopped(scene, mark.after, begin, opened=bool(chain), behind=behind):
            break
        chain.append(mark)
        begin, reach = mark.first, APPOSED
    return chain


def _has_its_official(scene: Scene, mark: Mark) -> bool:
    """Whether an unnamed official of the institution stands before it: "an official at the Pentagon"."""
    if mark.slot not in ("institution", "force", "group"):
        return False
    return any(0 <= mark.first - other.first <= _OFFICIAL for _, other in scene.found(SPEECH, "official"))


def _is_stopped(scene: Scene, first: int, after: int, *, opened: bool, behind: int = 1) -> bool:
    """Whether between two names stands a word that ends a subject: "that", "on", a clause of its own."""
    words = scene.tokens[first:after]
    if any(token.folded in THAT for token in words):
        return True
    if opened and any(not _BREAKS.isdisjoint(token.forms) for token in words):
        return True
    last = min(after, len(scene.tokens) - 1)
    return scene.clauses[last] - scene.clauses[max(0, first - 1)] > behind


def best_of(marks: list[Mark]) -> Mark | None:
    """The most telling of the names of one subject: a person, then the office, then the house.

    Who heads a government is known: another name there is a slip. Of ministers and commanders abroad not all are.
    """
    heads = any(m.slot == "office" and str(entity_of(m)).endswith(_HEADS) for m in marks)
    ranks = {m: _SLIP if heads and str(entity_of(m)).startswith("unknown:") else _RANK[m.slot] for m in marks}
    return min(marks, key=lambda m: ranks[m], default=None)


_HEADS = ("_prime_minister", "_president")
_SLIP = 1.5


def can_speak(scene: Scene, mark: Mark) -> bool:
    """Whether those named can say anything: a "foreign presence" does not."""
    return mark.slot != "force" or all(_THINGS.isdisjoint(token.forms) for token in scene.words(mark))


_THINGS = frozenset({"وجود", "تواجد", "احتلال", "presence", "footprint"})


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
