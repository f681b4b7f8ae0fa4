"""Expected claims read from the text files beside this one, and found claims scored against them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from posture.adapters.phrases import read_phrases
from posture.adapters.seeds import read_lexicon
from posture.extracting.extraction import extract
from posture.lexicon.entries import holder
from posture.model import Claim, Version
from posture.reading.texts import read_text

FOLDER = Path(__file__).parent
CORPUS = FOLDER.parents[2] / "seeds" / "corpus"


@dataclass
class Expected:
    kinds: frozenset[str]
    fields: dict[str, list[str]]
    words: list[str]
    optional: bool
    line: str


@dataclass
class Passage:
    name: str
    language: str
    version: Version
    expected: list[Expected]


@dataclass
class Score:
    right: int = 0
    missed: int = 0
    wrong: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.missed + self.wrong)


def passages(name: str) -> list[Passage]:
    found: list[Passage] = []
    blocks = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n=== ")[1:]
    for block in blocks:
        head, *lines = block.strip("\n").split("\n")
        parts = [part.strip() for part in head.split("|")]
        expected = [_expected(line) for line in lines if line[:2] in ("= ", "? ")]
        body = "\n".join(line for line in lines if line[:2] not in ("= ", "? "))
        day = date.fromisoformat(parts[-1])
        if not body.strip():
            body = (CORPUS / f"{parts[0]}.txt").read_text(encoding="utf-8")
        version = read_text(body, published=day)
        found.append(Passage(parts[0], version.language, version, expected))
    return found


def _expected(line: str) -> Expected:
    facts, _, words = line[2:].partition(" @ ")
    kind, *rest = [one.strip() for one in facts.split(";")]
    fields = {key: value.split("|") for key, _, value in (one.partition("=") for one in rest)}
    return Expected(frozenset(kind.split("|")), fields, words.split("|"), line[0] == "?", line)


def value_of(claim: Claim, key: str) -> list[str]:
    harm = claim.casualties or {}
    own: dict[str, Any] = {
        "count": [claim.count_low, claim.count_high],
        "low": [claim.count_low],
        "high": [claim.count_high],
        "vague": [claim.count_low is not None or claim.count_high is not None],
        "killed": [harm.get("killed")],
        "wounded": [harm.get("wounded")],
        "from": [claim.from_],
    }
    values = own[key] if key in own else [getattr(claim, key)]
    return ["-" if value is None else str(value).lower() if isinstance(value, bool) else str(value) for value in values]


def fits(claim: Claim, wanted: Expected, version: Version, *, strict: bool = True) -> list[str] | None:
    """The fields in which they disagree; None when it is not about the same words or kind at all."""
    if claim.kind not in wanted.kinds or not _overlaps(claim, wanted, version):
        return None
    bad = []
    for key, allowed in wanted.fields.items():
        got = value_of(claim, key)
        if not any(_allows(one, value, version) for one in allowed for value in got):
            bad.append(f"{key}: {'/'.join(got)} for {'|'.join(allowed)}")
    return bad


def _allows(allowed: str, value: str, version: Version) -> bool:
    if allowed.startswith("@"):
        office = {"@prime_minister": "iraqi_prime_minister"}[allowed]
        day = version.published.day if version.published else date.max
        return value in (office, holder(read_lexicon(), office, day))
    return value.startswith(allowed[:-1]) if allowed.endswith("*") else value == allowed


def _overlaps(claim: Claim, wanted: Expected, version: Version) -> bool:
    for one in claim.evidence:
        if one.role in ("speaker", "via", "modality", "polarity"):
            continue
        text = version.text(one.where)
        for words in wanted.words:
            at = text.find(words)
            while at >= 0:
                if one.span.start < at + len(words) and at < one.span.end:
                    return True
                at = text.find(words, at + 1)
    return False


def score(name: str) -> dict[tuple[str, str], Score]:
    """Scores by language and kind over one file of expected claims."""
    scores: dict[tuple[str, str], Score] = {}
    for passage in passages(name):
        _score_passage(passage, scores)
    only = kinds_of(name)
    return {key: own for key, own in scores.items() if not only or key[1] in only}


def kinds_of(name: str) -> frozenset[str]:
    """The kinds of claims that a file is about; none named means all."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()[:3]
    named = [line.removeprefix("# only:") for line in lines if line.startswith("# only:")]
    return frozenset(kind.strip() for kind in ",".join(named).split(",") if kind.strip())


def _score_passage(passage: Passage, scores: dict[tuple[str, str], Score]) -> None:
    found = extract(passage.version, read_lexicon(), read_phrases())
    for wanted in passage.expected:
        texts = passage.version.title, passage.version.body
        assert any(words in text for words in wanted.words for text in texts), (
            f"{passage.name}: not in the text: {wanted.line}"
        )
    left = list(found.claims)
    near: Counter[str] = Counter()
    for wanted in sorted(passage.expected, key=lambda one: one.optional):
        trials = [(claim, fits(claim, wanted, passage.version)) for claim in left]
        good = next((claim for claim, bad in trials if bad == []), None)
        kind = sorted(wanted.kinds)[0] if good is None else good.kind
        own = scores.setdefault((passage.language, kind), Score())
        if good is not None:
            left.remove(good)
            own.right += not wanted.optional
        elif not wanted.optional:
            own.missed += 1
            why = min((bad for _, bad in trials if bad), key=len, default=["nothing found"])
            own.notes.append(f"MISS {passage.name} {wanted.line} -- {'; '.join(why)}")
            near[kind] += 1
    for claim in left:
        if any(fits(claim, wanted, passage.version) == [] for wanted in passage.expected):
            continue  # said twice, in title and body or in two ways: right, but counted once
        own = scores.setdefault((passage.language, claim.kind), Score())
        own.wrong += 1
        own.notes.append(f"WRONG {passage.name} {brief(claim)}")


def brief(claim: Claim) -> str:
    keys = (
        "event",
        "count_low",
        "count_high",
        "force",
        "role",
        "place",
        "target",
        "as_of",
        "from_",
        "to",
        "modality",
        "polarity",
        "speaker",
        "via",
        "casualties",
    )
    facts = [
        f"{key}={getattr(claim, key)}" for key in keys if getattr(claim, key) not in (None, "asserted", "affirmed")
    ]
    return f"{claim.kind} {claim.rule} {' '.join(facts)} «{claim.evidence[0].quote}»"


def table(name: str, *, notes: bool = False) -> str:
    """The scores as lines of text."""
    lines = [f"{name:<10} {'kind':<14} {'right':>5} {'missed':>6} {'wrong':>5} {'P':>5} {'R':>5} {'F1':>5}"]
    for (language, kind), own in sorted(score(name).items()):
        lines.append(
            f"{language:<10} {kind:<14} {own.right:>5} {own.missed:>6} {own.wrong:>5}"
            f" {own.precision:>5.2f} {own.recall:>5.2f} {own.f1:>5.2f}"
        )
        lines += [f"    {note}" for note in own.notes if notes]
    return "\n".join(lines)


if __name__ == "__main__":
    import sys

    for file in sys.argv[1:]:
        print(table(file, notes=True))
