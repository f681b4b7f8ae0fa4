"""Everything that the rules can find has a word in both languages: no reader sees an id."""

from __future__ import annotations

import pytest

from posture.adapters.phrases import read_phrases
from posture.model import CLAIM_KINDS
from posture.reporting.vocabulary import COUNTED, EVENTS

FOUND = sorted({rule.event for rule in read_phrases().rules.values() if rule.kind in CLAIM_KINDS and rule.event})


@pytest.mark.parametrize("event", FOUND)
def test_an_event_of_the_rules_has_a_word(event: str) -> None:
    assert event in EVENTS


def test_what_is_counted_in_the_plural_is_known_in_the_singular() -> None:
    assert set(COUNTED) <= set(EVENTS)
