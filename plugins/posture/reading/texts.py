"""Plain text read as an article: the title on the first line, the body below."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from posture.model import Dated, Language, Version
from posture.text.folding import fold
from posture.text.language import language_of
from posture.text.wrapping import soft_breaks

_LONGEST_TITLE = 250  # characters; a first line that is longer, or ends like a sentence of several, begins a body
_SHORT_TITLE = 40  # characters; a shorter first line is a title, however the lines below are cut
_TITLE_ENDS = (".", "۔", "。")
_EDGES = " \t.:!-–*«»\"'|…[]()"


def read_text(
    text: str,
    *,
    title: str | None = None,
    published: date | Dated | None = None,
    language: Language | None = None,
    url: str | None = None,
    furniture: Container[str] = frozenset(),
) -> Version:
    """An article as given by hand. A lone title or a lone body is fine.

    With no `title`, the first line is the title when a body follows it; a text of one line is a title when it is short
    and does not end in a full stop, else a body. First lines that are `furniture` of a page (folded: "اخر الاخبار") are
    passed over. Nothing is changed in either, so that spans count what was given.
    """
    first, rest = _split(text, furniture) if title is None else (title, text)
    dated = Dated(day=published) if isinstance(published, date) else published
    return Version(
        title=first,
        body=rest,
        language=language or language_of(f"{first}\n{rest}"),
        published=dated,
        url=url,
        reader="text",
    )


def _split(text: str, furniture: Container[str]) -> tuple[str, str]:
    stripped = text.lstrip("\ufeff\n\r \t")
    first, _, rest = stripped.partition("\n")
    if len(first) > _SHORT_TITLE and len(first) in soft_breaks(stripped):
        return "", stripped.rstrip()
    first, rest = first.strip(), rest.strip("\n\r")
    if rest.strip():
        if fold(first).text.strip(_EDGES) in furniture:
            return _split(rest, furniture)
        return (first, rest) if len(first) <= _LONGEST_TITLE else ("", stripped.rstrip())
    is_title = len(first) <= _LONGEST_TITLE and not first.endswith(_TITLE_ENDS)
    return (first, "") if is_title else ("", first)
