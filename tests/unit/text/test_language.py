"""Language: Arabic, English, Sorani and Persian told apart; where a text changes its language."""

from __future__ import annotations

import pytest

from posture.text.language import language_of, passages

LANGUAGES = {
    "Arabic agency text": ("أعلنت وزارة الدفاع العراقية انسحاب القوات من القاعدة", "ar"),
    "Arabic headline with a Latin word": ("Reuters: بغداد وواشنطن تتفقان على الجدول الزمني", "ar"),
    "Arabic that names a Persian place with its letter": ("وصل الوفد إلى پنجوين صباح اليوم بعد الاجتماع", "ar"),
    "English agency text": ("The coalition said its mission in Iraq will end by September.", "en"),
    "a short English headline": ("Baghdad, Washington resume talks", "en"),
    "Sorani": ("سوپای ئەمریکا لە بنکەی عەین ئەسەد کشایەوە و هێزەکانی گەڕانەوە", "ckb"),
    "Persian": ("نیروهای آمریکایی از پایگاه عین الاسد خارج شدند و این روند ادامه دارد", "fa"),
    "Persian typed on an Arabic keyboard": ("اين نيروها از عراق خارج شدند و بايد گفت كه پس از آن تا سال بعد", "fa"),
    "French is none of ours": (
        "Les forces américaines quittent la base après des années de présence dans le pays voisin",
        "und",
    ),
    "figures alone": ("2500 - 900", "und"),
    "nothing": ("", "und"),
}


@pytest.mark.parametrize(("text", "expected"), LANGUAGES.values(), ids=LANGUAGES)
def test_language_of(text: str, expected: str) -> None:
    assert language_of(text) == expected


def test_passages_follow_the_change_of_language() -> None:
    text = "غادرت القوات القاعدة.\nA US soldier stands guard at the base in 2011.\nواشنطن – قال Pentagon إن العدد 2500."
    found = [(passage.span.of(text).split()[0], passage.language, passage.mixed) for passage in passages(text)]
    assert found == [("غادرت", "ar", False), ("A", "en", False), ("واشنطن", "ar", True)]
