"""Values as the database takes them: whatever a server sent, no letter of it may end a transaction."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from psycopg2.extras import Json

# What Postgres has no place for: the null, and halves of pairs, which no encoding can hold.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def json_value(value: object) -> Json:
    """A value for a jsonb column."""
    return Json(storable(value))


def storable(value: Any) -> Any:
    """A value without the letters that Postgres refuses, however deep they stand; all else as it is.

    >>> storable(["a\\0b", {"k": "c"}, 3])
    ['ab', {'k': 'c'}, 3]
    """
    if isinstance(value, str):
        return UNSTORABLE.sub("", value)
    if isinstance(value, Mapping):
        return {storable(name): storable(part) for name, part in value.items()}
    if isinstance(value, tuple):
        return tuple(storable(part) for part in value)
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray | memoryview):
        return [storable(part) for part in value]
    return value
