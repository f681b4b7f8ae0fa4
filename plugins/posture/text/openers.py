"""Which words a quantity or a date can begin with: nine words in ten of an article are passed over at once."""

from __future__ import annotations

from functools import lru_cache

from posture.text import calendar_words as calendar
from posture.text import number_words as number
from posture.text import units
from posture.text.modifiers import BEFORE
from posture.text.ranges import BEFORE_RANGE
from posture.text.tokens import Tokens, forms
from posture.text.words import folded

_SIGNS = frozenset("~≈±<>≤≥")
_QUANTITY = frozenset().union(
    number.ARABIC_UNITS_BEFORE_TENS, number.ARABIC_TEENS, number.ARABIC_TENS, number.ARABIC_HUNDRED,
    number.ARABIC_HUNDREDS,
    number.SCALES, number.DUAL_SCALES, number.DUAL_OR_COUNTED, number.ENGLISH_UNITS, number.ENGLISH_TENS,
    number.FRACTIONS,
    number.ARABIC_ORDINALS, number.ENGLISH_ORDINALS, number.VAGUE_PLURALS, number.FEW, number.VULGAR_FRACTIONS,
    units.TIME_UNITS, units.DUAL_UNITS, BEFORE.openers, BEFORE_RANGE,
    folded("a an minus negative ناقص سالب بين من between from just well slightly far still only even significantly"),
    folded("considerably بقليل بكثير dozen"),
)  # fmt: skip
_MOMENT = _QUANTITY.union(
    calendar.MONTHS.openers, calendar.WEEKDAYS, calendar.NEAR_DAYS.openers, calendar.PARTS_OF_DAY, calendar.TURNS,
    calendar.THIS, calendar.LAST_OF, calendar.PARTS, calendar.SEASONS, calendar.DECADES, calendar.HOLIDAYS.openers,
    calendar.IN, calendar.YEAR_WORDS,
    folded(
        """the by no not before prior ahead until till up through since starting beginning effective after following
        week within earlier later day month q بحلول قبل موعدا حتى لغاية إلى الى منذ ابتداء اعتبارا بدءا بداية انطلاقا مذ
        بعد عقب خلال غضون يوم شهر الشهر الربع النصف الثلث ربع نصف ثلث عامي شهري ال"""
    ),
)  # fmt: skip


@lru_cache(maxsize=65536)
def _opens(word: str, *, moment: bool) -> bool:
    table = _MOMENT if moment else _QUANTITY
    return any(form.stem in table for form in forms(word)) or not word.isalpha()


def opens_quantity(tokens: Tokens, at: int) -> bool:
    """Whether a quantity may begin at this token."""
    kind, text = tokens.kind(at), tokens.text(at)
    return kind == "figure" or (kind == "word" and _opens(text, moment=False)) or text in _SIGNS


def opens_moment(tokens: Tokens, at: int) -> bool:
    """Whether a date or period may begin at this token."""
    kind = tokens.kind(at)
    return kind in {"figure", "date"} or (kind == "word" and _opens(tokens.text(at), moment=True))
