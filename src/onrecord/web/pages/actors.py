"""Everybody on record: people, groups and governments, each once in all spellings."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.desk.cast.listing import ActorsAsked, Order, actors_page
from onrecord.model import ActorKind
from onrecord.web.asked import AsOf, TheDesk
from onrecord.web.rendering import shown

router = APIRouter()


@router.get("/actors")
def actors_list(
    request: Request,
    desk: TheDesk,
    as_of: AsOf,
    q: Annotated[str, Query(max_length=400)] = "",
    kind: ActorKind | Literal[""] = "",
    party: Annotated[str, Query(max_length=400)] = "",
    order: Order | Literal[""] = "reports",
    after: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> HTMLResponse:
    """People and bodies, a page of them."""
    asked = ActorsAsked(
        words=" ".join(q.split()) or None,
        kind=kind or None,
        party=party or None,
        order=order or "reports",
        first=after,
    )
    everybody = desk.cast.as_of(as_of)
    page = actors_page(everybody, asked)
    party_name = next((name for key, name, _ in page.parties if key == asked.party), asked.party)
    return shown(
        request,
        "actors.html",
        asked=asked,
        page=page,
        everybody=len(everybody.listed),
        id_of=everybody.id_of,
        party_name=party_name,
    )
