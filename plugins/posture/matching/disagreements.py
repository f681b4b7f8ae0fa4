"""What two texts in two languages disagree in, where a sentence of the one stands for a sentence of the other.

A translator words a sentence anew, so that a word that one text alone has says nothing. What counts is what excludes
another thing of its kind in the same place: a figure, a day, a base, a people, a person, a deed and its opposite; and
whether the sentence is denied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from posture.matching.apart import hours_apart
from posture.matching.opposites import are_opposites, contrast
from posture.matching.outlines import bones
from posture.matching.stems import stem
from posture.matching.translations import LIKE, Told, Translation, masked
from posture.matching.turning import denials
from posture.model import Difference
from posture.text.folding import fold

_COUNTED = 2  # one is an article as often as a number
_PLACES = {"country", "city"}
_CAPITALS = {"baghdad": "iraq", "kurdistan": "iraq"}  # to be in the one is to be in the other
_FIELDS = {"person": "speaker", "base": "base", "group": "actor"}
_EITHER = frozenset(fold("casualty casualties toll victims leaving حصيلة ضحايا").text.split())  # "leaving 900 there"
_LOOSE = frozenset({"president", "prime_minister", "minister", "hold"})  # within names of other offices; also: to stay
# What one language says with these the other may deny: without injuries, «لم تقع إصابات»; empty of, no.
_LACKS = frozenset(
    stem(word)
    for word in fold(
        """without lack lacking fail fails failed failure free empty absence only except refuse refused decline declined
        unlikely unless rather instead false unable
        غير عدم دون بدون بلا خال خالية يخلو تخلو رفض رفضت امتنع امتنعت سوى إلا انعدام خلو نفى نفت"""
    ).text.split()
)
_LONG_WORD = 6  # letters
_ONE_OF = ("number", "percent", "range")


def translation_differences(found: Translation) -> tuple[Difference, ...]:
    """What the one text says instead of what the other says in the same place: figures, days, places, people, deeds."""
    pairs = [(laid.a, laid.b) for laid in found.laid if masked(laid) >= LIKE * laid.weight]
    told = [each for a, b in pairs for each in _differences(a, b)]
    more = [_negations(laid.a) - _negations(laid.b) for laid in found.laid]
    for place, laid in enumerate(found.laid):
        beside = [each for each in (*more[max(0, place - 1) : place], *more[place + 1 : place + 2]) if each]
        if (laid.a, laid.b) in pairs and not any(each * more[place] < 0 for each in beside):
            told += _denied(laid.a, laid.b)
    return tuple({(each.field, each.a, each.b): each for each in told}.values())


def _differences(a: Told, b: Told) -> Iterator[Difference]:
    yield from _instead("figure", _figures(a, _ONE_OF), _figures(b, _ONE_OF))
    yield from _instead("figure", _figures(a, ("duration",)), _figures(b, ("duration",)))
    yield from _instead("round", _figures(a, ("ordinal",)), _figures(b, ("ordinal",)))
    for kind in ("weekday", "month"):
        yield from _instead("day", _concepts(a, {kind}), _concepts(b, {kind}))
    yield from _hours(_concepts(a, {"hour"}), _concepts(b, {"hour"}))
    yield from _instead("place", _concepts(a, _PLACES), _concepts(b, _PLACES))
    for kind, field in _FIELDS.items():
        yield from _instead(field, _known(a, kind), _known(b, kind))
    yield from _deeds(a, b)


def _instead(field: str, ours: Mapping[str, str], theirs: Mapping[str, str]) -> Iterator[Difference]:
    only_ours = [shown for name, shown in ours.items() if name not in theirs]
    only_theirs = [shown for name, shown in theirs.items() if name not in ours]
    for one, other in zip(only_ours, only_theirs, strict=False):
        if field != "place" or not _is_one_name(one, other):
            yield Difference(field=field, a=one, b=other)


def _is_one_name(one: str, other: str) -> bool:
    """Whether two scripts print one name: عمان is Oman, and Amman."""
    ours, theirs = (bones(fold(each).text) for each in (one, other))
    return ours == theirs != ""


def _known(told: Told, kind: str) -> dict[str, str]:
    return {entity: entity for entity, each in sorted(told.entities) if each == kind and ":" not in entity}


def _figures(told: Told, kinds: Iterable[str]) -> dict[str, str]:
    return {
        f"{token.figure.value:.10g}": token.figure.label
        for token in told.tokens
        if token.figure and token.figure.kind in kinds and token.figure.value >= _COUNTED
    }


def _concepts(told: Told, kinds: set[str]) -> dict[str, str]:
    return {
        _CAPITALS.get(token.concept.name, token.concept.name): token.text
        for token in told.tokens
        if token.concept and token.kind in kinds
    }


def _hours(ours: Mapping[str, str], theirs: Mapping[str, str]) -> Iterator[Difference]:
    """What is evening to one is night to another."""
    if ours and theirs and all(hours_apart(one, other) > 1 for one in ours for other in theirs):
        yield Difference(field="hour", a=next(iter(ours.values())), b=next(iter(theirs.values())))


def _deeds(a: Told, b: Told) -> Iterator[Difference]:
    """Another deed, weapon or office, or the opposite: in each something that the other has not."""
    ours, theirs = (
        {token.concept.name: token for token in told.tokens if token.concept and token.word not in _EITHER}
        for told in (a, b)
    )
    for name in ours.keys() - theirs.keys():
        for other in theirs.keys() - ours.keys():
            field = "polarity" if are_opposites(name, other) else contrast(name, other)
            if field and not {name, other} & _LOOSE:
                yield Difference(field=field, a=ours[name].text, b=theirs[other].text)
                return


def _denied(a: Told, b: Told) -> Iterator[Difference]:
    """One of the two is denied, and no word of the other comes near a denial; a sentence left out is no denial."""
    ours, theirs = _is_denied(a), _is_denied(b)
    if (
        len(a.sentences) == len(b.sentences)
        and ours != theirs
        and not any(_is_lack(token.word) for token in (b if ours else a).tokens)
    ):
        yield Difference(field="polarity", a=a.sentences[0].text, b=b.sentences[0].text)


def _is_denied(told: Told) -> bool:
    return any(
        denied and not _is_lack(token.word) for token, denied in zip(told.tokens, denials(told.tokens), strict=True)
    )


def _negations(told: Told) -> int:
    """Words that deny, or come near it: what one sentence denies in one text another may deny in the other."""
    said = zip(told.tokens, denials(told.tokens), strict=True)
    return sum(denied or stem(token.word) in _LACKS for token, denied in said)


def _is_lack(word: str) -> bool:
    return stem(word) in _LACKS or (word.startswith(("un", "non")) and len(word) > _LONG_WORD)
