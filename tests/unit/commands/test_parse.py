"""`posture parse`: one answer a line, in the words of the interface."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from posture.commands.parse import answer, command
from posture.errors import Rejected


def test_answers_carry_kind_place_quote_and_values() -> None:
    text = "أكثر من 3000 جندي حتى 30 أيلول 2026"
    bounded, moment = answer({"text": text, "now": "2025-03-12"})["found"]
    assert (bounded["kind"], bounded["low"], bounded["high"]) == ("range", 3000, None)
    assert text[bounded["start"] : bounded["end"]] == bounded["quote"] == "أكثر من 3000"
    assert (moment["kind"], moment["from"], moment["to"], moment["bound"]) == ("period", None, "2026-10-01", "until")


def test_whole_numbers_are_printed_whole() -> None:
    (found,) = answer({"text": "2.5 thousand", "now": "2025-03-12"})["found"]
    assert json.dumps(found["value"]) == "2500"


@pytest.mark.parametrize("case", [{"text": "2500"}, {"text": "2500", "now": "soon"}, {"now": "2025-03-12"}])
def test_a_case_without_its_fields_is_refused_by_name(case: dict[str, str]) -> None:
    with pytest.raises(Rejected) as refused:
        answer(case)
    assert refused.value.item in {"now", "text"}


def test_a_bad_line_does_not_stop_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text('{"id": 1, "text": "2500", "now": "2025-03-12"}\nnot json\n{"id": 3, "text": "5"}\n', "utf-8")
    command.main(["--jsonl", str(file)], standalone_mode=False)
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert answers[0]["found"][0]["value"] == 2500
    assert "not JSON" in answers[1]["error"]
    assert answers[2]["error"].startswith("now: ")


def test_a_text_is_shown_for_a_person() -> None:
    shown = CliRunner().invoke(command, ["--now", "2025-03-12", "about", "2,500", "troops", "yesterday"]).output
    assert "about 2,500" in shown
    assert "2025-03-11" in shown
