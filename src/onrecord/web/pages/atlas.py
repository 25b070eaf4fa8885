"""The map: places where something is told to be, by how much, and by where the claims there stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse

from onrecord.desk import Desk
from onrecord.desk.board import BoardView
from onrecord.errors import ClaimNotFound, UsageError
from onrecord.web.asked import AsOf, TheDesk, addresses_of
from onrecord.web.filters import cut, harmless
from onrecord.web.rendering import shown
from onrecord.web.whereabouts import STANDINGS, PlaceShown, places_shown
from onrecord.web.wording import named, types

router = APIRouter()
LINES = 60
"""Places in the list beside the map; the map has all of them."""
Uncertain = Literal["", "yes"]
"""Whether places that no report bears out are drawn as well."""
_Field = Annotated[str, Query(max_length=400)]


@router.get("/map")
def map_page(
    request: Request,
    desk: TheDesk,
    as_of: AsOf,
    q: _Field = "",
    type: _Field = "",  # noqa: A002 - the name in the address is the contract's
    standing: _Field = "",
    uncertain: Uncertain = "",
    rows: Annotated[int, Query(ge=1, le=5_000)] = LINES,
) -> HTMLResponse:
    """The places of the record as of a day, on a map and in a list."""
    view = _view(q, type, standing, as_of)
    places, unknown = _places(desk, view)
    return shown(
        request,
        "map.html",
        view=view,
        places=places,
        rows=rows,
        nowhere=sum(not place.located for place in places),
        unsure=sum(place.located and place.uncertain for place in places),
        uncertain=uncertain,
        spellings=desk.places.spellings([place.site.key for place in places[:rows]], as_of),
        standings=Counter({name: n for name, n in _by_standing(places).items() if n}),
        unknown=unknown,
        types=types(),
        all_standings=[(name, named(name)) for name in STANDINGS],
    )


@router.get("/map/places.geojson")
def map_places(
    request: Request,
    desk: TheDesk,
    as_of: AsOf,
    q: _Field = "",
    type: _Field = "",  # noqa: A002 - as above
    standing: _Field = "",
    uncertain: Uncertain = "",
) -> JSONResponse:
    """The places of the map as GeoJSON (RFC 7946), for the script that draws them."""
    places, _ = _places(desk, _view(q, type, standing, as_of))
    to = addresses_of(request)
    features = [_feature(place, to.place(place.site.key)) for place in places if _drawn(place, uncertain)]
    return JSONResponse({"type": "FeatureCollection", "features": features}, media_type="application/geo+json")


def _view(q: str, kind: str, standing: str, as_of: Any) -> BoardView:
    _one_of("type", kind, [value for value, _ in types()])
    _one_of("standing", standing, STANDINGS)
    return BoardView(words=q.strip() or None, type=kind or None, standing=standing or None, as_of=as_of)


def _one_of(field: str, value: str, allowed: Sequence[str]) -> None:
    """UsageError for what is none of the allowed values."""
    if value and value not in allowed:
        raise UsageError(f"{field}: {value[:40]!r} is not known; give one of {', '.join(allowed)}")


def _drawn(place: PlaceShown, uncertain: Uncertain) -> bool:
    return place.located and (uncertain == "yes" or not place.uncertain)


def _places(desk: Desk, view: BoardView) -> tuple[Sequence[PlaceShown], str | None]:
    """The places, and why there are none if no claim has the words at all."""
    desk.places.refresh()
    try:
        return places_shown(desk, view), None
    except ClaimNotFound as nothing:
        return (), str(nothing)


def _by_standing(places: Sequence[PlaceShown]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for place in places:
        counted.update(dict(place.standings))
    return counted


def _feature(place: PlaceShown, address: str) -> dict[str, Any]:
    site = place.site
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [site.lon, site.lat]},
        "properties": {
            "key": site.key,
            "name": harmless(cut(site.name, 80)),
            "country": site.country,
            "kind": site.kind,
            "address": address,
            "claims": place.claims,
            "events": place.line.events,
            "reports": place.line.reports,
            "leading": place.leading,
            "uncertain": place.uncertain,
            "standings": [[named(name), count] for name, count in place.standings],
        },
    }
