"""The base that words such as "the base" stand for: the one last named."""

from __future__ import annotations

from posture.extracting.patterns import Found, Mark
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.subjects import is_arabic
from posture.model import Mention

ANAPHOR = 10  # words between a thing and the words that stand for its place


def same_base(setting: Setting, anchor: Found | Mark) -> Found | None:
    """ "Inside the base", "داخل القاعدة": words for the base last named, the nearest of them."""
    scene = setting.scene
    said = [f for r, f in scene.found("part") if r.id == "part.same_base" and _has_article(scene, f)]
    named = [m.first for m in scene.all("base", "ordinal")]  # "the second base" is another
    said = [f for f in said if base_meant(setting, f) is not None and not any(f.first < at < f.after for at in named)]
    near = [f for f in said if scene.cost(anchor, f) <= ANAPHOR]
    return min(near, key=lambda f: scene.cost(anchor, f), default=None)


def known_base(setting: Setting, anchor: Found | Mark) -> Mark | None:
    """The base last named, where the words near the anchor mean it: "the base was hit"."""
    said = same_base(setting, anchor)
    if said is None:
        return None
    return last_base(setting, said)


def last_base(setting: Setting, words: Found) -> Mark | None:
    """The base last named, for which these words stand."""
    base = base_meant(setting, words)
    if base is None:
        return None
    span = setting.scene.span_of(words.first, words.after)
    named = Mention(entity=base, kind="base", where=setting.scene.where, span=span, quote=span.of(setting.scene.text))
    return Mark("base", words.first, words.after, span, named)


def base_meant(setting: Setting, words: Found) -> str | None:
    """The base that the sentence named before these words, or the one before it did."""
    ahead = [entity_of(m) for m in setting.scene.all("base") if m.after <= words.first]
    return ahead[-1] if ahead else setting.memory.base


def _has_article(scene: Scene, found: Found) -> bool:
    """Whether the word says that one known base is meant and no name or kind of it follows."""
    if any(m.slot in ("base", "place") for m in scene.marks.get(found.first, ())):
        return False
    if not is_arabic(scene, found):
        return True
    definite = "ال" in scene.tokens[found.after - 1].folded[:4] or "لل" in scene.tokens[found.after - 1].folded[:3]
    following = scene.tokens[found.after] if found.after < len(scene.tokens) else None
    if not definite or following is None or following.stop:
        return definite
    named = any(m.slot in ("base", "place") for m in scene.marks.get(found.after, ()))
    return not (named and following.folded.startswith("ال"))  # «القاعدة الصحراوية» is the base still
