"""Which reports of a snapshot are versions of one another, as far as both were published and the tie recorded by then."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from onrecord.export.snapshot import Snapshot
from onrecord.record.clock import clock_of
from onrecord.record.schema import copy


@dataclass(frozen=True, slots=True)
class Kin:
    """Two reports that are versions of one, how they hang together, and why that is held.

    `kind`, `earlier`, `likelihood` and the evidence are None where an older onrecord noted the tie.
    """

    left: str
    right: str
    kind: str | None
    kept: float
    kept_of_longer: float | None
    verbatim: float | None
    earlier: str | None
    likelihood: float | None
    agency: str | None
    days: int | None
    recorded_at: str

    def other(self, report: str) -> str:
        """The one of the two that is not this report."""
        return self.right if report == self.left else self.left


def kinships(snapshot: Snapshot) -> Iterator[Kin]:
    """Every two reports that are versions of one, by their ids."""
    query = select(copy).order_by(copy.c.left_report, copy.c.right_report)
    if snapshot.vantage.known_at is not None:
        query = query.where(copy.c.recorded_at <= clock_of(snapshot.vantage.known_at))
    for row in snapshot.connection.execute(query):
        if row.left_report in snapshot.reports and row.right_report in snapshot.reports:
            evidence = {} if row.evidence is None else json.loads(row.evidence)
            yield Kin(
                row.left_report, row.right_report, row.kind, row.containment, evidence.get("kept_of_longer"),
                evidence.get("verbatim"), row.earlier_report, row.likelihood, evidence.get("agency"),
                evidence.get("days"), row.recorded_at,
            )  # fmt: skip


def kin_of(snapshot: Snapshot) -> dict[str, Kin]:
    """For each report its origin's tie to it, or that of the version which it shares most with."""
    found: dict[str, Kin] = {}
    for kin in kinships(snapshot):
        for report in (kin.left, kin.right):
            held = found.get(report)
            if held is None or _nearness(snapshot, report, kin) > _nearness(snapshot, report, held):
                found[report] = kin
    return found


def _nearness(snapshot: Snapshot, report: str, kin: Kin) -> tuple[bool, float, str]:
    other = kin.other(report)
    return other == snapshot.origin_of[report], kin.kept, other
