"""Who speaks, and for whom, as a reviewer names them: somebody of the report, of another report, or of the registry."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from sqlalchemy import Connection, select

from onrecord.errors import UsageError
from onrecord.linking.parties import party_key
from onrecord.model import Actor, ActorKind
from onrecord.record.correctedactors import Voice
from onrecord.record.correctedstatement import ReadStatement
from onrecord.record.corrections import Corrected
from onrecord.record.identities import key_of
from onrecord.record.schema import actor as actor_table
from onrecord.record.schema import statement as statement_table
from onrecord.record.words import Aliases
from onrecord.resolution.actors.entries import Entry, listed
from onrecord.resolution.actors.states import state_entry
from onrecord.resolution.names import folded

_FEWEST_LETTERS = 4
_REGISTRY = "registry:"


def voice_of(
    connection: Connection, read: ReadStatement, wanted: Mapping[str, Any], aliases: Aliases
) -> tuple[Corrected, Voice]:
    """The speaker and the party that are wanted, as the row keeps them and as actors; UsageError for nobody known.

    Who speaks is somebody of the report by name or id, or somebody of the record by id, since nobody is meant on a name
    alone. A party goes by its names too. With another speaker comes the party that he is known to speak for.
    """
    kept, given = Corrected(), dict[str, str | None]()
    taken_in: dict[str, Actor] = {}
    told = read.statement
    for role in ("speaker", "party"):
        if role not in wanted:
            continue
        found = [] if wanted[role] is None else _Naming(connection, read, aliases).find(role, wanted[role])
        found = _at_home(found, read)
        given[role] = found[0].id if found else None
        taken_in |= {one.id: one for one in found}
    if given.get("speaker") is not None and "party" not in given:
        above = _actor(read, taken_in, given["speaker"]).party
        if above is not None:
            given["party"] = above
    given = {role: ident for role, ident in given.items() if ident != getattr(told, role)}
    if "speaker" in given:
        ident = given["speaker"]
        kept["speaker"] = None if ident is None else read.actor_ids.get(ident, ident)
    if "party" in given:
        ident = given["party"]
        kept["party"] = None if ident is None else party_key(_actor(read, taken_in, ident))
    strangers = tuple(one for one in taken_in.values() if one.id not in read.actor_ids)
    return kept, Voice(frozenset(given), given.get("speaker"), given.get("party"), strangers)


def _at_home(found: Sequence[Actor], read: ReadStatement) -> list[Actor]:
    """Some actors, bodies that the reading knows by their own ids there; people are not told by their names."""
    bodies = [one for one in read.reading.actors if one.kind != "person"]
    own: dict[tuple[str, ActorKind], str] = {(party_key(one), one.kind): one.id for one in bodies}
    own_ids = read.actor_ids.keys()
    ids = {one.id: one.id if one.id in own_ids else own.get((party_key(one), one.kind), one.id) for one in found}
    return [replace(one, id=ids[one.id], party=ids.get(one.party or "", one.party)) for one in found]


def _actor(read: ReadStatement, taken_in: Mapping[str, Actor], ident: str | None) -> Actor:
    return next(one for one in (*read.reading.actors, *taken_in.values()) if one.id == ident)


class _Naming:
    """Finds whom words mean; each is given with all above him that the reading does not know."""

    def __init__(self, connection: Connection, read: ReadStatement, aliases: Aliases) -> None:
        self._connection = connection
        self._read = read
        self._aliases = aliases

    def find(self, role: str, words: object) -> list[Actor]:
        if not isinstance(words, str) or not words.strip():
            raise UsageError(f"{words!r} is no {role}; give a name of the report or an id, or None for nobody")
        words = words.strip()
        own = self._own(words)
        if len(own) == 1:
            return own
        if len(own) > 1:
            several = ", ".join(f"{one.name} ({one.id})" for one in own)
            raise UsageError(f"several of the report go by {words!r}; give the id of one: {several}")
        found = self._of_the_record(words) or (self._party(words) if role == "party" else [])
        if found:
            return found
        known = ", ".join(f"{one.name} ({one.id})" for one in self._read.reading.actors) or "nobody"
        raise UsageError(
            f"no {role} {words!r}: the report knows {known}; anybody else goes by an id, see: onrecord actors"
        )

    def _own(self, words: str) -> list[Actor]:
        """Those of the report with this id, or else this name."""
        idents = self._read.actor_ids
        by_id = [
            one
            for one in self._read.reading.actors
            if words in {one.id, idents[one.id], one.known_as, party_key(one)}
            or (len(words) >= _FEWEST_LETTERS and idents[one.id].startswith(words))
        ]
        if by_id:
            return by_id
        name = folded(words)
        return [
            one
            for one in self._read.reading.actors
            if name == folded(one.name) or any(m.form == "name" and folded(m.span.text) == name for m in one.mentions)
        ]

    def _of_the_record(self, ident: str) -> list[Actor]:
        """Somebody of another report, with those above him there."""
        try:
            key = key_of(self._connection, ident)
        except UsageError as error:
            if "several" in str(error):
                raise
            return []
        known = actor_table.c.known_as == key
        query = select(actor_table).where((actor_table.c.actor_id == key) | known)
        row = self._connection.execute(query.order_by(actor_table.c.actor_id).limit(1)).one()
        return list(self._with_those_above(row))

    def _with_those_above(self, row: Any) -> Iterator[Actor]:
        same_report = select(actor_table).where(actor_table.c.report_id == row.report_id)
        by_local = {one.local_id: one for one in self._connection.execute(same_report)}
        passed: set[str] = set()
        at: Any = row
        while at is not None and at.local_id not in passed:
            passed.add(at.local_id)
            told = json.loads(at.payload)
            above = by_local.get(told["party"])
            yield Actor(
                at.actor_id,
                told["name"],
                told["kind"],
                (),
                party=None if above is None else above.actor_id,
                country=told["country"],
                known_as=told["known_as"],
            )
            at = above

    def _party(self, words: str) -> list[Actor]:
        """A body of the registry by its key or one of its names, or a party that some report of the record tells of."""
        name = folded(words)
        keys = {words} | {key for key, names in self._aliases.items() if name in map(folded, names)}
        bodies = [entry for entry in map(_entry, sorted(keys)) if entry is not None]
        if len(bodies) > 1:
            several = ", ".join(f"{one.name} ({one.id})" for one in bodies)
            raise UsageError(f"several bodies go by {words!r}; give the key of one: {several}")
        if bodies:
            return list(_of_the_registry(bodies[0]))
        return self._told_somewhere(words if words.startswith("name:") else f"name:{name}")

    def _told_somewhere(self, key: str) -> list[Actor]:
        query = select(statement_table.c.report_id).where(statement_table.c.party_key == key)
        report = self._connection.scalar(query.order_by(statement_table.c.report_id).limit(1))
        if report is None:
            return []
        rows = self._connection.execute(select(actor_table).where(actor_table.c.report_id == report)).all()
        for row in rows:
            if party_key(cast("Actor", row)) == key:
                return list(self._with_those_above(row))
        return []


def _entry(key: str) -> Entry | None:
    return listed().get(key) or state_entry(key)


def _of_the_registry(entry: Entry) -> Iterator[Actor]:
    """A body that the registry knows, with those that it is a branch of."""
    at: Entry | None = entry
    passed: set[str] = set()
    while at is not None and at.id not in passed:
        passed.add(at.id)
        above = None if at.part_of is None else _entry(at.part_of)
        party = None if above is None else f"{_REGISTRY}{above.id}"
        yield Actor(f"{_REGISTRY}{at.id}", at.name, at.kind, (), party=party, country=at.country, known_as=at.id)
        at = above
