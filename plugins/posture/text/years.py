"""Years: behind a month ("، 2024", "من العام المقبل") and alone ("عام 2014", "the 2003 invasion").

Four digits are a year only where the words make them one: "2000 جندي" counts soldiers.
"""

from __future__ import annotations

from dataclasses import dataclass

from posture.text.calendar_words import COUNTED, MONTHS, PARTS_OF_DAY, TURNS, WEEKDAYS, YEAR_WORDS
from posture.text.calendars import day, from_hijri
from posture.text.numerals import read_number
from posture.text.tokens import Tokens
from posture.text.when import Context, When, stretch
from posture.text.words import folded, words


@dataclass(frozen=True, slots=True)
class Year:
    """A year as read; `turn` is set instead of `number` for "last", "this" and "next"."""

    number: int | None
    end: int
    start: int
    hijri: bool = False
    turn: int = 0

    def counted_from(self, present: int) -> int:
        """The number of the year, counted from the present one where the text says "next" or "last"."""
        return present + self.turn if self.number is None else self.number


_OF = frozenset(folded("من of في"))
_HIJRI_SIGNS = frozenset(folded("هـ هجري هجرية للهجرة الهجري ah"))
COMMON_ERA = frozenset(folded("م ميلادي ميلادية الميلادي ce ad"))
YEAR_LEADS = frozenset(
    folded(
        """في منذ حتى بحلول قبل بعد خلال نهاية بداية مطلع منتصف أواخر أوائل أثناء مستهل وفي بين
        in since by until till before after during of from through late early mid throughout around end beginning"""
    )
)
# Nouns that a year follows directly: "حرب 2003", "the 2021 election".
_YEAR_NOUNS = frozenset(
    folded(
        """حرب غزو اتفاق اتفاقية انتخابات دستور انسحاب احتلال قمة موازنة ميزانية صيف شتاء خريف أزمة ثورة احتجاجات
        عملية معركة هجمات
        war invasion election elections agreement withdrawal budget season summit occupation offensive surge protests
        cup"""
    )
)


_LITTLE_WORDS = words(
    """the a an no of in to and by for on at with from as or but that when while after before since until is was were
    will would has have had it its their his her some all more than not only both"""
)


def read_year(tokens: Tokens, at: int) -> Year | None:
    """The year behind a day or month: "2024", "، 2024", "من عام 2024", "next year", "من العام المقبل"."""
    if tokens.text(at) in {"/", "-"} and tokens.glued(at) and tokens.glued(at + 1):  # 31/Oct/1974, 31-Oct-74
        return _parted_year(tokens, at + 1)
    place = at + (tokens.text(at) == ",")
    place += tokens.text(place) in _OF
    if (turned := _turned_year(tokens, place) or _same_year(tokens, place)) is not None:
        return turned
    word = tokens.text(place) in YEAR_WORDS
    place += word
    number = _year_number(tokens, place, spelled=word, reach=1)
    if number is None or (not word and place > at and tokens.text(place - 1) == "في"):
        return None
    end = place + 1 if tokens.kind(place) == "figure" else number[1]
    hijri = tokens.text(end) in _HIJRI_SIGNS
    end += hijri or (tokens.text(end) in COMMON_ERA and tokens.kind(end) == "word")
    if not hijri and number[0] < 1900:
        hijri = True
    return Year(number[0], end, tokens.items[place - word].start, hijri=hijri)


def _parted_year(tokens: Tokens, at: int) -> Year | None:
    text = tokens.text(at)
    if tokens.kind(at) != "figure" or not text.isdecimal() or len(text) not in {2, 4}:
        return None
    number = int(text) if len(text) == 4 else full_year(int(text))
    return Year(number, at + 1, tokens.items[at].start) if 1900 <= number <= 2100 else None


def full_year(short: int) -> int:
    """The year of two digits: up to 49 of this century, else of the last.

    >>> full_year(24), full_year(74)
    (2024, 1974)
    """
    return short + (2000 if short < 50 else 1900)


def _year_number(tokens: Tokens, at: int, *, spelled: bool, reach: int = 3) -> tuple[int, int] | None:
    """Four digits between 1900 and 2100, a Hijri year between 1300 and 1500, or after عام the year in words."""
    text = tokens.text(at)
    if tokens.kind(at) == "figure":
        counted = not spelled and not _ends_month(tokens, at) and is_counted(tokens, at + 1, reach=reach)
        if not (text.isdecimal() and len(text) == 4) or counted:
            return None
        number = int(text)
        is_hijri = 1300 <= number <= 1500 and (tokens.text(at + 1) in _HIJRI_SIGNS or MONTHS.match(tokens, at - 1))
        return (number, at + 1) if 1900 <= number <= 2100 or is_hijri or _after_hijri(tokens, at, number) else None
    number_in_words = read_number(tokens, at) if spelled else None
    if number_in_words is None or not 1900 <= number_in_words.value <= 2100:
        return None
    return int(number_in_words.value), number_in_words.end


def _ends_month(tokens: Tokens, at: int) -> bool:
    """Whether a month stands before and a verb of loss behind: "in February 2023 killed three"."""
    return tokens.text(at + 1) in _LOSSES and MONTHS.match(tokens, at - 1) is not None


_LOSSES = frozenset({"killed", "wounded", "injured", "left"})


def _after_hijri(tokens: Tokens, at: int, number: int) -> bool:
    """Whether a Hijri month of two words stands before: "ربيع الأول 1445"."""
    if not 1300 <= number <= 1500:
        return False
    before = MONTHS.match(tokens, at - 2)
    return before is not None and before[0][1] == "hijri"


def is_counted(tokens: Tokens, at: int, *, reach: int = 3) -> bool:
    """Whether the words here are what a figure counts: جندي, "US troops", "additional soldiers"."""
    for place in range(at, at + reach):
        word = tokens.text(place)
        if tokens.kind(place) != "word" or word in _LITTLE_WORDS:
            return word == "%"
        if word in COUNTED:
            return place == at or word.isascii()
        if not word.isascii():
            return False
    return False


def _same_year(tokens: Tokens, at: int) -> Year | None:
    """The year named before: "December of that year", "the same year", «من العام نفسه», «من ذلك العام»."""
    words_here = tuple(tokens.text(at + step) for step in range(3))
    length = next((n for n in (2, 3) if words_here[:n] in _SAME_YEAR), 0)
    if not length:
        return None
    for place in range(at - 1, max(-1, at - _BACK), -1):
        text = tokens.text(place)
        if tokens.kind(place) == "figure" and len(text) == _DIGITS and text.isdecimal() and 1900 <= int(text) <= 2100:
            return Year(int(text), at + length, tokens.items[at].start)
    return None


_BACK, _DIGITS = 60, 4
_SAME_YEAR = frozenset(
    tuple(phrase.split(" "))
    for phrase in folded(
        "that_year the_same_year ذلك_العام تلك_السنة العام_نفسه السنة_نفسها العام_ذاته نفس_العام العام_عينه"
    )
)


def _turned_year(tokens: Tokens, at: int) -> Year | None:
    """Such as "next year", "من العام المقبل", "هذا العام"."""
    word = tokens.text(at)
    if word in {"last", "next", "this"} and tokens.text(at + 1) == "year":
        return Year(None, at + 2, tokens.items[at].start, turn=TURNS[word])
    if word in {"هذا", "هذه"} and tokens.text(at + 1) in {"العام", "السنه"}:
        return Year(None, at + 2, tokens.items[at].start, turn=0)
    if word.lstrip("لب") in {"العام", "السنه", "عام"} or word in {"للعام", "للسنه", "بالعام"}:
        hit = tokens.hit(at + 1, TURNS)
        if hit is not None and hit.definite:
            return Year(None, at + 2, tokens.items[at].start, turn=hit.value)
    return None


def read_year_alone(context: Context, at: int) -> When | None:
    """عام 2014, "in 2011", "the 2003 invasion", (2014): a year, where the words around make it one."""
    tokens = context.tokens
    word = tokens.text(at) in YEAR_WORDS
    place = at + word + (tokens.text(at) == "year" and tokens.text(at + 1) == "of")
    number = _year_number(tokens, place, spelled=word)
    if number is None or (
        tokens.glued(place) and tokens.text(place - 1) in {"-", "/", "."} and not _mid(tokens, place)
    ):
        return None
    if not word and not _reads_as_year(tokens, place):
        return None
    value, end = number
    hijri = tokens.text(end) in _HIJRI_SIGNS
    if hijri or value < 1900:
        return _hijri_year(value, context.begins(at), end + 1) if hijri else None
    end += tokens.text(end) in COMMON_ERA and tokens.kind(end) == "word"
    start = context.begins(at)
    return stretch(day(value, 1, 1), day(value + 1, 1, 1), "year", "year", start=start, end=end)


def _mid(tokens: Tokens, at: int) -> bool:
    """Written onto a word with a hyphen: mid-2017, post-2003."""
    return tokens.text(at - 2) in {"mid", "late", "early", "pre", "post", "since"}


_DETERMINERS = words("the its his her their our this that")
_AND = words("and or و أو او , ,و")


def _is_beside_year(tokens: Tokens, at: int) -> bool:
    """Whether the figure before "and" is a year by its own words: "in 2005, 2006 and 2010"."""
    for place in range(at, max(-1, at - 8), -2):
        if not (
            tokens.text(place).isdecimal() and len(tokens.text(place)) == 4 and 1900 <= int(tokens.text(place)) <= 2100
        ):
            return False
        if tokens.text(place - 1) not in _AND:
            return _reads_as_year(tokens, place)
    return False


def _hijri_year(value: int, start: int, end: int) -> When | None:
    return stretch(from_hijri(value, 1, 1), from_hijri(value + 1, 1, 1), "year", "hijri_tabular", start=start, end=end)


def _reads_as_year(tokens: Tokens, at: int) -> bool:
    if tokens.kind(at) != "figure" or (tokens.glued(at + 1) and tokens.kind(at + 1) == "word"):
        return False
    before, after = tokens.text(at - 1), tokens.text(at + 1)
    if before in YEAR_LEADS or before in _YEAR_NOUNS or (_mid(tokens, at) and before == "-"):
        return True
    stem = before.removeprefix("و").removeprefix("ب").removeprefix("ل")
    if (
        (before == "(" and after == ")")
        or stem in YEAR_LEADS
        or stem in _YEAR_NOUNS
        or stem.removeprefix("ال") in _YEAR_NOUNS
    ):
        return True
    if before in _DETERMINERS or after in _YEAR_NOUNS:
        return tokens.kind(at + 1) == "word"
    if before in _AND and tokens.kind(at - 2) == "figure":
        return _is_beside_year(tokens, at - 2)
    return before in WEEKDAYS or before in PARTS_OF_DAY
