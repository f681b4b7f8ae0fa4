"""The sample press: a small press of our own on loopback, for the demo, tests and benchmarks.

Invented outlets, Arabic and English, report six days: 25 to 30 January 2024. Every text was written for this
project; nothing here is journalism. The one exception is marked in its story file: an outlet that republishes an
article of the seed corpus under a new headline, read from `seeds/corpus/` at run time.

How it is laid out
    outlets.yml       who prints: names, owner, family, the form of their feed and pages, and their faults
    stories/*.yml     what they print: one file per story, each article with its text, edits and hour
    background.yml    paragraphs that agencies repeat under many stories
    expected.yml      what a careful analyst expects of each article, written from the texts alone
    templates/        one file per make of page and per kind of feed
    press.py          the values, and reading them from the files above
    feeds.py          feeds, sitemaps and list pages as bytes
    pages.py          article pages and front pages as bytes
    faults.py         misbehaviour, each kind under a name
    answering.py      request in, answer out: no socket
    serving.py        sockets, threads, the press clock and the log
    listing.py        the outlets as entries of a sources file

What can be relied on
    The press clock decides what is visible: all that was published by then, with the edits made by then.
    The same clock gives the same bytes. Faults that count requests count them per outlet and path, from the start.
    Each outlet has its own loopback address, so that politeness per host is real; all share one port.

>>> with Newsroom.running() as press:                            # doctest: +SKIP
...     press.address("rafidain")
'http://127.0.1.11:40123'
"""

from __future__ import annotations

from posture.newsroom.listing import sources, write_sources
from posture.newsroom.press import END, START, read_press
from posture.newsroom.serving import Newsroom

__all__ = ["END", "START", "Newsroom", "read_press", "sources", "write_sources"]
