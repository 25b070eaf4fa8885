"""Where things are told to be: the places of a record with the events and statements there, as of any day."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from threading import Lock, Thread
from typing import Any

from sqlalchemy import Connection, func, select

from onrecord.desk.placesborne import borne_out
from onrecord.errors import OnrecordError, PlaceNotFound
from onrecord.linking.occasions import site_of
from onrecord.model import EventStatus, Place, Site
from onrecord.record import Record
from onrecord.record.origins import origins
from onrecord.record.schema import event, link, place, report, withdrawal

_AT_ONCE = 400
_NAMINGS = 4
"""Ways to write a place that are kept."""
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


@dataclass(frozen=True, slots=True)
class _Naming:
    """Where a report names a place: characters of its text."""

    report: str
    published: date | None
    start: int
    end: int


class Places:
    """The places of a record; it may be used from several threads, and `refresh` takes in what others added."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._lock = Lock()
        self._reports: frozenset[str] = frozenset()
        self._sites: dict[str, Site] = {}
        self._events: dict[str, tuple[EventThere, ...]] = {}
        self._borne_out: dict[str, frozenset[str]] = {}
        self._namings: dict[str, dict[int, _Naming]] = {}
        self._withdrawn: dict[str, date | None] = {}
        self._thread: Thread | None = None

    def warm(self, after: Callable[[], object] = lambda: None) -> None:
        """Has the places read in the background, so that nobody waits for them; not before `after` has returned."""

        def read() -> None:
            after()
            with suppress(OnrecordError):  # Whoever opens the map is told of it.
                self.refresh()

        self._thread = Thread(target=read, name="places", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Waits for what goes on in the background."""
        if self._thread is not None:
            self._thread.join()

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

    def is_uncertain(self, key: str, as_of: date | None = None) -> bool:
        """Whether no report that puts an event there by then bears out that this place is meant (see `borne_out`)."""
        seen = [one.report for one in self._seen(key, as_of, None)]
        return bool(seen) and self._borne_out.get(key, frozenset()).isdisjoint(seen)

    def spellings(self, keys: Iterable[str], as_of: date | None = None) -> Mapping[str, tuple[str, ...]]:
        """How reports published by then write these places, where it is not as the gazetteer does; some of the ways."""
        found: dict[str, tuple[str, ...]] = {}
        with self._record.asking() as connection:
            for key in keys:
                named = [one for one in self._namings.get(key, {}).values() if _by(one.published, as_of)]
                written = {w for one in named if (w := _written(connection, one)).strip()}
                others = {" ".join(w.casefold().split()): " ".join(w.split()) for w in sorted(written, reverse=True)}
                others.pop(self._sites[key].name.casefold() if key in self._sites else "", None)
                if others:
                    found[key] = tuple(sorted(others.values()))
        return found

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
            if not _by(one.published, as_of):
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
        borne: dict[str, set[str]] = defaultdict(set)
        for row in _rows(connection, event, new):
            data = json.loads(row.payload)
            named = sites.get((row.report_id, data["place"])) if data["place"] is not None else None
            if named is not None:
                site = named.site
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
                self._name(site.key, row.report_id, there.published, named.mentions)
                if named.borne_out:
                    borne[site.key].add(row.report_id)
        known = {named.site.key: named.site for named in sites.values()}
        self._sites |= {key: known[key] for key in found if key not in self._sites}
        self._events |= {key: (*self._events.get(key, ()), *some) for key, some in found.items()}
        self._borne_out |= {key: self._borne_out.get(key, frozenset()) | some for key, some in borne.items()}
        self._reports = frozenset(days)

    def _name(self, key: str, ident: str, published: date | None, mentions: Iterable[tuple[int, int]]) -> None:
        """Keeps where a place is named: of namings of one length, which are mostly alike, the first published."""
        held = self._namings.setdefault(key, {})
        for start, end in mentions:
            one = held.get(end - start)
            if one is None and len(held) >= _NAMINGS:
                continue
            if one is None or (published or date.max) < (one.published or date.max):
                held[end - start] = _Naming(ident, published, start, end)


@dataclass(frozen=True, slots=True)
class _Named:
    """A place as one report has it."""

    site: Site
    borne_out: bool
    mentions: tuple[tuple[int, int], ...]


def _by(published: date | None, as_of: date | None) -> bool:
    return as_of is None or (published is not None and published <= as_of)


def _written(connection: Connection, one: _Naming) -> str:
    stretch = func.substr(report.c.text, one.start + 1, one.end - one.start)
    return connection.execute(select(stretch).where(report.c.report_id == one.report)).scalar() or ""


def _sites(connection: Connection, reports: Sequence[str]) -> Mapping[tuple[str, str], _Named]:
    """The place that each local id of each report stands for."""
    found = {}
    for ident, rows in groupby(_rows(connection, place, reports), key=lambda row: str(row.report_id)):
        nouns = [json.loads(row.payload) for row in rows]
        plain = borne_out(nouns)
        for noun in nouns:
            mentions = tuple((one["start"], one["end"]) for one in noun["mentions"][:_NAMINGS])
            found[ident, noun["id"]] = _Named(_site(noun), noun["id"] in plain, mentions)
    return found


def _site(noun: Mapping[str, Any]) -> Site:
    columns = ("country", "admin1", "geonames", "lat", "lon")
    return site_of(Place(noun["id"], noun["name"], noun["kind"], (), *(noun[name] for name in columns)))


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
