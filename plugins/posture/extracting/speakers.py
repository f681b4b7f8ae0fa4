"""Who says so: the person, office or institution to whom a sentence, or one carried on from it, is ascribed.

An unnamed official speaks for the institution named with him.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from posture.extracting.labels import label_of
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import SPEECH
from posture.extracting.scenes import Scene
from posture.extracting.subjects import Who, agent_of, has_unnamed, is_arabic, speaker_of


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
    last = before
    for rule, found in sorted(scene.found(SPEECH, "says", "according", "adding"), key=lambda one: one[1].first):
        if _is_by(scene, found):
            continue
        verb = Found(found.first, found.first + 1, {}) if found.after - found.first > _PHRASE else found
        mark = speaker_of(scene, verb, follows_only=rule.event == "according")
        if rule.event == "adding" and mark is not None and mark.first < found.first and scene.tokens[found.first].stop:
            mark = None  # "…, مضيفا أنه" goes on with him who spoke
        entity = who.is_called(scene, mark)
        if entity is not None:
            speeches.append(Speech(found, entity, mark, _is_joined(scene, found)))
        elif last is not None and rule.event != "according" and _goes_on(scene, found):
            speeches.append(Speech(found, last, None))
        elif has_unnamed(scene, found) and (rule.event != "according" or not speeches):
            speeches.append(Speech(found, None, None))
        last = speeches[-1].speaker if speeches else last
    labels = tuple(_labelled(scene, before, who))
    if not speeches and not labels and before is not None and scene.tokens and scene.tokens[0].quote:
        labels = (Speech(Found(0, 0, {}), before, None),)  # a quotation that goes on: "… We will not leave."
    return tuple(sorted((*speeches, *labels, *_turns(scene, who)), key=lambda s: s.found.first))


def _is_by(scene: Scene, found: Found) -> bool:
    """Whether somebody's claim is spoken of and nobody speaks: "attacks claimed by the group"."""
    return found.after < len(scene.tokens) and scene.tokens[found.after].folded == "by"


def _is_joined(scene: Scene, found: Found) -> bool:
    """Whether an Arabic verb begins a clause of its own: «صوت النواب …، وهددت واشنطن بضرب …»."""
    verb = scene.tokens[found.first]
    return verb.folded.startswith("و") and verb.folded[1:] in verb.forms and verb.folded not in _WITH_WAW


_WITH_WAW = frozenset({"وعد", "وعدت", "وعدوا", "وصف", "وصفت"})


_PHRASE = 3  # words of a verb of saying; in a longer phrase the subject stands inside: "ورد متحدث باسم … بأن"


def _labelled(scene: Scene, before: str | None, who: Who) -> Iterator[Speech]:
    label = label_of(scene)
    if label is None:
        return
    mark, words = label
    yield Speech(words, who.is_called(scene, mark) if mark is not None else before, mark)


def _goes_on(scene: Scene, found: Found) -> bool:
    """Whether a verb of saying without a known subject goes on with the last speaker: "he added", "the minister said".

    An English noun before the verb is somebody else ("a farmer said"), unless it is spoken of as known.
    """
    if has_unnamed(scene, found):
        return False
    if is_arabic(scene, found) or found.first == 0 or scene.tokens[found.first].stop:
        return True
    before = [token.folded for token in scene.tokens[max(0, found.first - 3) : found.first]]
    return not _GOING_ON.isdisjoint(before[-2:]) or (len(before) > 1 and before[-2] == "the")


_GOING_ON = frozenset(
    {"he", "she", "they", "it", "who", "which", "and", "but", "also", "has", "had", "then", "later", "further", "to"}
)


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
