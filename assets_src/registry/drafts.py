"""Bodies while the registry is built: names gathered from every source, each with where it is from and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.resolution.actors.entries import alias_key, is_acronym
from onrecord.resolution.actors.states import body_words, country_words
from onrecord.resolution.names import folded

SOURCES = ("hand", "ucdp", "un", "phoenix")
"""The sources of names, the surest first."""


@dataclass
class Draft:
    """A body with what the sources say of it so far; `names` holds (weak, source) for each name."""

    id: str
    name: str
    kind: str
    country: str | None = None
    codes: dict[str, str] = field(default_factory=dict)
    part_of: str | None = None
    first: int | None = None
    last: int | None = None
    sector: str | None = None
    active_in: tuple[str, ...] = ()
    names: dict[str, tuple[bool, str]] = field(default_factory=dict)

    def call(self, name: str, source: str, *, weak: bool) -> None:
        """Adds a name, unless a surer source has given it already; "ETA" and "Eta" are two names."""
        name = " ".join(name.split())
        key = alias_key(name)
        if not key or (source != "hand" and (folded(name) in body_words() or name in country_words())):
            return  # "Ministry of Defence" is the name of a hundred, "Armenian" that of a state before that of a people
        same = [other for other in self.names if alias_key(other) == key]
        if not any(not self.names[other][0] and is_acronym(other) == is_acronym(name) for other in same):
            self.names.setdefault(name, (weak, source))


@dataclass(frozen=True)
class Tie:
    """How one body stands to another."""

    kind: str
    of: str
    to: str
    first: int | None
    last: int | None
    source: str


@dataclass
class Book:
    """All bodies by id, in the order in which they came, and the ties between them."""

    drafts: dict[str, Draft] = field(default_factory=dict)
    ties: list[Tie] = field(default_factory=list)
    state_codes: list[tuple[str, str, str]] = field(default_factory=list)
    """Codes of bodies that are built by rule: id, scheme, code."""

    def add(self, draft: Draft) -> Draft:
        """Adds a body; one that has the same id already stays."""
        return self.drafts.setdefault(draft.id, draft)

    def with_code(self, scheme: str, code: str) -> Draft | None:
        """The body with this code of a source, if any."""
        return next((d for d in self.drafts.values() if d.codes.get(scheme) == code), None)

    def by_key(self) -> dict[str, list[Draft]]:
        """The bodies under the keys of their sure names."""
        found: dict[str, list[Draft]] = {}
        for draft in self.drafts.values():
            keys = {alias_key(name) for name, (weak, _) in draft.names.items() if not weak}
            for key in sorted(keys):
                found.setdefault(key, []).append(draft)
        return found

    def __iter__(self) -> Iterator[Draft]:
        return iter(self.drafts.values())


def only(drafts: Iterable[Draft]) -> Draft | None:
    """The one body among several mentions of it; None for none or more than one."""
    unique = {draft.id: draft for draft in drafts}
    return next(iter(unique.values())) if len(unique) == 1 else None
