"""The names of a report with the places that each may mean, and how the names stand to one another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.resolution.places.gazetteer import Location
from onrecord.resolution.places.names import Name
from onrecord.resolution.places.surroundings import Surroundings
from onrecord.resolution.places.wording import UNIT_KINDS

_WITHIN = re.compile(
    r"(?:,|\s*\(|,?\s+(?:(?:the|an?)\s+)?(?:[\w-]+\s+){0,4}?(?:in|of)(?:\s+(?:the|central|(?:north|south)?(?:east|west)?(?:ern)?))*)\s*",
)
_HOLDS = re.compile(r"['’]s\s+(?:[a-z-]+\s+){0,3}")
_IN_LIST = re.compile(r",\s*|,?\s+(?:and|or)\s+")
_LIST = 3
"""Names joined by this many commas or more in a row are a list; "Khar, Bajaur, Pakistan" has two."""
_LONGEST_GAP = 60


@dataclass(frozen=True, slots=True)
class Option:
    """A place that a name may mean: the sort of name it bears there, and how like the two are spelt (1: the same)."""

    place: Location
    sort: str
    likeness: float = 1.0


@dataclass(frozen=True, slots=True)
class Usage:
    """One way in which a report uses a name: the name that may say what it lies in, the one that may lie in it, the
    kind of division or place that a word beside it states, and whether it stands for a government.
    """

    key: str
    holder: str | None = None
    held: str | None = None
    unit: str | None = None
    acts: bool = False


@dataclass(frozen=True)
class Scene:
    """The names of a report that may be places, with all that ranking needs.

    `options` are the places each key may mean (`keys` are names folded), `shares` how likely a key is a place at all,
    `usages` how each name is used, `countries` the votes of demonyms for countries by ISO code, `home` the country that
    the report is about.
    """

    names: tuple[Name, ...]
    keys: tuple[str, ...]
    usages: tuple[Usage, ...]
    options: Mapping[str, tuple[Option, ...]]
    shares: Mapping[str, float]
    countries: Mapping[str, float]
    home: str | None = None

    def by_key(self) -> dict[str, list[Usage]]:
        """The different usages of every key, in the order of their first names."""
        found: dict[str, list[Usage]] = {}
        for usage in dict.fromkeys(self.usages):
            found.setdefault(usage.key, []).append(usage)
        return found


def usages(
    around: Surroundings, names: Sequence[Name], keys: Sequence[str], acts: Callable[[Name], bool]
) -> tuple[Usage, ...]:
    """How every name is used, in order: "Khar, Bajaur" says that the first may lie in the second.

    `acts` tells of a name whether it stands for a government, if it is one's seat.
    """
    holders: dict[int, str] = {}
    helds: dict[int, str] = {}
    for inner, outer in _containments(around, names):
        holders[inner] = keys[outer]
        helds.setdefault(outer, keys[inner])
    return tuple(
        Usage(key, holders.get(i), helds.get(i), _unit(around, name), acts(name))
        for i, (name, key) in enumerate(zip(names, keys, strict=True))
    )


def _containments(around: Surroundings, names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Numbers of neighbouring names of which the words between them say that the first may lie in the second."""
    gaps = _gaps(around, names)
    listed = _listed(gaps)
    for i, j in pairwise(range(len(names))):
        gap = gaps[i]
        if _WITHIN.fullmatch(gap) and i not in listed:
            yield i, j
        elif _HOLDS.fullmatch(gap):
            yield j, i


def _gaps(around: Surroundings, names: Sequence[Name]) -> list[str]:
    """The words between every name and the next; a mark that joins nothing where they stand in two sentences or far."""
    text = around.article.text
    return [
        text[one.span.end : other.span.start]
        if one.sentence == other.sentence and other.span.start - one.span.end <= _LONGEST_GAP
        else "|"
        for one, other in pairwise(names)
    ]


def _listed(gaps: Sequence[str]) -> frozenset[int]:
    """The gaps inside a list of names ("Ohio, Texas, Utah and Virginia"), of which none says what lies in what."""
    found: set[int] = set()
    run: list[int] = []
    for i, gap in enumerate((*gaps, "|")):
        if _IN_LIST.fullmatch(gap):
            run.append(i)
        else:
            found.update(run if len(run) >= _LIST else ())
            run = []
    return frozenset(found)


def _unit(around: Surroundings, name: Name) -> str | None:
    """The kind of place that a word beside a name states: "Homa Bay County", "the province of Ontario"."""
    after = UNIT_KINDS.get(around.lower(name, 1))
    if after is not None and not around.possessive(name):
        return after
    before = around.lower(name, -1)
    if before == "of":
        return UNIT_KINDS.get(around.lower(name, -2))
    return UNIT_KINDS.get(before)
