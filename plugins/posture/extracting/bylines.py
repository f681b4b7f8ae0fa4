"""Whose text it is: the agency named in a dateline, a byline or a closing line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from posture.model import Mention, Version
from posture.text.folding import fold

_HEAD, _TAIL = 120, 60  # characters of the body in which a dateline, and a signature, stand
_BEFORE = re.compile(r"[(\[/]\s*\Z|(?:\A|\n)[^\n]{0,40}[-:–—]\s*\Z|(?:\A|\n)\s*\Z")
_BEHIND = re.compile(r"\s*[)\]/]|\s*(?:--|[-–—:])\s")


def agency_of(version: Version, mentions: Sequence[Mention]) -> str | None:
    """The agency whose text this is, None when it only quotes one or names none.

    "WASHINGTON (AP) —", "بغداد (أ ف ب) -" and "(رويترز) -" are datelines; "told Reuters" and "قالا لوكالة فرانس برس"
    are not: there the agency is the `via` of what is said, and the text may be any paper's.
    """
    body = fold(version.body).text
    for mention in mentions:
        if mention.where != "body" or mention.kind != "agency":
            continue
        before, behind = version.body[: mention.span.start], version.body[mention.span.end :]
        head = mention.span.start <= _HEAD and _BEFORE.search(before[-60:]) and _BEHIND.match(behind)
        tail = len(version.body) - mention.span.end <= 3 and before.rstrip(" (").endswith("\n")
        if body and (head or tail):
            return mention.entity
    return _in_byline(version, mentions)


def _in_byline(version: Version, mentions: Sequence[Mention]) -> str | None:
    byline = fold(version.byline or "").text
    if not byline:
        return None
    return next((m.entity for m in mentions if m.kind == "agency" and fold(m.quote).text in byline), None)
