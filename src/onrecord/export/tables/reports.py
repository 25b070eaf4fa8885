"""The reports: where and when each was printed, of which it is a copy, and whether it was taken back."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.export.columns import Column, Row, TableKind
from onrecord.export.copies import Kin, kin_of
from onrecord.export.heldreports import HeldReport, held_reports
from onrecord.export.snapshot import Snapshot
from onrecord.export.tables.common import ORIGIN, OUTLET, PUBLISHED, RECORDED, WITHDRAWN, of_report

COLUMNS = (
    Column(
        "report_id",
        "id",
        "Id of the report in every record: made from what was given with it, its title and its text.",
        "09a66a282f7ea1e037e093a5",
    ),
    Column(
        "given_id", "text", "The id that came with the report, or one made from its text.", "117669c68b719c5c926663c8"
    ),
    Column("title", "text", "The headline.", "Pakistan's government and army deny talks with Taliban"),
    OUTLET,
    Column("url", "text", "Where it was found.", "https://example.org/world/taliban-talks"),
    PUBLISHED,
    Column("published_basis", "text", "How the day of publication is known.", "page", values="published_basis"),
    Column("byline", "text", "Who wrote it, as the page says.", "Frontier Daily staff"),
    Column("credit", "text", "The agency that it credits.", "Reuters"),
    Column("language", "text", "The language, in the code of two letters of ISO 639-1.", "en"),
    ORIGIN,
    Column("is_copy", "truth", "Whether it is a copy of another report of the record.", "false"),
    Column(
        "version",
        "text",
        "Of a copy: how it hangs together with its origin, or with the version that it shares most with.",
        "reprint",
        values="version",
    ),
    Column(
        "kept",
        "fraction",
        "Of a copy: the share of the shorter of the two that stands in the longer.",
        "0.97",
        unit="share, 0 to 1",
    ),
    Column("agency", "text", "Of a copy: the agency that both credit.", "AP"),
    Column("withdrawn", "text", "How the report was taken back, if it was.", "killed", values="withdrawn"),
    WITHDRAWN,
    Column("withdrawn_by", "id", "The report that takes it back.", "8eadb42db71c209974a34fa9"),
    Column("characters", "number", "How long the text is, furniture included.", "1904", unit="Unicode code points"),
    Column(
        "furniture_characters",
        "number",
        "How much of the text is no report: menus, appeals, legal notes.",
        "812",
        unit="Unicode code points",
    ),
    Column("statements", "number", "How many statements were found in it.", "11", unit="statements"),
    Column("events", "number", "How many events were found in it.", "14", unit="events"),
    RECORDED,
    Column(
        "text",
        "text",
        "The full text; always empty unless texts were asked for, since they are their publishers'.",
        "Pakistan's government and army denied on Tuesday …",
    ),
)


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """A row for each report, in order of publication."""
    kin = kin_of(snapshot)
    for one in held_reports(snapshot, "reports", ("statement", "event")):
        yield _row(snapshot, one, kin.get(one.id))


def _row(snapshot: Snapshot, one: HeldReport, kin: Kin | None) -> Row:
    shared, taken_back = of_report(snapshot, one), snapshot.withdrawn.get(one.id)
    is_copy = shared["origin_id"] != one.id
    return shared | {
        "given_id": one.row.given_id,
        "title": one.row.title,
        "url": one.row.url,
        "published_basis": one.article.get("published_basis"),
        "byline": one.article.get("byline"),
        "credit": one.article.get("credit"),
        "language": one.article.get("language"),
        "is_copy": is_copy,
        "version": kin.kind if kin is not None and is_copy else None,
        "kept": kin.kept if kin is not None and is_copy else None,
        "agency": kin.agency if kin is not None and is_copy else None,
        "withdrawn": None if taken_back is None else taken_back.kind,
        "withdrawn_by": None if taken_back is None else taken_back.notice_report,
        "characters": len(one.text),
        "furniture_characters": sum(f["end"] - f["start"] for f in one.article.get("furniture", ())),
        "statements": len(one.statements),
        "events": len(one.events),
        "text": one.text if snapshot.texts else None,
    }


TABLE = TableKind(
    "reports",
    "One row a report.",
    ("report_id",),
    COLUMNS,
    rows,
    (("origin_id", "reports"), ("withdrawn_by", "reports")),
)
