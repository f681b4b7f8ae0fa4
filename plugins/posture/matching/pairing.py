"""Which texts of many may be alike, from their keys alone: the texts themselves stay where they are.

The same two ways as the index of the database: a shared band (alike as a whole), or enough shared anchors (one
within the other). Some 250 bytes are held for a text, whatever its length in bytes, but for anchors: one for
every five words.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from posture.matching.fingerprints import BANDS, Hashes, keys_of

# Share of the fewer anchors that two texts must share. A text contained to four fifths shares about that of its
# anchors;
# a changed word spoils the windows around it too, and short texts have few: half of the half is margin.
_SHARED_ANCHORS = 0.2

Places = NDArray[np.int64]


class Pairing:
    """Keys of texts, added one by one; then the pairs that are worth reading."""

    def __init__(self) -> None:
        self._bands = array("i")
        self._anchors = array("i")
        self._ends = array("q", [0])

    def add(self, sequence: Hashes) -> None:
        """Take the keys of the next text from its shingles in order."""
        bands, anchors = keys_of(sequence)
        self._bands.extend(bands or (0,) * BANDS)  # a text without words has no anchors, by which it is left out below
        self._anchors.extend(anchors)
        self._ends.append(len(self._anchors))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def candidates(self) -> Iterator[tuple[int, Places]]:
        """For each text, in order, the earlier ones that may be like it, in order; those without any are left out."""
        bands = _Postings(np.frombuffer(self._bands, dtype=np.int32), np.repeat(np.arange(len(self)), BANDS), by=BANDS)
        ends = np.frombuffer(self._ends, dtype=np.int64)
        sizes = np.diff(ends)
        anchors = _Postings(np.frombuffer(self._anchors, dtype=np.int32), np.repeat(np.arange(len(self)), sizes))
        for place in range(len(self)):
            if sizes[place]:
                found = np.union1d(
                    np.unique(bands.earlier(place * BANDS, (place + 1) * BANDS, place)),
                    _sharing(anchors.earlier(int(ends[place]), int(ends[place + 1]), place), sizes, place),
                )
                found = found[sizes[found] > 0]
                if len(found):
                    yield place, found


def _sharing(found: Places, sizes: Places, place: int) -> Places:
    """The texts that share enough anchors with this one."""
    others, shared = np.unique(found, return_counts=True)
    fewer = np.minimum(sizes[others], sizes[place])
    enough: Places = others[shared >= np.maximum(1, _SHARED_ANCHORS * fewer)]
    return enough


class _Postings:
    """For each key of each text, where the same key stands elsewhere. With `by`, a key counts for its column
    alone.
    """

    def __init__(self, keys: NDArray[np.int32], owners: Places, *, by: int = 1) -> None:
        columns = np.arange(len(keys)) % by
        order = np.lexsort((owners, keys, columns))
        self._owners = owners[order].astype(np.int32)
        changes = np.ones(len(keys), dtype=bool)
        changes[1:] = (np.diff(keys[order]) != 0) | (np.diff(columns[order]) != 0)
        starts = np.flatnonzero(changes)
        group = np.cumsum(changes) - 1
        self._start = np.empty(len(keys), dtype=np.int64)
        self._start[order] = starts[group] if len(keys) else starts
        self._rank = np.empty(len(keys), dtype=np.int64)
        self._rank[order] = np.arange(len(keys))

    def earlier(self, first: int, last: int, place: int) -> Places:
        """The earlier texts that have these keys, each as often as it has them."""
        stretches = [
            self._owners[self._start[at] : self._rank[at]]
            for at in range(first, last)
            if self._rank[at] > self._start[at]
        ]
        found = np.concatenate(stretches).astype(np.int64) if stretches else np.zeros(0, dtype=np.int64)
        return found[found < place]
