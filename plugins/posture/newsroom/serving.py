"""The sample press on loopback: one address per outlet, one port, one press clock, one log.

    GET  /clock on 127.0.1.1   {"now": "2024-01-31T04:05:00+00:00"}
    PUT  /clock                the same document sets it (POST too)
    GET  /log                  one JSON line per request: at, host, outlet, method, path, status, agent

Where the system has no addresses 127.0.1.N, all outlets share 127.0.0.1 and are told apart by name: rafidain.localhost.
"""

from __future__ import annotations

import errno
import selectors
import socket
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from socketserver import BaseServer
from typing import Any, Self

from posture.errors import Misconfigured
from posture.newsroom.answering import NEIGHBOUR, Desk
from posture.newsroom.faults import FAULTS, Answer, Request
from posture.newsroom.handling import Listener
from posture.newsroom.listing import entry
from posture.newsroom.press import END, Outlet, Press, read_press

CONTROL = 1  # the last part of the address that answers for the clock and the log


class Newsroom:
    """The sample press, served; between `open` and `close` every outlet answers.

    `latency` is in seconds before each answer: one number, or one per outlet id. `fail` puts a fault of faults.py in
    place of an outlet's own: {"rafidain": {"name": "down", "times": 2}}; {"rafidain": {}} makes it behave.
    Both may be changed while it serves.
    """

    def __init__(
        self,
        base_address: str = "127.0.1.",
        port: int = 8099,
        *,
        clock: datetime = END,
        latency: float | Mapping[str, float] = 0.0,
        fail: Mapping[str, Mapping[str, Any]] | None = None,
        press: Press | None = None,
    ) -> None:
        self.press = press or read_press()
        self.base_address = base_address
        self.port = port
        self.latency = latency
        self.fail: dict[str, Mapping[str, Any]] = dict(fail or {})
        for outlet, fault in self.fail.items():
            _check(fault, outlet)
        self.virtual = False
        self.stopped = threading.Event()
        self._clock = _aware(clock)
        self._hosts = self._by_host()
        self._desk = Desk(self.press, self._base)
        self._lock = threading.Lock()
        self._turns: Counter[tuple[str, str]] = Counter()
        self._log: list[dict[str, Any]] = []
        self._listeners: list[Listener] = []
        self._thread: threading.Thread | None = None
        self._wake: tuple[socket.socket, socket.socket] | None = None

    # ---------- the press clock and the log ----------

    @property
    def clock(self) -> datetime:
        """The moment that it is in the press; set it to move on."""
        return self._clock

    @clock.setter
    def clock(self, moment: datetime) -> None:
        self._clock = _aware(moment)

    def log(self) -> list[dict[str, Any]]:
        """The requests so far, oldest first; `at` is in seconds on a clock that never goes back."""
        with self._lock:
            return list(self._log)

    def record(self, entry: dict[str, Any]) -> None:
        """Add a request to the log."""
        with self._lock:
            self._log.append(entry)

    # ---------- addresses ----------

    def address(self, outlet: str) -> str:
        """Where this outlet is served, without a slash at the end."""
        return self._base(self.press.outlets[outlet])

    def article_address(self, article: str) -> str:
        """Where this article is read."""
        return self._desk.article_address(article)

    @property
    def control(self) -> str:
        """Where the clock and the log are."""
        return f"http://{'127.0.0.1' if self.virtual else f'{self.base_address}{CONTROL}'}:{self.port}"

    def sources(self) -> list[dict[str, Any]]:
        """The outlets as entries of a sources file, sorted by id."""
        outlets = sorted(self.press.outlets.values(), key=lambda outlet: outlet.id)
        return [entry(outlet, self._base(outlet)) for outlet in outlets]

    def _base(self, outlet: Outlet) -> str:
        host = f"{_label(outlet)}.localhost" if self.virtual else f"{self.base_address}{outlet.number}"
        return f"http://{host}:{self.port}"

    def outlet_at(self, asked_host: str, local_address: str, path: str) -> str | None:
        """Which outlet is meant: by the Host header, else by the address called; on a shared host by the path."""
        host = asked_host.rpartition(":")[0] or asked_host
        there = self._hosts.get(host) or self._hosts.get(local_address) or ()
        edition = path.split("/")[1:2]
        same = (outlet.id for outlet in there if outlet.feed.path.split("/")[1:2] == edition)
        return next(same, there[0].id if there else None)

    def _by_host(self) -> dict[str, tuple[Outlet, ...]]:
        hosts: dict[str, tuple[Outlet, ...]] = {}
        for outlet in self.press.outlets.values():
            for host in (f"{_label(outlet)}.localhost", f"{self.base_address}{outlet.number}"):
                hosts[host] = (*hosts.get(host, ()), outlet)
        return hosts

    # ---------- answering ----------

    def answer(self, outlet: str, path: str, headers: Mapping[str, str]) -> Answer:
        """What this outlet sends now; counts the request."""
        with self._lock:
            turn = self._turns[outlet, path]
            self._turns[outlet, path] += 1
        request = Request(outlet=outlet, path=path, turn=turn, headers=headers)
        wait = self.latency if isinstance(self.latency, (int, float)) else self.latency.get(outlet, 0.0)
        if wait:
            self.stopped.wait(wait)
        return self._desk.answer(request, self.clock, faults=self.fail.get(outlet))

    # ---------- opening and closing ----------

    def open(self) -> Self:
        """Listen at every address; raises Misconfigured when the port is taken."""
        try:
            self._listen()
        except OSError as error:
            self._release()
            if error.errno != errno.EADDRINUSE:
                raise
            raise Misconfigured(
                f"port {self.port} is taken",
                item="newsroom",
                remedy="stop what listens there, or choose another: --port N",
            ) from error
        self.stopped.clear()
        self._wake = socket.socketpair()
        self._thread = threading.Thread(target=self._accept, name="newsroom")
        self._thread.start()
        return self

    def close(self) -> None:
        """Stop answering; every thread has ended and every socket is closed when this returns."""
        self.stopped.set()
        if self._wake is not None:
            self._wake[1].send(b"x")
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._release()

    def __enter__(self) -> Self:
        return self.open()

    def __exit__(self, *error: object) -> None:
        self.close()

    @classmethod
    @contextmanager
    def running(cls, *, clock: datetime = END, port: int = 0, **options: Any) -> Iterator[Newsroom]:
        """A press that serves within the block, by default at a port that is free."""
        with cls(port=port, clock=clock, **options) as press:
            yield press

    def _listen(self) -> None:
        numbers = sorted({CONTROL, *(outlet.number for outlet in self.press.outlets.values())})
        hosts = [f"{self.base_address}{number}" for number in numbers] + [NEIGHBOUR]
        try:
            self._listen_at(hosts)
        except OSError as error:
            if error.errno != errno.EADDRNOTAVAIL:
                raise
            self._release()
            self.virtual = True
            self._listen_at(["127.0.0.1"])

    def _listen_at(self, hosts: list[str]) -> None:
        for host in hosts:
            listener = Listener(host, self.port, self)
            self._listeners.append(listener)
            self.port = listener.server_address[1]

    def _accept(self) -> None:
        assert self._wake is not None  # noqa: S101 -- open() made it
        with selectors.DefaultSelector() as selector:
            selector.register(self._wake[0], selectors.EVENT_READ)
            for listener in self._listeners:
                selector.register(listener, selectors.EVENT_READ, listener)
            while not self.stopped.is_set():
                for key, _ in selector.select():
                    if isinstance(key.data, BaseServer):
                        key.data.handle_request()

    def _release(self) -> None:
        for listener in self._listeners:
            listener.hang_up()
            listener.server_close()
        self._listeners.clear()
        for end in self._wake or ():
            end.close()
        self._wake = None


def _check(fault: Mapping[str, Any], outlet: str) -> None:
    if fault and fault.get("name") not in FAULTS:
        raise Misconfigured(f"no fault {fault.get('name')!r}", item=outlet, remedy=f"choose of {sorted(FAULTS)}")


def _label(outlet: Outlet) -> str:
    """The outlet's id as part of a host name."""
    return outlet.id.replace("_", "-")


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise Misconfigured("press clock without offset", item=str(moment), remedy="write Z or +03:00 behind it")
    return moment
