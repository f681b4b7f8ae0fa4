"""Words of a sentence as the phrases see them: folded, without article, with and without what is joined to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from posture.model import Span
from posture.text.folding import Folded

_WORD = re.compile(r"\d+(?:[.,٫٬]\d+)*|[^\W_]+(?:['’][^\W_]+)*")
_STOP = re.compile(r"[,;:()\[\]،؛…]|\s[-]+\s|\.\.+")
_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_FUTURE = "س"
_SHORT = frozenset({"لن", "لم", "لا", "قد", "من", "في", "عن", "ما", "لو", "ان"})  # words of two letters, behind و or ف


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its place in the text, its letters, the forms it may be matched in, what parts it from the last."""

    span: Span
    folded: str
    forms: frozenset[str]
    stop: bool  # whether a comma, colon, bracket or dash stands between it and the word before
    quote: bool  # whether a quotation mark opens or closes before it


def tokens_of(folded: Folded, start: int, end: int) -> tuple[Token, ...]:
    """The words of `folded.text[start:end]`."""
    found: list[Token] = []
    last = start
    for match in _WORD.finditer(folded.text, start, end):
        first, after = match.span()
        form = match.group()
        gap = folded.text[last:first]
        span = folded.span(first, after)
        found.append(Token(span, form, forms_of(form), bool(found and _STOP.search(gap)), '"' in gap))
        last = after
    return tuple(found)


@lru_cache(maxsize=65536)
def forms_of(form: str) -> frozenset[str]:
    """The forms in which a word may be matched.

    >>> sorted(forms_of("وستنسحب"))
    ['تنسحب', 'ستنسحب', 'وستنسحب']
    """
    if not "ء" <= form[:1] <= "ي":
        bare = form.removesuffix("'s") if form.endswith("'s") else form
        return frozenset((form, bare))
    found = {form}
    if form[0] in _CONJUNCTIONS and (len(form) > 3 or form[1:] in _SHORT):
        found.add(form[1:])
    for one in tuple(found):
        found.update(_without_prefix(one))
    # The accusative: هجوما is هجوم.
    found.update(one[:-1] for one in tuple(found) if one.endswith("ا") and len(one) > 4)
    found.update(one[2:] for one in tuple(found) if one.startswith("ال") and len(one) > 4)
    return frozenset(found)


def _without_prefix(form: str) -> list[str]:
    found = []
    if form.startswith("لل") and len(form) > 4:
        found.append(form[2:])
    if form[0] in _PREPOSITIONS and len(form) > 3:
        found.append(form[1:])
    if form[0] == _FUTURE and len(form) > 3 and form[1] in "يتنا":
        found.append(form[1:])
    return found


def is_future(token: Token) -> bool:
    """Whether an Arabic verb carries the س of the future ("ستنسحب", "وسيتم").

    Words that merely begin so (سياسة, سيادة, ستة) are told by the second letter after it.
    """
    word = token.folded
    word = word[1:] if word[:1] in _CONJUNCTIONS and len(word) > 4 else word
    return bool(_FUTURE_VERB.fullmatch(word)) and not _NOT_FUTURE.match(word)


_FUTURE_VERB = re.compile("س[يتن][ء-ي]{2,}|سا[ء-ي]{3,}")
_NOT_FUTURE = re.compile(
    "سيا[سدرحق]|سيطر|سيد|سير(?:ه|ا|ته|ها|تها)?$|سيرج|سيف(?:ا|ه|ي|ي[نه])?$|سيفاو|سينا|سيناري|ستين|ستون|سته|ستا[رن]|ستمائه|سنه|سنوات|سنتين|سنوي|سني|سنجار|سينغ|سيول|سيناتور|"
    "ساب|ساح|ساع|سار|ساهم|ساند|ساد|سائ|سان|ساك|ساق|سال|سام|ساوم|ساوي|ستراتيج|ستوكهولم|ستيف|سيلان|سيئ|سيبا"
)
