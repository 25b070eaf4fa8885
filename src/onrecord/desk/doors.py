"""Where a request comes from: this machine itself, one of the desk's own pages, or a page of another site."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

LOOPBACK_NAMES = frozenset({"localhost"})
_PASSED_ON = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")
"""Headers by which a proxy says that it passes a request on: such a one comes from anywhere."""


def is_from_here(client: str | None, headers: Mapping[str, str]) -> bool:
    """Whether a request comes from this machine itself, through no proxy on it, and calls the desk by no public name.

    `client` is the address that asks, None where it is not known.
    """
    if client is None or any(name in headers for name in _PASSED_ON):
        return False
    return is_address(client) and ip_address(client).is_loopback and is_loopback(headers.get("host", ""))


def is_from_another_site(headers: Mapping[str, str]) -> bool:
    """Whether a browser sends this from a page of another site.

    A proxy may speak https for the desk, so that only the name and the port of the origin tell.
    """
    origin = headers.get("origin")
    if headers.get("sec-fetch-site") not in {None, "same-origin"}:
        return True
    return origin is not None and urlsplit(origin).netloc != headers.get("host", "")


def bare(host: str) -> str:
    """The name or address of a Host header, without port and brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.rpartition(":")[0].lower() if host.count(":") == 1 else host.lower()


def is_address(name: str) -> bool:
    """Whether this is an address of numbers."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether a server at this host is reached from this machine only."""
    name = bare(host)
    return name in LOOPBACK_NAMES or (is_address(name) and ip_address(name).is_loopback)
