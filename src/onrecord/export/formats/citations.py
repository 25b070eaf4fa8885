"""The reports as citations in CSL-JSON, which Zotero, pandoc and citeproc read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from onrecord.export.addresses import web_address
from onrecord.export.heldreports import HeldReport, held_reports
from onrecord.export.jsonlines import json_items
from onrecord.export.snapshot import Snapshot
from onrecord.export.tables.common import moment_of

Json = dict[str, Any]


def citations(snapshot: Snapshot) -> Iterator[str]:
    """The reports as one JSON array, in order of publication."""
    yield "["
    yield from json_items(_item(snapshot, report) for report in held_reports(snapshot, "citations", ()))
    yield "]\n"


def _item(snapshot: Snapshot, report: HeldReport) -> Json:
    """One report: an article of a newspaper where its outlet is known, else a page of the web, else a document.

    `accessed` is the day on which the record took it in.
    """
    row, url = report.row, web_address(report.row.url)
    byline, origin = report.article.get("byline"), snapshot.origin_of[report.id]
    item = {
        "id": report.id,
        "type": "article-newspaper" if row.outlet else "webpage" if url else "document",
        "title": row.title,
        "author": [{"literal": byline}] if byline else None,
        "container-title": row.outlet,
        "issued": None if row.published is None else _parts(row.published),
        "accessed": _parts(moment_of(row.recorded_at).date()) if url else None,
        "URL": url,
        "language": report.article.get("language"),
        "source": report.article.get("credit"),
        "note": f"copy of {origin}" if origin != report.id else None,
    }
    return {name: value for name, value in item.items() if value is not None}


def _parts(day: date) -> Json:
    return {"date-parts": [[day.year, day.month, day.day]]}
