"""Kept pages in the archive standard of libraries (WARC 1.1, ISO 28500), so that others can take them over.

Each page is a `response` record; beside the page of an article stands a `metadata` record with what the list of the
outlet said of it. Fields of our own begin with `Posture-`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import responses
from io import BytesIO
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from posture.errors import Rejected
from posture.model import Page

# The body is kept decoded, so these headers of the wire are no longer true of it.
_OF_THE_WIRE = {"content-encoding", "transfer-encoding", "content-length"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A page with what the books know of it. `article` is the address key of its article, None for a list."""

    page: Page
    kind: str
    source_id: str
    article: str | None
    item: Mapping[str, Any] | None


def write_archive(path: Path, pages: Iterator[Kept]) -> int:
    """Write pages as a compressed WARC file; how many there were."""
    count = 0
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=True, warc_version="1.1")
        for kept in pages:
            response = _response(writer, kept)
            writer.write_record(response)
            if kept.item is not None:
                writer.write_record(_metadata(writer, kept, response))
            count += 1
    return count


def read_archive(path: Path) -> Iterator[Kept]:
    """The pages of a WARC file in its order. Raises Rejected when it is no WARC file."""
    try:
        with path.open("rb") as stream:
            yield from _pages(ArchiveIterator(stream))
    except (OSError, ArchiveLoadFailed) as error:
        raise Rejected(str(error), item=str(path), remedy="give a .warc or .warc.gz file that exists") from error


def _response(writer: WARCWriter, kept: Kept) -> Any:
    page = kept.page
    headers = [(name, value) for name, value in page.headers.items() if name not in _OF_THE_WIRE]
    headers.append(("content-length", str(len(page.body))))
    fields = {
        "WARC-Date": page.fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "Posture-Kind": kept.kind,
        "Posture-Source": kept.source_id,
        "Posture-Url": page.url,
    }
    if kept.article is not None:
        fields["Posture-Article"] = kept.article
    return writer.create_warc_record(
        page.final_url,
        "response",
        payload=BytesIO(page.body),
        http_headers=StatusAndHeaders(f"{page.status} {responses.get(page.status, '')}", headers, protocol="HTTP/1.1"),
        warc_headers_dict=fields,
    )


def _metadata(writer: WARCWriter, kept: Kept, response: Any) -> Any:
    return writer.create_warc_record(
        kept.page.final_url,
        "metadata",
        payload=BytesIO(json.dumps(kept.item, ensure_ascii=False).encode()),
        warc_content_type="application/json",
        warc_headers_dict={"WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID")},
    )


def _pages(records: Iterator[Any]) -> Iterator[Kept]:
    waiting: Kept | None = None
    for record in records:
        if record.rec_type == "metadata" and waiting is not None:
            item = json.loads(record.content_stream().read())
            waiting = Kept(
                page=waiting.page, kind=waiting.kind, source_id=waiting.source_id, article=waiting.article, item=item
            )
        # others also keep what came over no HTTP, such as answers of name servers
        elif record.rec_type == "response" and record.http_headers is not None:
            if waiting is not None:
                yield waiting
            waiting = _kept(record)
    if waiting is not None:
        yield waiting


def _kept(record: Any) -> Kept:
    fields, http = record.rec_headers, record.http_headers
    final_url = fields.get_header("WARC-Target-URI")
    page = Page(
        url=fields.get_header("Posture-Url") or final_url,
        final_url=final_url,
        status=int(http.get_statuscode()),
        headers={name.lower(): value for name, value in http.headers if name.lower() != "content-length"},
        body=record.content_stream().read(),
        fetched_at=datetime.fromisoformat(fields.get_header("WARC-Date").replace("Z", "+00:00")),
    )
    return Kept(
        page=page,
        kind=fields.get_header("Posture-Kind") or "article",
        source_id=fields.get_header("Posture-Source") or "",
        article=fields.get_header("Posture-Article"),
        item=None,
    )
