"""Who stands near somebody: parties, allies, foes, parts, and those who are on record beside him."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import Connection, or_, select

from onrecord.desk.cast import Everybody, Known
from onrecord.record.schema import actor, profile, report, statement
from onrecord.record.vantage import Vantage
from onrecord.resolution.actors import registry

TieKind = Literal["part of", "has part", "allied with", "opposed to", "splinter of", "has splinter", "speaks beside"]
KINDS: tuple[TieKind, ...] = get_args(TieKind)
_MOST_REPORTS = 300
_TOLD: Mapping[str, TieKind] = {"part_of": "part of", "allied_with": "allied with", "opposed_to": "opposed to"}
_REGISTRY: Mapping[str, tuple[TieKind, TieKind]] = {
    "allied_with": ("allied with", "allied with"),
    "splinter_of": ("splinter of", "has splinter"),
    "joined": ("part of", "has part"),
}


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie to somebody: in how many reports it is told, or that the registry has it (`known`), and for which years.

    `reports` are the ids of a few reports in which it stands, the earliest first. `other` is None for a body of the
    registry of which no report speaks.
    """

    kind: TieKind
    name: str
    key: str
    other: Known | None
    count: int
    reports: tuple[str, ...]
    known: bool = False
    years: str | None = None


def ties_of(connection: Connection, one: Known, everybody: Everybody, vantage: Vantage) -> tuple[Tie, ...]:
    """The ties of somebody as of a day, by kind and then by the number of reports that tell them."""
    told: dict[tuple[TieKind, str], dict[str, None]] = defaultdict(dict)
    for kind, key, ident in (*_relations(connection, one, vantage), *_beside(connection, one, vantage)):
        other = everybody.find(key)
        if other is not None and other.id != one.id:
            told[kind, other.id][ident] = None
    found = {(kind, key): _tie(kind, key, everybody, tuple(reports)) for (kind, key), reports in told.items()}
    for tie in _of_parties(one, everybody):
        found.setdefault((tie.kind, tie.key), tie)
    for tie in _of_registry(one, everybody):
        found.setdefault((tie.kind, tie.key), tie)
    closer = {tie.key for tie in found.values() if tie.kind != "speaks beside"}
    kept = [tie for tie in found.values() if tie.kind != "speaks beside" or tie.key not in closer]
    return tuple(sorted(kept, key=lambda tie: (KINDS.index(tie.kind), -tie.count, tie.name, tie.key)))


def _tie(kind: TieKind, key: str, everybody: Everybody, reports: tuple[str, ...]) -> Tie:
    other = everybody.find(key)
    name = key if other is None else other.name
    return Tie(kind, name, key, other, len(reports), reports[:5])


def _relations(connection: Connection, one: Known, vantage: Vantage) -> Iterator[tuple[TieKind, str, str]]:
    """What the texts of reports say of him and others, with the key of the other and the report."""
    query = select(actor.c.report_id, actor.c.payload).join_from(actor, report).where(actor.c.actor_id.in_(_his(one)))
    if vantage.as_of is not None:
        query = query.where(report.c.published <= vantage.as_of)
    rows = connection.execute(query.order_by(report.c.published.desc(), actor.c.actor_id).limit(_MOST_REPORTS)).all()
    related = [(row.report_id, json.loads(row.payload)["relations"]) for row in rows]
    keys = _keys(connection, {ident for ident, relations in related if relations})
    for ident, relations in sorted(related, key=lambda pair: pair[0]):
        for relation in relations:
            key = keys.get((ident, relation["to"]))
            if key is not None and relation["kind"] in _TOLD:
                yield _TOLD[relation["kind"]], key, ident


def _keys(connection: Connection, reports: Iterable[str]) -> dict[tuple[str, str], str]:
    """The key of each actor of some reports, by report and the actor's id in it."""
    columns = actor.c.report_id, actor.c.local_id, actor.c.actor_id, actor.c.known_as
    query = select(*columns).where(actor.c.report_id.in_(sorted(reports)))
    return {(row.report_id, row.local_id): row.known_as or row.actor_id for row in connection.execute(query)}


def _beside(connection: Connection, one: Known, vantage: Vantage) -> Iterator[tuple[TieKind, str, str]]:
    """Those who are on record in reports in which he is, too."""
    own = select(statement.c.report_id).where(statement.c.speaker_actor.in_(_his(one))).distinct()
    if vantage.as_of is not None:
        own = own.where(statement.c.published <= vantage.as_of)
    reports = sorted(connection.scalars(own.limit(_MOST_REPORTS)))
    columns = statement.c.report_id, statement.c.speaker_actor, profile.c.known_as
    query = (
        select(*columns)
        .join_from(statement, profile, profile.c.actor_id == statement.c.speaker_actor)
        .where(statement.c.report_id.in_(reports))
        .distinct()
    )
    for row in sorted(connection.execute(query).all(), key=lambda row: (row.report_id, row.speaker_actor)):
        yield "speaks beside", row.known_as or row.speaker_actor, row.report_id


def _his(one: Known) -> Any:
    keys = sorted(one.keys)
    return select(profile.c.actor_id).where(or_(profile.c.known_as.in_(keys), profile.c.actor_id.in_(keys)))


def _of_parties(one: Known, everybody: Everybody) -> Iterator[Tie]:
    """The party that reports give him, and those who belong to him as their party."""
    if one.party is not None:
        other = everybody.find(one.party)
        yield Tie("part of", one.party_name or one.party, one.party, other, one.reports, ())
    for other in everybody.listed:
        if other.party == one.id:
            yield Tie("has part", other.name, other.id, other, other.reports, ())


def _of_registry(one: Known, everybody: Everybody) -> Iterator[Tie]:
    """What the registry of bodies knows beforehand."""
    if one.known_as is None:
        return
    known = registry.entry(one.known_as)
    if known is not None and known.part_of is not None:
        yield _registered("part of", known.part_of, everybody, None)
    for relation in registry.relations_of(one.known_as):
        if relation.kind in _REGISTRY:
            forth, back = _REGISTRY[relation.kind]
            years = _years(relation.first_year, relation.last_year)
            if relation.owner == one.known_as:
                yield _registered(forth, relation.other, everybody, years)
            else:
                yield _registered(back, relation.owner, everybody, years)


def _registered(kind: TieKind, key: str, everybody: Everybody, years: str | None) -> Tie:
    other, known = everybody.find(key), registry.entry(key)
    name = other.name if other is not None else known.name if known is not None else key
    return Tie(kind, name, key, other, 0, (), known=True, years=years)


def _years(first: int | None, last: int | None) -> str | None:
    if first is None and last is None:
        return None
    return str(first or last) if first == last or last is None else f"{first or '…'}–{last}"
