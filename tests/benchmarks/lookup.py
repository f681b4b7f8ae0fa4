"""How fast the texts that share wording with a new one, or its names and days, are found among many, by the queries
that matching asks.

Fingerprints are synthetic: bands drawn evenly, anchors partly from phrases that the press prints again and again. A
third of the texts asked for are copies of a kept one, so that there is something to find. Names are as unevenly spread
as in the news: the commonest stands in nearly every text; a third of the texts asked for share two rare ones with one
kept text of the day before.

python tests/benchmarks/lookup.py [--rows 10000 100000] [--json FILE] [--plan]
"""

from __future__ import annotations

import argparse
import io
import json
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg2
from rich.console import Console
from rich.table import Table

from posture.adapters.database import Database, query
from posture.adapters.migrations import migrate
from posture.matching.fingerprints import BANDS
from posture.runtime.postgres import EmbeddedPostgres

ASKED = 300
ANCHORS = (8, 60)  # of a news item: one in five of its words
PHRASES = 20_000  # anchors of stock phrases; the likeliest stands in one text of forty
BATCH = 20_000
NAMES = 20_000  # people, places, forces; the n-th commonest stands in one text of n
NAMED = (4, 14)  # names of a text
PER_DAY = 900  # texts of the beat, two languages
ASKING = 1  # the text whose names are asked for, as if it were told last
BEGIN = datetime(2020, 1, 1, tzinfo=UTC)
_INTEGERS = (-(2**31), 2**31 - 1)

FRAME = """
insert into posture.source (
  source_id, name_ar, name_en, address, kind, language, family, role, status, rhythm_hours, loaded_at
)
values ('bench', 'bench', 'bench', 'bench', 'rss', 'ar', 'bench', 'news', 'off', 24, now());
insert into posture.page (kind, source_id, url, final_url, status, headers, body, body_sha256, fetched_at)
values ('article', 'bench', 'bench', 'bench', 200, '{}', '', '', now());
"""
# The columns that the query reads; everything else is as small as the schema allows.
TEXTS = """
insert into posture.article (address, url, source_id, state, first_seen_at)
select 'bench ' || number, 'bench', 'bench', 'kept', now() from generate_series(%(first)s, %(last)s) as number;
insert into posture.version (
  article_id, number, page_id, title, body, text_sha256, language, reader, on_topic, held, score, because, read_at,
  rules
)
select
  article_id, 1, 1, '', '', article_id, 'ar', 'text', true, false, 1, '[]', now(), ''
from posture.article where article_id between %(first)s and %(last)s;
insert into posture.verdict (version_id, verdict, test, likeness, containment, differences, rules, decided_at)
select version_id, 'new', 'other_words', 0, 0, '[]', '', now()
from posture.version where version_id between %(first)s and %(last)s;
"""

Keys = tuple[list[int], list[int]]


def keys(chance: random.Random) -> Keys:
    """Bands and anchors of one text."""
    anchors = [chance.randint(*_INTEGERS) for _ in range(chance.randint(*ANCHORS))]
    for place in range(len(anchors)):
        if chance.random() < 0.01:
            anchors[place] = int(PHRASES ** chance.random())
    return [chance.randint(*_INTEGERS) for _ in range(BANDS)], sorted(set(anchors))


def names(chance: random.Random) -> list[str]:
    """Names of one text: few that everybody has, and some that hardly anybody has."""
    return sorted({f"name_{int(NAMES ** chance.random())}" for _ in range(chance.randint(*NAMED))})


def told(number: int) -> datetime:
    """When a text was told: so many a day, one after the other."""
    return BEGIN + timedelta(days=number / PER_DAY)


def fill(connection: Any, first: int, last: int, chance: random.Random) -> dict[int, Keys]:
    """Keep texts of these ids; the keys of some of them."""
    some = {}
    with connection.cursor() as cursor:
        for start in range(first, last + 1, BATCH):
            end = min(last, start + BATCH - 1)
            cursor.execute(TEXTS, {"first": start, "last": end})
            lines, named = io.StringIO(), io.StringIO()
            for number in range(start, end + 1):
                bands, anchors = keys(chance)
                named.writelines(f"{name}\t{told(number).isoformat()}\t{number}\n" for name in names(chance))
                if chance.random() < 3 * ASKED / last:
                    some[number] = bands, anchors
                lines.write(f"{number}\t{_array(bands)}\t{_array(anchors)}\t\n")
            lines.seek(0)
            named.seek(0)
            cursor.copy_expert("copy posture.fingerprint (version_id, bands, anchors, rules) from stdin", lines)
            cursor.copy_expert("copy posture.told_name (entity, told_at, version_id) from stdin", named)
            connection.commit()
    return some


@contextmanager
def without_indexes(connection: Any) -> Iterator[None]:
    """The indexes of the keys are made anew afterwards, which takes a tenth of the time."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select indexname, indexdef from pg_indexes where tablename = 'fingerprint' and indexdef ~ 'gin'"
        )
        indexes = cursor.fetchall()
        for name, _ in indexes:
            cursor.execute(f"drop index posture.{name}")
    yield
    with connection.cursor() as cursor:
        for _, definition in indexes:
            cursor.execute(definition)
    connection.commit()


def _array(values: list[int]) -> str:
    return "{" + ",".join(map(str, values)) + "}"


def ask(connection: Any, kept: dict[int, Keys], chance: random.Random) -> dict[str, float]:
    """Milliseconds of the query for texts of which a third is kept already, once the caches are warm."""
    copies = list(kept.items())
    taken, found, wanted = [], 0, 0
    with connection.cursor() as cursor:
        for number in range(2 * ASKED):
            copy = chance.choice(copies) if number % 3 == 0 else None
            bands, anchors = copy[1] if copy else keys(chance)
            values = {"version_id": 0, "article_id": 0, "bands": bands, "anchors": anchors, "limit": 40}
            began = time.perf_counter()
            cursor.execute(query("match.alike"), values)
            rows = cursor.fetchall()
            taken.append(1000 * (time.perf_counter() - began))
            if copy:
                wanted += 1
                found += rows[0][0] == copy[0]
    warm = sorted(taken[ASKED:])
    return {
        "p50_ms": warm[len(warm) // 2], "p99_ms": warm[int(len(warm) * 0.99)], "copies_found_first": found / wanted
    }  # fmt: skip


def ask_names(connection: Any, last: int, chance: random.Random) -> dict[str, float]:
    """The same for the query by names, for a text that is told last: a third shares two rare names with another."""
    taken, found, wanted = [], 0, 0
    with connection.cursor() as cursor:
        for number in range(2 * ASKED):
            other = last - chance.randint(1, PER_DAY) if number % 3 == 0 else None
            rare = [f"rare_{number}_{each}" for each in range(2)]
            if other:
                cursor.executemany(
                    "insert into posture.told_name values (%s, %s, %s)", [(name, told(other), other) for name in rare]
                )
            cursor.execute("delete from posture.mention")
            cursor.executemany(
                "insert into posture.mention values (%s, %s, 'place', 'title', 0, 1, 'x')",
                [(ASKING, name) for name in (*names(chance), *rare)],
            )
            values = {"version_id": ASKING, "told_at": told(last + 1), "days": 4, "limit": 40}
            taken.append(1000 * _time(lambda: cursor.execute(query("match.near_in_facts"), values)))  # noqa: B023
            rows = cursor.fetchall()
            if other:
                wanted += 1
                found += rows[0][0] == other
    connection.rollback()
    warm = sorted(taken[ASKED:])
    return {
        "names_p50_ms": warm[len(warm) // 2], "names_p99_ms": warm[int(len(warm) * 0.99)],
        "rare_found_first": found / wanted,
    }  # fmt: skip


def _time(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def plan(connection: Any, chance: random.Random) -> str:
    """How Postgres answers the query."""
    bands, anchors = keys(chance)
    values = {"version_id": 0, "article_id": 0, "bands": bands, "anchors": anchors, "limit": 40}
    with connection.cursor() as cursor:
        cursor.execute("explain (analyze, buffers off) " + query("match.alike"), values)
        return "\n".join(line for (line,) in cursor.fetchall())


def measure(sizes: list[int], *, explain: bool) -> list[dict[str, float]]:
    """The figures at each number of rows, smallest first."""
    chance, results, kept = random.Random(5), [], {}
    with tempfile.TemporaryDirectory() as folder, EmbeddedPostgres(Path(folder) / "server", durable=False) as server:
        url = server.ensure_database("lookup")
        with closing(Database(url)) as database:
            migrate(database)
        with closing(psycopg2.connect(url)) as connection:
            with connection.cursor() as cursor:
                cursor.execute(FRAME)
            last = 0
            for size in sorted(sizes):
                began = time.perf_counter()
                with without_indexes(connection):
                    kept |= fill(connection, last + 1, size, chance)
                filled, last = time.perf_counter() - began, size
                connection.autocommit = True
                with connection.cursor() as cursor:
                    cursor.execute("vacuum analyze")
                connection.autocommit = False
                found = {**ask(connection, kept, chance), **ask_names(connection, size, chance)}
                results.append({"rows": size, "filled_s": filled, **found})
                if explain:
                    print(plan(connection, chance))
        server.stop()
        server.remove()
    return results


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--json", type=Path)
    parser.add_argument("--plan", action="store_true", help="print how Postgres answers")
    wanted = parser.parse_args()
    results = measure(wanted.rows, explain=wanted.plan)
    table = Table(title="texts that share wording or names with a new one, found in Postgres")
    for column in results[0]:
        table.add_column(column, justify="right")
    for row in results:
        table.add_row(*(f"{value:,.2f}" if isinstance(value, float) else f"{value:,}" for value in row.values()))
    Console().print(table)
    if wanted.json:
        wanted.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
