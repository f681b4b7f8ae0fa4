"""How telling a fact is: names and figures above ordinary words, least of all what every report of the beat has."""

from __future__ import annotations

from collections.abc import Mapping
from math import log10

# Where nothing is known of how often a fact occurs, its kind tells.
WEIGHTS: Mapping[str, float] = {
    "base": 2.0, "entity": 2.0, "name": 2.0, "figure": 2.0, "date": 2.0, "score": 2.0, "city": 1.5, "round": 2.5,
    "word": 1.2, "country": 1.2, "event": 1.1, "thing": 1.0, "claim": 1.0, "act": 0.8, "time": 0.8, "day": 0.7,
    "role": 0.5, "hour": 0.4,
}  # fmt: skip
NAMED = 1.5  # times the weight of a word that is printed as a name, or that the report comes back to

# Counted in the labelled texts and the sample press: what stands in more than every sixth report tells nearly nothing,
# what stands in more than every twentieth tells half.
_EVERYDAY = """
event say announce start stop
thing military coalition mission world region police day year central people west
country us iraq
city baghdad
role authority commission defence chief minister statement spokesman source president
act identity work negotiators lead presence ask give
"""
_FREQUENT = """
event talks attack agree meet wound kill withdraw trial cut leave lose raise discover die visit
thing base terror drone resolution timetable militia rocket building phase round
country kurdistan syria iran
claim engagement_talks engagement_meeting incident_attack statement_departure
role prime_minister foreign supreme
act joint responsibility support reach form return decide
entity mohammed_shia_al_sudani lloyd_austin kataib_hezbollah isis
base ain_al_asad
figure 2500 900
"""


def _facts(table: str) -> frozenset[str]:
    lines = (line.split() for line in table.strip().splitlines())
    return frozenset(f"{kind}:{name}" for kind, *names in lines for name in names)


EVERYDAY, FREQUENT = _facts(_EVERYDAY), _facts(_FREQUENT)


def weight(fact: str, frequencies: Mapping[str, float] | None = None) -> float:
    """How telling a fact is. `frequencies` gives the share of reports that have it, where the caller knows."""
    base = WEIGHTS.get(fact.partition(":")[0], 1.0)
    if frequencies and fact in frequencies:
        # a fact of every tenth report weighs as the table says; of every hundredth, twice that
        return base * max(0.2, 1.0 - (1.0 + log10(max(frequencies[fact], 1e-4))))
    if fact in EVERYDAY:
        return 0.25 * base
    return 0.5 * base if fact in FREQUENT else base
