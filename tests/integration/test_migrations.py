"""The database takes the shape that the files describe, once, and says what everything in it means."""

from __future__ import annotations

from pathlib import Path

import pytest

from posture.adapters import migrations
from posture.adapters.database import Database
from posture.adapters.migrations import migrate, rebuild_views
from posture.errors import Misconfigured

ROOT = Path(__file__).parents[2]
VIEWS = {
    "article", "claim", "evidence", "force_level", "timetable", "incident", "engagement", "statement", "story", "copy",
    "revision", "correction", "source_health", "books", "alert",
}  # fmt: skip


@pytest.fixture
def database(database_url: str) -> Database:
    return Database(database_url)


def test_migrations_run_once_and_views_every_time(empty_database_url: str) -> None:
    database = Database(empty_database_url)
    files = len(migrations.migration_files())
    assert migrate(database) == files
    assert migrate(database) == 0
    assert rebuild_views(database) == rebuild_views(database)
    database.close()


def test_an_edited_migration_is_refused_by_name(
    database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = migrations.migration_files()[0]
    edited = tmp_path / "migrations" / first.name
    edited.parent.mkdir()
    edited.write_text(first.read_text(encoding="utf-8") + "\n-- edited\n", encoding="utf-8")
    monkeypatch.setattr(migrations, "SQL", tmp_path)
    with pytest.raises(Misconfigured, match=first.name):
        migrate(database)
    database.close()


def test_every_table_view_and_column_says_what_it_means(database: Database) -> None:
    with database.transaction() as session:
        silent = session.select(
            """
            select relation.relname, attribute.attname
            from pg_class as relation
            join pg_namespace as schema on schema.oid = relation.relnamespace
            join pg_attribute as attribute on attribute.attrelid = relation.oid
            where schema.nspname in ('posture', 'analyst')
              and relation.relkind in ('r', 'v')
              and attribute.attnum > 0
              and not attribute.attisdropped
              and (col_description(relation.oid, attribute.attnum) is null or obj_description(relation.oid) is null)
            """
        )
    database.close()
    assert silent == []


def test_the_views_that_analysts_rely_on_exist(database: Database) -> None:
    with database.transaction() as session:
        found = {
            row["viewname"] for row in session.select("select viewname from pg_views where schemaname = 'analyst'")
        }
    database.close()
    assert found >= VIEWS


def test_a_reader_reads_views_and_nothing_else(database: Database) -> None:
    with database.transaction() as session:
        session.script("set local role analyst_reader")
        assert session.select("select count(*) as n from analyst.claim")[0]["n"] == 0
        with pytest.raises(Exception, match="permission denied for schema posture"):
            session.select("select * from posture.claim")
    database.close()


@pytest.mark.parametrize("path", sorted((ROOT / "sql" / "checks").glob("*.sql")), ids=lambda path: path.stem)
def test_a_check_runs_and_an_empty_database_is_healthy(database: Database, path: Path) -> None:
    with database.transaction() as session:
        assert session.select(path.read_text(encoding="utf-8")) == []
    database.close()


@pytest.mark.parametrize("path", sorted((ROOT / "sql").rglob("*.sql")), ids=lambda path: path.name)
def test_sql_is_lower_case_and_migrations_say_why(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    shouted = {"SELECT", "FROM", "WHERE", "INSERT", "UPDATE", "CREATE", "JOIN"} & set(text.split())
    assert not shouted, f"{path.name}: write {sorted(shouted)} in lower case"
    if path.parent.name in {"migrations", "views", "checks"}:
        assert text.startswith("-- "), f"{path.name}: its first line must say why it is there"
