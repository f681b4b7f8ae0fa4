"""Spellings turned into a tree of words, and the words of a text that walk it.

Arabic words are compared without the article ال, whatever stands before it (و ف ب ل ك) being tried with and without.
English words are compared without case, possessive and apostrophes; the letters of an acronym must be capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

from posture.model import Span
from posture.text.folding import Folded, fold

# Of folded text, where one apostrophe is left: letters with points between (U.S., أ.ف.ب) are one word.
_WORD = re.compile(r"[^\W\d_](?:\.[^\W\d_])+(?:\.(?!\w)|(?!\w))|[^\W_]+(?:['ʿʾ][^\W_]+)*")
_LEFT_OUT = str.maketrans("", "", "'ʿʾ.")
_ACRONYM_LETTERS = 6  # up to CJTFOIR-like length; longer all-capital names are shouted headlines
# Proper names keep their article as it is: بغداد اليوم is an outlet, "بغداد يوم" is not.
_STRICT = frozenset({"agency", "base", "outlet", "person", "place"})
_NISBA = ("", "ه", "ون", "ين", "ان", "ات", "تان", "تين", "ا")  # endings of a relative adjective, folded
LATIN_ARTICLES = frozenset({"al", "el", "ul", "ad", "an", "ar", "as", "ash", "az"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One spelling of one thing. A `weak` one, or a `surname`, counts only beside words that confirm it."""

    entity: str
    kind: str
    words: tuple[str, ...]
    weak: bool = False
    surname: bool = False
    articles: tuple[bool, ...] = ()  # which words have ال in the spelling; empty where that does not matter
    # any, capital (begins with one), acronym (capitals only), definite (only with ال), initials (only with their dots)
    shape: str = "any"


@dataclass(slots=True)
class Node:
    """A step in the tree of spellings: where the next word leads, and the names that end here."""

    next: dict[str, Node] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its place in the folded text, its form there and its letters as printed."""

    start: int
    end: int
    form: str
    printed: str  # of Arabic words the form
    gap: str  # what stands between it and the word before


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: the letters before the name, whether one of them is "and", and the rest without ال."""

    offset: int
    joined: bool
    stem: str


def words(text: str, folded: Folded) -> list[Word]:
    """The words of a text, in order."""
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(folded.text):
        start, end = match.span()
        form = match.group()
        if form.endswith("'s"):
            end, form = end - 2, form[:-2]
        # Only Latin letters have capitals to look at; finding the way back for all would cost a fifth of the time.
        printed = folded.span(start, end).of(text) if form[0] < "؀" else form
        plain = form if form.isalnum() else form.translate(_LEFT_OUT)
        found.append(Word(start, end, plain, printed, folded.text[last:start]))
        last = match.end()
    return found


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a spelling, as they are compared; in ألمانيا the first two letters are no article."""
    folded = fold(phrase)
    found = words(phrase, folded)
    kept = [word for place, word in enumerate(found) if not (place and word.form in LATIN_ARTICLES)]
    first_letters = [phrase[folded.span(word.start, word.end).start] for word in kept]
    return tuple(
        word.form if letter in "أإآ" else stem(word.form) for word, letter in zip(kept, first_letters, strict=True)
    )


@lru_cache(maxsize=65536)
def stem(form: str) -> str:
    """An Arabic word without its article; "الله" keeps it, as do words of which nothing would be left."""
    return form[2:] if form.startswith("ال") and len(form) > 3 and form != "الله" else form


@lru_cache(maxsize=65536)
def readings(form: str) -> tuple[Reading, ...]:
    """The ways to read a word, least removed first.

    >>> [reading.stem for reading in readings("وبالعراق")]
    ['وبالعراق', 'بالعراق', 'عراق', 'العراق']
    """
    if not "؀" <= form[:1] <= "ۿ":
        return (Reading(0, False, form),)
    bare = [(0, False, form)]
    if form[0] in "وف" and len(form) > 3:
        bare.append((1, form[0] == "و", form[1:]))
    found: list[Reading] = []
    for offset, joined, rest in bare:
        found += [Reading(offset, joined, kept) for kept in _with_and_without_article(rest)]
        if rest.startswith("لل") and len(rest) > 4:
            found.append(Reading(offset, joined, rest[2:]))
        elif rest[0] in "بلك" and len(rest) > 3:
            found += [Reading(offset + 1, joined, kept) for kept in _with_and_without_article(rest[1:])]
    return tuple(sorted(found, key=lambda reading: reading.offset))


def spelled_out(spelling: str) -> tuple[str, ...]:
    """Every name that one entry with choices stands for: (one|other), [may be missing].

    >>> spelled_out("[armed] (groups|factions) backed by Iran")[1:3]
    ('armed factions backed by Iran', 'groups backed by Iran')
    """
    parts = [
        (*choices.split("|"), *([""] if optional else []))
        for optional, choices in ((part[0] == "[", part.strip("()[]")) for part in _CHOICE.findall(spelling))
    ]
    return tuple(" ".join(filter(None, words)) for words in product(*parts))


_CHOICE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[^\s()\[\]]+")


def names_of(
    entity: str,
    kind: str,
    spellings: Iterable[str],
    *,
    weak: bool = False,
    surname: bool = False,
    inflected: bool = False,
) -> Iterator[Name]:
    """The names that these spellings make; `inflected` gives relative adjectives their endings."""
    for spelling in spellings:
        plain, shape = words_of(spelling), _shape(spelling, weak=weak)
        articles = _articles(spelling) if kind in _STRICT else ()
        for form in _inflections(plain) if inflected else (plain,):
            yield Name(entity=entity, kind=kind, words=form, weak=weak, surname=surname, articles=articles, shape=shape)


def _articles(spelling: str) -> tuple[bool, ...]:
    folded = fold(spelling)
    printed = [folded.span(word.start, word.end).of(spelling) for word in words(spelling, folded)]
    if any(letter.isascii() and letter.isalpha() for letter in spelling):
        return ()
    return tuple(word.startswith("ال") and stem(word) != word for word in printed)


def grow(names: Iterable[Name]) -> Node:
    """The tree of these names."""
    root = Node()
    for name in names:
        node = root
        for word in name.words:
            node = node.next.setdefault(word, Node())
        if name not in node.names:
            node.names.append(name)
    return root


def span_of(folded: Folded, first: Word, last: Word, offset: int) -> Span:
    """Where in the original a name stands that begins `offset` letters into its first word."""
    return folded.span(first.start + offset, last.end)


def _with_and_without_article(form: str) -> tuple[str, ...]:
    return (form,) if stem(form) == form else (stem(form), form)


def _inflections(form: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    *before, last = form
    yield form
    if last.endswith("ي"):
        yield from ((*before, last + ending) for ending in _NISBA[1:])
    elif last.isascii():
        yield (*before, last + "s")


def _shape(spelling: str, *, weak: bool) -> str:
    if weak and spelling.startswith("ال"):
        return "definite"
    letters = [letter for letter in spelling if letter.isalpha()]
    if "." in spelling and " " not in spelling and not spelling.isascii():
        return "initials"  # without its dots أ.ب is August, and "father"
    if not letters or not letters[0].isupper():
        return "any"
    if all(letter.isupper() for letter in letters) and len(letters) <= _ACRONYM_LETTERS:
        return "acronym"
    return "capital"
