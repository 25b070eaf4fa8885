"""Questions over many claims: positions, the timeline, changes, and search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from onrecord.api.asking import Reading
from onrecord.api.changed import changed_since
from onrecord.api.documented import answered, text
from onrecord.api.matrix import cells_of, page_of_cells
from onrecord.api.parameters import (
    ActName,
    After,
    AsOf,
    ClaimWords,
    From,
    KnownAt,
    Limit,
    OutletName,
    PartyName,
    SearchOrder,
    SearchWords,
    Since,
    SourceName,
    Speaker,
    To,
)
from onrecord.api.sending import csv_stream, json_stream
from onrecord.api.shapes import catalogue
from onrecord.api.tabled import Tabled, page_response, question_of, table_routes
from onrecord.contract import noun_json
from onrecord.desk.board import BoardView
from onrecord.desk.timelines import demand_few, timeline_told
from onrecord.export.csvrows import answer_csv
from onrecord.record.questions.changes import ClaimChange
from onrecord.record.questions.positions import ClaimPosition
from onrecord.record.questions.timeline import TimelineEntry
from onrecord.record.search import Hits, Narrowed, SearchHit
from onrecord.record.vantage import Vantage
from onrecord.tables import Table

router = APIRouter(tags=["questions"])
_TIMELINE = Tabled(TimelineEntry, lambda one: [one.claim, one.statement])
_CHANGES = Tabled(ClaimChange, lambda one: [one.claim, one.because, one.kind, one.after])
_HITS = Tabled(SearchHit, lambda one: one.report)


def matrix_view(words: ClaimWords = None, as_of: AsOf = None, known_at: KnownAt = None) -> BoardView:
    """Which part of the matrix is asked for."""
    return BoardView(words=words, as_of=as_of, known_at=known_at)


View = Annotated[BoardView, Depends(matrix_view)]


@router.get(
    "/positions",
    operation_id="positions",
    response_class=Response,
    responses=answered(catalogue.page_of(ClaimPosition), "A page."),
)
def positions(ask: Reading, view: View, limit: Limit = 50, after: After = None) -> Response:
    """The matrix of claims and parties: who affirms and who denies each, how sourced, since when.

    A row is one party's position on one claim, the most reported claims first. `total` is null: nobody counts them for a
    page.
    """
    page = page_of_cells(ask.board, view, limit, after, question_of(ask))
    return page_response(ask, page, noun_json)


@router.get(
    "/positions.json",
    operation_id="positions_json",
    response_class=Response,
    responses=answered(catalogue.list_of(ClaimPosition), "All rows."),
)
def positions_json(ask: Reading, view: View) -> Response:
    """The matrix of claims and parties: who affirms and who denies each, how sourced, since when.

    One JSON array, a row a line.
    """
    cells = list(cells_of(ask.board, view))
    return json_stream(map(noun_json, cells), ask.headers)


@router.get(
    "/positions.csv",
    operation_id="positions_csv",
    response_class=Response,
    responses=text("All rows, tidy: one a line, with a heading.", "text/csv"),
)
def positions_csv(ask: Reading, view: View) -> Response:
    """The matrix of claims and parties: who affirms and who denies each, how sourced, since when.

    A row is one party's position on one claim.
    """
    return csv_stream(answer_csv(Table(cells_of(ask.board, view), ClaimPosition)), "positions", ask.headers)


def timeline(
    ask: Reading, words: ClaimWords = None, as_of: AsOf = None, known_at: KnownAt = None
) -> Sequence[TimelineEntry]:
    """The statements on claims in order of time, with the changes of standing that they made.

    A statement that speaks to two claims has two rows; the same statement in copies of a report has one. A timeline is of
    400 claims at most: where more have the words (all claims of the record, without words), the answer is 400 and asks
    for words.
    """
    demand_few(ask.desk.board, words, as_of)
    if known_at is not None:
        return ask.record.timeline(words, as_of, known_at)
    return timeline_told(ask.record, ask.board, words, as_of).entries


def changes(
    ask: Reading, since: Since, words: ClaimWords = None, as_of: AsOf = None, known_at: KnownAt = None
) -> Sequence[ClaimChange]:
    """What changed since a day: new claims, new standings and because of whom, new statements.

    Days are those of publication. What reports without a date say is in no row.
    """
    if words is None:
        return changed_since(ask.record, since, Vantage(as_of, known_at))
    return ask.record.changes(since, words, as_of, known_at)


def search(
    ask: Reading,
    words: SearchWords,
    party: PartyName = None,
    speaker: Speaker = None,
    act: ActName = None,
    source_kind: SourceName = None,
    outlet: OutletName = None,
    order: SearchOrder = "best",
    since: From = None,
    until: To = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> Sequence[SearchHit]:
    """Reports that hold all the words, and the statements in which they stand.

    Capital letters and accents make no difference, and furniture is not searched. With a party, a speaker, an act or a
    kind of source, a statement of theirs holds all the words. Reports with most such statements come first, then those
    with most of the words, then the newest; or they come by `order`.
    """
    last = min((day for day in (until, as_of) if day is not None), default=None)
    narrowed = Narrowed(since, last, speaker, party, act, known_at, source_kind, outlet)
    return Hits.of(ask.record, words, narrowed, order)


table_routes(router, "/timeline", timeline, _TIMELINE)
table_routes(router, "/changes", changes, _CHANGES)
table_routes(router, "/search", search, _HITS)
