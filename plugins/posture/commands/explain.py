"""`posture explain`: an article with its claims marked, then the claims one by one."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from posture.adapters.phrases import read_phrases
from posture.adapters.seeds import read_lexicon
from posture.commands.cases import answer_each
from posture.commands.explained import document
from posture.commands.fields import address_option, check_address, check_fields, check_language
from posture.commands.showing import show
from posture.errors import Rejected
from posture.extracting.extraction import extract
from posture.model import Dated, FeedItem, Page, Version
from posture.reading.pages import read_page
from posture.reading.relevance import judge
from posture.reading.texts import read_text
from posture.reporting.names import names_of
from posture.reporting.wording import Words

_NO_ADDRESS = "about:blank"  # of a page given by hand
_OTHERWISE = "give the whole page as the outlet sent it, or the article's words as title and text"


@click.command("explain")
@click.argument("path", required=False)
@click.option("--url", metavar="U", callback=address_option, help="The article's address.")
@click.option("--published", metavar="DAY", help="Day of publication, 2024-01-26; relative days resolve against it.")
@click.option("--lang", "language", type=click.Choice(["ar", "en"]), help="The article's language, when it is known.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--jsonl", metavar="FILE", help="Read one case a line, - for standard input; print one answer a line.")
def command(  # noqa: PLR0917 -- click passes options by name
    path: str | None, url: str | None, published: str | None, language: str | None, as_json: bool, jsonl: str | None
) -> None:
    """Show what an article says about the posture, and the words that say it.

    PATH is an .html page, or a text with the title on its first line; - is standard input.
    """
    if jsonl is not None:
        if path is not None:
            raise click.UsageError("give PATH or --jsonl, not both")
        answer_each(jsonl, _answer)
        return
    if path is None:
        raise click.UsageError("nothing to explain; give PATH, - or --jsonl FILE")
    case = _case(path, url, published, language)
    version = _version(case, item=path)
    explained = _explain(version)
    if as_json:
        click.echo(json.dumps({"id": case["id"], **explained}, ensure_ascii=False, indent=1))
    else:
        names = names_of(read_lexicon().entries.values())
        show(case["id"], explained, words=Words(language="en", labels=names))


def _case(path: str, url: str | None, published: str | None, language: str | None) -> dict[str, Any]:
    if published is not None and _day(published) is None:
        raise click.UsageError(f"--published {published}: not a day; give one such as 2024-01-26")
    content = _read(path)
    key = "html" if path.lower().endswith((".html", ".htm")) else "text"
    text = content if key == "html" else _decoded(content, path)
    name = "-" if path == "-" else Path(path).stem
    return {"id": name, key: text, "url": url, "published": published, "language": language}


def _read(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise click.UsageError(f"{path}: {error.strerror}; give a file that exists, or - for standard input") from error


def _decoded(content: bytes, path: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"{path}: not UTF-8 (byte {error.start}); convert it, or give the page as .html"
        raise click.UsageError(what) from error


def _answer(case: Mapping[str, Any]) -> Mapping[str, Any]:
    name = case.get("id")
    return _explain(_version(case, item="this case" if name is None else f"case {name}"))


def _explain(version: Version) -> dict[str, Any]:
    lexicon = read_lexicon()
    found = extract(version, lexicon, read_phrases())
    return document(version, found, judge(version, found.mentions, lexicon), lexicon)


def _version(case: Mapping[str, Any], *, item: str) -> Version:
    """The article of a case: a page, or a text with or without a title."""
    check_fields(case, item=item)
    check_language(case.get("language"), item=item)
    check_address(case.get("url"), item=item)
    published = _published(case, item=item)
    if case.get("html") is not None:
        return _of_page(case, published, item=item)
    text, title = case.get("text"), case.get("title")
    if not any(one is not None and one.strip() for one in (text, title)):
        raise Rejected("there is no text", item=item, remedy="give title, text or html as a string")
    return read_text(
        text or "",
        title=title,
        published=published,
        language=case.get("language"),
        url=case.get("url"),
        furniture=read_phrases().boilerplate.lines,
    )


def _of_page(case: Mapping[str, Any], published: Dated | None, *, item: str) -> Version:
    html = case["html"]
    if not isinstance(html, str | bytes):
        raise Rejected("html is no string", item=item, remedy="give html as a string, or leave it out")
    if not html.strip():
        raise Rejected("the page is empty", item=item, remedy=_OTHERWISE)
    body = html if isinstance(html, bytes) else html.encode()
    url = case.get("url") or _NO_ADDRESS
    headers = {"content-type": "text/html"} if isinstance(html, bytes) else {"content-type": "text/html; charset=utf-8"}
    now = datetime.now(UTC)
    page = Page(url=url, final_url=url, status=200, headers=headers, body=body, fetched_at=now)
    title = case.get("title") or ""
    known = FeedItem(url=url, title=title, published=published) if published or title else None
    try:
        return read_page(page, item=known)
    except Rejected as error:
        # the remedies of reading are for whoever looks after the sources
        raise Rejected(error.what, item=item, remedy=_OTHERWISE) from error


def _published(case: Mapping[str, Any], *, item: str) -> Dated | None:
    given = case.get("published")
    if given is None:
        return None
    dated = _day(given) if isinstance(given, str) else None
    if dated is None:
        raise Rejected(f"published {given!r} is no day", item=item, remedy="give one such as 2024-01-26")
    return dated


def _day(text: str) -> Dated | None:
    """A day, or a moment with its offset, as ISO 8601 writes them."""
    try:
        return Dated(day=date.fromisoformat(text))
    except ValueError:
        pass
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return Dated(day=at.date(), at=at if at.tzinfo is not None else at.replace(tzinfo=UTC))
