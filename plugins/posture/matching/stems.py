"""The part of a word that stays when grammar changes: الأميركية, للأمريكيين and أمريكي share one, troops and troop
too.

Light on purpose: the endings and clitics of news prose, no dictionary. A stem is for comparing texts, never
shown.
"""

from __future__ import annotations

from functools import lru_cache

from posture.text.folding import fold

# Words whose first letter is their own and no clitic.
_KEPT_AR = frozenset(
    fold("""
        وزير وزاره وزراء وزيره وفد وقف وقع وصل وصول واشنطن وكاله ولايه وطني والد والده وسط وباء وفاه وفيات وثيقه
        وجود واحد واحده وضع ورقه وقود وعد     وظيفه وساطه وسيط ولي وحده وحدات وحيد وقت وجه وجهه ورد وزن وادي واسط
        وارسو وافق وافقت والي وعي وردت ودائع وقائي وكيل وتيره     فجر فريق فرنسا فلسطين فيضان فيروس فوز فاز فازت
        فصائل فصيل فيلم فضاء فندق فنزويلا فنلندا فيتنام فيينا فقط فتره فرصه فرق فرع فيديو فائده فساد     الي الذي
        التي الذين الان الا الم الف الفا الفي الاف اله التقي التهاب التزام التحاق التحق الغاء الغي الغت الياف الماني
        المانيا     الباني البانيا البانيه سياره سيارات سياسه سياسي سياسيه سياحه سياحي سيول سيناء ستوكهولم سيبراني
        ستاد ستين سيطره ستار     واقع واسع واجه واجب واعد وافد وافدين وكان ولاد ورش وسيله وساءل وردود ودود وهم وهمي
        ويلات     فائز فاعل فاتح فساد فضيحه فكره فني فنان فؤاد فادي فارس فاروق فيصل فلاح فهد فوق فئه فدراليه فيفا
        فيدرالي فهم فقر فحص فوري فورا فحم فحوى فجوه
        """).text.split()
)
_ENDINGS_AR = (
    "اتها",
    "اتهم",
    "يتها",
    "يين",
    "يون",
    "ها",
    "هم",
    "هن",
    "هما",
    "نا",
    "ات",
    "ون",
    "ين",
    "ان",
    "يه",
    "ته",
    "وا",
    "ه",
    "ي",
    "ا",
)
_FEWEST_LETTERS = 3
_AFTER_FA = ("في", "فان", "فال", "فقال", "فلا", "فلم", "فلن", "فهو", "فهي")  # else a first ف is the word's own


@lru_cache(maxsize=1 << 16)
def stem_ar(word: str) -> str:
    """The stem of a folded Arabic word."""
    return _without_ending(without_clitics(word))


@lru_cache(maxsize=1 << 16)
def candidates_ar(word: str) -> tuple[str, ...]:
    """The stems a folded Arabic word may have, likeliest first: بغارة is a raid with its preposition, بغداد is
    not.
    """
    bare = without_clitics(word)
    shorter = [bare[1:]] if bare[:1] in {"ب", "ل"} and len(bare) > _FEWEST_LETTERS and bare not in _KEPT_AR else []
    stems = [word, bare, _without_ending(bare), *shorter, *(_without_ending(one) for one in shorter)]
    return tuple(dict.fromkeys(stems))


@lru_cache(maxsize=1 << 16)
def without_clitics(word: str) -> str:
    """A folded Arabic word without conjunction, article and the س of the future."""
    if word in _KEPT_AR or _without_ending(word) in _KEPT_AR:
        return word
    for clitic in ("وبال", "وكال", "فبال", "ولل", "فلل", "وال", "بال", "كال", "فال", "لل", "ال"):
        rest = word.removeprefix(clitic)
        if rest != word and len(rest) >= _FEWEST_LETTERS - (clitic in {"ال", "وال", "بال", "لل"}):
            return rest
    if word[:1] == "و" and len(word) >= 5:
        return without_clitics(word[1:])
    if word.startswith(_AFTER_FA) and len(word) >= 5:
        return without_clitics(word[1:])
    if word[:1] == "س" and word[1:2] in {"ي", "ت"} and len(word) >= 5:
        return word[1:]
    return word


def _without_ending(word: str) -> str:
    for ending in _ENDINGS_AR:
        if word.endswith(ending) and len(word) - len(ending) >= _FEWEST_LETTERS:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=1 << 16)
def stem_en(word: str) -> str:
    """The stem of a folded English word.

    >>> [stem_en(word) for word in ("troops", "cities", "killed", "stopping", "crisis", "raises", "raising")]
    ['troop', 'city', 'kill', 'stop', 'crisis', 'rais', 'rais']
    """
    if len(word) <= 3 or word.endswith(("ss", "is", "us")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    word = word.removesuffix("s")
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            return word
    return word.removesuffix("e") if len(word) > 4 else word


def stem(word: str) -> str:
    """The stem of a folded word of either script."""
    return stem_en(word) if word.isascii() else stem_ar(word)
