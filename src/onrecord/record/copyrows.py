"""Which reports are versions of one, as rows: how they hang together, which is the earlier, and the reasons."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from onrecord.contract import canonical
from onrecord.linking.versions import Kinship
from onrecord.record.schema import copy

_AT_ONCE = 400
_DIGITS = 4
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class HeldCopy:
    """Another version of a report: how the two hang together (null if noted by an older onrecord), and why.

    `kept` is the share (0 to 1) of the shorter report that stands in the longer one; `earlier` is the id of the one that
    the other was made from. `evidence` has `agency`, `days`, `kept_of_longer` and `verbatim`.
    """

    report: str
    kind: str | None
    kept: float
    earlier: str | None
    likelihood: float | None
    evidence: Mapping[str, Any]


def copy_rows(report_id: str, copies: Mapping[str, Kinship]) -> list[Row]:
    """A row for each report that is a version of one with the given; the new report is the first of each two."""
    rows = []
    for other, kin in sorted(copies.items()):
        left, right = sorted((report_id, other))
        evidence = {
            "agency": kin.agency,
            "days": kin.days,
            "kept_of_longer": round(kin.kept_of_longer, _DIGITS),
            "verbatim": round(kin.verbatim, _DIGITS),
        }
        rows.append(
            {
                "left_report": left,
                "right_report": right,
                "containment": round(kin.kept, _DIGITS),
                "kind": kin.kind,
                "earlier_report": None if kin.earlier is None else (report_id, other)[kin.earlier],
                "likelihood": round(kin.likelihood, _DIGITS),
                "evidence": canonical(evidence),
            }
        )
    return rows


def copies_of(connection: Connection, reports: Iterable[str]) -> dict[str, tuple[HeldCopy, ...]]:
    """For each report the others that are versions of it, by id."""
    wanted = sorted(set(reports))
    found: dict[str, dict[str, HeldCopy]] = {ident: {} for ident in wanted}
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        query = select(copy).where(or_(copy.c.left_report.in_(some), copy.c.right_report.in_(some)))
        for row in connection.execute(query):
            for one, other in ((row.left_report, row.right_report), (row.right_report, row.left_report)):
                if one in found:
                    found[one][other] = _held(row, other)
    return {ident: tuple(others[other] for other in sorted(others)) for ident, others in found.items()}


def _held(row: Any, other: str) -> HeldCopy:
    evidence = {} if row.evidence is None else json.loads(row.evidence)
    return HeldCopy(other, row.kind, row.containment, row.earlier_report, row.likelihood, evidence)
