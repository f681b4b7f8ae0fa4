"""Processes of our own: started so that none outlives us, and found again when one did.

A child is told by the kernel when its parent dies (`PR_SET_PDEATHSIG`), so even `kill -9` leaves nothing behind.
What still runs from an earlier start is known by a variable in its environment, and ended before the next one.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

from posture.errors import Misconfigured

# The variable by which a process of ours is recognised; its value is the folder that it serves.
MARK = "POSTURE_DATA"
_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_LIBC = ctypes.CDLL(None, use_errno=True)


def start(
    command: Sequence[str],
    *,
    env: Mapping[str, str],
    log: Path,
    user: int | None = None,
    when_orphaned: signal.Signals = signal.SIGTERM,
) -> subprocess.Popen[bytes]:
    """Start a program in a session of its own that gets a signal when we die; what it says goes to the log.

    Call from the main thread: the kernel's signal comes when the calling thread ends.
    """
    parent = os.getpid()

    def die_with_us() -> None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, int(when_orphaned), 0, 0, 0)
        if os.getppid() != parent:  # we died between the fork and the line above
            os.kill(os.getpid(), signal.SIGKILL)

    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as out:
        return subprocess.Popen(  # noqa: S603 -- the command is ours
            list(command),
            env=dict(env),
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            user=user,
            group=user,
            extra_groups=None if user is None else [],
            preexec_fn=die_with_us,  # noqa: PLW1509 -- started before any thread of ours
        )


def stop(process: subprocess.Popen[bytes], *, by: signal.Signals = signal.SIGTERM, patience: float = 20) -> None:
    """Ask a program to end, and end it with all its children when it has not done so after `patience` seconds."""
    if process.poll() is None:
        process.send_signal(by)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(patience)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def leftovers(data: Path) -> Iterator[int]:
    """The processes that an earlier start for this folder left running: marked as ours, and not ourselves."""
    mark = f"{MARK}={data.resolve()}".encode()
    ours = {os.getpid(), os.getppid()}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) in ours:
            continue
        with contextlib.suppress(OSError):  # ended meanwhile, or somebody else's
            if mark in (entry / "environ").read_bytes().split(b"\0"):
                yield int(entry.name)


def end_leftovers(data: Path, *, patience: float = 15) -> int:
    """End what an earlier start left running, gently at first; how many there were."""
    found = list(leftovers(data))
    for by in (signal.SIGTERM, signal.SIGKILL):
        for pid in leftovers(data):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, by)
        if wait_until(lambda: not any(leftovers(data)), seconds=patience if found else 0):
            break
    return len(found)


def wait_until(happened: Callable[[], bool], *, seconds: float, every: float = 0.1) -> bool:
    """Wait until something has happened, at most so many seconds; whether it has."""
    deadline = time.monotonic() + seconds
    while not happened():
        if time.monotonic() >= deadline:
            return False
        time.sleep(every)
    return True


def is_free(port: int, *, host: str = "127.0.0.1") -> bool:
    """Whether nobody listens at this port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as servers do: a closed connection is no owner
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


@contextlib.contextmanager
def sole_user(data: Path) -> Iterator[None]:
    """Hold the folder for one start at a time; the kernel lets go when we die.

    Raises `Misconfigured` when another start holds it, or when it cannot be written.
    """
    with _lock_file(data) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Misconfigured(
                "already in use by another `make demo` or `make run`",
                item=str(data),
                remedy="end that one with Ctrl-C, or give another folder with DATA=",
            ) from error
        yield


def _lock_file(data: Path) -> IO[str]:
    try:
        data.mkdir(parents=True, exist_ok=True)
        return (data / "lock").open("a+")
    except OSError as error:
        raise Misconfigured(
            f"cannot be written ({error.strerror})",
            item=str(data),
            remedy="give a folder that you may write to, with --data or DATA=",
        ) from error
