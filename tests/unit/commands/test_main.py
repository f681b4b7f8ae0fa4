"""The command line as a whole: whatever goes wrong is one line on standard error."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from posture import __main__ as entry


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "posture", *arguments], capture_output=True, check=False, encoding="utf-8"
    )


@pytest.mark.parametrize("name", ["sources", "warc"])
def test_a_group_without_a_command_shows_its_help(name: str) -> None:
    done = run(name)
    assert done.returncode == 2
    assert f"Usage: posture {name}" in done.stdout
    assert done.stderr == f"posture: no command given; see posture {name} --help\n"


@pytest.mark.parametrize("command", ["demo", "run"])
@pytest.mark.parametrize("port", ["99999999", "0", "-1", "http"])
def test_a_port_that_is_none_is_wrong_use(command: str, port: str) -> None:
    done = run(command, "--port", port)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "--port" in done.stderr


def test_a_folder_that_cannot_be_written_is_named(tmp_path) -> None:
    (tmp_path / "file").write_text("")
    done = run("demo", "--data", str(tmp_path / "file" / "below"), "--once")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert str(tmp_path / "file" / "below") in done.stderr
    assert "DATA=" in done.stderr


@pytest.mark.parametrize("shown", [False, True])
def test_what_nobody_foresaw_is_one_line_too(shown: bool, monkeypatch, capsys) -> None:
    @click.command()
    def fail() -> None:
        raise ZeroDivisionError("once\nand again")

    monkeypatch.setattr(entry, "cli", fail)
    monkeypatch.setattr(sys, "argv", ["posture"])
    monkeypatch.setenv("POSTURE_TRACEBACK", "1" if shown else "")
    with pytest.raises(SystemExit) as ended:
        entry.main()
    said = capsys.readouterr().err
    assert ended.value.code == 1
    assert said.splitlines()[-1].startswith("posture: ZeroDivisionError: once and again")
    assert ("Traceback" in said) == shown
