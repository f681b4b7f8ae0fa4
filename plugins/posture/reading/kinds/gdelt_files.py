"""GDELT's 15-minute files: the list of them, and the Global Knowledge Graph 2.1 that they hold.

A second net: what outlets published about Iraq, as GDELT saw it. Its time is when GDELT first saw a page.
"""

from __future__ import annotations

import re

from posture.reading.kinds.entries import Answer, Basket, Entries

LISTED = re.compile(r"^\d+ [0-9a-f]{32} (https?://\S+)$", re.MULTILINE)
MIRROR = "https://storage.googleapis.com/data.gdeltproject.org/"  # not throttled, and secure
COLUMNS = 27
# Columns of the GKG 2.1 codebook.
SOURCE_NAME, ADDRESS, LOCATIONS, EXTRAS = 3, 4, 9, 26
IRAQ = "#IZ#"  # FIPS code, in the third field of a location
PAGE_TITLE = re.compile(r"<PAGE_TITLE>((?:(?!<PAGE_TITLE>).)*?)</PAGE_TITLE>", re.DOTALL)


def read(answer: Answer) -> Entries:
    """The files that a list names as `further`, or the entries of such a file that are located in Iraq."""
    files = LISTED.findall(answer.text[:1_000_000])
    if files:
        graphs = [re.sub(r"^https?://data\.gdeltproject\.org/", MIRROR, file) for file in files if ".gkg." in file]
        return Entries(further=tuple(graphs), problem=None if graphs else "the list names no .gkg. file")
    basket = Basket(answer)
    rows = 0
    for line in answer.text.split("\n"):
        columns = line.split("\t")
        if len(columns) != COLUMNS:
            continue
        rows += 1
        if IRAQ in columns[LOCATIONS]:
            title = PAGE_TITLE.search(columns[EXTRAS])
            basket.add(
                columns[ADDRESS],
                title=title[1] if title else "",
                publisher=answer.link(f"https://{columns[SOURCE_NAME]}/"),
            )
    return basket.entries(problem=_problem(answer.text, rows))


def _problem(text: str, rows: int) -> str | None:
    if not rows:
        return f"neither a list of files nor GKG: {text.strip()[:40]!r}"
    last = text.rstrip("\r\n").rpartition("\n")[2]
    return None if len(last.split("\t")) == COLUMNS else "the file ends within a row; fetch it again"
