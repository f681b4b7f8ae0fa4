"""What an article given by hand may have in its fields: the same for an option and for a case of `--jsonl`."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import click

from posture.commands.cases import Case
from posture.errors import Rejected

LANGUAGES = ("ar", "en", "ckb", "fa", "und")  # those that our own answers name


def check_fields(case: Case, *, item: str) -> None:
    """Raise Rejected, by name, for a field of an article that is no string. Fields may be missing or null."""
    for name in ("title", "text", "url", "outlet", "language"):
        value = case.get(name)
        if value is not None and not isinstance(value, str):
            raise Rejected(f"{name} is no string", item=item, remedy=f"give {name} as a string, or leave it out")


def check_language(value: Any, *, item: str) -> None:
    """Raise Rejected for a language that we do not read; None and "" say that it is not known."""
    if value not in (None, "", *LANGUAGES):
        remedy = "give ar or en, or leave it out"
        raise Rejected(f"language {value!r} is not known", item=item, remedy=remedy)


def check_address(value: Any, *, item: str) -> None:
    """Raise Rejected for what is no address of a page; None and "" say that there is none."""
    if value and not is_address(value):
        raise Rejected(f"url {value!r} is no address", item=item, remedy="give one such as https://example.org/news/1")


def is_address(text: str) -> bool:
    """Whether this is the address of a page."""
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 -- raises when it is no number
    except ValueError:
        return False
    spaced = any(char.isspace() for char in text.strip())
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not spaced


def address_option(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001
    """The callback of an option that takes an address."""
    if value is not None and not is_address(value):
        raise click.BadParameter(f"{value!r} is no address; give one such as https://example.org/news/1")
    return value
