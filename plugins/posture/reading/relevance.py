"""Is this article about the foreign military presence in Iraq, and which words say so?

Each sentence is weighed by what stands in it together: a foreign force, Iraq or a base there, and a word of coming,
staying, going, attack or talks. An article is on the topic when its headline, its lead and enough of its sentences are;
one background paragraph in a story about something else is not enough. Between the two a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from posture.lexicon.entries import Lexicon
from posture.lexicon.mentions import find_words
from posture.model import Mention, Reason, Relevance, Span, Version, Where
from posture.reading.hosts import (
    is_base_abroad,
    is_base_in,
    is_faction,
    is_force,
    is_iraqi,
    is_neighbour,
    is_on_the_way,
    is_other_host,
    is_sender,
)
from posture.text.folding import fold
from posture.text.sentences import sentences

# Shares of the score. A headline tells most, but outlets write vague ones; a lead is what the story is; the rest shows
# whether it stays so. A third of the sentences is as much as a real story has: the others are quotes and background.
_TITLE, _LEAD, _BODY = 0.3, 0.3, 0.4
_ENOUGH = 1 / 3
_LEAD_SENTENCES = 2
_READ = 40  # sentences; what comes later is background or boilerplate
_ON, _HELD = 0.5, 0.28
_OLD = 5  # years before the article; older is a story told again
_OLD_UNDATED = 2009  # of an article without a day: before this the posture was that of the war itself
_NOT_NEWS = frozenset({"history", "culture", "occupier", "coalition"})  # words that weigh only beside others
_RIGHT_BEHIND = 12  # letters: room for "in northern", "داخل"
_SAYS_IRAQ = re.compile("Iraqi|عراقي")
_MEANT = frozenset({"coalition", "foreign_forces"})  # in the press of the region they need no place
_YEAR = re.compile(r"(?<!\d)(19[5-9]\d|20[0-3]\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What stands together in one sentence."""

    where: Where
    span: Span
    mentions: tuple[Mention, ...]
    topics: frozenset[str]
    soldiers: bool  # a word for troops that is not part of a named force
    old: bool


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the whole article says, for sentences that say less."""

    about: bool  # Iraq is in its headline or lead, or nothing else can be meant
    force: bool  # a foreign force is named somewhere
    faction: bool  # and an armed group of Iraq


def judge(version: Version, mentions: Sequence[Mention], lexicon: Lexicon) -> Relevance:
    """Whether an article is on the topic, with the words that say so; a borderline one is held for a person.

    `score` is 0 to 1: from 0.5 on the topic, from 0.28 held.
    """
    title = _read("title", version, mentions, lexicon)
    body = _read("body", version, mentions, lexicon)[:_READ]
    iraq_in_title = any(is_iraqi(mention, lexicon) for sentence in title for mention in sentence.mentions)
    about = iraq_in_title or _mostly_iraq(body[:_LEAD_SENTENCES], lexicon) or _only_iraq([*title, *body], lexicon)
    names = [mention for sentence in [*title, *body] for mention in sentence.mentions]
    force = any(is_force(mention, lexicon) for mention in names)
    faction = any(is_faction(mention, lexicon) for mention in names)
    setting = _Setting(about, force, faction)
    weights = [_weigh(sentence, lexicon, setting) for sentence in body]
    over_body = _Setting(_mostly_iraq(body, lexicon), force, faction)
    heads = [_weigh(sentence, lexicon, over_body) for sentence in title]
    score = _score(heads, weights)
    score *= _told_again(title, body[:_LEAD_SENTENCES]) * _elsewhere(title, body, lexicon)
    if score < _ON:
        score = max(score, _beside_the_topic([*title, *body], lexicon))
    on_topic = score >= _ON
    return Relevance(
        on_topic=on_topic,
        held=not on_topic and score >= _HELD,
        score=round(score, 2),
        because=tuple(_reasons([*title, *body], lexicon, setting)),
    )


def _read(where: Where, version: Version, mentions: Sequence[Mention], lexicon: Lexicon) -> list[_Sentence]:
    text = version.text(where)
    here = [mention for mention in mentions if mention.where == where]
    words = find_words(text, lexicon, "topic", "role", where=where)
    forces = [mention.span for mention in here if mention.kind in {"force", "group", "institution"}]
    topics = [word for word in words if word.kind == "topic"]
    roles = [
        word.span for word in words if word.kind == "role" and not any(force.overlaps(word.span) for force in forces)
    ]
    last = version.published.day.year - _OLD if version.published else _OLD_UNDATED
    return [
        _Sentence(
            where,
            span,
            tuple(mention for mention in here if span.holds(mention.span)),
            frozenset(topic.entity for topic in topics if span.holds(topic.span)),
            any(span.holds(role) for role in roles),
            _is_old(span.of(text), last),
        )
        for span in sentences(text)
    ]


def _is_old(text: str, last: int) -> bool:
    years = [int(year) for year in _YEAR.findall(fold(text).text)]
    return bool(years) and max(years) <= last


def _weigh(sentence: _Sentence, lexicon: Lexicon, setting: _Setting) -> float:
    """How much one sentence is about the posture, 0 to 1."""
    weight = _plain_weight(sentence, lexicon, setting)
    told_again = sentence.topics & {"history", "culture"} or (
        sentence.old and "talks" not in sentence.topics
    )  # old laws are repealed
    return weight * (0.3 if told_again else 1.0)


def _plain_weight(sentence: _Sentence, lexicon: Lexicon, setting: _Setting) -> float:
    """The weight of the first of these, strongest first, that the sentence is."""
    force = any(is_force(mention, lexicon) for mention in sentence.mentions)
    iraq = _names_iraq(sentence, lexicon)
    base = any(is_base_in(mention, lexicon, "iraq") for mention in sentence.mentions)
    sender = any(is_sender(mention, lexicon) for mention in sentence.mentions)
    alone = not _other_host(sentence, lexicon)
    here = setting.about and alone
    topics, soldiers = sentence.topics - _NOT_NEWS, sentence.soldiers
    commission = any(mention.entity == "higher_military_commission" for mention in sentence.mentions)
    weights = (
        (commission or (base and topics and (force or sender)), 1.0),
        (_is_force_in_iraq(sentence, lexicon), 1.0 if topics else 0.7),
        (force and iraq and not base and _base_abroad(sentence, lexicon), 0.4),
        (force and iraq, 1.0 if topics else 0.7),
        (base, 0.8 if topics - {"talks"} or soldiers or setting.force else 0.4),
        (sender and iraq and soldiers, 0.85),
        (sender and iraq and "posture" in topics, 0.7),
        (force and _names_faction(sentence, lexicon) and alone, 0.7),
        (force and topics and here, 0.7),
        (sender and soldiers and here, 0.6),
        ("occupier" in sentence.topics and topics and setting.faction and here, 0.7),
        ("coalition" in sentence.topics and topics and setting.force and here, 0.6),
        (sender and iraq and "attack" in topics, 0.5),
        (sender and iraq and "talks" in topics, 0.2),
    )
    return next((weight for holds, weight in weights if holds), 0.0)


def _is_force_in_iraq(sentence: _Sentence, lexicon: Lexicon) -> bool:
    """Whether Iraq stands right behind a force: "US troops in Iraq", whatever else the sentence names."""
    forces = [mention.span.end for mention in sentence.mentions if is_force(mention, lexicon)]
    places = [mention.span.start for mention in sentence.mentions if is_iraqi(mention, lexicon)]
    return any(0 < place - force <= _RIGHT_BEHIND for force in forces for place in places)


def _score(heads: list[float], weights: list[float]) -> float:
    lead = max(weights[:_LEAD_SENTENCES], default=0.0)
    body = min(1.0, sum(weights) / len(weights) / _ENOUGH) if weights else 0.0
    if not heads:
        return (_LEAD * lead + _BODY * body) / (_LEAD + _BODY)
    if not weights:
        return max(heads)
    return _TITLE * max(heads) + _LEAD * lead + _BODY * body


def _told_again(title: Sequence[_Sentence], lead: Sequence[_Sentence]) -> float:
    """0.4 for a story whose headline or lead looks back at history, or that is of a film or museum; else 1."""
    of_culture = all(any("culture" in sentence.topics for sentence in part) for part in (title, lead))
    looks_back = any("history" in s.topics and s.old and "talks" not in s.topics for s in (*title, *lead))
    return 0.4 if of_culture or looks_back else 1.0


def _elsewhere(title: list[_Sentence], body: list[_Sentence], lexicon: Lexicon) -> float:
    """Less than 1 when a base elsewhere is the headline, or other countries are named far more than Iraq is."""
    if any(_base_abroad(sentence, lexicon) and not _names_iraq(sentence, lexicon) for sentence in title):
        return 0.35
    read = [*title, *body]
    iraq = sum(is_iraqi(mention, lexicon) for sentence in read for mention in sentence.mentions)
    hosts = sum(is_other_host(mention, lexicon) for sentence in read for mention in sentence.mentions)
    return 1.0 if hosts <= 2 * iraq else 0.6


def _mostly_iraq(read: list[_Sentence], lexicon: Lexicon) -> bool:
    found = [mention for sentence in read for mention in sentence.mentions]
    iraq = sum(is_iraqi(mention, lexicon) for mention in found)
    return iraq > sum(is_other_host(mention, lexicon) for mention in found)


def _only_iraq(read: list[_Sentence], lexicon: Lexicon) -> bool:
    """Whether nothing but Iraq can be meant: foreign forces, the coalition or Iraqi factions, and no other country."""
    found = [mention for sentence in read for mention in sentence.mentions]
    meant = any(mention.entity in _MEANT or is_faction(mention, lexicon) for mention in found)
    return meant and not any(is_other_host(mention, lexicon) for mention in found)


def _reasons(read: list[_Sentence], lexicon: Lexicon, setting: _Setting) -> Iterable[Reason]:
    """The force, the place and the base of each sentence that weighs."""
    for sentence in read:
        if _weigh(sentence, lexicon, setting) >= 0.5:
            for mention in sentence.mentions:
                if is_force(mention, lexicon) or is_iraqi(mention, lexicon) or mention.kind == "base":
                    name = f"{mention.entity}_forces" if mention.kind == "force" else mention.entity
                    yield Reason(name=name, where=mention.where, span=mention.span, quote=mention.quote)


def _names_iraq(sentence: _Sentence, lexicon: Lexicon) -> bool:
    return any(is_iraqi(mention, lexicon) for mention in sentence.mentions)


def _base_abroad(sentence: _Sentence, lexicon: Lexicon) -> bool:
    return any(is_base_abroad(mention, lexicon) for mention in sentence.mentions)


def _other_host(sentence: _Sentence, lexicon: Lexicon) -> bool:
    return any(is_other_host(mention, lexicon) for mention in sentence.mentions)


def _beside_the_topic(read: list[_Sentence], lexicon: Lexicon) -> float:
    """Enough to be held when Iraqi factions strike US forces outside Iraq: a person decides whether it belongs."""
    opening = [s for s in read[: _LEAD_SENTENCES + 1] if "attack" in s.topics and _american_target(s, lexicon)]
    iraq = any(_names_iraq(sentence, lexicon) for sentence in read)
    # "pro-Iranian militias" in a text without Iraq are those of Syria
    faction = any(
        is_faction(name, lexicon) and (iraq or name.entity != "iraqi_factions" or _SAYS_IRAQ.search(name.quote))
        for s in read
        for name in s.mentions
    )
    near = any(is_neighbour(mention, lexicon) for sentence in opening for mention in sentence.mentions)
    if not opening:
        return _HELD if _moves_next_door(read, lexicon) else 0.0
    if near and faction and any(s.soldiers or _struck(s, lexicon) for s in opening):
        return _ON  # factions of Iraq that strike the troops next door strike at the same presence
    return 0.4 if faction or (near and iraq) else 0.0


def _moves_next_door(read: list[_Sentence], lexicon: Lexicon) -> bool:
    """Whether foreign forces that come or go next door are the news, and a place in Iraq is part of it."""
    moves = any(s.topics & _MOVES and _is_of_forces(s, lexicon) for s in read[: _LEAD_SENTENCES + 1])
    sent = any(_struck(s, lexicon) or any(is_sender(name, lexicon) for name in s.mentions) for s in read)
    return (
        moves
        and sent
        and any(
            _names_iraq(s, lexicon)
            and not (s.old or "history" in s.topics)
            and all(is_on_the_way(name, lexicon) for name in s.mentions if is_other_host(name, lexicon))
            for s in read
        )
    )


_MOVES = frozenset({"posture", "moving"})


def _is_of_forces(sentence: _Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence is of forces abroad: a base there, or soldiers and the country that sent them."""
    sender = any(is_sender(name, lexicon) or is_force(name, lexicon) for name in sentence.mentions)
    return _base_abroad(sentence, lexicon) or (sender and "posture" in sentence.topics)


def _struck(sentence: _Sentence, lexicon: Lexicon) -> bool:
    return any(is_force(mention, lexicon) for mention in sentence.mentions)


def _names_faction(sentence: _Sentence, lexicon: Lexicon) -> bool:
    return any(is_faction(mention, lexicon) for mention in sentence.mentions)


def _american_target(sentence: _Sentence, lexicon: Lexicon) -> bool:
    return any(is_force(m, lexicon) or m.entity == "us" or m.kind == "base" for m in sentence.mentions)
