"""Answers to saved questions that need no standing: what somebody says, and what is taken back or corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from onrecord.desk import subjects
from onrecord.desk.claimsasked import ClaimsAsked
from onrecord.desk.findings import Found
from onrecord.desk.freshness import Fresh
from onrecord.desk.partynames import PartyNamed, PartyNames, party_of
from onrecord.desk.watchquestions import Question
from onrecord.errors import PersonNotFound
from onrecord.record.correctionoverlay import overlay
from onrecord.record.heldlinks import matters_held
from onrecord.record.lots import in_lots
from onrecord.record.origins import origins
from onrecord.record.schema import correction, link, report, statement, withdrawal
from onrecord.record.words import Aliases, Words
from onrecord.resolution.names import folded, telling_words

_COLUMNS = tuple(
    statement.c[name]
    for name in (
        *("statement_id", "report_id", "speaker_key", "speaker_actor", "party_key", "party_name", "party_part_of"),
        *("content_text", "published"),
    )
)
_DONE = {"correct": "corrected", "reject": "rejected"}


def statements(
    connection: Connection, names: PartyNames | None, aliases: Aliases, question: Question, fresh: Fresh
) -> list[Found]:
    """What an actor says, or somebody for a party; the same in copies of a report once."""
    wanted = _by_actor(connection, question.actor) if question.actor is not None else None
    party = None if question.party is None else PartyNamed(question.party, names)
    corrected = overlay(connection)
    rows = [
        row
        for row in map(corrected.row, _said(connection, fresh))
        if not corrected.rejects(row.statement_id)
        and (wanted is None or row.speaker_actor in wanted)
        and (party is None or party.is_side_of(party_of(row)))
    ]
    if question.words is not None:
        rows = _with_words(connection, rows, question.words, aliases)
    return _once(connection, rows)


def corrections(connection: Connection, asked: ClaimsAsked, question: Question, fresh: Fresh) -> Iterator[Found]:
    """Reports that their outlets took back, and statements that reviewers corrected or rejected."""
    everything = question.words is None and question.claim is None
    told = [] if everything else [t for one in asked.told(question, fresh) for t in one.testimonies]
    reports, spoken = {t.report for t in told}, {t.statement for t in told}
    for row in connection.execute(_new(_taken_back(), withdrawal.c.recorded_at, fresh)):
        if everything or row.report_id in reports:
            yield Found(
                "correction", report=row.report_id, published=row.published, detail=f"{row.kind} by its outlet"
            )
    for row in connection.execute(_new(_corrected(), correction.c.recorded_at, fresh)):
        if everything or row.statement_id in spoken:
            detail = f"{_DONE[row.action]} by {row.user_name}"
            yield Found("correction", None, None, None, None, row.statement_id, row.report_id, row.published, detail)


def _by_actor(connection: Connection, ident: str) -> set[str]:
    try:
        return set(subjects.actor_with_id(connection, ident).ids)
    except PersonNotFound:
        return set()


def _said(connection: Connection, fresh: Fresh) -> Iterator[Any]:
    if fresh.reports is None:
        yield from connection.execute(select(*_COLUMNS))
        return
    for some in in_lots(fresh.reports):
        yield from connection.execute(select(*_COLUMNS).where(statement.c.report_id.in_(some)))


def _with_words(connection: Connection, rows: Iterable[Any], asked: str, aliases: Aliases) -> list[Any]:
    """The statements that have all the words themselves, or in what they speak to."""
    held, words = list(rows), Words(asked, aliases)
    matters: dict[str, set[str]] = {}
    for some in in_lots(row.statement_id for row in held):
        query = select(link.c.statement_id, link.c.matter_id).where(link.c.statement_id.in_(some))
        for row in connection.execute(query):
            matters.setdefault(row.statement_id, set()).add(row.matter_id)
    known = matters_held(connection, {matter for some in matters.values() for matter in some})
    spoken = {key for key, matter in known.items() if not words.missing(matter)}
    wanted = set(telling_words(asked) or folded(asked).split())
    return [
        row
        for row in held
        if wanted <= set(folded(row.content_text).split()) or matters.get(row.statement_id, set()) & spoken
    ]


def _once(connection: Connection, rows: Iterable[Any]) -> list[Found]:
    held = list(rows)
    origin_of = origins(connection, {row.report_id for row in held}, None)
    same: dict[tuple[str, str, str], list[Any]] = {}
    for row in held:
        same.setdefault((origin_of[row.report_id], row.speaker_key, folded(row.content_text)), []).append(row)
    return [_statement(some) for some in same.values()]


def _statement(some: list[Any]) -> Found:
    first = min(some, key=lambda row: (row.published or date.max, row.statement_id))
    every = frozenset(row.statement_id for row in some)
    return Found(
        "new-statement",
        statement=first.statement_id,
        report=first.report_id,
        published=first.published,
        statements=every,
    )


def _taken_back() -> Select[Any]:
    return select(withdrawal.c.report_id, withdrawal.c.kind, withdrawal.c.published)


def _corrected() -> Select[Any]:
    taken_back = correction.alias("taken_back")
    columns = correction.c.statement_id, correction.c.report_id, correction.c.action, correction.c.user_name
    return (
        select(*columns, report.c.published)
        .join_from(correction, report, report.c.report_id == correction.c.report_id)
        .outerjoin(taken_back, taken_back.c.withdraws == correction.c.correction_id)
        .where(correction.c.action.in_(sorted(_DONE)), taken_back.c.correction_id.is_(None))
    )


def _new(query: Select[Any], recorded_at: ColumnElement[str], fresh: Fresh) -> Select[Any]:
    return query if fresh.reports is None else query.where(recorded_at > fresh.since)
