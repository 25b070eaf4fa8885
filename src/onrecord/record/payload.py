"""The JSON of a noun without the characters that the report's text already holds, and back again."""

from __future__ import annotations

from typing import Any


def without_text(value: Any, text: str) -> Any:
    """The value with the `text` of every span left out, where it is what stands there."""
    if isinstance(value, list):
        return [without_text(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: without_text(item, text) for key, item in value.items()}
    if {"start", "end", "text"} <= kept.keys() and kept["text"] == text[kept["start"] : kept["end"]]:
        del kept["text"]
    return kept


def with_text(value: Any, text: str) -> Any:
    """The value as it was before `without_text`."""
    if isinstance(value, list):
        return [with_text(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    whole = {key: with_text(item, text) for key, item in value.items()}
    if {"start", "end"} <= whole.keys() and "text" not in whole:
        whole["text"] = text[whole["start"] : whole["end"]]
    return whole
