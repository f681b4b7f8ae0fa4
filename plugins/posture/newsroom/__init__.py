"""The sample press: a small press of our own on loopback, for the demo, tests and benchmarks.

Invented outlets, Arabic and English, report six days: 25 to 30 January 2024. Every text was written for this
project; nothing here is journalism. The one exception is marked in its story file: an outlet that republishes an
article of the seed corpus under a new headline, read from `seeds/corpus/` at run time.

How it is laid out
    outlets.yml       who prints: names, owner, family, the form of their feed and pages, and their faults
    stories/*.yml     what they print: one file per event or day's theme, each article with its text, edits and hour
    background.yml    paragraphs that agencies repeat under many stories
    furniture.yml     the words around an article: menus, banners, labels
    expected.yml      what a careful analyst expects of each article, written from the texts
    templates/        one file per make of page, per kind of feed, and per answer that is no news
    press.py          the values, and reading them from the files above
    feeds.py          feeds, sitemaps and list pages as bytes
    pages.py          article pages and front pages as bytes
    faults.py         misbehaviour, each kind under a name
    answering.py      request in, answer out: no socket
    handling.py       one connection
    serving.py        all addresses, the press clock, the log, and two knobs: latency and fail
    listing.py        the outlets as entries of a sources file
    expecting.py      expected.yml as values, the counts of each outlet, and how a claim is compared
    crowds.py         hundreds of outlets, for measuring

What can be relied on
    The press clock decides what is visible: all that was published by then, with the edits made by then.
    The same clock gives the same bytes. Faults that count requests count them per outlet and path, from the start.
    Each house has its own loopback address, so that politeness per host is real; all share one port.
    127.0.2.1 is a neighbour that is not of the press: an outlet redirects there, and the log tells who followed.

>>> with Newsroom.running() as press:                            # doctest: +SKIP
...     press.address("rafidain")
'http://127.0.1.11:40123'
"""

from __future__ import annotations

from posture.newsroom.listing import sources, write_sources
from posture.newsroom.press import END, START, read_press
from posture.newsroom.serving import Newsroom

__all__ = ["END", "START", "Newsroom", "read_press", "sources", "write_sources"]
