"""Statements and events over the whole record, and one statement with all that is held of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from onrecord.api.asking import Asking, Reading
from onrecord.api.documented import answered, text
from onrecord.api.narrowing import EventLine, Narrowing, StatementLine, statement_line, statement_query
from onrecord.api.parameters import (
    ActName,
    After,
    From,
    KnownAt,
    Limit,
    PartyName,
    SourceName,
    Speaker,
    StatementPath,
    StatusName,
    Text,
    To,
)
from onrecord.api.sending import csv_stream, json_response, json_stream
from onrecord.api.shapes import catalogue
from onrecord.api.tabled import Tabled, page_response, table_routes
from onrecord.api.walking import EVENTS, STATEMENTS, walked, walked_page
from onrecord.contract import noun_json
from onrecord.export.csvrows import csv_rows
from onrecord.record.correcting import statement_called
from onrecord.record.correctionoverlay import overlay
from onrecord.record.corrections import Correction
from onrecord.record.schema import statement as statement_table
from onrecord.tables.columns import columns_of

router = APIRouter(tags=["statements and events"])
_CORRECTIONS = Tabled(Correction, lambda one: one.id)
ReportWanted = Annotated[Text | None, Query(alias="report", description="Only those of this report, by its id.")]
TypeWanted = Annotated[
    Text | None, Query(alias="type", description="Only this type of event in PLOVER.", examples=["CONSULT"])
]


def statements_wanted(
    report: ReportWanted = None,
    since: From = None,
    until: To = None,
    speaker: Speaker = None,
    party: PartyName = None,
    act: ActName = None,
    source_kind: SourceName = None,
) -> Narrowing:
    """Which statements are asked for."""
    return Narrowing(report, since, until, speaker, party, act, source_kind)


def events_wanted(
    report: ReportWanted = None,
    since: From = None,
    until: To = None,
    type_: TypeWanted = None,
    status: StatusName = None,
) -> Narrowing:
    """Which events are asked for."""
    return Narrowing(report, since, until, type=type_, status=status)


Statements = Annotated[Narrowing, Depends(statements_wanted)]
Events = Annotated[Narrowing, Depends(events_wanted)]


@router.get(
    "/statements",
    operation_id="statements",
    response_class=Response,
    responses=answered(catalogue.page_of(StatementLine), "A page."),
)
def statements(ask: Reading, wanted: Statements, limit: Limit = 50, after: After = None) -> Response:
    """The statements of the record by day of publication, as reviewers left them.

    Those that a reviewer rejected are left out. `total` is null: nobody counts them for a page.
    """
    return page_response(ask, walked_page(ask.record, STATEMENTS, wanted, limit, after), noun_json)


@router.get(
    "/statements.json",
    operation_id="statements_json",
    response_class=Response,
    responses=answered(catalogue.list_of(StatementLine), "All statements."),
)
def statements_json(ask: Reading, wanted: Statements) -> Response:
    """The statements of the record by day of publication, as reviewers left them.

    One JSON array, a row a line.
    """
    return json_stream(map(noun_json, walked(ask.record, STATEMENTS, wanted)), ask.headers)


@router.get(
    "/statements.csv",
    operation_id="statements_csv",
    response_class=Response,
    responses=text("All statements, tidy: one a line, with a heading.", "text/csv"),
)
def statements_csv(ask: Reading, wanted: Statements) -> Response:
    """The statements of the record by day of publication, as reviewers left them.

    A row a statement.
    """
    columns = columns_of(StatementLine)
    rows = ([c.value(line) for c in columns] for line in walked(ask.record, STATEMENTS, wanted))
    return csv_stream(csv_rows([c.name for c in columns], rows), "statements", ask.headers)


@router.get(
    "/statements/{statement}",
    operation_id="statement",
    response_class=Response,
    responses=answered(catalogue.object_of(StatementLine), "The statement."),
)
def statement(ask: Reading, statement: StatementPath) -> Response:
    """One statement, as reviewers left it, also where they rejected it."""
    return json_response(noun_json(_line(ask, statement)), headers=ask.headers)


def corrections(ask: Reading, statement: StatementPath, known_at: KnownAt = None) -> Sequence[Correction]:
    """What reviewers said of a statement, and of the same one in copies of its report, in the order of saying.

    Withdrawn words are there too: nothing is ever edited, and every word is a row with a name and a time.
    """
    return ask.record.corrections(statement, known_at=known_at)


table_routes(router, "/statements/{statement}/corrections", corrections, _CORRECTIONS)


@router.get(
    "/events",
    operation_id="events",
    response_class=Response,
    responses=answered(catalogue.page_of(EventLine), "A page."),
)
def events(ask: Reading, wanted: Events, limit: Limit = 50, after: After = None) -> Response:
    """The events that reports tell of, by day of publication.

    `total` is null: nobody counts them for a page.
    """
    return page_response(ask, walked_page(ask.record, EVENTS, wanted, limit, after), noun_json)


@router.get(
    "/events.json",
    operation_id="events_json",
    response_class=Response,
    responses=answered(catalogue.list_of(EventLine), "All events."),
)
def events_json(ask: Reading, wanted: Events) -> Response:
    """The events that reports tell of, by day of publication.

    One JSON array, a row a line.
    """
    return json_stream(map(noun_json, walked(ask.record, EVENTS, wanted)), ask.headers)


@router.get(
    "/events.csv",
    operation_id="events_csv",
    response_class=Response,
    responses=text("All events, tidy: one a line, with a heading.", "text/csv"),
)
def events_csv(ask: Reading, wanted: Events) -> Response:
    """The events that reports tell of, by day of publication.

    A row an event.
    """
    columns = columns_of(EventLine)
    rows = ([c.value(line) for c in columns] for line in walked(ask.record, EVENTS, wanted))
    return csv_stream(csv_rows([c.name for c in columns], rows), "events", ask.headers)


def _line(ask: Asking, given: str) -> StatementLine:
    with ask.record.asking() as connection:
        ident = statement_called(connection, given)
        row = connection.execute(statement_query(Narrowing()).where(statement_table.c.statement_id == ident)).one()
        return statement_line(overlay(connection, None, {row.report_id}).row(row))
