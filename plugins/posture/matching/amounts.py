"""Whether equal figures are of other things, and whether all of it became a part: what stands beside the figures.

A figure may be the same while its unit is another ("$900 million", "900 million dinars"), a year may be added to a
month, and a word of quantity may stand elsewhere in the sentence («المنشآت كافة», «نصف المنشآت»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from posture.matching.alignment import Change, Pair
from posture.matching.opposites import ordinary_contrast, ordinary_group
from posture.matching.outlines import Sentence, Token
from posture.matching.turning import printed
from posture.model import Difference

_SIGNS = {"$": "dollar", "€": "euro", "£": "pound"}
_SIGNED = re.compile(r"([$€£])\s?(\d[\d.,]*)")
_YEARS = range(1900, 2101)


def amount_differences(pair: Pair) -> Iterator[Difference]:
    """Other units of equal figures, and another quantity in another place of the sentence."""
    yield from _units(pair)
    yield from _quantities(pair)


def added_year(change: Change) -> Difference | None:
    """A year that only one text gives to a month or an end: «until the end of September 2026»."""
    tokens = change.a or change.b
    if (change.a and change.b) or len(tokens) > 2 or not any(_is_year(token) for token in tokens):
        return None
    before = change.before(2) if change.a else change.pair.b.tokens[max(0, change.b1 - 2) : change.b1]
    if not any(token.kind == "month" for token in before):
        return None
    shown = [printed((*before, *tokens)), printed(before)]
    return Difference(field="day", a=shown[not change.a], b=shown[not change.b])


def _is_year(token: Token) -> bool:
    return token.figure is not None and token.figure.value in _YEARS


def _units(pair: Pair) -> Iterator[Difference]:
    ours, theirs = _units_of(pair.a), _units_of(pair.b)
    for label in ours.keys() & theirs.keys():
        for one, other in zip(ours[label], theirs[label], strict=False):
            if ordinary_contrast(one.split()[-1], other.split()[-1]):
                yield Difference(field="figure", a=f"{label} {one}", b=f"{label} {other}")
                return


def _units_of(sentence: Sentence) -> dict[str, list[str]]:
    """The unit of each figure that has one, by the figure's label."""
    found: dict[str, list[str]] = {}
    signed = dict.fromkeys(match[2] for match in _SIGNED.finditer(sentence.text))
    signs = {
        digits: _SIGNS[match[1]] for match in _SIGNED.finditer(sentence.text) for digits in signed if digits == match[2]
    }
    after = (*sentence.tokens[1:], None)
    for token, following in zip(sentence.tokens, after, strict=True):
        if token.figure is None:
            continue
        sign = next((unit for digits, unit in signs.items() if token.text.lstrip("$€£ ").startswith(digits)), "")
        unit = sign or (following.word if following and ordinary_group(following.word) == "figure" else "")
        if unit:
            found.setdefault(token.figure.label, []).append(unit)
    return found


def _quantities(pair: Pair) -> Iterator[Difference]:
    changes = tuple(pair.changes)
    ours = [token for change in changes for token in change.a if ordinary_group(token.word) == "quantity"]
    theirs = [token for change in changes for token in change.b if ordinary_group(token.word) == "quantity"]
    for one, other in zip(ours, theirs, strict=False):
        if ordinary_contrast(one.word, other.word):
            yield Difference(field="quantity", a=one.text, b=other.text)
