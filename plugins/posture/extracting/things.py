"""What was found in a text, as fillers of the slots that phrases name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from posture.extracting.phrases import Phrases
from posture.extracting.scenes import Thing
from posture.lexicon.entries import Lexicon
from posture.lexicon.forces import is_country
from posture.lexicon.mentions import find_mentions
from posture.model import Mention, Span
from posture.text.folding import fold
from posture.text.moments import Moment
from posture.text.parsing import Found

_DOT_AND_SPACE = re.compile(r"\.?[ \u00a0](?:military |combat |defen[cs]e )?")

_SLOTS: dict[str, tuple[str, ...]] = {
    "force": ("force", "party"),
    "nation": ("nation",),
    "base": ("base",),
    "person": ("person", "speaker", "party"),
    "office": ("office", "speaker", "party"),
    "institution": ("institution", "speaker", "party"),
    "group": ("group", "speaker"),
    "agency": ("agency",),
    "outlet": ("outlet",),
    "role": ("soldiers",),
}
_COUNTRY = ("place", "country", "speaker", "party")


def things_of(
    mentions: Sequence[Mention],
    roles: Sequence[Mention],
    found: Iterable[Found],
    *,
    text: str,
    lexicon: Lexicon,
    phrases: Phrases,
) -> Iterator[Thing]:
    """Names, words for soldiers, numbers and days, each with the slots that it can fill."""
    moments = [one for one in found if isinstance(one, Moment)]
    named = [better for mention in mentions for better in _undated(mention, moments, lexicon)]
    joined = {force.span.start: force for force in _joined(named, roles, text)}
    for mention in (*named, *roles):
        if mention.span.start not in joined or mention.kind == "role":
            yield Thing(slots=slots_of(mention, lexicon, phrases), span=mention.span, value=mention)
    for force in joined.values():
        yield Thing(slots=slots_of(force, lexicon, phrases), span=force.span, value=force)
    based = {at for m in named if m.kind == "base" for at in range(m.span.start + 1, m.span.end)}
    for one in found:
        if one.span.start in based:
            continue  # the number of "Tower 22" is no day: "برج 22 في كانون الثاني"
        for part in _ends(one, text):
            slot = "moment" if isinstance(part, Moment) else "count" if part.kind in {"number", "range"} else part.kind
            yield Thing(slots=(slot,), span=part.span, value=part)


def _ends(one: Found, text: str) -> tuple[Found, ...]:
    """The two figures of a change, which looks like a range: "rose from 3,870 to 4,087", «يرتفع من 3870 إلى 4087»."""
    if isinstance(one, Moment) or one.kind != "range" or one.low is None or one.high is None:
        return (one,)
    between = _TO.search(one.span.of(text))
    own = _FROM.match(one.span.of(text))
    if between is None or not (own or _FROM.search(text, max(0, one.span.start - _BEFORE), one.span.start)):
        return (one,)
    if not _GROWS.search(fold(text[max(0, one.span.start - _SENTENCE) : one.span.start]).text):
        return (one,)
    halves = (
        (Span(one.span.start + (own.end() if own else 0), one.span.start + between.start()), one.low),
        (Span(one.span.start + between.end(), one.span.end), one.high),
    )
    return tuple(
        replace(one, kind="number", span=span, quote=span.of(text), value=value, low=value, high=value, bound="exact")
        for span, value in halves
    )


_TO = re.compile(r"\s+(?:إلى|الى|to)\s+")
_FROM = re.compile(r"(?:\bfrom|\bمن|\bعن)\s+(?:(?:about|around|some|نحو)\s+)?(?:$|(?=\d))")
_GROWS = re.compile(
    r"\b(?:r[io]s[ei]|rose|gr[oe]w|increas|expand|rais|boost|climb|jump|up\b|doubl|number|total)|يرتفع|ارتفع|رفع|زاد|زياد|يزيد|تضاعف|ازداد|ينمو|نما\b|قفز|عدد|عديد"
)
_BEFORE, _SENTENCE = 12, 90  # characters before the figures: of the word "from", and of the verb that makes them grow


def _undated(mention: Mention, moments: Sequence[Moment], lexicon: Lexicon) -> Iterable[Mention]:
    """A name that swallows a part of a date is read again without it: "في بغداد اليوم السبت" is no outlet."""
    if mention.kind not in {"agency", "outlet"}:
        return (mention,)
    if any(moment.span.holds(mention.span) for moment in moments):
        return ()  # "آب" is August and no agency
    cut = next((m for m in moments if mention.span.start < m.span.start < mention.span.end), None)
    if cut is None:
        return (mention,)
    rest = mention.quote[: cut.span.start - mention.span.start]
    return tuple(
        replace(
            one, where=mention.where, span=Span(one.span.start + mention.span.start, one.span.end + mention.span.start)
        )
        for one in find_mentions(rest, lexicon, where=mention.where)
    )


def _joined(mentions: Sequence[Mention], roles: Sequence[Mention], text: str) -> Iterator[Mention]:
    """A country in letters before a word for soldiers is their nation: "U.S. troops"."""
    taken = {
        at for mention in mentions if mention.kind == "force" for at in range(mention.span.start, mention.span.end)
    }
    begins = {r.span.start: r for r in roles if taken.isdisjoint(range(r.span.start, r.span.end))}
    for mention in mentions:
        if mention.kind == "place" and mention.quote.isupper():
            behind = _DOT_AND_SPACE.match(text, mention.span.end)
            role = begins.get(behind.end()) if behind else None
            if role is not None:
                span = Span(mention.span.start, role.span.end)
                yield replace(mention, kind="force", span=span, quote=span.of(text))


def slots_of(mention: Mention, lexicon: Lexicon, phrases: Phrases) -> tuple[str, ...]:
    """The slots that a name can fill: a country can speak, meet and be a place, a base can only be a place."""
    if mention.kind != "place":
        own = _SLOTS.get(mention.kind, ())
        mover = ("mover",) if mention.kind == "force" and is_posture(mention.entity, lexicon, phrases) else ()
        return (*own, *mover)
    entry = lexicon.entry(mention.entity)
    if (entry is not None and is_country(entry)) or mention.entity in phrases.capitals:
        return _COUNTRY
    return ("place",)


def is_posture(entity: str, lexicon: Lexicon, phrases: Phrases) -> bool:
    """Whether the troops of this force or country belong to the posture: American, coalition or their allies'."""
    entry = lexicon.entry(entity)
    return entity not in phrases.abroad and (entry is None or entry.country not in phrases.abroad)
