"""All reports and statements of a record that hold the words, as far as one has to know them to count and to sort."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, null, select

from onrecord.model import Act, SourceKind
from onrecord.record.clock import clock_of
from onrecord.record.columns import columns
from onrecord.record.correctionoverlay import Overlay, overlay
from onrecord.record.schema import report_words, statement, statement_words
from onrecord.record.search.index import first_row, spoken, standing
from onrecord.record.search.narrowing import Narrowed
from onrecord.record.search.query import Term
from onrecord.record.search.wording import PLACES


class HeldReport(NamedTuple):
    """A report that holds the words, `times` times; a plain tuple, since a search makes very many."""

    number: int
    times: int
    id: str
    day: str | None
    outlet: str | None

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return None if self.day is None else date.fromisoformat(self.day)


class HeldStatement(NamedTuple):
    """A statement that holds the words, as reviewers have it; its `number` is the report's and the place in it.

    Speaker and source are told only where one asks for a speaker.
    """

    number: int
    id: str
    act: Act
    source_kind: SourceKind
    party_key: str | None
    party_name: str | None
    speaker_name: str | None
    source_text: str | None

    @property
    def report(self) -> int:
        """The number of its report."""
        return self.number >> PLACES


@dataclass(frozen=True, slots=True)
class Matches:
    """What holds the words among the reports of some days; statements may be of other reports, too."""

    reports: Sequence[HeldReport]
    statements: Sequence[HeldStatement]


def matches(connection: Connection, terms: Sequence[Term], narrowed: Narrowed) -> Matches:
    """What holds all the terms, narrowed by nothing but the days and what the record held by then."""
    return Matches(
        list(map(HeldReport._make, zip(*_reports(connection, terms, narrowed), strict=True))),
        _corrected(
            list(map(HeldStatement._make, zip(*_statements(connection, terms, narrowed), strict=True))),
            overlay(connection, narrowed.known_at),
        ),
    )


def _reports(connection: Connection, terms: Sequence[Term], narrowed: Narrowed) -> list[list[Any]]:
    first, *others = [standing(connection, term) for term in terms]
    held = report_words.c
    times: ColumnElement[int] = first.c.times
    among: Any = first.join(report_words, held.number == first_row(first.c.report))
    for other in others:
        among = among.join(other, other.c.report == first.c.report)
        times = times + other.c.times
    query = select(first.c.report, times.label("times"), held.report_id, held.published, held.outlet)
    return columns(connection, query.select_from(among).where(*_seen(narrowed)))


def _seen(narrowed: Narrowed) -> list[ColumnElement[bool]]:
    seen = []
    if narrowed.since is not None:
        seen.append(report_words.c.published >= narrowed.since)
    if narrowed.until is not None:
        seen.append(report_words.c.published <= narrowed.until)
    if narrowed.known_at is not None:
        seen.append(report_words.c.recorded_at <= clock_of(narrowed.known_at))
    return seen


def _statements(connection: Connection, terms: Sequence[Term], narrowed: Narrowed) -> list[list[Any]]:
    held = statement_words.c
    told = held.number, held.statement_id, held.act, held.source_kind, held.party_key, held.party_name
    query = select(*told, null().label("speaker_name"), null().label("source_text"))
    if narrowed.speaker is not None:
        query = select(*told, statement.c.speaker_name, statement.c.source_text)
        query = query.join(statement, statement.c.statement_id == held.statement_id)
    return columns(connection, query.where(spoken(connection, terms)))


def _corrected(statements: list[HeldStatement], corrections: Overlay) -> list[HeldStatement]:
    """The statements as reviewers have them, without those that they reject."""
    if not corrections.in_force:
        return statements
    return [
        one._replace(**corrections.corrects(one.id, *HeldStatement._fields))
        for one in statements
        if not corrections.rejects(one.id)
    ]
