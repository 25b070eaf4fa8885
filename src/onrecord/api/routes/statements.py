"""Statements and events over the whole record, and one statement with all that is held of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.api.asking import Asking, Reading
from onrecord.api.documented import answered
from onrecord.api.narrowing import EventLine, Narrowing, StatementLine, statement_line, statement_query
from onrecord.api.parameters import (
    ActName,
    From,
    KnownAt,
    PartyName,
    SourceName,
    Speaker,
    StatementPath,
    StatusName,
    Text,
    To,
)
from onrecord.api.sending import json_response
from onrecord.api.shapes import catalogue
from onrecord.api.tabled import Tabled, table_routes
from onrecord.api.walking import EVENTS, STATEMENTS
from onrecord.api.walkroutes import Served, walk_routes
from onrecord.contract import noun_json
from onrecord.record.correcting import statement_called
from onrecord.record.correctionoverlay import overlay
from onrecord.record.corrections import Correction
from onrecord.record.schema import statement as statement_table

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


walk_routes(
    router,
    STATEMENTS,
    Served("statements", StatementLine, statements_wanted),
    """The statements of the record by day of publication, as reviewers left them.

    Those that a reviewer rejected are left out. The `total` of a page is null: nobody counts them for it.
    """,
)


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


walk_routes(
    router,
    EVENTS,
    Served("events", EventLine, events_wanted),
    """The events that reports tell of, by day of publication.

    The `total` of a page is null: nobody counts them for it.
    """,
)


def _line(ask: Asking, given: str) -> StatementLine:
    with ask.record.asking() as connection:
        ident = statement_called(connection, given)
        row = connection.execute(statement_query(Narrowing()).where(statement_table.c.statement_id == ident)).one()
        return statement_line(overlay(connection, None, {row.report_id}).row(row))
