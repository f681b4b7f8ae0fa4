"""The sample press as a process of its own, with its clock in our hand."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import requests

from posture.errors import Misconfigured, Transient
from posture.newsroom.listing import sources, write_sources
from posture.runtime import processes

_CONTROL = "127.0.1.1"  # where the newsroom answers for its clock
_PORTS = range(8099, 8120)
_PATIENCE = 30


class SamplePress:
    """What stands in for the world. `sources` lists its outlets in the form of `seeds/sources.yml`."""

    def __init__(self, data: Path) -> None:
        self.port = _port(data)
        self.sources = data / "sample-sources.yml"
        write_sources(self.sources, sources(self.port))
        self._url = f"http://{_CONTROL}:{self.port}/clock"
        self._session = requests.Session()
        self._session.trust_env = False  # no proxy stands between us and loopback

    @property
    def connection(self) -> str:
        """The address of the Airflow connection `posture_press`."""
        return f"http://{_CONTROL}:{self.port}/?sources={self.sources}"

    @property
    def clock(self) -> datetime:
        """The moment that it is in the press."""
        return datetime.fromisoformat(self._session.get(self._url, timeout=5).json()["now"])

    @clock.setter
    def clock(self, moment: datetime) -> None:
        self._session.put(self._url, json={"now": moment.isoformat()}, timeout=5).raise_for_status()

    def is_up(self) -> bool:
        """Whether it answers."""
        try:
            return self._session.get(self._url, timeout=5).ok
        except requests.RequestException:
            return False


@contextmanager
def sample_press(data: Path, *, clock: datetime) -> Iterator[SamplePress]:
    """Serve the sample press within the block, from the given moment on."""
    press = SamplePress(data)
    log = data / "logs" / "newsroom.log"
    command = [sys.executable, "-m", "posture", "newsroom", "--port", str(press.port), "--clock", clock.isoformat()]
    process = processes.start(command, env={**os.environ, processes.MARK: str(data)}, log=log)
    try:
        if not processes.wait_until(lambda: process.poll() is not None or press.is_up(), seconds=_PATIENCE):
            raise Transient(f"no answer in {_PATIENCE} s", item="the sample press", remedy=f"see {log}")
        if process.poll() is not None:
            raise Misconfigured("ended at once", item="the sample press", remedy=f"see {log}")
        yield press
    finally:
        processes.stop(process)


def _port(data: Path) -> int:
    """The port of an earlier start, since it is part of every article's address; a free one at the first."""
    remembered = data / "sample-port"
    if not remembered.is_file():
        free = next((port for port in _PORTS if processes.is_free(port, host=_CONTROL)), _PORTS.start)
        remembered.write_text(str(free))
    port = int(remembered.read_text())
    if not processes.is_free(port, host=_CONTROL):
        raise Misconfigured(
            "is taken by another program",
            item=f"port {port} of the sample press",
            remedy="end that program, or give another folder with DATA=",
        )
    return port
