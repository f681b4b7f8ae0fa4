"""Speakers named without a verb: "White House: we were not told", "A: There are none" in an interview."""

from __future__ import annotations

from collections.abc import Iterator

from posture.extracting.patterns import Found, Mark
from posture.extracting.scenes import Scene, entity_of

_SLOTS = ("person", "office", "institution", "group", "force", "country")
_ANSWERS = frozenset({"a", "ج", "جواب", "الجواب", "answer", "اجاب"})
_OF_EVENTS = ("part.killed", "part.wounded", "part.victims")  # "مقتل سليماني: …" is a heading
_BEFORE = 14  # words of a title before the colon, the hours of a live page among them


def label_of(scene: Scene) -> tuple[Mark | None, Found] | None:
    """Who is named before a colon that opens a sentence, with the words; no mark for "A:", the answer of an interview.

    >>> # "Kirby: no plans to leave" → Kirby; "04:05 - The government: …" → the government
    """
    at = _colon(scene)
    if at is None:
        return None
    words = Found(0, at, {})
    if at <= 2 and scene.tokens[at - 1].folded in _ANSWERS:
        return None, words
    marks = [m for m in scene.all(*_SLOTS) if m.after <= at and entity_of(m) is not None]
    spoken = any(rule.kind in ("speech", "statement", "scope", "incident", "movement") for rule, found in scene.phrases
                 if found.after <= at and rule.event != "official")  # fmt: skip
    suffered = any(rule.id in _OF_EVENTS and found.after <= at for rule, found in scene.phrases)
    if not marks or spoken or suffered or marks[-1].after < at - 1:
        return None
    return min(marks, key=lambda m: _SLOTS.index(m.slot)), words


def _colon(scene: Scene) -> int | None:
    """The word that follows the first colon of the sentence, but for that of an hour."""
    for at, gap in _gaps(scene):
        if ":" in gap:
            digits = scene.tokens[at - 1].folded.isdigit() and scene.tokens[at].folded.isdigit()
            if not digits:
                return at
    return None


def _gaps(scene: Scene) -> Iterator[tuple[int, str]]:
    for at in range(1, min(len(scene.tokens), _BEFORE + 1)):
        yield at, scene.text[scene.tokens[at - 1].span.end : scene.tokens[at].span.start]
