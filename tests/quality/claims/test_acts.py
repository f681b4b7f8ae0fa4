"""Legal acts and engagements in wordings chosen to be unlike one another: floors by language and kind.

The passages were written in eight batches, each before the code was run on it, then their classes of error were mended.
First runs, F1, Arabic and English, batch by batch:
engagement 0.52 0.40, 0.60 0.55, 0.71 0.50, 0.91 0.60, 0.67 0.43, 0.93 0.71, 0.88 0.86;
legal 0.52 0.48, 0.83 0.83, 0.80 0.67, 0.92 0.44, 0.80 0.50, 0.57 0.40, 0.80 1.00, 1.00 0.93.
The floors are no promise for unseen text; they are only raised.
"""

from __future__ import annotations

import pytest
import scoring

FLOORS = {"acts_ar": {"engagement": 0.93, "legal": 0.95}, "acts_en": {"engagement": 0.95, "legal": 0.93}}


@pytest.mark.parametrize("name", FLOORS)
def test_acts_and_engagements_keep_their_floors(name):
    found = {kind: own for (_, kind), own in scoring.score(name).items() if kind in FLOORS[name]}
    low = {kind: own.notes for kind, own in found.items() if own.f1 < FLOORS[name][kind]}
    assert low == {}


@pytest.mark.parametrize("name", FLOORS)
def test_little_is_claimed_that_nobody_expects(name):
    found = {kind: own for (_, kind), own in scoring.score(name).items() if kind in FLOORS[name]}
    assert {kind: own.notes for kind, own in found.items() if own.precision < 0.93} == {}
