"""Six days of the sample press through the whole pipeline, held against what a careful analyst expects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import psycopg2
import pytest

from posture.adapters.database import Row
from posture.adapters.places import SQL
from posture.newsroom.expecting import Expected, meets, read_expected
from posture.newsroom.press import read_press
from posture.newsroom.serving import Newsroom
from posture.runtime.postgres import EmbeddedPostgres
from posture.steps.rows import reports
from posture.text.addresses import canonical
from tests.play import MOMENTS, play, select

pytestmark = [pytest.mark.xdist_group("pipeline"), pytest.mark.timeout(600)]


@dataclass(frozen=True)
class Played:
    """The database after six days, and what was expected of them."""

    url: str
    expected: Expected
    addresses: dict[str, str]  # article of the press -> its address

    def articles(self) -> dict[str, Row]:
        """What became of each article of the press."""
        kept = "select address, analyst.article.* from analyst.article join posture.article using (article_id)"
        rows = {row["address"]: row for row in select(self.url, kept)}
        return {name: rows[address] for name, address in self.addresses.items() if address in rows}


@pytest.fixture(scope="module")
def played(postgres: EmbeddedPostgres, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    with closing(psycopg2.connect(postgres.url())) as connection:
        connection.autocommit = True
        connection.cursor().execute(f"create database played template {template}")
    url = postgres.url("played")
    press = read_press()
    with Newsroom.running(clock=MOMENTS[0], press=press) as newsroom:
        play(newsroom, url, tmp_path_factory.mktemp("played"))
        identity = {each["id"]: each.get("identity_parameters", ()) for each in newsroom.sources()}
        addresses = {
            name: canonical(newsroom.article_address(name), identity=identity.get(f"sample_{article.outlet}", ()))
            for name, article in press.articles.items()
        }
        yield Played(url=url, expected=read_expected(press), addresses=addresses)


def share(right: int, all_: int) -> float:
    return right / all_ if all_ else 1.0


def test_every_address_seen_ends_in_exactly_one_state(played: Played) -> None:
    books = select(played.url, "select * from analyst.books order by run, source_id")
    assert [row for row in books if not row["balanced"] or row["pending"]] == []
    assert {row["run"] for row in books} >= {f"collect {moment:%Y-%m-%dT%H:%M}" for moment in MOMENTS}


@pytest.mark.parametrize("path", sorted((SQL / "checks").glob("*.sql")), ids=lambda path: path.stem)
def test_the_data_obey_every_rule(played: Played, path: Path) -> None:
    assert select(played.url, path.read_text(encoding="utf-8")) == []


def test_articles_are_told_on_and_off_the_topic(played: Played) -> None:
    wrong, all_ = [], 0
    for name, row in played.articles().items():
        topic = played.expected.articles[name].topic
        if topic in {"on_topic", "off_topic"} and row["on_topic"] is not None:
            all_ += 1
            if (row["on_topic"] or row["held"]) != (topic == "on_topic"):
                wrong.append(name)
    assert all_ >= 80
    assert share(all_ - len(wrong), all_) >= 0.93, wrong


def test_verdicts_are_those_of_a_careful_analyst(played: Played) -> None:
    rows = select(
        played.url,
        """
        select distinct on (article.article_id) article.address, verdict.verdict
        from posture.article
        join posture.version using (article_id)
        join posture.verdict using (version_id)
        order by article.article_id, version.number
        """,
    )
    found = {row["address"]: row["verdict"] for row in rows}
    judged = {
        name: (found[address], played.expected.articles[name].relations)
        for name, address in played.addresses.items()
        if address in found and played.expected.articles[name].relations
    }
    wrong = {name: pair for name, pair in judged.items() if pair[0] not in pair[1]}
    assert len(judged) >= 60
    assert share(len(judged) - len(wrong), len(judged)) >= 0.93, wrong
    hidden = {name: pair for name, pair in wrong.items() if pair[0] == "copy" and "variant" in pair[1]}
    assert hidden == {}, "a text with another fact must never be called a copy"


def test_an_edit_is_found_with_the_figure_that_changed(played: Played) -> None:
    edited = [name for name, each in played.expected.articles.items() if each.edited and each.edited.get("differs")]
    assert edited
    kept = "select address, revision.* from analyst.revision join posture.article using (article_id)"
    revisions = {row["address"]: row for row in select(played.url, kept)}
    for name in edited:
        assert revisions[played.addresses[name]]["differences"], name


def test_reports_of_one_event_meet_and_others_stay_apart(played: Played) -> None:
    events = {
        name: (row["story_id"], played.expected.articles[name].event)
        for name, row in played.articles().items()
        if row["story_id"] is not None and played.expected.articles[name].event
    }
    counts: Counter[tuple[bool, bool]] = Counter()
    for one, other in combinations(events.values(), 2):
        counts[one[0] == other[0], one[1] == other[1]] += 1
    together, missed, wrongly = counts[True, True], counts[False, True], counts[True, False]
    assert share(together, together + missed) >= RECALL_OF_STORIES, (together, missed, wrongly)
    assert share(together, together + wrongly) >= PRECISION_OF_STORIES, (together, missed, wrongly)


def test_the_key_claims_of_each_article_are_found(played: Played) -> None:
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    versions = {name: row["version_id"] for name, row in played.articles().items() if row["version_id"]}
    from posture.adapters.database import Database  # noqa: PLC0415

    with closing(Database(played.url)) as database, database.transaction() as session:
        kept = reports(session, list(versions.values()))
    for name, version_id in versions.items():
        claims = kept[version_id].extraction.claims
        for expected in played.expected.articles[name].claims:
            wanted[expected["kind"]] += 1
            found[expected["kind"]] += any(meets(expected, claim) for claim in claims)
    shares = {kind: share(found[kind], wanted[kind]) for kind in wanted}
    assert {kind: got for kind, got in shares.items() if got < RECALL_OF_CLAIMS[kind]} == {}, (found, wanted)


# A little below what was measured when they were written (stories 0.86 and 0.97; claims in the order below 0.96, 0.60,
# 0.80, 0.89, 0.92, 0.83, 0.64, 0.83); they only rise.
RECALL_OF_STORIES = 0.82
PRECISION_OF_STORIES = 0.93
RECALL_OF_CLAIMS = {
    "force_level": 0.92,
    "movement": 0.4,
    "timetable": 0.75,
    "incident": 0.85,
    "engagement": 0.88,
    "base_status": 0.66,
    "legal": 0.6,
    "statement": 0.8,
}
