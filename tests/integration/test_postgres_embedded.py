"""The embedded Postgres finds its way: after a crash, with half a cluster, a stale note, or its port taken."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest

from posture.runtime import processes, unprivileged
from posture.runtime.postgres import EmbeddedPostgres

KILLED = """
import os, signal, sys
from pathlib import Path
import psycopg2
from posture.runtime.postgres import EmbeddedPostgres
server = EmbeddedPostgres(Path(sys.argv[1]))
server.start()
connection = psycopg2.connect(server.url())
connection.autocommit = True
connection.cursor().execute("create table note as select 'kept' as word")
os.kill(os.getpid(), signal.SIGKILL)
"""


def ask(server: EmbeddedPostgres, question: str) -> object:
    with closing(psycopg2.connect(server.url())) as connection, connection.cursor() as cursor:
        cursor.execute(question)
        found = cursor.fetchone()
        assert found is not None
        return found[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "postgres"


def test_it_keeps_what_was_committed_when_its_owner_is_killed(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder)], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    server = EmbeddedPostgres(folder)
    with server:
        assert ask(server, "select word from note") == "kept"
    server.remove()
    assert not folder.exists()


def test_it_comes_up_with_half_a_cluster_and_a_stale_pid(folder: Path) -> None:
    server = EmbeddedPostgres(folder, durable=False)
    with server:
        first = server.port
    home = folder.resolve()
    # initdb killed in the middle, as if for another try, and a note of a server whose pid is somebody else's now
    (home / "cluster.new").mkdir()
    (home / "cluster.new" / "PG_VERSION").write_text("18\n")
    (home / "cluster" / "postmaster.pid").write_text(f"{os.getpid()}\n{home / 'cluster'}\n")
    with server:
        assert ask(server, "select 1") == 1
        # the port is remembered, unless somebody took it in between
        assert server.port == first or not processes.is_free(first)
    server.remove()


def test_it_takes_another_port_when_its_own_is_taken(folder: Path) -> None:
    server = EmbeddedPostgres(folder, durable=False)
    with server:
        first = server.port
    with closing(socket.create_server(("127.0.0.1", first))), server:
        assert server.port != first
        assert ask(server, "show listen_addresses") == "127.0.0.1"
    server.remove()


def test_it_asks_for_the_password(postgres: EmbeddedPostgres) -> None:
    with pytest.raises(psycopg2.OperationalError, match="password"):
        psycopg2.connect(postgres.url().replace(postgres.password, "wrong"))


def test_sorting_and_letters_do_not_depend_on_the_machine(postgres: EmbeddedPostgres) -> None:
    assert ask(postgres, "select upper('é') || lower('É')") == "Éé"
    assert ask(postgres, "select char_length('بغداد')") == 5
    assert ask(postgres, "show timezone") == "UTC"


def test_a_database_is_made_once(postgres: EmbeddedPostgres) -> None:
    assert postgres.ensure_database("made once") == postgres.ensure_database("made once")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may not run Postgres as itself")
def test_root_s_server_leaves_a_closed_folder_closed_and_nothing_behind(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    with EmbeddedPostgres(closed / "postgres", durable=False):
        assert (closed / "postgres").is_symlink()
        assert closed.stat().st_mode & 0o777 == 0o700
        home = (closed / "postgres").resolve()
    (closed / "postgres").unlink()
    unprivileged.sweep()
    assert not home.exists()


def test_a_child_dies_with_its_parent(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from posture.runtime import processes\n"
        "child = processes.start(['sleep', '60'], env=dict(os.environ), log=Path(sys.argv[1]))\n"
        "print(child.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "log")], capture_output=True, text=True, check=False, timeout=30
    )
    child = Path("/proc") / done.stdout.strip()
    assert processes.wait_until(
        lambda: not child.exists() or "Z" in (child / "stat").read_text().split()[2], seconds=10
    )


def test_what_an_earlier_start_left_running_is_found_by_its_mark_and_ended(tmp_path: Path) -> None:
    ours = {**os.environ, processes.MARK: str(tmp_path)}
    other = {**os.environ, processes.MARK: str(tmp_path / "other")}
    with subprocess.Popen(["sleep", "60"], env=ours) as left, subprocess.Popen(["sleep", "60"], env=other) as foreign:
        assert list(processes.leftovers(tmp_path)) == [left.pid]
        assert processes.end_leftovers(tmp_path) == 1
        assert left.wait() == -signal.SIGTERM
        assert foreign.poll() is None
        foreign.terminate()
