"""The ways from every page to the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """A page that every page leads to; `minor` ones stand apart."""

    path: str
    words: str
    minor: bool = False


WAYS = (
    Way("/", "Claims"),
    Way("/timeline", "Timeline"),
    Way("/reports", "Reports"),
    Way("/actors", "Actors"),
    Way("/map", "Map"),
    Way("/review", "Review", minor=True),
    Way("/notes", "Notes", minor=True),
    Way("/following", "Following", minor=True),
    Way("/help", "Help", minor=True),
)


def ways(paths: Iterable[str]) -> tuple[Way, ...]:
    """The ways to those pages that there are."""
    there = set(paths)
    return tuple(way for way in WAYS if way.path in there)
