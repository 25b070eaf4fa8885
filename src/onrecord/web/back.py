"""Where a form leads back to: an address of the desk itself, and no other."""

from __future__ import annotations

from urllib.parse import urlsplit

_LONGEST = 2_000


def way_back(given: str | None, otherwise: str = "/") -> str:
    """The address given if it is a page of this desk; the other one for addresses elsewhere and for none."""
    if not given or len(given) > _LONGEST or not given.startswith("/") or given.startswith(("//", "/\\")):
        return otherwise
    if any(ord(letter) < ord(" ") for letter in given) or "\\" in given:
        return otherwise
    parts = urlsplit(given)
    return otherwise if parts.scheme or parts.netloc else given
