"""The guarded line: every connection is opened by the guard, every exchange ends when its time is up."""

from __future__ import annotations

import heapq
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

from posture.adapters.web_guard import Guard


class Watch(threading.local):
    """The line that the exchange of this thread uses, so that it can be cut from outside."""

    def __init__(self) -> None:
        self.cut: Cut | None = None

    def see(self, sock: socket.socket | None) -> None:
        """Remember the line of the exchange under way."""
        if sock is not None and self.cut is not None:
            self.cut.hold(sock)


class Cut:
    """Whether the time of an exchange ran out.

    It holds a handle of its own on each line: the one that began plain is given up when it turns secure, and until its
    handshake is done nobody else holds the other.
    """

    def __init__(self) -> None:
        self.fired = False
        self.over = False
        self._lines: list[socket.socket] = []
        self._lock = threading.Lock()

    def hold(self, sock: socket.socket) -> None:
        """Cut this line too when the time is up, at once when it is."""
        with self._lock:
            self._lines.append(socket.socket(sock.family, sock.type, sock.proto, fileno=os.dup(sock.fileno())))
        if self.fired:
            self.fire()

    def fire(self) -> None:
        """Break the lines: whoever waits for the next byte wakes up."""
        self.fired = True
        with self._lock:
            for line in self._lines:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)

    def end(self) -> None:
        """Let go of the lines: the exchange is over."""
        self.over = True
        with self._lock:
            for line in self._lines:
                line.close()
            self._lines.clear()


class Deadlines:
    """Fires each cut when its moment has come: one thread for all, which ends when none is left."""

    def __init__(self) -> None:
        self._coming: list[tuple[float, int, Cut]] = []
        self._numbers = count()  # of two moments alike, the first is the first
        self._changed = threading.Condition()
        self._is_watched = False

    def add(self, cut: Cut, seconds: float) -> None:
        """Fire the cut after so many seconds, unless its exchange is over by then."""
        with self._changed:
            entry = (time.monotonic() + seconds, next(self._numbers), cut)
            heapq.heappush(self._coming, entry)
            if not self._is_watched:
                self._is_watched = True
                threading.Thread(target=self._watch, name="deadlines", daemon=True).start()
            elif self._coming[0] is entry:
                self._changed.notify()

    def close(self) -> None:
        """Forget what was to come."""
        with self._changed:
            self._coming.clear()
            self._changed.notify()

    def _watch(self) -> None:
        with self._changed:
            while self._coming:
                moment, _, cut = self._coming[0]
                left_s = moment - time.monotonic()
                if left_s > 0 and not cut.over:
                    self._changed.wait(left_s)
                    continue
                heapq.heappop(self._coming)
                if not cut.over:
                    cut.fire()
            self._is_watched = False


class GuardedAdapter(HTTPAdapter):
    """The transport of `requests`, over connections that the guard opens."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._watch = Watch()
        self._deadlines = Deadlines()
        super().__init__(pool_connections=256, pool_maxsize=4, max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:
        """Make the pools of guarded connections."""
        self.poolmanager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, **kwargs)
        self.poolmanager.pool_classes_by_scheme = guarded_pools(self._guard, self._watch)

    @contextmanager
    def cut_after(self, seconds: float) -> Iterator[Cut]:
        """Break the exchange inside when it lasts longer: a server may send one byte a second for ever."""
        cut = self._watch.cut = Cut()
        self._deadlines.add(cut, seconds)
        try:
            yield cut
        finally:
            self._watch.cut = None
            cut.end()

    def close(self) -> None:
        """Close the connections and forget their deadlines."""
        self._deadlines.close()
        super().close()


def guarded_pools(guard: Guard, watch: Watch) -> dict[str, Any]:
    """Connection pools, by scheme, whose connections go where the guard allows. TLS still checks the name."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _opened(self, guard, watch)

        def request(self, *args: Any, **kwargs: Any) -> None:
            watch.see(self.sock)  # a line kept open from the exchange before
            super().request(*args, **kwargs)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return _opened(self, guard, watch)

        def request(self, *args: Any, **kwargs: Any) -> None:
            watch.see(self.sock)
            super().request(*args, **kwargs)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _opened(connection: HTTPConnection, guard: Guard, watch: Watch) -> socket.socket:
    timeout = connection.timeout if isinstance(connection.timeout, int | float) else None
    sock = guard.connect(connection.host, connection.port, timeout)
    watch.see(sock)  # before the handshake of a secure line, which may take for ever
    for option in connection.socket_options or ():
        sock.setsockopt(*option)
    return sock
