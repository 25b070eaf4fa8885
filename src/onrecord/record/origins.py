"""Which reports have one origin: copies of copies together, as far as they were published by the date asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, or_, select

from onrecord.record.clock import clock_of
from onrecord.record.schema import copy, report

_AT_ONCE = 400


def origins(
    connection: Connection, reports: Iterable[str], as_of: date | None, known_at: datetime | None = None
) -> dict[str, str]:
    """For each report the id of its origin: of all copies seen as of the date, the first published, then by id.

    With `known_at` only what the record held by then is seen.

    It is worked out anew for every question, so that the order in which reports were added makes no difference.
    """
    near = _neighbourhood(connection, set(reports), as_of, known_at)
    published = _published(connection, sorted(near))
    found: dict[str, str] = {}
    for start in near:
        if start not in found:
            group = _component(start, near)
            origin = min(group, key=lambda ident: (published[ident] or date.max, ident))
            found |= dict.fromkeys(group, origin)
    return found


def _neighbourhood(
    connection: Connection, reports: set[str], as_of: date | None, known_at: datetime | None
) -> dict[str, set[str]]:
    """The reports with all that are copies of them, of those, and so on; each with its own copies."""
    near: dict[str, set[str]] = {ident: set() for ident in reports}
    unseen = sorted(reports)
    while unseen:
        reached: set[str] = set()
        for at in range(0, len(unseen), _AT_ONCE):
            for left, right in _edges(connection, unseen[at : at + _AT_ONCE], as_of, known_at):
                reached |= {left, right} - near.keys()
                near.setdefault(left, set()).add(right)
                near.setdefault(right, set()).add(left)
        unseen = sorted(reached)
    return near


def _edges(
    connection: Connection, reports: Sequence[str], as_of: date | None, known_at: datetime | None
) -> list[tuple[str, str]]:
    touching = or_(copy.c.left_report.in_(reports), copy.c.right_report.in_(reports))
    query = select(copy.c.left_report, copy.c.right_report).where(touching)
    if known_at is not None:
        query = query.where(copy.c.recorded_at <= clock_of(known_at))
    if as_of is not None:
        left, right = report.alias("l"), report.alias("r")
        query = (
            query.join(left, left.c.report_id == copy.c.left_report)
            .join(right, right.c.report_id == copy.c.right_report)
            .where(left.c.published <= as_of, right.c.published <= as_of)
        )
    return [(row.left_report, row.right_report) for row in connection.execute(query).all()]


def _published(connection: Connection, reports: Sequence[str]) -> dict[str, date | None]:
    found: dict[str, date | None] = {}
    for at in range(0, len(reports), _AT_ONCE):
        query = select(report.c.report_id, report.c.published)
        rows = connection.execute(query.where(report.c.report_id.in_(reports[at : at + _AT_ONCE])))
        found |= {row.report_id: row.published for row in rows}
    return found


def _component(start: str, near: dict[str, set[str]]) -> set[str]:
    group, waiting = {start}, [start]
    while waiting:
        further = near[waiting.pop()] - group
        group |= further
        waiting += further
    return group
