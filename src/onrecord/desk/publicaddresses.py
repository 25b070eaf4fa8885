"""Which addresses a webhook may call: those that anybody on the internet may reach, and no others.

A name is looked up once and the address that was looked at is the one that is called, so that a name which changes its
address in between leads nowhere else.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from onrecord.errors import UsageError

Resolve = Callable[[str, int], Sequence[str]]
"""The addresses of a name, for a port."""
MOST_CHARACTERS = 2_000
_PORTS = {"https": 443, "http": 80}
_TRANSLATED = IPv6Network("64:ff9b::/96")
# Azure's own services answer its machines at this address, though it lies among the public ones.
_SPECIAL = tuple(map(ip_network, ("fec0::/10", "3fff::/20", "5f00::/16", "192.0.0.0/24", "192.88.99.0/24")))
_OF_A_PROVIDER = frozenset({IPv4Address("168.63.129.16")})


def addresses_of(host: str, port: int) -> list[str]:
    """The addresses of a name as the system knows them; OSError for none."""
    return list(dict.fromkeys(str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def is_public(address: str) -> bool:
    """Whether an address is one of the internet: not of this machine, a network, a link, a provider or many at once."""
    try:
        told = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(told, IPv6Address):
        inner = _inner(told)
        if inner is not None:
            return is_public(str(inner))
    if any(told.version == special.version and told in special for special in _SPECIAL):
        return False
    return told.is_global and not told.is_multicast and not told.is_reserved and told not in _OF_A_PROVIDER


def checked_url(url: str, *, private: bool) -> str:
    """The address of a webhook as it is kept; UsageError for one that is not to be called."""
    plain = url.strip()
    parts = _parts(plain)
    if not private:
        if parts.scheme != "https":
            raise UsageError("a webhook is called by https; give an address that begins with https://")
        if _is_literal(parts.hostname or "") and not is_public(parts.hostname or ""):
            raise UsageError(f"{parts.hostname} is no address that anybody on the internet may reach")
    return plain


def place_of(url: str) -> tuple[str, str, int]:
    """The scheme, the host and the port of an address."""
    parts = _parts(url)
    return parts.scheme, parts.hostname or "", parts.port or _PORTS[parts.scheme]


def address_to_call(host: str, port: int, resolve: Resolve, *, private: bool) -> str:
    """The one address of a host to call; UsageError where one of its addresses is not public, OSError for none."""
    found = [host] if _is_literal(host) else list(resolve(host, port))
    if not found:
        raise OSError(f"{host} has no address")
    refused = [] if private else [address for address in found if not is_public(address)]
    if refused:
        raise UsageError(f"{host} leads to {refused[0]}, which not anybody on the internet may reach")
    return found[0]


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UsageError(f"{url!r:.100} is no address of a webhook") from error
    if len(url) > MOST_CHARACTERS or not url.isascii() or not url.isprintable() or " " in url:
        raise UsageError(f"the address of a webhook has at most {MOST_CHARACTERS} characters, all of ASCII")
    if parts.scheme not in _PORTS or not parts.hostname or port == 0 or parts.fragment:
        raise UsageError(f"{url!r:.100} is no address of a webhook: https://host/path")
    if parts.username is not None or parts.password is not None:
        raise UsageError("an address with a name or a password in it is not kept; sign in by what the path holds")
    return parts


def _is_literal(host: str) -> bool:
    try:
        ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that one of IPv6 stands for."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    if address.sixtofour is not None:
        return address.sixtofour
    return None if address.teredo is None else address.teredo[1]
