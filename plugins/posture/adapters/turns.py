"""Politeness across all workers: each host is asked in turns that the database hands out."""

from __future__ import annotations

import threading
import time

from posture.adapters.database import Database

# A wait longer than this is not slept through: the worker would be lost to other hosts.
LONGEST_WAIT_S = 60.0


class SharedTurns:
    """Hands out turns at a host, shared by every process that uses the same database.

    It holds a connection of its own, so that a turn is taken at once and not when some other work commits.
    """

    def __init__(self, database_url: str) -> None:
        self._database = Database(database_url)
        self._lock = threading.Lock()

    def wait(self, host: str, spacing_s: float) -> None:
        """Sleep until it is our turn at this host; the next turn is `spacing_s` seconds after ours."""
        with self._lock, self._database.transaction() as session:
            wait_s = float(session.value("source.take_turn", host=host, spacing_s=spacing_s))
        time.sleep(min(max(wait_s, 0.0), LONGEST_WAIT_S))

    def close(self) -> None:
        """Close the connection."""
        self._database.close()
