"""The pipeline against the real sources: everything up, schedules on, until Ctrl-C."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from posture.adapters.places import PROJECT
from posture.errors import Misconfigured
from posture.runtime.stack import Stack
from posture.runtime.surroundings import mailbox, make_ready, show_addresses, smtp_address


def run(stack: Stack) -> None:
    """Bring all up and stay. Without POSTURE_SMTP_URL, mails go to a mailbox on loopback and from there to a folder."""
    read_settings(PROJECT / ".env")
    databases = stack.databases()
    given = os.environ.get("POSTURE_SMTP_URL")
    mail = smtp_address(given, stack.data) if given else stack.exits.enter_context(mailbox(stack.data))
    airflow = stack.airflow(
        databases,
        {"posture_smtp": mail},
        prepare=lambda: make_ready(databases, now=datetime.now(UTC), sources=None),
    )
    airflow.api.trigger("collect")
    stack.teller.console.print()
    show_addresses(stack, airflow, databases)
    stack.teller.console.print("\nCollects every 15 minutes; all stays up until Ctrl-C.")
    stack.stay(airflow)


def read_settings(path: Path) -> None:
    """Take the settings of a file, `NAME=value` a line; what the environment says already goes before them."""
    if not path.is_file():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        entry = line.strip().removeprefix("export ")
        if not entry or entry.startswith("#"):
            continue
        name, equals, value = entry.partition("=")
        if not equals or not name.isidentifier():
            raise Misconfigured(
                f"line {number} is not NAME=value", item=path.name, remedy="see .env.example for the names"
            )
        if value:
            os.environ.setdefault(name, value.strip("\"'"))
