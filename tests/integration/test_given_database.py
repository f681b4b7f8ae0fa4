"""A database that is given: what is made beside it, and that the demo never writes into it."""

from __future__ import annotations

from contextlib import closing
from urllib.parse import urlsplit

import psycopg2
import pytest

from posture.errors import Misconfigured, Transient
from posture.runtime.stack import Stack
from posture.runtime.telling import Teller


def names_on(url: str) -> set[str]:
    with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute("select datname from pg_database")
        return {name for (name,) in cursor.fetchall()}


@pytest.mark.parametrize(
    ("kind", "ours", "airflow"),
    [("run", "", "_airflow"), ("demo", "_demo", "_demo_airflow")],
)
def test_each_start_keeps_to_its_own_databases(
    kind: str, ours: str, airflow: str, database_url: str, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSTURE_DB_URL", database_url)
    given = urlsplit(database_url).path.strip("/")
    stack = Stack(folder=tmp_path, kind=kind, port=1, teller=Teller())
    stack.data.mkdir()
    for _ in ("made", "found"):
        found = stack.databases()
        assert found.posture == database_url.replace(f"/{given}", f"/{given}{ours}")
        assert found.airflow == database_url.replace(f"/{given}", f"/{given}{airflow}")
        assert {given + ours, given + airflow} <= names_on(database_url)


@pytest.mark.parametrize(
    ("url", "error"),
    [
        pytest.param("postgresql://u:s3cretpw@127.0.0.1:1/posture", Transient, id="a server that is away"),
        pytest.param("postgresql://u:s3cretpw@127.0.0.1:1", Misconfigured, id="no database named"),
        pytest.param("dbname=posture password=s3cretpw", Misconfigured, id="no URL"),
    ],
)
@pytest.mark.parametrize("kind", ["demo", "run"])
def test_an_address_that_does_not_serve_is_told_without_its_password(
    url: str, error: type[Exception], kind: str, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSTURE_DB_URL", url)
    stack = Stack(folder=tmp_path, kind=kind, port=1, teller=Teller())
    with pytest.raises(error) as failed:
        stack.databases()
    assert "s3cretpw" not in str(failed.value)
