"""One request at a time to a host, and a pause between two."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from posture.adapters.web_errors import FetchFailed

WaitTurn = Callable[[str, float], None]
Rest = Callable[[str, float], None]


class Turns:
    """Whose turn it is at each host.

    `wait_turn(host, interval_s)` may add a pause across processes; it returns when we may go. `rest(host, seconds)`
    tells all processes that a host asked to be left alone.
    """

    def __init__(
        self,
        *,
        wait_turn: WaitTurn | None = None,
        rest: Rest | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._wait_turn = wait_turn
        self._rest = rest
        self._rests_until: dict[str, float] = {}
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
            if self._rests_until.get(host, 0.0) > self._clock():
                raise FetchFailed(
                    "the host asked us to wait", item=host, remedy="nothing: it is asked in a later run", kind="busy"
                )
            pause = self._free_at.get(host, 0.0) - self._clock()
            if pause > 0:
                self._sleep(pause)
            if self._wait_turn is not None:
                self._wait_turn(host, interval_s)
            self._free_at[host] = self._clock() + interval_s
            yield

    def rest(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long: what it said to one request holds for all that wait behind it."""
        if self._rest is not None:
            self._rest(host, seconds)
        else:
            self._rests_until[host] = max(self._rests_until.get(host, 0.0), self._clock() + seconds)
