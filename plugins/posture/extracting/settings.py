"""A sentence in its article, and how a claim is made of what was found in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from posture.extracting.days import LONG_AGO
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Phrases, Rule
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.scope import Colour, colour_of
from posture.extracting.speakers import Speech, speech_for
from posture.extracting.subjects import Who
from posture.lexicon.entries import Lexicon
from posture.model import Claim, ClaimKind, Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What the sentences before this one leave to be understood."""

    force: str | None = None  # the foreign force last named
    place: str | None = None  # the host country last named
    base: str | None = None  # the base last named
    speaker: str | None = None
    most: str | None = None  # the foreign force that the article names most
    counted: str | None = None  # the force whose soldiers were the last thing counted
    topic: bool = False  # whether foreign soldiers or the coalition were spoken of
    incident: Claim | None = None  # the attack or strike last told: "the raid", "hours later"
    spoken: bool = False  # whether foreign troops, their mission or bases were spoken of
    engaged: bool = False  # whether talks, a meeting or a visit was told
    lawful: bool = False  # whether a legal act was told
    day: date | None = None  # of the event last told: "the same day"
    told_of: str | None = None  # the foreign force of which the sentence just before told something
    abroad: bool = False  # whether the last places named lie outside the Middle East


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A sentence with what is known beside it."""

    scene: Scene
    lexicon: Lexicon
    phrases: Phrases
    speeches: tuple[Speech, ...]
    memory: Memory
    agency: str | None

    @property
    def who(self) -> Who:
        """How speakers are called."""
        return Who(lexicon=self.lexicon, capitals=self.phrases.capitals)

    @property
    def day(self) -> date | None:
        """The article's day."""
        return self.scene.day


def make_claim(
    setting: Setting,
    kind: ClaimKind,
    rule: Rule,
    found: Found | Mark,
    *,
    evidence: Iterable[Evidence] = (),
    colour: Colour | None = None,
    speaker: tuple[str | None, Mark | None] | None = None,
    sure: float = 1.0,
    **fields: Any,
) -> Claim:
    """The claim that a phrase makes, with its colour, its speaker and every word that carries a part of it.

    Confidence is the rule's `sure` (how often the phrase means this), times `sure` for each part that had to be
    understood from elsewhere (0.85 to 0.95 each): 0.9 reads "nine of ten such claims are right".
    """
    scene = setting.scene
    colour = colour or colour_of(scene, found, rule=rule)
    speech = speech_for(found, setting.speeches)
    who = speaker or ((speech.speaker, speech.mark) if speech else None)
    own = [scene.evidence("trigger", scene.span_of(found.first, found.after)), *evidence, *colour.evidence]
    if who and who[1] is not None:
        own.append(scene.evidence("speaker", who[1].span))
    via, via_mark = _via(setting, who is not None)
    if via_mark is not None:
        own.append(scene.evidence("via", via_mark.span))
    values: dict[str, Any] = {"modality": colour.modality, "polarity": colour.polarity, "as_of": setting.day, **fields}
    begins = values.get("from_")
    open_ended = begins is not None and values.get("to") is None and begins == setting.day  # "in the coming weeks"
    ahead = begins is not None and setting.day is not None and begins > setting.day
    if values["modality"] == "asserted" and (ahead or (open_ended and kind != "incident")):
        values["modality"] = "planned"
    if values["modality"] == "asserted" and is_background(values["as_of"], setting.day):
        values["modality"] = "past"
    return Claim(
        kind=kind,
        evidence=tuple(dict.fromkeys(own)),
        rule=rule.id,
        confidence=round(rule.sure * sure, 2),
        speaker=who[0] if who else None,
        via=via,
        **values,
    )


def is_background(as_of: date | None, day: date | None) -> bool:
    """Whether something so long before the article's day is told as background."""
    return as_of is not None and day is not None and day - as_of > LONG_AGO


def _via(setting: Setting, said: bool) -> tuple[str | None, Mark | None]:
    named = next(setting.scene.all("agency"), None) or next(setting.scene.all("outlet"), None)
    if named is not None:
        return entity_of(named), named
    return (setting.agency if said else None), None
