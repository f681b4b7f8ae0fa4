"""Whose text it is: the agency named in a dateline, a byline or a closing line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from posture.model import Mention, Version
from posture.text.folding import fold

_HEAD, _TAIL = 120, 60  # characters of the body in which a dateline, and a signature, stand
_BEFORE = re.compile(r"[(\[/]\s*\Z|(?:\A|\n)[^\n]{0,40}[-:–—]\s*\Z|(?:\A|\n)\s*\Z")
_HEADS = re.compile(r"\s*[:،]\s")
_CUE = 40  # characters before a name in which it is said what is had from it
_SOURCE = re.compile(
    r"\b(?:told|to|by|reported|according to|citing|quoted)(?: the)? \Z"
    r"|\b(?:نقلا عن|عن|وفقا? ل\S*|بحسب|حسب|(?:ما )?(?:نشرت|نقلت|ذكرت|افادت|اوردت)ه?)(?: \S+)? \Z"
    r"|\bل\Z"
)
_BEHIND = re.compile(r"\s*[)\]/]|\s*(?:--|[-–—:])\s")


def agency_of(version: Version, mentions: Sequence[Mention]) -> str | None:
    """The agency whose text this is, None when it only quotes one or names none.

    "WASHINGTON (AP) —", "بغداد (أ ف ب) -" and "(رويترز) -" are datelines, "أسوشيتد برس: …" heads what is retold after
    it. "told Reuters" and "قالا لوكالة فرانس برس" are neither: there the agency is the `via` of what is said, and the
    text may be any paper's. Only where nobody knows whose it is, and it has what it has from one agency alone, is it
    that one's.
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
    return _in_byline(version, mentions) or _in_headline(version, mentions) or _only_one(version, mentions)


def _in_byline(version: Version, mentions: Sequence[Mention]) -> str | None:
    byline = fold(version.byline or "").text
    if not byline:
        return None
    return next((m.entity for m in mentions if m.kind == "agency" and fold(m.quote).text in byline), None)


def _in_headline(version: Version, mentions: Sequence[Mention]) -> str | None:
    for mention in mentions:
        if mention.where == "title" and mention.kind == "agency":
            before, behind = version.title[: mention.span.start], version.title[mention.span.end :]
            if not before.strip(" |-") and _HEADS.match(behind):
                return mention.entity
    return None


def _only_one(version: Version, mentions: Sequence[Mention]) -> str | None:
    """The one agency that a text of unknown outlet and author cites as its source."""
    if version.outlet or version.byline:
        return None
    named = {mention.entity for mention in mentions if mention.kind in {"agency", "outlet"}}
    cited = any(_cites(version.text(mention.where), mention) for mention in mentions if mention.kind == "agency")
    return next(iter(named)) if len(named) == 1 and cited else None


def _cites(text: str, mention: Mention) -> bool:
    before = fold(text[max(0, mention.span.start - _CUE) : mention.span.start]).text
    return _SOURCE.search(before) is not None
