"""Whose page an address is: the outlets by the hosts of their pages, also those that they had before.

A search or an archive shows pages of many outlets. What it shows belongs to the outlet, is keyed by the outlet's rules,
and has its family: three searches that find one article have not found three.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from posture.model import Source, SourceKind
from posture.text.addresses import canonical

# What shows the pages of others.
OF_OTHERS: frozenset[SourceKind] = frozenset({"search_rss", "gdelt_files", "gdelt_doc"})
FEED_HOSTS = frozenset({"feed", "feeds", "rss"})


class Outlets:
    """The sources by the hosts at which their pages stand; those that are off have none."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._at: dict[str, list[Source]] = {}
        self._own: dict[str, str] = {}  # each alias to the host that the outlet has now
        for source in sources:
            if source.status == "off":
                continue
            hosts = _hosts(source)
            for host in dict.fromkeys(hosts):
                self._at.setdefault(host, []).append(source)
                self._own.setdefault(host, hosts[0])

    def of(self, url: str) -> Source | None:
        """The outlet of this page; of several editions at one host, the one whose list stands nearest."""
        host = host_of(url)
        while host and host not in self._at:
            host = host.partition(".")[2]
        there = self._at.get(host, ())
        return max(there, key=lambda source: _shared(source.address, url), default=None)

    def owner(self, source: Source, url: str) -> Source:
        """Whose article it is that a source lists: its own, save where the source shows the pages of others."""
        return (self.of(url) or source) if source.kind in OF_OTHERS else source

    def key(self, source: Source, url: str) -> str:
        """The one key of the article at this address, by its outlet's rules, under the host that the outlet has now.

        Raises `Rejected` for what is no web address.
        """
        key = canonical(url, identity=self.owner(source, url).identity_parameters)
        parts = urlsplit(key)
        now = self._own.get(parts.hostname or "")
        if now is None or now == parts.hostname:
            return key
        return parts._replace(netloc=parts.netloc.replace(parts.hostname or "", now, 1)).geturl()


def _hosts(source: Source) -> list[str]:
    """The hosts of an outlet's pages, the one that it has now first."""
    own = [] if source.kind in OF_OTHERS else [host_of(source.address)]
    others = [host_of(f"https://{alias}") for alias in source.aliases]
    # at feeds.example stand no pages
    return [*others, *own] if own and own[0].partition(".")[0] in FEED_HOSTS else [*own, *others]


def host_of(url: str) -> str:
    """The host of an address in small letters, without a leading www."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _shared(one: str, other: str) -> int:
    """How many folders the paths of two addresses share from the left."""
    count = 0
    for a, b in zip(urlsplit(one).path.split("/"), urlsplit(other).path.split("/"), strict=False):
        if a != b:
            break
        count += 1
    return count
