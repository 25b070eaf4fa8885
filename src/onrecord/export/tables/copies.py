"""Which reports are versions of one: reprints, cuts, rewrites and later writings of an agency's report."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.export.columns import Column, Row, TableKind
from onrecord.export.copies import kinships
from onrecord.export.snapshot import Snapshot
from onrecord.export.tables.common import RECORDED, moment_of

COLUMNS = (
    Column("left_id", "id", "The one report; a row of `reports`.", "09a66a282f7ea1e037e093a5"),
    Column("right_id", "id", "The other report; a row of `reports`.", "8eadb42db71c209974a34fa9"),
    Column(
        "version",
        "text",
        "How the two hang together; empty in rows of an older onrecord.",
        "reprint",
        values="version",
    ),
    Column(
        "kept", "fraction", "The share of the shorter report that stands in the longer.", "0.97", unit="share, 0 to 1"
    ),
    Column(
        "kept_of_longer",
        "fraction",
        "The share of the longer report that stands in the shorter.",
        "0.61",
        unit="share, 0 to 1",
    ),
    Column(
        "verbatim",
        "fraction",
        "The share that stands in both word for word, in long stretches.",
        "0.9",
        unit="share, 0 to 1",
    ),
    Column(
        "earlier_id",
        "id",
        "The one that the other was made from; empty where that cannot be told.",
        "09a66a282f7ea1e037e093a5",
    ),
    Column("likelihood", "fraction", "How likely it is that they are versions of one.", "0.998", unit="probability"),
    Column("agency", "text", "The agency that both credit.", "Reuters"),
    Column("days_apart", "number", "How many days lie between their days of publication.", "1", unit="days"),
    RECORDED,
)


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """A row for each two reports, by their ids."""
    for kin in kinships(snapshot):
        yield {
            "left_id": kin.left,
            "right_id": kin.right,
            "version": kin.kind,
            "kept": kin.kept,
            "kept_of_longer": kin.kept_of_longer,
            "verbatim": kin.verbatim,
            "earlier_id": kin.earlier,
            "likelihood": kin.likelihood,
            "agency": kin.agency,
            "days_apart": kin.days,
            "recorded_at": moment_of(kin.recorded_at),
        }


TABLE = TableKind(
    "copies",
    "One row for each two reports that are versions of one.",
    ("left_id", "right_id"),
    COLUMNS,
    rows,
    (("left_id", "reports"), ("right_id", "reports"), ("earlier_id", "reports")),
)
