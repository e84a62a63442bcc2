"""Where a webhook may go: to the addresses that its name has when it is looked at, and to no inner ones unasked."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

PORTS = {"http": 80, "https": 443}
TUNNELS = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))
"""Addresses that hold another one, which could be an inner one."""


class Refused(Exception):  # noqa: N818 - it is said to whoever subscribes, and noted where something was to be sent
    """``str`` is a code: url, unresolved, private."""


@dataclass(frozen=True, slots=True)
class Target:
    """A URL taken apart, and the address that was checked, to which alone the connection goes."""

    tls: bool
    host: str
    port: int
    path: str
    address: str


def target(url: str, *, private: bool) -> Target:
    """Look the URL's host up; Refused where it may not be sent to. ``private`` allows inner addresses."""
    parts = _parts(url)
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    addresses = _addresses(host, port)
    if not private and not all(map(is_public, addresses)):
        raise Refused("private")
    return Target(parts.scheme == "https", host, port, path, addresses[0])


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        plain = url.isascii() and url.isprintable() and not set(url) & set(" \\")
        good = plain and parts.scheme in PORTS and parts.hostname and parts.port != 0
    except ValueError:
        raise Refused("url") from None
    if not good or "@" in parts.netloc or parts.fragment:
        raise Refused("url")
    return parts


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Refused("unresolved") from None
    return [str(each[4][0]) for each in found]


def is_public(address: str) -> bool:
    """Whether the address belongs to a machine of the public network."""
    known = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(known, ipaddress.IPv6Address):
        if known.ipv4_mapped is not None:
            return is_public(str(known.ipv4_mapped))
        if any(known in network for network in TUNNELS):
            return False
    return known.is_global and not known.is_multicast
