"""Which language a text is in: Arabic, English, Sorani Kurdish or Persian.

Iraqi outlets publish in Arabic and Sorani side by side, and the two share a script, as Persian does. Letters
decide where they can (ێ and ڕ are Sorani alone; پ چ ژ گ are not Arabic), everyday words where they cannot.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby

from posture.model import Language, Span
from posture.text.sentences import sentences
from posture.text.words import words

_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_ARABIC_SCRIPT = re.compile("[ء-يٮ-ۓەۮۯۺ-ۿݐ-ݿﭐ-﷿ﹰ-ﻼ]")
_SORANI_LETTERS = re.compile("[ڕڵێۆەڤۊ]")  # not used by Arabic or Persian
_SHARED_LETTERS = re.compile("[پچژگ]")  # Persian and Sorani, not Arabic
_PERSIAN_FORMS = re.compile("[یک]")  # also Sorani; Arabic text has them by a slip of the keyboard
_ARABIC_FORMS = re.compile("[ةيىكأإؤ]")
_WORD = re.compile(r"[^\W\d_]+")

_WORDS: dict[str, frozenset[str]] = {
    "ar": words(
        "في من على إلى الى عن أن ان إن التي الذي الذين هذا هذه ذلك قال كان ما لا لم لن قد بعد مع بين كما وقال وفي حول"
    ),
    "fa": words(
        "در به از که را این است می برای آن یک شد خود شده کرد کرده گفت ها های تا هم نیز اما بر بود اند باید پس"
    ),
    "ckb": words("لە بە بۆ کە و ئەو ئەم لەسەر دەکات کرد لەگەڵ نێوان پێش دوای هەر یەک ئێران عێراق کوردستان"),
    "en": words(
        "the of to in and a that for on with is was by at from has have as said will its are were be an"
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of one language. `mixed` says that it also holds words of another script."""

    span: Span
    language: Language
    mixed: bool


def language_of(text: str) -> Language:
    """The language that most of the text is in: `ar`, `en`, `ckb`, `fa`, or `und` when there is too little to tell.

    >>> language_of("قال مسؤول عراقي")
    'ar'
    >>> language_of("وەزیری دەرەوە گەیشتە بەغدا")
    'ckb'
    """
    latin, arabic = len(_LATIN.findall(text)), len(_ARABIC_SCRIPT.findall(text))
    if max(latin, arabic) < 2:
        return "und"
    if latin > arabic:
        return "en" if _is_english(text, latin) else "und"
    return _of_arabic_script(unicodedata.normalize("NFKC", text), arabic)


def _is_english(text: str, letters: int) -> bool:
    """Short Latin texts get the benefit of the doubt; longer ones must show everyday English words."""
    found = [word.casefold() for word in _WORD.findall(text)]
    known = sum(word in _WORDS["en"] for word in found)
    accented = sum(letter > "\x7f" for letter in _LATIN.findall(text))
    return known * 12 >= len(found) or (len(found) < 12 and accented * 20 <= letters)


def _of_arabic_script(text: str, letters: int) -> Language:
    sorani = len(_SORANI_LETTERS.findall(text))
    # Sorani writes its vowels: ە alone is some 8 % of all letters. A Kurdish name in Arabic text stays far below.
    if sorani * 20 >= letters:
        return "ckb"
    found = _WORD.findall(text)
    arabic = 2 * sum(word in _WORDS["ar"] or word.startswith("ال") for word in found) + len(_ARABIC_FORMS.findall(text))
    persian = (
        2 * sum(word in _WORDS["fa"] for word in found)
        + len(_SHARED_LETTERS.findall(text))
        + len(_PERSIAN_FORMS.findall(text))
    )
    return "fa" if persian > arabic else "ar"


def passages(text: str) -> tuple[Passage, ...]:
    """The text cut where its language changes, between sentences; one too short to tell follows the one before."""
    told: list[tuple[Span, Language]] = []
    for span in sentences(text):
        language = language_of(span.of(text))
        told.append((span, told[-1][1] if language == "und" and told else language))
    joined = [(language, [span for span, _ in run]) for language, run in groupby(told, key=lambda one: one[1])]
    return tuple(_passage(text, Span(spans[0].start, spans[-1].end), language) for language, spans in joined)


def _passage(text: str, span: Span, language: Language) -> Passage:
    quote = span.of(text)
    return Passage(span=span, language=language, mixed=bool(_LATIN.search(quote) and _ARABIC_SCRIPT.search(quote)))
