"""What readers are told about the quality of a reading is no better than what is measured."""

from __future__ import annotations

import pytest
import scoring

from posture.reporting.quality import MEASURED

NEWEST = "fourth"


@pytest.mark.parametrize(("language", "kind"), MEASURED)
def test_no_kind_is_called_better_than_it_is_measured(language: str, kind: str) -> None:
    assert MEASURED[language, kind] <= scoring.score(f"{NEWEST}_{language}")[language, kind].f1
