"""Whether the later of two texts is the earlier one with news added, or merely with background added.

An added sentence is news when it says that it came later, or when someone says it or it tells of these days and it has
figures, days or names that the earlier text has not. What looks back further than a month ("since 2014") is background,
and so is what stands before the earlier text's first sentence: there the text was taken into another.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from posture.matching.days import day_of, moments_of, reading_day
from posture.matching.facts import sentence_facts
from posture.matching.likeness import Likeness
from posture.matching.outlines import Outline, Sentence
from posture.model import Claim
from posture.text.folding import fold

_LONGER = 1.25  # times the tokens of the earlier text
_NEW_FACTS = 2  # in all added sentences; one alone may be a byline's day
_RECENT = timedelta(days=31)
_HARD = ("figure:", "date:", "day:", "round:", "entity:", "time:")
_LATER = frozenset(fold("later afterwards subsequently لاحق لاحقا").text.split())
_NUMBER = frozenset(fold("number figure total العدد عدد عددهم الرقم رقم").text.split())
_MANY = 100  # soldiers: smaller numbers count other things
_SPEECH = frozenset({"say", "announce", "warn", "deny", "accuse", "threaten"})


def adds_news(earlier: Outline, later: Outline, like: Likeness) -> bool:
    """Whether the later text begins as the earlier one and goes on with facts of its own."""
    before, after = day_of(earlier.report), day_of(later.report)
    if (before and after and after < before) or not _begin_alike(later, like):
        return False
    taken = {id(pair.b) for pair in like.pairs} | {pair.b.text for pair in like.pairs}
    added = [sentence for sentence in later.body if id(sentence) not in taken and sentence.text not in taken]
    if any(_happened_later(sentence) or _counts_anew(sentence, earlier, later) for sentence in added):
        return True
    if not added or later.size < _LONGER * earlier.size:
        return False
    told = {fact for sentence in earlier.all for fact in _hard_facts(sentence, earlier)}
    news = {fact for each in added if _is_news(each, earlier, later) for fact in _hard_facts(each, later)}
    return len(news - told) >= _NEW_FACTS


def _happened_later(sentence: Sentence) -> bool:
    """Whether the sentence itself says that it came after what was told before: "later", «في وقت لاحق»."""
    return any(token.word in _LATER for token in sentence.tokens) and any(
        token.concept and token.concept.kind in {"event", "act"} for token in sentence.tokens
    )


def _counts_anew(sentence: Sentence, earlier: Outline, later: Outline) -> bool:
    """Whether it gives another number of a force in one place: "others put their number at …"."""
    figures = {token.figure.value for token in sentence.tokens if token.figure and token.figure.kind == "number"}
    counts = {(claim.force, claim.place): claim.count_low for claim in _levels(earlier)}
    if any(
        counts.get((claim.force, claim.place), claim.count_low) != claim.count_low
        for claim in _levels(later)
        if claim.count_low in figures
    ):
        return True
    numbered = any(token.word in _NUMBER for token in sentence.tokens)
    return bool(counts) and numbered and bool({value for value in figures if value >= _MANY} - set(counts.values()))


def _levels(side: Outline) -> Iterator[Claim]:
    return (claim for claim in side.report.extraction.claims if claim.kind == "force_level" and claim.count_low)


def _begin_alike(later: Outline, like: Likeness) -> bool:
    return like.lead and bool(later.body) and any(pair.b.text == later.body[0].text for pair in like.pairs)


def _hard_facts(sentence: Sentence, outline: Outline) -> Iterator[str]:
    return (fact for fact in sentence_facts(sentence, outline) if fact.startswith(_HARD))


def _is_news(sentence: Sentence, earlier: Outline, later: Outline) -> bool:
    now = reading_day(later, earlier)
    days = [moment.from_ or moment.to for moment in moments_of(sentence.text, later.language, now)]
    if any(day and day < now - _RECENT for day in days):
        return False
    said = any(token.concept and token.concept.name in _SPEECH for token in sentence.tokens)
    return said or any(days)
