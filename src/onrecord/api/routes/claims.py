"""The board of claims."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from onrecord.api.asking import Reading
from onrecord.api.documented import answered, text
from onrecord.api.matrix import lines_of
from onrecord.api.paging import Page
from onrecord.api.parameters import (
    After,
    AsOf,
    ClaimWords,
    KnownAt,
    Limit,
    PartyName,
    PlaceName,
    SinceIfAny,
    Text,
)
from onrecord.api.sending import csv_stream, json_response, json_stream
from onrecord.api.shapes import catalogue
from onrecord.api.tabled import page_response
from onrecord.contract import noun_json, summary_json
from onrecord.desk.board import BoardLine, BoardPage, BoardView, Facets, PartyColumn
from onrecord.export.csvrows import answer_csv
from onrecord.model import ClaimSummary, StandingName
from onrecord.tables import Table

router = APIRouter(tags=["claims"])
Type = Annotated[
    Text | None, Query(alias="type", description="Only this type of event in PLOVER.", examples=["CONSULT"])
]
StandingWanted = Annotated[
    StandingName | None, Query(alias="standing", description="Only claims that stand so.", examples=["disputed"])
]
Sorted = Annotated[
    Literal["reported", "latest", "moved"],
    Query(
        description="The most reported first, as `onrecord claims` has them; or the last reported; or those whose "
        "standing changed last."
    ),
]


def view_of(
    words: ClaimWords = None,
    party: PartyName = None,
    place: PlaceName = None,
    type_: Type = None,
    standing: StandingWanted = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    since: SinceIfAny = None,
    sort: Sorted = "reported",
) -> BoardView:
    """What part of the board is asked for."""
    return BoardView(
        words=words,
        party=party,
        place=place,
        type=type_,
        standing=standing,
        as_of=as_of,
        known_at=known_at,
        since=since,
        sort=sort,
    )


View = Annotated[BoardView, Depends(view_of)]


@router.get(
    "/claims",
    operation_id="claims",
    response_class=Response,
    responses=answered(catalogue.page_of(ClaimSummary), "A page of the board."),
)
def claims(ask: Reading, view: View, limit: Limit = 50, after: After = None) -> Response:
    """The claims of the record, and where each stands as of a day.

    A claim that no report had made by then is left out. Each row is what `onrecord claims --format json` prints.
    """
    page = _page(ask, view, limit, after)
    rows = Page(tuple(line.summary for line in page.lines), page.total, page.next)
    return page_response(ask, rows, summary_json)


@router.get(
    "/claims.json",
    operation_id="claims_json",
    response_class=Response,
    responses=answered(catalogue.list_of(ClaimSummary), "All claims."),
)
def claims_json(ask: Reading, view: View) -> Response:
    """The claims of the record, and where each stands as of a day.

    One JSON array, a row a line.
    """
    return json_stream([summary_json(line.summary) for line in lines_of(ask.board, view)], ask.headers)


@router.get(
    "/claims.csv",
    operation_id="claims_csv",
    response_class=Response,
    responses=text("All claims, tidy: one a line, with a heading.", "text/csv"),
)
def claims_csv(ask: Reading, view: View) -> Response:
    """The claims of the record, and where each stands as of a day.

    A row a claim.
    """
    table = Table([line.summary for line in lines_of(ask.board, view)], ClaimSummary)
    return csv_stream(answer_csv(table), "claims", ask.headers)


@router.get(
    "/board",
    operation_id="board",
    response_class=Response,
    responses=answered(
        catalogue.SHAPES.add(
            "Board",
            {
                "type": "object",
                "description": "A page of the board: claims against parties.",
                "properties": {
                    "items": {
                        "type": "array",
                        "description": "A claim, its parties' positions, and what moved on it since a day.",
                        "items": catalogue.SHAPES.of(BoardLine),
                    },
                    "total": {"type": "integer", "minimum": 0},
                    "next": {"type": ["string", "null"], "description": "What to give as `after` for the next page."},
                    "parties": catalogue.list_of(PartyColumn),
                    "facets": catalogue.SHAPES.of(Facets),
                    "moved": {"type": "integer", "description": "On how many claims something moved since the day."},
                },
                "required": ["items", "total", "next", "parties", "facets", "moved"],
            },
        ),
        "A page of the board.",
    ),
)
def board(ask: Reading, view: View, limit: Limit = 50, after: After = None) -> Response:
    """The board: claims against parties, with what further choices would leave.

    A row has the claim as `claims` gives it, the cells of its parties as `positions` gives them, and with `since` the
    changes as `changes` gives them.
    """
    page = _page(ask, view, limit, after)
    rows = Page(page.lines, page.total, page.next)
    more: dict[str, Any] = {"parties": noun_json(page.parties), "facets": noun_json(page.facets), "moved": page.moved}
    return page_response(ask, rows, _line_json, **more)


@router.get(
    "/days",
    operation_id="days",
    response_class=Response,
    responses=answered(
        {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"day": {"type": "string", "format": "date"}, "reports": {"type": "integer"}},
                "required": ["day", "reports"],
            },
        },
        "The days, in order.",
    ),
)
def days(ask: Reading) -> Response:
    """The days on which reports were published, and how many on each."""
    return json_response(
        [{"day": day.isoformat(), "reports": count} for day, count in ask.board.days], headers=ask.headers
    )


def _page(ask: Reading, view: BoardView, limit: int, after: str | None) -> BoardPage:
    return ask.board.page(replace(view, limit=limit, after=after))


def _line_json(line: BoardLine) -> dict[str, Any]:
    return {
        "summary": summary_json(line.summary),
        "cells": noun_json(line.cells),
        "keys": noun_json(line.keys),
        "moved": noun_json(line.moved),
    }
