"""What one report is of another: a ladder of named tests, strictest first. In doubt, different.

| verdict | test | holds when |
|---|---|---|
| copy | known_address | one article, and the same words |
| update | same_article | one article, other words |
| update | marked_update | the headline says so ("UPDATE 1-", «محدث»), and most of it, but not all, is the other's |
| update | same_outlet | one outlet prints most of its own sentences again, later, and the event is the same |
| update | added_news | as a copy, but the later begins as the earlier and adds news (added background is none) |
| copy | same_words, contained, same_sentences | nearly all words are the other's, and nothing differs |
| translation | same_text_other_language | the same told in the same order, and nothing differs |
| variant | near_copy_differs, translation_differs | as these, but a fact differs |
| new | shared_background | many common sentences, but the shorter text's lead is its own |
| new | shared_template | short texts whose sentences are built alike, but two of their names are others |
| new | other_words | none of these |

A near copy that differs is a variant whatever its likeness, so that a changed troop figure is never hidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from posture.matching.additions import adds_news
from posture.matching.alignment import Pair, align, sharpen
from posture.matching.differences import differences
from posture.matching.disagreements import translation_differences
from posture.matching.headlines import headline_differences
from posture.matching.likeness import Likeness, likeness
from posture.matching.outlines import Outline, outline
from posture.matching.stories import Relation, Tie, days_between, relate_outlines
from posture.matching.translations import translation
from posture.matching.trimming import is_marked_update
from posture.model import Difference, Report, Verdict, VerdictKind

NEAR_WORDS = 0.5  # Jaccard similarity of the shingles
NEAR_WITHIN = 0.8  # share of the shorter one's shingles
NEAR_SENTENCES = 0.72  # share of the shorter one's tokens in aligned sentences, figures and names changed or not
NEAR_UPDATE = 0.55  # the same for texts that are known to be one outlet's
_SHORT = 60  # tokens of a brief: what it shares with another may be the way such news is told
_OTHER_NAMES = 2  # names changed in a brief, from which it is told of others
_REWRITTEN = 0.2  # of an article's words that its next text has: with fewer, what it tells of was asked anew
_LATEST_UPDATE = 3  # days after which one outlet's like text is next week's, not an update

# A difference in one of these makes it another event; another figure or speaker may be a report of the same one.
_OTHER_EVENT = frozenset({"day", "hour", "place", "base", "actor", "polarity", "event"})
_NAMED = frozenset({"place", "base", "actor", "speaker"})
# A near copy that differs says more of a text than the same text in another language, which may hide the difference.
_RANK = {"copy": 0, "update": 1, "near_copy_differs": 2, "translation": 3, "variant": 4, "new": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What one report is of another, and why."""

    verdict: VerdictKind
    test: str
    likeness: float  # Jaccard similarity of the shingles; for a translation, what stands in the same place in both
    containment: float  # share of the shorter one's shingles
    same_story: bool
    story_likeness: float
    relation: Relation
    differences: tuple[Difference, ...] = ()
    shared: tuple[str, ...] = ()  # what ties the two, for a person to read, most telling first
    apart: tuple[str, ...] = ()  # what keeps them apart as stories

    @property
    def copy_likeness(self) -> float:
        """How much of the shorter text is the other's, between 0 and 1."""
        return max(self.likeness, self.containment)


def compare(a: Report, b: Report) -> Comparison:
    """What report `b` is of report `a`."""
    return compare_outlines(outline(a), outline(b))


def decide(report: Report, known: Iterable[Report]) -> Verdict:
    """What a report is of those already known: the strictest verdict, then the nearest text."""
    return decide_outlines(outline(report), map(outline, known))


def decide_outlines(report: Outline, known: Iterable[Outline]) -> Verdict:
    """The same for reports already read into tokens."""
    found = min((verdict_of(other, report) for other in known), key=_rank, default=None)
    if found is None or (found.verdict == "new" and found.likeness == found.containment == 0.0):
        return Verdict(verdict="new", test="other_words")
    return found


def _rank(found: Verdict) -> tuple[int, float]:
    # an article's own earlier text comes before a copy elsewhere: it is the closer kin
    own = found.test in {"same_article", "known_address"}
    return (-1 if own else _RANK.get(found.test, _RANK[found.verdict]), -max(found.likeness, found.containment))


def verdict_of(known: Outline, report: Outline) -> Verdict:
    """What a report is of one other, without asking for the event they tell of where the words alone decide."""
    if _crossed(known, report):
        if not translation(known, report).holds:
            return _verdict(known, ("new", "other_words"), (0.0, 0.0), ())
        found = compare_outlines(known, report)
        return _verdict(known, (found.verdict, found.test), (found.likeness, 0.0), found.differences)
    like = likeness(known, report)
    verdict, test, differ = _judge_words(known, report, like)
    return _verdict(known, (verdict, test), (like.jaccard, like.containment), differ)


def _verdict(
    known: Outline, decided: tuple[VerdictKind, str], like: tuple[float, float], differ: tuple[Difference, ...]
) -> Verdict:
    return Verdict(
        verdict=decided[0],
        test=decided[1],
        of=known.report.key,
        likeness=like[0],
        containment=like[1],
        differences=differ,
    )


def compare_outlines(a: Outline, b: Outline) -> Comparison:
    """The same for reports already read into tokens."""
    tie = relate_outlines(a, b)
    if _crossed(a, b):
        return _across(a, b, tie)
    return _within(a, b, tie, likeness(a, b))


def _crossed(a: Outline, b: Outline) -> bool:
    return a.language != b.language and {a.language, b.language} <= {"ar", "en", "fa", "ckb"}


def compare_words(a: Outline, b: Outline) -> tuple[VerdictKind, str, tuple[Difference, ...]]:
    """Verdict, test and differing fields of two texts of one language, without asking for the event they tell of.

    Outlines read the quick way will do.
    """
    return _judge_words(a, b, likeness(a, b))


def _within(a: Outline, b: Outline, tie: Tie, like: Likeness) -> Comparison:
    verdict, test, found = _judge_words(a, b, like)
    return _comparison((verdict, test), like, tie, found)


def _judge_words(a: Outline, b: Outline, like: Likeness) -> tuple[VerdictKind, str, tuple[Difference, ...]]:
    near = like.jaccard >= NEAR_WORDS or like.containment >= NEAR_WITHIN or like.coverage >= NEAR_SENTENCES
    found = _found(a, b, like) if near or like.coverage >= NEAR_UPDATE else ()
    update = _update_test(a, b, like, found)
    if update:
        return (*update, found)
    if near and _is_template(a, b, like, found):
        return "new", "shared_template", ()
    if not near or not (like.lead or like.jaccard >= NEAR_WITHIN):
        return "new", "shared_background" if near else "other_words", ()
    if found:
        return "variant", "near_copy_differs", found
    if adds_news(a, b, like):
        return "update", "added_news", ()
    return "copy", _copy_test(like), ()


def _found(a: Outline, b: Outline, like: Likeness) -> tuple[Difference, ...]:
    """What the sentences that stand for each other disagree in, and the headlines, which may be worded anew."""
    titles = _titles(a, b)
    return differences(a, b, (*titles, *like.pairs)) or (() if titles else headline_differences(a, b))


def _is_template(a: Outline, b: Outline, like: Likeness, found: tuple[Difference, ...]) -> bool:
    """Whether two short texts share no more than the turns of their trade: who does it and where are both others."""
    if like.jaccard >= NEAR_WORDS or like.containment >= NEAR_WITHIN or min(a.size, b.size) > _SHORT:
        return False
    return sum(difference.field in _NAMED for difference in found) >= _OTHER_NAMES


def _copy_test(like: Likeness) -> str:
    if like.jaccard >= NEAR_WORDS:
        return "same_words"
    return "contained" if like.containment >= NEAR_WITHIN else "same_sentences"


def _titles(a: Outline, b: Outline) -> tuple[Pair, ...]:
    """Two headlines are read against each other only when they are one headline."""
    return tuple(sharpen(pair, a.language) for pair in align((a.title,), (b.title,))) if a.title and b.title else ()


def _update_test(
    a: Outline, b: Outline, like: Likeness, found: tuple[Difference, ...]
) -> tuple[VerdictKind, str] | None:
    same_words = like.jaccard == 1.0 and not found and (not _article(a) or _title_keys(a) == _title_keys(b))
    if _article(a) and _article(a) == _article(b):
        return ("copy", "known_address") if same_words else ("update", "same_article")
    if same_words or like.coverage < NEAR_UPDATE:
        return None
    marked = {is_marked_update(each.report.version.title) for each in (a, b)} == {True, False}
    if (
        marked
        and not {difference.field for difference in found} & {"place", "base"}
        and (found or not _all_told(b, like))
    ):
        return "update", "marked_update"
    outlet = a.report.version.outlet
    if not outlet or outlet != b.report.version.outlet or (like.containment == 1.0 and not found):
        return None
    one_event = not {difference.field for difference in found} & (_OTHER_EVENT - {"polarity"})
    return ("update", "same_outlet") if one_event and days_between(a.report, b.report) <= _LATEST_UPDATE else None


def _title_keys(side: Outline) -> tuple[str, ...]:
    return side.title.keys if side.title else ()


def _all_told(later: Outline, like: Likeness) -> bool:
    """Whether every sentence of the later text stands in the earlier: it is marked as new, and tells nothing new."""
    return {sentence.text for sentence in later.body} <= {pair.b.text for pair in like.pairs}


def _article(side: Outline) -> str | None:
    return side.report.article or side.report.version.url


def _across(a: Outline, b: Outline, tie: Tie) -> Comparison:
    alike = translation(a, b)
    if not alike.holds or tie.relation == "none":
        return _comparison(("new", "other_words"), Likeness(0.0, 0.0, 0.0, lead=False, pairs=()), tie, ())
    like = Likeness(alike.likeness, 0.0, 0.0, lead=True, pairs=())
    found = translation_differences(alike)
    if found:
        return _comparison(("variant", "translation_differs"), like, tie, found)
    return _comparison(("translation", "same_text_other_language"), like, tie, ())


def _comparison(
    decided: tuple[VerdictKind, str], like: Likeness, tie: Tie, found: tuple[Difference, ...]
) -> Comparison:
    verdict, test = decided
    rewritten = verdict == "update" and max(like.copied, like.coverage) < _REWRITTEN
    same, story = _story("new" if rewritten else verdict, tie, found)
    return Comparison(
        verdict=verdict,
        test=test,
        likeness=like.jaccard,
        containment=like.containment,
        same_story=same,
        story_likeness=story,
        relation="same" if same else "related" if tie.relation != "none" or verdict != "new" else "none",
        differences=found,
        shared=tie.shared,
        apart=tie.apart,
    )


def _story(verdict: VerdictKind, tie: Tie, found: tuple[Difference, ...]) -> tuple[bool, float]:
    """One text is one event; but a near copy about another day or base tells of another."""
    if verdict == "new":
        return tie.relation == "same", tie.likeness
    if verdict != "update" and {difference.field for difference in found} & _OTHER_EVENT:
        return False, min(tie.likeness, 0.4)
    return True, max(tie.likeness, 0.95)
