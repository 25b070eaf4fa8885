"""What things are called as of any day: the origin of a report, the identity of a speaker, while others come in.

Days are counted from 1 January of the year 1 (`date.toordinal`). What has no day comes after all days: it is seen only
when no day is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

UNDATED = date.max.toordinal()
"""Stands in for the day of what has none, and for asking as of no day."""
Epochs = tuple[tuple[int, str], ...]
"""Names with the day from which on each is borne, in order."""


def day_of(day: date | None) -> int:
    """The number of a day; that of what has none for None."""
    return UNDATED if day is None else day.toordinal()


class Timelines:
    """The name of each thing as of any day."""

    def __init__(self) -> None:
        self._epochs: dict[str, Epochs] = {}

    def at(self, key: str, day: int) -> str | None:
        """What it is called as of a day; None where it is not there yet, or nothing is known of it."""
        found = None
        for first, name in self._epochs.get(key, ()):
            if first > day:
                break
            found = name
        return found

    def turns(self, key: str) -> tuple[int, ...]:
        """The days on which it is called something else than before."""
        return tuple(day for day, _ in self._epochs.get(key, ())[1:])

    def learn(self, found: Mapping[str, Epochs]) -> dict[str, int]:
        """Takes in what things are called; gives those whose past differs from what was held, and from which day on."""
        differing = {}
        for key, epochs in found.items():
            held = self._epochs.get(key, ())
            if held != epochs:
                differing[key] = min(day for day, _ in {*held} ^ {*epochs})
                self._epochs[key] = epochs
        return differing


def merging(members: Mapping[str, int], edges: Iterable[tuple[str, str]]) -> dict[str, Epochs]:
    """Things that become one as those in between come in; each group goes by its first member, or the smaller key."""
    beside: dict[str, list[str]] = {key: [] for key in members}
    for one, other in edges:
        beside[one].append(other)
        beside[other].append(one)
    name = {key: key for key in members}
    group = {key: [key] for key in members}
    epochs: dict[str, list[tuple[int, str]]] = {}
    for day, arriving in _by_day(members):
        touched = set()
        for key in arriving:
            epochs[key] = []
            for other in beside[key]:
                if other in epochs and name[other] != name[key]:
                    first, last = sorted((name[key], name[other]), key=lambda one: (members[one], one))
                    for moved in group[last]:
                        name[moved] = first
                    group[first] += group.pop(last)
            touched.add(name[key])
        for key in (key for first in touched for key in group[name[first]]):
            if not epochs[key] or epochs[key][-1][1] != name[key]:
                epochs[key].append((day, name[key]))
    return {key: tuple(some) for key, some in epochs.items()}


def connected(keys: Iterable[str], edges: Iterable[tuple[str, str]]) -> list[set[str]]:
    """The groups of things that hang together."""
    beside: dict[str, list[str]] = {key: [] for key in keys}
    for one, other in edges:
        beside[one].append(other)
        beside[other].append(one)
    groups, seen = [], set[str]()
    for start in beside:
        if start in seen:
            continue
        group, waiting = {start}, [start]
        while waiting:
            further = [key for key in beside[waiting.pop()] if key not in group]
            group.update(further)
            waiting += further
        seen |= group
        groups.append(group)
    return groups


def _by_day(members: Mapping[str, int]) -> Iterator[tuple[int, list[str]]]:
    days: dict[int, list[str]] = {}
    for key, day in members.items():
        days.setdefault(day, []).append(key)
    yield from sorted(days.items())
