"""Our figures beside those of peers, measured in the same run.

python -m tests.benchmarks [--only NAME] [--json FILE]

Each benchmark is a script of this folder that takes `--json FILE`. It runs in a process of its own, so that none warms
the caches of another or leaves it memory.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console

FOLDER = Path(__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_"))


def measured(name: str) -> Any:
    """The figures of one benchmark, which prints its table itself; None when it failed."""
    with tempfile.TemporaryDirectory() as folder:
        figures = Path(folder) / "figures.json"
        done = subprocess.run([sys.executable, str(FOLDER / f"{name}.py"), "--json", str(figures)], check=False)
        return json.loads(figures.read_text(encoding="utf-8")) if done.returncode == 0 else None


def main() -> int:
    """Run all benchmarks, or one; 1 when one of them failed."""
    options = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", description="Our figures beside those of peers."
    )
    options.add_argument("--only", metavar="NAME", choices=NAMES, help=", ".join(NAMES))
    options.add_argument("--json", metavar="FILE", type=Path)
    chosen = options.parse_args()
    console = Console()
    found: dict[str, Any] = {}
    for name in [chosen.only] if chosen.only else NAMES:
        console.rule(name, align="left")
        found[name] = measured(name)
    if chosen.json:
        chosen.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return int(None in found.values())


if __name__ == "__main__":
    sys.exit(main())
