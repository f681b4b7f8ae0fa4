"""A worker killed at any point leaves nothing lost and nothing doubled: the next start ends with the same rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg2
import pytest

from posture.adapters.database import Database, Session
from posture.newsroom.serving import Newsroom
from posture.runtime.postgres import EmbeddedPostgres
from tests.play import MOMENTS, play, select

pytestmark = [pytest.mark.xdist_group("killed"), pytest.mark.timeout(600)]

OUTLETS = ("sample_rafidain", "sample_nakhil", "sample_furat_now", "sample_gulf_ledger", "sample_levant_courier")
ROUNDS = {"moments": MOMENTS[1:2], "outlets": OUTLETS}

# What was found, told without keys: they count upwards however often a run was begun.
ROWS = """
select article.address, article.state, version.number, version.text_sha256, verdict.verdict, verdict.test,
  other_article.address as of_address,
  (
    select array_agg(concat_ws(' ', claim.number, claim.key, claim.freshness) order by claim.number)
    from posture.claim where claim.version_id = version.version_id
  ) as claims,
  (
    select min(first_article.address)
    from posture.story_report
    join posture.story using (story_id)
    join posture.version as first_version on first_version.version_id = story.first_version_id
    join posture.article as first_article on first_article.article_id = first_version.article_id
    where story_report.article_id = article.article_id
  ) as story,
  (
    select array_agg(concat_ws(' ', run.name, sighting.source_id, sighting.outcome) order by run.name, source_id)
    from posture.sighting join posture.run using (run_id)
    where sighting.article_id = article.article_id
  ) as books
from posture.article
left join posture.version using (article_id)
left join posture.verdict using (version_id)
left join posture.version as other on other.version_id = verdict.of_version_id
left join posture.article as other_article on other_article.article_id = other.article_id
order by article.address, version.number
"""


class Killed(BaseException):
    """What SIGKILL would be, if it could be raised: no handler of ours may catch it."""


@pytest.fixture(scope="module")
def press() -> Iterator[Newsroom]:
    with Newsroom.running(clock=MOMENTS[0]) as newsroom:
        yield newsroom


@pytest.fixture(scope="module")
def undisturbed(postgres: EmbeddedPostgres, template: str, press: Newsroom, tmp_path_factory: Any) -> list[Any]:
    with closing(psycopg2.connect(postgres.url())) as connection:
        connection.autocommit = True
        connection.cursor().execute(f"create database undisturbed template {template}")
    url = postgres.url("undisturbed")
    play(press, url, tmp_path_factory.mktemp("undisturbed"), **ROUNDS)
    return select(url, ROWS)


def die_after(monkeypatch: pytest.MonkeyPatch, commits: int) -> None:
    """Let the given number of transactions through, and kill the worker within the next one."""
    transaction = Database.transaction
    left = commits

    @contextmanager
    def dying(self: Database, **options: Any) -> Iterator[Session]:
        nonlocal left
        with transaction(self, **options) as session:
            yield session
            left -= 1
            if left < 0:
                raise Killed

    monkeypatch.setattr(Database, "transaction", dying)


# While preparing, collecting, reading, extracting and matching, in the order of their transactions.
@pytest.mark.parametrize("commits", [3, 20, 45, 75, 110, 150])
def test_a_killed_run_ends_with_the_rows_of_an_undisturbed_one(
    undisturbed: list[Any], database_url: str, press: Newsroom, tmp_path: Path, commits: int
) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        die_after(monkeypatch, commits)
        with pytest.raises(Killed):
            play(press, database_url, tmp_path, **ROUNDS)
    play(press, database_url, tmp_path, **ROUNDS)
    assert select(database_url, ROWS) == undisturbed


def test_playing_again_changes_nothing(database_url: str, press: Newsroom, tmp_path: Path) -> None:
    play(press, database_url, tmp_path, **ROUNDS)
    once = select(database_url, ROWS)
    play(press, database_url, tmp_path, **ROUNDS)
    assert select(database_url, ROWS) == once
