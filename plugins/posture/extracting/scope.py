"""Whether a thing is said to be so: affirmed or negated, a fact, a plan, a demand, a guess, a denial.

A cue ("will", "لن", "denied that") colours what follows it within its reach. The nearest cue decides; a denial
outranks all, for it is said of the whole. A verb that carries the Arabic future (ستنسحب) is a plan by its form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from posture.extracting.heads import words
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import SCOPE, Rule
from posture.extracting.scenes import CLAUSE_COST, Scene
from posture.extracting.tokens import is_future
from posture.model import Evidence, Modality, Polarity, Span

_RANK = {"hypothetical": 0, "demanded": 1, "expected": 2, "planned": 3}
_FUTURE_REACH = 5
_AFTER = 4  # "a withdrawal is expected", "talks will begin": a cue that follows stands this close
_TO_THAT = 4  # "denied on Monday that"
_AUXILIARIES = frozenset({"will", "would", "shall", "due", "set", "scheduled", "slated", "is", "are", "سوف"})
_STILL_TO_COME = frozenset({"مرتقب", "مرتقبه", "مقرر", "مقرره", "مزمع", "مزمعه"})  # adjectives: الزيارة المرتقبة
_FOLLOWING = frozenset({"expected", "planned", "hypothetical", "negated"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Colour:
    """How a thing is said, and the words that make it so."""

    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    evidence: tuple[Evidence, ...] = ()


def colour_of(scene: Scene, anchor: Found | Mark, *, rule: Rule | None = None, verb: bool = False) -> Colour:
    """How the words at the anchor are coloured by what stands around them.

    With `verb` the anchor begins with its own verb, which is no cue for itself: "agreed on" tells an agreement.
    """
    own = anchor.first if verb else -1
    cues = sorted(
        (cue for cue in _cues(scene, anchor) if cue[2].first != own or cue[2].after - own == 1),
        key=lambda cue: (cue[0], _RANK.get(cue[1], 9)),
    )
    by_event = {event: found for _, event, found in reversed(cues)}
    modal = next((event for _, event, _ in cues if event in _RANK), None)
    modality = cast("Modality", modal or "asserted")
    if rule is not None and rule.modality is not None:
        modality = cast("Modality", rule.modality)  # one of them by the schema
    used = [modal] if modal else []
    polarity: Polarity = "affirmed"
    if "denied" in by_event:
        polarity, modality = "negated", "denied"
        used.append("denied")
    elif "negated" in by_event:
        polarity = "negated"
        used.append("negated")
    if rule is not None and rule.polarity is not None:
        polarity = cast("Polarity", rule.polarity)
    evidence = tuple(
        scene.evidence("polarity" if event in ("negated", "denied") else "modality", _span(scene, by_event[event]))
        for event in used
    )
    return Colour(polarity=polarity, modality=modality, evidence=evidence)


def _span(scene: Scene, found: Found) -> Span:
    return scene.span_of(found.first, found.after)


def _cues(scene: Scene, anchor: Found | Mark) -> Iterator[tuple[int, str, Found]]:
    leader = _leader(scene, anchor)
    figures = {at for mark in scene.all("count", "moment") for at in range(mark.first, mark.after)}
    for rule, found in scene.found(SCOPE):
        passed = _is_undone(scene, found) or _is_only(scene, found)
        if rule.event is None or found.first in figures or passed or not _means(scene, found):
            continue  # "no more than 12" denies nothing
        cost = scene.cost(found, anchor if leader is None or found.first > leader.first else leader)
        ahead = found.first < anchor.after
        if scene.turns_between(found, anchor) or _is_neither(scene, rule, found):
            continue
        if any(token.folded == "that" for token in scene.tokens[found.after : found.after + _TO_THAT]):
            cost = max(0, cost - CLAUSE_COST)  # "demanded that they leave" is one thought
        near = cost <= rule.reach if ahead else cost <= _AFTER and _can_follow(scene, rule, found, cost)
        if near:
            yield cost, rule.event, found
    for at in range(max(0, anchor.first - _FUTURE_REACH), anchor.after):
        if is_future(scene.tokens[at]):
            found = Found(at, at + 1, {})
            yield scene.cost(found, anchor), "planned", found


def _is_undone(scene: Scene, found: Found) -> bool:
    """Whether an exception undoes a denial («لم يبق سوى ستة»), or كان a doubt («كان قد», «بعد أن كان»)."""
    word = scene.tokens[found.first].folded.lstrip("و")
    if word == "ان":
        return found.first > 0 and scene.tokens[found.first - 1].folded.lstrip("و") in {"بعد", "قبل"}
    if word == "قد":
        ahead = {one.folded.lstrip("وف") for one in scene.tokens[max(0, found.first - _WERE) : found.first]}
        return not ahead.isdisjoint({"كان", "كانت", "كانوا"})  # «كان عضو اللجنة قد تحدث» is over
    only = {one.folded for one in scene.tokens[found.after : found.after + _ONLY]}
    return word in {"لم", "لا", "لن", "ليس", "ليست"} and not only.isdisjoint({"سوي", "الا"})


def _leader(scene: Scene, anchor: Found | Mark) -> Found | None:
    """The aim to which another is joined: «لتقليص قواعدها … وخفض قواتها»."""
    first = scene.tokens[anchor.first].folded
    joined = first[1:] if first.startswith("و") else ""
    led = [token.folded for token in scene.tokens[max(0, anchor.first - 2) : anchor.first]]
    listed = first in _AIMS and (led[-1:] == ["and"] or led == ["and", "to"])
    if joined not in _AIMS and not listed:
        return None
    for at in range(anchor.first - 1, max(-1, anchor.first - _AIMS_APART), -1):
        if not scene.tokens[at].forms.isdisjoint(_AIMS):
            return Found(at, at + 1, {})
    return None


_AIMS_APART = 22
_AIMS = words(
    """انسحاب سحب خفض تقليص تخفيض نشر ارسال نقل تسليم اغلاق اخلاء اعاده مغادره خروج انهاء تقليل رفع زياده توسيع بحث
    دراسه withdraw cut reduce send deploy move close leave hand bring pull end raise increase expand give put return
    withdrawing cutting reducing sending closing handing"""
)


def _is_neither(scene: Scene, rule: Rule, found: Found) -> bool:
    """Whether nothing is denied: one refuses to comment or confirm, or the "reports" are a news agency's name."""
    if rule.event not in ("negated", "denied"):
        return False
    words = {form for token in scene.tokens[found.first : found.after + 2] for form in token.forms}
    if not words.isdisjoint(_NEITHER):
        return True
    reports = [f for r, f in scene.found("part") if r.id == "part.report" and found.first <= f.first < found.after]
    names = list(scene.all("agency", "outlet"))
    named = all(any(m.first <= f.first < m.after for m in names) for f in reports)
    return rule.id == "scope.denied_report" and named


_NEITHER = frozenset({"تعليق", "comment", "confirm", "تاكيد"})


def _can_follow(scene: Scene, rule: Rule, found: Found, cost: int) -> bool:
    """Whether a cue behind the words still means them: "a withdrawal is expected", not "leaving Syria do not"."""
    if rule.event == "planned":
        word = scene.tokens[found.first]
        return word.folded in _AUXILIARIES or (cost == 0 and not word.forms.isdisjoint(_STILL_TO_COME))
    if rule.event == "negated" and "ء" <= scene.tokens[found.first].folded[:1] <= "ي":
        return cost == 0  # "الانسحاب لم يكتمل"
    before = scene.tokens[found.first - 1].folded if found.first else ""
    return rule.event in _FOLLOWING and not (rule.event == "negated" and before in {"do", "does", "did"})


_ONLY = 3
_PAST = words("تم توفي تعرض تبني تسبب تصدي توصل تولي تعهد تحدث توعد تلقي")  # verbs whose past begins as a present does
_NO_VERB = frozenset({"place", "base", "count", "moment", "person", "force", "nation"})


_NAMED = ("country", "force", "institution")
_WERE = 8  # words between كان and the قد that it goes with
_ONLY = 5  # words between a denial and the exception that undoes it


def _is_verb(scene: Scene, at: int) -> bool:
    """Whether a verb, and no name or noun, can stand at this word."""
    named = any(mark.slot in _NO_VERB for mark in scene.marks.get(at, ()))
    return not named and at < len(scene.tokens) and scene.tokens[at].folded != "the"


def _is_only(scene: Scene, found: Found) -> bool:
    """Whether a word of denial says "only" («لم يبق سوى الاتفاق على الموعد») or names a limit."""
    behind = scene.tokens[found.after : found.after + _ONLY]
    bounded = bool(behind) and behind[0].folded in {"يتجاوز", "تتجاوز", "يتعدي", "تتعدي"}  # «لا يتجاوز نهاية أيلول»
    return scene.tokens[found.first].folded.lstrip("وف") in {"لم", "لن", "لا"} and (
        bounded or any(token.folded in {"سوي", "الا"} for token in behind)
    )


def _is_present(verb: str) -> bool:
    """Whether an Arabic verb is in the present: يصل, not تم or توقفت."""
    return verb[:1] in "يت" and not verb.endswith("ت") and verb not in _PAST


def _means(scene: Scene, found: Found) -> bool:
    """قد before a past verb confirms it, before a present one doubts it; "not only" negates nothing."""
    token = scene.tokens[found.first]
    following = scene.tokens[found.after] if found.after < len(scene.tokens) else None
    if scene.tokens[found.after - 1].folded == "to" and any(m.slot in _NAMED for m in scene.marks.get(found.first, ())):
        # "US to leave" is a headline's plan; in "demanded from the government to leave" somebody else wants it.
        told = any(f.first < found.first for _, f in scene.found(SCOPE, "demanded"))
        aside = scene.tokens[found.after - 1].stop  # "in Habbaniyah, west of Baghdad, to the army"
        return not (told or aside) and _is_verb(scene, found.after)
    if token.folded == "علي":
        return token.stop  # «…، على أن يغادروا» goes on to plan; «يصر على أن يغادروا» does not
    if token.folded in {"قد", "وقد", "فقد"}:
        return following is not None and _is_present(following.folded)
    last = scene.tokens[found.after - 1]
    if last.folded == "to" and found.after - found.first > 1 and token.folded not in {"is", "are"} and following:
        return _is_verb(scene, found.after)
    if token.folded in {"not", "لا", "ليس", "وليس"} and following is not None:
        return following.folded not in {"only", "just", "يقل", "تقل", "فقط", "سيما", "يزال", "تزال", "يزالون"}
    return True
