"""Days and windows of days as options of a command."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import click


class Day(click.ParamType[date]):
    """A day as 2024-01-26."""

    name = "DAY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; wrong use when it is none."""
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2024-01-26", param, ctx)


DAY = Day()
