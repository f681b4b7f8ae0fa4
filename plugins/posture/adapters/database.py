"""The posture database: named queries, one transaction an item, driver errors in our words.

A query is called by noun and name: `session.rows("source.due", now=now)` runs the statement under the heading
`-- due --` of `sql/queries/source.sql`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import psycopg2
import psycopg2.errors
from psycopg2.extensions import connection as Connection  # noqa: N812 -- the driver's class has a lower-case name
from psycopg2.extras import RealDictCursor, execute_values

from posture.adapters.database_urls import checked, without_password
from posture.adapters.database_values import json_value, storable
from posture.adapters.places import SQL
from posture.errors import Misconfigured, Transient

Row = Mapping[str, Any]

__all__ = ["Database", "Row", "Session", "connect", "json_value", "queries", "query"]

_HEADING = re.compile(r"^-- ([a-z][a-z0-9_]*) --$", re.MULTILINE)


@cache
def queries(noun: str) -> Mapping[str, str]:
    """The statements of `sql/queries/<noun>.sql` by name. Raises Misconfigured when there is no such file."""
    path = SQL / "queries" / f"{noun}.sql"
    if not path.is_file():
        raise Misconfigured(
            "no such file of queries", item=f"sql/queries/{noun}.sql", remedy="create it or fix the name"
        )
    _, *parts = _HEADING.split(path.read_text(encoding="utf-8"))
    return dict(zip(parts[::2], (part.strip() for part in parts[1::2]), strict=True))


def query(name: str) -> str:
    """One statement by its full name, `noun.name`."""
    noun, _, short = name.partition(".")
    try:
        return queries(noun)[short]
    except KeyError as error:
        raise Misconfigured(
            f"no query named {short!r}", item=f"sql/queries/{noun}.sql", remedy=f"add a heading `-- {short} --`"
        ) from error


class Session:
    """What one transaction may ask."""

    def __init__(self, cursor: RealDictCursor) -> None:
        self._cursor = cursor

    def rows(self, name: str, /, **values: object) -> list[Row]:
        """All rows of a query."""
        self._cursor.execute(query(name), storable(values))
        return list(self._cursor.fetchall())

    def row(self, name: str, /, **values: object) -> Row | None:
        """The first row, None when there is none."""
        self._cursor.execute(query(name), storable(values))
        return self._cursor.fetchone()

    def value(self, name: str, /, **values: object) -> Any:
        """The only column of the first row, None when there is no row."""
        found = self.row(name, **values)
        return None if found is None else next(iter(found.values()))

    def run(self, name: str, /, **values: object) -> int:
        """Run a statement; how many rows it touched."""
        self._cursor.execute(query(name), storable(values))
        return int(self._cursor.rowcount)

    def many(self, name: str, rows: Sequence[Sequence[object]], /) -> None:
        """Run an `insert … values %s` for many rows at once."""
        if rows:
            execute_values(self._cursor, query(name), storable(rows), page_size=500)

    def script(self, text: str, /) -> None:
        """Run the statements of a file as they stand."""
        self._cursor.execute(text)

    def select(self, text: str, /) -> list[Row]:
        """All rows of a statement that stands in a file of its own (a check)."""
        self._cursor.execute(text)
        return list(self._cursor.fetchall())


class Database:
    """One connection to the posture database, opened when first needed."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._connection: Connection | None = None

    @contextmanager
    def transaction(self, *, lasting: bool = True) -> Iterator[Session]:
        """A session that is committed at the end, or rolled back when anything is raised.

        What need not be `lasting` is not waited for until the disk has it: a server that dies may forget the last of
        these, whole and none before another that it remembers. For work that is done again where it is missing.

        Raises Transient when the server is away or another worker was in the way, Misconfigured when it refuses us.
        """
        connection = self._open()
        try:
            with _in_our_words(self.url), connection, connection.cursor(cursor_factory=RealDictCursor) as cursor:
                if not lasting:
                    cursor.execute("set local synchronous_commit to off")
                yield Session(cursor)
        finally:
            if connection.closed:
                self._connection = None

    def close(self) -> None:
        """Close the connection; the next transaction opens a new one."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> Connection:
        if self._connection is None or self._connection.closed:
            self._connection = connect(self.url)
        return self._connection


def connect(url: str) -> Connection:
    """A connection to the database of this address.

    Raises Misconfigured when the address or the user is wrong, Transient when the server is away.
    """
    try:
        with _in_our_words(url):
            return psycopg2.connect(checked(url), options="-c timezone=UTC", application_name="posture")
    except psycopg2.ProgrammingError:
        # what the driver says repeats parts of the address, and as a cause it would be shown with it
        remedy = "check the options after the ? of the address"
        raise Misconfigured("the driver refuses this address", item=without_password(url), remedy=remedy) from None


_REFUSED = ("authentication failed", "does not exist", "no password supplied", "invalid dsn", "could not translate")
_IN_THE_WAY = (
    psycopg2.errors.DeadlockDetected,
    psycopg2.errors.SerializationFailure,
    psycopg2.errors.LockNotAvailable,
    psycopg2.errors.AdminShutdown,
    psycopg2.errors.CrashShutdown,
)


@contextmanager
def _in_our_words(url: str) -> Iterator[None]:
    try:
        yield
    except _IN_THE_WAY as error:
        raise Transient(_first_line(error), item=without_password(url), remedy="run the task again") from error
    except psycopg2.OperationalError as error:
        if any(sign in str(error) for sign in _REFUSED):
            remedy = "check the address, user and password of the posture database"
            raise Misconfigured(_first_line(error), item=without_password(url), remedy=remedy) from error
        remedy = "check that the server runs and can be reached, then try again"
        raise Transient(_first_line(error), item=without_password(url), remedy=remedy) from error
    except psycopg2.errors.UndefinedTable as error:
        raise Misconfigured(_first_line(error), item=without_password(url), remedy="run `posture prepare`") from error


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0]
