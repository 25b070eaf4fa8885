"""A report as it came, with its sources, cues and contents marked, and what it says in the margin."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from onrecord.record.vantage import Vantage
from onrecord.web.asked import AsOf, TheDesk
from onrecord.web.pages.bearings import bearings
from onrecord.web.pages.reportparts import part_of
from onrecord.web.pages.reportrows import report_row
from onrecord.web.pages.reporttext import marks_style, report_text
from onrecord.web.pages.reportview import place_key, report_view
from onrecord.web.rendering import shown

router = APIRouter()
_FOR_GOOD = "public, max-age=31536000, immutable"


@router.get("/reports/marks.css")
def marks_page(n: Annotated[int, Query(ge=0, le=100_000)] = 0) -> Response:
    """The style that ties the words of so many statements to their entries in the margin."""
    return Response(marks_style(n), media_type="text/css", headers={"cache-control": _FOR_GOOD})


@router.get("/reports/{report_id}")
def report_page(
    request: Request,
    report_id: str,
    desk: TheDesk,
    as_of: AsOf,
    part: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> HTMLResponse:
    """One report: its text with the marks of its statements, and its statements, events, actors, places and dates."""
    held = desk.record.corrected_reading(report_id)
    article = held.reading.article
    ident = desk.record.report_id_of(article)
    vantage = Vantage(as_of)
    with desk.record.asking() as connection:
        row = report_row(connection, ident, map(place_key, held.reading.places), vantage)
        claims = bearings(connection, held.ids.values(), vantage, desk.board)
    view = report_view(held, row, claims, part_of(article.text, part))
    published = article.published
    later = as_of is not None and (published is None or published > as_of)
    return shown(
        request,
        "report.html",
        view=view,
        article=article,
        text=report_text(view),
        later=later,
        place_key=place_key,
    )
