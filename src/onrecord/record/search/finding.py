"""Full text over the reports of a record, on SQLite and PostgreSQL alike."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from onrecord.model import Act
from onrecord.record.clock import clock_of
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


def search_reports(
    connection: Connection, query: str, narrowed: Narrowed, aliases: Aliases | None = None
) -> Table[SearchHit]:
    """The reports that hold all the words: by how many of their statements do, by how often, then the newest first."""
    terms = terms_of(query)
    rows = connection.execute(holding(connection, _reports(narrowed), terms)).all()
    held = {row.report_id: (row, _searched(row)) for row in rows}
    words = {ident: words_of(f"{row.title or ''}\n{found.body}") for ident, (row, found) in held.items()}
    held = {ident: pair for ident, pair in held.items() if all(term.stands_in(words[ident]) for term in terms)}
    spoken = _spoken(connection, held, terms, narrowed, aliases or {})
    if narrowed.speaker is not None or narrowed.party is not None or narrowed.act is not None:
        held = {ident: pair for ident, pair in held.items() if ident in spoken}
    origin_of = origins(connection, list(held), narrowed.until, narrowed.known_at)
    hits = [
        _hit(
            row,
            found,
            terms,
            sum(term.times(words[ident]) for term in terms),
            spoken.get(ident, ()),
            origin_of[ident],
        )
        for ident, (row, found) in held.items()
    ]
    return Table(sorted(hits, key=_rank), SearchHit)


def _rank(hit: SearchHit) -> tuple[int, int, int, str]:
    return -len(hit.statements), -hit.times, -(hit.published or date.min).toordinal(), hit.report


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
    """The statements of some reports that hold every term and are whose they should be, by report."""
    found: dict[str, list[FoundStatement]] = {}
    ordered = sorted(reports)
    for at in range(0, len(ordered), _AT_ONCE):
        query = select(statement).where(statement.c.report_id.in_(ordered[at : at + _AT_ONCE]))
        if narrowed.act is not None:
            query = query.where(statement.c.act == narrowed.act)
        for row in connection.execute(query.order_by(statement.c.report_id, statement.c.ordinal)):
            if _is_wanted(row, narrowed, aliases) and _holds(row, terms):
                found.setdefault(row.report_id, []).append(_statement(row))
    return found


def _holds(row: Any, terms: Sequence[Term]) -> bool:
    parts = [words_of(part) for part in (row.source_text, row.cue_text, row.content_text) if part]
    return all(any(term.stands_in(words) for words in parts) for term in terms)


def _is_wanted(row: Any, narrowed: Narrowed, aliases: Aliases) -> bool:
    if narrowed.speaker is not None and not _called(narrowed.speaker, (row.speaker_name, row.source_text)):
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


def _hit(
    row: Any, searched: Searched, terms: Sequence[Term], times: int, spoken: Sequence[FoundStatement], origin: str
) -> SearchHit:
    snippet, marks = snippet_of(searched, terms)
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
