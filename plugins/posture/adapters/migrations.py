"""Brings the database to the shape that this checkout expects: migrations once, views every time."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from posture.adapters.database import Database, Session
from posture.adapters.places import SQL
from posture.errors import Misconfigured

_FILE = re.compile(r"^(\d{4})_[a-z0-9_]+\.sql$")
_AFTER = re.compile(r"^-- after: (.+)$", re.MULTILINE)


def migrate(database: Database) -> int:
    """Run the migrations that this database has not seen, in order; how many ran.

    Two deploys at once take turns. Raises Misconfigured when a shipped file was edited.
    """
    with database.transaction() as session:
        session.run("migration.take_turns")
        session.run("migration.remember")
        done = {row["name"]: row["sha256"] for row in session.rows("migration.done")}
        pending = [path for path in migration_files() if not _is_done(path, done)]
        for path in pending:
            session.script(path.read_text(encoding="utf-8"))
            session.run("migration.note", name=path.name, sha256=_digest(path))
        return len(pending)


def rebuild_views(database: Database) -> int:
    """Drop schema analyst and make its views and functions anew from their files; how many there are."""
    files = view_files()
    with database.transaction() as session:
        session.run("migration.take_turns")
        session.run("migration.drop_views")
        for path in files:
            session.script(path.read_text(encoding="utf-8"))
        _grant(session)
    return len(files)


def migration_files() -> list[Path]:
    """The migrations in order. Raises Misconfigured for a name against the pattern or a number used twice."""
    paths = sorted((SQL / "migrations").glob("*.sql"))
    numbers: dict[str, str] = {}
    for path in paths:
        match = _FILE.match(path.name)
        if match is None:
            raise Misconfigured("not a migration's name", item=path.name, remedy="name it NNNN_what_it_does.sql")
        if match[1] in numbers:
            raise Misconfigured(f"same number as {numbers[match[1]]}", item=path.name, remedy="take the next number")
        numbers[match[1]] = path.name
    return paths


def view_files() -> list[Path]:
    """The files of views, each behind those that its line `-- after: a, b` names."""
    waiting = {path.stem: path for path in sorted((SQL / "views").glob("*.sql"))}
    needs = {name: _needs(path) for name, path in waiting.items()}
    ordered: list[Path] = []
    while waiting:
        ready = [name for name in waiting if not needs[name] & waiting.keys()]
        if not ready:
            raise Misconfigured(
                "views wait for each other", item=", ".join(waiting), remedy="mend their `-- after:` lines"
            )
        ordered += [waiting.pop(name) for name in ready]
    return ordered


def _needs(path: Path) -> set[str]:
    found = _AFTER.search(path.read_text(encoding="utf-8"))
    return set() if found is None else {name.strip() for name in found[1].split(",")}


def _is_done(path: Path, done: dict[str, str]) -> bool:
    if path.name not in done:
        return False
    if done[path.name] != _digest(path):
        remedy = "restore the file and put the change into a new migration"
        raise Misconfigured("was edited after it had run", item=f"sql/migrations/{path.name}", remedy=remedy)
    return True


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _grant(session: Session) -> None:
    session.run("migration.grant_views")
    session.run("migration.grant_functions")
