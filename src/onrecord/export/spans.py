"""Stretches of a report's text as the cells of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def stretch(span: Mapping[str, Any]) -> str:
    """Where a span stands, as `start-end`: the first character and the one after the last, counted from 0."""
    return f"{span['start']}-{span['end']}"


def stretches(spans: Iterable[Mapping[str, Any]]) -> list[str]:
    """Where spans stand."""
    return [stretch(span) for span in spans]


def overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two spans share a character."""
    shared: bool = one["start"] < other["end"] and other["start"] < one["end"]
    return shared
