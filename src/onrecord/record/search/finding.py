"""Full text over the reports of a record, on SQLite and PostgreSQL alike."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, or_, select

from onrecord.model import Act
from onrecord.record.clock import clock_of
from onrecord.record.correctionoverlay import overlay
from onrecord.record.origins import origins
from onrecord.record.schema import report, statement
from onrecord.record.search.hits import FoundStatement, Searched, SearchHit, snippet_of
from onrecord.record.search.index import holding
from onrecord.record.search.query import Term, terms_of
from onrecord.record.search.tokens import words_of
from onrecord.record.words import Aliases
from onrecord.resolution.names import name_words
from onrecord.tables import Table

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a search is narrowed to.

    `since` and `until` are days of publication. With a speaker, a party or an act, only reports are found in which a
    statement of theirs holds all the words.
    """

    since: date | None = None
    until: date | None = None
    speaker: str | None = None
    party: str | None = None
    act: Act | None = None
    known_at: datetime | None = None

    @property
    def to_statements(self) -> bool:
        """Whether a statement has to hold the words."""
        return self.speaker is not None or self.party is not None or self.act is not None


@dataclass(frozen=True, slots=True)
class FoundReports:
    """Some of the reports that a search finds, in order, and how many it finds in all."""

    hits: Table[SearchHit]
    total: int


def search_reports(
    connection: Connection,
    query: str,
    narrowed: Narrowed,
    aliases: Aliases | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> FoundReports:
    """The reports that hold all the words: by how many of their statements do, by how often, then the newest first.

    Only those from `offset` on, up to `limit`, are read a second time for what is shown of them.
    """
    terms = terms_of(query)
    rows = connection.execute(holding(connection, _reports(narrowed), terms)).all()
    times = {row.report_id: times_in(row, terms) for row in rows}
    spoken = _spoken(connection, [ident for ident, n in times.items() if n], terms, narrowed, aliases or {})
    found = [row for row in rows if times[row.report_id] and (row.report_id in spoken or not narrowed.to_statements)]
    found.sort(key=lambda row: rank(len(spoken.get(row.report_id, ())), times[row.report_id], row))
    shown = found[offset:] if limit is None else found[offset : offset + limit]
    return FoundReports(Table(_hits(connection, shown, terms, spoken, narrowed), SearchHit), len(found))


def hits_on(
    connection: Connection, reports: Sequence[str], query: str, narrowed: Narrowed, aliases: Aliases | None = None
) -> list[SearchHit]:
    """What is shown of some reports that a search finds, in their order."""
    terms = terms_of(query)
    rows: dict[str, Any] = {}
    for at in range(0, len(reports), _AT_ONCE):
        some = _reports(narrowed).where(report.c.report_id.in_(reports[at : at + _AT_ONCE]))
        rows |= {row.report_id: row for row in connection.execute(some)}
    spoken = _spoken(connection, rows, terms, narrowed, aliases or {})
    return _hits(connection, [rows[ident] for ident in reports], terms, spoken, narrowed)


def rank(statements: int, times: int, row: Any) -> tuple[int, int, int, str]:
    """Sorts reports found: by how many statements hold the words, by how often these stand, the newest first."""
    return -statements, -times, -(row.published or date.min).toordinal(), row.report_id


def times_in(row: Any, terms: Sequence[Term]) -> int:
    """How often terms stand in a report; 0 where one of them does not."""
    words = words_of(f"{row.title or ''}\n{_searched(row).body}")
    times = [term.times(words) for term in terms]
    return sum(times) if all(times) else 0


def _hits(
    connection: Connection,
    rows: Sequence[Any],
    terms: Sequence[Term],
    spoken: Mapping[str, Sequence[FoundStatement]],
    narrowed: Narrowed,
) -> list[SearchHit]:
    origin_of = origins(connection, [row.report_id for row in rows], narrowed.until, narrowed.known_at)
    return [
        _hit(row, terms, times_in(row, terms), spoken.get(row.report_id, ()), origin_of[row.report_id])
        for row in rows
    ]


def _reports(narrowed: Narrowed) -> Any:
    query = select(
        report.c.report_id, report.c.published, report.c.outlet, report.c.title, report.c.payload, report.c.text
    )
    if narrowed.since is not None:
        query = query.where(report.c.published >= narrowed.since)
    if narrowed.until is not None:
        query = query.where(report.c.published <= narrowed.until)
    if narrowed.known_at is not None:
        query = query.where(report.c.recorded_at <= clock_of(narrowed.known_at))
    return query


def _searched(row: Any) -> Searched:
    furniture = json.loads(row.payload)["furniture"]
    return Searched(row.text, row.title, tuple((f["start"], f["end"]) for f in furniture))


def _spoken(
    connection: Connection, reports: Collection[str], terms: Sequence[Term], narrowed: Narrowed, aliases: Aliases
) -> Mapping[str, list[FoundStatement]]:
    """The statements of some reports that hold every term and are whose they should be, by report.

    Whose they are is as reviewers have it, and what they reject is left out.
    """
    found: dict[str, list[FoundStatement]] = {}
    corrections = overlay(connection, narrowed.known_at, reports)
    ordered = sorted(reports)
    for at in range(0, len(ordered), _AT_ONCE):
        query = select(statement).where(statement.c.report_id.in_(ordered[at : at + _AT_ONCE]))
        if narrowed.act is not None:
            act = statement.c.act == narrowed.act
            query = query.where(or_(act, statement.c.statement_id.in_(corrections.in_force)))
        for read in connection.execute(query.order_by(statement.c.report_id, statement.c.ordinal)):
            row = corrections.row(read)
            if (
                is_wanted(row, narrowed, aliases)
                and holds_all(row, terms)
                and not corrections.rejects(row.statement_id)
            ):
                found.setdefault(row.report_id, []).append(_statement(row))
    return found


def holds_all(row: Any, terms: Sequence[Term]) -> bool:
    """Whether every term stands in the source, the cue or the content of a statement."""
    parts = [words_of(part) for part in (row.source_text, row.cue_text, row.content_text) if part]
    return all(any(term.stands_in(words) for words in parts) for term in terms)


def is_wanted(row: Any, narrowed: Narrowed, aliases: Aliases) -> bool:
    """Whether a statement is of the speaker, the party and the kind that is asked for."""
    if narrowed.speaker is not None and not _called(narrowed.speaker, (row.speaker_name, row.source_text)):
        return False
    if narrowed.act is not None and row.act != narrowed.act:
        return False
    if narrowed.party is None:
        return True
    return (
        _called(narrowed.party, (row.party_name, *aliases.get(row.party_key, ()))) or row.party_key == narrowed.party
    )


def _called(asked: str, names: Sequence[str | None]) -> bool:
    """Whether one of the names has every word asked for, or a word that begins so, in any spelling."""
    words = words_of(asked)
    return bool(words) and any(all(_is_in(word, name) for word in words) for name in names if name is not None)


def _is_in(word: str, name: str) -> bool:
    respelt = name_words(word)
    return any(held.startswith(word) for held in words_of(name)) or bool(
        respelt and set(respelt) <= set(name_words(name))
    )


def _statement(row: Any) -> FoundStatement:
    return FoundStatement(
        id=row.statement_id,
        speaker=row.speaker_name,
        source=row.source_text,
        source_kind=row.source_kind,
        party=row.party_name,
        act=row.act,
        words=row.content_text,
    )


def _hit(row: Any, terms: Sequence[Term], times: int, spoken: Sequence[FoundStatement], origin: str) -> SearchHit:
    snippet, marks = snippet_of(_searched(row), terms)
    return SearchHit(
        report=row.report_id,
        published=row.published,
        outlet=row.outlet,
        title=row.title,
        snippet=snippet,
        marks=marks,
        times=times,
        statements=tuple(spoken),
        origin=origin,
    )
