"""Templates to text and HTML: values escaped, styles inlined, nothing fetched."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from textwrap import wrap
from typing import Any
from urllib.parse import urlsplit

import css_inline
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from posture.reporting.messages import headline
from posture.reporting.quality import FEW_ARE_SURE, unsure
from posture.reporting.quotes import stretches
from posture.reporting.wording import Words, beginning, direction

# Columns of plain text that every mail client shows without breaking lines.
WIDTH = 78
# U+2068 and U+2069: what stands between them keeps its own direction in plain text.
_ISOLATE, _END = "\u2068", "\u2069"


def render(name: str, *, words: Words, values: Mapping[str, Any]) -> tuple[str, str, str]:
    """Subject, plain text and HTML of one kind of message: the folder of this name under templates/."""
    values = {"w": words, "start": "right" if words.rtl else "left", "end": "left" if words.rtl else "right", **values}
    templates = _environment()
    subject = headline(templates.get_template(f"{name}/subject.txt").render(values))
    text = _tidy(templates.get_template(f"{name}/body.txt").render(values))
    html = templates.get_template(f"{name}/body.html").render({**values, "subject": subject})
    return subject, text, _inliner().inline(html)


def safe_href(url: str | None) -> str | None:
    """An address that a reader may follow: http or https alone.

    >>> safe_href("javascript:alert(1)") is None
    True
    """
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:  # no address at all, as http://[
        return None


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("posture.reporting"), autoescape=select_autoescape(("html",)),
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters |= {
        "block": _block, "dir": direction, "href": safe_href, "isolate": _isolate, "joined": _joined, "line": headline,
        "start": beginning,
        "stretches": lambda said: stretches(said.quote, [said.mark]),
    }  # fmt: skip
    environment.tests["unsure"] = unsure
    environment.globals["few_are_sure"] = FEW_ARE_SURE
    return environment


@cache
def _inliner() -> css_inline.CSSInliner:
    return css_inline.CSSInliner(keep_at_rules=True, minify_css=True, load_remote_stylesheets=False)


def _isolate(text: str, words: Words) -> str:
    """Words of another direction, set apart so that they do not turn the line around them."""
    line = headline(text)
    foreign = any("\u0590" <= letter <= "\u08ff" for letter in line) != words.rtl
    return f"{_ISOLATE}{line}{_END}" if foreign else line


def _joined(text: str) -> str:
    """A stretch of a sentence on one line, its outer spaces kept."""
    return " ".join(text.split("\n"))


def _block(text: str, words: Words, indent: int) -> str:
    """A quote as an indented block; every line is set apart by itself, for plain text turns line by line."""
    lines = wrap(headline(text), WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return "\n".join(" " * indent + _isolate(line, words) for line in lines)


def _tidy(text: str) -> str:
    """At most one empty line in a row, none at the ends, no space at the end of a line."""
    lines = [line.rstrip() for line in text.strip().split("\n")]
    kept = [line for before, line in zip(["", *lines], lines, strict=False) if line or before]
    return "\n".join(kept) + "\n"
