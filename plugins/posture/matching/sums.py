"""What the figures of a sentence say: how many of what, which date, which round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from posture.matching.outlines import Sentence, Token

_FEW = 10  # figures below ten tell nothing without their unit
_YEARS = range(1900, 2101)
# What comes in numbered order; a round of talks is a meeting, and told as either.
_ROUNDS = {
    "phase": "phase", "round": "talks", "talks": "talks", "meet": "talks", "match": "match", "visit": "visit",
    "elect": "elect",
}  # fmt: skip


def of_figure(tokens: Sequence[Token], place: int) -> Iterator[str]:
    """What a figure at this place says, with its unit: an amount, a date, a time, or which round it is."""
    figure = tokens[place].figure
    if figure is None:
        return
    unit = _unit(tokens, place)
    if figure.kind == "ordinal":
        if unit in _ROUNDS:
            yield f"round:{figure.value:g} {_ROUNDS[unit]}"
        return
    month = next(
        (near for near in (*tokens[place + 1 : place + 2], *tokens[max(0, place - 1) : place]) if near.kind == "month"),
        None,
    )
    if month and month.concept and figure.value <= 31:
        yield f"date:{figure.label} {month.concept.name}"
        return
    if month and month.concept and figure.value in _YEARS:
        yield f"date:{month.concept.name} {figure.label}"
        return
    if figure.value in _YEARS and not unit:
        return
    value = f"{figure.value:.10g}" + ("%" if figure.label.endswith("%") else "")
    if figure.kind in {"duration", "clock"}:
        yield f"time:{value}"
    elif figure.value >= _FEW or figure.label.endswith("%") or figure.value != int(figure.value):
        yield f"figure:{value}"
    elif unit:
        yield f"figure:{value} {unit}"


def _unit(tokens: Sequence[Token], place: int) -> str:
    """What a figure counts: the nearest ordinary noun after it, or the event just before («مقتل 12»); what is numbered
    may stand just before («الجولة الأولى»).
    """
    if _follows_its_noun(tokens[place]):
        before = tokens[place - 1].concept if place else None
        return before.name if before else ""
    for near in tokens[place + 1 : place + 4]:
        if near.figure:
            break
        if near.kind in {"thing", "event"} and near.concept and near.concept.name not in {"people", "say"}:
            return near.concept.name
    for near in reversed(tokens[max(0, place - 2) : place]):
        if near.kind in {"thing", "event"} and near.concept:
            return near.concept.name
    return ""


def _follows_its_noun(token: Token) -> bool:
    """Whether it is an Arabic ordinal with its article."""
    return token.figure is not None and token.figure.kind == "ordinal" and token.word.startswith("ال")


def by_unit(sentences: Sequence[Sentence]) -> Mapping[str, frozenset[float]]:
    """The figures of these sentences by what they count."""
    found: dict[str, set[float]] = {}
    for sentence in sentences:
        for place, token in enumerate(sentence.tokens):
            if not token.figure or token.figure.kind not in {"number", "percent", "range"}:
                continue
            unit = _unit(sentence.tokens, place)
            if unit:
                found.setdefault(unit, set()).add(token.figure.value)
    return {unit: frozenset(values) for unit, values in found.items()}
