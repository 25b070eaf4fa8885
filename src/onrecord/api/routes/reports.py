"""The reports of the record, and one of them whole with everything that was read in it."""

from __future__ import annotations

from datetime import date, datetime
from email.utils import format_datetime

from fastapi import APIRouter
from sqlalchemy import select
from starlette.responses import Response

from onrecord.api.asking import Asking, Reading
from onrecord.api.documented import answered, text
from onrecord.api.paging import Page, page_of
from onrecord.api.parameters import After, Limit, ReportPath
from onrecord.api.sending import csv_stream, json_response, json_stream
from onrecord.api.shapes import catalogue
from onrecord.api.tabled import page_response, question_of
from onrecord.contract import noun_json, reading_json
from onrecord.export.csvrows import answer_csv
from onrecord.model import Article
from onrecord.record import Correction, ReportSummary
from onrecord.record.reports import listed_reports
from onrecord.record.schema import report as report_table

router = APIRouter(tags=["reports"])
_CORRECTED = catalogue.SHAPES.add(
    "CorrectedReport",
    {
        "type": "object",
        "description": "The reading of a report as reviewers have it.",
        "properties": {
            "reading": catalogue.reading_shape(),
            "ids": {"type": "object", "additionalProperties": {"type": "string"}},
            "rejected": {"type": "array", "items": {"type": "string"}},
            "in_force": {"type": "object", "additionalProperties": catalogue.object_of(Correction)},
            "said": {"type": "object", "additionalProperties": catalogue.list_of(Correction)},
        },
        "required": ["reading", "ids", "rejected", "in_force", "said"],
    },
)


@router.get(
    "/reports",
    operation_id="reports",
    response_class=Response,
    responses=answered(catalogue.page_of(ReportSummary), "A page."),
)
def reports(ask: Reading, limit: Limit = 50, after: After = None) -> Response:
    """The reports of the record by day of publication, each with what it is a copy of; undated ones last."""
    columns = report_table.c.report_id, report_table.c.published
    with ask.record.asking() as connection:
        rows = sorted(connection.execute(select(*columns)).all(), key=lambda row: (row[1] or date.max, row[0]))
        page = page_of([row[0] for row in rows], str, question_of(ask), limit, after)
        items = tuple(listed_reports(connection, page.items))
    return page_response(ask, Page(items, page.total, page.next), noun_json)


@router.get(
    "/reports.json",
    operation_id="reports_json",
    response_class=Response,
    responses=answered(catalogue.list_of(ReportSummary), "All reports."),
)
def reports_json(ask: Reading) -> Response:
    """The reports of the record by day of publication, each with what it is a copy of; undated ones last.

    One JSON array, a row a line.
    """
    return json_stream([noun_json(one) for one in ask.record.reports()], ask.headers)


@router.get(
    "/reports.csv",
    operation_id="reports_csv",
    response_class=Response,
    responses=text("All reports, tidy: one a line, with a heading.", "text/csv"),
)
def reports_csv(ask: Reading) -> Response:
    """The reports of the record by day of publication, each with what it is a copy of; undated ones last.

    A row a report.
    """
    return csv_stream(answer_csv(ask.record.reports()), "reports", ask.headers)


@router.get(
    "/reports/{report}",
    operation_id="report",
    response_class=Response,
    responses=answered(catalogue.reading_shape(), "The reading of the report."),
)
def report(ask: Reading, report: ReportPath) -> Response:
    """One report whole: its text, and every statement, event, actor, place and date in it as characters of the text.

    It is what `onrecord show --format json` prints.
    """
    reading = ask.record.reading(report)
    headers = {**ask.headers, **_last_modified(ask, reading.article)}
    return json_response(reading_json(reading), headers=headers)


@router.get(
    "/reports/{report}/corrected",
    operation_id="corrected_report",
    response_class=Response,
    responses=answered(_CORRECTED, "The reading, and what reviewers said."),
)
def corrected_report(ask: Reading, report: ReportPath) -> Response:
    """One report as reviewers have it: the reading with corrections laid over it, and all that they said.

    `ids` are the ids of the statements in the record by their ids in the reading; `in_force` and `said` go by the latter.
    """
    found = ask.record.corrected_reading(report)
    body = {
        "reading": reading_json(found.reading),
        "ids": dict(found.ids),
        "rejected": list(found.rejected),
        "in_force": {ident: noun_json(one) for ident, one in found.in_force.items()},
        "said": {ident: noun_json(some) for ident, some in found.said.items()},
    }
    return json_response(body, headers=ask.headers)


def _last_modified(ask: Asking, article: Article) -> dict[str, str]:
    ident = ask.record.report_id_of(article)
    with ask.record.asking() as connection:
        at = connection.scalar(select(report_table.c.recorded_at).where(report_table.c.report_id == ident))
    return {} if at is None else {"Last-Modified": format_datetime(datetime.fromisoformat(at), usegmt=True)}
