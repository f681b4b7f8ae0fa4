"""What an outlet asks of robots, kept for a day (RFC 9309)."""

from __future__ import annotations

import re
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from protego import Protego

from posture.adapters.web_errors import FailureKind, FetchFailed, FetchRefused
from posture.errors import Rejected
from posture.model import Page
from posture.reading.decoding import unpacked

KEPT_S = 24 * 3600.0  # RFC 9309, 2.4: no longer than 24 hours
FAILURE_KEPT_S = 300.0
# RFC 9309, 2.3.1.2 and 2.3.1.3: what is not there, or not after five redirects, forbids nothing.
NOT_THERE: frozenset[FailureKind] = frozenset({"status", "redirects"})
READ_BYTES = 512 * 1024  # RFC 9309, 2.5: at least 500 kibibytes are read
# What our runs are apart: an outlet that asks for a longer pause is asked once a run, and what waits for its turn is
# left to later ones.
LONGEST_DELAY_S = 900.0


@dataclass(frozen=True, slots=True)
class Kept:
    """The rules of one host, None when everything is allowed; or why they could not be read."""

    rules: Protego | None
    failure: FetchFailed | None
    until: float


@dataclass(frozen=True, slots=True)
class Recalled:
    """Rules that were read before, None when there are none, and how many seconds ago."""

    rules: str | None
    age_s: float


class Shelf(Protocol):
    """Where rules are kept between two tasks."""

    def recall(self) -> Mapping[str, Recalled]:
        """All that are kept, by scheme, host and port."""

    def keep(self, place: str, rules: str | None) -> None:
        """Keep what a host asks."""


class Robots:
    """Asks each host once a day what robots may read there; with a `shelf`, once for all tasks."""

    def __init__(
        self,
        fetch: Callable[[str], Page],
        *,
        user_agent: str,
        clock: Callable[[], float] = time.monotonic,
        shelf: Shelf | None = None,
    ) -> None:
        self._fetch = fetch
        self._shelf = shelf
        self._recalling = threading.Lock()
        self._recalled: Mapping[str, Recalled] | None = None
        # RFC 9309, 2.2.1: rules are for the product; what else the name says may hold the name of another
        self._product = re.split(r"[/\s]", user_agent.strip(), maxsplit=1)[0]
        self._clock = clock
        self._kept: dict[str, Kept] = {}
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    def allowed(self, url: str) -> bool:
        """Whether this address may be read; raises `FetchFailed` while the host's rules cannot be had."""
        kept = self._of(url)
        if kept.failure is not None:
            raise kept.failure
        return kept.rules is None or bool(kept.rules.can_fetch(url, self._product))

    def delay_s(self, url: str) -> float:
        """The pause between two requests that the host asks for, in seconds; 0 when it asks for none."""
        rules = self._of(url).rules
        delay = rules.crawl_delay(self._product) if rules is not None else None
        return min(float(delay or 0.0), LONGEST_DELAY_S)

    def _of(self, url: str) -> Kept:
        split = urlsplit(url)
        place = f"{split.scheme}://{split.netloc}"
        with self._locks[place]:
            kept = self._kept.get(place) or self._kept_before(place)
            if kept is None or kept.until <= self._clock():
                kept = self._asked(place)
            self._kept[place] = kept
            return kept

    def _kept_before(self, place: str) -> Kept | None:
        """What another task was told lately."""
        if self._shelf is None:
            return None
        with self._recalling:
            if self._recalled is None:
                self._recalled = self._shelf.recall()
        found = self._recalled.get(place)
        return None if found is None else self._read(found.rules, KEPT_S - found.age_s)

    def _read(self, rules: str | None, kept_s: float) -> Kept:
        return Kept(None if rules is None else Protego.parse(rules), None, self._clock() + kept_s)

    def _asked(self, place: str) -> Kept:
        rules: str | None = None
        try:
            page = self._fetch(f"{place}/robots.txt")
            content = unpacked(page.body[:READ_BYTES], item=page.url)[:READ_BYTES]
            # Postgres holds no null
            rules = content.decode("utf-8-sig", "replace").replace("\0", "")
        except Rejected as error:
            kind = error.kind if isinstance(error, FetchRefused) else "encoding"
            if kind == "not_allowed":
                raise
            if kind not in NOT_THERE:
                unread = FetchFailed(f"robots.txt: {error.what}", item=place, remedy="ask the outlet", kind=kind)
                return Kept(None, unread, self._clock() + FAILURE_KEPT_S)
        except FetchFailed as error:
            # RFC 9309, 2.3.1.4: while the rules cannot be had, nothing is read.
            return Kept(None, error, self._clock() + FAILURE_KEPT_S)
        if self._shelf is not None:
            self._shelf.keep(place, rules)
        return self._read(rules, KEPT_S)
