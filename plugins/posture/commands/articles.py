"""A file of articles, one JSON object a line, read again and again by the place of its lines: the texts stay on
disk.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import IO, Any

from posture.adapters.seeds import read_lexicon
from posture.commands.cases import Answer, Case, case_of, failure, opened, refuse_halves
from posture.commands.fields import check_fields
from posture.errors import Rejected
from posture.lexicon.mentions import mentions_of
from posture.matching.outlines import Outline, outline
from posture.model import Extraction, Report, Version
from posture.reading.texts import read_text

_OUTLINES = 256  # read texts kept: the articles of one cluster are compared one after another


@contextmanager
def seekable(path: str) -> Iterator[IO[bytes]]:
    """The file of this name; standard input is laid down in a temporary file first."""
    with opened(path) as file:
        if file.seekable():
            yield file
            return
        with tempfile.TemporaryFile() as laid:
            shutil.copyfileobj(file, laid)
            laid.seek(0)
            yield laid


class Articles:
    """The articles of a file. Only where their lines begin is held in memory."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._starts = array("q")
        self._outline = lru_cache(maxsize=_OUTLINES)(self._read_outline)

    def __len__(self) -> int:
        return len(self._starts)

    def read(self) -> Iterator[tuple[int, Version | Answer]]:
        """Each line in turn with the bytes read so far: a version that has a place from now on, or the answer that
        says why it has none.
        """
        self._file.seek(0)
        for number, line in enumerate(iter(self._file.readline, b""), start=1):
            end = self._file.tell()
            if not line.strip():
                continue
            read = _read_line(line, number=number)
            if isinstance(read, Version):
                self._starts.append(end - len(line))
            yield end, read

    def id_of(self, place: int) -> Any:
        """The id of an article as the file has it."""
        return self._case(place)["id"]

    def outline_of(self, place: int) -> Outline:
        """An article read into tokens."""
        return self._outline(place)

    def _read_outline(self, place: int) -> Outline:
        case = self._case(place)
        version = _version_of(case)
        named = Extraction(mentions=mentions_of(version, read_lexicon()))
        return outline(
            Report(key=str(case["id"]), version=version, extraction=named, article=case.get("url")), quick=True
        )

    def _case(self, place: int) -> Any:
        self._file.seek(self._starts[place])
        return json.loads(self._file.readline())


def _read_line(line: bytes, *, number: int) -> Version | Answer:
    name = None
    try:
        case = case_of(line, number=number)
        name = case.get("id")
        refuse_halves(case, number=number)
        check_fields(case, item=f"line {number}")
        if "id" not in case or all(case.get(field) is None for field in ("title", "text")):
            raise Rejected("no article", item=f"line {number}", remedy='give {"id": …, "text": "…"}')
        return _version_of(case)
    except Exception as error:  # noqa: BLE001 -- one bad article must not end the others
        return failure(error, name=name, number=number)


def _version_of(case: Case) -> Version:
    read = read_text(
        case.get("text") or "",
        title=case.get("title") or ("" if case.get("text") else None),
        published=day_of(case.get("published"), item=str(case["id"])),
        language=case.get("language"),
        url=case.get("url"),
    )
    return Version(
        title=read.title,
        body=read.body,
        language=read.language,
        published=read.published,
        url=read.url,
        outlet=case.get("outlet"),
    )


def day_of(given: Any, *, item: str) -> date | None:
    """The day of an ISO date or moment, None when none is given."""
    if given in (None, ""):
        return None
    try:
        return date.fromisoformat(str(given)[:10])
    except ValueError as error:
        raise Rejected(f"published {given!r} is no ISO date", item=item, remedy="write 2024-01-26") from error
