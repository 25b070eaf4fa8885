"""What the gazetteer is made of before it is written: places with their names, and the sources' own rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from onrecord.model import PlaceKind
from onrecord.resolution.places.atlas import NameSort
from onrecord.resolution.places.folding import KIND_WORDS, folded, without_kind

Point = tuple[float, float]

# Where two sorts of name fold to the same key for one place, the first of these is kept.
_PRECEDENCE: tuple[NameSort, ...] = ("official", "historic", "press", "demonym", "alternate", "abbreviation")


@dataclass(slots=True)
class Entry:
    """One place in the making; `code` is the sources' ("PK.03"), `division` the code of the division that it lies in."""

    id: int
    name: str
    kind: PlaceKind
    feature: str
    country: str | None
    point: Point | None = None
    population: int = 0
    derived: bool = False
    code: str | None = None
    division: str | None = None
    names: dict[str, NameSort] = field(default_factory=dict)
    members: tuple[Entry, ...] = ()

    def called(self, names: Iterable[str], sort: NameSort) -> None:
        """Adds names; one that folds to a name held already changes its sort only if it is of a better one."""
        for name in names:
            key = folded(name)
            if not key:
                continue
            held = self.names.get(key)
            if held is None or _PRECEDENCE.index(sort) < _PRECEDENCE.index(held):
                self.names[key] = sort


def made_id(text: str) -> int:
    """A number below zero for a place without a GeoNames id, the same for the same words: 31 bits of their SHA-256."""
    return -((int.from_bytes(sha256(text.encode()).digest()[:4], "big") >> 1) + 1)


def division(
    ident: int, name: str, kind: PlaceKind, feature: str, country: str, code: str, within: str | None = None
) -> Entry:
    """A division with its official name, and that name without the word for its kind ("Suffolk" of Suffolk County)."""
    entry = Entry(ident, name, kind, feature, country, code=code, division=within)
    entry.called([name], "official")
    bare = {short for short in without_kind(folded(name)) if short not in KIND_WORDS}
    entry.called(sorted(bare), "alternate")
    return entry
