"""How many dates of news sentences we find and resolve, beside dateparser on the same sentences, and at what speed.

    python tests/benchmarks/parse.py [--json FILE]

The cases are those of tests/cases/parse/. dateparser's search is given the language and the day of the text. A
date counts when its words are covered and its first day is right; of a period dateparser can name one day only, so
any day within it counts for dateparser.
"""

from __future__ import annotations

import argparse
import json
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dateparser.search import search_dates

from posture.text.moments import find_moments

CASES = Path(__file__).parents[1] / "cases" / "parse"
LANGUAGES = {"arabic": "ar", "english": "en"}
Finding = tuple[int, int, date | None, date | None]  # start, end, first day, day after the last
Finder = Callable[[str, date, str], list[Finding]]


def ours(text: str, now: date, language: str) -> list[Finding]:
    """What `posture` finds."""
    found = find_moments(text, now=now, language=language)
    return [(moment.span.start, moment.span.end, moment.from_, moment.to) for moment in found]


def dateparsers(text: str, now: date, language: str) -> list[Finding]:
    """What dateparser finds; it gives the words and one moment, we look the words up."""
    settings = {"RELATIVE_BASE": datetime(now.year, now.month, now.day)}  # noqa: DTZ001 -- what dateparser takes
    findings: list[Finding] = []
    place = 0
    for words, moment in search_dates(text, languages=[language], settings=settings) or []:
        start = text.find(words, place)
        start = text.find(words) if start < 0 else start
        place = start + len(words)
        findings.append((start, place, moment.date(), None))
    return findings


def is_right(finding: Finding, wanted: Mapping[str, Any], text: str) -> bool:
    """Whether the finding overlaps the wanted words and names their day, or a day of their period."""
    start = text.index(wanted["quote"])
    first, after = (wanted.get(name) and date.fromisoformat(wanted[name]) for name in ("from", "to"))
    if finding[0] >= start + len(wanted["quote"]) or finding[1] <= start:
        return False
    if finding[3] is not None or finding[2] is None:
        return finding[2] == first
    if wanted["kind"] == "date" or first is None or after is None:
        return finding[2] in {first, after}
    return first <= finding[2] < after


def cases() -> Iterator[tuple[str, Mapping[str, Any], list[Mapping[str, Any]]]]:
    """Language, case, and the dates and periods it holds."""
    for name, language in LANGUAGES.items():
        for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            yield language, case, [one for one in case["expect"] if one["kind"] in {"date", "period"}]


def measure(finder: Finder) -> dict[str, Any]:
    """Right findings and wanted ones by language and kind, additions, and seconds."""
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    added = 0
    started = time.perf_counter()
    for language, case, dates in cases():
        findings = finder(case["text"], date.fromisoformat(case["now"]), language)
        for one in dates:
            key = f"{language} {one['kind']}"
            wanted[key] += 1
            match = next((finding for finding in findings if is_right(finding, one, case["text"])), None)
            if match is not None:
                right[key] += 1
                findings.remove(match)
        added += len(findings)
    seconds = time.perf_counter() - started
    return {"right": dict(right), "wanted": dict(wanted), "added": added, "seconds": round(seconds, 3)}


def main() -> None:
    """Measure both in one run and print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--json", metavar="FILE", type=Path)
    chosen = options.parse_args()
    warnings.simplefilter("ignore")  # dateparser's own deprecations
    figures = {"posture": measure(ours), "dateparser": measure(dateparsers)}
    mine, theirs = figures["posture"], figures["dateparser"]
    print(f"{'cases':24}{'posture':>10}{'dateparser':>12}{'ratio':>8}")
    for key, total in mine["wanted"].items():
        ours_right, theirs_right = mine["right"].get(key, 0), theirs["right"].get(key, 0)
        ratio = ours_right / theirs_right if theirs_right else float("inf")
        print(f"{f'{key} ({total})':24}{ours_right:>10}{theirs_right:>12}{ratio:>8.2f}")
    print(f"{'wrong or added':24}{mine['added']:>10}{theirs['added']:>12}")
    speed = theirs["seconds"] / mine["seconds"]
    print(f"{'seconds':24}{mine['seconds']:>10}{theirs['seconds']:>12}{speed:>8.1f}")
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
