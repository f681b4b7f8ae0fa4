"""`posture dedupe`: the pairs of near-identical articles in a file, each with what it is and which facts differ.

Three passes: keys of every article (held), shingles of every article (laid down in a temporary file), then each
pair that the keys propose is measured on its shingles and, when it is like enough, read again from the file.
"""

from __future__ import annotations

import sys
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import IO, Any

import click
import numpy as np
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from posture.commands.articles import Articles, seekable
from posture.commands.cases import as_line
from posture.matching.comparing import compare_words
from posture.matching.fingerprints import Hashes, overlap, sequence_of
from posture.matching.pairing import Pairing
from posture.model import Version

CONTAINED = 0.8  # share of the shorter one's shingles from which a pair is told, whatever its likeness
_KEPT_SHINGLES = 2048  # articles


@click.command()
@click.option(
    "--jsonl",
    metavar="FILE",
    required=True,
    help='Articles {"id", "title"?, "text"}, one a line; - for standard input.',
)
@click.option(
    "--threshold", type=click.FloatRange(0.05, 1.0), default=0.5, show_default=True, help="Least likeness of a pair."
)
def command(jsonl: str, threshold: float) -> None:
    """Find the pairs of near-identical articles in a file, and say of each what it is and what differs."""
    with seekable(jsonl) as file, tempfile.TemporaryFile() as laid, _progress() as progress:
        articles, pairing, store = Articles(file), Pairing(), ShingleStore(laid)
        for version in _read(articles, file, progress):
            sequence = sequence_of(version)
            pairing.add(sequence)
            store.add(np.unique(sequence))
        for pair in _pairs(articles, pairing, store, threshold, progress):
            print(as_line(pair), flush=True)


class ShingleStore:
    """Shingles of many articles on disk; in memory only where each begins."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._ends = array("q", [0])
        self._loaded = lru_cache(maxsize=_KEPT_SHINGLES)(self._load)

    def add(self, hashes: Hashes) -> None:
        """Lay down the shingles of the next article."""
        self._file.write(hashes.tobytes())
        self._ends.append(self._ends[-1] + hashes.nbytes)

    def of(self, place: int) -> Hashes:
        """The shingles of an article, sorted."""
        return self._loaded(place)

    def _load(self, place: int) -> Hashes:
        self._file.seek(self._ends[place])
        return np.frombuffer(self._file.read(self._ends[place + 1] - self._ends[place]), dtype=np.uint64)


def _read(articles: Articles, file: IO[bytes], progress: Progress) -> Iterator[Version]:
    size = file.seek(0, 2)
    task = progress.add_task("reading", total=size)
    for end, version in articles.read():
        progress.update(task, completed=end)
        if isinstance(version, Version):
            yield version
        else:
            print(as_line(version), flush=True)


def _pairs(
    articles: Articles, pairing: Pairing, store: ShingleStore, threshold: float, progress: Progress
) -> Iterator[dict[str, Any]]:
    task = progress.add_task("comparing", total=len(pairing))
    for place, others in pairing.candidates():
        progress.update(task, completed=place)
        for other, likeness, containment in _alike(place, others.tolist(), store, threshold):
            yield _answer(articles, other, place, likeness, containment)
    progress.update(task, completed=len(pairing))


def _alike(
    place: int, others: Iterable[int], store: ShingleStore, threshold: float
) -> Iterator[tuple[int, float, float]]:
    ours = store.of(place)
    for other in others:
        likeness, containment = overlap(ours, store.of(other))
        if likeness >= threshold or containment >= CONTAINED:
            yield other, likeness, containment


def _answer(articles: Articles, a: int, b: int, likeness: float, containment: float) -> dict[str, Any]:
    pair = {"a": articles.id_of(a), "b": articles.id_of(b)}
    try:
        verdict, test, differences = compare_words(articles.outline_of(a), articles.outline_of(b))
    except Exception as error:  # noqa: BLE001 -- one bad pair must not end the others
        return {**pair, "error": f"{type(error).__name__}: {error}; please report this pair"}
    return {
        **pair,
        "verdict": verdict,
        "test": test,
        "likeness": round(likeness, 4),
        "containment": round(containment, 4),
        "differences": [{"field": each.field, "a": each.a, "b": each.b} for each in differences],
    }


def _progress() -> Progress:
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description:>9}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"),
        TimeRemainingColumn(), console=console, disable=not sys.stderr.isatty(), transient=True,
    )  # fmt: skip
