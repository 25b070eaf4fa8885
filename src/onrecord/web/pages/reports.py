"""The list of reports: by date, with copies under the report that they are copies of."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.web.asked import AsOf, TheDesk
from onrecord.web.pages.reportlist import Only, ReportsAsked, reports_page
from onrecord.web.pages.reportorder import Order
from onrecord.web.rendering import shown

router = APIRouter()


@router.get("/reports")
def reports_list(
    request: Request,
    desk: TheDesk,
    as_of: AsOf,
    q: Annotated[str, Query(max_length=400)] = "",
    outlet: Annotated[str, Query(max_length=400)] = "",
    year: Annotated[str, Query(pattern=r"^(\d{4})?$")] = "",
    only: Only | Literal[""] = "",
    order: Order | Literal[""] = "newest",
    after: Annotated[str, Query(max_length=60)] = "",
) -> HTMLResponse:
    """The reports of the record, a page of them."""
    asked = ReportsAsked(
        words=q.strip() or None,
        outlet=outlet or None,
        year=int(year) if year and int(year) else None,
        only=only or None,
        order=order or "newest",
        as_of=as_of,
        after=after or None,
    )
    with desk.record.asking() as connection:
        page = reports_page(connection, asked)
    return shown(request, "reports.html", asked=asked, page=page)
