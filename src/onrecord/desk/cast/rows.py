"""The rows by which everybody of a record is known again, kept in memory in little room and read once each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from sys import intern
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Select, func, select

from onrecord.model import ActorKind
from onrecord.record.newidentities import ONRECORD
from onrecord.record.schema import judgement, profile

_AT_ONCE = 400
_MANY = 5_000
"""Of so many rows and more it is quicker to read the whole table than to name them."""
Names = tuple[tuple[str, int], ...]


class Seen(NamedTuple):
    """An actor as one report knows it; a plain tuple, since there are very many."""

    actor: str
    report: str
    names: Names
    kind: ActorKind
    known_as: str | None
    published: date | None
    recorded_at: str
    party: str | None
    party_name: str | None

    @property
    def key(self) -> str:
        """What judgements call it by: its registry id, or its own."""
        return self.known_as or self.actor


class Judged(NamedTuple):
    """A judgement as a row; one that withdraws another names it."""

    id: str
    left: str
    right: str
    judgement: str
    score: float | None
    reviewed: bool
    at: str
    withdraws: str | None


@dataclass(slots=True)
class CastRows:
    """The rows that were read so far. `take_in` reads what was added since."""

    seen: dict[str, Seen] = field(default_factory=dict)
    judged: dict[str, Judged] = field(default_factory=dict)
    _names: dict[Names, Names] = field(default_factory=dict)

    def take_in(self, connection: Connection, ended: Callable[[], bool] = lambda: False) -> bool:
        """Reads what was added; whether a reviewer's judgement was among it, which has to show at once.

        It stops once `ended` is true; what is left out then is read the next time.
        """
        for row in _new(connection, select(profile), profile.c.actor_id, self.seen):
            if ended():
                return False
            seen = self._seen(row)
            self.seen[seen.actor] = seen
        reviewed = False
        columns = [c for c in judgement.c if c is not judgement.c.evidence and c is not judgement.c.note]
        for row in _new(connection, select(*columns), judgement.c.judgement_id, self.judged):
            if ended():
                return reviewed
            self.judged[row.judgement_id] = one = _judged(row)
            reviewed = reviewed or one.reviewed
        return reviewed

    def _seen(self, row: Any) -> Seen:
        plain = json.loads(row.payload)
        names: Names = tuple((intern(name), count) for name, count in plain["names"])
        return Seen(
            intern(row.actor_id),
            intern(row.report_id),
            self._names.setdefault(names, names),
            row.kind,
            row.known_as and intern(row.known_as),
            row.published,
            intern(row.recorded_at),
            intern(plain["party"]) if plain.get("party") else None,
            intern(plain["party_name"]) if plain.get("party_name") else None,
        )


def _new(connection: Connection, query: Select[Any], key: Column[str], held: dict[str, Any]) -> Iterator[Any]:
    """The rows that are not held yet; counting the keys tells first whether there are any."""
    if connection.scalar(select(func.count(key))) == len(held):
        return
    fresh = sorted(ident for ident in connection.scalars(select(key)) if ident not in held)
    if len(fresh) >= _MANY:
        yield from (row for row in connection.execute(query) if row[0] not in held)
        return
    for at in range(0, len(fresh), _AT_ONCE):
        yield from connection.execute(query.where(key.in_(fresh[at : at + _AT_ONCE])))


def _judged(row: Any) -> Judged:
    return Judged(
        row.judgement_id,
        intern(row.left_key),
        intern(row.right_key),
        intern(row.judgement),
        row.score,
        row.user_name != ONRECORD,
        intern(row.recorded_at),
        row.withdraws,
    )


def holding(rows: Iterable[Judged]) -> dict[tuple[str, str], Judged]:
    """The judgement in force on each pair: a reviewer's last one, or else the record's own."""
    rows = list(rows)
    withdrawn = {row.withdraws for row in rows if row.withdraws is not None}
    made = [row for row in rows if row.withdraws is None and row.id not in withdrawn]
    return {(row.left, row.right): row for row in sorted(made, key=lambda row: (row.reviewed, row.at, row.id))}
