"""Words of place: whether a name is where something is, rather than who does it."""

from __future__ import annotations

from posture.extracting.patterns import Mark
from posture.extracting.scenes import Scene

_IN = (
    {"امام", "خارج"}
    | frozenset(["في", "داخل", "من", "الي", "قرب", "علي", "نحو", "باتجاه", "عبر", "خارج"])
    | frozenset(
        [
            "in",
            "inside",
            "at",
            "across",
            "from",
            "to",
            "near",
            "into",
            "on",
            "around",
            "throughout",
            "outside",
            "within",
        ]
    )
)
# A side of something is where: "شرقي بغداد", "western Iraq".
_SIDES = frozenset(["شمال", "شمالي", "جنوب", "جنوبي", "شرق", "شرقي", "غرب", "غربي", "وسط"]) | frozenset(
    ["western", "northern", "eastern", "southern", "northeastern", "northwestern", "central", "downtown"]
)
# Words that may stand between such a word and the name.
_BETWEEN = frozenset(["محافظه", "مدينه", "اقليم", "ارجاء", "انحاء", "مناطق", "قاعده", "مطار"]) | frozenset(
    ["the", "neighboring", "neighbouring", "nearby", "both"]
)


def is_after_in(scene: Scene, mark: Mark) -> bool:
    """Whether a word of place stands before the name, or is joined to it (بالعراق)."""
    token = scene.tokens[mark.first]
    if token.span.start < mark.span.start and token.folded.lstrip("وف")[:1] == "ب":
        return True
    words = [one.folded.lstrip("و") for one in scene.tokens[max(0, mark.first - 3) : mark.first]]
    if words and words[-1] in _SIDES:
        return True
    while words and words[-1] in _BETWEEN:
        words.pop()
    return bool(words) and words[-1] in _IN
