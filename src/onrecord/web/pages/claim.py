"""One claim: where it stands, how it came about, and every statement on it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.desk import Desk
from onrecord.desk.claimsheard import claim_heard, links_ever, standings_of
from onrecord.record.board import link_counts
from onrecord.record.questions.brief.wording import MEANINGS
from onrecord.web.asked import AsOf, TheDesk
from onrecord.web.claim.entries import entries_of, of_party, page_of
from onrecord.web.claim.excerpts import excerpts
from onrecord.web.claim.figures import ranges
from onrecord.web.claim.parties import party_positions
from onrecord.web.claim.picture import picture_of
from onrecord.web.claim.reversals import reversals
from onrecord.web.rendering import shown

router = APIRouter()
STATEMENTS = 100
"""Statements on one page of a claim."""
_MOST_RIVALS = 12


@router.get("/claims/{claim_id}")
def claim_page(
    request: Request,
    claim_id: str,
    desk: TheDesk,
    as_of: AsOf,
    statement: Annotated[str, Query(max_length=64)] = "",
    party: Annotated[str, Query(max_length=400)] = "",
    after: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> HTMLResponse:
    """One claim as of a day; `statement` turns to the page of the list on which it stands."""
    return shown(request, "claim.html", **_values(desk, claim_id, as_of, statement, party, after))


def _values(desk: Desk, claim_id: str, as_of: date | None, statement: str, party: str, after: int) -> dict[str, Any]:
    record, board = desk.record, desk.board
    found = claim_heard(record, board, claim_id, as_of)
    one, held = found.heard, found.held
    ever = held if as_of is None else links_ever(record, board, claim_id)
    entries = entries_of(one, held)
    listed = of_party(entries, party) if party else entries
    opens = page_of(listed, statement, STATEMENTS) if statement else after
    page = listed[opens : opens + STATEMENTS]
    with record.asking() as connection:
        words = excerpts(connection, [entry.id for entry in page])
    rivals = standings_of(record, board, one.claim.rivals[:_MOST_RIVALS], as_of)
    by_id = {ident: entry for entry in entries for ident in (entry.id, *(c.statement for c in entry.copies))}
    return {
        "one": one,
        "claim": one.claim,
        "held": one.standing,
        "means": MEANINGS[one.standing.standing],
        "picture": picture_of(one, as_of, {link.published for link in ever.links if link.published is not None}),
        "parties": party_positions(one, entries),
        "entries": entries,
        "by_id": by_id,
        "listed": listed,
        "page": page,
        "opens": opens,
        "earlier": None if not opens else max(0, opens - STATEMENTS),
        "next": opens + STATEMENTS if opens + STATEMENTS < len(listed) else None,
        "party": party,
        "statement": statement,
        "words": words,
        "reversals": reversals(one, entries),
        "ranges": ranges(one.standing, rivals),
        "links": held.links,
        "counts": link_counts(held),
    }
