"""What all tests share: one embedded Postgres for the session, and a fresh database for each test that wants one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import psycopg2
import pytest

from posture.adapters.database import Database
from posture.adapters.migrations import migrate, rebuild_views
from posture.runtime.postgres import EmbeddedPostgres

# Airflow writes a configuration file into its home when it is imported: not into the user's.
os.environ["AIRFLOW_HOME"] = tempfile.mkdtemp(prefix="posture-airflow-")

_TEMPLATE = "posture_template"
_NUMBERS = count(1)


def _administer(url: str, statement: str) -> None:
    with closing(psycopg2.connect(url)) as connection:
        connection.autocommit = True
        connection.cursor().execute(statement)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedPostgres]:
    """A server of our own, quick rather than safe."""
    folder: Path = tmp_path_factory.mktemp("postgres")
    with EmbeddedPostgres(folder / "server", durable=False) as server:
        yield server
    server.remove()


@pytest.fixture(scope="session")
def postgres_url(postgres: EmbeddedPostgres) -> str:
    """The address of the server's own database, from which others can be made."""
    return postgres.url()


@pytest.fixture(scope="session")
def template(postgres: EmbeddedPostgres) -> str:
    """The name of a database that has every migration and view: the others are copies of it."""
    with closing(Database(postgres.ensure_database(_TEMPLATE))) as database:
        migrate(database)
        rebuild_views(database)
    return _TEMPLATE


@pytest.fixture
def database_url(postgres: EmbeddedPostgres, template: str) -> Iterator[str]:
    """A database of its own for this test, migrated, without a row."""
    yield from _database(postgres, f"template {template}")


@pytest.fixture
def empty_database_url(postgres: EmbeddedPostgres) -> Iterator[str]:
    """A database of its own for this test, with nothing in it."""
    yield from _database(postgres, "")


def _database(postgres: EmbeddedPostgres, how: str) -> Iterator[str]:
    name = f"test_{next(_NUMBERS)}"
    _administer(postgres.url(), f"create database {name} {how}")
    yield postgres.url(name)
    _administer(postgres.url(), f"drop database {name} with (force)")
