"""Where one sentence ends and the next begins, in Arabic and English news text.

A line break ends a sentence, unless it only wraps the text (`posture.text.wrapping`). A full stop does not when it
stands inside a number, after an abbreviation ("Lt. Gen.", "U.S.", "د."), or before a small letter; a question or
exclamation mark does not when the sentence goes on after it (“Will they leave?” he asked). Dots of omission end one
only before a capital.
"""

from __future__ import annotations

import re

from posture.model import Span
from posture.text.words import words
from posture.text.wrapping import soft_breaks

_CLOSERS = "\"'”’»›)]}"
_OPENERS = "\"'“‘«‹([{"
# Possible ends: a line break, a bullet, or end marks with the closing quotes and brackets that belong to them.
_END = re.compile(
    rf"(?P<line>[\n\r\x0b\x0c\x85\u2028\u2029]+)|(?P<bullet>[•▪●■◆‣])|(?P<mark>[.!?؟؛…]+)[{re.escape(_CLOSERS)}]*"
)
_BULLET = re.compile(r"(?:[-–—*·]\s+)?")
_WORD_BEFORE = re.compile(r"[^\s“‘«(\[\"']*\Z")
_ABBREVIATIONS = words(
    """lt gen maj col sgt capt cpt cpl adm brig cmdr cdr pvt spc mr mrs ms dr prof st sen rep gov pres sec amb hon rev
    jr sr vs no nos art fig vol inc corp ltd co dept est approx ret jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thur thurs fri sat sun"""
)
# After initials such as "U.S." a full stop is usually no end; before one of these words it is.
_STARTERS = words(
    """the a an in on at but and it its he she they we i this that these those there as after before however iraq iraqi
    if when"""
)
_INITIALS = re.compile(r"و?(?:[^\W\d_]\.)*[^\W\d_]\.?")
_NEXT_WORD = re.compile(r"[^\W_]+")
_LONGEST_WORD = 40  # how far back a word is looked for: keeps hostile texts linear


def sentences(text: str) -> tuple[Span, ...]:
    """The stretches that are sentences, in order, without surrounding space or list bullets.

    >>> [span.of(text) for text in ["Lt. Gen. Smith left. He had 1.200 men."] for span in sentences(text)]
    ['Lt. Gen. Smith left.', 'He had 1.200 men.']
    """
    found: list[Span] = []
    start = 0
    soft = soft_breaks(text)
    for end in _END.finditer(text):
        if end.start() in soft or (end["mark"] and not _ends(text, end, start)):
            continue
        cut = end.end() if end["mark"] else end.start()
        _keep(text, start, cut, found)
        start = end.end()
    _keep(text, start, len(text), found)
    return tuple(found)


def _keep(text: str, start: int, end: int, found: list[Span]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    bullet = _BULLET.match(text, start, end)
    start = bullet.end() if bullet else start
    if any(character.isalnum() for character in text[start:end]):
        found.append(Span(start, end))
    elif found and start < end and found[-1].end == start:
        found[-1] = Span(found[-1].start, end)


def _ends(text: str, end: re.Match[str], start: int) -> bool:
    """Whether these end marks close the sentence that began at `start`."""
    mark, at = end["mark"], end.end()
    if at == len(text):
        return True
    if not text[at].isspace():
        return _is_glued_end(text, end)
    after = _skip(text, at)
    begins = text[after : after + 1]
    if begins.islower():
        return False
    if "…" in mark or ".." in mark:
        return begins.isupper() or any(one in mark for one in "؟?!")
    closed = end.end() > end.end("mark")
    return mark != "." or closed or not _is_abbreviated(text, end.start(), start, after)


def _skip(text: str, at: int) -> int:
    while at < len(text) and (text[at] in " \t\xa0" or text[at] in _OPENERS):
        at += 1
    return at


def _is_glued_end(text: str, end: re.Match[str]) -> bool:
    """No space after the mark: an end only between Arabic words, where the space was lost ("الخميس.وقال")."""
    if end["mark"] not in {".", "؟", "!", "؛"} or end.start() < 2:
        return False
    before, after = text[end.start() - 2 : end.start()], text[end.end()]
    if text[end.end() + 1 : end.end() + 2] == ".":  # initials: أ.د.
        return False
    return before.isalpha() and "\u0620" <= before[-1] <= "\u06ff" and "\u0620" <= after <= "\u06ff" and after.isalpha()


def _is_abbreviated(text: str, dot: int, start: int, after: int) -> bool:
    """Whether the full stop at `dot` belongs to the word before it."""
    found = _WORD_BEFORE.search(text, max(start, dot - _LONGEST_WORD), dot)
    word = found.group() if found else ""
    if word.casefold() in _ABBREVIATIONS:
        return not (word.casefold() == "no" and not text[after : after + 1].isdecimal())
    if word.isdecimal():  # "1. The first point": a number that opens the sentence is its label
        return text[start : dot - len(word)].strip() == ""
    if _INITIALS.fullmatch(word):
        following = _NEXT_WORD.match(text, after, min(len(text), after + _LONGEST_WORD))
        return following is None or following.group().casefold() not in _STARTERS
    return False
