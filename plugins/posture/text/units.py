"""Units of time and the words for percent, in every case: شهران, أشهر, "per cent"."""

from __future__ import annotations

from dataclasses import dataclass

from posture.text.tokens import Phrases
from posture.text.words import folded

SECOND, MINUTE, HOUR, DAY = 1, 60, 3_600, 86_400
WEEK, MONTH, YEAR = 7 * DAY, 30 * DAY, 365 * DAY


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time: its name and its seconds (a month is 30 days, a year 365)."""

    name: str
    seconds: int


UNITS = {
    name: Unit(name, seconds)
    for name, seconds in (
        ("second", SECOND), ("minute", MINUTE), ("hour", HOUR), ("day", DAY), ("week", WEEK), ("month", MONTH),
        ("fortnight", 2 * WEEK), ("quarter", 3 * MONTH), ("year", YEAR), ("decade", 10 * YEAR), ("century", 100 * YEAR),
    )
}  # fmt: skip

_SINGULAR_OR_COUNTED = {
    "second": "ثانية ثواني ثوان second seconds sec secs لحظة لحظات",
    "minute": "دقيقة دقائق minute minutes min mins",
    "hour": "ساعة ساعات hour hours hr hrs",
    "day": "يوم يوما أيام day days نهار",
    "week": "أسبوع أسبوعا أسابيع week weeks",
    "fortnight": "fortnight fortnights",
    "month": "شهر شهرا أشهر شهور month months",
    "year": "عام عاما أعوام سنة سنوات سنين year years yr yrs",
    "decade": "عقد عقدا عقود decade decades",
    "century": "قرن قرنا قرون century centuries",
}
_DUAL = {
    "second": "ثانيتان ثانيتين ثانيتا ثانيتي",
    "minute": "دقيقتان دقيقتين دقيقتا دقيقتي",
    "hour": "ساعتان ساعتين ساعتا ساعتي",
    "day": "يومان يومين",
    "week": "أسبوعان أسبوعين",
    "month": "شهران شهرين",
    "year": "عامان عامين سنتان سنتين سنتا سنتي",
    "decade": "عقدان عقدين",
    "century": "قرنان قرنين",
}


def _units(table: dict[str, str]) -> dict[str, Unit]:
    return {word: UNITS[name] for name, line in table.items() for word in folded(line)}


TIME_UNITS = _units(_SINGULAR_OR_COUNTED)
DUAL_UNITS = _units(_DUAL)
PLURAL_UNITS = {
    word: unit
    for word, unit in TIME_UNITS.items()
    if word in folded("ثواني ثوان دقائق ساعات أيام أسابيع أشهر شهور أعوام سنوات سنين عقود")
    or (word.isascii() and word.endswith("s"))
}

PERCENT = Phrases(
    dict.fromkeys(
        (
            "%",
            *folded(
                """بالمئة بالمائة بالمية في_المئة في_المائة في_المية بـالمئة نقطة_مئوية نقاط_مئوية
                percent per_cent pct percentage_points percentage_point"""
            ),
        ),
        "percent",
    )
)
