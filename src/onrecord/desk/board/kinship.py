"""Which reports have one origin as of any day, worked out once for all days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, or_, select

from onrecord.desk.board.timelines import Epochs, connected, day_of, merging
from onrecord.record.schema import copy, report

_AT_ONCE = 400
_Edge = tuple[str, str]


def origins_over_time(connection: Connection, reports: Collection[str] | None) -> dict[str, Epochs]:
    """The origin of some reports (of all, for None) and of their copies; what is copied nowhere is left out.

    It is what `onrecord.record.origins` says as of each day.
    """
    edges = _edges(connection) if reports is None else _edges_around(connection, reports)
    days = _published(connection, {ident for edge in edges for ident in edge})
    within: dict[str, list[_Edge]] = defaultdict(list)
    for edge in edges:
        within[edge[0]].append(edge)
    found: dict[str, Epochs] = {}
    for group in connected(days, edges):
        found |= merging({ident: days[ident] for ident in group}, (e for ident in group for e in within[ident]))
    return found


def _edges(connection: Connection, *where: Any) -> list[_Edge]:
    query = select(copy.c.left_report, copy.c.right_report).where(*where)
    return [(row.left_report, row.right_report) for row in connection.execute(query).all()]


def _edges_around(connection: Connection, reports: Iterable[str]) -> list[_Edge]:
    """The copies of some reports, the copies of those, and so on."""
    found, seen = set[_Edge](), set(reports)
    waiting = sorted(seen)
    while waiting:
        reached: set[str] = set()
        for at in range(0, len(waiting), _AT_ONCE):
            some = waiting[at : at + _AT_ONCE]
            edges = _edges(connection, or_(copy.c.left_report.in_(some), copy.c.right_report.in_(some)))
            found.update(edges)
            reached |= {ident for edge in edges for ident in edge} - seen
        seen |= reached
        waiting = sorted(reached)
    return sorted(found)


def _published(connection: Connection, reports: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    ordered = sorted(reports)
    for at in range(0, len(ordered), _AT_ONCE):
        query = select(report.c.report_id, report.c.published)
        rows = connection.execute(query.where(report.c.report_id.in_(ordered[at : at + _AT_ONCE])))
        found |= {row.report_id: day_of(row.published) for row in rows}
    return found
