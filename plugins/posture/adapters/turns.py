"""Politeness across all workers: each host is asked in turns that the database hands out."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from posture.adapters.database import Database
from posture.adapters.web_errors import FetchFailed

# A longer queue is not waited for: the worker would be lost to other hosts. No turn is taken, nothing is sent.
LONGEST_WAIT_S = 60.0


class SharedTurns:
    """Hands out turns at a host, shared by every process that uses the same database.

    It holds a connection of its own, so that a turn is taken at once and not when some other work commits.
    """

    def __init__(self, database_url: str, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._database = Database(database_url)
        self._lock = threading.Lock()
        self._sleep = sleep

    def wait(self, host: str, spacing_s: float) -> None:
        """Sleep until it is our turn at this host; the next turn is `spacing_s` seconds after ours.

        Raises `FetchFailed` of the kind `busy` when so many wait there that our turn is more than a minute away.
        """
        with self._lock, self._database.transaction() as session:
            wait_s = session.value("source.take_turn", host=host, spacing_s=spacing_s, longest_s=LONGEST_WAIT_S)
        if wait_s is None:
            raise FetchFailed(
                f"no turn within {LONGEST_WAIT_S:g} s: our other workers are asking this host",
                item=host,
                remedy="nothing: it is asked in a later run",
                kind="busy",
            )
        self._sleep(max(float(wait_s), 0.0))

    def close(self) -> None:
        """Close the connection."""
        self._database.close()
