"""What time it was by the clock: "at 2 a.m.", "19:30", «الساعة السابعة مساء»."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HOURS_AR = "الواحده الثانيه الثالثه الرابعه الخامسه السادسه السابعه الثامنه التاسعه العاشره الحاديه_عشره الثانيه_عشره"
_NAMED = {name.replace("_", " "): number for number, name in enumerate(_HOURS_AR.split(), start=1)}
_ENGLISH = re.compile(r"\b(\d{1,2})(?:[:.]\d\d)? ?([ap])\.? ?m\b")
_ARABIC = re.compile(
    rf"(?:\bالساعه ({'|'.join(sorted(_NAMED, key=len, reverse=True))}|\d{{1,2}})|\b(\d{{1,2}})(?:[:.]\d\d)?)"
    r"(?:[:.]\d\d| والنصف| والربع| الا ربعا?| و\S+ دقيقه)? (?:بعد منتصف الليل|(فجر|صباح|ظهر|عصر|مسا|ليل))"
)
_AFTER_NOON = frozenset({"ظهر", "عصر", "مسا", "ليل"})
FAR = 4  # hours: clocks of two zones are nearer than this


def clocks_in(folded: str) -> Iterator[int]:
    """The hours from 0 to 23 that a folded text names."""
    for hour, half in _ENGLISH.findall(folded):
        if int(hour) <= 12:
            yield int(hour) % 12 + (12 if half == "p" else 0)
    for named, digits, part in _ARABIC.findall(folded):
        hour = _NAMED.get(named) or int(named or digits)
        if hour <= 12:
            yield hour % 12 + (12 if part in _AFTER_NOON and not (part == "ليل" and hour % 12 < _SMALL) else 0)


_SMALL = 5  # «الساعة الثالثة ليلا» is after midnight


def are_far(ours: frozenset[int], theirs: frozenset[int]) -> bool:
    """Whether both name hours, and none of one is near one of the other."""
    pairs = [(one - other) % 24 for one in ours for other in theirs]
    return bool(pairs) and all(FAR < apart < 24 - FAR for apart in pairs)
