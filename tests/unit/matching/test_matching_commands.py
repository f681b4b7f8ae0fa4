# ruff: noqa: E501 -- sample texts are easier to read on one line
"""`posture compare` and `posture dedupe`, as they are called."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from posture.commands.compare import command as compare
from posture.commands.dedupe import command as dedupe

WIRE = "The ministry said on Sunday that 300 soldiers had left the northern base after a ceremony attended by local officials."
CASES = [
    {"id": "variant", "a": {"text": WIRE}, "b": {"text": WIRE.replace("300", "500")}},
    {"id": "copy", "a": {"title": "Soldiers leave", "text": WIRE}, "b": {"title": "Base emptied", "text": WIRE}},
    {"id": "update", "a": {"text": WIRE, "url": "http://a.example/1"}, "b": {"text": WIRE.replace("300", "500"), "url": "http://a.example/1"}},
    {"id": "no text", "a": {}, "b": {"text": WIRE}},
    {"id": "bad day", "a": {"text": WIRE, "published": "yesterday"}, "b": {"text": WIRE}},
]  # fmt: skip


def lines(path: Path, rows: list[object]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def test_compare_answers_each_case_in_order(tmp_path: Path) -> None:
    ran = CliRunner().invoke(compare, ["--jsonl", lines(tmp_path / "cases.jsonl", CASES)], catch_exceptions=False)
    answers = [json.loads(line) for line in ran.output.splitlines()]
    assert [answer["id"] for answer in answers] == [case["id"] for case in CASES]
    assert [answer.get("verdict") for answer in answers] == ["variant", "copy", "update", None, None]
    assert answers[0]["differences"][0]["a"] == "300"
    assert {"test", "copy_likeness", "same_story", "story_likeness", "differences", "shared"} <= answers[0].keys()
    assert "error" in answers[3]
    assert "yesterday" in answers[4]["error"]


def test_compare_prints_two_files_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Soldiers leave base\n{WIRE}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"Soldiers leave base\n{WIRE.replace('300', '500')}", encoding="utf-8")
    ran = CliRunner().invoke(compare, [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], catch_exceptions=False)
    assert ran.exit_code == 0
    assert "variant" in ran.output
    assert "500" in ran.output


@pytest.mark.parametrize("arguments", [[], ["only-one.txt"], ["a", "b", "--jsonl", "c"]])
def test_compare_wants_two_files_or_cases(arguments: list[str]) -> None:
    assert CliRunner().invoke(compare, arguments).exit_code == 2


ARTICLES = [
    {"id": 1, "title": "Soldiers leave", "text": WIRE},
    {"id": "two", "title": "Base emptied", "text": WIRE.replace("300", "500")},
    {"id": 3, "text": "Farmers in the south began to harvest wheat two weeks late because of unusually heavy rain in spring."},
    {"id": 4, "title": "Long", "text": "Prices rose again in the capital as traders waited for the budget to be passed by parliament.\n" * 3 + WIRE},
    {"id": 5, "title": "", "text": ""},
    {"id": 6, "title": "", "text": ""},
]  # fmt: skip


def test_dedupe_tells_each_pair_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = lines(tmp_path / "articles.jsonl", ARTICLES)
    ran = CliRunner().invoke(dedupe, ["--jsonl", path], catch_exceptions=False)
    answers = [json.loads(line) for line in ran.output.splitlines()]
    assert [(answer["a"], answer["b"], answer["verdict"]) for answer in answers] == [
        (1, "two", "variant"),
        (1, 4, "copy"),
    ]
    assert [(each["field"], each["a"], each["b"]) for each in answers[0]["differences"]] == [("figure", "300", "500")]
    assert answers[1]["containment"] == 1.0
    assert answers[1]["likeness"] < 0.5


def test_dedupe_goes_on_after_a_bad_line(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    good = "".join(json.dumps(row) + "\n" for row in (ARTICLES[0], ARTICLES[1]))
    path.write_text(good + "{broken\n" + json.dumps({"text": "no id"}) + "\n", encoding="utf-8")
    ran = CliRunner().invoke(dedupe, ["--jsonl", str(path)], catch_exceptions=False)
    answers = [json.loads(line) for line in ran.output.splitlines()]
    assert sum("error" in answer for answer in answers) == 2
    assert answers[-1]["verdict"] == "variant"


class Pipe(io.BytesIO):
    """Standard input that cannot be read twice."""

    def seekable(self) -> bool:
        return False


def test_dedupe_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    content = "".join(json.dumps(row) + "\n" for row in ARTICLES).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Pipe(content)))
    dedupe.main(["--jsonl", "-"], standalone_mode=False)
    assert len(capsys.readouterr().out.splitlines()) == 2
