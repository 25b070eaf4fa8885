"""Where things are told to be: the places of the record. What is claimed of one is told by `/claims?place=`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.api.asking import Asking, Reading
from onrecord.api.documented import answered
from onrecord.api.parameters import AsOf, PlacePath, Text
from onrecord.api.sending import json_response
from onrecord.api.shapes import catalogue
from onrecord.api.tabled import Tabled, table_routes
from onrecord.contract import noun_json
from onrecord.desk.places import EventThere, PlaceLine, Places
from onrecord.model import Site

router = APIRouter(tags=["places"])
_PLACES = Tabled(PlaceLine, lambda one: one.site.key)
TypeWanted = Annotated[
    Text | None, Query(alias="type", description="Only events of this type in PLOVER.", examples=["CONSULT"])
]
_PLACE = catalogue.SHAPES.add(
    "PlaceTold",
    {
        "type": "object",
        "description": "A place, and the events that reports put there.",
        "properties": {"site": catalogue.object_of(Site), "events": catalogue.list_of(EventThere)},
        "required": ["site", "events"],
    },
)


def places(ask: Reading, as_of: AsOf = None, type_: TypeWanted = None) -> Sequence[PlaceLine]:
    """The places of which something is told, the most told first; copies of one report count once."""
    return _places(ask).lines(as_of, type=type_)


table_routes(router, "/places", places, _PLACES)


@router.get(
    "/places/{place}",
    operation_id="place",
    response_class=Response,
    responses=answered(_PLACE, "The place."),
)
def place(ask: Reading, place: PlacePath, as_of: AsOf = None) -> Response:
    """One place by its key, with the events told to be there, the last published first.

    `/claims?place=` has what is claimed of it.
    """
    held = _places(ask)
    body = {"site": noun_json(held.site(place)), "events": noun_json(tuple(held.events(place, as_of)))}
    return json_response(body, headers=ask.headers)


def _places(ask: Asking) -> Places:
    """The places held ready, with what was added meanwhile."""
    ask.desk.places.refresh()
    return ask.desk.places
