"""Where things are told to be: the places of a record with the events and statements there, as of any day."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any

from sqlalchemy import Connection, func, select

from onrecord.errors import PlaceNotFound
from onrecord.linking.occasions import site_of
from onrecord.model import EventStatus, Place, Site
from onrecord.record import Record
from onrecord.record.origins import origins
from onrecord.record.schema import event, link, place, report, withdrawal

_AT_ONCE = 400
_MANY = 2_000
"""Of so many new reports and more it is quicker to read whole tables than to name them."""


@dataclass(frozen=True, slots=True)
class EventThere:
    """An event that a report puts at a place: `statement` is whose saying it is, None where the report itself says it."""

    id: str
    statement: str | None
    report: str
    origin: str
    type: str
    status: EventStatus
    published: date | None


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place with how much is told of it; copies of one report count once."""

    site: Site
    events: int
    statements: int
    reports: int
    last: date | None


class Places:
    """The places of a record; it may be used from several threads, and `refresh` takes in what others added."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._lock = Lock()
        self._reports: frozenset[str] = frozenset()
        self._sites: dict[str, Site] = {}
        self._events: dict[str, tuple[EventThere, ...]] = {}
        self._withdrawn: dict[str, date | None] = {}

    def refresh(self) -> None:
        """Takes in the reports added since; of a record that did not change this asks for two numbers only."""
        with self._lock, self._record.asking() as connection:
            held = connection.execute(select(func.count()).select_from(report)).scalar_one()
            taken_back = connection.execute(select(func.count()).select_from(withdrawal)).scalar_one()
            if taken_back != len(self._withdrawn):
                rows = connection.execute(select(withdrawal.c.report_id, withdrawal.c.published)).all()
                self._withdrawn = {row.report_id: row.published for row in rows}
            if held != len(self._reports):
                self._take_in(connection)

    def lines(self, as_of: date | None = None, *, type: str | None = None) -> Sequence[PlaceLine]:  # noqa: A002
        """Every place of which something is told by then, the most told first; with `type` only by events of it."""
        found = [self._line(key, list(self._seen(key, as_of, type))) for key in self._events]
        return sorted(
            (one for one in found if one.events), key=lambda one: (-one.events, one.site.name, one.site.key)
        )

    def site(self, key: str) -> Site:
        """The place with this key; PlaceNotFound where no event and no claim of the record is told to be there."""
        found = self._sites.get(key) or self._of_a_claim(key)
        if found is None:
            raise PlaceNotFound(f"nothing on record is told to be at a place with the key {key[:80]!r}")
        return found

    def called(self, words: str) -> Sequence[Site]:
        """The places whose names hold these words, by name."""
        wanted = words.casefold().split()
        found = [s for s in self._sites.values() if all(word in s.name.casefold() for word in wanted)]
        return sorted(found, key=lambda site: (site.name, site.key))

    def events(self, key: str, as_of: date | None = None) -> Sequence[EventThere]:
        """The events told to be at a place, the last published first; of copies the first report only."""
        seen: dict[tuple[str, str, str, str | None], EventThere] = {}
        for one in self._seen(key, as_of, None):
            seen.setdefault(
                (one.origin, one.type, one.status, one.statement if one.report == one.origin else None), one
            )
        own = [one for one in seen.values() if one.report == one.origin] or list(seen.values())
        return sorted(own, key=lambda one: (-(one.published or date.min).toordinal(), one.report, one.id))

    def _of_a_claim(self, key: str) -> Site | None:
        with self._record.asking() as connection:
            held = connection.execute(select(link.c.site).where(link.c.site_key == key).limit(1)).scalar()
        return None if held is None else Site(**json.loads(held))

    def _line(self, key: str, events: Sequence[EventThere]) -> PlaceLine:
        own = [one for one in events if one.report == one.origin] or events
        return PlaceLine(
            site=self._sites[key],
            events=len(own),
            statements=len({one.statement for one in own if one.statement is not None}),
            reports=len({one.origin for one in events}),
            last=max((one.published for one in events if one.published is not None), default=None),
        )

    def _seen(self, key: str, as_of: date | None, kind: str | None) -> Iterator[EventThere]:
        for one in self._events.get(key, ()):
            if kind is not None and one.type != kind:
                continue
            if as_of is not None and (one.published is None or one.published > as_of):
                continue
            if not self._is_taken_back(one.report, as_of):
                yield one

    def _is_taken_back(self, ident: str, as_of: date | None) -> bool:
        if ident not in self._withdrawn:
            return False
        day = self._withdrawn[ident]
        return as_of is None or (day is not None and day <= as_of)

    def _take_in(self, connection: Connection) -> None:
        days = {
            row.report_id: row.published for row in connection.execute(select(report.c.report_id, report.c.published))
        }
        new = sorted(days.keys() - self._reports)
        sites = _sites(connection, new)
        origin_of = origins(connection, sorted({ident for ident, _ in sites}), None)
        found: dict[str, list[EventThere]] = defaultdict(list)
        for row in _rows(connection, event, new):
            data = json.loads(row.payload)
            site = sites.get((row.report_id, data["place"])) if data["place"] is not None else None
            if site is not None:
                there = EventThere(
                    row.event_id,
                    row.statement_id,
                    row.report_id,
                    origin_of[row.report_id],
                    row.type,
                    row.status,
                    days[row.report_id],
                )
                found[site.key].append(there)
        known = {site.key: site for site in sites.values()}
        self._sites |= {key: known[key] for key in found if key not in self._sites}
        self._events |= {key: (*self._events.get(key, ()), *some) for key, some in found.items()}
        self._reports = frozenset(days)


def _sites(connection: Connection, reports: Sequence[str]) -> Mapping[tuple[str, str], Site]:
    """The place that each local id of each report stands for."""
    found = {}
    for row in _rows(connection, place, reports):
        data = json.loads(row.payload)
        held = Place(
            data["id"],
            data["name"],
            data["kind"],
            (),
            data["country"],
            data["admin1"],
            data["geonames"],
            data["lat"],
            data["lon"],
        )
        found[row.report_id, held.id] = site_of(held)
    return found


def _rows(connection: Connection, table: Any, reports: Sequence[str]) -> Iterator[Any]:
    """The rows of some reports, in the order of the reports and in their own."""
    if len(reports) >= _MANY:
        wanted = set(reports)
        rows = connection.execute(select(table).order_by(table.c.report_id, table.c.ordinal))
        yield from (row for row in rows if row.report_id in wanted)
        return
    for at in range(0, len(reports), _AT_ONCE):
        query = select(table).where(table.c.report_id.in_(reports[at : at + _AT_ONCE]))
        yield from connection.execute(query.order_by(table.c.report_id, table.c.ordinal)).all()
