"""Politeness across all workers: each host is asked in turns that the database hands out."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from posture.adapters.database import Database
from posture.adapters.web_errors import FetchFailed

# A longer queue is not waited for: the worker would be lost to other hosts. No turn is taken, nothing is sent.
LONGEST_WAIT_S = 60.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A turn that a thread waits for; it comes as seconds to sleep, None when it is too far off."""

    host: str
    spacing_s: float
    wait_s: Future[float | None] = field(default_factory=Future)


class SharedTurns:
    """Hands out turns at a host, shared by every process that uses the same database.

    It holds a connection of its own, so that a turn is taken at once and not when some other work commits. Threads
    that ask while it is busy are served together, by one of them, in one statement.
    """

    def __init__(
        self,
        database_url: str,
        *,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._now = now
        self._database = Database(database_url)
        self._lock = threading.Lock()
        self._waiting: deque[Asked] = deque()
        self._sleep = sleep

    def wait(self, host: str, spacing_s: float) -> None:
        """Sleep until it is our turn at this host; the next turn is `spacing_s` seconds after ours.

        Raises `FetchFailed` of the kind `busy` when so many wait there that our turn is more than a minute away,
        or when the host asked to be left alone for a while.
        """
        asked = Asked(host, spacing_s)
        self._waiting.append(asked)
        with self._lock:
            while not asked.wait_s.done():
                self._serve()
        wait_s = asked.wait_s.result()
        if wait_s is None:
            raise FetchFailed(
                f"no turn within {LONGEST_WAIT_S:g} s: our other workers are asking this host, or it asked us to wait",
                item=host,
                remedy="nothing: it is asked in a later run",
                kind="busy",
            )
        self._sleep(max(wait_s, 0.0))

    def rest(self, host: str, seconds: float) -> None:
        """Give nobody a turn at this host for so long: it asked for that."""
        until = self._now() + timedelta(seconds=seconds)
        with self._lock, self._database.transaction(lasting=False) as session:
            session.run("source.rest", host=host, until=until)

    def close(self) -> None:
        """Close the connection."""
        self._database.close()

    def _serve(self) -> None:
        """Take a turn for all that wait, one a host; who asks for the same host waits for the next time."""
        served: dict[str, Asked] = {}
        for _ in range(len(self._waiting)):
            asked = self._waiting.popleft()
            if asked.host in served:
                self._waiting.append(asked)
            else:
                served[asked.host] = asked
        try:
            found = self._take(served)
        except BaseException as error:  # noqa: BLE001 -- raised to each thread that waits
            for asked in served.values():
                asked.wait_s.set_exception(error)
            return
        for host, asked in served.items():
            asked.wait_s.set_result(found.get(host))

    def _take(self, served: dict[str, Asked]) -> dict[str, float]:
        spacings = [asked.spacing_s for asked in served.values()]
        with self._database.transaction(lasting=False) as session:
            rows = session.rows(
                "source.take_turns",
                hosts=list(served),
                spacings=spacings,
                longest_s=LONGEST_WAIT_S,
                now=self._now(),
            )
        return {row["host"]: float(row["wait_s"]) for row in rows}
