"""What is beside the topic and is kept for a person: Iraqi factions that strike next door, moves that touch Iraq."""

from __future__ import annotations

import re

from posture.lexicon.entries import Lexicon
from posture.reading.hosts import is_faction, is_force, is_neighbour, is_on_the_way, is_other_host, is_sender
from posture.reading.weights import Sentence, names_base_abroad, names_force, names_iraq, names_other_host

LEAD_SENTENCES = 2
ON, HELD = 0.5, 0.28  # scores from which an article is on the topic, or held for a person
_SAYS_IRAQ = re.compile("Iraqi|عراقي")


def beside_the_topic(read: list[Sentence], lexicon: Lexicon) -> float:
    """Enough to be held when Iraqi factions strike US forces outside Iraq: a person decides whether it belongs."""
    opening = [s for s in read[: LEAD_SENTENCES + 1] if "attack" in s.topics and _american_target(s, lexicon)]
    iraq = any(names_iraq(sentence, lexicon) for sentence in read)
    # "pro-Iranian militias" in a text without Iraq are those of Syria
    faction = any(
        is_faction(name, lexicon) and (iraq or name.entity != "iraqi_factions" or _SAYS_IRAQ.search(name.quote))
        for s in read
        for name in s.mentions
    )
    near = any(is_neighbour(mention, lexicon) for sentence in opening for mention in sentence.mentions)
    if not opening:
        return HELD if _moves_next_door(read, lexicon) or _moves_somewhere(read, lexicon) else 0.0
    if near and faction and any(s.soldiers or names_force(s, lexicon) for s in opening):
        return ON  # factions of Iraq that strike the troops next door strike at the same presence
    return 0.4 if faction or (near and iraq) else 0.0


def _moves_next_door(read: list[Sentence], lexicon: Lexicon) -> bool:
    """Whether foreign forces that come or go next door are the news, and a place in Iraq is part of it."""
    moves = any(s.topics & _MOVES and _is_of_forces(s, lexicon) for s in read[: LEAD_SENTENCES + 1])
    sent = any(names_force(s, lexicon) or any(is_sender(name, lexicon) for name in s.mentions) for s in read)
    return (
        moves
        and sent
        and any(
            names_iraq(s, lexicon)
            and not (s.old or "history" in s.topics)
            and all(is_on_the_way(name, lexicon) for name in s.mentions if is_other_host(name, lexicon))
            for s in read
        )
    )


def _moves_somewhere(read: list[Sentence], lexicon: Lexicon) -> bool:
    """Whether the lead tells that the troops come or go, and no country is named where that could be."""
    moves = any(s.topics & _MOVES and names_force(s, lexicon) for s in read[: LEAD_SENTENCES + 1])
    return moves and not any(names_other_host(s, lexicon) for s in read)


_MOVES = frozenset({"posture", "moving"})


def _is_of_forces(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence is of forces abroad: a base there, or soldiers and the country that sent them."""
    sender = any(is_sender(name, lexicon) or is_force(name, lexicon) for name in sentence.mentions)
    return names_base_abroad(sentence, lexicon) or (sender and "posture" in sentence.topics)


def _american_target(sentence: Sentence, lexicon: Lexicon) -> bool:
    return any(is_force(m, lexicon) or m.entity == "us" or m.kind == "base" for m in sentence.mentions)
