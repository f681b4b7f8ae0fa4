"""`posture explain`: the keys that others read, wrong use, and lines that cannot be read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

CASES = Path(__file__).parents[2] / "cases" / "explain"
CLAIM_KEYS = {
    "kind", "count_low", "count_high", "about", "bound", "force", "role", "place", "as_of", "from", "to", "event",
    "target", "casualties", "polarity", "modality", "speaker", "via", "confidence", "rule", "evidence",
}  # fmt: skip

SENTENCE = "قوات\nقال البنتاغون إن نحو 2500 جندي أمريكي في العراق."


def explain(*arguments: str, given: str | bytes = "") -> subprocess.CompletedProcess[str]:
    data = given.encode() if isinstance(given, str) else given
    done = subprocess.run(
        [sys.executable, "-m", "posture", "explain", *arguments], input=data, capture_output=True, check=False
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_the_document_has_every_key():
    done = explain("-", "--json", "--published", "2024-01-26", given=SENTENCE)
    document = json.loads(done.stdout)
    assert set(document) == {
        "id", "title", "body", "language", "published_at", "outlet", "agency", "relevance", "mentions", "claims",
        "warnings",
    }  # fmt: skip
    assert (document["id"], document["title"], document["published_at"]) == ("-", "قوات", "2024-01-26")
    (claim,) = document["claims"]
    assert set(claim) == CLAIM_KEYS
    assert (claim["kind"], claim["count_low"], claim["about"], claim["speaker"]) == (
        "force_level", 2500, True, "us_defense_department",
    )  # fmt: skip
    for one in claim["evidence"]:
        assert document[one["in"]][one["start"] : one["end"]] == one["quote"]


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        pytest.param([], "nothing to explain", id="no path"),
        pytest.param(["no/such/file.txt"], "no/such/file.txt", id="no such file"),
        pytest.param(["-", "--published", "yesterday"], "yesterday", id="no day"),
        pytest.param(["x.txt", "--jsonl", "-"], "not both", id="path and cases"),
        pytest.param(["-", "--lang", "fr"], "fr", id="another language"),
    ],
)
def test_wrong_use_is_one_line_and_status_two(arguments, names):
    done = explain(*arguments, given="text")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert names in done.stderr


def test_each_line_gets_its_answer_in_order():
    lines = [
        json.dumps({"id": "a", "title": "US troops", "text": "US forces left Iraq.", "published": "2024-01-26"}),
        "{not json",
        json.dumps({"id": "b", "text": 5}),
        json.dumps({"id": "c"}),
        json.dumps({"id": "d", "text": "Hello.", "published": "26 January"}),
        json.dumps({"id": "e", "text": "The coalition handed over K1 base.", "published": "2020-03-29T10:00:00+03:00"}),
    ]
    done = explain("--jsonl", "-", given="\n".join(lines))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", None, "b", "c", "d", "e"]
    assert ["error" in answer for answer in answers] == [False, True, True, True, True, False]
    assert answers[5]["published_at"] == "2020-03-29T10:00:00+03:00"


def test_a_reader_sees_names_and_never_ids():
    text = (
        "The Iraqi prime minister said on Thursday that about 2,500 American advisers remain at Ain al-Asad.\n"
        "Foreign Minister Fuad Hussein denied that a rocket attack had hit Harir air base."
    )
    shown = explain("-", "--published", "2024-01-26", given=text)
    document = json.loads(explain("-", "--json", "--published", "2024-01-26", given=text).stdout)
    fields = ("force", "place", "target", "speaker", "event", "role")
    ids = {claim[key] for claim in document["claims"] for key in fields} - {None}
    ids |= {reason["name"] for reason in document["relevance"]["because"]}
    assert len({one for one in ids if "_" in one}) > 3
    assert [one for one in ids if "_" in one and one in shown.stdout] == []
    assert "Ain al-Asad" in shown.stdout
    assert "26 Jan 2024" in shown.stdout


def test_a_reader_sees_the_claims_and_their_words():
    done = explain(
        "-", "--published", "2024-01-26", given="US forces\nAbout 900 American soldiers are stationed in Syria."
    )
    assert done.returncode == 0
    assert "Force level" in done.stdout
    assert "about 900" in done.stdout


@pytest.mark.parametrize("case", sorted(CASES.glob("*.json")), ids=lambda path: path.stem)
def test_a_case_yields_what_its_file_expects(case):
    """A case file holds a case and, per claim, the fields that a careful reader would give."""
    content = json.loads(case.read_text(encoding="utf-8"))
    done = explain("--jsonl", "-", given=json.dumps(content["case"]))
    answer = json.loads(done.stdout)
    found = [
        {key: claim[key] for key in wanted} for wanted, claim in zip(content["claims"], answer["claims"], strict=True)
    ]
    assert found == content["claims"]
    assert [warning["kind"] for warning in answer["warnings"]] == content["warnings"]
