"""A text given by hand as a report that matching can compare: read, and what it says drawn out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from posture.adapters.phrases import read_phrases
from posture.adapters.seeds import read_lexicon
from posture.commands.articles import day_of
from posture.commands.fields import check_fields
from posture.errors import Rejected
from posture.extracting.extraction import extract
from posture.model import Report, Version
from posture.reading.texts import read_text
from posture.text.addresses import canonical


def report_of(key: str, version: Version) -> Report:
    """The report of a version, with what the lexicon and the phrases find in it."""
    extraction = extract(version, read_lexicon(), read_phrases())
    return Report(
        key=key, version=version, extraction=extraction, article=canonical(version.url) if version.url else None
    )


def report_of_case(key: str, case: Any) -> Report:
    """The report of one side of a `--jsonl` case: text, with title, published, language, outlet and url where given."""
    if not isinstance(case, Mapping):
        raise Rejected("has no text", item=key, remedy='give {"text": "…"}')
    check_fields(case, item=key)
    if not (case.get("text") or case.get("title")):
        raise Rejected("has no text", item=key, remedy='give {"text": "…"}')
    version = read_text(
        case.get("text") or "",
        title=case.get("title"),
        published=day_of(case.get("published"), item=key),
        language=case.get("language"),
        url=case.get("url"),
        furniture=read_phrases().boilerplate.lines,
    )
    return report_of(key, replace(version, outlet=case.get("outlet")))


def report_of_file(path: Path, *, published: date | None = None) -> Report:
    """The report of a text file: title on the first line, body below."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise click.UsageError(f"{path}: {error.strerror}; give a text file that exists") from error
    except UnicodeDecodeError as error:
        raise Rejected("is not UTF-8 text", item=str(path), remedy="save it as UTF-8") from error
    return report_of(path.name, read_text(text, published=published, furniture=read_phrases().boilerplate.lines))
