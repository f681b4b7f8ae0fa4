"""Where the project's own files lie: seeds and SQL are read from the checkout, not from the package."""

from __future__ import annotations

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
SQL = PROJECT / "sql"
SEEDS = PROJECT / "seeds"
