"""The forces that a sentence leaves to be understood by the next."""

from __future__ import annotations

from posture.extracting.patterns import Mark
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.troops import country_of, posture_force


def contingent_of(setting: Setting, mark: Mark) -> str | None:
    """The force that a name leaves to be understood: of "Denmark's contingent in the NATO mission" Denmark's."""
    scene = setting.scene
    force = posture_force(setting, entity_of(mark))
    before = {token.folded for token in scene.tokens[max(0, mark.first - 2) : mark.first]}
    if force not in setting.lexicon.topic_forces or before.isdisjoint(_FRAMES):
        return force
    ahead = [
        m for m in scene.all("country", "institution", "nation") if m.first < mark.first and not is_after_in(scene, m)
    ]
    own = [c for m in ahead if (c := posture_force(setting, country_of(setting, m)))]
    return own[-1] if own else force


def forces_left(setting: Setting) -> list[str]:
    """The forces that a sentence leaves to be understood by the next, in order."""
    scene = setting.scene
    named = [f for m in scene.all("force") if not _is_with_us(scene, m) and (f := contingent_of(setting, m))]
    headings = [
        f for m in scene.all("country") if _is_heading(scene, m) and (f := posture_force(setting, entity_of(m)))
    ]
    return named + headings


def _is_heading(scene: Scene, mark: Mark) -> bool:
    """Whether a line names a country and no more, for what follows is about it: "Belgium"."""
    return mark.first == 0 and mark.after == len(scene.tokens)


def _is_with_us(scene: Scene, mark: Mark) -> bool:
    """Whether the coalition is only named beside the Americans: "U.S. and coalition forces have left"."""
    if entity_of(mark) != "coalition":
        return False
    before = (m for m in scene.all("force") if entity_of(m) == "us" and 0 <= mark.first - m.after <= 1)
    return next(before, None) is not None


_FRAMES = frozenset({"in", "with", "within", "under", "of", "في", "ضمن", "مع"})
