"""Understood articles without the stages before, a mail server that answers as told, and a world for the steps."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cached_property
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from psycopg2.extras import Json, RealDictCursor

from posture.adapters.database import Database
from posture.adapters.mail import Mail
from posture.adapters.world import Seeds, World
from posture.lexicon.entries import Entry, Lexicon, build_lexicon

NOW = datetime(2025, 9, 15, 4, 5, tzinfo=UTC)  # 07:05 in Baghdad
YESTERDAY = date(2025, 9, 14)


class FewSeeds(Seeds):
    """A lexicon of four names."""

    @cached_property
    def lexicon(self) -> Lexicon:
        return build_lexicon([
            Entry(id="us", kind="place", name_en="United States", name_ar="الولايات المتحدة", demonyms=("American",)),
            Entry(id="iraq", kind="place", name_en="Iraq", name_ar="العراق"),
            Entry(id="harir", kind="base", name_en="Harir air base", name_ar="قاعدة حرير", country="iraq"),
            Entry(id="pentagon", kind="institution", name_en="Pentagon", name_ar="البنتاغون"),
        ])  # fmt: skip


class Press:
    """Puts understood articles into the database, as the stages before would."""

    def __init__(self, url: str) -> None:
        self.connection = psycopg2.connect(url)
        self.connection.autocommit = True
        self.articles = 0

    def row(self, statement: str, *values: Any) -> dict[str, Any]:
        with self.connection.cursor(cursor_factory=RealDictCursor) as cursor:
            cursor.execute(statement, values)
            found = cursor.fetchone() if cursor.description else None
        return dict(found) if found else {}

    def rows(self, statement: str, *values: Any) -> list[dict[str, Any]]:
        with self.connection.cursor(cursor_factory=RealDictCursor) as cursor:
            cursor.execute(statement, values)
            return [dict(row) for row in cursor.fetchall()]

    def add(self, table: str, **values: Any) -> dict[str, Any]:
        names, places = ", ".join(values), ", ".join(["%s"] * len(values))
        return self.row(f"insert into posture.{table} ({names}) values ({places}) returning *", *values.values())

    def source(self, name: str) -> None:
        self.add(
            "source", source_id=name, name_en=name.title(), name_ar=f"صحيفة {name}", address="http://127.0.0.1/rss",
            kind="rss", language="ar", family=name, role="news", status="on", rhythm_hours=24, loaded_at=NOW,
        )  # fmt: skip

    def article(
        self, source: str, title: str, *claims: dict[str, Any], published: date = YESTERDAY, read_at: datetime = NOW,
        story: int | None = None, verdict: str = "new", of: int | None = None, differences: Any = (),
        held: bool = False,
    ) -> dict[str, Any]:  # fmt: skip
        self.articles += 1
        url = f"https://{source}.example/{self.articles}"
        page = self.add(
            "page", kind="article", source_id=source, url=url, final_url=url, status=200, headers=Json({}), body=b"",
            body_sha256="", fetched_at=read_at,
        )  # fmt: skip
        article = self.add(
            "article", address=url, url=url, source_id=source, item=Json({}), first_seen_at=read_at, state="kept"
        )
        return self.version(
            article["article_id"], page["page_id"], source, title, *claims, published=published, read_at=read_at,
            story=story, verdict=verdict, of=of, differences=differences, held=held,
        )  # fmt: skip

    def version(
        self, article_id: int, page_id: int, source: str, title: str, *claims: dict[str, Any], published: date,
        read_at: datetime, story: int | None = None, verdict: str = "new", of: int | None = None, differences: Any = (),
        held: bool = False, number: int = 1,
    ) -> dict[str, Any]:  # fmt: skip
        body = "\n".join(claim["words"] for claim in claims)
        version = self.add(
            "version", article_id=article_id, number=number, page_id=page_id, title=title, body=body,
            text_sha256=f"{article_id}-{number}", language="ar", published_on=published, outlet=source, reader="text",
            url=f"https://{source}.example/{article_id}", on_topic=not held, held=held, score=0.5, because=Json([]),
            read_at=read_at, rules="r", extracted_at=None if held else read_at,
        )  # fmt: skip
        if held:
            return version
        for at, claim in enumerate(claims, start=1):
            self._claim(version["version_id"], at, body, **claim)
        self.add(
            "verdict", version_id=version["version_id"], verdict=verdict, test="t", of_version_id=of, likeness=0.9,
            containment=0.9, differences=Json(list(differences)), rules="r", decided_at=read_at,
        )  # fmt: skip
        if number == 1:
            story = story or self.add("story", first_version_id=version["version_id"], opened_at=read_at)["story_id"]
            self.add("story_report", article_id=article_id, story_id=story, likeness=1.0, ties=Json({}), rules="r")
        return {**version, "story_id": story}

    def _claim(self, version_id: int, number: int, body: str, /, *, words: str, **values: Any) -> None:
        given = {
            "about": False, "polarity": "affirmed", "modality": "asserted", "confidence": 0.9, "rule": "r",
            "rules": "r",
            "key": f"{sorted(values.items(), key=str)}", "freshness": "fresh", **values,
        }  # fmt: skip
        claim = self.add("claim", version_id=version_id, number=number, **given)
        start = body.index(words)
        self.add(
            "evidence", claim_id=claim["claim_id"], number=1, role="trigger", field="body", start_at=start,
            end_at=start + len(words), quote=words,
        )  # fmt: skip


def level(count: int, words: str, **more: Any) -> dict[str, Any]:
    return {
        "kind": "force_level", "force": "us", "place": "iraq", "count_low": count, "count_high": count, "words": words,
        "bound": "exact", "speaker": "pentagon", **more,
    }  # fmt: skip


class Postbox:
    """A mail server on loopback: `answer` is what it says to the next letters."""

    def __init__(self) -> None:
        self.answer = "250 ok"
        self.letters: list[tuple[str, EmailMessage]] = []

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        letter = message_from_bytes(envelope.original_content or b"", policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append((envelope.rcpt_tos[0], letter))
        return "250 ok"


@pytest.fixture
def postbox() -> Iterator[tuple[Postbox, Mail]]:
    box, loop = Postbox(), asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    opening = loop.create_server(lambda: SMTP(box, loop=loop), "127.0.0.1", 0)
    line = asyncio.run_coroutine_threadsafe(opening, loop).result()
    yield box, Mail(host="127.0.0.1", port=line.sockets[0].getsockname()[1], sender="desk@posture.example")
    loop.call_soon_threadsafe(line.close)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()


@pytest.fixture
def press(database_url: str) -> Iterator[Press]:
    press = Press(database_url)
    for name in ("shafaq", "rudaw"):
        press.source(name)
    yield press
    press.connection.close()


WorldAt = Callable[..., World]


@pytest.fixture
def world_at(database_url: str, postbox: tuple[Postbox, Mail], tmp_path: Path, press: Press) -> Iterator[WorldAt]:
    database = Database(database_url)

    def make(now: datetime = NOW, *, mail: Mail | None = postbox[1]) -> World:
        return World(database=database, now=now, run="test", seeds=FewSeeds(), mail=mail, folder=tmp_path / "digests")

    yield make
    database.close()
