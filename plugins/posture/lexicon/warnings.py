"""What a reader must not take at face value: known misnamings, and names that do not go with their title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from posture.lexicon.entries import Lexicon, holders
from posture.lexicon.names import words_of
from posture.lexicon.skeletons import skeleton
from posture.model import Mention, Span, Warning  # noqa: A004 -- see model

_JOINED = re.compile(r"[\s,،\"'“”«»(–-]{0,3}")
_BEFORE, _AFTER = 20, 25  # characters: two words or so, where "former" or "deputy" would stand


def name_warnings(
    mentions: Sequence[Mention], text: str, lexicon: Lexicon, day: date | None = None
) -> tuple[Warning, ...]:
    """Warnings on names: `known_mistranslation` for each misnaming, `name_conflict` for a title with a stranger's name.

    A name conflicts when it follows the title of an office and is neither that of the holder on `day` nor that of
    anybody else known to have held it, unless the text says former, deputy or designate. After the day for which the
    office's holders were last checked nothing is said.
    """
    known = [
        Warning(kind="known_mistranslation", message=mention.warning, where=mention.where, span=mention.span)
        for mention in mentions
        if mention.warning
    ]
    return tuple(sorted((*known, *_conflicts(mentions, text, lexicon, day)), key=lambda warning: warning.span))


def _conflicts(mentions: Sequence[Mention], text: str, lexicon: Lexicon, day: date | None) -> Iterator[Warning]:
    for post, person in pairwise(sorted(mentions, key=lambda mention: mention.span)):
        if post.kind != "office" or person.kind != "person" or person.warning:
            continue
        if not _JOINED.fullmatch(text[post.span.end : person.span.start]) or _not_now(post, person, text, lexicon):
            continue
        office = lexicon.entries[post.entity]
        held_by = [who for _, who in lexicon.tenures.get(post.entity, ())]
        if not held_by or office.shared or (day and office.checked and day > office.checked):
            continue
        if not any(_same(person, who, lexicon) for who in held_by):
            yield Warning(
                kind="name_conflict",
                message=_message(person, post, lexicon, day),
                where=post.where,
                span=Span(post.span.start, person.span.end),
            )


def _message(person: Mention, post: Mention, lexicon: Lexicon, day: date | None) -> str:
    office = lexicon.entries[post.entity].name_en
    then = holders(lexicon, post.entity, day) if day else []
    if then:
        return f"{person.quote} is not known as {office}, who on {day} was {lexicon.entries[then[-1]].name_en}"
    return f"{person.quote} is not known to have been {office}"


def _not_now(post: Mention, person: Mention, text: str, lexicon: Lexicon) -> bool:
    around = f"{text[max(0, post.span.start - _BEFORE) : post.span.start]} {post.quote}"
    around += f" {text[person.span.end : person.span.end + _AFTER]}"
    return not lexicon.not_now.isdisjoint(words_of(around))


def _same(person: Mention, holder: str, lexicon: Lexicon) -> bool:
    """Whether the person is the holder: the same entry, or the same family name by its consonants."""
    if person.entity == holder:
        return True
    if not person.entity.startswith("unknown:"):
        return False
    entry = lexicon.entries[holder]
    family = skeleton(person.quote).split()[-1:]
    names = {bone for name in (entry.name_en, entry.name_ar) for bone in skeleton(name).split()[1:]}
    return bool(family) and family[0] in names
