"""What two texts in two languages disagree in, where a sentence of the one stands for a sentence of the other.

A translator words a sentence anew, so that a word that one text alone has says nothing. What counts is what excludes
another thing of its kind in the same place: a figure, a day, a base, a people, a person, a deed and its opposite; and
whether the sentence is denied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import log10

from posture.matching.apart import hours_apart
from posture.matching.opposites import are_opposites, contrast
from posture.matching.oppositions import opposed
from posture.matching.outlines import Token, bones
from posture.matching.stems import stem
from posture.matching.translations import LIKE, Laid, Told, Translation, masked
from posture.matching.turning import denials
from posture.model import Difference
from posture.text.folding import fold

_COUNTED = 2  # one is an article as often as a number
_PLACES = {"country", "city"}
_WITHIN = {"baghdad": "iraq", "kurdistan": "iraq"}  # to be in the one is to be in the other
_FIELDS = {"person": "speaker", "base": "base", "group": "actor"}
_EITHER = frozenset(fold("casualty casualties toll victims leaving حصيلة ضحايا").text.split())  # "leaving 900 there"
_LOOSE = frozenset({"president", "prime_minister", "minister", "hold"})  # within names of other offices; also: to stay
# What one language says with these the other may deny: without injuries, «لم تقع إصابات»; empty of, no.
_LACKS = frozenset(
    stem(word)
    for word in fold(
        """without lack lacking fail fails failed failure free empty absence only except refuse refused decline declined
        unlikely rather instead false unable
        غير عدم دون بدون بلا خال خالية يخلو تخلو رفض رفضت امتنع امتنعت سوى إلا انعدام خلو نفى نفت"""
    ).text.split()
)
# Nothing but a denial, or such a word, is what these are in the other language.
_BARE = frozenset(fold("without no not never none nor without دون بدون بلا لم لن ليس ليست").text.split())
_MA = frozenset({"ما", "وما"})
_OF_NAMES = 4  # tokens
_WITHOUT = frozenset(fold("without دون بدون بلا").text.split())
_LONG_WORD = 6  # letters
_ONE_OF = ("number", "percent", "range")


def translation_differences(found: Translation) -> tuple[Difference, ...]:
    """What the one text says instead of what the other says in the same place: figures, days, places, people, deeds."""
    pairs = [(laid.a, laid.b) for laid in found.laid if _stand_for_each_other(laid)]
    told = [each for a, b in pairs for each in _differences(a, b)]
    told += [each for laid in found.laid if laid.shared for each in _opposed(laid.a, laid.b)]
    more = [_negations(laid.a) - _negations(laid.b) for laid in found.laid]
    for place, laid in enumerate(found.laid):
        beside = [each for each in (*more[max(0, place - 1) : place], *more[place + 1 : place + 2]) if each]
        if (laid.a, laid.b) in pairs and not any(each * more[place] < 0 for each in beside):
            told += _denied(laid.a, laid.b)
    return tuple({(each.field, each.a, each.b): each for each in told}.values())


def _stand_for_each_other(laid: Laid) -> bool:
    """Whether the two are alike, or one sentence each that have something in common: a fact of them may be changed."""
    one_each = len(laid.a.sentences) == len(laid.b.sentences) == 1
    return masked(laid) >= LIKE * laid.weight or (one_each and laid.shared > 0)


def _differences(a: Told, b: Told) -> Iterator[Difference]:
    yield from _more_often("figure", _counted(a, _ONE_OF), _counted(b, _ONE_OF))
    yield from _instead("figure", _figures(a, ("duration",)), _figures(b, ("duration",)))
    yield from _instead("figure", _vague(a), _vague(b))
    yield from _instead("round", _figures(a, ("ordinal",), least=1), _figures(b, ("ordinal",), least=1))
    yield from _bounds(a, b)
    for kind in ("weekday", "month"):
        yield from _instead("day", _concepts(a, {kind}), _concepts(b, {kind}))
    yield from _hours(_concepts(a, {"hour"}), _concepts(b, {"hour"}))
    yield from _more_often("place", *_lands(a, b))
    yield from _units(a, b)
    for kind, field in _FIELDS.items():
        yield from _instead(field, _known(a, kind), _known(b, kind))
    yield from _instead("speaker", _offices(a), _offices(b))
    yield from _deeds(a, b)


def _opposed(a: Told, b: Told) -> Iterator[Difference]:
    """The one tells of what excludes what the other tells of; what is denied tells of the opposite."""
    found = opposed(_words(a), _words(b))
    for field, (one, other) in found.items():
        if field != "polarity" or _is_denied(a) == _is_denied(b):
            yield Difference(field=field, a=_printed(one, a), b=_printed(other, b))


def _words(told: Told) -> list[str]:
    """The folded words, «ما لم» as "unless"."""
    before = ("", *(token.word for token in told.tokens))
    return [
        "unless" if token.word == "لم" and last in _MA else token.word
        for token, last in zip(told.tokens, before, strict=False)
    ]


def _printed(word: str, told: Told) -> str:
    return next((token.text for token in told.tokens if token.word == word), word)


def _instead(field: str, ours: Mapping[str, str], theirs: Mapping[str, str]) -> Iterator[Difference]:
    only_ours = [shown for name, shown in ours.items() if name not in theirs]
    only_theirs = [shown for name, shown in theirs.items() if name not in ours]
    for one, other in zip(only_ours, only_theirs, strict=False):
        yield Difference(field=field, a=one, b=other)


def _more_often(field: str, ours: Mapping[str, list[str]], theirs: Mapping[str, list[str]]) -> Iterator[Difference]:
    """What each tells more often than the other, where one of the two is not told by the other at all."""
    only_ours = [name for name, shown in ours.items() if len(shown) > len(theirs.get(name, ()))]
    only_theirs = [name for name, shown in theirs.items() if len(shown) > len(ours.get(name, ()))]
    only_ours.sort(key=lambda name: name in theirs)
    only_theirs.sort(key=lambda name: name in ours)
    for one, other in zip(only_ours, only_theirs, strict=False):
        shown = ours[one][0], theirs[other][0]
        if (one not in theirs or other not in ours) and not (field == "place" and _is_one_name(*shown)):
            yield Difference(field=field, a=shown[0], b=shown[1])


def _is_one_name(one: str, other: str) -> bool:
    """Whether two scripts print one name: عمان is Oman, and Amman."""
    ours, theirs = (bones(fold(each).text) for each in (one, other))
    return ours == theirs != ""


def _known(told: Told, kind: str) -> dict[str, str]:
    return {entity: entity for entity, each in sorted(told.entities) if each == kind and ":" not in entity}


def _offices(told: Told) -> dict[str, str]:
    """Offices by what they are, whichever country's: the text may not say."""
    return {name.partition("_")[2]: name for name in _known(told, "office")}


def _figures(told: Told, kinds: Iterable[str], *, least: int = _COUNTED) -> dict[str, str]:
    return {
        f"{token.figure.value:.10g}": token.figure.label
        for token in told.tokens
        if token.figure and token.figure.kind in kinds and token.figure.value >= least
    }


def _vague(told: Told) -> dict[str, str]:
    """Dozens, hundreds, thousands, by their noughts: «عشرات» is tens and dozens."""
    return {
        str(int(log10(max(token.figure.value, 1)))): token.text
        for token in told.tokens
        if token.figure and token.figure.kind == "vague"
    }


def _concepts(told: Told, kinds: set[str]) -> dict[str, str]:
    return {token.concept.name: token.text for token in told.tokens if token.concept and token.kind in kinds}


def _counted(told: Told, kinds: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for token in told.tokens:
        if token.figure and token.figure.kind in kinds and token.figure.value >= _COUNTED:
            found.setdefault(f"{token.figure.value:.10g}", []).append(token.figure.label)
    return found


def _lands(a: Told, b: Told) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Countries and cities, but for those that are within, or around, what the other text names instead."""
    ours, theirs = _places(a), _places(b)
    return _unless_within(ours, theirs), _unless_within(theirs, ours)


def _places(told: Told) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for token in told.tokens:
        if token.concept and token.kind in _PLACES:
            found.setdefault(token.concept.name, []).append(token.text)
    return found


def _unless_within(ours: Mapping[str, list[str]], theirs: Mapping[str, list[str]]) -> dict[str, list[str]]:
    instead = theirs.keys() - ours.keys()
    around = {_WITHIN.get(name, "") for name in instead}
    return {name: shown for name, shown in ours.items() if _WITHIN.get(name) not in instead and name not in around}


def _units(a: Told, b: Told) -> Iterator[Difference]:
    """One figure of both, that counts soldiers in the one and contractors in the other."""
    ours, theirs = _units_of(a), _units_of(b)
    for value in ours.keys() & theirs.keys():
        found = opposed([ours[value].word], [theirs[value].word])
        for field in found.keys() & {"actor", "figure"}:
            yield Difference(field=field, a=ours[value].text, b=theirs[value].text)


def _units_of(told: Told) -> dict[float, Token]:
    """What the figures count, by their values: the word just after."""
    following = zip(told.tokens, told.tokens[1:], strict=False)
    return {token.figure.value: unit for token, unit in following if token.figure and not unit.figure}


def _bounds(a: Told, b: Told) -> Iterator[Difference]:
    """At least so many, where the other says that it is at most so many."""
    ours, theirs = (
        {token.figure.value: token.figure.label for token in told.tokens if token.figure} for told in (a, b)
    )
    for value in ours.keys() & theirs.keys():
        if {ours[value][:1], theirs[value][:1]} == {"≥", "≤"}:
            yield Difference(field="figure", a=ours[value], b=theirs[value])


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
    if ours == theirs and len(a.sentences) == len(b.sentences):
        ours, theirs = _is_barred(a) and _is_bare(b), _is_barred(b) and _is_bare(a)
    if (
        len(a.sentences) == len(b.sentences)
        and ours != theirs
        and not any(_is_lack(token.word) for token in (b if ours else a).tokens)
    ):
        yield Difference(field="polarity", a=a.sentences[0].text, b=b.sentences[0].text)


def _denials(told: Told) -> Iterator[bool]:
    """For each token, whether it denies something; «ما لم» is "unless"."""
    before = ("", *(token.word for token in told.tokens))
    for denied, token, last in zip(denials(told.tokens), told.tokens, before, strict=False):
        yield denied and not (token.word == "لم" and last in _MA)


def _is_barred(told: Told) -> bool:
    """Whether it has a word that is nothing but a denial."""
    said = zip(told.tokens, _denials(told), (*told.tokens[1:], None), strict=True)
    return any(
        token.word in _BARE and (denied or token.word in _WITHOUT) and not (following and following.figure)
        for token, denied, following in said
    )


def _is_bare(told: Told) -> bool:
    """Whether nothing in it denies or comes near it."""
    return not _negations(told) and not any(_is_lack(token.word) for token in told.tokens)


def _is_denied(told: Told) -> bool:
    return any(denied and not _is_lack(token.word) for token, denied in zip(told.tokens, _denials(told), strict=True))


def _negations(told: Told) -> int:
    """Words that deny, or come near it: what one sentence denies in one text another may deny in the other."""
    said = enumerate(zip(told.tokens, _denials(told), strict=True))
    return sum(
        denied or (stem(token.word) in _LACKS and not _hides_a_name(told.tokens[place + 1 :][:_OF_NAMES]))
        for place, (token, denied) in said
    )


def _hides_a_name(following: Iterable[Token]) -> bool:
    """Whether what is not told is whose words these are, which may be said in other words."""
    return any(token.concept is not None and token.concept.name == "identity" for token in following)


def _is_lack(word: str) -> bool:
    return stem(word) in _LACKS or (word.startswith(("un", "non")) and len(word) > _LONG_WORD)
