"""The dead and wounded of an attack, told in a sentence of their own: "Two contractors were killed, the base said"."""

from __future__ import annotations

from dataclasses import replace

from posture.extracting.casualties import casualties_near
from posture.extracting.patterns import Found
from posture.extracting.scenes import entity_of
from posture.extracting.settings import Setting
from posture.extracting.told_once import lent
from posture.model import Claim

_MOST = 300  # victims; more are those of a war
_TOLL = 60  # words


def aftermath_of(setting: Setting) -> Claim | None:
    """The attack that the article told last, with the victims that this sentence tells.

    It tells of it when it names no attack, no day, no other country, and soldiers or workers among the victims.
    """
    scene, last = setting.scene, setting.memory.incident
    fates = [f for r, f in scene.found("part") if r.id in ("part.killed", "part.wounded")]
    told = any(True for _ in scene.found("incident")) or any(True for _ in scene.all("moment"))
    if last is None or last.casualties is not None or not fates or told or last.modality == "denied":
        return None
    if not _are_of_posture(setting) or _is_elsewhere(setting):
        return None
    casualties, dead = casualties_near(scene, Found(fates[0].first, fates[0].after, {}), reach=_TOLL)
    if casualties is None or sum(casualties.values()) > _MOST:
        return None
    claim = lent(replace(last, evidence=tuple(dead), casualties=casualties), last)
    return replace(claim, confidence=round(last.confidence * _SURE, 2))


_SURE = 0.85  # how often such a sentence is of the attack told before


def _are_of_posture(setting: Setting) -> bool:
    """Whether soldiers, contractors or people of the bases are named."""
    scene = setting.scene
    return any(True for _ in scene.all("soldiers")) or any(r.id == "part.dual" for r, _ in scene.found("part"))


def _is_elsewhere(setting: Setting) -> bool:
    """Whether a country or armed group is named that has its own dead."""
    strangers = setting.phrases.abroad - {"iraq"}
    names = setting.scene.all("country", "nation", "place", "force")
    return any(entity_of(mark) in strangers for mark in names) or any(True for _ in setting.scene.all("group"))
