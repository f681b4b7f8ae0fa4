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
_SIDES = (
    frozenset(["شمال", "شمالي", "جنوب", "جنوبي", "شرق", "شرقي", "غرب", "غربي", "وسط"])
    | frozenset(["western", "northern", "eastern", "southern", "northeastern", "northwestern", "central", "downtown"])
    | frozenset(
        [
            "north",
            "south",
            "east",
            "west",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "southeastern",
            "federal",
        ]
    )
)
# Words that may stand between such a word and the name.
_BETWEEN = frozenset(
    ["العاصمه", "عاصمه", "العراقيه", "محافظه", "مدينه", "اقليم", "ارجاء", "انحاء", "مناطق", "قاعده", "مطار"]
) | frozenset(["the", "capital", "iraqi", "neighboring", "neighbouring", "nearby", "both", "kurdish"])


def is_after_in(scene: Scene, mark: Mark) -> bool:
    """Whether a word of place stands before the name, or is joined to it (بالعراق)."""
    token = scene.tokens[mark.first]
    if token.span.start < mark.span.start and token.folded.lstrip("وف")[:1] == "ب":
        return True
    if not token.stop and (inner := _place_before(scene, mark)) is not None:
        return is_after_in(scene, inner)  # «في إقليم كردستان العراق»
    first = max(0, mark.first - 3)
    nations = {m.first for at in range(first, mark.first) for m in scene.marks.get(at, ()) if m.slot == "nation"}
    words = [_bare(scene.tokens[at].folded) for at in range(first, mark.first) if at not in nations]
    if words and words[-1] in _SIDES:
        return True
    while words and words[-1] in _BETWEEN:
        words.pop()
    return bool(words) and (words[-1] in _SIDES or words[-1] in _IN or words[-2:] == ["out", "of"])


def _bare(word: str) -> str:
    """The word without the "and" that is joined to it; وسط is none of those."""
    return word if word in _SIDES else word.removeprefix("و")


def is_bearing(scene: Scene, mark: Mark) -> bool:
    """Whether a name only says where a place before it lies: "Besmaya, south of Baghdad", «القائم غربي الأنبار»."""
    if not scene.tokens[mark.first].stop and _place_before(scene, mark) is not None:
        return True  # «إقليم كردستان العراق»
    at = mark.first - 1
    if at > 0 and scene.tokens[at].folded in {"of", "مدينه", "العاصمه", "محافظه"}:
        at -= 1
    if at < 1 or scene.tokens[at].folded not in _SIDES:
        return False
    before = (m for first in range(max(0, at - 5), at) for m in scene.marks.get(first, ()))
    return any(m.slot in ("place", "base") and 0 <= at - m.after <= _OFF for m in before)


_OFF = 2  # words between a place and the side on which it lies


def _place_before(scene: Scene, mark: Mark) -> Mark | None:
    """The town or base right before the name of the country that it lies in."""
    before = (m for first in range(max(0, mark.first - 4), mark.first) for m in scene.marks.get(first, ()))
    ends = (m for m in before if m.slot in ("place", "base") and m.after == mark.first)
    return next((m for m in ends if not scene.text[m.span.end : mark.span.start].strip()), None)  # not "US-Iraq"


_AWAY = frozenset({"من", "الي", "نحو", "باتجاه", "from", "to", "into"})


def leads_to(scene: Scene, mark: Mark) -> str | None:
    """The word before a name, or before the list of names that it ends: "from" in "from Syria and Kuwait"."""
    at = mark.first - 1
    while at >= 0:
        word = _bare(scene.tokens[at].folded)
        listed = _is_listed(scene, at)
        if not (word in _BETWEEN or word in _SIDES or word in {"and", "", "both"} or listed):
            return word
        at = listed - 1 if listed else at - 1
    return None


def _is_listed(scene: Scene, at: int) -> int:
    """The first word of the place that ends at this word, when the next is joined to it; 0 when none."""
    joined = scene.tokens[at + 1].folded.startswith("و") or scene.tokens[at + 1].folded == "and"
    ends = [m.first for first in range(max(0, at - 3), at + 1) for m in scene.marks.get(first, ()) if m.after == at + 1]
    places = [m for first in ends for m in scene.marks[first] if m.slot in ("place", "base")]
    return ends[0] if joined and places else 0


def is_in(scene: Scene, mark: Mark) -> bool:
    """Whether the name is where something is and neither where it comes from nor where it goes."""
    return leads_to(scene, mark) not in _AWAY
