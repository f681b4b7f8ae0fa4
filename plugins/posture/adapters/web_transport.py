"""The guarded line: every connection is opened by the guard, every exchange ends when its time is up."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

from posture.adapters.web_guard import Guard


class Watch(threading.local):
    """The sockets that the exchange of this thread uses, so that it can be cut from outside."""

    def __init__(self) -> None:
        self.sockets: list[socket.socket] = []

    def see(self, sock: Any) -> None:
        """Remember a socket of the exchange under way."""
        if sock is not None and sock not in self.sockets:
            self.sockets.append(sock)


class Cut:
    """Whether the time of an exchange ran out."""

    def __init__(self, sockets: list[socket.socket]) -> None:
        self.fired = False
        self._sockets = sockets

    def __call__(self) -> None:
        """Break the line: whoever waits for the next byte wakes up."""
        self.fired = True
        for sock in list(self._sockets):
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)


class GuardedAdapter(HTTPAdapter):
    """The transport of `requests`, over connections that the guard opens."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._watch = Watch()
        super().__init__(pool_connections=64, pool_maxsize=4, max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:
        """Make the pools of guarded connections."""
        self.poolmanager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, **kwargs)
        self.poolmanager.pool_classes_by_scheme = guarded_pools(self._guard, self._watch)

    @contextmanager
    def cut_after(self, seconds: float) -> Iterator[Cut]:
        """Break the exchange inside when it lasts longer: a server may send one byte a second for ever."""
        self._watch.sockets = []
        cut = Cut(self._watch.sockets)
        timer = threading.Timer(seconds, cut)
        timer.daemon = True
        timer.start()
        try:
            yield cut
        finally:
            timer.cancel()


def guarded_pools(guard: Guard, watch: Watch) -> dict[str, Any]:
    """Connection pools, by scheme, whose connections go where the guard allows. TLS still checks the name."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _opened(self, guard)

        def connect(self) -> None:
            super().connect()
            watch.see(self.sock)

        def request(self, *args: Any, **kwargs: Any) -> None:
            watch.see(self.sock)
            super().request(*args, **kwargs)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return _opened(self, guard)

        def connect(self) -> None:
            super().connect()
            watch.see(self.sock)

        def request(self, *args: Any, **kwargs: Any) -> None:
            watch.see(self.sock)
            super().request(*args, **kwargs)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _opened(connection: HTTPConnection, guard: Guard) -> socket.socket:
    timeout = connection.timeout if isinstance(connection.timeout, int | float) else None
    sock = guard.connect(connection.host, connection.port, timeout)
    for option in connection.socket_options or ():
        sock.setsockopt(*option)
    return sock
