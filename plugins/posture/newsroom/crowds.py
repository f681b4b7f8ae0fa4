"""A press of many outlets, for measuring: as many as wanted, all of them well-behaved."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle, islice

from posture.errors import Misconfigured
from posture.newsroom.press import Article, Feed, Outlet, Press, read_press

FIRST, LAST = 11, 254  # parts of a loopback address that outlets may have


def crowd(count: int, *, each: int = 10) -> Press:
    """`count` outlets, at most 244, with `each` articles printed in turn from the sample press."""
    if not 0 < count <= LAST - FIRST + 1:
        raise Misconfigured(f"{count} outlets", item="crowd", remedy=f"ask for 1 to {LAST - FIRST + 1}")
    texts = cycle(article for article in read_press().articles.values() if article.gone is None)
    outlets = [_outlet(number) for number in range(FIRST, FIRST + count)]
    articles = [_printed(article, outlet, nth) for outlet in outlets for nth, article in enumerate(islice(texts, each))]
    return Press({outlet.id: outlet for outlet in outlets}, {article.id: article for article in articles})


def _outlet(number: int) -> Outlet:
    name = f"crowd_{number:03}"
    return Outlet(
        id=name,
        number=number,
        name_ar=f"صحيفة {number}",
        name_en=f"Gazette {number}",
        language="ar",
        country="IQ",
        ownership="private",
        family=name,
        feed=Feed(path="/rss.xml", texts="full"),
    )


def _printed(article: Article, outlet: Outlet, nth: int) -> Article:
    return replace(article, id=f"{outlet.id}-{nth}", outlet=outlet.id, twin=None)
