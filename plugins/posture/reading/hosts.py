"""What a name says about whose forces an article speaks of, and about the country they are in."""

from __future__ import annotations

from posture.lexicon.entries import Lexicon
from posture.model import Mention

_NEIGHBOURS = frozenset({"jordan", "kuwait", "syria"})  # where the factions strike US forces too
_ON_THE_WAY = _NEIGHBOURS | {"bahrain", "middle_east", "qatar"}


def is_force(mention: Mention, lexicon: Lexicon) -> bool:
    """A foreign force whose presence is the subject, or its command."""
    if mention.kind == "force" and country_of(mention, lexicon) == "us":
        return True  # its divisions and brigades
    return mention.entity in lexicon.topic_forces and mention.kind in {"force", "institution"}


def country_of(mention: Mention, lexicon: Lexicon) -> str | None:
    """The country that a name belongs to, Kurdistan counting as Iraq; None for a name that is not in the lexicon."""
    entry = lexicon.entry(mention.entity)
    if entry is None:
        return None
    if entry.country == "kurdistan_region":
        return "iraq"
    return entry.country or entry.part_of or entry.id


def is_iraqi(mention: Mention, lexicon: Lexicon) -> bool:
    """A place, office, institution or person of Iraq; its outlets and factions write and fight elsewhere too."""
    return mention.kind not in {"agency", "group", "outlet"} and country_of(mention, lexicon) == "iraq"


def is_sender(mention: Mention, lexicon: Lexicon) -> bool:
    """A country with forces in Iraq, its people, capital, ministers or ministries."""
    return mention.kind not in {"agency", "outlet"} and country_of(mention, lexicon) in lexicon.topic_forces


def is_base_in(mention: Mention, lexicon: Lexicon, country: str) -> bool:
    """A base of that country."""
    return mention.kind == "base" and country_of(mention, lexicon) == country


def is_base_abroad(mention: Mention, lexicon: Lexicon) -> bool:
    """A base outside Iraq."""
    return mention.kind == "base" and not is_base_in(mention, lexicon, "iraq")


def is_other_host(mention: Mention, lexicon: Lexicon) -> bool:
    """A country, or a base there, that could be where the forces are instead of Iraq."""
    if mention.kind not in {"place", "base", "force"} or is_force(mention, lexicon):
        return False
    country = lexicon.entry(country_of(mention, lexicon) or "")
    # A river or a region has no people of its own and hosts nobody.
    return country is not None and bool(country.demonyms) and country.id not in {"iraq", "us"}


def is_neighbour(mention: Mention, lexicon: Lexicon) -> bool:
    """A place or base next door, where Iraqi factions strike US forces too and from where they come and go."""
    return mention.kind in {"place", "base", "nation"} and country_of(mention, lexicon) in _NEIGHBOURS


def is_on_the_way(mention: Mention, lexicon: Lexicon) -> bool:
    """A place or base next door or in the Gulf: forces that leave or reinforce Iraq pass through it."""
    return mention.kind in {"place", "base", "nation"} and country_of(mention, lexicon) in _ON_THE_WAY


def is_faction(mention: Mention, lexicon: Lexicon) -> bool:
    """An armed group of Iraq."""
    return mention.kind == "group" and (mention.entity == "iraqi_factions" or country_of(mention, lexicon) == "iraq")
