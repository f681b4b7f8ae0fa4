"""What stands on a page but is no part of the article: navigation, related links, comment forms, captions of pictures.

A caption of 2011 must not date a story of 2024. It is told by its credit ("/AFP via Getty Images", "FILE PHOTO"),
or by its language: a line in English that begins "A US Army vehicle …" in an article that is Arabic otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from posture.extracting.phrases import Boilerplate
from posture.model import Language, Span, Version, Warning, Where  # noqa: A004 -- the word of interfaces.md
from posture.text.folding import fold

_LINE = re.compile(r"[^\n]+")
_LATIN = re.compile(r"[A-Za-z]")
_ARABIC = re.compile(r"[؀-ۿ]")
_EDGES = " \t.:!-–*«»\"'|…[]()"
_SHORTEST_CAPTION = 60  # letters: an English word or heading in an Arabic article is no caption
# "A US Army vehicle … on December 2, 2011": the present tense of captions, dated to the day.
_CAPTION = re.compile(
    r"\A(?:an?|the|us|u\.s\.|iraqi|american|in this|two|three|soldiers|members)\b.{20,400}\b(?:on|in) "
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:\d{1,2}, )?(?:19|20)\d\d",
    re.IGNORECASE | re.DOTALL,
)
_PRESENT = re.compile(
    r"\b(?:stands?|flies|walks?|patrols?|looks?|sits?|speaks?|shakes?|gestures?|poses?|attends?|arrives?|drives?|carry"
    r"|carries|watch(?:es)?|is seen|are seen|gather|takes? part)\b",
    re.IGNORECASE,
)
_WHERE: tuple[Where, ...] = ("title", "body")


def boilerplate_in(version: Version, rules: Boilerplate) -> Iterator[Warning]:
    """The lines of a version that are no part of the article, each with the reason."""
    for where in _WHERE:
        text = version.text(where)
        for line in _LINE.finditer(text):
            why = _why(line.group(), version.language, rules)
            if why is not None:
                yield _warning(why, where, line)


def _warning(why: str, where: Where, line: re.Match[str]) -> Warning:
    start = line.start() + len(line.group()) - len(line.group().lstrip())
    return Warning(
        kind="boilerplate", message=why, where=where, span=Span(start, line.start() + len(line.group().rstrip()))
    )


def _why(line: str, language: Language, rules: Boilerplate) -> str | None:
    bare = fold(line).text.strip(_EDGES)
    if not bare:
        return None
    if bare in rules.lines or bare.startswith(rules.begins):
        return "navigation or a form of the page, not the article"
    if any(credit in bare for credit in rules.credits) and len(line) < 600:
        return "caption of a picture, which may be older than the article"
    latin, arabic = len(_LATIN.findall(line)), len(_ARABIC.findall(line))
    foreign = language == "ar" and latin > _SHORTEST_CAPTION and arabic * 10 < latin
    if foreign or (_CAPTION.match(bare) and _PRESENT.search(bare) and len(line) < 600):
        return "caption of a picture, which may be older than the article"
    return None
