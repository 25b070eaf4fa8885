"""Single statements of the record with their claims: those that somebody made, and those that speak of him."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from onrecord.model import Act, Claim, SourceKind, Stance, Testimony
from onrecord.record.clock import clock_of
from onrecord.record.correctionoverlay import overlay
from onrecord.record.lots import in_lots
from onrecord.record.moments import iso_day, moment
from onrecord.record.origins import origins
from onrecord.record.questions.heard import precision_of
from onrecord.record.schema import actor, report, statement
from onrecord.record.vantage import Vantage

Day = date
Told = Mapping[str, Sequence[tuple[Claim, Stance]]]
"""The claims that statements speak to, and how, by statement id."""


@dataclass(frozen=True, slots=True)
class PersonStatement:
    """A statement made by somebody, or about him.

    `date` is when it was said, or published if the report does not say, in ISO 8601 as precise as `precision`. `claims`,
    `glosses` and `stances` list the claims that it speaks to, in one order. `copies` are the same statement in copies of
    the report, which are not listed again.
    """

    date: str | None
    precision: str | None
    published: Day | None
    speaker: str | None
    source: str | None
    source_kind: SourceKind
    party: str | None
    act: Act
    cue: str | None
    words: str
    claims: tuple[str, ...]
    glosses: tuple[str, ...]
    stances: tuple[str, ...]
    outlet: str | None
    title: str | None
    statement: str
    report: str
    copies: tuple[str, ...]


def rows_made_by(connection: Connection, members: Sequence[str], party: str | None, vantage: Vantage) -> list[Any]:
    """The rows of the statements that these actors of reports make, and those made for a party, if one is given.

    Who makes a statement is as reviewers have it.
    """
    found: dict[str, Any] = {}
    corrected = overlay(connection, vantage.known_at).in_force
    for some in in_lots(members):
        found |= _rows(connection, statement.c.speaker_actor.in_(some), vantage)
    for others in in_lots(corrected):
        found |= _rows(connection, statement.c.statement_id.in_(others), vantage)
    if party is not None:
        found |= _rows(connection, statement.c.party_key == party, vantage)
    own = set(members)
    return [
        row for row in found.values() if row.speaker_actor in own or (party is not None and row.party_key == party)
    ]


def rows_about(connection: Connection, members: Sequence[str], vantage: Vantage) -> list[Any]:
    """The rows of the statements, made by others, whose content has words for one of these actors of reports."""
    mentions: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for some in in_lots(members):
        query = select(actor.c.report_id, actor.c.payload).where(actor.c.actor_id.in_(some))
        for row in connection.execute(query):
            mentions[row.report_id] += [(m["start"], m["end"]) for m in json.loads(row.payload)["mentions"]]
    found: dict[str, Any] = {}
    for reports in in_lots(mentions):
        found |= _rows(connection, statement.c.report_id.in_(reports), vantage)
    own = set(members)
    return [
        row for row in found.values() if row.speaker_actor not in own and _speaks_of(row, mentions[row.report_id])
    ]


def listed(connection: Connection, rows: Iterable[Any], claims: Told, vantage: Vantage) -> list[PersonStatement]:
    """The statements of some rows in order of time, the same one in copies of a report once."""
    held = [(row, _testimony(row)) for row in rows]
    held.sort(key=lambda pair: moment(pair[1]))
    origin_of = origins(connection, {row.report_id for row, _ in held}, vantage.as_of, vantage.known_at)
    same: dict[tuple[object, ...], list[tuple[Any, Testimony]]] = {}
    for row, testimony in held:
        words = " ".join(row.content_text.split())
        key: tuple[object, ...] = (origin_of[row.report_id], row.act, row.source_text, words)
        if any(other.report_id == row.report_id for other, _ in same.get(key, ())):
            key = (*key, row.statement_id)
        same.setdefault(key, []).append((row, testimony))
    return [_listed(some, claims) for some in same.values()]


def _rows(connection: Connection, where: ColumnElement[bool], vantage: Vantage) -> dict[str, Any]:
    query = select(statement, report.c.outlet, report.c.title).join_from(statement, report).where(where)
    if vantage.as_of is not None:
        query = query.where(statement.c.published <= vantage.as_of)
    if vantage.known_at is not None:
        query = query.where(statement.c.recorded_at <= clock_of(vantage.known_at))
    corrections = overlay(connection, vantage.known_at)
    return {
        row.statement_id: corrections.row(row)
        for row in connection.execute(query)
        if not corrections.rejects(row.statement_id)
    }


def _speaks_of(row: Any, mentions: Sequence[tuple[int, int]]) -> bool:
    content = [(span["start"], span["end"]) for span in json.loads(row.payload)["content"]]
    return any(start < end and begin < stop for start, stop in content for begin, end in mentions)


def _testimony(row: Any) -> Testimony:
    """The row as far as its time goes."""
    return Testimony(
        statement=row.statement_id,
        report=row.report_id,
        origin=row.report_id,
        stance="unclear",
        source_kind=row.source_kind,
        speaker_key=row.speaker_key,
        speaker_name=row.speaker_name,
        speaks_for_party=row.speaks_for_party,
        party=None,
        published=row.published,
        said_first=row.said_first,
        said_precision=row.said_precision,
    )


def _listed(some: Sequence[tuple[Any, Testimony]], claims: Told) -> PersonStatement:
    row, testimony = min(some, key=lambda pair: (pair[0].published or date.max, pair[0].statement_id))
    day, told = iso_day(testimony), claims.get(row.statement_id, ())
    return PersonStatement(
        date=day,
        precision=precision_of(day),
        published=row.published,
        speaker=row.speaker_name,
        source=row.source_text,
        source_kind=row.source_kind,
        party=row.party_name,
        act=row.act,
        cue=row.cue_text,
        words=row.content_text,
        claims=tuple(claim.id for claim, _ in told),
        glosses=tuple(claim.gloss for claim, _ in told),
        stances=tuple(stance for _, stance in told),
        outlet=row.outlet,
        title=row.title,
        statement=row.statement_id,
        report=row.report_id,
        copies=tuple(other.statement_id for other, _ in some if other.statement_id != row.statement_id),
    )
