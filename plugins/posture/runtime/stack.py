"""Brings up what `make demo` and `make run` share: the databases and Airflow, and takes all down again in order."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Self
from urllib.parse import quote, unquote, urlsplit

from posture.adapters.database_urls import SETTING
from posture.adapters.places import PROJECT
from posture.adapters.settings import ADDRESS_FILE, given_database_url
from posture.errors import Misconfigured
from posture.runtime import processes
from posture.runtime.airflow import POOL, Airflow
from posture.runtime.airflow_settings import Setting
from posture.runtime.postgres import EmbeddedPostgres, ensure_database
from posture.runtime.telling import Teller

# Those that have to be known to Airflow before anything is asked of it.
DAGS = ("collect", "understand", "alert", "digest", "check")


@dataclass(frozen=True, slots=True, kw_only=True)
class Databases:
    """The two databases of one server."""

    posture: str
    airflow: str
    own: bool  # whether the server is ours


class Stack:
    """One start in one folder. Everything put on `exits` is taken down at the end, last first.

    `kind` names the folder below `folder` in which all lies: what the sample press says must not mix with the news.
    """

    def __init__(self, *, folder: Path, kind: str, port: int, teller: Teller) -> None:
        self.data = folder.resolve() / kind
        self.kind = kind
        self.port = port
        self.teller = teller
        self.exits = ExitStack()

    def __enter__(self) -> Self:
        with self.exits:
            self.exits.enter_context(_ending_on_sigterm())
            self.exits.enter_context(processes.sole_user(self.data))
            ended = processes.end_leftovers(self.data)
            if ended:
                self.teller.console.print(
                    f"  [dim]ended {ended} processes that an earlier start had left running[/dim]"
                )
            self.exits = self.exits.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        with self.teller.doing("Taking all down"):
            self.exits.close()

    def databases(self) -> Databases:
        """The databases `posture` and Airflow's own: on POSTURE_DB_URL's server, else on a server of ours."""
        given = given_database_url()
        with self.teller.doing("Postgres") as tell:
            found = _on_given_server(given, kind=self.kind) if given else self._on_own_server()
            noted = self.data.parent / ADDRESS_FILE
            noted.touch(mode=0o600)
            noted.write_text(found.posture + "\n")
            address = urlsplit(found.posture)
            tell(f"{address.hostname}:{address.port or 5432}{address.path}")
        return found

    def _on_own_server(self) -> Databases:
        server = self.exits.enter_context(EmbeddedPostgres(self.data / "postgres"))
        return Databases(posture=server.ensure_database("posture"), airflow=server.ensure_database("airflow"), own=True)

    def airflow(
        self,
        databases: Databases,
        connections: Mapping[str, str],
        *,
        prepare: Callable[[], str],
        paused: Sequence[str] = (),
    ) -> Airflow:
        """Airflow, up and with our DAGs; `prepare` makes the posture database ready meanwhile and tells how."""
        setting = Setting(
            project=PROJECT,
            data=self.data,
            port=self.port,
            metadata_url=databases.airflow,
            connections={"posture_db": databases.posture, **connections},
        )
        airflow = Airflow(setting)
        airflow.claim_port()
        self.exits.callback(airflow.stop)
        with self.teller.doing("Airflow's tables") as tell:
            tell("migrated" if airflow.migrate() else "as they should be")
        airflow.launch("api-server", "dag-processor")
        with self.teller.doing("Database, sources, seed articles") as tell:
            tell(prepare())
        with self.teller.doing("Airflow") as tell:
            airflow.wait_for_ui()
            tell(setting.url)
        self._begin_scheduling(airflow, paused)
        return airflow

    def _begin_scheduling(self, airflow: Airflow, paused: Sequence[str]) -> None:
        """Start the scheduler only now: runs that an earlier start left in the middle must not go on by themselves."""
        with self.teller.doing("Scheduler") as tell:
            airflow.wait_for_dags(DAGS)
            left = airflow.api.fail_unfinished()
            airflow.api.ensure_pool(*POOL)
            for dag in DAGS:
                airflow.api.pause(dag, paused=dag in paused)
            airflow.launch("scheduler")
            tell(f"{len(left)} runs of an earlier start marked as failed" if left else "")

    def stay(self, airflow: Airflow) -> None:
        """Stay up until Ctrl-C. Raises `Transient` when a service ends by itself.

        Nothing of ours defers, so Airflow's triggerer comes last: it is there for DAGs that somebody adds.
        """
        airflow.launch("triggerer")
        pause = threading.Event()
        try:
            while not pause.wait(2):
                airflow.check_alive()
        except KeyboardInterrupt:
            self.teller.console.print()


def _on_given_server(url: str, *, kind: str) -> Databases:
    """Beside the database given, `<name>_airflow` holds Airflow's tables: never a database that may be somebody's.

    The demo keeps to `<name>_demo` and `<name>_demo_airflow`: its articles are invented and must not mix with news.
    """
    name = unquote(urlsplit(url).path.strip("/"))
    if not name:
        raise Misconfigured("names no database", item=SETTING, remedy="end it with /posture, or another name")
    ours = f"{name}_demo" if kind == "demo" else name
    if ours != name:
        ensure_database(url, ours)
    ensure_database(url, f"{ours}_airflow")
    return Databases(posture=_beside(url, ours), airflow=_beside(url, f"{ours}_airflow"), own=False)


def _beside(url: str, name: str) -> str:
    return urlsplit(url)._replace(path=f"/{quote(name, safe='')}").geturl()


@contextmanager
def _ending_on_sigterm() -> Iterator[None]:
    """Let `kill` end us as Ctrl-C does: by an exception, so that all is taken down."""

    def end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
