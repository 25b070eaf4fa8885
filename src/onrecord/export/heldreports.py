"""The reports of a record with all that was found in them, one after another, so that none is held longer than needed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, get_args

from sqlalchemy import select

from onrecord.export.snapshot import Snapshot
from onrecord.record.payload import with_text
from onrecord.record.schema import actor, event, place, report, statement

_AT_ONCE = 100
Json = dict[str, Any]
Part = Literal["statement", "event", "actor", "place"]
PARTS: tuple[Part, ...] = get_args(Part)
_TABLES = {"statement": statement, "event": event, "actor": actor, "place": place}


@dataclass(frozen=True)
class Found:
    """A thing found in a report: its id in the record, its row, and the text of the report."""

    id: str
    row: Any
    text: str

    @cached_property
    def noun(self) -> Json:
        """The noun as the contract writes it."""
        noun: Json = with_text(json.loads(self.row.payload), self.text)
        return noun

    @cached_property
    def bare(self) -> Json:
        """The noun without the words of its spans, which are not worth looking up where nobody asks for them."""
        noun: Json = json.loads(self.row.payload)
        return noun


@dataclass(frozen=True)
class HeldReport:
    """A report and what was found in it, in the order of the reading; parts that were not asked for are empty."""

    row: Any
    statements: tuple[Found, ...]
    events: tuple[Found, ...]
    actors: tuple[Found, ...]
    places: tuple[Found, ...]

    @cached_property
    def article(self) -> Json:
        """The article as the contract writes it, without its text."""
        article: Json = json.loads(self.row.payload)
        return article

    @property
    def id(self) -> str:
        """The id of the report in every record."""
        ident: str = self.row.report_id
        return ident

    @property
    def text(self) -> str:
        """The whole text, furniture included."""
        text: str = self.row.text
        return text

    @cached_property
    def statement(self) -> dict[str, Found]:
        """The statements by their ids in the record."""
        return {one.id: one for one in self.statements}

    @cached_property
    def statement_called(self) -> dict[str | None, str]:
        """The ids of the statements in the record by those within the report."""
        return {one.row.local_id: one.id for one in self.statements}

    @cached_property
    def actor_called(self) -> dict[str | None, Found]:
        """The actors by their ids within the report."""
        return {one.row.local_id: one for one in self.actors}

    @cached_property
    def place_called(self) -> dict[str | None, Found]:
        """The places by their ids within the report."""
        return {one.row.local_id: one for one in self.places}


def held_reports(snapshot: Snapshot, doing: str = "reading", parts: Sequence[Part] = PARTS) -> Iterator[HeldReport]:
    """Every report that is seen with some parts of it, in order of publication, undated ones last."""
    idents = list(snapshot.reports)
    batches = (idents[at : at + _AT_ONCE] for at in range(0, len(idents), _AT_ONCE))
    return snapshot.follow((one for some in batches for one in _batch(snapshot, some, parts)), doing)


def _batch(snapshot: Snapshot, idents: Sequence[str], parts: Sequence[Part]) -> Iterator[HeldReport]:
    query = select(report).where(report.c.report_id.in_(idents))
    rows = {row.report_id: row for row in snapshot.connection.execute(query)}
    held = {part: _part(snapshot, part, idents) if part in parts else {} for part in PARTS}
    for ident in idents:
        row = rows[ident]
        found = (tuple(_found(part, one, row.text) for one in held[part].get(ident, ())) for part in PARTS)
        yield HeldReport(row, *found)


def _part(snapshot: Snapshot, part: Part, idents: Sequence[str]) -> dict[str, list[Any]]:
    table = _TABLES[part]
    query = select(table).where(table.c.report_id.in_(idents)).order_by(table.c.report_id, table.c.ordinal)
    found: dict[str, list[Any]] = defaultdict(list)
    for row in snapshot.connection.execute(query):
        found[row.report_id].append(row)
    return found


def _found(part: Part, row: Any, text: str) -> Found:
    return Found(getattr(row, f"{part}_id"), row, text)
