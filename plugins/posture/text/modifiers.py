"""The words that say a figure is rough, a floor or a ceiling: نحو, "more than", "لا يقل عن", "up to".

"More than 3,000" and "at least 3,000" are both a floor of 3,000, as the press uses them without care for one man more.
"""

from __future__ import annotations

from typing import Literal

from posture.text.tokens import Phrases, Tokens
from posture.text.words import folded

Modifier = Literal["about", "at_least", "at_most"]

_BEFORE: dict[Modifier, str] = {
    "about": """نحو حوالي حوالى قرابة زهاء قراب تقريبا قريب_من قريبا_من قريبة_من ما_يقارب مايقارب ما_يقرب_من
        ما_يقارب_من ما_يقارب_الـ يقارب تقارب يقرب_من تقرب_من يناهز تناهز ما_يناهز بحدود في_حدود حدود شبه بمعدل
        يقدر_عددهم_بنحو يقدر_عددهم_بحوالي ما_مجموعه_نحو ما_يقدر_بنحو ما_يقدر_بـ
        about around approximately approx approx. roughly nearly almost some circa ca. close_to an_estimated estimated
        in_the_region_of in_the_neighborhood_of in_the_neighbourhood_of just_about an_average_of ~ ≈ ± near nearing
        just_shy_of just_short_of something_like as_many_as_about""",
    "at_least": """أكثر_من اكثر_عن أزيد_من أعلى_من أكبر_من ما_يزيد_عن ما_يزيد_على يزيد_عن يزيد_على تزيد_عن تزيد_على
        يزيد_عددهم_عن يزيد_عددهم_على يزيد_عددها_عن يزيد_عددها_على يزيد_عدد_أفرادها_على زاد_عن زاد_على
        ما_يربو_على ما_يربو_عن يربو_على تربو_على يربو_عن ما_يفوق يفوق تفوق فاق يفوق_عددهم يتجاوز تتجاوز ما_يتجاوز
        تجاوز تجاوزت يتجاوز_عددهم يتجاوز_عددها تجاوز_عددهم تجاوز_عددها يتخطى تتخطى تخطى تخطت يتعدى تتعدى
        لا_يقل_عن لا_تقل_عن ما_لا_يقل_عن مالا_يقل_عن لا_يقل_عددهم_عن لا_يقل_عددها_عن لم_يقل_عن ليس_أقل_من ليس_اقل_من
        بما_لا_يقل_عن على_الأقل بحد_أدنى كحد_أدنى فوق
        more_than over at_least no_fewer_than no_less_than not_fewer_than not_less_than in_excess_of upwards_of
        upward_of north_of above exceeding exceeds exceed exceeded greater_than a_minimum_of minimum_of surpassing
        surpassed topping > >= ≥""",
    "at_most": """أقل_من اقل_عن أدنى_من أصغر_من ما_يقل_عن يقل_عن تقل_عن قل_عن يقل_عددهم_عن ما_دون دون تحت
        لا_يتجاوز لا_تتجاوز ما_لا_يتجاوز لم_يتجاوز لم_تتجاوز لا_يتجاوز_عددهم لا_يتجاوز_عددها لن_يتجاوز لن_تتجاوز
        لا_يتعدى لا_تتعدى لا_يتعدى_عددهم لا_يتخطى لا_تتخطى لا_يزيد_عن لا_يزيد_على لا_تزيد_عن لا_تزيد_على
        لا_يزيد_عددهم_على لا_يزيد_عددهم_عن ما_لا_يزيد_على ما_لا_يزيد_عن لن_يزيد_على لن_يزيد_عن لا_أكثر_من
        ليس_أكثر_من ليس_اكثر_من بما_لا_يتجاوز بما_لا_يزيد_على بما_لا_يزيد_عن حتى ما_يصل_إلى ما_قد_يصل_إلى
        بحد_أقصى كحد_أقصى لغاية على_الأكثر
        fewer_than less_than under below up_to as_many_as as_much_as at_most no_more_than not_more_than
        a_maximum_of maximum_of the_maximum_of not_exceeding not_to_exceed a_ceiling_of a_cap_of lower_than
        < <= ≤""",
}
_AFTER: dict[Modifier, str] = {
    "about": "تقريبا على_وجه_التقريب على_سبيل_التقريب or_so or_thereabouts give_or_take approximately roughly",
    "at_least": """على_الأقل كحد_أدنى بحد_أدنى فأكثر أو_أكثر أو_يزيد ويزيد فما_فوق وما_فوق
        or_more at_least and_above and_up at_a_minimum or_higher""",
    "at_most": "على_الأكثر كحد_أقصى بحد_أقصى فأقل أو_أقل or_fewer or_less at_most at_the_most at_a_maximum or_lower",
}
_ADVERBS = frozenset(folded("just well slightly far still only even significantly considerably بقليل بكثير"))
_LITTLE = (("a", "little"), ("a", "bit"), ("a", "few"))


_THEIR_NUMBER = folded("عددهم عددها عدده عددهن أعدادهم عديدها")


def _phrases(table: dict[Modifier, str]) -> Phrases[Modifier]:
    said = {phrase: modifier for modifier, line in table.items() for phrase in folded(line)}
    # "لا يزيد عددهم على": the number's own word may stand between the verb and its preposition.
    for phrase, modifier in list(said.items()):
        verb, _, preposition = phrase.rpartition(" ")
        if preposition in {"عن", "علي"} and verb:
            said |= {f"{verb} {number} {preposition}": modifier for number in _THEIR_NUMBER}
    return Phrases(said)


BEFORE, AFTER = _phrases(_BEFORE), _phrases(_AFTER)
_SLIGHTLY_MORE = {"more": "at_least", "fewer": "at_most", "less": "at_most", "over": "at_least", "under": "at_most"}


def read_modifiers(tokens: Tokens, at: int) -> tuple[frozenset[Modifier], int, int] | None:
    """The modifiers that stand before a figure here, the token after them, and where they begin."""
    found: set[Modifier] = set()
    start, place = tokens.items[at].start, at
    if tokens.text(place) in _ADVERBS and tokens.text(place).isascii():
        place += 1
    elif (tokens.text(place), tokens.text(place + 1)) in _LITTLE and tokens.text(place + 2) in _SLIGHTLY_MORE:
        place += 2
    for _ in range(3):
        match = BEFORE.match(tokens, place)
        if match is None:
            break
        start = match[2] if place == at else start
        found.add(match[0])
        place = match[1] + (tokens.text(match[1]) in {"بقليل", "بكثير"})
    return (frozenset(found), place, start) if found else None


def read_trailing(tokens: Tokens, at: int) -> tuple[Modifier, int] | None:
    """The modifier that stands behind a figure, and the token after it: "تقريبا", "or more", the + of 3,000+."""
    if tokens.text(at) == "+" and tokens.glued(at):
        return "at_least", at + 1
    skipped = at + (tokens.text(at) == ",")
    match = AFTER.match(tokens, skipped)
    return None if match is None else (match[0], match[1])


# Verbs that bound a number whose owner stands between: "يزيد عدد المتعاقدين على ألف", "لن يتجاوز عدد الباقين مئتي".
_OVER = frozenset(
    folded("يزيد تزيد زاد زادت سيزيد يربو تربو ينيف يفوق تفوق فاق سيفوق يتجاوز تتجاوز تجاوز سيتجاوز يتعدى يتخطى تخطى")
)
_UNDER = frozenset(folded("يقل تقل قل سيقل ينقص"))
_NOT = frozenset(folded("لا لن لم ولا ولن ولم"))
_NUMBER_OF = frozenset(folded("عدد أعداد تعداد"))
_LINKS = frozenset(folded("على عن"))
_OWNER = 4  # words between the verb and its number


def read_distant(tokens: Tokens, at: int) -> Modifier | None:
    """The bound that a verb sets before "the number of …": it says where the number that begins here ends or begins."""
    place = at - 1 - (tokens.text(at - 1) in _LINKS)
    for step in range(_OWNER):
        if tokens.kind(place - step) != "word":
            return None
        if tokens.text(place - step) in _NUMBER_OF:
            verb = place - step - 1
            over, under = tokens.text(verb) in _OVER, tokens.text(verb) in _UNDER
            if not (over or under):
                return None
            return "at_least" if over != (tokens.text(verb - 1) in _NOT) else "at_most"
    return None
