"""When and where the events of a report are: as their own words say, or else as the report says of the same matter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.linking.glosses import kind_of
from onrecord.linking.marks import is_coarse
from onrecord.model import Event, Occasion, Place, Reading, Site
from onrecord.resolution.names import folded

_THE = re.compile(r"\b(?:the|this|that)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_BEFORE = 30
_Sort = tuple[str, bool, bool]


def occasions_of(reading: Reading, matters: Sequence[str | None]) -> list[Occasion]:
    """The occasion of each event of a reading; `matters` are the ids of the matters that they belong to.

    An event whose words give no day shares that of the nearest event of the same matter before it in the report, or
    else after it; so with the place. "The attack" of which somebody is accused is the one that was told of, if the report
    gives one day alone to deeds of its kind. What is past, present and yet to come is kept apart, and background lends
    and borrows nothing: each mention of it may mean another time.
    """
    own = own_occasions(reading)
    told: dict[_Sort, list[tuple[int, Occasion]]] = defaultdict(list)
    order = sorted(range(len(own)), key=lambda n: (reading.events[n].trigger.start, n))
    for n in order:
        matter = matters[n]
        if matter is not None and not own[n].background:
            told[matter, own[n].background, own[n].ahead].append((n, own[n]))
    shared = list(own)
    for some in told.values():
        for at, (n, occasion) in enumerate(some):
            near = [other for _, other in (*reversed(some[:at]), *some[at + 1 :])]
            shared[n] = _filled(occasion, near)
    deeds = _deeds(reading, own)
    for n, matter in enumerate(matters):
        key = _sort_of_deed(reading, own, n)
        if matter is not None and key in deeds and _is_told_before(reading, n):
            shared[n] = _filled(shared[n], deeds[key])
    return shared


def _is_told_before(reading: Reading, n: int) -> bool:
    """Whether words speak of an event as of one that is known already: "the attack"."""
    start = reading.events[n].trigger.start
    return _THE.search(reading.article.text[max(0, start - _BEFORE) : start]) is not None


def _deeds(reading: Reading, own: Sequence[Occasion]) -> dict[_Sort, list[Occasion]]:
    """The one deed of each kind that a report tells of, with its day and place, where it tells of one day only.

    Somebody has to tell of it without saying who did it: of a deed that is somebody's another's is told apart.
    """
    found: dict[_Sort, list[Occasion]] = defaultdict(list)
    by_nobody = {_sort_of_deed(reading, own, n) for n, event in enumerate(reading.events) if not event.actors}
    for n, occasion in enumerate(own):
        key = _sort_of_deed(reading, own, n)
        if key is not None and key in by_nobody and occasion.first is not None and not is_coarse(occasion):
            found[key].append(occasion)
    return {key: some for key, some in found.items() if len({(o.first, o.last) for o in some}) == 1}


def _sort_of_deed(reading: Reading, own: Sequence[Occasion], n: int) -> _Sort | None:
    """What of events of one kind is told apart; None for what lasts, and for background."""
    kind = kind_of(reading.events[n])
    if kind is None or kind.lasts or own[n].background:
        return None
    return kind.name, own[n].background, own[n].ahead


def own_occasions(reading: Reading) -> list[Occasion]:
    """The occasion of each event of a reading as its own words tell it."""
    places = {place.id: place for place in reading.places}
    return [_own(event, places) for event in reading.events]


def _own(event: Event, places: dict[str, Place]) -> Occasion:
    date, place = event.date, places.get(event.place or "")
    return Occasion(
        first=None if date is None else date.first,
        last=None if date is None else date.last or date.first,
        precision=None if date is None or date.first is None else date.precision,
        site=None if place is None else site_of(place),
        background=event.status == "historical",
        ahead=event.status == "future",
    )


def site_key(geonames: int | None, name: str, country: str | None) -> str:
    """The id of a place in every report: the GeoNames id, or the folded name and the country."""
    return f"name:{folded(name)}:{country or ''}" if geonames is None else f"geonames:{geonames}"


def site_of(place: Place) -> Site:
    """A place of one report as it is known in every report."""
    key = site_key(place.geonames, place.name, place.country)
    return Site(key, place.name, place.kind, place.country, place.admin1, place.lat, place.lon)


def _filled(occasion: Occasion, near: Sequence[Occasion]) -> Occasion:
    """The occasion with day and place of the first near one that has them, where it has none itself.

    Years and other long stretches single out no occasion, and are not lent.
    """
    if occasion.first is None:
        dated = next((o for o in near if o.first is not None and not is_coarse(o)), occasion)
        occasion = replace(occasion, first=dated.first, last=dated.last, precision=dated.precision)
    if occasion.site is None:
        occasion = replace(occasion, site=next((o.site for o in near if o.site is not None), None))
    return occasion
