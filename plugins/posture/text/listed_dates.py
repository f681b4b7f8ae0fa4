"""Days and months that are listed and share what stands behind the last of them.

"7 and 8 August", «السابع والثامن من آب», "June and September 2014": the first has the month, or the year, of the last.
"""

from __future__ import annotations

from posture.text.calendars import add_months, day
from posture.text.dates import read_day_number
from posture.text.months import read_month
from posture.text.when import Context, When, in_any_year, one_day, stretch
from posture.text.years import read_year

_MOST = 4  # days or months in one list


def read_listed_day(context: Context, at: int) -> When | None:
    """A day whose month stands behind the next day of the list."""
    tokens = context.tokens
    own = read_day_number(context, at)
    if own is None or read_month(tokens, own[1] + (tokens.text(own[1]) in _OF)) is not None:
        return None
    last, end = own[0], own[1]
    for _ in range(_MOST):
        following = tokens.joined(end + (tokens.text(end) == ","))
        listed = read_day_number(context, following if following is not None else end + 1)
        if listed is None or listed[0] <= last or (following is None and tokens.text(end) != ","):
            return None
        last, end = listed[0], listed[1]
        month = read_month(tokens, end + (tokens.text(end) in _OF))
        if month is not None and month.calendar == "gregorian":
            year = read_year(tokens, month.end)
            if year is not None and not year.hijri:
                written = day(year.counted_from(context.now.year), month.number, own[0])
                return one_day(written, "day_month_year", own[2], own[1])
            return in_any_year(context, (month.number, own[0]), "day_month", own[2], own[1])
    return None


_OF = frozenset({"من", "of"})


def read_listed_month(context: Context, at: int) -> When | None:
    """A month whose year stands behind the next month of the list."""
    tokens = context.tokens
    own = read_month(tokens, at)
    if own is None or own.calendar == "hijri" or read_year(tokens, own.end) is not None:
        return None
    last, end = own.number, own.end
    for _ in range(_MOST):
        following = tokens.joined(end + (tokens.text(end) == ","))
        place = following if following is not None else end + 1
        listed = read_month(tokens, place)
        if listed is None or listed.number <= last or (following is None and tokens.text(end) != ","):
            return None
        last, end = listed.number, listed.end
        year = read_year(tokens, end)
        if year is not None and year.number is not None and not year.hijri:
            first = day(year.number, own.number, 1)
            after = first and add_months(first, 1)
            return stretch(first, after, "month", "month_year", start=own.start, end=own.end)
    return None
