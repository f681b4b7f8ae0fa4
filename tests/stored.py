"""Texts as the stages before matching leave them: read, on the topic, their names found."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import psycopg2
from psycopg2.extras import Json, RealDictCursor

NOW = datetime(2024, 5, 3, 12, tzinfo=UTC)


class Archive:
    """Puts texts into the database and asks it questions."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.connection = psycopg2.connect(url)
        self.connection.autocommit = True

    def rows(self, statement: str, *values: Any) -> list[dict[str, Any]]:
        with self.connection.cursor(cursor_factory=RealDictCursor) as cursor:
            cursor.execute(statement, values)
            return [dict(row) for row in cursor.fetchall()] if cursor.description else []

    def value(self, statement: str, *values: Any) -> Any:
        return next(iter(self.rows(statement, *values)[0].values()))

    def outlet(self, source_id: str, *, family: str | None = None, role: str = "news") -> None:
        self.rows(
            """
            insert into posture.source (
              source_id, name_ar, name_en, address, kind, language, family, role, status, rhythm_hours, loaded_at
            )
            values (%s, %s, %s, 'http://127.0.0.1/', 'rss', 'ar', %s, %s, 'on', 24, %s)
            on conflict do nothing
            """,
            source_id, source_id, source_id, family or source_id, role, NOW,
        )  # fmt: skip

    def keep(
        self,
        source_id: str,
        text: str,
        *,
        at: datetime = NOW,
        language: str = "ar",
        agency: str | None = None,
        names: Sequence[str] = (),
        held: bool = False,
    ) -> int:
        """One article of one text (headline on the first line); its version id."""
        self.outlet(source_id)
        title, _, body = text.partition("\n")
        url = f"https://{source_id}.example/{self.value('select count(*) from posture.article')}"
        page_id = self.value(
            """
            insert into posture.page (kind, source_id, url, final_url, status, headers, body, body_sha256, fetched_at)
            values ('article', %s, %s, %s, 200, '{}', '', '', %s) returning page_id
            """,
            source_id, url, url, NOW,
        )  # fmt: skip
        article_id = self.value(
            """
            insert into posture.article (address, url, source_id, state, first_seen_at)
            values (%s, %s, %s, 'kept', %s) returning article_id
            """,
            url, url, source_id, at,
        )  # fmt: skip
        version_id: int = self.value(
            """
            insert into posture.version (
              article_id, number, page_id, title, body, text_sha256, language, published_on, published_at,
              published_from, outlet, agency, url, reader, on_topic, held, score, because, read_at, rules, extracted_at
            )
            values (%s, 1, %s, %s, %s, %s, %s, %s, %s, 'given', %s, %s, %s, 'text', %s, %s, 0.5, %s, %s, 'test', %s)
            returning version_id
            """,
            article_id, page_id, title, body, hashlib.sha256(text.encode()).hexdigest(), language, at.date(), at,
            source_id, agency, url, not held, held, Json([]), NOW, None if held else NOW,
        )  # fmt: skip
        for name in names:
            self.rows("insert into posture.mention values (%s, %s, 'place', 'title', 0, 1, 'x')", version_id, name)
        return version_id

    def claim(self, version_id: int, *, via: str | None = None, key: str = "") -> None:
        """One claim of a text, not yet weighed, as it was read: told through somebody or not."""
        number = self.value("select count(*) + 1 from posture.claim where version_id = %s", version_id)
        self.rows(
            """
            insert into posture.claim (
              version_id, number, kind, about, event, polarity, modality, via, confidence, rule, key, rules
            )
            values (%s, %s, 'incident', false, 'accident', 'affirmed', 'asserted', %s, 0.9, 'test', %s, 'test')
            """,
            version_id, number, via, key or f"{version_id}-{number}",
        )  # fmt: skip
