"""What outlets ask of robots, kept in the database: a host is asked once a day, however many tasks go there."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from posture.adapters.database import Database
from posture.adapters.web_robots import KEPT_S, Recalled


class RobotsShelf:
    """The rules of all hosts, shared by every process that uses the same database, over a connection of its own."""

    def __init__(self, database_url: str) -> None:
        self._database = Database(database_url)
        self._lock = threading.Lock()

    def recall(self) -> Mapping[str, Recalled]:
        """The rules that were read within the last day, by scheme, host and port."""
        with self._lock, self._database.transaction() as session:
            rows = session.rows("source.robots", longest_s=KEPT_S)
        return {row["place"]: Recalled(row["rules"], row["age_s"]) for row in rows}

    def keep(self, place: str, rules: str | None) -> None:
        """Remember what a host asks; None when it asks for nothing."""
        with self._lock, self._database.transaction(lasting=False) as session:
            session.run("source.keep_robots", place=place, rules=rules)

    def close(self) -> None:
        """Close the connection."""
        self._database.close()
