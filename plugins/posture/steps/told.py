"""What was decided and told, kept as JSON, and back again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from posture.reporting.facts import Fact

_Value = TypeVar("_Value")


def values_of(value: Any) -> dict[str, Any]:
    """A frozen value as JSON can hold it: days as 2024-01-26, fields that are None left out."""
    plain: dict[str, Any] = _plain(value)
    return plain


def fact_of(values: Mapping[str, Any]) -> Fact:
    """The claim that such values hold."""
    return value_of(Fact, values)


def value_of(kind: Callable[..., _Value], values: Mapping[str, Any]) -> _Value:
    """The frozen value of this kind that such values hold; what they lack is None, or the field's own default."""
    of_class: Any = kind
    hints = _hints(of_class)
    return kind(
        **{
            each.name: _read(hints[each.name], values.get(each.name))
            for each in fields(of_class)
            if each.init and (values.get(each.name) is not None or _is_needed(each))
        }
    )


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        named = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
        return {name: _plain(each) for name, each in named.items() if each is not None}
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _read(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _read(_fitting(inner, value), value)
    if origin is tuple:
        return tuple(_read(inner[0], each) for each in value)
    if origin is not None and isinstance(value, Mapping):
        return {name: _read(inner[1], each) for name, each in value.items()}
    if is_dataclass(hint) and isinstance(hint, type):
        return value_of(hint, value)
    return hint.fromisoformat(value) if hint in (date, datetime) else value


def _fitting(kinds: Sequence[Any], value: Any) -> Any:
    """Of several kinds the one that such a value is of: an object is a frozen value, all else is itself."""
    plain = [kind for kind in kinds if kind is not type(None)]
    return next((kind for kind in plain if is_dataclass(kind) == isinstance(value, Mapping)), plain[0])


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
