"""Matching beside its peers: `posture dedupe` against datasketch's MinHashLSH on the same shingles, and against
every pair.

Synthetic articles in two alphabets, with planted copies, edited copies, variants and short items inside long
ones. Truth is every pair whose exact likeness or containment is high enough, found through an inverted index of
all shingles.

python tests/benchmarks/match.py [--articles 2000] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from datasketch import MinHash, MinHashLSH
from rich.console import Console
from rich.table import Table

from posture.matching.fingerprints import BANDS, ROWS, shingles
from posture.model import Version

LIKE, CONTAINED = 0.5, 0.8
# A process begins with the peak memory of the one that started it: a small one stands between, and tells the true peak.
_MEASURED = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, *sys.argv[1:]])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(done.returncode)
"""
_SYLLABLES = {
    "ar": ["با", "تي", "سو", "مر", "كا", "لي", "نو", "دا", "رش", "عم", "في", "هي", "زو", "طا", "قي"],
    "en": ["ba", "ti", "so", "mar", "ka", "li", "no", "da", "resh", "om", "fi", "hi", "zo", "ta", "ki"],
}


def vocabulary(language: str, size: int, chance: random.Random) -> list[str]:
    """Words that look like none, as many as a year of one desk uses."""
    words: set[str] = set()
    while len(words) < size:
        words.add("".join(chance.choices(_SYLLABLES[language], k=chance.randint(1, 4))))
    return sorted(words)


class Press:
    """Articles whose words are drawn as language draws them: few often, many rarely (Zipf)."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words = {language: vocabulary(language, 8000, self.chance) for language in ("ar", "en")}
        self.weights = [1 / rank for rank in range(1, 8001)]
        for words in self.words.values():
            self.chance.shuffle(words)

    def article(self, language: str, length: int) -> list[str]:
        return self.chance.choices(self.words[language], self.weights, k=length)

    def edited(self, text: list[str], language: str, share: float) -> list[str]:
        return [self.chance.choice(self.words[language]) if self.chance.random() < share else word for word in text]


def articles(count: int, seed: int) -> list[str]:
    """Texts, a third of them made from an earlier one, in no order."""
    press = Press(seed)
    texts: list[str] = []
    while len(texts) < count:
        language = press.chance.choice(("ar", "en"))
        text = press.article(language, press.chance.randint(60, 260))
        texts.append(printed(text))
        if press.chance.random() < 0.5:
            texts.append(printed(made_from(text, language, press)))
    press.chance.shuffle(texts)
    return texts[:count]


def made_from(text: list[str], language: str, press: Press) -> list[str]:
    """A copy, an edited copy, a longer or shorter one, or a long article that holds it."""
    how = press.chance.random()
    if how < 0.5:
        return press.edited(text, language, press.chance.choice((0.0, 0.01, 0.03, 0.06, 0.1, 0.14)))
    if how < 0.75:
        around = press.article(language, press.chance.randint(200, 700))
        cut = press.chance.randint(0, len(around))
        return around[:cut] + press.edited(text, language, 0.01) + around[cut:]
    start = press.chance.randint(0, len(text) // 2)
    return text[start : start + max(20, len(text) // 3)]


def printed(words: list[str]) -> str:
    """Sentences of some fifteen words."""
    return "\n".join(" ".join(words[at : at + 15]) + "." for at in range(0, len(words), 15))


def truth(sets: list[frozenset[int]]) -> set[tuple[int, int]]:
    """Every pair that is like or contained enough."""
    holders: dict[int, list[int]] = defaultdict(list)
    found: set[tuple[int, int]] = set()
    for place, ours in enumerate(sets):
        shared = Counter(other for shingle in ours for other in holders[shingle])
        for other, common in shared.items():
            if (
                common / (len(ours) + len(sets[other]) - common) >= LIKE
                or common / min(len(ours), len(sets[other])) >= CONTAINED
            ):
                found.add((other, place))
        for shingle in ours:
            holders[shingle].append(place)
    return found


def by_datasketch(sets: list[frozenset[int]], rows: int) -> Iterator[tuple[int, int]]:
    """The pairs that MinHashLSH proposes with a signature of this many rows."""
    index = MinHashLSH(threshold=LIKE, num_perm=rows)
    for place, ours in enumerate(sets):
        signature = MinHash(num_perm=rows)
        signature.update_batch([shingle.to_bytes(8, "big") for shingle in ours])
        for other in index.query(signature):
            yield other, place
        index.insert(place, signature)


def by_us(texts: list[str]) -> tuple[set[tuple[int, int]], float, float]:
    """The pairs that the command prints, its seconds and its peak memory in megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text(
            "".join(json.dumps({"id": place, "title": "", "text": text}) + "\n" for place, text in enumerate(texts))
        )
        began = time.perf_counter()
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                _MEASURED,
                "-m",
                "posture",
                "dedupe",
                "--jsonl",
                str(path),
                "--threshold",
                str(LIKE),
            ],
            capture_output=True,
            check=True,
        )
        seconds = time.perf_counter() - began
    found = {(answer["a"], answer["b"]) for answer in map(json.loads, done.stdout.splitlines())}
    return found, seconds, int(done.stderr) / 1024


def measured(count: int, seed: int) -> dict[str, object]:
    """The figures of one run."""
    texts = articles(count, seed)
    ours, seconds, megabytes = by_us(texts)
    sets = [frozenset(shingles(Version(title="", body=text, language="und")).tolist()) for text in texts]
    wanted = truth(sets)
    like = {pair for pair in wanted if len(sets[pair[0]] & sets[pair[1]]) / len(sets[pair[0]] | sets[pair[1]]) >= LIKE}
    result: dict[str, object] = {
        "articles": count, "text_megabytes": round(sum(len(text.encode()) for text in texts) / 1e6, 1),
        "pairs": len(wanted), "like_pairs": len(like),
        "posture": {"recall": share(wanted, ours), "recall_like": share(like, ours), "seconds": round(seconds, 1),
                    "peak_megabytes": round(megabytes), "false_pairs": len(ours - wanted)},
    }  # fmt: skip
    for name, rows in (("datasketch_same_signature", BANDS * ROWS), ("datasketch_128", 128)):
        began = time.perf_counter()
        found = set(by_datasketch(sets, rows))
        result[name] = {
            "recall": share(wanted, found), "recall_like": share(like, found),
            "seconds": round(time.perf_counter() - began, 1),
        }  # fmt: skip
    return result


def share(wanted: set[tuple[int, int]], found: set[tuple[int, int]]) -> float:
    """The share of wanted pairs that were found."""
    return round(len(wanted & found) / len(wanted), 4) if wanted else 1.0


def main() -> None:
    """Print the table of ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    result = measured(options.articles, options.seed)
    if options.json:
        options.json.write_text(json.dumps(result, indent=1) + "\n")
    ours = result["posture"]
    table = Table(
        "",
        "recall",
        "of like pairs",
        "seconds",
        "recall, ours to theirs",
        title=f"{options.articles} articles, {result['pairs']} pairs",
    )
    for name in ("posture", "datasketch_same_signature", "datasketch_128"):
        row = result[name]
        assert isinstance(row, dict)
        assert isinstance(ours, dict)
        table.add_row(
            name,
            f"{row['recall']:.4f}",
            f"{row['recall_like']:.4f}",
            f"{row['seconds']}",
            f"{ours['recall'] / row['recall']:.2f}",
        )
    console = Console()
    console.print(table)
    console.print(
        f"posture: peak {ours['peak_megabytes']} MB for {result['text_megabytes']} MB of text; "
        "seconds include verdicts and differences"
    )


if __name__ == "__main__":
    main()
