"""What a text says once the outlet's own trimmings are off: urgent marks, datelines, credits, calls to follow.

Two outlets that print one wire text add different trimmings. They must neither hide that the words are the same,
nor be taken for a change of place or speaker ("بغداد – واع" against "بغداد/ شفق نيوز").
"""

from __future__ import annotations

import re

from posture.text.folding import fold

# Patterns are read on folded text (أ is ا, ة is ه, ى is ي, dashes are -), and never reach past a line.
_AGENCIES = (
    r"(?:واع|نينا|وكالات|وكاله|رويترز|شفق نيوز|السومريه(?: نيوز)?|الاناضول|ا ف ب|"
    r"ina|nina|afp|ap|reuters|xinhua|anadolu)"
)
_URGENT = re.compile(
    r"\s*[\[(#]*\s*(?:عاجل(?:\s+جدا)?|خبر عاجل|بالصور|بالفيديو|فيديو|صور|حصري|متابعه|"
    r"breaking(?: news)?|urgent|exclusive|watch|video|photos|just in|alert|developing)\b"
    r"\s*[\])]*\s*(?:[:|/!.\-]+|\.{2,})\s*",
)
_UPDATED = re.compile(
    r"\s*[\[(]?\s*(?:تحديث(?:\s*\d+)?|محدث|محدثه|تصحيح|"
    r"update(?:d)?(?:\s*\d+)?|correct(?:ed|ion)|recast|refile)\s*[\])]?\s*[:|\-]\s*"
)
_UPDATED_TAIL = re.compile(r"\s*[\[(]\s*(?:تحديث(?:\s*\d+)?|محدث|محدثه|تصحيح|updated?|corrected)\s*[\])]\s*\Z")
# "BAGHDAD, Jan 25 (Reuters) -", "بغداد - واع -", "واشنطن (رويترز) -", "بغداد/ شفق نيوز/", "المسله/ بغداد:"
_DATELINE = re.compile(
    r"\s*(?:"
    r"[^\n.:()/|\-]{2,40}(?:,[^\n()\-]{2,24})?\s*\([^()\n]{2,30}\)\s*(?:[-:/|]+|$)"
    r"|[^\W\d][^\n.:()/|\-]{1,30}\s*/\s*[^\n.:()/|]{2,24}\s*[/:|]"
    r"|[^\W\d][^\n.:()/|,\-]{1,18}\s+-\s+[^\n.:()/|,\-]{2,18}\s+[-:|]"
    r"|[^\W\d][^\n.:()/|,\-]{1,20}\s+-\s+" + _AGENCIES + r"\b\s*[-:|]*"
    r"|(?!the |an? )[^\W\d]\w{2,15}(?: \w{2,15})?\s+-{1,2}\s+(?![^-]{1,80}\s-\s)"
    r")\s*"
)
# A dateline on a line of its own: "بغداد – واع", "بغداد (رويترز)".
_PLACE_LINE = re.compile(
    r"\s*[^\W\d][^\n.:()/|\-]{1,20}\s*(?:[-/]\s*[^\n.:()/|\-]{2,20}|\([^()\n]{2,24}\))\s*[-:/|]*\s*\Z"
)
_CREDIT_LINE = re.compile(
    r"(?:المصدر|مصدر الخبر|المصادر|تحرير|اعداد|ترجمه|كتب|كتبت|اقرا ايضا|اقرا المزيد|للمزيد|"
    r"شاهد ايضا|تابعوا?نا|اشترك|انضم|مقالات ذات صله|"
    r"اخبار ذات صله|جميع الحقوق|انتهي|reporting by|"
    r"additional reporting|editing by|writing by|source|read more|read also|see also|"
    r"related|follow us|subscribe|sign up|copyright|all rights reserved|join our)\b",
)
_CREDIT_TAIL = re.compile(
    r"\s*(?:\((?:[^()\n\d]{2,30})\)|\(?(?:reporting|writing|editing) by [^\n]{3,160}|"
    r"(?:-|\||/)\s*" + _AGENCIES + r"|(?<=[\n./])\s*انتهي\s*(?:/\s*[\w .]{0,12})?)\s*\.?\s*\Z"
)
_TITLE_TAIL = re.compile(r"(?:\s+[-|]{1,2}\s+|\s*\|\s*)(?P<name>[^\n|\d\-]{2,30}(?:-[^\n|\d\-]{2,20})?)\Z")
_FEWEST_WORDS = 4  # a headline that would keep fewer words is left as it is


def title_core(title: str) -> str:
    """A headline without "عاجل |", "UPDATE 1-" or " - شفق نيوز".

    >>> title_core("عاجل | واشنطن تسحب 300 جندي من قاعدة حرير - شفق نيوز")
    'واشنطن تسحب 300 جندي من قاعدة حرير'
    """
    folded = fold(title)
    start, end = _after_marks(folded.text), len(folded.text.rstrip())
    updated = _UPDATED_TAIL.search(folded.text, start)
    if updated:
        end = updated.start()
    tail = _TITLE_TAIL.search(folded.text, start, end)
    if tail and len(tail["name"].split()) <= 4 and len(folded.text[start : tail.start()].split()) >= _FEWEST_WORDS:
        end = tail.start()
    return folded.span(start, end).of(title) if start < end else title


def body_core(body: str) -> str:
    """A body without dateline, credits and calls to follow; each line is kept or dropped whole, but for its
    trimmings.
    """
    lines = [line for line in body.splitlines() if line.strip()]
    kept = [line for line in lines if not _is_credit(line)] or lines
    if not kept:
        return ""
    if len(kept) > 1 and _PLACE_LINE.match(fold(kept[0]).text):
        kept = kept[1:]
    kept[0] = _without_dateline(kept[0])
    kept[-1] = _without_credit(kept[-1])
    return "\n".join(kept)


def is_marked_update(title: str) -> bool:
    """Whether the headline itself says that this is a later or corrected text."""
    folded = fold(title).text
    return bool(_UPDATED.match(folded) or _UPDATED_TAIL.search(folded))


def _after_marks(folded: str) -> int:
    start = 0
    while found := _URGENT.match(folded, start) or _UPDATED.match(folded, start):
        start = found.end()
    return start if len(folded[start:].split()) >= 2 else 0


def _is_credit(line: str) -> bool:
    folded = fold(line).text.strip(" -•*|#")
    return bool(_CREDIT_LINE.match(folded)) and len(folded.split()) <= 14


def _without_dateline(line: str) -> str:
    folded = fold(line)
    start = _after_marks(folded.text)
    found = _DATELINE.match(folded.text, start)
    if found and len(found[0].split()) <= 9 and len(folded.text[found.end() :].split()) >= 5:
        start = found.end()
    return folded.span(start, len(folded.text)).of(line) if start else line


def _without_credit(line: str) -> str:
    folded = fold(line)
    end = len(folded.text)
    while found := _CREDIT_TAIL.search(folded.text, 0, end):
        if found.start() == end or len(folded.text[: found.start()].split()) < _FEWEST_WORDS:
            break
        end = found.start()
    return folded.span(0, end).of(line)
