"""What two nearly identical texts disagree in: a figure, a day, a place, a base, an actor, a denial, a speaker.

Read from the stretches in which aligned sentences differ. A stretch that only one text has is an addition and no
disagreement, unless it turns the sentence round ("لم", "not"). What cannot be told apart is taken for different.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from posture.matching.alignment import Change, Pair
from posture.matching.amounts import added_year, amount_differences
from posture.matching.days import Days
from posture.matching.figures import Figure
from posture.matching.naming import Names
from posture.matching.opposites import are_kin, are_opposites, contrast, ordinary_contrast
from posture.matching.outlines import Outline, Token
from posture.matching.sameness import say_the_same
from posture.matching.turning import printed, turned
from posture.matching.wordings import other_wordings
from posture.model import Difference
from posture.text.folding import fold

_AT_LEAST = frozenset(fold("أكثر فوق يتجاوز تجاوز يفوق more over above exceeding least").text.split())
_AT_MOST = frozenset(fold("أقل دون تحت less fewer under below most").text.split())
_FEW = 3  # tokens: a longer stretch was written anew, and its words do not stand for each other
_AS_PRINTED = frozenset({"duration", "ordinal", "clock", "vague"})  # their values are no way to write them


def differences(a: Outline, b: Outline, pairs: Iterable[Pair]) -> tuple[Difference, ...]:
    """The fields in which the two disagree, in the order of the first text, each once."""
    readers = Names(a, b), Days(a, b)
    places = {sentence.text: place for place, sentence in enumerate(a.body)}
    told: dict[tuple[str, str], tuple[Difference, bool]] = {}
    for pair in sorted(pairs, key=lambda pair: places.get(pair.a.text, -1)):
        for difference in _of_pair(pair, *readers):
            words, headline = (difference.a, difference.b), pair.a.text not in places
            if words not in told or _tells_better(difference.field, *told[words]):
                told[words] = difference, headline
    return tuple(difference for difference, _ in told.values())


def _tells_better(field: str, before: Difference, headline: bool) -> bool:
    """One name changed throughout is one difference: a base or a place where any context tells it, else what it is in
    the first sentence that has it; a headline does not tell who speaks.
    """
    if before.field not in {"actor", "speaker"}:
        return False
    return field in {"base", "place"} or (headline and before.field == "actor" and field == "speaker")


def _of_pair(pair: Pair, names: Names, days: Days) -> Iterator[Difference]:
    if pair.a.keys == pair.b.keys:
        return
    yield from turned(pair)
    yield from amount_differences(pair)
    reworded = dict(_places(other_wordings(pair, names)))
    for change in pair.changes:
        year = added_year(change)
        if year:
            yield year
        if change.a and change.b and not _is_cut(change) and not _are_joined(change):
            told = list(_of_change(change, names, days))
            yield from told
            if not told and (change.a1, change.b1) in reworded and not days.are_of_moments(change):
                yield reworded[change.a1, change.b1]


def _places(found: Iterable[tuple[Change, Difference]]) -> Iterator[tuple[tuple[int, int], Difference]]:
    return (((change.a1, change.b1), difference) for change, difference in found)


def _of_change(change: Change, names: Names, days: Days) -> Iterator[Difference]:
    timed = [
        *_figures(change, names),
        *_by_kind(change, "day", {"weekday", "month"}),
        *(each for each in _by_kind(change, "hour", {"hour"}) if not _are_one_hour(change)),
        *_ordinary(change),
    ]
    yield from timed
    if not any(each.field in {"day", "hour", "figure"} for each in timed):
        yield from days.differences(change)
    yield from _events(change)
    if not days.are_of_moments(change):
        yield from names.differences(change)


def _is_cut(change: Change) -> bool:
    """Whether one text ends here, in the middle of the other's word."""
    ours, theirs = change.a, change.b
    cut_ours = len(ours) == 1 and change.a2 == len(change.pair.a.tokens) and theirs[0].word.startswith(ours[0].word)
    cut_theirs = len(theirs) == 1 and change.b2 == len(change.pair.b.tokens) and ours[0].word.startswith(theirs[0].word)
    return cut_ours or cut_theirs


def _are_joined(change: Change) -> bool:
    """Whether one text prints as two words what the other prints as one: non-essential, nonessential."""
    return "".join(token.word for token in change.a) == "".join(token.word for token in change.b)


def _figures(change: Change, names: Names) -> Iterator[Difference]:
    ours = [token for token in change.a if token.figure]
    theirs = [token for token in change.b if token.figure]
    for one, other in zip(ours, theirs, strict=False):
        if one.figure and other.figure and not _are_one_figure(one.figure, other.figure):
            shown = [
                each.text
                if each.figure and each.figure.kind in _AS_PRINTED
                else (each.figure.label if each.figure else "")
                for each in (one, other)
            ]
            yield Difference(field=_figure_field(one, change, names), a=shown[0], b=shown[1])
    if not ours and not theirs:
        yield from _bounds(change)


def _are_one_figure(one: Figure, other: Figure) -> bool:
    """Whether the values are one, though one is printed as a bare number: «الجولة الـ5», «الجولة الخامسة»."""
    return one.label == other.label or (
        one.value == other.value and {one.kind, other.kind} in ({"ordinal", "number"}, {"ordinal", "clock"})
    )


def _figure_field(token: Token, change: Change, names: Names) -> str:
    around = (*change.before(2), *change.a, *change.after(2))
    if any(near.kind == "month" for near in around) and token.figure and token.figure.value <= 2100:
        return "day"
    return names.figure_field(token)


def _bounds(change: Change) -> Iterator[Difference]:
    """«more than 3,000» against «fewer than 3,000»."""
    after = change.after(2)
    if not any(token.figure for token in after):
        return
    ours, theirs = {token.word for token in change.a}, {token.word for token in change.b}
    if (ours & _AT_LEAST and theirs & _AT_MOST) or (ours & _AT_MOST and theirs & _AT_LEAST):
        yield Difference(field="figure", a=printed(change.a + after[:1]), b=printed(change.b + after[:1]))


def _ordinary(change: Change) -> Iterator[Difference]:
    """«شرق البلاد» against «غرب البلاد»: no names, and yet another place."""
    for one, other in zip(change.a, change.b, strict=False):
        field = ordinary_contrast(one.word, other.word)
        if field:
            yield Difference(field=field, a=one.text, b=other.text)


def _by_kind(change: Change, field: str, kinds: set[str]) -> Iterator[Difference]:
    ours = [token for token in change.a if token.kind in kinds]
    theirs = [token for token in change.b if token.kind in kinds]
    for one, other in zip(ours, theirs, strict=False):
        if one.key != other.key:
            yield Difference(field=field, a=one.text, b=other.text)


def _are_one_hour(change: Change) -> bool:
    """What is evening to one is night to another."""
    hours = {token.concept.name for token in (*change.a, *change.b) if token.concept and token.kind == "hour"}
    return hours <= {"evening", "night"}


def _events(change: Change) -> Iterator[Difference]:
    """Another thing done, or done with another weapon, or to others."""
    ours = [(token.concept.name, token) for token in change.a if token.concept]
    theirs = [(token.concept.name, token) for token in change.b if token.concept]
    both = {name for name, _ in ours} & {name for name, _ in theirs}
    for name, one in ours:
        for other_name, other in theirs:
            field = "polarity" if are_opposites(name, other_name) else contrast(name, other_name)
            if field and not {name, other_name} & both:
                yield Difference(field=field, a=one.text, b=other.text)
                return
    yield from _other_deed(change)


def _other_deed(change: Change) -> Iterator[Difference]:
    """One verb of the news for another, in a short stretch: postponed, approved."""
    if max(len(change.a), len(change.b)) > _FEW:
        return
    ours = [token for token in change.a if token.kind == "event"]
    theirs = [token for token in change.b if token.kind == "event"]
    for one, other in zip(ours, theirs, strict=False):
        names = one.concept.name if one.concept else "", other.concept.name if other.concept else ""
        if "say" not in names and not are_kin(*names) and not say_the_same(one.word, other.word):
            yield Difference(field="event", a=one.text, b=other.text)
