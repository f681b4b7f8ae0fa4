"""One bad item is kept with its reason and the run goes on; code that fails on many is red."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from posture.adapters.database import Session
from posture.adapters.world import World, open_world
from posture.errors import Rejected
from posture.model import Page
from posture.newsroom.listing import write_sources
from posture.newsroom.serving import Newsroom
from posture.steps import prepare, rows, understand
from tests.play import select

NOW = datetime(2024, 1, 28, 18, tzinfo=UTC)
SENTENCES = (
    "About two thousand American soldiers stay at three bases in the west and north of Iraq, an officer said.",
    "They train the Iraqi army and guard the convoys that cross the desert between the capital and the Syrian border.",
    "A committee of both governments meets again next month to set a date for the end of the coalition's mission.",
    "The defence ministry in Baghdad would not comment on the numbers, which have not changed since the autumn.",
)
ARTICLE = (
    "<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
    + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    + "</article></body></html>"
)
CAPTCHA = "<html><head><title>Just a moment...</title></head><body>Checking your browser before accessing</body></html>"


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    sources = tmp_path / "sources.yml"
    write_sources(sources, Newsroom(clock=NOW).sources())
    with open_world(database_url=database_url, now=NOW, run="test", sources=sources) as world:
        prepare.prepare(world)
        yield world


def keep(session: Session, world: World, number: int, body: str) -> None:
    url = f"http://127.0.1.11/{number}"
    item = {"url": url, "title": f"Story {number}"}
    article_id = session.value(
        "article.see",
        address=url,
        url=url,
        source_id="sample_rafidain",
        item=rows.json.dumps(item),
        state="wanted",
        now=NOW,
    )
    page = Page(
        url=url, final_url=url, status=200, headers={"content-type": "text/html"}, body=body.encode(), fetched_at=NOW
    )
    page_id = session.value("page.keep", kind="article", source_id="sample_rafidain", **rows.page_values(page))
    session.run("article.keep_page", article_id=article_id, page_id=page_id)


def test_a_page_that_is_no_article_is_kept_with_its_reason_and_the_others_are_read(
    world: World, database_url: str
) -> None:
    with world.database.transaction() as session:
        keep(session, world, 1, CAPTCHA)
        keep(session, world, 2, ARTICLE.format(title="Story 2"))
    counts = understand.read(world).counts
    assert counts["failed"] == 1
    assert sum(counts.values()) == 2
    kept = select(database_url, "select rejected from posture.article_page where rejected is not null")
    assert [row["rejected"].startswith("http://127.0.1.11/1: ") for row in kept] == [True]


def test_code_that_fails_on_most_pages_is_red_and_says_what_to_do(
    world: World, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise TypeError("not what was promised")

    with world.database.transaction() as session:
        for number in range(4):
            keep(session, world, number, ARTICLE.format(title=f"Story {number}"))
    with monkeypatch.context() as patch:
        patch.setattr(understand, "judge", fail)
        with pytest.raises(Rejected, match="failed on 4 of 4 items"):
            understand.read(world)
    kept = select(database_url, "select rejected from posture.article_page where rejected is not null")
    assert len(kept) == 4
    assert all("TypeError: not what was promised" in row["rejected"] for row in kept)
