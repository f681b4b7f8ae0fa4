"""JSON Feed 1.0 and 1.1."""

from __future__ import annotations

import json

from posture.reading.kinds.entries import Answer, Basket, Entries


def read(answer: Answer) -> Entries:
    """Every entry, in the order of the feed."""
    try:
        feed = json.loads(answer.text)
    except (ValueError, RecursionError) as error:
        return Entries(problem=f"not JSON ({error})")
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return Entries(problem="JSON, but no JSON Feed: it has no list of items")
    basket = Basket(answer)
    for item in feed["items"]:
        if not isinstance(item, dict):
            basket.skipped += 1
            continue
        basket.add(
            item.get("url") or item.get("external_url"),
            title=item.get("title"),
            summary=item.get("summary") or item.get("content_text") or item.get("content_html"),
            guid=str(item["id"]) if item.get("id") else None,
            published=answer.date(item.get("date_published")),
            modified=answer.date(item.get("date_modified")),
        )
    following = answer.link(feed.get("next_url"))
    return basket.entries(further=(following,) if following else ())
