"""What a search or an archive can tell of articles that are not fetched."""

from __future__ import annotations

import re
from typing import Literal

from posture.collecting.outlets import Outlets, host_of
from posture.model import FeedItem, Source
from posture.text.folding import fold

Fate = Literal[
    "wanted",  # an article to be fetched
    "lead",  # a headline and an outlet, to be followed up by a person
    "passed_over",  # of an outlet that is not watched, in a file of everything: counted, not kept
]
WORDS = re.compile(r"\w+")


def fate_of(source: Source, item: FeedItem, outlets: Outlets) -> Fate:
    """What becomes of an entry of a list.

    A search's link may lead back to the search itself: such links open for a reader's browser, one at a time; asked
    for in bulk they are refused. The article is found through its outlet's own feed, and what no feed had is listed in
    `analyst.lead`. GDELT's files hold the pages of the whole world: only those of watched outlets are fetched.
    """
    leads_back = host_of(item.url) == host_of(source.address)
    if source.kind == "search_rss" and leads_back:
        return "lead"
    if source.kind == "gdelt_files" and not leads_back and outlets.of(item.url) is None:
        return "passed_over"
    return "wanted"


def headline_key(headline: str) -> str:
    """What two printings of one headline share: its words in one spelling, without marks and signs.

    >>> headline_key("«السوداني»: لا حاجةَ لقواتٍ أجنبية!")
    'السوداني لا حاجه لقوات اجنبيه'
    """
    return " ".join(WORDS.findall(fold(headline).text))
