"""What hangs between on the topic and off it: held for a person, not dropped, and nothing held for a word alone."""

from __future__ import annotations

from datetime import date

import pytest

from posture.adapters.seeds import read_lexicon
from posture.lexicon.mentions import mentions_of
from posture.model import Dated, Version
from posture.reading.relevance import judge


def judged(title: str, body: str, *, language: str = "en", day: date = date(2024, 3, 14)) -> str:
    version = Version(title=title, body=body, language=language, published=Dated(day=day))
    lexicon = read_lexicon()
    relevance = judge(version, mentions_of(version, lexicon), lexicon)
    return "on" if relevance.on_topic else "held" if relevance.held else "off"


@pytest.mark.parametrize(
    ("title", "body", "language", "answers"),
    [
        pytest.param(
            "Town greets its engineers",
            "Ninety soldiers of the Iowa National Guard were cheered in Ames on Monday.\nThey had built roads at "
            "bases in Iraq as part of Operation Inherent Resolve.\nThe mayor spoke of pride.\nA band played.",
            "en", {"on", "held"}, id="a homecoming with one plain sentence",
        ),
        pytest.param(
            "صاروخان على المنطقة الخضراء",
            "سقط صاروخان داخل المنطقة الخضراء وسط بغداد مساء أمس دون خسائر، بحسب مصدر أمني.",
            "ar", {"on", "held"}, id="rockets where the missions sit, nobody named",
        ),
        pytest.param(
            "كتلة نيابية: الموعد نهائي",
            "قالت الكتلة إن موعد خروج القوات الأمريكية نهاية الشهر لا رجعة فيه.\nوأضافت أن النواب يتابعون الملف.",
            "ar", {"on", "held"}, id="departure of the troops, no country named",
        ),
        pytest.param(
            "خلاف على قانون الحشد",
            "حذر ائتلاف نيابي من ترحيل قانون الحشد الشعبي إلى الدورة المقبلة.\n"
            "وتحدث عن وجود دور أمريكي في تأخير التصويت.",
            "ar", {"off"}, id="the existence of a role is no presence of troops",
        ),
        pytest.param(
            "Thirty years on, Gulf War pilots meet again",
            "Pilots who bombed Baghdad in 1991 met in Ohio on Saturday.\nThe coalition had sent half a million "
            "soldiers against the Iraqi forces in Kuwait.\nSome brought their grandchildren.",
            "en", {"off"}, id="a war long past",
        ),
    ],
)  # fmt: skip
def test_doubtful_articles(title: str, body: str, language: str, answers: set[str]) -> None:
    assert judged(title, body, language=language) in answers
