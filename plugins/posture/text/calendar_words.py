"""Months, weekdays and the words of time, in every calendar and custom of the Arabic and English press.

Iraq and the Levant print كانون الثاني, Egypt يناير, Algeria and Tunisia جانفي, Morocco غشت; some print two at once.
"""

from __future__ import annotations

from typing import Literal

from posture.text.tokens import Phrases
from posture.text.words import folded

Calendar = Literal["gregorian", "hijri"]

_MONTHS = {
    1: "يناير كانون_الثاني كانون_ثاني جانفي ينايـر january jan",
    2: "فبراير شباط فيفري فبرايـر february feb",
    3: "مارس آذار march mar",
    4: "أبريل إبريل نيسان أفريل april apr",
    5: "مايو أيار ماي may",
    6: "يونيو يونية حزيران جوان june jun",
    7: "يوليو يولية تموز جويلية يوليوز july jul",
    8: "أغسطس آب أوت غشت august aug",
    9: "سبتمبر أيلول شتنبر september sept sep",
    10: "أكتوبر تشرين_الأول تشرين_أول october oct",
    11: "نوفمبر تشرين_الثاني تشرين_ثاني نونبر november nov",
    12: "ديسمبر كانون_الأول كانون_أول دجنبر دسمبر december dec",
}
_HIJRI_MONTHS = {
    1: "محرم المحرم محرم_الحرام muharram",
    2: "صفر safar",
    3: "ربيع_الأول ربيع_أول rabi_al-awwal",
    4: "ربيع_الثاني ربيع_الآخر ربيع_ثاني",
    5: "جمادى_الأولى جمادى_الأول",
    6: "جمادى_الآخرة جمادى_الثانية جمادى_الآخر",
    7: "رجب rajab",
    8: "شعبان shaban",
    9: "رمضان ramadan",
    10: "شوال shawwal",
    11: "ذو_القعدة ذي_القعدة ذوالقعدة",
    12: "ذو_الحجة ذي_الحجة ذوالحجة",
}


def _months(table: dict[int, str], calendar: Calendar) -> dict[str, tuple[int, Calendar]]:
    return {name: (number, calendar) for number, line in table.items() for name in folded(line)}


MONTHS = Phrases(_months(_MONTHS, "gregorian") | _months(_HIJRI_MONTHS, "hijri"))
# Month names that are everyday words or personal names too: they need a day, a year or a preposition beside them.
AMBIGUOUS_MONTHS = frozenset(
    folded("مارس آب ماي جوان أوت may march mar sep dec jan jun jul aug apr oct nov feb sept august")
)
ABBREVIATED = frozenset(
    folded("jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun")
)

_WEEKDAYS = {
    0: "اثنين إثنين monday mon",
    1: "ثلاثاء ثلاثا ثلثاء tuesday tue tues",
    2: "أربعاء أربعا اربعاء wednesday wed",
    3: "خميس thursday thu thur thurs",
    4: "جمعة friday fri",
    5: "سبت saturday sat",
    6: "أحد sunday sun",
}
WEEKDAYS = {name: number for number, line in _WEEKDAYS.items() for name in folded(line)}

# ---------- days named from today ----------

_NEAR_DAYS = {
    0: "اليوم هذا_اليوم يومنا_هذا الليلة هذه_الليلة today tonight this_morning this_evening this_afternoon",
    -1: """أمس امس البارحة يوم_أمس الأمس ليلة_أمس الليلة_الماضية ليلة_البارحة اليوم_الماضي اليوم_السابق اليوم_المنصرم
        الليلة_الفائتة الليلة_المنصرمة yesterday last_night""",
    -2: """أول_من_أمس الأول_من_أمس أول_أمس أمس_الأول أمس_الاول قبل_أمس يوم_قبل_أمس أول_البارحة قبل_البارحة
        الليلة_قبل_الماضية الليلة_ما_قبل_الماضية the_day_before_yesterday day_before_yesterday
        the_night_before_last""",
    1: "غدا غد الغد يوم_غد يوم_الغد اليوم_التالي اليوم_المقبل اليوم_القادم tomorrow",
    2: """بعد_غد بعد_الغد يوم_بعد_غد بعد_يوم_غد اليوم_الذي_بعد_الغد the_day_after_tomorrow day_after_tomorrow""",
}
NEAR_DAYS = Phrases({phrase: days for days, line in _NEAR_DAYS.items() for phrase in folded(line)})

PARTS_OF_DAY = frozenset(
    folded(
        """صباح مساء ظهر ظهيرة فجر ليل ليلة عصر ضحى عشية صبيحة
        morning evening afternoon night noon dawn overnight early late"""
    )
)
AFTER_DAY = frozenset(folded("صباحا مساء ظهرا فجرا ليلا عصرا الصباح المساء morning evening afternoon night"))

# ---------- before and after ----------

_TURNS = {
    -1: """ماضي ماضية ماض سابق سابقة منصرم منصرمة فائت فائتة أخير أخيرة ماضيين ماضيتين أخيرين منصرمين
        last previous past recent""",
    0: "حالي حالية جاري جارية جار راهن راهنة this current",
    1: """قادم قادمة مقبل مقبلة تالي تالية آتي آتية قادمين مقبلين مقبلتين قادمتين
        next coming upcoming following""",
}
TURNS = {word: turn for turn, line in _TURNS.items() for word in folded(line)}
THIS = frozenset(folded("هذا هذه this"))
LAST_OF = frozenset(folded("آخر أخير أخيرة last final"))
FEW_OF_THEM = frozenset(folded("قليلة القليلة عدة few several"))

# ---------- parts of a month or year ----------

_PARTS = {
    "first_day": "بداية بدايات مطلع مستهل غرة beginning start",
    "first_third": "أوائل early",
    "middle": "منتصف نصف أواسط وسط mid middle",
    "last_third": "أواخر late",
    "last_day": "نهاية نهايات ختام انقضاء أواخر_نهاية end close",
}
PARTS = {word: part for part, line in _PARTS.items() for word in folded(line)}

SEASONS = {
    word: months
    for months, line in (
        ((3, 6), "ربيع spring"),
        ((6, 9), "صيف summer"),
        ((9, 12), "خريف autumn fall"),
        ((12, 15), "شتاء winter"),
    )
    for word in folded(line)
}

DECADES = {
    word: tens
    for tens, line in (
        (20, "عشرينيات عشرينات twenties"),
        (30, "ثلاثينيات ثلاثينات thirties"),
        (40, "أربعينيات أربعينات forties"),
        (50, "خمسينيات خمسينات fifties"),
        (60, "ستينيات ستينات sixties"),
        (70, "سبعينيات سبعينات seventies"),
        (80, "ثمانينيات ثمانينات eighties"),
        (90, "تسعينيات تسعينات nineties"),
    )
    for word in folded(line)
}

HOLIDAYS = Phrases(
    {
        name: day
        for day, line in (
            ((12, 25), "كريسماس الكريسماس عيد_الميلاد christmas christmas_day xmas"),
            ((12, 24), "ليلة_عيد_الميلاد christmas_eve"),
            ((1, 1), "رأس_السنة رأس_السنة_الميلادية new_year's_day"),
            ((12, 31), "ليلة_رأس_السنة new_year's_eve"),
        )
        for name in folded(line)
    }
)

# ---------- words that only surround a date ----------

IN = frozenset(folded("في خلال أثناء in on at during throughout"))
YEAR_WORDS = frozenset(folded("عام العام سنة السنة year للعام بعام لعام وعام بسنة لسنة للسنة عامي"))
# What is counted: a figure before one of these is an amount, even where it looks like a year.
COUNTED = frozenset(
    folded(
        """جندي جنديا جنود جنديين عسكري عسكريا عسكريين عنصر عنصرا عناصر مقاتل مقاتلا مقاتلين شخص شخصا أشخاص ضابط ضابطا
        قتيل قتيلا قتلى جريح جريحا جرحى مدني مدنيا مدنيين مستشار مستشارا مستشارين مدرب مدربا مدربين متعاقد متعاقدا
        متعاقدين
        متر مترا كيلومتر كيلومترا كم كلم ملم دولار دولارا دينار صاروخ صاروخا صواريخ طائرة طائرات دبابة مركبة موقع
        موقعا هجوم
        هجوما فرد فردا أفراد رجل رجلا طفل طفلا أسرة عائلة نازح نازحا لاجئ لاجئا موظف موظفا عامل عاملا إسرائيلي
        فلسطيني أمريكي
        أميركي عراقي ألف مليون مليار بالمئة بالمائة كيلوغرام طن طنا برميل ساعة يوم يوما دقيقة متظاهر سجين معتقل
        داعشي إرهابي
        troops soldiers servicemen personnel fighters people persons men women civilians advisers advisors trainers
        contractors officers members forces killed dead wounded injured miles kilometers kilometres km meters metres
        feet dollars euros rockets missiles drones bodies prisoners detainees refugees families children workers sailors
        marines percent hours days jobs homes buildings vehicles tanks aircraft barrels tons protesters militants deaths
        casualties attacks strikes times votes seats pounds"""
    )
)
