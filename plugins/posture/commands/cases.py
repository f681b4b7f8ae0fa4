"""Cases in, answers out: the `--jsonl` form that `explain`, `parse` and `compare` share."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any

import click

from posture.errors import PostureError, Rejected

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
                print(_answer_line(line, number, answer), flush=True)


def case_of(line: bytes, *, number: int) -> dict[str, Any]:
    """The case on a line, counted from 1. Raises Rejected when there is no object on it."""
    item, remedy = f"line {number}", "give one JSON object a line"
    try:
        case = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Rejected(f"not JSON ({error})", item=item, remedy=remedy) from error
    if not isinstance(case, dict):
        raise Rejected("not an object", item=item, remedy=remedy)
    return case


def refuse_halves(case: Case, *, number: int) -> None:
    """Raise Rejected when a string of the case is no text: `\\ud800` alone is half a character."""
    if not _is_printable(case):
        what, remedy = "a lone surrogate such as \\ud800 is no character", "write the text in UTF-8"
        raise Rejected(what, item=f"line {number}", remedy=remedy)


def failure(error: Exception, *, name: object, number: int) -> Answer:
    """The answer to a case that could not be answered, under the id that it has."""
    known = isinstance(error, PostureError)
    what = str(error) if known else f"line {number}: {type(error).__name__}: {error}; please report this case"
    return {"id": name if _is_printable(name) else _escaped(str(name)), "error": _escaped(what)}


def as_line(answer: Answer) -> str:
    """An answer as one line of JSON. Raises ValueError when it cannot be written in UTF-8."""
    line = json.dumps(answer, ensure_ascii=False)
    line.encode()
    return line


def _answer_line(line: bytes, number: int, answer: Callable[[Case], Answer]) -> str:
    name = None
    try:
        case = case_of(line, number=number)
        name = case.get("id")
        refuse_halves(case, number=number)
        return as_line({"id": name, **answer(case)})
    except Exception as error:  # noqa: BLE001 -- one bad case must not end the others
        return as_line(failure(error, name=name, number=number))


def _is_printable(value: object) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _escaped(text: str) -> str:
    return text.encode(errors="backslashreplace").decode()
