"""The timeline of a process: what was said on its claims, what that changed, and what is said to have happened."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.desk import Desk
from onrecord.desk.board import BoardPage, BoardView
from onrecord.desk.timelines import MOST_CLAIMS, timeline_told
from onrecord.errors import ClaimNotFound
from onrecord.web.asked import AsOf, TheDesk, day_asked
from onrecord.web.pages.timelinepicture import NARROW, WIDE, picture_of
from onrecord.web.pages.timelineview import Item, Show, items_of, lanes_of, narrowed, page_of
from onrecord.web.rendering import shown

router = APIRouter()
_PROPOSED = 40
"""Claims of which the most reported kinds are proposed where there are too many."""


@router.get("/timeline")
def timeline_page(
    request: Request,
    desk: TheDesk,
    as_of: AsOf,
    q: Annotated[str, Query(max_length=400)] = "",
    party: Annotated[str, Query(max_length=400)] = "",
    show: Show | Literal[""] = "",
    since: Annotated[str, Query(max_length=40)] = "",
    order: Literal["", "newest"] = "",
    after: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> HTMLResponse:
    """The statements on the claims that have the words, changes of standing and events, by month."""
    words = " ".join(q.split()) or None
    first = day_asked(since, "since")
    claims = _claims(desk, words, as_of)
    too_many = claims.total > MOST_CLAIMS
    items = () if too_many or not claims.total else _items(desk, words, as_of)
    lanes = lanes_of(items)
    fitting = narrowed(items, party or None, show or None, first)
    ordered = fitting[::-1] if order == "newest" else fitting
    return shown(
        request,
        "timeline.html",
        words=words,
        party=party or None,
        show=show or None,
        first=first,
        order=order,
        claims=claims,
        too_many=too_many,
        lanes=lanes,
        numbers={name: lane.number for lane in lanes for name in lane.spellings},
        pictures=[one for one in (picture_of(items, lanes, sizes) for sizes in (WIDE, NARROW)) if one],
        page=page_of(ordered, after),
        everything=len(items),
    )


def _claims(desk: Desk, words: str | None, as_of: date | None) -> BoardPage:
    try:
        return desk.board.page(BoardView(words=words, as_of=as_of, limit=_PROPOSED))
    except ClaimNotFound:
        return BoardPage((), 0)


def _items(desk: Desk, words: str | None, as_of: date | None) -> tuple[Item, ...]:
    try:
        told = timeline_told(desk.record, desk.board, words, as_of)
    except ClaimNotFound:
        return ()
    return items_of(told.entries, told.standings)
