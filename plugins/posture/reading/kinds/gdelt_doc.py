"""GDELT's DOC 2.0 search, answered as JSON. It says when a page was first seen, never when it was published."""

from __future__ import annotations

import json

from posture.reading.kinds.entries import Answer, Basket, Entries


def read(answer: Answer) -> Entries:
    """Every article that was found."""
    if not answer.text.lstrip().startswith("{"):
        # A query that it does not like is answered with a sentence, and status 200.
        return Entries(problem=f"GDELT answers: {answer.text.strip()[:120]!r}")
    try:
        found = json.loads(answer.text, strict=False)
    except (ValueError, RecursionError) as error:
        return Entries(problem=f"not JSON ({error})")
    basket = Basket(answer)
    articles = found.get("articles", [])
    for article in articles if isinstance(articles, list) else []:
        if isinstance(article, dict):
            basket.add(
                article.get("url"),
                title=article.get("title"),
                publisher=answer.link(f"https://{article.get('domain')}/"),
            )
    return basket.entries()
