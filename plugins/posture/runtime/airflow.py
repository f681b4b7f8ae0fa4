"""Airflow on one machine: its services as our children, its tables, its way up and down."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from urllib.parse import urlsplit

import psycopg2

from posture.errors import Misconfigured, Transient
from posture.runtime import processes
from posture.runtime.airflow_api import AirflowApi
from posture.runtime.airflow_settings import HOST, USER, Setting, environment, keys, write_password

# The press is asked by at most so many tasks at once, however many workers there are.
POOL = ("press", 4)
_PATIENCE = 120  # seconds until the UI answers; a cold disk takes most of them


class Airflow:
    """Scheduler, DAG processor and API server as our children. Call from the main thread."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.api = AirflowApi(setting.url, user=USER, password=keys(setting.data)["password"])
        self._env = environment(setting)
        write_password(setting)
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def claim_port(self) -> None:
        """Make sure that the UI's port is ours to take.

        Raises `Misconfigured` naming the port and the way out.
        """
        if not processes.is_free(self.setting.port, host=HOST):
            raise Misconfigured(
                "is taken by another program",
                item=f"port {self.setting.port} on {HOST}",
                remedy=f"give Airflow another one: PORT={self.setting.port + 1}",
            )

    def migrate(self) -> bool:
        """Bring Airflow's own tables to this version; False when they were there already."""
        stamp = self.setting.home / "migrated"
        if stamp.is_file() and stamp.read_text() == self._schema():
            return False
        log = self.setting.logs / "airflow-migrate.log"
        process = processes.start([sys.executable, "-m", "airflow", "db", "migrate"], env=self._env, log=log)
        if process.wait() != 0:
            raise Misconfigured("`airflow db migrate` failed", item="Airflow's database", remedy=f"see {log}")
        stamp.write_text(self._schema())
        return True

    def _schema(self) -> str:
        """Which Airflow's tables the database holds: program, database and the last migration that ran."""
        where = urlsplit(self.setting.metadata_url)
        connection = psycopg2.connect(self.setting.metadata_url)
        try:
            with connection.cursor() as cursor:
                cursor.execute("select to_regclass('alembic_version') is not null")
                found = cursor.fetchone() == (True,)
                if found:
                    cursor.execute("select string_agg(version_num, ',') from alembic_version")
                last = (cursor.fetchone() or ("",))[0] if found else None
        finally:
            connection.close()
        return f"{version('apache-airflow')} {where.hostname}{where.path} {last}"

    def launch(self, *services: str) -> None:
        """Start services by their name on Airflow's command line."""
        for service in services:
            log = self.setting.logs / f"airflow-{service}.log"
            command = [sys.executable, "-m", "airflow", service]
            self._running[service] = processes.start(command, env=self._env, log=log)

    def wait_for_ui(self) -> None:
        """Wait until the UI answers. Raises `Transient` when it does not, or when a service ended."""

        def answers() -> bool:
            self.check_alive()
            return self.api.is_up()

        if not processes.wait_until(answers, seconds=_PATIENCE, every=0.25):
            log = self.setting.logs / "airflow-api-server.log"
            raise Transient(f"no answer in {_PATIENCE} s", item=self.setting.url, remedy=f"see {log}")

    def wait_for_dags(self, names: Sequence[str]) -> None:
        """Wait until these DAGs can be run. Raises `Misconfigured` when a DAG file is broken."""

        def known() -> bool:
            self.check_alive()
            return self.api.has_dags(names)

        if not processes.wait_until(known, seconds=_PATIENCE, every=0.5):
            log = self.setting.logs / "airflow-dag-processor.log"
            raise Transient(f"not all known after {_PATIENCE} s", item=f"DAGs {', '.join(names)}", remedy=f"see {log}")

    def check_alive(self) -> None:
        """Raise `Transient` when a service ended by itself."""
        for service, process in self._running.items():
            if process.poll() is not None:
                log = self.setting.logs / f"airflow-{service}.log"
                raise Transient(
                    f"ended by itself with status {process.returncode}", item=f"airflow {service}", remedy=f"see {log}"
                )

    def stop(self) -> None:
        """End all services: the scheduler first, so that nothing new begins."""
        order = sorted(self._running, key=lambda service: service != "scheduler")
        for service in order:
            if self._running[service].poll() is None:
                self._running[service].send_signal(signal.SIGTERM)
        for service in order:
            processes.stop(self._running.pop(service))
