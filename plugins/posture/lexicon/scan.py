"""The names of a text, word by word: every spelling that fits, then the longest that the text bears out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from posture.lexicon.entries import BETWEEN, BLOCK, HONORIFIC, RANK, ROLE, TITLE, TOPIC, Lexicon
from posture.lexicon.names import LATIN_ARTICLES, Name, Node, Reading, Word, readings, span_of, stem, words
from posture.model import Span
from posture.text.folding import Folded, fold
from posture.text.words import folded

# Between the words of one name: space, hyphen, quote or bracket, never the end of a sentence or a blank line.
_WITHIN = re.compile(r"[ \t]*\n?[ \t]*[-'\"(\[]{0,2}[ )\]\"']*")
_INITIAL = re.compile(r"\.[ -]?[\"'(]?")
_BUILDERS = frozenset({ROLE, BETWEEN, TITLE, RANK, HONORIFIC, TOPIC})
# Whom the press names by surname alone, when a verb of speaking or meeting stands by the name.
_LEADERS = frozenset(
    {"us_president", "us_vice_president", "us_secretary_of_defense", "us_secretary_of_state", "iraqi_prime_minister",
     "pentagon_spokesperson", "centcom_commander"}
)  # fmt: skip
_VERBS = frozenset(
    folded(
        "said says told tells announced added ordered repeated declined met visited warned confirmed vowed insisted"
        " stressed denied pledged called wants calls and spoke has had will would"
        " stresses confirms meets receives discusses expressed highlighted underlined suggested recounted warns vows"
        " يلتقي يستقبل يبحث يؤكد يعلن يزور التقت بحث قالت أكدت بحضور أبلغ يدعو يوجه يتلقى تلقى توعد هدد رفض حذر يتوعد"
        " ترأس يترأس عبر أعرب ناقش"
        " قال واكد اكد اعلن اضاف التقي شدد اوضح نفي دعا جدد كرر طالب اشار رد كشف صرح استقبل زار وصف تعهد امر"
    )
)
# Surnames of leaders that are also first names, towns or everyday names.
_ORDINARY = frozenset({"austin", "brown", "carter", "harris", "miller", "pence", "vance"})
_LEADING_TO = frozenset(folded("مكتب حكومة أن بأن بين مع لقاء زيارة كان بيان"))
_OPENERS = frozenset({"when", "after", "while", "but", "and", "as"})
_NEAR = 12  # words: within about a sentence


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that fits the words `first` to `last`, read in this way."""

    first: int
    last: int
    reading: Reading
    name: Name

    @property
    def length(self) -> int:
        """How many words it takes."""
        return self.last - self.first + 1


@dataclass(slots=True)
class Scan:
    """A text with its words, the hits that stand, and those that only build other mentions."""

    text: str
    folded: Folded
    words: list[Word]
    picked: list[Hit]
    builders: dict[int, list[Hit]]  # roles, titles and ranks, by their first word
    nations: dict[int, Hit]  # nations and places, by their first word, also those inside longer names

    def span(self, first: int, last: int, offset: int = 0) -> Span:
        """Where the words stand in the text, without the letters glued before the first."""
        return span_of(self.folded, self.words[first], self.words[last], offset)

    def together(self, before: int, after: int) -> bool:
        """Whether nothing but space parts two words that follow each other."""
        if after != before + 1 or after >= len(self.words):
            return False
        gap = self.words[after].gap
        return not gap.strip(" -'\"()") and " - " not in gap  # "Kurdistan Region - Prime Minister …" is a dateline


def scan(text: str, lexicon: Lexicon, *, day: date | None = None, beside: str = "") -> Scan:
    """Everything in the text that the lexicon knows; `day` is the article's, `beside` other text of it."""
    folded = fold(text)
    found = words(text, folded)
    by_word = [list(_hits_at(found, place, lexicon.tree)) for place in range(len(found))]
    sure = {hit.name.entity for hits in by_word for hit in hits if _is_sure(hit)}
    if beside and any(_needs_proof(hit) for hits in by_word for hit in hits):
        sure |= _sure_in(beside, lexicon)
    builders: dict[int, list[Hit]] = defaultdict(list)
    nations: dict[int, Hit] = {}
    for place, hits in enumerate(by_word):
        builders[place] += [hit for hit in hits if hit.name.kind in _BUILDERS]
        if named := [hit for hit in hits if hit.name.kind in {"nation", "place"} and not _needs_proof(hit)]:
            nations[place] = max(named, key=_rank)
    titled = {hit.last + 1 for hits in builders.values() for hit in hits if hit.name.kind in {TITLE, RANK, HONORIFIC}}
    nationed = {place for place, hit in nations.items() if hit.name.kind == "nation"}
    titled |= {place + 1 for place in nationed if place in titled}  # "the Iraqi defence minister"
    titled |= {hit.last + 1 for hits in by_word for hit in hits if hit.name.kind == "office"}
    bears_out = _Judge(found, sure, titled, nationed, lexicon, day)
    standing = {place: hits for place, hits in builders.items() if hits}
    return Scan(text, folded, found, list(_longest(by_word, bears_out)), standing, nations)


class _Judge:
    """Says whether a hit may stand, given all the others."""

    def __init__(  # noqa: PLR0917 -- all of them, always, from one place
        self, found: list[Word], sure: set[str], titled: set[int], nations: set[int], lexicon: Lexicon, day: date | None
    ) -> None:
        self.found, self.sure, self.titled, self.nations = found, sure, titled, nations
        self.lexicon, self.day = lexicon, day

    def __call__(self, hit: Hit) -> bool:
        name = hit.name
        if name.kind in _BUILDERS:
            return False
        if name.kind == "misnaming":
            near = self.lexicon.misnamings[name.entity].near
            forms = {reading.stem for word in self.found for reading in readings(word.form)} if near else set()
            return not near or any(phrase <= forms for phrase in near)
        if not (name.weak or name.surname) or name.entity in self.sure:
            return True
        if name.surname and hit.first in self.titled and not self.found[hit.first].gap.strip(" ."):
            return self._in_office(name.entity)
        if name.surname and self.day is not None and self._leads(name.entity, self.day):
            given = self.lexicon.given_names.intersection(name.words)
            return self._acts(hit) or (not given and self._stands_alone(hit))
        return name.weak and self._near(hit)

    def _in_office(self, person: str) -> bool:
        tenures = self.lexicon.entries[person].holds
        return bool(tenures) and (self.day is None or any(tenure.covers(self.day) for tenure in tenures))

    def _leads(self, person: str, day: date) -> bool:
        return any(t.office in _LEADERS and t.covers(day) for t in self.lexicon.entries[person].holds)

    def _acts(self, hit: Hit) -> bool:
        """Whether a verb of speaking or meeting stands right by the surname, and no first name before it."""
        at = hit.first - 1
        while at > 0 and self.found[at].form in LATIN_ARTICLES:
            at -= 1
        before = self.found[at] if at >= 0 else None
        after = self.found[hit.last + 1] if hit.last + 1 < len(self.found) else None
        if not self.found[hit.first].form.isascii():
            stems = {reading.stem for reading in readings(before.form)} if before else set()
            return not stems.isdisjoint(_VERBS)
        named = before is not None and before.printed[:1].isupper() and not self.found[hit.first].gap.strip(" -")
        if named and before is not None and before.form not in _OPENERS:
            return False
        beside = {word.form for word in (before, after) if word is not None}
        return not beside.isdisjoint(_VERBS)

    def _stands_alone(self, hit: Hit) -> bool:
        """Whether a surname that means nothing else stands without the first name of somebody else before it.

        السوداني is no Sudanese where it opens a line or follows "the office of", in a text on Iraq and not on Sudan.
        """
        word = self.found[hit.first]
        before = self.found[hit.first - 1] if hit.first else None
        joined = before is not None and not word.gap.strip(" -'\"")
        if word.form.isascii():
            capital = joined and before is not None and before.printed[:1].isupper() and before.form not in _OPENERS
            return not capital and word.form not in _ORDINARY
        if hit.first not in self.nations:
            return not (joined and before is not None and before.form in self.lexicon.given_names)
        opens = not joined and (hit.first == 0 or "\n" in word.gap or "." in word.gap)
        behind = self.found[hit.last + 1] if hit.last + 1 < len(self.found) else None
        acts = behind is not None and (behind.gap.startswith(":") or behind.form[:1] in "يت")
        led = joined and before is not None and any(reading.stem in _LEADING_TO for reading in readings(before.form))
        return ((opens and acts) or led) and "iraq" in self.sure and "sudan" not in self.sure

    def _near(self, hit: Hit) -> bool:
        wanted = self.lexicon.near.get(hit.name.entity, frozenset())
        around = self.found[max(0, hit.first - _NEAR) : hit.first] + self.found[hit.last + 1 : hit.last + 1 + _NEAR]
        return any(reading.stem in wanted for word in around for reading in readings(word.form))


def _longest(by_word: list[list[Hit]], bears_out: _Judge) -> Iterator[Hit]:
    free = 0
    for place, hits in enumerate(by_word):
        if place < free:
            continue
        blocked = {(hit.name.entity, hit.last) for hit in hits if hit.name.kind == BLOCK}
        standing = [
            hit
            for hit in hits
            if bears_out(hit) and (hit.name.kind == BLOCK or (hit.name.entity, hit.last) not in blocked)
        ]
        if standing:
            best = max(standing, key=_rank)
            free = best.last + 1
            yield best


def _rank(hit: Hit) -> tuple[int, bool, int, bool, bool]:
    """The longest first; then a misnaming, the fewest letters taken off, and a name before a nation's adjective."""
    kind = hit.name.kind
    return (hit.length, kind == "misnaming", -hit.reading.offset, kind != BLOCK, kind != "nation")


def _is_sure(hit: Hit) -> bool:
    return not _needs_proof(hit) and hit.name.kind not in {*_BUILDERS, BLOCK, "nation", "misnaming"}


def _needs_proof(hit: Hit) -> bool:
    return hit.name.weak or hit.name.surname


def _sure_in(text: str, lexicon: Lexicon) -> set[str]:
    found = words(text, fold(text))
    return {h.name.entity for place in range(len(found)) for h in _hits_at(found, place, lexicon.tree) if _is_sure(h)}


def _hits_at(found: list[Word], place: int, tree: Node) -> Iterator[Hit]:
    for reading in readings(found[place].form):
        node = tree.next.get(reading.stem)
        if node is not None:
            for last, names in _walk(found, place, node):
                yield from (
                    Hit(place, last, reading, name) for name in names if _shaped(name, reading, found[place : last + 1])
                )


def _walk(found: list[Word], place: int, node: Node) -> Iterator[tuple[int, Iterable[Name]]]:
    """The names that begin at this word, each with its last word; a Latin article inside a name may be left out."""
    while True:
        if node.names:
            yield place, node.names
        place += 1
        if place >= len(found) or not _joins(found[place - 1], found[place]):
            return
        form = found[place].form
        following = node.next.get(stem(form)) or node.next.get(form)
        while following is None and place + 1 < len(found) and _left_out(found[place]):
            if not _joins(found[place], found[place + 1]):
                return
            place += 1
            following = node.next.get(stem(found[place].form))
        if following is None:
            return
        node = following


def _left_out(word: Word) -> bool:
    """An article, a middle initial or a nickname in quotes: Kenneth F. "Frank" McKenzie is Kenneth McKenzie."""
    return word.form in LATIN_ARTICLES or len(word.form) == 1 or word.gap.endswith('"')


def _joins(before: Word, after: Word) -> bool:
    gap = after.gap
    return gap == " " or bool(_WITHIN.fullmatch(gap)) or (len(before.form) == 1 and bool(_INITIAL.fullmatch(gap)))


def _shaped(name: Name, reading: Reading, over: list[Word]) -> bool:
    if name.articles and not _same_articles(name, reading, over):
        return False
    if name.shape == "any":
        return True
    if name.shape == "initials":
        return "." in over[0].printed
    if name.shape == "definite":
        return over[0].form.startswith(("ال", "لل"), reading.offset)
    if name.shape == "acronym":
        return all(word.printed.isupper() or word.form.isdigit() for word in over)
    return over[0].printed[:1].isupper() or over[-1].printed[:1].isupper()


def _same_articles(name: Name, reading: Reading, over: list[Word]) -> bool:
    """Whether the words have ال where the spelling has it; a person's name may have one more (الطالباني)."""
    first = reading.stem != over[0].form[reading.offset :]
    printed = (first, *(word.form != form for word, form in zip(over[1:], name.words[1:], strict=False)))
    if name.kind == "person":
        return all(has or not needs for has, needs in zip(printed, name.articles, strict=False))
    return printed == name.articles
