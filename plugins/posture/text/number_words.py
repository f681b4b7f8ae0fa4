"""The words that Arabic and English have for numbers, in every case and gender the press prints.

All are folded: مئة and مائة stand here as ميه and مايه. Egyptian and Iraqi everyday forms are among them.
"""

from __future__ import annotations

from posture.text.words import folded


def _table(rows: dict[int, str]) -> dict[str, int]:
    return {word: value for value, line in rows.items() for word in folded(line)}


ARABIC_UNITS = _table(
    {
        0: "صفر",
        1: "واحد واحدة أحد إحدى",
        2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي اتنين اتنان",
        3: "ثلاث ثلاثة تلات تلاتة",
        4: "أربع أربعة",
        5: "خمس خمسة",
        6: "ست ستة",
        7: "سبع سبعة",
        8: "ثمان ثماني ثمانية تمان تماني تمانية",
        9: "تسع تسعة",
        10: "عشر عشرة",
    }
)
# The accusative, which stands before tens only: "واحدا وعشرين"; alone "واحدا من" is "one of".
ARABIC_UNITS_BEFORE_TENS = ARABIC_UNITS | _table(
    {1: "واحدا", 3: "ثلاثا", 4: "أربعا", 5: "خمسا", 6: "ستا", 7: "سبعا", 8: "ثمانيا", 9: "تسعا"}
)
ARABIC_TEEN_ENDS = frozenset(folded("عشر عشرة"))
ARABIC_TEENS = _table({11: "احدعشر", 12: "اثناعشر اثنعشر اطنعش", 13: "ثلاثةعشر تلتطعش", 15: "خمسةعشر خمسطعش"})
ARABIC_TENS = _table(
    {
        20: "عشرون عشرين",
        30: "ثلاثون ثلاثين تلاتين",
        40: "أربعون أربعين",
        50: "خمسون خمسين",
        60: "ستون ستين",
        70: "سبعون سبعين",
        80: "ثمانون ثمانين تمانين",
        90: "تسعون تسعين",
    }
)
ARABIC_HUNDRED = frozenset(folded("مئة مائة مية مأة"))
ARABIC_HUNDREDS = _table(
    {
        200: "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي",
        300: "ثلاثمئة ثلاثمائة ثلثمئة ثلثمائة ثلاثمية تلتمية",
        400: "أربعمئة أربعمائة أربعمية",
        500: "خمسمئة خمسمائة خمسمية",
        600: "ستمئة ستمائة ستمية",
        700: "سبعمئة سبعمائة سبعمية",
        800: "ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة ثمانمية تمنمية",
        900: "تسعمئة تسعمائة تسعمية",
    }
)
SCALES = _table(
    {
        1_000: "ألف ألفا آلاف ألوف thousand k",
        1_000_000: "مليون مليونا ملايين million mln mn",
        1_000_000_000: "مليار مليارا مليارات بليون بليونا بلايين billion bln bn",
        1_000_000_000_000: "تريليون تريليونا ترليون ترليونا تريليونات trillion tn",
    }
)
ENGLISH_PLURAL_SCALES = SCALES | {"thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000}
# Standing alone these mean one: "ألف جندي" is a thousand soldiers, but آلاف alone says only "thousands".
ARABIC_SINGLE_SCALES = frozenset(folded("ألف مليون مليار بليون تريليون ترليون"))
DUAL_SCALES = _table(
    {
        2_000: "ألفان ألفين ألفي",
        2_000_000: "مليونان مليونين مليوني",
        2_000_000_000: "ملياران مليارين ملياري بليونان بليونين",
        2_000_000_000_000: "تريليونان تريليونين تريليوني",
    }
)
# ألفا is two thousand in "ألفا جندي" and the counted thousand in "ثلاثون ألفا": what stands before decides.
DUAL_OR_COUNTED = _table(
    {2_000: "ألفا", 2_000_000: "مليونا", 2_000_000_000: "مليارا بليونا", 2_000_000_000_000: "تريليونا ترليونا"}
)
# A letter's suffix on a figure: 35K, 2.5bn.
SUFFIXES = {"k": 1_000, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9, "m": 10**6, "tn": 10**12}


def _numbered(line: str, *, first: int = 0, by: int = 1) -> dict[str, int]:
    return {word: by * value for value, word in enumerate(folded(line), start=first)}


ENGLISH_UNITS = _numbered(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
)
ENGLISH_TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", first=2, by=10) | {"fourty": 40}

FRACTIONS: dict[str, float] = {
    word: value
    for value, line in (
        (0.5, "نصف half"),
        (0.25, "ربع quarter"),
        (1 / 3, "ثلث third"),
        (2 / 3, "ثلثا ثلثي ثلثين ثلثان"),
    )
    for word in folded(line)
}
VULGAR_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

# ---------- ordinals ----------

ARABIC_ORDINALS = _table(
    {
        1: "أول أولى حادي حادية",
        2: "ثاني ثان ثانية",
        3: "ثالث ثالثة",
        4: "رابع رابعة",
        5: "خامس خامسة",
        6: "سادس سادسة",
        7: "سابع سابعة",
        8: "ثامن ثامنة",
        9: "تاسع تاسعة",
        10: "عاشر عاشرة",
    }
)
ENGLISH_ORDINALS = _numbered(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth""",
    first=1,
) | _numbered("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth", first=2, by=10)

# ---------- vague words ----------

# What a word that names no figure promises at least, and at most where it says so. Open plurals follow ACLED's
# coding of reported fatalities (tens 10, dozens 12, hundreds 100): the least the word can mean, no upper limit.
VAGUE_PLURALS = {
    word: value
    for value, line in (
        (10, "عشرات tens"),
        (12, "dozens"),
        (20, "scores"),
        (100, "مئات مائات hundreds"),
        (1_000, "آلاف ألوف thousands"),
        (10**6, "ملايين millions"),
        (10**9, "مليارات بلايين billions"),
    )
    for word in folded(line)
}
# بضع counts from three to nine in the classical dictionaries; "a few" and "several" are read alike.
FEW_LOW, FEW_HIGH = 3, 9
FEW = frozenset(folded("بضع بضعة عدة few several handful"))
FEW_OF = _table({10: "عشرات", 12: "dozen", 100: "hundred مئات مائات"}) | SCALES
