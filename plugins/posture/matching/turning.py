"""Whether one of two texts turns round what the other says: it denies it, or makes what will be what may be.

Denials are counted sentence by sentence, so that a denial that both have does not hide one that only one of them has;
a modal stands against the modal in its place. The س of the Arabic future counts as "will", as سوف does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from posture.matching.alignment import Change, Pair
from posture.matching.glossary import concept_of
from posture.matching.outlines import Token
from posture.matching.smallwords import DENIALS_AR, DENIALS_EN, MODALS
from posture.matching.stems import stem, without_clitics
from posture.model import Difference
from posture.text.folding import fold

_DENIALS = frozenset(fold(DENIALS_AR + " " + DENIALS_EN).text.split())
_VERBAL = frozenset(fold("لم لن لا ليس ليست").text.split())
_MODAL_OF = {
    word: line.partition("|")[0].strip()
    for line in MODALS.strip().splitlines()
    for word in fold(line.partition("|")[2]).text.split()
}
_OF_AMOUNTS = ("later", "more", "less", "fewer", "only")
_NO_DENIAL_BEFORE: Mapping[str, Sequence[str]] = {"no": _OF_AMOUNTS, "not": _OF_AMOUNTS}
# In the press ما is mostly "which" («ما أوقع إصابات»); before these it denies.
_MA, _DENIED_BY_MA = frozenset({"ما", "وما"}), frozenset(fold("كان كانت كانوا عاد عادت من").text.split())
# «لا تزال» says that something is so.
_LA, _STILL = (
    frozenset({"لا", "ولا", "ما", "وما"}),
    frozenset(fold("تزال يزال نزال زال زالت زالوا يزالون تزالان").text.split()),
)
_DECLINED = frozenset({"decline", "declines", "declined", "declining"})
_OF_NAMES = 4  # tokens after a denial in which a name is what is not told
_WISHED = _DECLINED | frozenset(fold("preferred refused refuses رفض رفضت فضل فضلت بشرط شريطة طالبا طالبة").text.split())
_ASKED = frozenset({"for", "on", "upon"})
_QAD = frozenset({"قد", "وقد"})
_CLAUSE = 3  # tokens, more than which a clause of its own has
_SNUG = 2  # tokens: so short a stretch between words that both have turns that clause, wherever the sentence was cut


def turned(pair: Pair) -> Iterator[Difference]:
    """A denial that only one has, and a modal that only one has or that stands where the other has another."""
    changes = tuple(pair.changes)
    if sum(denials(pair.a.tokens)) != sum(denials(pair.b.tokens)):
        yield from _first("polarity", (each for each in changes if _denied(each)))
    yield from _first("modality", (each for each in changes if _is_other_modal(each)))


def _first(field: str, changes: Iterable[Change]) -> Iterator[Difference]:
    for change in changes:
        ours, theirs = (
            change.a + change.pair.a.tokens[change.a2 :][:1],
            change.b + change.pair.b.tokens[change.b2 :][:1],
        )
        yield Difference(field=field, a=printed(ours), b=printed(theirs))
        return


def _denied(change: Change) -> bool:
    ours = sum(tuple(denials(change.pair.a.tokens))[change.a1 : change.a2])
    theirs = sum(tuple(denials(change.pair.b.tokens))[change.b1 : change.b2])
    return ours != theirs and _tells(change) and not _is_clause_of_its_own(change)


def _is_clause_of_its_own(change: Change) -> bool:
    """Whether one text only adds at its end what is not so: «…، وليس على مكافحة التنظيم»."""
    added, end = (change.a, change.a2 == len(change.pair.a.tokens)), change.b2 == len(change.pair.b.tokens)
    tokens = added[0] or change.b
    alone = bool(change.a) != bool(change.b)
    return alone and added[1] and end and len(tokens) > _CLAUSE and bool(next(denials(tokens)))


def _tells(change: Change) -> bool:
    """A part of a sentence may lack what turned the whole; but not between words that both have."""
    if change.pair.whole:
        return True
    inside = change.a1 and change.b1 and change.a2 < len(change.pair.a.tokens) and change.b2 < len(change.pair.b.tokens)
    return bool(inside) and max(len(change.a), len(change.b)) <= _SNUG


def denials(tokens: tuple[Token, ...]) -> Iterator[bool]:
    """For each token, whether it denies something."""
    for place, token in enumerate(tokens):
        following = tokens[place + 1].word if place + 1 < len(tokens) else ""
        if token.word in _MA:
            yield following in _DENIED_BY_MA
        elif token.word in _LA and following in _STILL:
            yield False
        elif token.word in _DECLINED:
            yield following == "to" and not _is_of_names(tokens, place)
        else:
            idle = following in _NO_DENIAL_BEFORE.get(token.word, ()) or _is_of_names(tokens, place)
            yield _is_denial(token) and not idle


def _is_of_names(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a source's name is what is not told ("asked not to be identified"): it may be said in other words."""
    if not any(token.concept and token.concept.name == "identity" for token in tokens[place + 1 :][:_OF_NAMES]):
        return False
    around = tokens[max(0, place - 2) : place + 1]
    return any(token.word in _WISHED or (token.concept and token.concept.name == "ask") for token in around)


def _is_denial(token: Token) -> bool:
    if token.word in _DENIALS or (token.word[:1] in {"و", "ف"} and token.word[1:] in _VERBAL):
        return True
    concept = concept_of(token.word)
    return (concept is not None and concept.name == "deny") or (
        not token.word.isascii() and stem(token.word) in _DENIALS and token.word not in {"دونا"}
    )


def _is_other_modal(change: Change) -> bool:
    ours = _modals(change.a, change.pair.a.tokens[change.a2 :])
    theirs = _modals(change.b, change.pair.b.tokens[change.b2 :])
    if ours == theirs or (ours and theirs and ours & theirs):
        return False
    if ours and theirs:
        return True
    # a modal that only one has: another one anywhere in the other's sentence may say it in other words
    said = _worded(change.a) or _worded(change.b)
    pair = change.pair
    return bool(said) and pair.whole and not (_worded(pair.a.tokens) and _worded(pair.b.tokens))


def _modals(tokens: tuple[Token, ...], following: tuple[Token, ...]) -> frozenset[str]:
    """The modals of a stretch; alone it may be the auxiliary of the verb just after it, which may carry a س."""
    found = _worded(tokens, then=following[0].word if following else "")
    verb = next((token for token in (*tokens, *following[:1]) if is_future(token.word)), None)
    return found | {"will"} if verb else found


def _worded(tokens: tuple[Token, ...], *, then: str = "") -> frozenset[str]:
    after = (*(token.word for token in tokens[1:]), then)
    return frozenset(
        modal
        for token, following in zip(tokens, after, strict=False)
        if (modal := _modal(token))
        and not (token.word == "called" and following not in _ASKED)
        and not (token.word in _QAD and not _is_imperfect(following))
    )


def _modal(token: Token) -> str:
    if token.kind == "month":  # "May" is no modal
        return ""
    return _MODAL_OF.get(token.word) or _MODAL_OF.get(stem(token.word), "")


def _is_imperfect(word: str) -> bool:
    """Whether an Arabic verb may tell of what is or will be: «قد يتم» says that it may be done, «قد تم» that it was."""
    return word.startswith(("ي", "ت")) and not word.endswith("ت") and word != "تم"


def is_future(word: str) -> bool:
    """Whether a folded Arabic verb has the س of the future."""
    bare = word[1:] if word[:1] in {"و", "ف"} else word
    return bare[:1] == "س" and bare[1:2] in {"ي", "ت"} and without_clitics(bare) == bare[1:]


def printed(tokens: Iterable[Token]) -> str:
    """The words as printed."""
    return " ".join(token.text for token in tokens)
