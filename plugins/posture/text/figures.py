"""Figures as printed: which point marks thousands and which a fraction, and which figures are names.

"3.400 جندي" is three thousand four hundred soldiers, "2.5 million" two and a half; the shape of the groups and the
word that follows decide. F-16, Camp 22, a telephone number, a score and the time of day count nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from posture.text.number_words import SCALES, SUFFIXES, VULGAR_FRACTIONS
from posture.text.tokens import Tokens
from posture.text.words import folded, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number in digits: its value, the token after it, where it begins in the folded text."""

    value: float
    end: int
    start: int
    plain: bool  # digits alone, without point, sign, suffix or group: what a year looks like


_THOUSANDS = re.compile(r"\d{1,3}(?:([,.٬'])\d{3})(?:\1\d{3})*")
_THOUSANDS_THEN_DECIMALS = re.compile(r"(\d{1,3}(?:([,.٬'])\d{3})+)[.,٫](\d+)")
_PREFIXES = words("و ف ب ل ك ال وال بال فال لل كال وب ول فب فل وبال ولل وك بل")
_HYPHEN_PREFIXES = words("mid pre post early late since non sub over under about some around nearly roughly almost")
_UNIT_ENDS = words("mm cm km kg kgs g ft lb lbs mph kph kmh hp mw gw kw sq usd x h hrs yr yrs")
_LENGTHS = words("high long deep tall wide away")
# Words whose figure is a name: Camp 22, Highway 80, القناة 12.
_DESIGNATORS = words(
    """camp highway route unit channel flight area room gate iso brigade brigades division battalion regiment ward tower
    checkpoint"""
) | frozenset(folded("معسكر مخيم طريق وحدة قناة لواء فوج كتيبة رحلة فرقة بوابة برج الساعة"))
_LETTER_NAMES = frozenset(
    folded("إف اف بي سي دي إي جي إتش كيو إم ام إس اس تي يو في_إكس إكس اكس كي آر ار إل واي زد أم ميغ سوخوي شاهد غراد")
)


def read_figure(tokens: Tokens, at: int) -> Figure | None:
    """The number in digits at this token; None where there is none, or where the digits belong to a name or a time."""
    if (
        tokens.kind(at) != "figure"
        or _is_named(tokens, at)
        or _is_joined_to_figures(tokens, at)
        or _is_score(tokens, at)
    ):
        return None
    end, value = _grouped(tokens, at) or _divided(tokens, at) or (at + 1, digits_value(tokens, at))
    if value is None:
        return None
    start = tokens.items[at].start
    plain = tokens.text(at).isdecimal() and end == at + 1
    if _is_negative(tokens, at):
        value, start, plain = -value, start - 1, False
    return _suffixed(tokens, Figure(value=value, end=end, start=start, plain=plain))


def _is_named(tokens: Tokens, at: int) -> bool:
    """Whether letters before the digits make them part of a name."""
    before = at - 1
    if tokens.glued(at) and tokens.kind(before) == "word":
        return tokens.text(before) not in _PREFIXES
    if tokens.glued(at) and tokens.text(before) in {"-", "_"} and tokens.glued(before):
        named = tokens.text(before - 1)
        return tokens.kind(before - 1) == "word" and named not in _PREFIXES and named not in _HYPHEN_PREFIXES
    if tokens.glued(at) and tokens.text(before) in {"#", "№", "@"}:
        return True
    if tokens.kind(before) != "word":
        return False
    name = tokens.text(before)
    is_article = tokens.printed(before).startswith("الـ")  # "الـ 120", not the letter L
    return (name in _LETTER_NAMES and not is_article) or any(
        form in _DESIGNATORS for form in (name, name.removeprefix("ال"))
    )


def _is_joined_to_figures(tokens: Tokens, at: int) -> bool:
    """Whether the digits are the tail of a score, version or fraction whose head was no number: 2-1, 24/7."""
    if tokens.glued(at) and tokens.text(at - 1) in {"/", ":", "."} and tokens.glued(at - 1):
        return tokens.kind(at - 2) in {"figure", "word"} and tokens.text(at - 1) != "."
    follows_dash = tokens.glued(at) and tokens.text(at - 1) == "-" and tokens.glued(at - 1)
    if not follows_dash or tokens.kind(at - 2) not in {"figure", "date", "clock"}:
        return False
    return not (tokens.text(at - 2).isdecimal() and len(tokens.text(at - 2)) in {2, 3} and tokens.text(at).isdecimal())


def _is_score(tokens: Tokens, at: int) -> bool:
    """Whether a smaller figure follows a tight dash: 2-1. A vote of 261-167 is two numbers."""
    head, tail = tokens.text(at), tokens.text(at + 2)
    tight = tokens.text(at + 1) == "-" and tokens.glued(at + 1) and tokens.glued(at + 2)
    return tight and head.isdecimal() and len(head) == 1 and tail.isdecimal() and int(head) >= int(tail[:18])


def _grouped(tokens: Tokens, at: int) -> tuple[int, float] | None:
    """Thousands parted by spaces: 2 500, 1 200 000."""
    head = tokens.text(at)
    if not head.isdecimal() or len(head) > 3 or head.startswith("0"):
        return None
    digits, end = head, at + 1
    while len(digits) < 15 and _is_group(tokens, end):
        digits, end = digits + tokens.text(end), end + 1
    return (end, int(digits)) if end > at + 1 and tokens.text(end) not in {"/", ":"} else None


def _is_group(tokens: Tokens, at: int) -> bool:
    text = tokens.text(at)
    if tokens.kind(at) != "figure" or len(text) != 3 or not text.isdecimal() or tokens.glued(at):
        return False
    parted_by_one_space = tokens.items[at].start - tokens.items[at - 1].end == 1
    return parted_by_one_space and not (tokens.glued(at + 1) and tokens.text(at + 1) in {"-", "/", ":"})


def _divided(tokens: Tokens, at: int) -> tuple[int, float | None] | None:
    """A fraction: 3/4, 77/100. A slash that divides nothing (24/7, 9/11) makes no number of either side."""
    if tokens.text(at + 1) != "/" or not tokens.glued(at + 1) or not tokens.glued(at + 2):
        return None
    upper, lower = tokens.text(at), tokens.text(at + 2)
    if not (upper.isdecimal() and lower.isdecimal()):
        return None
    over, under = int(upper), int(lower)
    if under in {10, 100, 1000} or 0 < over < under <= 10:
        return at + 3, over / under
    return at + 1, None


def digits_value(tokens: Tokens, at: int) -> float | None:
    """The value of one token of digits, its points and commas read; None where they make no number."""
    text = tokens.text(at)
    if text.isdecimal():
        return int(text) if len(text) <= 18 else None
    mixed = _THOUSANDS_THEN_DECIMALS.fullmatch(text)
    if mixed and mixed[2] != text[mixed.end(1)]:
        return float(re.sub(r"\D", "", mixed[1]) + "." + mixed[3])
    if _THOUSANDS.fullmatch(text) and _is_thousands(tokens, at):
        return int(re.sub(r"\D", "", text))
    whole, *rest = re.split(r"[.,٫٬']", text)
    return float(f"{whole or 0}.{rest[0]}") if len(rest) == 1 and len(text) <= 18 else None


def _is_thousands(tokens: Tokens, at: int) -> bool:
    """Whether the sign between groups of three parts thousands: a comma does; a point when something is counted."""
    text = tokens.text(at)
    if text.startswith("0"):
        return False
    if "," in text or "٬" in text or "'" in text or text.count(".") > 1:
        return True
    following = at + 1
    if tokens.hit(following, SCALES) or tokens.text(following) in {"%", "percent", "per"} or "٫" in text:
        return False
    if tokens.text(following) == "بالميه" or tokens.kind(following) != "word":
        return tokens.is_arabic(at) and tokens.kind(following) == "word"
    if tokens.glued(following):
        return False
    return tokens.is_arabic(at) or not (_MEASURES & {tokens.text(following)})


_MEASURES = words(
    """meters metres meter metre miles mile km kilometers kilometres inches feet degrees dollars euros pounds points
    seconds grams magnitude in of and to or is was by for on from a the"""
)


def _is_negative(tokens: Tokens, at: int) -> bool:
    return (
        tokens.glued(at)
        and tokens.text(at - 1) == "-"
        and not tokens.glued(at - 1)
        and tokens.kind(at - 2) not in {"figure", "date"}
        and not (tokens.kind(at - 2) == "word" and tokens.glued(at - 1))
    )


def _suffixed(tokens: Tokens, figure: Figure) -> Figure | None:
    """The figure with a letter that multiplies it (35K); None when letters behind it make it a name or an ordinal."""
    after = figure.end
    if not tokens.glued(after) or tokens.kind(after) != "word":
        return figure
    word = tokens.text(after)
    if word in VULGAR_FRACTIONS:
        return Figure(value=figure.value + VULGAR_FRACTIONS[word], end=after + 1, start=figure.start, plain=False)
    if word in SUFFIXES and not (word == "m" and tokens.text(after + 1) in _LENGTHS):
        value = rounded(figure.value * SUFFIXES[word])
        return Figure(value=value, end=after + 1, start=figure.start, plain=False)
    is_arabic = "\u0620" <= word[0] <= "\u06ff"
    return figure if is_arabic or word in _UNIT_ENDS else None


def rounded(value: float) -> float:
    """The value without the dust of binary fractions, whole where it is whole.

    >>> rounded(2.3 * 1000)
    2300
    """
    value = round(value, 9)
    return int(value) if float(value).is_integer() else value
