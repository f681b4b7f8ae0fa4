"""Which machines may be reached: those of the public internet, and one press on loopback that is named.

An address is checked where the connection is made and the connection goes to the checked number, so that neither a
redirect nor a name that changes its number between check and use can lead inside our own network.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from posture.adapters.web_errors import FailureKind, FetchFailed, FetchRefused
from posture.errors import Misconfigured

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]

# A translator's prefix (RFC 6052): the last four bytes are an IPv4 address, which is the one that is reached.
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

# Global by the letter of the registries as Python knows them, and yet no outlet's: what stands there answers only those
# within a network, or forwards to them.
NOT_OF_OUTLETS = tuple(
    ipaddress.ip_network(network)
    for network in (
        "168.63.129.16/32",  # the host's own services inside Azure
        "192.0.0.0/24",  # IETF protocol assignments (RFC 6890), where clouds put their metadata
        "192.88.99.0/24",  # relays of 6to4 (RFC 7526)
        "64:ff9b:1::/48",  # translation within a network (RFC 8215)
        "fec0::/10",  # site-local (RFC 3879)
    )
)
# An interface that tunnels to the IPv4 address in its last four bytes (ISATAP, RFC 5214).
ISATAP = frozenset({bytes.fromhex("00005efe"), bytes.fromhex("02005efe")})


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A sample press on loopback: the one exception to the rule. Raises `Misconfigured` for any other network."""

    network: str = "127.0.0.0/8"
    port: int | None = None  # None: any port

    def __post_init__(self) -> None:
        try:
            loopback = ipaddress.ip_network(self.network).is_loopback
        except ValueError:
            loopback = False
        if not loopback:
            raise Misconfigured("not a loopback network", item=self.network, remedy="name a part of 127.0.0.0/8 or ::1")

    def holds(self, address: IPAddress, port: int) -> bool:
        """Whether this machine and port are the press."""
        return address in ipaddress.ip_network(self.network) and self.port in (None, port)


def resolve(host: str, port: int) -> Sequence[str]:
    """The numbers of a name, as this machine knows them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Opens connections to public machines alone."""

    press: Press | None = None
    resolve: Resolve = resolve

    def addresses(self, host: str, port: int) -> list[IPAddress]:
        """The numbers of this host, when all of them may be reached; `FetchRefused` or `FetchFailed` otherwise."""
        try:
            found = [ipaddress.ip_address(number.partition("%")[0]) for number in self.resolve(host, port)]
        except (OSError, UnicodeError, ValueError) as error:
            raise FetchFailed(
                f"name not found ({error})", item=host, remedy="check the address, or the network here", kind="dns"
            ) from error
        for address in found:
            if not (is_public(address) or (self.press is not None and self.press.holds(address, port))):
                raise FetchRefused(
                    f"leads to {address}, which is not public",
                    item=host,
                    remedy="give a public address",
                    kind="not_allowed",
                )
        return found

    def connect(self, host: str, port: int, timeout: float | None) -> socket.socket:
        """A connection to one of the checked numbers of this host, the first that answers."""
        last: OSError | None = None
        for address in self.addresses(host, port):
            try:
                return socket.create_connection((str(address), port), timeout)
            except OSError as error:
                last = error
        kind: FailureKind = "timeout" if isinstance(last, TimeoutError) else "connection"
        raise FetchFailed(
            f"no connection ({last or 'no number'})", item=f"{host}:{port}", remedy="try again later", kind=kind
        ) from last


def is_public(address: IPAddress) -> bool:
    """Whether a number belongs to the public internet, also when wrapped for translation."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in NAT64 or address.packed[8:12] in ISATAP:
            inner = ipaddress.IPv4Address(address.packed[-4:])
        if inner is not None:
            return is_public(inner)
    if any(address in network for network in NOT_OF_OUTLETS):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)
