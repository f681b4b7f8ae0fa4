"""A text as words, figures and signs, so that numbers and dates are read word by word.

Arabic writes short words onto the next one: و and ف (and), ب ل ك (with, for, as), ال (the). A word is therefore
looked up in all the forms that remain when these are taken off, the least changed first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, Literal, NamedTuple, TypeVar

from posture.text.folding import Folded, fold

Kind = Literal["link", "date", "clock", "figure", "word", "break", "sign"]
Value = TypeVar("Value")

_TOKEN = re.compile(
    r"""(?P<link>(?:https?://|www\.)\S+|[@\#][^\W\d_]\w*|\+\d{1,3}(?:[\ -]?\(?\d{2,4}\)?){2,4}(?!\d)
      |(?<![\d-])\d{1,3}-\d{3}-\d{3,4}(?:-\d{4})?(?![\d-]))
    |(?P<date>(?<![\d.,/-])(?:\d{4}(?P<iso>[-/.])\d{1,2}(?P=iso)\d{1,2}
      |\d{1,2}(?P<between>[-/.])\d{1,2}(?P=between)(?:\d{4}|\d{2})|\d{1,2}/\d{4})(?![\d/]|[.,]\d))
    |(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d)(?:\ ?[ap]\.?m\b\.?)?|\d{1,2}\ ?(?:[ap]\.m\.|[ap]m\b))
    |(?P<figure>\d+(?:[.,٫٬']\d+)*|(?<![\w.])[.٫]\d+)
    |(?P<word>[^\W\d_]+(?:'(?:s|t|ll|re|ve|d|clock)\b)?)
    |(?P<break>[\n\r\v\f]+)
    |(?P<sign>\S)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, figure or sign; positions count in the folded text. `glued` says that no space stands before it."""

    kind: Kind
    text: str
    start: int
    end: int
    glued: bool


class Form(NamedTuple):
    """A word without some of its short prefixes: how many characters were cut, and whether "the" was among them."""

    stem: str
    cut: int
    definite: bool


class Hit(NamedTuple, Generic[Value]):
    """What a table says of a word, and where the word proper begins in the folded text."""

    value: Value
    start: int
    definite: bool
    stem: str


@lru_cache(maxsize=65536)
def forms(word: str) -> tuple[Form, ...]:
    """The word as it stands, then without its prefixes.

    >>> [form.stem for form in forms("وبالفي")]
    ['وبالفي', 'بالفي', 'الفي', 'في']
    """
    if not "\u0620" <= word[0] <= "\u06ff":
        owner = (Form(word[:-2], 0, False),) if word.endswith("'s") and len(word) > 3 else ()  # "Sunday's attack"
        return (Form(word, 0, False), *owner)
    rests = [(word, 0)]
    if word[0] in "وف":
        rests.append((word[1:], 1))
    rests += [(rest[1:], cut + 1) for rest, cut in rests if rest[:1] in {"ب", "ل", "ك"}]
    found = []
    for rest, cut in rests:
        if len(rest) > 1:
            found.append(Form(rest, cut, False))
        if rest.startswith(("ال", "لل")) and len(rest) > 3:
            found.append(Form(rest[2:], cut, True))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text, in order; `seen` keeps what was already read at a place."""

    folded: Folded
    items: tuple[Token, ...]
    texts: tuple[str, ...] = field(repr=False)
    language: str | None = None
    is_cased: bool = True  # whether the text has capitals at all
    seen: dict[tuple[str, int], object] = field(default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.items)

    def text(self, at: int) -> str:
        """The folded text of the token, empty beyond either end."""
        try:
            return self.texts[at] if at >= 0 else ""
        except IndexError:
            return ""

    def kind(self, at: int) -> Kind:
        """What the token is; a break beyond either end."""
        try:
            return self.items[at].kind if at >= 0 else "break"
        except IndexError:
            return "break"

    def glued(self, at: int) -> bool:
        """Whether the token follows the one before without space."""
        return 0 < at < len(self.items) and self.items[at].glued

    def printed(self, at: int) -> str:
        """The token as printed, with its marks and capitals."""
        if not 0 <= at < len(self.items):
            return ""
        item = self.items[at]
        return self.folded.span(item.start, item.end).of(self.folded.original)

    def hit(self, at: int, table: dict[str, Value]) -> Hit[Value] | None:
        """What the table says of the word here, prefixes taken off."""
        if self.kind(at) != "word":
            return None
        item = self.items[at]
        for form in forms(item.text):
            if form.stem in table:
                return Hit(table[form.stem], item.start + form.cut, form.definite, form.stem)
        return None

    def is_capital(self, at: int) -> bool:
        """Whether the word is written with a capital, or could be in a text without any."""
        return not self.is_cased or self.printed(at)[:1].isupper()

    def is_arabic(self, at: int) -> bool:
        """Whether the words around this place are in Arabic script."""
        for distance in range(1, 6):
            for near in (at + distance, at - distance):
                if self.kind(near) == "word":
                    return "\u0620" <= self.text(near)[0] <= "\u06ff"
        return self.language == "ar" or not self.printed(at).isascii()

    def joined(self, at: int) -> int | None:
        """Where the next word proper stands when "and" comes here: itself when و is written onto it, else the next."""
        text = self.text(at)
        if text in {"و", "and", "&"}:
            return at + 1 if at + 1 < len(self) else None
        return at if text.startswith("و") and len(text) > 1 else None


def tokenize(text: str, language: str | None = None) -> Tokens:
    """The words, figures and signs of a text."""
    folded = fold(text)
    items: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(folded.text):
        kind: Kind = match.lastgroup  # type: ignore[assignment]  # the pattern names only these
        items.append(Token(kind, match.group(), match.start(), match.end(), match.start() == end))
        end = match.end()
    return Tokens(folded, tuple(items), tuple(item.text for item in items), language, is_cased=text != text.lower())


class Phrases(Generic[Value]):
    """A table of phrases of one or more words, the longest tried first."""

    def __init__(self, table: dict[str, Value]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in table.items():
            first, *rest = fold(phrase).text.split()
            self._by_first.setdefault(first, []).append((tuple(rest), value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    @property
    def openers(self) -> frozenset[str]:
        """The words that a phrase of the table can begin with."""
        return frozenset(self._by_first)

    def match(self, tokens: Tokens, at: int) -> tuple[Value, int, int] | None:
        """The value of the longest phrase here, the token after it, and where it begins in the folded text."""
        if not 0 <= at < len(tokens):
            return None
        item = tokens.items[at]
        for form in forms(item.text) if item.kind == "word" else (Form(item.text, 0, False),):
            if form.definite:
                continue
            for rest, value in self._by_first.get(form.stem, ()):
                if all(tokens.text(at + 1 + n) == word for n, word in enumerate(rest)):
                    return value, at + 1 + len(rest), item.start + form.cut
        return None
