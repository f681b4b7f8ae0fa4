"""How much of what an analyst reads is found, and how little else: floors by file, language and kind.

`seeds`, `dev_ar` and `dev_en` were used while the rules were written. The others were first run once, then their
classes of error were mended, so that no floor here is a promise for unseen text. First runs, F1 over all kinds, Arabic
and English: `held` 0.64 and 0.67; `fresh` 0.58 and 0.49; `fourth`, a small one written after that, 0.91 and 0.73;
`fifth`, by somebody who had not seen the code and in many more styles, 0.42 and 0.40; `sixth`, by the same, held back
until `fifth` was mended, 0.52 and 0.57; `seventh`, by another, later, 0.53 and 0.60; `eighth`, run when all else was
done, 0.65 and 0.51 (the code before `fifth`: 0.48 and 0.32); `ninth`, in the manner of the real press, 0.59 and
0.54; `tenth`, by the same two and held back until `ninth` was mended, 0.55 and 0.51 (the code before
`ninth`: 0.50 and 0.45). Floors are only raised.
"""

from __future__ import annotations

from functools import lru_cache

import pytest
import scoring

from posture.adapters.phrases import read_phrases
from posture.adapters.seeds import read_lexicon
from posture.extracting.extraction import extract
from posture.reading.texts import read_text

# The weakest kind of each file may not fall below the first figure, nor all kinds together below the second.
FLOORS = {
    "seeds": (0.90, 0.95),
    "dev_ar": (0.95, 0.98),
    "dev_en": (0.85, 0.95),
    "held_ar": (0.74, 0.94),
    "held_en": (0.78, 0.92),
    "fresh_ar": (0.88, 0.96),
    "fresh_en": (0.85, 0.94),
    "fourth_ar": (0.90, 0.95),
    "fourth_en": (0.90, 0.95),
    "fifth_ar": (0.80, 0.90),
    "fifth_en": (0.74, 0.90),
    "sixth_ar": (0.48, 0.72),
    "sixth_en": (0.40, 0.77),
    "seventh_ar": (0.40, 0.68),
    "seventh_en": (0.66, 0.83),
    "eighth_ar": (0.50, 0.65),
    "eighth_en": (0.33, 0.51),
    "ninth_ar": (0.75, 0.87),
    "ninth_en": (0.70, 0.82),
    "tenth_ar": (0.33, 0.54),
    "tenth_en": (0.37, 0.51),
    "figures_ar": (0.95, 0.96),
    "figures_en": (0.95, 0.97),
}


@lru_cache
def scores(name: str) -> dict[tuple[str, str], scoring.Score]:
    return scoring.score(name)


def together(name: str) -> float:
    own = scores(name).values()
    right, missed, wrong = (sum(getattr(one, key) for one in own) for key in ("right", "missed", "wrong"))
    return 2 * right / (2 * right + missed + wrong)


@pytest.mark.parametrize("name", FLOORS)
def test_no_kind_falls_below_its_floor(name):
    low = {
        key: round(own.f1, 2)
        for key, own in scores(name).items()
        if own.f1 < FLOORS[name][0] and own.right + own.missed > 2
    }
    assert low == {}, scoring.table(name, notes=True)


@pytest.mark.parametrize("name", FLOORS)
def test_all_kinds_together_keep_their_floor(name):
    assert together(name) >= FLOORS[name][1], scoring.table(name, notes=True)


@pytest.mark.parametrize("name", FLOORS)
def test_every_quote_is_what_stands_at_its_span(name):

    for passage in scoring.passages(name):
        for claim in extract(passage.version, read_lexicon(), read_phrases()).claims:
            assert claim.evidence
            for one in claim.evidence:
                assert one.span.of(passage.version.text(one.where)) == one.quote


@pytest.mark.parametrize("figure", [35_000, 39_000, 75_000])
def test_a_recommended_number_is_never_asserted(figure):

    for text in (
        f"أوصى الجنرال بالإبقاء على {figure} جندي أمريكي في العراق.",
        f"Senators urged the president to keep {figure:,} US troops in Iraq.",
    ):
        levels = [
            c
            for c in extract(read_text(text, title=""), read_lexicon(), read_phrases()).claims
            if c.kind == "force_level"
        ]
        assert [c.modality for c in levels] == ["demanded"]
