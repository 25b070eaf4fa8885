"""What is on record by somebody and about him, a page of it: a government may have said thousands of things."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from onrecord.desk.cast import Known
from onrecord.record.correctionoverlay import overlay
from onrecord.record.questions.saidby import PersonStatement, listed
from onrecord.record.schema import actor, profile, report, statement
from onrecord.record.vantage import Vantage

A_PAGE = 25
MOST_REPORTS = 200
"""The latest reports that are looked through for what is said about somebody."""


@dataclass(frozen=True, slots=True)
class Said:
    """A page of statements, the latest first; `next` is the place in the list where the next page begins."""

    statements: tuple[PersonStatement, ...]
    total: int
    next: int | None


def said_by(connection: Connection, one: Known, vantage: Vantage, first: int = 0, most: int = A_PAGE) -> Said:
    """What somebody said, and what was said for a party, as reviewers have it; `most` statements from the first on."""
    corrections = overlay(connection, vantage.known_at)
    own = statement.c.speaker_actor.in_(_actors(one))
    his = or_(own, statement.c.party_key == one.id) if one.kind != "person" else own
    query = _seen(_told(), vantage).where(his)
    if corrections.in_force:
        query = query.where(statement.c.statement_id.not_in(sorted(corrections.in_force)))
    total = connection.scalar(select(func.count()).select_from(query.subquery())) or 0
    latest = query.order_by(report.c.published.is_(None), report.c.published.desc(), statement.c.statement_id)
    rows = list(connection.execute(latest.offset(first).limit(most)))
    if corrections.in_force and not first:
        rows += _corrected(connection, one, vantage)
    return Said(_listed(connection, rows, vantage), total, first + most if first + most < total else None)


def said_of(connection: Connection, one: Known, vantage: Vantage) -> Said:
    """What others said about somebody, in the latest reports that name him."""
    mentions = _mentions(connection, one, vantage)
    own = {ident for ident, _ in mentions.values()}
    corrections = overlay(connection, vantage.known_at)
    query = _seen(_told(), vantage).where(statement.c.report_id.in_(sorted(mentions)))
    rows = [corrections.row(row) for row in connection.execute(query) if not corrections.rejects(row.statement_id)]
    about = [
        row
        for row in rows
        if row.speaker_actor not in own
        and not (one.kind != "person" and row.party_key == one.id)
        and _speaks_of(row, mentions[row.report_id][1])
    ]
    return Said(_listed(connection, about, vantage), len(about), None)


def _actors(one: Known) -> Select[Any]:
    """The actors of reports that are this one."""
    keys = sorted(one.keys)
    return select(profile.c.actor_id).where(or_(profile.c.known_as.in_(keys), profile.c.actor_id.in_(keys)))


def _told() -> Select[Any]:
    return select(statement, report.c.outlet, report.c.title).join_from(statement, report)


def _seen(query: Select[Any], vantage: Vantage, column: ColumnElement[Any] = report.c.published) -> Select[Any]:
    return query if vantage.as_of is None else query.where(column <= vantage.as_of)


def _corrected(connection: Connection, one: Known, vantage: Vantage) -> list[Any]:
    """The statements that are his by a reviewer's word, and those that stay his."""
    corrections = overlay(connection, vantage.known_at)
    named = statement.c.statement_id.in_(sorted(corrections.in_force))
    own = set(connection.scalars(_actors(one)))
    rows = [corrections.row(row) for row in connection.execute(_seen(_told(), vantage).where(named))]
    kept = [row for row in rows if not corrections.rejects(row.statement_id)]
    return [row for row in kept if row.speaker_actor in own or (one.kind != "person" and row.party_key == one.id)]


def _mentions(
    connection: Connection, one: Known, vantage: Vantage
) -> Mapping[str, tuple[str, list[tuple[int, int]]]]:
    """In each of the latest reports that name him: the actor there, and where he is named."""
    query = select(actor.c.actor_id, actor.c.report_id, actor.c.payload).join_from(actor, report)
    query = _seen(query, vantage).where(actor.c.actor_id.in_(_actors(one)))
    latest = query.order_by(report.c.published.is_(None), report.c.published.desc(), actor.c.actor_id)
    found: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    for row in connection.execute(latest.limit(MOST_REPORTS)):
        spans = [(m["start"], m["end"]) for m in json.loads(row.payload)["mentions"]]
        held = found.setdefault(row.report_id, (row.actor_id, []))
        held[1].extend(spans)
    return found


def _speaks_of(row: Any, mentions: Sequence[tuple[int, int]]) -> bool:
    content = [(span["start"], span["end"]) for span in json.loads(row.payload)["content"]]
    return any(start < end and begin < stop for start, stop in content for begin, end in mentions)


def _listed(connection: Connection, rows: Iterable[Any], vantage: Vantage) -> tuple[PersonStatement, ...]:
    """The statements of some rows, the latest first, the same one in copies of a report once."""
    return tuple(reversed(listed(connection, rows, {}, vantage)))
