"""What demo and run both need beside Airflow: a database made ready, a mailbox, the closing addresses."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from posture.adapters.database_urls import without_password
from posture.adapters.world import open_world
from posture.errors import Transient
from posture.runtime import processes
from posture.runtime.airflow import Airflow
from posture.runtime.airflow_settings import USER, keys
from posture.runtime.analyst import analyst_url
from posture.runtime.closing import show_where
from posture.runtime.stack import Databases, Stack
from posture.steps.prepare import prepare

_MAIL_PORTS = range(8025, 8060)
_PATIENCE = 20  # seconds until the mailbox listens


def marked_environment(data: Path) -> dict[str, str]:
    """Our environment with the mark by which a process of ours is found again."""
    return {**os.environ, processes.MARK: str(data)}


def make_ready(databases: Databases, *, now: datetime, sources: Path | None) -> str:
    """Migrate, rebuild the views, load sources and seed articles; how much of each there was."""
    with open_world(database_url=databases.posture, now=now, run="prepare", sources=sources) as world:
        counts = prepare(world).counts
    return ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items())


@contextmanager
def mailbox(data: Path) -> Iterator[str]:
    """Take mail on loopback within the block; the address of the Airflow connection `posture_smtp`."""
    port = next((port for port in _MAIL_PORTS if processes.is_free(port)), _MAIL_PORTS.start)
    log = data / "logs" / "mailbox.log"
    command = [sys.executable, "-m", "posture.runtime.mailbox", "--port", str(port), str(data / "mail")]
    process = processes.start(command, env=marked_environment(data), log=log)
    try:
        up = processes.wait_until(lambda: process.poll() is not None or not processes.is_free(port), seconds=_PATIENCE)
        if not up or process.poll() is not None:
            raise Transient("did not come up", item=f"the mailbox at port {port}", remedy=f"see {log}")
        yield smtp_address(f"smtp://127.0.0.1:{port}/?from_email={quote('posture@localhost')}", data)
    finally:
        processes.stop(process)


def smtp_address(url: str, data: Path) -> str:
    """The address with the folder in which each digest is kept too."""
    return f"{url}{'&' if '?' in url else '/?'}folder={quote(str(data / 'digests'), safe='')}"


def show_addresses(stack: Stack, airflow: Airflow, databases: Databases) -> None:
    """Print where to look: Airflow, the database, the mails."""
    secret = keys(stack.data)
    show_where(
        stack.teller.console,
        airflow=airflow.setting.url,
        login=f"user {USER}, password {secret['password']}",
        psql=analyst_url(databases.posture, password=secret["analyst"])
        if databases.own
        else without_password(databases.posture),
        data=stack.data,
    )
