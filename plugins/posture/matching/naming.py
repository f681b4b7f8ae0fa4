"""Whether the words that stand for each other in two texts name different things, and what kind of thing that is."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from posture.matching.alignment import Change
from posture.matching.outlines import Outline, Sentence, Token, bones
from posture.matching.sameness import say_the_same
from posture.model import Difference
from posture.text.folding import fold

_LONGEST_NAME = 5  # words
_PLACE_CUES = frozenset(
    fold(
        """في من إلى الى قرب شمال جنوب شرق غرب شمالي جنوبي شرقي غربي مدينة بمدينة محافظة بمحافظة ولاية بولاية إقليم
        قضاء ناحية بلدة قرية منطقة مطار بلدية حي ضواحي قبالة جزيرة سواحل ميناء
        فوق
        in off island at over near from to outside city town province district village northern southern eastern western
        central north south east west"""
    ).text.split()
)
_PLACE_CUES_AFTER = frozenset(
    [
        "province", "city", "town", "district", "village", "island", "governorate", "state", "county", "coast",
        "embassy", "consulate", "airport", "port",
    ]
)  # fmt: skip
_SPEECH = frozenset({"say", "announce", "deny", "warn", "accuse", "threaten", "reject"})
_FIELDS = {
    "base": "base", "place": "place", "province": "place", "city": "place", "country": "place",
    "region": "place", "site": "place",
}  # fmt: skip
_TITLES = 12  # tokens: «قال المتحدث باسم القائد العام للقوات المسلحة اللواء …»
_SAID_BEGINS = frozenset({"ان", "بان", "انه", "انها", "that"})
_ADDED = frozenset(fold("أضاف أضافت وأضاف وأضافت").text.split())  # what is added may be a goal: a saying begins with أن
_FIRST = 3  # tokens with which an English sentence begins: its subject
_NO_SUBJECT_AFTER = frozenset(["by", "from", "against", "with", "to", "on", "in", "at", "for", "over", "about", "as"])
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_CAPITALS = {"baghdad": "iraq"}  # cities that stand for their country; most are read as the country at once
_LONG_STRETCH = 4  # tokens: longer than that the sentence was rewritten, and unknown words need a cue to count as names


class Names:
    """The names of two texts, and the figures that carry a claim."""

    def __init__(self, a: Outline, b: Outline) -> None:
        self.a, self.b = a, b

    def differences(self, change: Change) -> Iterator[Difference]:
        """Names that stand for each other and are not one name."""
        if _are_one_country(change):
            return
        ours = _entities(self.a, change.pair.a, change.a1, change.a2)
        theirs = _entities(self.b, change.pair.b, change.b1, change.b2)
        if ours and theirs:
            if {entity for entity, _, _ in ours} != {entity for entity, _, _ in theirs}:
                one = next((each for each in ours if each[0] not in {e for e, _, _ in theirs}), ours[0])
                other = next((each for each in theirs if each[0] not in {e for e, _, _ in ours}), theirs[0])
                yield Difference(field=self._field(one[1], change), a=one[2], b=other[2])
            return
        yield from self._unknown(change)

    def unknown(self, change: Change, *, ours: bool) -> tuple[Token, ...]:
        """The words of one side that no known name has which both texts name here."""
        named = [
            _spans(outline, sentence, start, end)
            for outline, sentence, start, end in (
                (self.a, change.pair.a, change.a1, change.a2),
                (self.b, change.pair.b, change.b1, change.b2),
            )
        ]
        known = {entity for entity, _, _ in named[0]} & {entity for entity, _, _ in named[1]}
        tokens, start = (change.a, change.a1) if ours else (change.b, change.b1)
        taken = {at for entity, begin, end in named[not ours] if entity in known for at in range(begin, end)}
        return tuple(token for at, token in enumerate(tokens, start=start) if at not in taken)

    def _unknown(self, change: Change) -> Iterator[Difference]:
        cued = bool(_cue(change))
        long = max(len(change.a), len(change.b)) > _LONG_STRETCH
        ours = list(_named(change.pair.a, change.a1, change.a2, cued=cued, long=long))
        theirs = list(_named(change.pair.b, change.b1, change.b2, cued=cued, long=long))
        said = {_bare(token) for token in ours} & {_bare(token) for token in theirs}
        ours = [token for token in ours if _bare(token) not in said]
        theirs = [token for token in theirs if _bare(token) not in said]
        for one, other in zip(ours, theirs, strict=False):
            if not cued and (_are_verbs(one, other) or _begin_as_verbs(one, other, change)):
                continue
            if say_the_same(one.word, other.word) and not (one.capital and other.capital):
                continue
            if not is_same_name(one, other) and not (is_spelling(one, other) and _beside_one_name(change)):
                yield Difference(
                    field=_unknown_field(one, other, change), a=_run(change.a, one), b=_run(change.b, other)
                )
                return

    def _field(self, kind: str, change: Change) -> str:
        if kind in _FIELDS and not (_is_country(kind, change) and not _placed(change)):
            return _FIELDS[kind]
        return (
            "speaker"
            if (kind in {"person", "office", "institution"} or _is_official(change)) and _speaks(change)
            else "actor"
        )

    def figure_field(self, token: Token) -> str:
        """The claim whose figure this is, "figure" when it is nobody's."""
        if token.figure is None:
            return "figure"
        for outline in (self.a, self.b):
            for claim in outline.report.extraction.claims:
                if token.figure.value in {claim.count_low, claim.count_high}:
                    return f"{claim.kind}.count"
                if claim.casualties and token.figure.value in claim.casualties.values():
                    return f"{claim.kind}.casualties"
        return "figure"


def _entities(outline: Outline, sentence: Sentence, start: int, end: int) -> list[tuple[str, str, str]]:
    """The known names that touch these tokens: id, kind, words."""
    return [
        (entity, outline.entities[tuple(token.word for token in tokens)][1], " ".join(token.text for token in tokens))
        for entity, begin, finish in _spans(outline, sentence, start, end)
        for tokens in (sentence.tokens[begin:finish],)
    ]


def _spans(outline: Outline, sentence: Sentence, start: int, end: int) -> list[tuple[str, int, int]]:
    """The known names that touch these tokens: id, and where the name begins and ends."""
    words = [token.word for token in sentence.tokens]
    found: list[tuple[str, int, int]] = []
    at = max(0, start - _LONGEST_NAME + 1)
    while at < end:
        for size in range(_LONGEST_NAME, 0, -1):
            known = outline.entities.get(tuple(words[at : at + size]))
            if known and at + size > start:
                found.append((known[0], at, at + size))
                at += size - 1
                break
        at += 1
    return found


def _named(sentence: Sentence, start: int, end: int, *, cued: bool, long: bool) -> list[Token]:
    """The tokens that may be names."""
    return [
        token
        for place, token in enumerate(sentence.tokens[start:end], start=start)
        if is_name(token, first=place == 0, cued=cued)
        and not (place and sentence.tokens[place - 1].figure and not token.word.isascii())
        and (cued or token.word.isascii() or token.kind in {"city", "country"} or not long)
    ]


def is_name(token: Token, *, first: bool = False, cued: bool = False) -> bool:
    """Whether a word may be a name: a capital tells in English; in Arabic, that it is no ordinary word and no
    verb.
    """
    if token.kind in {"city", "country"}:
        return True
    if token.is_ordinary or token.figure or len(token.word) < 3 or token.word[0].isdigit():
        return False
    if token.word.isascii():
        return token.capital and not first
    return cued or not token.word.startswith(("سي", "ست", "ي", "ت", "لي", "لت", "وي", "وت"))


def is_same_name(one: Token, other: Token) -> bool:
    """Whether two words of one script are spellings of one name: Assad and Asad, but not حسن and حسين."""
    if one.key == other.key or _bare(one) == _bare(other):
        return True
    if one.kind in {"city", "country"} or other.kind in {"city", "country"}:
        return False
    a, b = _bare(one), _bare(other)
    if bones(a) != bones(b):
        return False
    # Arabic names differ by vowels alone (محمد, محمود); long ones are foreign, and only their spelling varies.
    return min(len(a), len(b)) >= (4 if a.isascii() else 6) and SequenceMatcher(None, a, b).ratio() >= 0.8


def is_spelling(one: Token, other: Token) -> bool:
    """Whether two words in Latin letters may be one name: only their vowels differ."""
    return one.word.isascii() and other.word.isascii() and bones(one.word) == bones(other.word) != ""


def _are_verbs(one: Token, other: Token) -> bool:
    """Whether one Arabic verb stands for another («اندلعت», «شبت»): both end as verbs may, and one begins as names do
    not.
    """
    words = [token.word.removeprefix("و") for token in (one, other)]
    clear = any(word.startswith("ا") and not word.startswith("ال") and len(word) > 4 for word in words)
    return clear and all(word.endswith("ت") for word in words)


def _begin_as_verbs(one: Token, other: Token, change: Change) -> bool:
    """Whether both begin their sentence, where Arabic has its verb, and end as its verbs do («حطمت», «كسرت»)."""
    words = [token.word.removeprefix("و") for token in (one, other)]
    first = change.a1 == change.b1 == 0 and one is change.a[0] and other is change.b[0]
    return first and all(word.endswith("ت") and not word.isascii() for word in words)


def _are_one_country(change: Change) -> bool:
    """Whether one text names the country and the other its capital, and neither as the place of something."""
    pair = change.pair  # the word after is of a name of two words, where it is of a land
    told = (*change.a, *pair.a.tokens[change.a2 :][:1]), (*change.b, *pair.b.tokens[change.b2 :][:1])
    sides = [
        {_CAPITALS.get(token.concept.name, token.concept.name) for token in side if token.concept and _is_land(token)}
        for side in told
    ]
    others = [any(is_name(token) and not _is_land(token) for token in side) for side in (change.a, change.b)]
    return sides[0] == sides[1] != set() and not any(others) and not _placed(change)


def _is_land(token: Token) -> bool:
    return token.kind in {"country", "city"}


def _beside_one_name(change: Change) -> bool:
    """Whether the word beside is a name that both texts have: Yehia Rasool and Yahya Rasool are one."""
    beside = (*change.before(1), *change.after(1))
    return any(token.capital and not token.is_ordinary for token in beside)


def _bare(token: Token) -> str:
    return token.key if token.concept else token.word.removeprefix("و").removeprefix("ال")


def _cue(change: Change) -> str:
    """What the words before say that a name is: «قاعدة …» a base, «في مدينة …» a place; "" when they say nothing."""
    placed = _placed(change)
    if placed and any(token.kind in {"city", "country"} for token in change.a):
        return "place"
    around = (*change.before(2), *change.a)
    if any(token.concept and token.concept.name == "base" for token in (*around, *change.after(3))):
        return "base"
    if _speaks(change):
        return "speaker"
    return "place" if placed else ""


def _is_country(kind: str, change: Change) -> bool:
    """A country acts and speaks, unless a word beside says that it is where something is."""
    return kind == "country" or (kind == "place" and any(token.kind == "country" for token in (*change.a, *change.b)))


def _placed(change: Change) -> bool:
    """Whether a word beside says that this is where something is: "in", "province"."""
    return any(token.word in _PLACE_CUES for token in change.before(1)) or any(
        token.word in _PLACE_CUES_AFTER for token in change.after(1)
    )


def _unknown_field(one: Token, other: Token, change: Change) -> str:
    cue = _cue(change)
    if "city" in {one.kind, other.kind}:
        return cue if cue in {"base", "place"} else "place"
    if "country" in {one.kind, other.kind}:
        return cue if cue in {"base", "place"} or (cue == "speaker" and _is_official(change)) else "actor"
    return cue or "actor"


def _run(tokens: tuple[Token, ...], name: Token) -> str:
    """The name with the words around it, when all that changed is hardly more than a name."""
    return " ".join(token.text for token in tokens) if len(tokens) <= _LONG_STRETCH else name.text


def _speaks(change: Change) -> bool:
    """Whether a verb of speech has this name for its subject: before it with nothing but titles between, or just
    after.
    """
    for token in (*change.a[::-1], *change.before(_TITLES)[::-1]):
        if token.word in _SAID_BEGINS or token.word in _NO_SUBJECT_AFTER:
            break
        if _is_speech(token):
            return token.word not in _ADDED or any(each.word in _SAID_BEGINS for each in change.after(_TITLES))
    if change.a1 < _FIRST and change.a[0].word.isascii():  # the subject of the sentence, whatever stands between
        return any(_is_speech(token) for token in change.after(_TITLES))
    after = change.after(3)
    said = next((place for place, token in enumerate(after) if _is_speech(token)), None)
    return said is not None and not any(token.word in _RELATIVE for token in after[:said])


def _is_official(change: Change) -> bool:
    """Whether the word beside is an office: it is somebody of that country."""
    return any(token.kind == "role" for token in (*change.before(1), *change.after(1)))


def _is_speech(token: Token) -> bool:
    return token.concept is not None and token.concept.name in _SPEECH
