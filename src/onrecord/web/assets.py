"""The styles, scripts and pictures of the desk, each with an address that changes when its content does."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "static"
"""Where they lie."""


@cache
def static_address(name: str) -> str:
    """The address of a file under `static/`, with the beginning of its checksum; FileNotFoundError for none."""
    checksum = hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()
    return f"/static/{name}?v={checksum[:12]}"
