"""Words that copyists of one text put for each other, and words that say nothing by themselves, in both languages.

Each line of the two tables holds words of which any may stand for any other without changing what is told: not what is
alike, but what is the same to a reader of the news. Lines in a row that begin with one word are one. Forms that grammar
makes of a word need no entry where their stem (`posture.matching.stems`) is the same; of Arabic verbs the feminine and
the present of the other person are made here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from posture.matching.stems import candidates_ar, stem
from posture.matching.synonyms_ar import ARABIC
from posture.matching.synonyms_en import ENGLISH
from posture.text.folding import fold

_FEWEST_LETTERS = 3

# Words that any sentence may have or lack: what matters of them (denial, time, place) is read elsewhere.
EMPTY = """
the a an of to in on at by for from with as and or but if that which who whom whose what when where while than then
there here this these those it its he she they them their his her him we our us you your i my me is are was were be
been being has have had having do does did done will would shall should may might can could must also too so such just
both either very more less most some any all each own per via into onto upon over under about within among between
through across against toward towards during until till since before after because although though however meanwhile
one ones two other others another same mr ms mrs dr said says say according still yet only even not no up down out off
back well much many few lot set
في من على إلى عن مع أن إن أنه أنها إنه إنها التي الذي الذين اللذين اللتين هذا هذه ذلك تلك هؤلاء كان كانت كانوا يكون
تكون ما مما لا لم لن قد لقد قبل بعد بين كما حول خلال منذ حتى عند لدى ضد أو أم ثم بل لكن ولكن غير سوى فقط أيضا إذ إذا
حيث بينما فيما عندما وهو وهي هو هي هم به بها له لها فيه فيها منه منها عليه عليها لهم بهم عنه عنها إليه إليها أي كل
وكان وكانت مثل بأن لأن كي لكي نفسه نفسها ذات بعض تم يتم جرى سيتم ستتم وذلك وقد وأن وإن يوم اليوم أحد إحدى تجاه عبر
إياه أيضًا كذلك كلا كلتا نحو حوالي بشكل بصورة ب ل و ف ال
"""


def _forms(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word
        if not word.isascii():
            yield from _inflected(word)


def _inflected(word: str) -> Iterator[str]:
    """Of an Arabic verb, the feminine of the past and of the present; of other words, forms that no text has."""
    if word.startswith("ي"):
        yield "ت" + word[1:]
    elif not word.startswith("ال"):
        yield word.removesuffix("ي") + "ت"
        yield word + "ا"


def _build() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for table in (ENGLISH, ARABIC):
        last, number = "", 0
        for line in table.strip().splitlines():
            words = [fold(word).text.replace("_", " ") for word in line.split()]
            number += words[0] != last
            last = words[0]
            for form in _forms(words):
                found.setdefault(stem(form), set()).add(number * 2 + (table is ARABIC))
    return {word: frozenset(groups) for word, groups in found.items()}


_GROUPS = _build()
_EMPTY = frozenset(word for form in fold(EMPTY).text.split() for word in (form, stem(form)))


def are_synonyms(one: str, other: str) -> bool:
    """Whether two folded words are put for each other in copies of one text.

    >>> are_synonyms("postponed", "delayed"), are_synonyms("troops", "contractors")
    (True, False)
    """
    return bool(_groups(one) & _groups(other))


@lru_cache(maxsize=1 << 16)
def _groups(word: str) -> frozenset[int]:
    if word.isascii():
        return _GROUPS.get(stem(word), frozenset())
    bare = word.removeprefix("و") if len(word) > _FEWEST_LETTERS else word
    forms = {form for each in (word, bare) for form in (*candidates_ar(each), stem(stem(each)))}
    return frozenset(group for form in forms for group in _GROUPS.get(form, ()))


def is_empty(word: str) -> bool:
    """Whether a folded word says nothing by itself: an article, a preposition, an auxiliary."""
    return word in _EMPTY or (not word.isascii() and word.removeprefix("و") in _EMPTY)
