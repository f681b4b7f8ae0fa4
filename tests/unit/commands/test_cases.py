"""Lines that cannot be read, in every command that reads cases: each gets its answer, and the next is read."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from posture.commands import dedupe
from posture.commands.cases import answer_each

HALF = "\\ud800"  # as JSON writes half a character
ARTICLE = '{"id": "good", "text": "US forces left Iraq.", "now": "2024-01-26"}'


def run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "posture", *arguments],
        input=given, capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip


@pytest.mark.parametrize("command", ["explain", "parse", "compare", "dedupe"])
def test_half_a_character_is_an_error_of_its_line(command: str) -> None:
    lines = [f'{{"id": "12", "text": "{HALF} bad"}}', f'{{"id": "{HALF}", "text": "x", "now": "2024-01-26"}}', ARTICLE]
    done = run(command, "--jsonl", "-", given="\n".join(lines))
    assert (done.returncode, done.stderr) == (0, "")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers[:2]] == ["12", HALF]
    assert all("surrogate" in answer["error"] for answer in answers[:2])


def test_the_errors_of_articles_name_the_line_of_the_file_and_their_id() -> None:
    lines = ["", ARTICLE, '{"id": "1", "text": "x", "title": 7}', '{"id": 2}', "[]", "[" * 100_000, ARTICLE]
    done = run("dedupe", "--jsonl", "-", given="\n".join(lines))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    errors = [(answer["id"], answer["error"].split(":")[0]) for answer in answers if "error" in answer]
    assert errors == [("1", "line 3"), (2, "line 4"), (None, "line 5"), (None, "line 6")]
    assert "title" in answers[0]["error"]


def test_a_pair_that_cannot_be_compared_does_not_end_the_others(tmp_path, capsys, monkeypatch) -> None:
    text = "The ministry said on Sunday that 300 soldiers had left the northern base after a ceremony of officials."
    file = tmp_path / "articles.jsonl"
    file.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for name in "abc"), encoding="utf-8")
    answers = iter([ZeroDivisionError("odd"), ("copy", "words", ()), ("copy", "words", ())])

    def compare(*_: object) -> object:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(dedupe, "compare_words", compare)
    dedupe.command.main(["--jsonl", str(file)], standalone_mode=False)
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {(one["a"], one["b"]) for one in told} == {("a", "b"), ("a", "c"), ("b", "c")}
    assert ["ZeroDivisionError" in one.get("error", "") for one in told] == [True, False, False]


def test_an_answer_that_cannot_be_written_is_an_error_of_its_line(tmp_path, capsys) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text('{"id": 1}\n{"id": 2}\n', encoding="utf-8")
    answer_each(str(file), lambda case: {"found": "\ud800" if case["id"] == 1 else "well"})
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first["id"] == 1
    assert "line 1" in first["error"]
    assert second == {"id": 2, "found": "well"}


def test_a_reader_who_stops_reading_is_no_error() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "posture", "parse", "--jsonl", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdout.close()
    _, said = process.communicate(f"{ARTICLE}\n".encode() * 5)
    assert said == b""


@pytest.mark.parametrize(
    ("case", "named"),
    [
        pytest.param({"text": "x", "language": "zz"}, "language", id="a language that we do not read"),
        pytest.param({"text": "x", "language": 5}, "language", id="a language that is no string"),
        pytest.param({"text": "x", "url": 5}, "url", id="an address that is no string"),
        pytest.param({"text": "x", "url": "not a url"}, "url", id="an address that is none"),
        pytest.param({"text": "x", "title": 7}, "title", id="a title that is no string"),
        pytest.param({"text": ["x"]}, "text", id="a text that is a list"),
        pytest.param({"html": 5}, "html", id="a page that is a number"),
        pytest.param({"html": ""}, "page is empty", id="an empty page"),
        pytest.param({"html": "<article><h1>Talks</h1><p>They met.</p></article>"}, "no body text", id="a short page"),
    ],
)
def test_a_case_of_explain_is_refused_by_its_id_and_the_field(case: dict[str, object], named: str) -> None:
    error = json.loads(run("explain", "--jsonl", "-", given=json.dumps({"id": "c1", **case})).stdout)["error"]
    assert error.startswith("case c1: ")
    assert named in error
    assert "selector" not in error


def test_a_page_without_a_body_is_named_as_it_was_given(tmp_path) -> None:
    page = tmp_path / "short.html"
    page.write_text("<article><h1>Talks</h1><p>They met.</p></article>", encoding="utf-8")
    done = run("explain", str(page))
    assert done.returncode == 1
    assert done.stderr.startswith(f"posture: {page}: ")


@pytest.mark.parametrize("url", ["not a url", "example.org/1", "http://[::1", "http://", "http://a.example:port/"])
def test_an_address_that_is_none_is_wrong_use(url: str) -> None:
    done = run("explain", "-", "--url", url, given="Text.")
    assert done.returncode == 2
    assert url in done.stderr
