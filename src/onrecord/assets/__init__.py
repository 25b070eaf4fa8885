"""What the rooms know beforehand: cue words, names, parties, places and weights, each with its card beside it."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML asset as a dictionary, read once; `name` is its file name without the ending."""
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def weights(name: str) -> dict[str, Any]:
    """A JSON asset as a dictionary, read once; `name` is its file name without the ending."""
    data: dict[str, Any] = json.loads((files(__name__) / f"{name}.json").read_text(encoding="utf-8"))
    return data
