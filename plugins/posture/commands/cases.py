"""Cases in, answers out: the `--jsonl` form that `explain`, `parse` and `compare` share."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any

import click

from posture.errors import PostureError

Case = Mapping[str, Any]
Answer = Mapping[str, Any]


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """The file of this name, or standard input for `-`."""
    if path == "-":
        yield sys.stdin.buffer
        return
    try:
        file = open(path, "rb")  # noqa: PTH123, SIM115 -- closed below, and `-` is no path
    except OSError as error:
        raise click.UsageError(f"{path}: {error.strerror}; give a file that exists, or - for standard input") from error
    with file:
        yield file


def answer_each(path: str, answer: Callable[[Case], Answer]) -> None:
    """Print one answer a line for each case a line, in the same order; a bad line gets an answer that says so."""
    with opened(path) as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                print(json.dumps(_answer_line(line, number, answer), ensure_ascii=False), flush=True)


def _answer_line(line: bytes, number: int, answer: Callable[[Case], Answer]) -> Answer:
    try:
        case = json.loads(line)
    except ValueError as error:
        return {"id": None, "error": f"line {number}: not JSON ({error}); give one JSON object a line"}
    if not isinstance(case, dict):
        return {"id": None, "error": f"line {number}: not an object; give one JSON object a line"}
    name = case.get("id")
    try:
        return {"id": name, **answer(case)}
    except PostureError as error:
        return {"id": name, "error": str(error)}
    except Exception as error:  # noqa: BLE001 -- one bad case must not end the others
        return {"id": name, "error": f"line {number}: {type(error).__name__}: {error}; please report this case"}
