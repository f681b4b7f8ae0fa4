"""Whether the words around a date speak of what was or of what is to come.

"Thursday" in "said on Thursday" is past and in "will begin on Thursday" to come; so is a month without a year. The
nearest verb of the sentence decides, the one before the date when two stand equally near.
"""

from __future__ import annotations

import re
from typing import Literal

from posture.text.tokens import Tokens
from posture.text.words import folded, words

Tense = Literal["past", "future"]

_REACH = 14  # words to either side: about a clause

_ARABIC_FUTURE = frozenset(
    folded(
        """سوف لن مقرر المقرر متوقع المتوقع مرتقب المرتقب مزمع المزمع يعتزم تعتزم يخطط تخطط خطط ينوي تنوي بحلول يفترض
        المفترض مهلة موعد يتوقع تتوقع وشيك تمهيدا يبدأ تبدأ تنطلق ينطلق يزور تزور تنتهي ينتهي تستأنف
        يستأنف يغادر تغادر يلتقي ستكون سيكون سيتم ستتم إنهاء لإنهاء لسحب لبدء لعقد"""
    )
)
_ARABIC_PAST = frozenset(
    folded(
        """قال قالت قالوا أعلن أعلنت أعلنا أكد أكدت ذكر ذكرت أضاف أضافت أوضح أوضحت أشار أشارت نفى نفت كشف كشفت أفاد
        أفادت
        وصل وصلت وصلوا غادر غادرت غادروا التقى التقت بحث بحثت عقد عقدت شن شنت قتل قتلت قتلوا أصيب أصيبت تعرض تعرضت
        استهدف
        استهدفت انطلق انطلقت بدأ بدأت جرى جرت وقع وقعت اتفق اتفقت وافق وافقت صوت صوتت أقر أقرت كان كانت كانوا تم
        تمت لم قد شهد
        شهدت زار زارت دعا دعت طالب طالبت أطلق أطلقت أسقط أسقطت سقط سقطت هاجم هاجمت نفذ نفذت اغتال اغتالت استأنف استأنفت
        استؤنفت اتهم اتهمت حذر حذرت هدد هددت رفض رفضت نشر نشرت أرسل أرسلت سحب سحبت انسحب انسحبت خفض خفضت تسلم تسلمت
        سلم سلمت
        انتهى انتهت أنهى أنهت تولى تولت عاد عادت اعتبر غزا غزت احتل سيطر سيطرت أسفر أسفرت أدى أدت شكل تشكل توصل
        توصلت أبلغ
        أبلغت صرح صرحت نقل نقلت أجرى أجرت استقبل استقبلت حضر حضرت دخل دخلت خرج خرجت بلغ بلغت ارتفع انخفض تراجع فقد
        لقي توفي
        افتتح افتتحت اجتمع اجتمعوا احتفل احتفلت أشاد أشادت ناقش ناقشت تبادل استعرض ترأس شارك شاركت درب
        هبط هبطت حلق حلقت انفجر انفجرت اعتقل اعتقلت قصف قصفت أحبط ضبط تفقد سجل سجلت بقي ظل استمر استمرت أصدر أصدرت
        شدد شددت بين
        لفت أنفق أنفقت تقلص حكم حكمت اندلع اندلعت خاض خسر فاز أخلى أخلت نقل عين أعاد أعادت تلقى تلقت وجه وجهت أقام
        أغلق أغلقت دمر دمرت ردت رد كتب كتبت ادعى زعم زعمت تبنى تبنت أعلنه منذ"""
    )
)
_ARABIC_WILL = re.compile(r"[وف]?س[يتنا]\w{3,}")
_NO_VERB = re.compile(r"[وف]?س(?:يا|يد|ين|تر|نو|نه|يط|يم|اع|اب|اح|ان|اب|ام|اد|اس|ار|تة|ته|تين|توك|يف|يل|يو|ير)\w*")
_PAST_FEMININE = re.compile(r"[وف]?(?!ال|[تيسل])\w{3,}[^ا\W]ت")
_NO_PAST = frozenset(
    folded("وقت بيت تحت بنت كويت الكويت موت صوت تكريت بيروت سبت توقيت تثبيت تصويت إنترنت فوت ليست خمست حيث انت")
)
_ENGLISH_FUTURE = words(
    """will would shall won't expected expects scheduled due set plans plan planned planning intends intend upcoming
    slated poised aims aim vowed going hopes begin begins start starts end ends expire expires resume resumes must
    should may might deadline pledged"""
)
_ENGLISH_PAST = words(
    """said told was were had did been began fell rose held took came went left struck hit killed shot sent won made
    gave spoke wrote saw found became met fought drew withdrew led saying put kept lost grew shot brought broke sought
    since ago has have"""
)
_NO_PARTICIPLE = words("united armed based need indeed speed hundred red bed feed seed led allied islamed so-called")
_TO_VERBS = words(
    """begin start meet visit resume hold end leave withdraw discuss travel arrive open close complete hand host sign
    vote conclude be continue pull send reduce"""
)
_STOPS = {".", "?", "!", "؟", "…"}


def tense_near(tokens: Tokens, at: int, end: int) -> Tense | None:
    """The tense of the verb nearest to the words from `at` to `end` within their sentence, None when none is seen."""
    before, after = at - 1, end
    for _ in range(_REACH):
        for place in (before, after):
            tense = _tense(tokens, place)
            if tense is not None:
                return tense
        before = before - 1 if _goes_on(tokens, before) else -1
        after = after + 1 if _goes_on(tokens, after) else len(tokens)
    return None


def _goes_on(tokens: Tokens, at: int) -> bool:
    return 0 <= at < len(tokens) and tokens.kind(at) != "break" and tokens.text(at) not in _STOPS


def _tense(tokens: Tokens, at: int) -> Tense | None:
    if tokens.kind(at) != "word":
        return None
    word = tokens.text(at)
    return _english(tokens, at, word) if word[0] < "\u0600" else _arabic(word)


def _arabic(word: str) -> Tense | None:
    bare = word[1:] if word[0] in "وف" and len(word) > 3 else word
    if word in _ARABIC_FUTURE or bare in _ARABIC_FUTURE:
        return "future"
    if word in _ARABIC_PAST or bare in _ARABIC_PAST:
        return "past"
    if _ARABIC_WILL.fullmatch(word) and not _NO_VERB.fullmatch(word):
        return "future"
    if _PAST_FEMININE.fullmatch(word) and bare not in _NO_PAST and word not in _NO_PAST:
        return "past"
    return None


def _english(tokens: Tokens, at: int, word: str) -> Tense | None:
    if word in _ENGLISH_FUTURE or word.endswith("'ll"):
        return "future"
    if word in _TO_VERBS and tokens.text(at - 1) == "to":
        return "future"
    if tokens.text(at - 1) in {"be", "to", "being", "are", "is"}:  # "will be held": the verb before decides
        return None
    if word in _ENGLISH_PAST or (word.endswith("ed") and len(word) > 4 and word not in _NO_PARTICIPLE):
        return "past"
    return None
