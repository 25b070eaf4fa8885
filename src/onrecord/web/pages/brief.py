"""The brief on a claim: one page to print."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.web.asked import AsOf, TheDesk
from onrecord.web.claim.excerpts import excerpts
from onrecord.web.rendering import shown

router = APIRouter()


@router.get("/claims/{claim_id}/brief")
def brief_page(request: Request, claim_id: str, desk: TheDesk, as_of: AsOf) -> HTMLResponse:
    """The brief on one claim, every sentence of which leads to the statements that it rests on."""
    brief = desk.record.brief(claim_id, as_of)
    sources = {source.statement: source for source in brief.sources}
    quoted = [one.statements[0] for section in brief.sections for one in section.sentences if one.quoted]
    with desk.record.asking() as connection:
        words = excerpts(connection, quoted)
    return shown(
        request, "brief.html", brief=brief, sources=sources, words=words, printed=datetime.now(tz=UTC).date()
    )
