"""Is this article about the foreign military presence in Iraq, and which words say so?

Each sentence is weighed by what stands in it together: a foreign force, Iraq or a base there, and a word of coming,
staying, going, attack or talks. An article is on the topic when its headline, its lead and enough of its sentences are;
one background paragraph in a story about something else is not enough. Between the two a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from posture.lexicon.entries import Lexicon
from posture.lexicon.mentions import find_words
from posture.model import Mention, Reason, Relevance, Version, Where
from posture.reading.beside import HELD, LEAD_SENTENCES, ON, beside_the_topic
from posture.reading.hosts import is_faction, is_force, is_iraqi, is_other_host, is_sender
from posture.reading.weights import Sentence, Setting, names_base_abroad, names_iraq, weigh
from posture.text.folding import fold
from posture.text.sentences import sentences

# Shares of the score. A headline tells most, but outlets write vague ones; a lead is what the story is; the rest shows
# whether it stays so. A third of the sentences is as much as a real story has: the others are quotes and background.
_TITLE, _LEAD, _BODY = 0.3, 0.3, 0.4
_ENOUGH = 1 / 3
_READ = 40  # sentences; what comes later is background or boilerplate
_OLD = 5  # years before the article; older is a story told again
_OLD_UNDATED = 2009  # of an article without a day: before this the posture was that of the war itself
_MEANT = frozenset({"coalition", "foreign_forces"})  # in the press of the region they need no place
_YEAR = re.compile(r"(?<!\d)(19[5-9]\d|20[0-3]\d)(?!\d)")


def judge(version: Version, mentions: Sequence[Mention], lexicon: Lexicon) -> Relevance:
    """Whether an article is on the topic, with the words that say so; a borderline one is held for a person.

    `score` is 0 to 1: from 0.5 on the topic, from 0.28 held.
    """
    title = _read("title", version, mentions, lexicon)
    body = _read("body", version, mentions, lexicon)
    iraq_in_title = any(is_iraqi(mention, lexicon) for sentence in title for mention in sentence.mentions)
    about = iraq_in_title or _mostly_iraq(body[:LEAD_SENTENCES], lexicon) or _only_iraq([*title, *body], lexicon)
    names = [mention for sentence in [*title, *body] for mention in sentence.mentions]
    force = any(is_force(mention, lexicon) for mention in names)
    faction = any(is_faction(mention, lexicon) for mention in names)
    opening = [mention for part in (title, body[:LEAD_SENTENCES]) for sentence in part for mention in sentence.mentions]
    sender = any(is_sender(mention, lexicon) for mention in opening)
    setting = Setting(about, force, faction, sender)
    weights = [weigh(sentence, lexicon, setting) for sentence in body]
    over_body = Setting(_mostly_iraq(body, lexicon), force, faction)
    heads = [weigh(sentence, lexicon, over_body) for sentence in title]
    score = _score(heads, weights)
    told_again = _told_again(title, body[:LEAD_SENTENCES])
    elsewhere = _elsewhere(title, body, lexicon)
    score *= told_again * elsewhere
    if score < ON:
        if told_again == 1:
            score = max(score, beside_the_topic([*title, *body], lexicon))
        opens = (*title, *body[:LEAD_SENTENCES])
        old = any(sentence.old or sentence.topics & {"history", "culture"} for sentence in opens)
        if told_again == elsewhere == 1 and not old:
            score = max(score, _in_passing(weights))
    on_topic = score >= ON
    return Relevance(
        on_topic=on_topic,
        held=not on_topic and score >= HELD,
        score=round(score, 2),
        because=tuple(_reasons([*title, *body], lexicon, setting)),
    )


def _read(where: Where, version: Version, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Sentence]:
    text = version.text(where)
    here = [mention for mention in mentions if mention.where == where]
    words = find_words(text, lexicon, "topic", "role", where=where)
    forces = [mention.span for mention in here if mention.kind in {"force", "group", "institution"}]
    topics = [word for word in words if word.kind == "topic"]
    roles = [
        word.span
        for word in words
        if word.kind == "role" and not any(force.overlaps(word.span) for force in forces) and _is_military(word, text)
    ]
    last = version.published.day.year - _OLD if version.published else _OLD_UNDATED
    return [
        Sentence(
            where,
            span,
            tuple(mention for mention in here if span.holds(mention.span)),
            frozenset(topic.entity for topic in topics if span.holds(topic.span)),
            any(span.holds(role) for role in roles),
            _is_old(span.of(text), last),
        )
        for span in sentences(text)[:_READ]
    ]


def _is_military(word: Mention, text: str) -> bool:
    """Whether "presence" is that of troops: "American presence", وجود عسكري, not وجود دور."""
    before, after = text[max(0, word.span.start - 20) : word.span.start], text[word.span.end : word.span.end + 20]
    beside = _OF_TROOPS.search(fold(before).text) or _TROOPS_BEHIND.match(fold(after).text)
    return word.entity != "presence" or beside is not None


_OF_TROOPS = re.compile(r"(?:military|troops?|foreign|american|coalition|forces|u\.?s\.?)\W*$")
_TROOPS_BEHIND = re.compile(
    r"\W*(?:ال|لل)?(?:عسكري|اجنبي|امريكي|اميركي|تحالف|قوات)|\W*of \w* ?(?:troops|forces|soldiers)"
)


def _is_old(text: str, last: int) -> bool:
    years = [int(year) for year in _YEAR.findall(fold(text).text)]
    return bool(years) and max(years) <= last


def _score(heads: list[float], weights: list[float]) -> float:
    lead = max(weights[:LEAD_SENTENCES], default=0.0)
    body = min(1.0, sum(weights) / len(weights) / _ENOUGH) if weights else 0.0
    if not heads:
        return (_LEAD * lead + _BODY * body) / (_LEAD + _BODY)
    if not weights:
        return max(heads)
    return _TITLE * max(heads) + _LEAD * lead + _BODY * body


def _in_passing(weights: Sequence[float]) -> float:
    """Enough to be held when a fair share of a text speaks plainly of the troops, whatever its headline is about."""
    plain = sum(weight >= _PLAIN for weight in weights)
    return HELD if plain and plain / len(weights) >= _SHARE else 0.0


_PLAIN, _SHARE = 0.7, 1 / 9


def _told_again(title: Sequence[Sentence], lead: Sequence[Sentence]) -> float:
    """0.4 for a story whose headline or lead looks back at history, or that is of a film or museum; else 1."""
    of_culture = all(any("culture" in sentence.topics for sentence in part) for part in (title, lead))
    opening = [*title, *lead]
    looks_back = any("history" in s.topics and s.old and "talks" not in s.topics for s in opening)
    dealt_with = any({"talks", "posture"} <= s.topics for s in opening)  # laws and talks on what is old
    headed = any("history" in s.topics for s in title) and any(s.old for s in opening)
    looks_back = looks_back or (headed and not dealt_with)
    return 0.4 if of_culture or looks_back else 1.0


def _elsewhere(title: list[Sentence], body: list[Sentence], lexicon: Lexicon) -> float:
    """Less than 1 when a base elsewhere is the headline, or other countries are named far more than Iraq is."""
    if any(names_base_abroad(sentence, lexicon) and not names_iraq(sentence, lexicon) for sentence in title):
        return 0.35
    read = [*title, *body]
    iraq = sum(is_iraqi(mention, lexicon) for sentence in read for mention in sentence.mentions)
    hosts = sum(is_other_host(mention, lexicon) for sentence in read for mention in sentence.mentions)
    return 1.0 if hosts <= 2 * iraq else 0.6


def _mostly_iraq(read: list[Sentence], lexicon: Lexicon) -> bool:
    found = [mention for sentence in read for mention in sentence.mentions]
    iraq = sum(is_iraqi(mention, lexicon) for mention in found)
    return iraq > sum(is_other_host(mention, lexicon) for mention in found)


def _only_iraq(read: list[Sentence], lexicon: Lexicon) -> bool:
    """Whether nothing but Iraq can be meant: foreign forces, the coalition or Iraqi factions, and no other country."""
    found = [mention for sentence in read for mention in sentence.mentions]
    meant = any(mention.entity in _MEANT or is_faction(mention, lexicon) for mention in found)
    return meant and not any(is_other_host(mention, lexicon) for mention in found)


def _reasons(read: list[Sentence], lexicon: Lexicon, setting: Setting) -> Iterable[Reason]:
    """The force, the place and the base of each sentence that weighs."""
    for sentence in read:
        if weigh(sentence, lexicon, setting) >= 0.5:
            for mention in sentence.mentions:
                if is_force(mention, lexicon) or is_iraqi(mention, lexicon) or mention.kind == "base":
                    name = f"{mention.entity}_forces" if mention.kind == "force" else mention.entity
                    yield Reason(name=name, where=mention.where, span=mention.span, quote=mention.quote)
