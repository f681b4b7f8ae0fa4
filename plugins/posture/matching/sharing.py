"""Whether a report has a fact of another: the same, or one that two reporters write in two ways."""

from __future__ import annotations

from posture.matching.facts import Facts, without_preposition

_ROUNDED, _ROUNDED_FROM = 0.05, 20  # counts that differ by no more may be one, rounded


def has_fact(fact: str, other: Facts, *, lead: bool = False) -> bool:
    """Whether the other report has it: the same, the word with another preposition, or nearly the same number."""
    if fact in (other.lead if lead else other.all):
        return True
    if lead:
        return False
    kind, _, value = fact.partition(":")
    if kind == "word" and not value.isascii():
        return any(f"word:{form}" in other.all for form in without_preposition(value)) or value in other.prefixed
    if kind == "figure" and value.replace(".", "").isdecimal():
        return any(near_number(float(value), each) for each in other.numbers)
    return False


def near_number(one: float, other: float) -> bool:
    """Whether two reporters may have rounded one count: 49 and some 50, 2.4 and 2.42 billion."""
    return min(one, other) >= _ROUNDED_FROM and abs(one - other) <= _ROUNDED * max(one, other)
