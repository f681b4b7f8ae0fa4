"""On which day talks are held or a vote is taken, and when it is only planned."""

from __future__ import annotations

from datetime import date

import pytest

from posture.adapters.phrases import read_phrases
from posture.adapters.seeds import read_lexicon
from posture.extracting.extraction import extract
from posture.reading.texts import read_text

WEDNESDAY = date(2024, 7, 24)
MONDAY, TUESDAY, COMING_MONDAY = date(2024, 7, 22), date(2024, 7, 23), date(2024, 7, 29)


def told(text, kind):
    found = extract(read_text(text, title="", published=WEDNESDAY), read_lexicon(), read_phrases())
    return [(c.event, c.from_, c.to, c.modality) for c in found.claims if c.kind == kind]


@pytest.mark.parametrize(
    ("case", "text", "kind", "expected"),
    [
        ("a weekday of what is done lies behind",
         "Fuad Hussein met Antony Blinken in Washington on Monday over the US troops.",
         "engagement", ("meeting", MONDAY, MONDAY, "asserted")),
        ("a weekday of what is planned lies ahead",
         "Fuad Hussein will meet Antony Blinken in Washington on Monday over the US troops.",
         "engagement", ("meeting", COMING_MONDAY, COMING_MONDAY, "planned")),
        ("two weekdays are one occasion",
         "Iraqi and US officials met at the Pentagon on Monday and Tuesday over the coalition.",
         "engagement", ("meeting", MONDAY, TUESDAY, "asserted")),
        ("the day stands behind a long subject",
         "The third round of talks on the coalition, led by Fuad Hussein and Antony Blinken, wrapped up on Monday.",
         "engagement", ("round", MONDAY, MONDAY, "asserted")),
        ("a limit is not the day of the talks on it",
         "Baghdad and Washington held talks on the withdrawal of US troops by September 2026.",
         "engagement", ("talks", None, None, "asserted")),
        ("an Arabic verb in the present with a day ahead is a plan",
         "يلتقي فؤاد حسين غدا أنتوني بلينكن لبحث انسحاب القوات الأمريكية.",
         "engagement", ("meeting", date(2024, 7, 25), date(2024, 7, 25), "planned")),
        ("what one meets to vote on is planned",
         "البرلمان العراقي يعقد جلسة للتصويت على إخراج القوات الأجنبية.",
         "legal", ("vote", None, None, "planned")),
        ("what parliament approves is a plan, that it did is none",
         "Iraq's parliament on Tuesday approved a plan for the departure of foreign troops.",
         "legal", ("resolution", TUESDAY, TUESDAY, "asserted")),
        ("a year in a name dates nothing",
         "The House on Tuesday repealed the 2002 authorization for the use of military force in Iraq.",
         "legal", ("vote", TUESDAY, TUESDAY, "asserted")),
    ],
)  # fmt: skip
def test_the_day_of_an_occasion(case, text, kind, expected):
    assert expected in told(text, kind), case
