"""Addresses by which exports name reports and what was found in them."""

from __future__ import annotations

import re
from urllib.parse import quote

_WEB = re.compile(r"https?://[^\s\x00-\x20\x7f<>\"\\^`{|}]+", re.IGNORECASE)


def web_address(url: str | None) -> str | None:
    """The address of a page, if it is one that can be opened in a browser; scripts and files are none."""
    if url is None or _WEB.fullmatch(url.strip()) is None:
        return None
    return url.strip()


def name_of(kind: str, ident: str) -> str:
    """A name for a thing of a record that is no web address: `urn:onrecord:statement:26a5…`."""
    return f"urn:onrecord:{kind}:{quote(ident, safe='')}"
