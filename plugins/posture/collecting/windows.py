"""A window of the past: which lists reach back to it, and what GDELT's files of a day are called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from posture.errors import Misconfigured
from posture.model import FeedItem

BAGHDAD = ZoneInfo("Asia/Baghdad")
# GDELT 2.0 began then; before, there are no files to ask for.
GDELT_BEGAN = datetime(2015, 2, 19, tzinfo=UTC)
GDELT_EVERY = timedelta(minutes=15)
NEWEST = re.compile(r"(?P<folder>https?://\S+/)lastupdate(?P<stream>-translation)?\.txt")
STAMP = re.compile(r"/(\d{14})\.[^/]*$")
# The month in the name of a part, as archives name theirs: sitemap-2024-01.xml, /2024/1/sitemap.xml, post-202401.xml.
MONTH = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-_/.]?(?P<month>0?[1-9]|1[0-2])(?!\d{3})")


def bounds_of(first: date, last: date) -> tuple[datetime, datetime]:
    """The moments at which a window of days begins and ends in Baghdad, the end exclusive."""
    return (
        datetime.combine(first, time(0), BAGHDAD).astimezone(UTC),
        datetime.combine(last + timedelta(days=1), time(0), BAGHDAD).astimezone(UTC),
    )


def gdelt_files(address: str, since: datetime, until: datetime) -> tuple[str, ...]:
    """The addresses of GDELT's files from a moment to another, oldest first: 96 a day.

    `address` is that of the list of newest files, which says where they lie and whether they are those of the
    translated press. Raises Misconfigured when it is another.

    >>> day = datetime(2024, 1, 25, tzinfo=UTC)
    >>> gdelt_files("https://a.example/gdeltv2/lastupdate-translation.txt", day, day + GDELT_EVERY)
    ('https://a.example/gdeltv2/20240125000000.translation.gkg.csv.zip',)
    """
    found = NEWEST.fullmatch(address)
    if found is None:
        raise Misconfigured(
            "is no list of GDELT's newest files",
            item=address,
            remedy="give the address that ends in lastupdate.txt or lastupdate-translation.txt",
        )
    ending = f"{'.translation' if found['stream'] else ''}.gkg.csv.zip"
    since = max(since, GDELT_BEGAN).astimezone(UTC)
    moment = since + (datetime.min.replace(tzinfo=UTC) - since) % GDELT_EVERY
    names = []
    while moment < until:
        names.append(f"{found['folder']}{moment:%Y%m%d%H%M%S}{ending}")
        moment += GDELT_EVERY
    return tuple(names)


def moment_of(file: str) -> datetime:
    """The moment in the name of one of GDELT's files. Raises Misconfigured when there is none.

    >>> moment_of("https://a.example/gdeltv2/20240125001500.gkg.csv.zip").isoformat()
    '2024-01-25T00:15:00+00:00'
    """
    found = STAMP.search(file)
    if found is None:
        raise Misconfigured(
            "has no moment in its name", item=file, remedy="give a file such as 20240125001500.gkg.csv.zip"
        )
    return datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC)


def nearest(parts: Iterable[str], first: date, last: date) -> tuple[str, ...]:
    """Parts of a list, those first that may hold a window: named after its months, then unnamed, then of others.

    Among equals their order stays.
    """
    window = range(_number(first.year, first.month), _number(last.year, last.month) + 1)
    return tuple(sorted(parts, key=lambda part: _rank(part, window)))


def _rank(part: str, window: range) -> int:
    named = [_number(int(found["year"]), int(found["month"])) for found in MONTH.finditer(part)]
    if not named:
        return 1
    return 0 if any(number in window for number in named) else 2


def _number(year: int, month: int) -> int:
    return year * 12 + month


def is_within(item: FeedItem, first: date, last: date) -> bool:
    """Whether a list dates an entry within a window.

    A sitemap says only when a page changed: that day is no publication, but the page is worth a look for its own.
    """
    when = item.published or item.modified
    return when is not None and first <= when.day <= last
