"""The pages of the house are true: what they name exists, and nothing in them belongs to one machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from posture.__main__ import COMMANDS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name]


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", README))
def test_what_the_readme_shows_exists(link: str) -> None:
    assert (ROOT / link).is_file()


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:seeds|sql|dags|plugins)/[\w./]*)`", README))))
def test_a_path_that_the_readme_names_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_every_command_and_target_that_the_readme_names_exists() -> None:
    assert set(re.findall(r"posture ([a-z]+)", README)) - {"is"} <= set(COMMANDS)
    assert set(re.findall(r"make ([a-z]+)", README)) - {"what"} <= TARGETS


def test_no_committed_file_names_a_machine_or_a_registry() -> None:
    # written in two parts, so that this file does not name them either
    machine = re.compile(
        "|".join(("/wo" + "rk/", "/ro" + r"ot/\.", "/tmp/ba" + "sh_jobs", "index-u" + "rl=", "files.python" + "hosted"))
    )
    wrong = {}
    for path in tracked():
        if path.suffix in {".png", ".gz"} or not path.is_file():
            continue
        found = machine.search(path.read_text(encoding="utf-8", errors="replace"))
        if found:
            wrong[str(path.relative_to(ROOT))] = found[0]
    assert wrong == {}


def test_no_two_test_files_share_a_name() -> None:
    # pytest imports them by their bare names: the second would be refused, and its tests never run
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))
