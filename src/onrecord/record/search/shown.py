"""What is shown of the reports that a search finds, read from their texts, a few of them at a time."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from onrecord.record.correctionoverlay import overlay
from onrecord.record.lots import in_lots
from onrecord.record.origins import origins
from onrecord.record.schema import report, statement
from onrecord.record.search.finding import Found
from onrecord.record.search.hits import FoundStatement, Searched, SearchHit, snippet_of
from onrecord.record.search.matches import HeldReport

_TEXTS = select(report.c.report_id, report.c.title, report.c.payload, report.c.text)


def hits_on(connection: Connection, found: Found, reports: Sequence[HeldReport]) -> list[SearchHit]:
    """The hits on some of the reports that a search finds, in their order."""
    texts = texts_of(connection, [one.id for one in reports])
    told = statements_of(connection, found, reports)
    narrowed = found.narrowed
    origin_of = origins(connection, [one.id for one in reports], narrowed.until, narrowed.known_at)
    return [_hit(one, texts[one.id], found, told[one.number], origin_of[one.id]) for one in reports]


def texts_of(connection: Connection, reports: Iterable[str]) -> dict[str, Searched]:
    """The texts of some reports, by id."""
    return {
        row.report_id: Searched(row.text, row.title, tuple(_furniture(row)))
        for some in in_lots(reports)
        for row in connection.execute(_TEXTS.where(report.c.report_id.in_(some)))
    }


def statements_of(
    connection: Connection, found: Found, reports: Iterable[HeldReport], most: int | None = None
) -> Mapping[int, Sequence[Any]]:
    """The rows of the statements for which reports are found, as reviewers have them, by the number of the report.

    Of each report only the first `most`.
    """
    wanted = {said.id: one.number for one in reports for said in found.said(one)[:most]}
    corrections = overlay(connection, found.narrowed.known_at)
    rows = [
        row
        for some in in_lots(wanted)
        for row in connection.execute(select(statement).where(statement.c.statement_id.in_(some)))
    ]
    told: dict[int, list[Any]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.ordinal):
        told[wanted[row.statement_id]].append(corrections.row(row))
    return told


def _furniture(row: Any) -> Iterator[tuple[int, int]]:
    return ((f["start"], f["end"]) for f in json.loads(row.payload)["furniture"])


def _hit(one: HeldReport, text: Searched, found: Found, told: Iterable[Any], origin: str) -> SearchHit:
    snippet, marks = snippet_of(text, found.terms)
    return SearchHit(
        report=one.id,
        published=one.published,
        outlet=one.outlet,
        title=text.title,
        snippet=snippet,
        marks=marks,
        times=one.times,
        statements=tuple(map(_statement, told)),
        origin=origin,
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
