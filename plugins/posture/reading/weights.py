"""How much a sentence is about the foreign military presence in Iraq, by what stands in it together."""

from __future__ import annotations

from dataclasses import dataclass

from posture.lexicon.entries import Lexicon
from posture.model import Mention, Span, Where
from posture.reading.hosts import (
    country_of,
    is_base_abroad,
    is_base_in,
    is_faction,
    is_force,
    is_iraqi,
    is_other_host,
    is_sender,
)

_NOT_NEWS = frozenset({"history", "culture", "occupier", "coalition"})  # words that weigh only beside others
_RIGHT_BEHIND = 12  # letters: room for "in northern", "داخل"


@dataclass(frozen=True, slots=True)
class Sentence:
    """What stands together in one sentence."""

    where: Where
    span: Span
    mentions: tuple[Mention, ...]
    topics: frozenset[str]
    soldiers: bool  # a word for troops that is not part of a named force
    old: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole article says, for sentences that say less."""

    about: bool  # Iraq is in its headline or lead, or nothing else can be meant
    force: bool  # a foreign force is named somewhere
    faction: bool  # and an armed group of Iraq
    sender: bool = False  # a country that sent soldiers is in its headline or lead


def weigh(sentence: Sentence, lexicon: Lexicon, setting: Setting) -> float:
    """How much one sentence is about the posture, 0 to 1."""
    weight = _plain_weight(sentence, lexicon, setting)
    looks_back = sentence.topics & {"history", "culture"} and not _is_of_law(sentence)
    told_again = looks_back or (sentence.old and "talks" not in sentence.topics)  # old laws are repealed
    return weight * (0.3 if told_again else 1.0)


def _is_of_law(sentence: Sentence) -> bool:
    """Whether a parliament that sends soldiers decides about their mandate, however old it is."""
    houses = any(mention.kind == "institution" and mention.entity.startswith("us_") for mention in sentence.mentions)
    return houses and {"talks", "posture"} <= sentence.topics


def _plain_weight(sentence: Sentence, lexicon: Lexicon, setting: Setting) -> float:
    """The weight of the first of these, strongest first, that the sentence is."""
    force = any(is_force(mention, lexicon) for mention in sentence.mentions)
    iraq = names_iraq(sentence, lexicon)
    base = any(is_base_in(mention, lexicon, "iraq") for mention in sentence.mentions)
    sender = any(is_sender(mention, lexicon) for mention in sentence.mentions)
    alone = not names_other_host(sentence, lexicon)
    here = setting.about and alone
    topics, soldiers = sentence.topics - _NOT_NEWS, sentence.soldiers
    commission = any(mention.entity == "higher_military_commission" for mention in sentence.mentions)
    weights = (
        (commission or (base and topics and (force or sender)), 1.0),
        (_is_force_in_iraq(sentence, lexicon), 1.0 if topics else 0.7),
        (force and iraq and not base and names_base_abroad(sentence, lexicon), 0.4),
        (force and iraq, 1.0 if topics else 0.7),
        (base, 0.8 if topics - {"talks"} or soldiers or setting.force else 0.4),
        (sender and iraq and soldiers, 0.85),
        (sender and iraq and "posture" in topics, 0.7),
        (force and names_faction(sentence, lexicon) and alone, 0.7),
        (sender and "posture" in topics and names_faction(sentence, lexicon) and alone, 0.7),
        ("attack" in topics and _names_site(sentence) and alone, 0.6),
        (force and topics and here, 0.7),
        (sender and soldiers and here, 0.6),
        ("occupier" in sentence.topics and topics and setting.faction and here, 0.7),
        ("coalition" in sentence.topics and topics and setting.force and here, 0.6),
        (sender and iraq and "attack" in topics, 0.5),
        (soldiers and setting.force and alone and _is_in_iraq(sentence, lexicon), 0.5),
        (iraq and "moving" in topics and any(country_of(name, lexicon) == "us" for name in sentence.mentions), 0.4),
        (sender and iraq and "talks" in topics, 0.2),
        ("posture" in topics and here and setting.sender and not names_faction(sentence, lexicon), 0.4),
    )
    return next((weight for holds, weight in weights if holds), 0.0)


def _names_site(sentence: Sentence) -> bool:
    """Whether a place is named where foreign missions and troops sit, and which is attacked for their sake."""
    return any(mention.entity in _SITES for mention in sentence.mentions)


_SITES = frozenset({"green_zone", "baghdad_airport"})


def _is_in_iraq(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a place in Iraq is named and nobody of Iraq, so that soldiers there are foreign ones."""
    names = [name for name in sentence.mentions if is_iraqi(name, lexicon)]
    return bool(names) and all(name.kind == "place" for name in names)


def _is_force_in_iraq(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether Iraq stands right behind a force: "US troops in Iraq", whatever else the sentence names."""
    forces = [mention.span.end for mention in sentence.mentions if is_force(mention, lexicon)]
    places = [mention.span.start for mention in sentence.mentions if is_iraqi(mention, lexicon)]
    return any(0 < place - force <= _RIGHT_BEHIND for force in forces for place in places)


def names_iraq(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a place, office or person of Iraq is named."""
    return any(is_iraqi(mention, lexicon) for mention in sentence.mentions)


def names_base_abroad(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a base outside Iraq is named."""
    return any(is_base_abroad(mention, lexicon) for mention in sentence.mentions)


def names_other_host(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a country is named that could be where the forces are instead of Iraq."""
    return any(is_other_host(mention, lexicon) for mention in sentence.mentions)


def names_force(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether one of the foreign forces is named."""
    return any(is_force(mention, lexicon) for mention in sentence.mentions)


def names_faction(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether an armed group of Iraq is named."""
    return any(is_faction(mention, lexicon) for mention in sentence.mentions)
