"""What a reader must not take at face value: known misnamings, and names that do not go with their title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from posture.lexicon.entries import Lexicon, holders
from posture.lexicon.names import words_of
from posture.lexicon.skeletons import skeleton
from posture.model import Mention, Span, Warning  # noqa: A004 -- see model
from posture.text.folding import fold

_JOINED = re.compile(r"[\s,،\"'“”«»(–-]{0,3}")
_LATE = timedelta(days=60)  # how long a title is still used after its holder has gone
_YEARS = 120  # characters around a name in which a year tells of what time is spoken
_YEAR = re.compile(r"(?<!\d)(?:19[5-9]\d|20[0-4]\d)(?!\d)")
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
        alike = [who for who in held_by if _same(person, who, lexicon)]
        if all(_long_gone(who, post, person, text, lexicon, day) for who in alike):
            yield Warning(
                kind="name_conflict",
                message=_message(person, post, lexicon, day),
                where=post.where,
                span=Span(post.span.start, person.span.end),
            )


def _long_gone(  # noqa: PLR0917 -- all of them, always, from one place
    who: str, post: Mention, person: Mention, text: str, lexicon: Lexicon, day: date | None
) -> bool:
    """Whether he did not hold the office by now and no year of his time stands near: told as of today, it is wrong."""
    own = [tenure for tenure in lexicon.entries[who].holds if tenure.office == post.entity]
    if day is None or any(tenure.covers(near) for tenure in own for near in (day - _LATE, day, day + _LATE)):
        return False
    around = text[max(0, post.span.start - _YEARS) : person.span.end + _YEARS]
    told = [int(year) for year in _YEAR.findall(fold(around).text)]
    return not any(tenure.covers(date(year, month, 1)) for tenure in own for year in told for month in range(1, 13))


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
    given, *family = skeleton(person.quote).split()
    names = {bone for name in (entry.name_en, entry.name_ar) for bone in skeleton(name).split()[1:]}
    if not family:
        return given in names
    called = [skeleton(name).split()[0] for name in (entry.name_en, entry.name_ar, *entry.spellings) if skeleton(name)]
    alike = any(one.startswith(given) or given.startswith(one) for one in called)
    return family[-1] in names and alike
