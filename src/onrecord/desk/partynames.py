"""Whether a party is the one that somebody names, by its key, its name in reports, or another name of it."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, select

from onrecord.model import Party
from onrecord.record.heldlinks import matters_held
from onrecord.record.schema import statement
from onrecord.record.words import Aliases
from onrecord.resolution.names import folded, telling_words

_BY_NAME = "name:"


class PartyNames:
    """What parties are called in a record, by key, and by what other names they go."""

    def __init__(self, connection: Connection, aliases: Aliases) -> None:
        self._connection = connection
        self._aliases = aliases

    def of(self, key: str) -> tuple[str, ...]:
        """Every name of the party with this key."""
        own = (key.removeprefix(_BY_NAME),) if key.startswith(_BY_NAME) else ()
        return (*own, *self._held.get(key, ()), *self._aliases.get(key, ()))

    @cached_property
    def _held(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for row in self._connection.execute(select(statement.c.party_key, statement.c.party_name).distinct()):
            if row.party_key is not None and row.party_name is not None:
                found[row.party_key].add(row.party_name)
        for one in matters_held(self._connection).values():
            for party in one.parties:
                found[party.key].add(party.name)
        return found


class PartyNamed:
    """A party as somebody names it, or by its key alone where no `names` are given; its branches are on its side."""

    def __init__(self, asked: str, names: PartyNames | None) -> None:
        self._asked = asked
        self._whole = folded(asked)
        self._words = frozenset(telling_words(asked))
        self._names = names
        self._known: dict[str, bool] = {}

    def is_side_of(self, party: Party | None) -> bool:
        """Whether it is this party, or the party that this one is a branch of."""
        if party is None:
            return False
        return self.means(party.key) or (party.part_of is not None and self.means(party.part_of))

    def means(self, key: str) -> bool:
        """Whether it is the party with this key."""
        if key not in self._known:
            names = () if self._names is None else self._names.of(key)
            self._known[key] = key == self._asked or any(self._is_called(folded(name)) for name in names)
        return self._known[key]

    def _is_called(self, name: str) -> bool:
        return name == self._whole or bool(self._words and self._words <= set(name.split()))


def party_of(row: Any) -> Party | None:
    """The party for which a row of a statement is said to be made."""
    return None if row.party_key is None else Party(row.party_key, row.party_name, row.party_part_of)
