"""Whether something parts a verb of moving from the troops beside it: another who acts, a preposition, a clause."""

from __future__ import annotations

from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.scenes import Scene


def is_apart(scene: Scene, rule: Rule, found: Found, heads: list[Mark | Found]) -> bool:
    """Whether something between the verb and the troops parts them: somebody else who acts, a preposition."""
    first, after = min(h.first for h in heads), max(h.after for h in heads)
    ahead = "subject" in rule.needs
    verb = found.after - 1 if ahead else found.first
    if (ahead and scene.tokens[after - 1].folded.endswith(_OWNING)) or (not ahead and _is_passive(scene, verb)):
        return True  # "the coalition's withdrawal came"
    if any(m.first <= verb < m.after for m in scene.all("count")):
        return True  # the verb is a part of the number: «ما يصل إلى 500 جندي»
    gap = range(after, found.after - 1) if ahead else range(found.first + 1, first)
    if any(m.first in gap for m in scene.all("person", "office")) or any(
        f.first in gap for _, f in scene.found("speech")
    ):
        return True
    if any(scene.tokens[h.first - 1].folded in _UP_TO and not _is_up_to(scene, h.first - 1) for h in heads if h.first):
        return True
    if ahead:
        clauses = scene.clauses[found.after - 1] - scene.clauses[max(0, after - 1)]
        turned = any(not _THAT.isdisjoint(scene.tokens[at].forms) for at in gap)
        return (clauses == 1 and not _is_aside(scene, gap)) or turned or _is_of(scene, first)
    barred = _TO_THEM | (frozenset() if rule.event in ("arrival", "departure") else _TOWARDS)
    return any(not barred.isdisjoint(scene.tokens[at].forms) and not _is_part(scene, at) for at in gap)


def _is_passive(scene: Scene, verb: int) -> bool:
    """Whether nobody is sent: "280 are deployed, most of them in Jordan", "it deploys 2,500 troops in Iraq"."""
    word, before = scene.tokens[verb].folded, scene.tokens[verb - 1].folded if verb else ""
    keeps = word in {"deploy", "deploys"} and before not in {"to", "will", "would", "may", "could"}
    settled = any(m.first > verb and scene.tokens[m.first - 1].folded == "in" for m in scene.all("place", "base"))
    return (word in _PARTICIPLES and before in _PASSIVE) or (keeps and settled)


def _is_aside(scene: Scene, gap: range) -> bool:
    """Whether between the troops and their verb a clause about them stands: "soldiers who had been there left"."""
    words = [scene.tokens[at].folded for at in gap]
    return bool(words) and words[0] in {"who", "which", "that"} and not _AUXILIARIES.isdisjoint(words[1:3])


_AUXILIARIES = frozenset({"had", "have", "has", "were", "was", "are", "is"})
_PARTICIPLES = frozenset({"deployed", "sent", "committed", "ordered"})
_PASSIVE = frozenset({"is", "are", "was", "were", "been", "be", "being", "currently", "now"})
_OWNING = ("'s", "’s", "s'", "s’")
_UP_TO = frozenset({"الي", "to"})
_THAT = frozenset({"ان", "انه", "انها", "بان", "that", "said", "says"})
_TO_THEM = frozenset(
    {
        "ان",
        "انه",
        "بان",
        "عدد",
        "عديد",
        "رقم",
        "for",
        "that",
        "of",
        "with",
        "about",
        "down",
        "number",
        "as",
        "برفقه",
        "مع",
        "وزير",
        "رئيس",
        "سفير",
        "وفد",
        "مسوول",
    }
)
_TOWARDS = frozenset({"الي", "علي", "في", "بشان", "عن", "to", "from", "in", "at", "on", "by"})


def _is_part(scene: Scene, at: int) -> bool:
    """Whether the word only says how many of them: "part of", «عدد من»."""
    following = scene.tokens[at + 1].folded if at + 1 < len(scene.tokens) else ""
    return _is_up_to(scene, at) or following == "من"


def _is_up_to(scene: Scene, at: int) -> bool:
    """Whether the preposition belongs to a number or to the verb: "up to 600", "part of", "pulled out of"."""
    before = scene.tokens[at - 1].folded if at else ""
    return before in {
        "up",
        "close",
        "part",
        "half",
        "most",
        "some",
        "all",
        "out",
        "dozens",
        "hundreds",
        "thousands",
        "group",
    }


def _is_of(scene: Scene, first: int) -> bool:
    """Whether what stands before the troops is what is spoken of: their mission, their commander."""
    words = scene.tokens[max(0, first - 1) : first + 1]
    return any(form.startswith(_OF_THEM) for token in words for form in token.forms)


_OF_THEM = (
    "مهم",
    "قائد",
    "قياد",
    "متحدث",
    "ناطق",
    "وجود",
    "عمليات",
    "انسحاب",
    "دور",
    "ملف",
    "مستقبل",
    "بقاء",
    "mission",
    "عدد",
    "عديد",
    "تعداد",
)
