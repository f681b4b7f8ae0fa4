"""Who says so: the person, office or institution to whom a sentence, or one carried on from it, is ascribed.

An unnamed official speaks for the institution named with him.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from posture.extracting.labels import label_of
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import SPEECH, Rule
from posture.extracting.sayings import (
    goes_on,
    is_aside,
    is_coordinated,
    is_he_again,
    is_its_object,
    is_of_source,
    is_quoted_on,
    says_nothing,
)
from posture.extracting.scenes import Scene
from posture.extracting.subjects import Who, agent_of, has_unnamed, is_arabic, opens_clause, speaker_of, subject_of


@dataclass(frozen=True, slots=True)
class Speech:
    """A verb of saying with its speaker; `mark` is None when the speaker was named in an earlier sentence,
    `speaker` when it is somebody of whom nothing is known ("lawmakers", "a source")."""

    found: Found
    speaker: str | None
    mark: Mark | None
    joined: bool = False  # whether و opens a new clause with the verb, which says nothing of what stands before it


def speeches_of(scene: Scene, *, before: str | None, who: Who) -> tuple[Speech, ...]:
    """The verbs of saying in a sentence with their speakers; `before` is who spoke in the sentence before it.

    A verb without a subject of its own ("وأضاف أن", "he added that") goes on with the last speaker.
    """
    speeches: list[Speech] = []
    for rule, found in sorted(scene.found(SPEECH, "says", "according", "adding"), key=lambda one: one[1].first):
        if not says_nothing(scene, rule, found):
            last = speeches[-1].speaker if speeches else before
            speeches += _speech_of(scene, rule, found, last, who, first=not speeches)
    labels = tuple(_labelled(scene, before, who))
    if not speeches and not labels and before is not None and scene.tokens and is_quoted_on(scene):
        labels = (Speech(Found(0, 0, {}), before, None),)  # a quotation that goes on: "… We will not leave."
    return tuple(sorted((*speeches, *labels, *_turns(scene, who)), key=lambda s: s.found.first))


def _speech_of(scene: Scene, rule: Rule, found: Found, last: str | None, who: Who, *, first: bool) -> list[Speech]:
    """The speech of one verb, none when it is not known whether anybody speaks; `last` is who spoke before it."""
    mark = _subject_of_saying(scene, rule, found, first=first)
    entity = who.is_called(scene, mark)
    if entity in _ENEMIES or (mark is not None and is_aside(scene, found, mark)):
        return []  # "the Coalition to Defeat ISIS announced"; "a letter that the minister says he got"
    if mark is not None and is_of_source(scene, found, mark):
        return [Speech(found, None, None)]
    if last is not None and mark is not None and is_he_again(scene, found, mark) and who.is_of(last, entity):
        return [Speech(found, last, None)]
    if entity is not None:
        return [Speech(found, entity, mark, is_arabic(scene, found) and opens_clause(scene, found))]
    goes_on_with = last or subject_of(scene, who)
    if rule.event != "according" and goes_on_with is not None and goes_on(scene, found):
        return [Speech(found, goes_on_with, None)]
    unnamed = has_unnamed(scene, found) and (rule.event != "according" or first)
    return [Speech(found, None, None)] if unnamed else []


_ENEMIES = frozenset({"al_qaeda", "isis"})  # spoken of, never asked


def _subject_of_saying(scene: Scene, rule: Rule, found: Found, *, first: bool) -> Mark | None:
    """The name that is the subject of a verb of saying, none where it goes on with who spoke before."""
    verb = Found(found.first, found.first + 1, {}) if found.after - found.first > _PHRASE else found
    mark = speaker_of(scene, verb, follows_only=rule.event == "according")
    if not first and (is_coordinated(scene, found) or is_its_object(scene, found, mark)):
        return None  # "… said X and noted that Y"
    ahead = mark is not None and mark.first < found.first and scene.tokens[found.first].stop
    adds = rule.event == "adding" or scene.tokens[found.first].folded.endswith("ing")
    return None if adds and ahead else mark  # "…, مضيفا أنه" goes on with him who spoke


_PHRASE = 3  # words of a verb of saying; in a longer phrase the subject stands inside: "ورد متحدث باسم … بأن"


def _labelled(scene: Scene, before: str | None, who: Who) -> Iterator[Speech]:
    label = label_of(scene)
    if label is None:
        return
    mark, words = label
    yield Speech(words, who.is_called(scene, mark) if mark is not None else before, mark)


def _turns(scene: Scene, who: Who) -> Iterator[Speech]:
    """Where a clause turns to somebody else who demands something ("while lawmakers urged"): he speaks from there."""
    demands = sorted((f for _, f in scene.found("scope", "demanded")), key=lambda f: f.first)
    for rule, turn in scene.found("part"):
        verb = next((f for f in demands if turn.after <= f.first <= turn.after + _TURN), None)
        if rule.id != "part.contrast" or verb is None:
            continue
        agent = agent_of(scene, verb, who)
        if agent is not None and agent[1].first >= turn.after:
            yield Speech(turn, *agent)
        elif has_unnamed(scene, verb):
            yield Speech(turn, None, None)


_TURN = 6  # words between "while" and the verb of its clause


def speech_for(anchor: Found | Mark, speeches: Iterable[Speech]) -> Speech | None:
    """The speech that the words at the anchor belong to: the last one begun before it, else the one that closes it."""
    ahead = [s for s in speeches if s.found.first <= anchor.first]
    if ahead:
        return max(ahead, key=lambda s: (s.found.first, s.mark is not None))
    behind = [s for s in speeches if s.found.first >= anchor.after and not s.joined]
    return min(behind, key=lambda s: s.found.first) if behind else None
