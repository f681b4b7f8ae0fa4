"""Attacks on the troops, strikes by them, drones shot down: what, on whom, where, when, with how many dead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from posture.extracting.aftermaths import aftermath_of
from posture.extracting.attack_counts import count_of
from posture.extracting.attacks import Attack, attack_at
from posture.extracting.bearings import bears_on_troops, is_told, means_the_last
from posture.extracting.claimants import claimant_of
from posture.extracting.counts import bounds_of
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.retellings import is_retold
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.scope import Colour, colour_of
from posture.extracting.sequels import again
from posture.extracting.settings import Setting, make_claim
from posture.extracting.signs import is_plain, is_sign
from posture.extracting.strands import strands_of
from posture.extracting.strikers import KIND
from posture.extracting.told_once import completed, is_same, is_tally, lent
from posture.extracting.troops import posture_force
from posture.extracting.unmade import TO_COME, is_general, is_numbered, is_of_something_else, is_past, is_to_come
from posture.extracting.weapons import has_needed
from posture.model import Claim, Evidence
from posture.text.folding import fold


def incidents_in(setting: Setting) -> Iterator[Claim]:
    """The incidents that a sentence tells. One told in general, without day, number, base or verb, is none."""
    earlier: list[Claim] = []
    after = aftermath_of(setting)
    if after is not None:
        yield after
        return
    for strand in strands_of(setting):
        told: list[tuple[str, Found, Claim]] = []
        for found, claim in _told_in(strand, setting.scene, earlier):
            at = next((n for n, other in enumerate(told) if is_retold(strand, claim, found, other)), None)
            if at is None:
                told.append((claim.event or "", found, claim))
            else:
                event, first, other = told[at]
                if is_tally(other) == is_tally(claim):
                    told[at] = (event, first, completed(other, claim, setting.lexicon))
        for _, found, claim in told:
            earlier.append(claim)
            yield claim
            yield from again(strand, found, claim)


def _told_in(strand: Setting, sentence: Scene, earlier: Sequence[Claim]) -> Iterator[tuple[Found, Claim]]:
    """The phrases of a strand that tell of an incident, with what each of them alone tells."""
    scene = strand.scene
    told: list[Claim] = []
    counted = {found.first for _, found in scene.found(KIND) if count_of(scene, found) is not None}
    # A phrase with a number of attacks tells more than the same attacks named without one.
    for rule, found in sorted(
        scene.found(KIND), key=lambda one: (is_sign(one[0]), one[1].first not in counted, one[1].first)
    ):
        if not has_needed(strand, rule, found) or is_of_something_else(scene, found):
            continue
        named = any(not is_tally(one) for one in told)  # an attack, not only the tally of them
        if is_sign(rule) and (named or not is_plain(strand, rule, found)):
            continue
        claim = _claim(strand, attack_at(strand, sentence, rule, found, [*earlier, *told]))
        if claim is None or is_to_come(strand, claim) or is_numbered(strand, found, claim):
            continue
        if is_general(strand, rule, found, claim):
            continue
        told.append(claim)
        yield found, claim


def _claim(setting: Setting, attack: Attack) -> Claim | None:
    """The claim of an attack; None when it is none of those that are followed, or is only named."""
    if not bears_on_troops(setting, attack) or not is_told(setting, attack):
        return None
    colour = _colour(setting.scene, attack.rule, attack.found)
    if colour.modality in TO_COME and is_past(setting, attack.days.get("to")):
        colour = replace(colour, modality="asserted")  # what is dated to a past day has happened, whatever else is told
    fields: dict[str, Any] = {**attack.days, **(bounds_of(attack.count) if attack.count is not None else {})}
    hit = attack.target is not None
    claimant = claimant_of(setting, attack.found)
    if colour.modality == "denied" and _is_unguilty(setting.scene, attack.found):
        if not attack.told_of:
            return None
        colour, claimant = Colour(), (None, None)  # who denies a part in it denies not that it was made
    claim = make_claim(
        setting,
        "incident",
        attack.rule,
        attack.found,
        evidence=attack.evidence,
        colour=colour,
        speaker=claimant,
        sure=attack.sure if hit or attack.striker is not None else 0.85,
        event=attack.event,
        force=_force_id(setting, attack.striker),
        target=_target_id(setting, attack.target) or _same_target(setting, attack),
        place=attack.place or (_land_of(setting, attack.target) if hit else None),
        casualties=attack.casualties,
        **fields,
    )
    last = setting.memory.incident
    if attack.rule.id == "incident.again" and last is not None:
        return lent(claim, last) if is_same(last, replace(claim, event=last.event), setting.lexicon) else None
    alone = attack.target is None and attack.striker is None and attack.place is None
    if last is None or not alone or not means_the_last(setting, attack) or not is_same(last, claim, setting.lexicon):
        return claim
    return lent(claim, last)


def _same_target(setting: Setting, attack: Attack) -> str | None:
    """What the last attack was on, where "a third" was made on it too."""
    last = setting.memory.incident
    return last.target if attack.another is not None and last is not None and attack.place is None else None


def _colour(scene: Scene, rule: Rule, found: Found) -> Colour:
    """How the attack is told; what is part of a weapon's name, "طائرة بدون طيار", denies nothing."""
    colour = colour_of(scene, found, rule=rule)
    arms = [scene.span_of(f.first, f.after) for r, f in scene.found("part") if r.id == "part.drones"]
    kept = tuple(one for one in colour.evidence if not any(span.holds(one.span) for span in arms))
    if colour.modality != "denied":
        kept = tuple(one for one in kept if one.role != "polarity" or not _is_of_harm(scene, found, one))
    affirmed = colour.modality != "denied" and kept != colour.evidence
    return replace(colour, polarity="affirmed", evidence=kept) if affirmed else colour


def _is_unguilty(scene: Scene, found: Found) -> bool:
    """Whether somebody denies a part in the attack: "denied responsibility for the attack"."""
    said = (f for r, f in scene.found("part") if r.id == "part.unguilty")
    return any(0 <= found.first - f.after <= _PART_IN for f in said)


_PART_IN = 6  # words between "denied involvement" and the attack


def _is_of_harm(scene: Scene, found: Found, cue: Evidence) -> bool:
    """Whether it is denied that the attack did harm, and not that it was made: "الهجوم لم يسفر عن إصابات"."""
    at = next((n for n, token in enumerate(scene.tokens) if token.span.start >= cue.span.end), len(scene.tokens))
    follows = cue.span.start >= scene.span_of(found.first, found.after).end
    return follows and at < len(scene.tokens) and scene.tokens[at].folded not in _HAPPEN


_HAPPEN = frozenset({"يقع", "تقع", "يحدث", "تحدث", "يتم", "تتم", "happen", "happened", "take", "occur"})


def _force_id(setting: Setting, striker: Mark | None) -> str | None:
    """Whose troops strike: those of the country of the command or ministry that is named."""
    entity = posture_force(setting, entity_of(striker)) if striker is not None else None
    entry = setting.lexicon.entry(entity or "")
    return entry.country if entry is not None and entry.kind == "institution" and entry.country else entity


def _target_id(setting: Setting, target: Mark | None) -> str | None:
    entity = entity_of(target)
    return setting.phrases.capitals.get(entity, entity) if entity is not None else None


def _land_of(setting: Setting, target: Mark | None) -> str | None:
    """The town that the name of a base tells ("Erbil airport"), else its country."""
    entry = setting.lexicon.entry(entity_of(target) or "")
    if entry is not None and entry.kind == "institution":
        return None  # an embassy is not in its own country
    town = setting.lexicon.entry(entry.province or "") if entry is not None else None
    if entry is None or target is None or town is None:
        return entry.country if entry is not None else None
    words = set(fold(target.span.of(setting.scene.text)).text.split())
    told = any(fold(name).text in words for name in (town.name_en, town.name_ar))
    return town.id if told else entry.country
