"""The daily digest: what is new at one glance, did a figure change, and who says so."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from posture.reporting.charts import describe_levels, draw_levels
from posture.reporting.facts import BOOK_OUTCOMES, DigestData
from posture.reporting.glance import glance, quiet_lines, spread
from posture.reporting.messages import Image, Message, RecipientList
from posture.reporting.rendering import render
from posture.reporting.wording import Labels, Telling, Words

# Told in full; the rest of a crowded day is listed by headline, so that mail clients do not cut the letter off.
STORIES_IN_FULL = 12
_LIGHT, _DARK = "levels-light@posture", "levels-dark@posture"


def compose_digest(
    data: DigestData, *, language: Telling, recipient_list: RecipientList, labels: Labels, now: datetime
) -> Message:
    """One day's digest for one list. The same day, list and data give the same message."""
    words = Words(language=language, labels=labels)
    images = () if data.quiet else _chart(data, words)
    values = {
        "data": data,
        "list": recipient_list,
        "chart": bool(images),
        "chart_alt": describe_levels(data.points, words=words),
        "cid_light": _LIGHT,
        "cid_dark": _DARK,
        "quoted": {change.after.claim_id for change in data.changes},  # at the top, so not again in the picture
        "glance": glance(data, words),
        "spread": partial(spread, words=words),
        "quiet_lines": quiet_lines(data, words),
        "full": data.stories[:STORIES_IN_FULL],
        "brief": data.stories[STORIES_IN_FULL:],
        "outcomes": [name for name in BOOK_OUTCOMES if any(book.counts.get(name) for book in data.books)],
    }
    subject, text, html = render("digest", words=words, values=values)
    return Message(
        key=f"digest-{data.day.isoformat()}-{recipient_list.id}",
        subject=subject,
        text=text,
        html=html,
        language=language,
        date=now,
        list_id=recipient_list.id,
        unsubscribe=recipient_list.unsubscribe,
        images=images,
    )


def _chart(data: DigestData, words: Words) -> tuple[Image, ...]:
    """The chart on light and on dark paper; the mail client shows the one that fits."""
    light = draw_levels(data.points, words=words)
    dark = draw_levels(data.points, words=words, dark=True)
    if light is None or dark is None:
        return ()
    return Image(cid=_LIGHT, png=light), Image(cid=_DARK, png=dark)
