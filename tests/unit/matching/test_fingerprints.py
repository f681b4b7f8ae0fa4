from __future__ import annotations

import random
from itertools import product

import numpy as np
import pytest

from posture.matching.fingerprints import BANDS, fingerprint, overlap, sentence_keys, shingles
from posture.matching.pairing import Pairing
from posture.model import Version

WORDS = ["".join(letters) for letters in product("bdfgklmnrst", "aeiou", "bdfgklmnrst", "aeiou")]


def version(body: str, title: str = "") -> Version:
    return Version(title=title, body=body, language="en")


def text(chance: random.Random, length: int) -> list[str]:
    return chance.choices(WORDS, k=length)


def test_keys_fit_a_postgres_integer() -> None:
    keys = fingerprint(version(" ".join(WORDS[:300]) + "."))
    assert len(keys.bands) == BANDS
    assert keys.shingles == 296
    assert all(-(2**31) <= key < 2**31 for key in (*keys.bands, *keys.anchors))
    assert all(-(2**63) <= key < 2**63 for key in keys.sentences)


def test_keys_are_the_same_in_every_process() -> None:
    # stored in the database: a change here means that every stored key must be made anew
    keys = fingerprint(version("The first convoy of the coalition left the base at dawn on Tuesday under heavy guard."))
    assert (keys.bands[:3], keys.anchors[:2], keys.shingles) == (
        (1419571387, -953635625, 1039137058),
        (1172678726,),
        12,
    )


def test_spelling_does_not_change_a_fingerprint() -> None:
    plain = version("اعلنت وزارة الدفاع الاميركية ان 2500 جندي سيغادرون القواعد العراقية قبل نهاية السنة الحالية")
    marked = version("أعلنَت وزارة الدفاع الأميركيّة أنّ ٢٬٥٠٠ جنديّ سيغادرون القواعد العراقيـة قبل نهاية السنة الحالية.")
    assert fingerprint(plain) == fingerprint(marked)


def test_another_figure_changes_it() -> None:
    body = "The ministry said that {} soldiers would leave the bases before the end of the year."
    assert overlap(shingles(version(body.format(2500))), shingles(version(body.format(2000))))[0] < 1


@pytest.mark.parametrize(("body", "title", "count"), [("", "", 0), ("", "Troops leave", 1), ("Short.", "", 1)])
def test_a_short_text_has_the_keys_it_can_have(body: str, title: str, count: int) -> None:
    assert fingerprint(version(body, title)).shingles == count


def test_half_alike_texts_share_a_band_almost_always() -> None:
    chance = random.Random(1)
    met = tried = 0
    while tried < 60:
        ours = text(chance, 120)
        theirs = [chance.choice(WORDS) if chance.random() < 0.065 else word for word in ours]
        a, b = version(" ".join(ours)), version(" ".join(theirs))
        if 0.5 <= overlap(shingles(a), shingles(b))[0] < 0.6:
            tried += 1
            met += bool(set(fingerprint(a).bands) & set(fingerprint(b).bands))
    assert met >= 59


def test_twelve_words_in_a_row_always_share_an_anchor() -> None:
    chance = random.Random(2)
    for _ in range(60):
        shared = text(chance, 12)
        a = version(" ".join(text(chance, 40) + shared + text(chance, 30)))
        b = version(" ".join(text(chance, 300) + shared + text(chance, 200)))
        assert set(fingerprint(a).anchors) & set(fingerprint(b).anchors)


def test_sentences_are_known_again_wherever_they_stand() -> None:
    reused = "Some 900 soldiers are stationed in north-eastern Syria."
    here, there = (
        sentence_keys(f"{reused} The minister left."),
        sentence_keys(f"He arrived in Baghdad on Sunday. {reused}"),
    )
    assert here[0] in there


def test_pairing_proposes_what_is_alike_and_little_else() -> None:
    chance = random.Random(3)
    pairing = Pairing()
    for number in range(300):
        body = text(chance, 120)
        pairing.add(np.asarray(shingles(version(" ".join(body)))))
        if number % 10 == 0:
            pairing.add(np.asarray(shingles(version(" ".join(body)))))
    proposed = {(int(other), place) for place, others in pairing.candidates() for other in others}
    assert {(number * 11, number * 11 + 1) for number in range(30)} == proposed
