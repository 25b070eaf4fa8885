"""The brief on a claim: one page to print."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.web.asked import AsOf, TheDesk
from onrecord.web.rendering import shown

router = APIRouter()


@router.get("/claims/{claim_id}/brief")
def brief_page(request: Request, claim_id: str, desk: TheDesk, as_of: AsOf) -> HTMLResponse:
    """The brief on one claim, every sentence of which leads to the statements that it rests on."""
    brief = desk.record.brief(claim_id, as_of)
    sources = {source.statement: source for source in brief.sources}
    return shown(request, "brief.html", brief=brief, sources=sources)
