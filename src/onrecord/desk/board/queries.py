"""What the board asks a record about some reports: their links, their actors, and their days of publication."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, func, select

from onrecord.record.lots import in_lots
from onrecord.record.schema import link, profile, report, statement


def matters_in(connection: Connection, reports: Iterable[str]) -> set[str]:
    """The matters of which some reports tell."""
    found: set[str] = set()
    query = select(link.c.matter_id).join_from(link, statement, statement.c.statement_id == link.c.statement_id)
    for some in in_lots(reports):
        found.update(connection.scalars(query.where(statement.c.report_id.in_(some)).distinct()))
    return found


def actors_in(connection: Connection, reports: Iterable[str]) -> set[str]:
    """The actors whom some reports name, those of the registry by its key."""
    found: set[str] = set()
    query = select(profile.c.actor_id, profile.c.known_as)
    for some in in_lots(reports):
        rows = connection.execute(query.where(profile.c.report_id.in_(some)))
        found.update(row.known_as or row.actor_id for row in rows)
    return found


def published_on(connection: Connection, reports: Iterable[str] | None) -> Counter[date]:
    """How many reports (of all, for None) were published on each day."""
    found: Counter[date] = Counter()
    query = select(report.c.published, func.count().label("reports")).group_by(report.c.published)
    queries = [query] if reports is None else [query.where(report.c.report_id.in_(b)) for b in in_lots(reports)]
    for one in queries:
        found.update({row.published: row.reports for row in connection.execute(one) if row.published is not None})
    return found
