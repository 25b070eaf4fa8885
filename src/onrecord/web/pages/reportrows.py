"""What the record holds of one report beside its reading: ids, copies, withdrawal, and who its actors are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from onrecord.record.clock import clock_of
from onrecord.record.copyrows import HeldCopy, copies_of
from onrecord.record.origins import origins
from onrecord.record.schema import actor, link, profile, report
from onrecord.record.vantage import Vantage
from onrecord.record.withdrawals import Withdrawal, withdrawals


@dataclass(frozen=True, slots=True)
class Version:
    """Another report that is a version of this one; `kind` and `kept` say how the two hang together, if directly."""

    report: str
    title: str | None
    outlet: str | None
    published: date | None
    kind: str | None
    kept: float | None
    agency: str | None
    is_origin: bool


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report as the record holds it.

    `actors` give the ids by which identities are found, by those of the reading: the registry's where it knows an actor,
    none for those whom the report does not name; `sites` are the keys of places at which claims of the record are.
    `versions` are all reports of one origin, the origin first.
    """

    id: str
    recorded_at: str
    actors: Mapping[str, str]
    sites: frozenset[str]
    origin: str
    versions: tuple[Version, ...]
    withdrawal: Withdrawal | None


def report_row(connection: Connection, ident: str, places: Iterable[str], vantage: Vantage) -> ReportRow:
    """The row of the report with this id, its versions as far as they were out and known by then.

    `places` are the keys of its places.
    """
    row = connection.execute(select(report.c.recorded_at).where(report.c.report_id == ident)).one()
    columns = actor.c.local_id, actor.c.actor_id, actor.c.known_as
    cast = select(*columns).join_from(actor, profile).where(actor.c.report_id == ident)
    origin = origins(connection, [ident], vantage.as_of, vantage.known_at)[ident]
    taken_back = withdrawals(connection, [ident], vantage.as_of, vantage.known_at)
    return ReportRow(
        id=ident,
        recorded_at=row.recorded_at,
        actors={one.local_id: one.known_as or one.actor_id for one in connection.execute(cast)},
        sites=frozenset(connection.scalars(select(link.c.site_key).where(link.c.site_key.in_(sorted(places))))),
        origin=origin,
        versions=_versions(connection, ident, origin, vantage),
        withdrawal=taken_back.get(ident),
    )


def _versions(connection: Connection, ident: str, origin: str, vantage: Vantage) -> tuple[Version, ...]:
    direct = {copy.report: copy for copy in copies_of(connection, [ident])[ident]}
    reached, waiting = {ident, *direct}, sorted(direct)
    while waiting:
        beyond = {copy.report for some in copies_of(connection, waiting).values() for copy in some} - reached
        reached |= beyond
        waiting = sorted(beyond)
    columns = report.c.report_id, report.c.title, report.c.outlet, report.c.published
    query = select(*columns).where(report.c.report_id.in_(sorted(reached - {ident})))
    if vantage.as_of is not None:
        query = query.where(report.c.published <= vantage.as_of)
    if vantage.known_at is not None:
        query = query.where(report.c.recorded_at <= clock_of(vantage.known_at))
    found = [_version(row, direct.get(row.report_id), origin) for row in connection.execute(query)]
    return tuple(sorted(found, key=lambda v: (not v.is_origin, v.published or date.max, v.report)))


def _version(row: Any, copy: HeldCopy | None, origin: str) -> Version:
    made = Version(row.report_id, row.title, row.outlet, row.published, None, None, None, row.report_id == origin)
    if copy is None:
        return made
    return replace(made, kind=copy.kind, kept=copy.kept, agency=copy.evidence.get("agency"))
