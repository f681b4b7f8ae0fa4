"""Kept pages handed over as a WARC file give the same rows in another database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg2
import pytest

from posture.adapters.world import open_world
from posture.errors import Rejected
from posture.newsroom.listing import write_sources
from posture.newsroom.serving import Newsroom
from posture.runtime.postgres import EmbeddedPostgres
from posture.steps import archive, prepare
from tests.play import MOMENTS, UNDERSTANDING, play, select

pytestmark = [pytest.mark.xdist_group("warc"), pytest.mark.timeout(300)]

OUTLETS = ("sample_rafidain", "sample_nakhil", "sample_gulf_ledger", "sample_jisr_en")
# What was kept and what was understood of it, told without keys.
PAGES = """
select kind, source_id, url, final_url, status, body_sha256, md5(body) as body, fetched_at,
  headers - 'content-length' - 'content-encoding' - 'transfer-encoding' as headers
from posture.page
order by url, fetched_at, body_sha256
"""
ROWS = """
select article.address, article.source_id, article.url, article.state, article.item,
  version.number, version.title, version.body, version.language, version.published_on, version.published_at,
  version.published_from, version.modified_at, version.outlet, version.byline, version.on_topic, version.held,
  version.score, verdict.verdict, verdict.test, verdict.differences,
  other_article.address as of_address,
  (
    select array_agg(concat_ws(' ', claim.number, claim.key, claim.freshness) order by claim.number)
    from posture.claim where claim.version_id = version.version_id
  ) as claims,
  (
    select array_agg(concat_ws(' ', entity, field, start_at, quote) order by field, start_at, entity)
    from posture.mention where mention.version_id = version.version_id
  ) as mentions
from posture.article
left join posture.version using (article_id)
left join posture.verdict using (version_id)
left join posture.version as other on other.version_id = verdict.of_version_id
left join posture.article as other_article on other_article.article_id = other.article_id
where article.state = 'kept'
order by article.address, version.number
"""
_NUMBERS = count(1)


@contextmanager
def database(postgres: EmbeddedPostgres, template: str) -> Iterator[str]:
    name = f"warc_{next(_NUMBERS)}"
    with closing(psycopg2.connect(postgres.url())) as connection:
        connection.autocommit = True
        connection.cursor().execute(f"create database {name} template {template}")
    yield postgres.url(name)


def told(url: str, statement: str) -> list[dict[str, Any]]:
    return [dict(row) for row in select(url, statement)]


def test_an_exported_file_replays_to_the_same_rows(postgres: EmbeddedPostgres, template: str, tmp_path: Path) -> None:
    file, sources = tmp_path / "pages.warc.gz", tmp_path / "sources.yml"
    with database(postgres, template) as here, database(postgres, template) as there:
        with Newsroom.running(clock=MOMENTS[1]) as press:
            play(press, here, tmp_path, moments=MOMENTS[1:2], outlets=OUTLETS)
        with open_world(database_url=here, now=MOMENTS[1], run="export", sources=sources) as world:
            written = archive.export(world, file, first=None, last=None).counts["pages"]
        with open_world(database_url=there, now=MOMENTS[1], run="import", sources=sources) as world:
            prepare.prepare(world)
            taken = archive.take_in(world, file).counts
            assert archive.take_in(world, file).counts["pages"] == 0, "taken in once"
            for step in UNDERSTANDING:
                step(world)
        assert taken["pages"] + taken["known"] == written
        assert told(there, PAGES) == told(here, PAGES)
        expected, found = told(here, ROWS), told(there, ROWS)
        assert len([row for row in expected if row["verdict"]]) >= 20
        assert found == expected


def test_pages_of_a_source_that_is_not_known_there_are_refused_by_name(
    postgres: EmbeddedPostgres, template: str, tmp_path: Path
) -> None:
    file, sources = tmp_path / "pages.warc.gz", tmp_path / "sources.yml"
    with database(postgres, template) as here, database(postgres, template) as there:
        with Newsroom.running(clock=MOMENTS[1]) as press:
            play(press, here, tmp_path, moments=MOMENTS[1:2], outlets=OUTLETS[:1])
            write_sources(tmp_path / "others.yml", [each for each in press.sources() if each["id"] == OUTLETS[1]])
        with open_world(database_url=here, now=MOMENTS[1], run="export", sources=sources) as world:
            archive.export(world, file, first=MOMENTS[1].date(), last=MOMENTS[1].date())
        with open_world(database_url=there, now=MOMENTS[1], run="import", sources=tmp_path / "others.yml") as world:
            prepare.load_sources(world)
            with pytest.raises(Rejected, match=OUTLETS[0]):
                archive.take_in(world, file)
