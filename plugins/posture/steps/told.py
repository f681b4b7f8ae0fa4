"""A claim as it was told, kept as JSON, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from posture.reporting.facts import Fact, Figure, Said

_DAYS = ("as_of", "from_", "to")


def values_of(fact: Fact) -> dict[str, Any]:
    """A claim as JSON can hold it: days as 2024-01-26."""
    return {name: _plain(value) for name, value in asdict(fact).items() if value is not None}


def fact_of(values: Mapping[str, Any]) -> Fact:
    """The claim that such values hold."""
    given = dict(values)
    said = dict(given.pop("said"))
    figure = given.pop("figure", None)
    days = {name: date.fromisoformat(given[name]) for name in _DAYS if given.get(name)}
    said["mark"] = tuple(said["mark"])
    said["printed"] = date.fromisoformat(said["printed"]) if said.get("printed") else None
    return Fact(**{**given, **days}, said=Said(**said), figure=None if figure is None else Figure(**figure))


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return value.isoformat() if isinstance(value, date) else value
