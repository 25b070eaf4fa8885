"""One person, group or government: who it is, what it said, what is said of it, and who stands near it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.desk.cast import Cast
from onrecord.record.vantage import Vantage
from onrecord.web.asked import AsOf, TheDesk
from onrecord.web.pages.actornetwork import network_of
from onrecord.web.pages.actorsaid import A_PAGE, said_by, said_of
from onrecord.web.pages.actorties import ties_of
from onrecord.web.pages.actorview import MOST_JUDGED, actor_view, known_as_of, positions_held
from onrecord.web.pages.bearings import bearings
from onrecord.web.rendering import shown

router = APIRouter()
LATEST = 100
"""The latest statements of a person by which his positions are told."""


@router.get("/actors/{identity_id}")
def actor_page(
    request: Request,
    identity_id: str,
    desk: TheDesk,
    as_of: AsOf,
    after: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> HTMLResponse:
    """One actor, by the id of the identity or of any member of it."""
    vantage, cast = Vantage(as_of), desk.cast
    with desk.record.asking() as connection:
        one = known_as_of(connection, cast, identity_id, as_of)
        if one is None:
            return shown(request, "actor-unknown.html", first=_first(cast, identity_id))
        view = actor_view(desk, connection, one, vantage)
        said, about = said_by(connection, one, vantage, after), said_of(connection, one, vantage)
        latest = said_by(connection, one, vantage, most=LATEST).statements if one.kind == "person" else ()
        spoken = {s.statement for s in (*said.statements, *about.statements[:A_PAGE], *latest)}
        claims = bearings(connection, spoken, vantage, desk.board)
        ties = ties_of(connection, one, cast.as_of(as_of), vantage)
    return shown(
        request,
        "actor.html",
        view=view,
        most_judged=MOST_JUDGED,
        one=one,
        id_of=cast.as_of(as_of).id_of,
        said=said,
        about=about.statements[:A_PAGE],
        about_in_all=about.total,
        claims=claims,
        positions=positions_held(desk, one, latest, claims, as_of),
        ties=ties,
        network=network_of(ties),
    )


def _first(cast: Cast, ident: str) -> date | None:
    """When somebody is first reported, if that is later than the day of the page."""
    found = cast.as_of(None).find(ident)
    return None if found is None else found.first
