"""One place: what is claimed of it, and what is told to happen there, by whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.desk import Desk
from onrecord.desk.board import BoardView
from onrecord.desk.places import EventThere
from onrecord.record import Saying
from onrecord.web.asked import AsOf, TheDesk
from onrecord.web.rendering import shown

router = APIRouter()
LINES = 50
"""Claims, and events, on one page of a place."""


@router.get("/places/{key}")
def place_page(
    request: Request,
    key: str,
    desk: TheDesk,
    as_of: AsOf,
    after: Annotated[str, Query(max_length=400)] = "",
    events: Annotated[int, Query(ge=1, le=5_000)] = LINES,
) -> HTMLResponse:
    """A place as of a day: its claims with their standing, and the events told to be there with whoever says so."""
    desk.places.refresh()
    site = desk.places.site(key)
    there = desk.places.events(key, as_of)
    return shown(
        request,
        "place.html",
        site=site,
        uncertain=desk.places.is_uncertain(key, as_of),
        spellings=desk.places.spellings([key], as_of).get(key, ()),
        page=desk.board.page(BoardView(place=key, as_of=as_of, limit=LINES, after=after or None)),
        there=there,
        told=_told(desk, there[:events]),
        most=events,
    )


def _told(desk: Desk, events: Sequence[EventThere]) -> list[tuple[EventThere, Saying | None]]:
    """Each event with the words in which it is told; None where the report itself tells it."""
    words = desk.record.sayings(sorted({one.statement for one in events if one.statement is not None}))
    return [(one, words.get(one.statement) if one.statement is not None else None) for one in events]
