"""One request at a time to a host, and a pause between two."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

WaitTurn = Callable[[str, float], None]


class Turns:
    """Whose turn it is at each host.

    `wait_turn(host, interval_s)` may add a pause across processes; it returns when we may go.
    """

    def __init__(
        self,
        *,
        wait_turn: WaitTurn | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._wait_turn = wait_turn
        self._clock = clock
        self._sleep = sleep
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._free_at: dict[str, float] = {}
        self._guard = threading.Lock()

    @contextmanager
    def at(self, host: str, interval_s: float) -> Iterator[None]:
        """Hold the host for one request, begun at least `interval_s` seconds after the one before began."""
        with self._guard:
            lock = self._locks[host]
        with lock:
            pause = self._free_at.get(host, 0.0) - self._clock()
            if pause > 0:
                self._sleep(pause)
            if self._wait_turn is not None:
                self._wait_turn(host, interval_s)
            self._free_at[host] = self._clock() + interval_s
            yield
