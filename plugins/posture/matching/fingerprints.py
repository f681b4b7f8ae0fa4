"""What is kept of a text so that its copies are found among a million others without reading them again.

*Shingles* are the runs of five folded words; their Jaccard similarity is the one definition of likeness in this
project. Two keys lead from a text to those that may be like it, each an `int[]` of signed 32-bit integers for a
GIN index:

- `bands` finds texts alike as a whole. A MinHash signature of 40 rows in 20 bands of 2: two texts of Jaccard
  similarity j share a band with probability 1 - (1 - j²)^20, which is 0.997 at j = 0.5, 0.97 at 0.4, and 0.05
  at 0.05 (Broder 1997; Leskovec, Rajaraman, Ullman, *Mining of Massive Datasets*, ch. 3).
- `anchors` finds a short text inside a long one, whatever the long one adds. Winnowing keeps the smallest
  shingle of every window of 8: any 12 words in a row that two texts share give them a common anchor, always;
  about two in nine shingles are kept (Schleimer, Wilkerson, Aiken 2003).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from posture.matching.trimming import body_core, title_core
from posture.matching.words import plain_words
from posture.model import Version
from posture.text.sentences import sentences

Hashes = NDArray[np.uint64]

SHINGLE = 5  # words
BANDS = 20
ROWS = 2
WINDOW = 8  # shingles
_FEWEST_WORDS = 8  # a body shorter than this is a headline's echo: headline and body are taken together
_SENTENCE_WORDS = 5  # shorter sentences ("قال الوزير") are anybody's

_ODD = np.uint64(0x9E3779B97F4A7C15)  # splitmix64 (Steele, Lea, Flood 2014)
_SEEDS = np.arange(1, BANDS * ROWS + 1, dtype=np.uint64)[:, None] * np.uint64(0xD1B54A32D192ED03)
_POWERS = np.array([pow(0x100000001B3, power, 1 << 64) for power in range(SHINGLE)], dtype=np.uint64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """The keys of one text. A text without words has none."""

    bands: tuple[int, ...]  # 20 signed 32-bit keys
    anchors: tuple[int, ...]  # signed 32-bit keys, sorted
    sentences: tuple[int, ...]  # signed 64-bit keys in the order of the text
    shingles: int  # how many different ones
    title: int | None  # signed 64-bit key


def fingerprint(version: Version) -> Fingerprint:
    """The keys by which copies of this text are found."""
    sequence = sequence_of(version)
    hashes = np.unique(sequence)
    bands, anchors = keys_of(sequence)
    return Fingerprint(
        bands=bands,
        anchors=anchors,
        sentences=sentence_keys(version.body),
        shingles=len(hashes),
        title=_key(plain_words(title_core(version.title))),
    )


def keys_of(sequence: Hashes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Bands and anchors of the shingles of a text in order."""
    return _bands(np.unique(sequence)), _anchors(sequence)


def wording(version: Version) -> str:
    """The words by which a text is compared: its body without trimmings.

    The headline is left out, for re-users change it, unless there is hardly a body, or it is a first paragraph
    in truth.
    """
    body = body_core(version.body)
    if len(body.split()) >= _FEWEST_WORDS and not is_paragraph(version.title):
        return body
    return "\n".join(part for part in (title_core(version.title), body) if part)


def is_paragraph(title: str) -> bool:
    """Whether what was read as a headline ends as sentences of a body do, and is as long."""
    return title.rstrip().endswith((".", "۔")) and len(title.split()) >= _FEWEST_WORDS


def shingles(version: Version) -> Hashes:
    """The different shingles of a text, sorted."""
    return np.unique(sequence_of(version))


def sequence_of(version: Version) -> Hashes:
    """The shingles of a text in order, a repeated one as often as it stands there."""
    return shingle_sequence(plain_words(wording(version)))


def shingle_sequence(words: list[str]) -> Hashes:
    """The shingles of these words in order, hashed to 64 bits; a text of fewer than five words is one shingle."""
    if not words:
        return np.zeros(0, dtype=np.uint64)
    hashed = np.fromiter(map(_hash, words), dtype=np.uint64, count=len(words))
    size = min(SHINGLE, len(words))
    runs = np.lib.stride_tricks.sliding_window_view(hashed, size)
    return _mix((runs * _POWERS[:size]).sum(axis=1, dtype=np.uint64))


def overlap(a: Hashes, b: Hashes) -> tuple[float, float]:
    """Likeness (Jaccard similarity) and containment (share of the smaller) of two sets of shingles."""
    if not len(a) or not len(b):
        return 0.0, 0.0
    shared = len(np.intersect1d(a, b, assume_unique=True))
    return shared / (len(a) + len(b) - shared), shared / min(len(a), len(b))


def sentence_keys(text: str) -> tuple[int, ...]:
    """A key for each sentence of five words or more, the same for the same words in any spelling."""
    keys = (_sentence_key(span.of(text)) for span in sentences(text))
    return tuple(key for key in keys if key is not None)


def _sentence_key(sentence: str) -> int | None:
    words = plain_words(sentence)
    return _key(words) if len(words) >= _SENTENCE_WORDS else None


def _key(words: list[str]) -> int | None:
    if not words:
        return None
    return int.from_bytes(blake2b(" ".join(words).encode(), digest_size=8).digest(), "big", signed=True)


@lru_cache(maxsize=1 << 17)
def _hash(word: str) -> int:
    # Python's own hash changes with every process; keys are stored and must not.
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")


def _mix(values: Hashes) -> Hashes:
    """Spread neighbouring values over all 64 bits."""
    values = values + _ODD
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _bands(hashes: Hashes) -> tuple[int, ...]:
    if not len(hashes):
        return ()
    signature = _mix(hashes[None, :] ^ _SEEDS).min(axis=1).reshape(BANDS, ROWS)
    keys = _mix(signature[:, 0] + np.arange(BANDS, dtype=np.uint64)) + signature[:, 1]
    return tuple(_signed(_mix(keys)))


def _anchors(sequence: Hashes) -> tuple[int, ...]:
    if len(sequence) > WINDOW:
        windows = np.lib.stride_tricks.sliding_window_view(sequence, WINDOW)
        sequence = windows.min(axis=1)
    return tuple(_signed(np.unique(sequence)))


def _signed(keys: Hashes) -> list[int]:
    """The low 32 bits as Postgres `integer` counts, sorted where it makes no difference to the caller."""
    low: list[int] = (keys & np.uint64(0xFFFFFFFF)).astype(np.uint32).view(np.int32).tolist()
    return low
