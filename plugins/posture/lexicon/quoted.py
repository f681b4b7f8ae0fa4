"""People whom the lexicon lacks, found because they are quoted, and by family name alone once they were named in full.

"The Americans must leave," Salim al-Rikabi, of the Sairoon bloc, told … Later: Rikabi said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from posture.lexicon.entries import HONORIFIC, RANK, TITLE, Lexicon
from posture.lexicon.names import readings, stem
from posture.lexicon.scan import Scan
from posture.lexicon.skeletons import skeleton
from posture.lexicon.strangers import Stranger, arabic_name, latin_name
from posture.text.words import folded

_SAID = frozenset(
    folded(
        "said says told tells added stressed warned wrote argued argues noted stated tweeted explained insisted"
        " described"
    )
)
_SAID_AR = frozenset(
    folded(
        "قال قالت يقول تقول أكد أكدت يؤكد أضاف أضافت أوضح أوضحت صرح صرحت ذكر كشف شدد شددت لفت أشار أشارت نفى عزا دعا"
        " طالب حذر كتب غرد تابع اعتبر رأى أردف ختم بين أعلن توقع انتقد رجح استبعد اتهم وصف علق أبدى جدد أعرب بحث التقى"
        " زار استقبل"
    )
)
_APPOSED = frozenset(
    folded(
        "a an the of who whose spokesman spokeswoman spokesperson head leader member director analyst commander"
        " secretary former senior from chairman deputy chief professor"
    )
)
_ASIDE = 16  # words of what is told of somebody between commas: "…, a member of the security committee, said"
_LED = 4  # words such as "one deputy" between the verb and a name behind a comma
_LONGEST, _LEAST = 4, 4  # words of a name; letters of a family name that may stand alone


def quoted_in(scan: Scan, lexicon: Lexicon, taken: set[int]) -> Iterator[Stranger]:
    """The people named in full right by a verb of saying; `taken` are the words that name something known."""
    taken = taken | _titles(scan)
    for place, word in enumerate(scan.words):
        names: Iterable[list[int]] = ()
        if word.form in _SAID:
            names = _by_latin_verb(scan, lexicon, place, taken)
        elif not word.form.isascii() and _is_said(word.form) and place + 1 < len(scan.words):
            joined = scan.together(place, place + 1)
            names = [list(arabic_name(scan, lexicon, place + 1, taken, ranked=False))] if joined else []
            if joined and not any(len(name) > 1 for name in names) and _is_family(scan, lexicon, place + 1, taken):
                span = scan.span(place + 1, place + 1)
                yield Stranger(f"unknown:{skeleton(span.of(scan.text))}", span)
        name = next((name for name in names if len(name) > 1), None)
        if name is not None:
            span = scan.span(name[0], name[-1])
            yield Stranger(f"unknown:{skeleton(span.of(scan.text))}", span)


def _titles(scan: Scan) -> set[int]:
    """The words of titles and ranks, which are no part of a name."""
    hits = (hit for here in scan.builders.values() for hit in here if hit.name.kind in {TITLE, RANK, HONORIFIC})
    return {place for hit in hits for place in range(hit.first, hit.last + 1)}


def _is_family(scan: Scan, lexicon: Lexicon, at: int, taken: set[int]) -> bool:
    """Whether the word is the family name of somebody known, of whom the text does not say which: «وأضاف بارزاني»."""
    node = lexicon.tree.next.get(stem(scan.words[at].form)) if at not in taken else None
    return node is not None and any(name.surname and name.kind == "person" for name in node.names)


def _is_said(form: str) -> bool:
    return any(reading.stem in _SAID_AR for reading in readings(form))


def _by_latin_verb(scan: Scan, lexicon: Lexicon, verb: int, taken: set[int]) -> Iterator[list[int]]:
    """Names right before the verb, before what is told of them between commas, and behind it."""
    yield _ending_at(scan, lexicon, verb, taken)
    if scan.words[verb].gap.startswith(","):
        between = _ending_at(scan, lexicon, verb, taken, apart=True)  # "A spokesman, Nazar al-Tamimi, said"
        yield between if between and scan.words[between[0]].gap == ", " else []
        for comma in range(verb - 1, max(0, verb - _ASIDE), -1):
            if scan.words[comma].gap == ", " and scan.words[comma].form in _APPOSED:
                yield _ending_at(scan, lexicon, comma, taken, apart=True)
    first = verb + 1
    if first >= len(scan.words):
        return
    if scan.words[first].gap == " ":
        yield _whole(scan, list(latin_name(scan, lexicon, first, taken)))
    for comma in range(first + 1, min(first + _LED, len(scan.words))):
        if not scan.words[comma - 1].printed.islower():
            return
        if scan.words[comma].gap == ", ":
            yield _whole(scan, list(latin_name(scan, lexicon, comma, taken)))


def _ending_at(scan: Scan, lexicon: Lexicon, end: int, taken: set[int], *, apart: bool = False) -> list[int]:
    """The name whose last word stands right before the word `end`."""
    if not apart and scan.words[end].gap != " ":
        return []
    for first in range(max(0, end - _LONGEST), end - 1):
        name = list(latin_name(scan, lexicon, first, taken))
        if name and name[-1] == end - 1:
            ahead = scan.words[first - 1] if first else None
            shouted = ahead is not None and ahead.printed[:1].isupper() and scan.words[first].gap == " "
            known = ahead is None or first - 1 in taken or ahead.form in lexicon.no_names
            return name if known or not shouted else []
    return []


def _whole(scan: Scan, name: list[int]) -> list[int]:
    """The name, unless more words with capitals follow it: "said Joint Special Operations Planning Cell"."""
    if not name or name[-1] + 1 >= len(scan.words):
        return name
    behind = scan.words[name[-1] + 1]
    return [] if behind.gap == " " and behind.printed[:1].isupper() else name


def named_again(scan: Scan, strangers: Iterable[Stranger], taken: set[int]) -> Iterator[Stranger]:
    """The same people by family name alone."""
    families: dict[str, str] = {}
    inside: set[int] = set()
    for who in strangers:
        own = [at for at, word in enumerate(scan.words)
               if who.span.start <= scan.span(at, at).start and scan.span(at, at).end <= who.span.end]  # fmt: skip
        inside.update(own)
        if len(own) > 1 and len(scan.words[own[-1]].form) >= _LEAST:
            families.setdefault(scan.words[own[-1]].form, who.entity)
    for at, word in enumerate(scan.words if families else ()):
        if at in inside or at in taken:
            continue
        if word.form in families and (word.printed[:1].isupper() if word.form.isascii() else _follows_verb(scan, at)):
            yield Stranger(families[word.form], scan.span(at, at))


def _follows_verb(scan: Scan, at: int) -> bool:
    """Whether an Arabic family name stands where its bearer acts: behind a verb of saying, or at a line's beginning."""
    opens = at == 0 or "\n" in scan.words[at].gap
    return opens or (scan.together(at - 1, at) and _is_said(scan.words[at - 1].form)) or _is_foreign(scan, at)


def _is_foreign(scan: Scan, at: int) -> bool:
    """Whether a name without article stands behind a verb that opens a clause with و: «ونفى فورتين»."""
    before = scan.words[at - 1]
    return (
        stem(scan.words[at].form) == scan.words[at].form and before.form.startswith("و") and scan.together(at - 1, at)
    )
