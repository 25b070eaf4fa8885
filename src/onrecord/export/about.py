"""What an export says of itself: which record, seen from when, made by which onrecord, and what may be done with it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import func, select

import onrecord
from onrecord.export.cells import cell_text
from onrecord.export.snapshot import Snapshot
from onrecord.record.clock import clock_of
from onrecord.record.schema import (
    copy,
    correction,
    decision,
    judgement,
    notice,
    report,
    run,
    withdrawal,
)

UNLICENSED = "none given: quotations are their publishers', ask whoever gave you this file"
_CLOCKED = (report, copy, judgement, decision, correction, notice, withdrawal, run)
"""Tables whose rows are recorded at times of their own; what was found in a report has the report's."""


@dataclass(frozen=True, slots=True)
class About:
    """The state of a record that an export shows.

    `held_until` is the time of the last row that is seen, so that the same rows always give the same state. `readers` and
    `code_versions` are those that read the reports and added them, `made_by` the onrecord that wrote the file.
    """

    made_by: str
    readers: tuple[str, ...]
    code_versions: tuple[str, ...]
    as_of: str | None
    known_at: str | None
    held_until: str | None
    words: str | None
    reports: int
    undated_reports: int
    first_published: str | None
    last_published: str | None
    full_texts: bool
    licence: str

    def rows(self) -> list[tuple[str, str]]:
        """Names and values as text; unknown is empty."""
        return [(name, cell_text(value)) for name, value in asdict(self).items()]

    def json(self) -> dict[str, Any]:
        """Names and values as JSON."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}


def about(snapshot: Snapshot, licence: str | None = None) -> About:
    """The state of the record that a snapshot shows."""
    connection, seen = snapshot.connection, snapshot.seen
    days = [day for day in snapshot.reports.values() if day is not None]
    runs = connection.execute(select(run.c.reader, run.c.code_version)).all()
    return About(
        made_by=f"onrecord {onrecord.__version__}",
        readers=tuple(sorted({row.reader for row in runs if row.reader is not None})),
        code_versions=tuple(sorted({row.code_version for row in runs})),
        as_of=None if seen.as_of is None else seen.as_of.isoformat(),
        known_at=None if seen.known_at is None else cell_text(seen.known_at),
        held_until=held_until(snapshot),
        words=seen.words,
        reports=len(snapshot.reports),
        undated_reports=len(snapshot.reports) - len(days),
        first_published=min(days).isoformat() if days else None,
        last_published=max(days).isoformat() if days else None,
        full_texts=snapshot.texts,
        licence=licence or UNLICENSED,
    )


def held_until(snapshot: Snapshot) -> str | None:
    """When the last row that is seen was recorded, ISO 8601 in UTC; None for a record without rows."""
    known_at = snapshot.vantage.known_at
    latest = []
    for table in _CLOCKED:
        query = select(func.max(table.c.recorded_at))
        if known_at is not None:
            query = query.where(table.c.recorded_at <= clock_of(known_at))
        latest += [clock for clock in snapshot.connection.scalars(query) if clock is not None]
    return max(latest).replace("+00:00", "Z") if latest else None
