"""What readers are told about the quality of a reading is no better than what is measured."""

from __future__ import annotations

import pytest
import scoring

from posture.reporting.quality import MEASURED

NEWEST = ("ninth", "tenth")


@pytest.mark.parametrize(("language", "kind"), MEASURED)
def test_no_kind_is_called_better_than_it_is_measured(language: str, kind: str) -> None:
    found = [scoring.score(f"{name}_{language}").get((language, kind), scoring.Score()) for name in NEWEST]
    right, missed, wrong = (sum(getattr(one, key) for one in found) for key in ("right", "missed", "wrong"))
    assert MEASURED[language, kind] <= scoring.Score(right=right, missed=missed, wrong=wrong).f1
