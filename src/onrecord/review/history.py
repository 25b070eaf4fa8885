"""Everything that reviewers said, as rows by time: on statements, on links and claims, and on who is one with whom."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from sqlalchemy import Connection, select

from onrecord.errors import UsageError
from onrecord.record import Record
from onrecord.record.board import claims_called
from onrecord.record.clock import clock_of
from onrecord.record.correcting import statement_called
from onrecord.record.newidentities import ONRECORD
from onrecord.record.reports import report_called
from onrecord.record.schema import actor, correction, decision, judgement, link, matter, statement
from onrecord.record.vantage import EVERYTHING
from onrecord.tables import Table

HistoryKind = Literal["statement", "link", "claim", "identity"]
_CLAIM_ACTIONS = frozenset({"join", "move"})
_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One thing that a reviewer did, or took back.

    `kind` is what it is about: a `statement`, a `link`, a `claim` (joined, or a link moved) or an `identity`. `action` is
    what he did, `withdraw` where he took back the row that `withdraws` names; `withdrawn_at` is when this one was taken
    back. `text` says it in words. `statement`, `report` and `claim` (the id of a link, by which the claim is found) are
    there where it is about one.
    """

    at: str
    user: str
    kind: HistoryKind
    action: str
    text: str
    note: str | None
    statement: str | None
    report: str | None
    claim: str | None
    id: str
    withdraws: str | None
    withdrawn_at: str | None


def history(
    record: Record,
    *,
    user: str | None = None,
    kind: HistoryKind | None = None,
    statement: str | None = None,
    report: str | None = None,
    claim: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> Table[HistoryRow]:
    """Every correction, decision and judgement of reviewers, withdrawals as rows of their own, the earliest first.

    Filters are a name, a kind, a statement or report by id, a claim by id or words, and times of recording.
    """
    if kind is not None and kind not in get_args(HistoryKind):
        raise UsageError(f"{kind!r} is no kind of judgement; give one of: {', '.join(get_args(HistoryKind))}")
    with record.asking() as connection:
        rows = [*_of_statements(connection), *_of_links(connection), *_of_identities(connection)]
        if statement is not None:
            ident = statement_called(connection, statement)
            rows = [row for row in rows if row.statement == ident]
        if report is not None:
            ident = report_called(connection, report)
            rows = [row for row in rows if row.report == ident]
        if claim is not None:
            called = claims_called(connection, claim, EVERYTHING, record.aliases)
            links = {one.id for held in called.claims for one in held.links}
            statements = {one.statement for held in called.claims for one in held.links}
            rows = [r for r in rows if r.claim in links or (r.kind == "statement" and r.statement in statements)]
    first, last = (None if at is None else clock_of(at) for at in (since, until))
    kept = (
        row
        for row in rows
        if (user is None or row.user == user.strip())
        and (kind is None or row.kind == kind)
        and (first is None or row.at >= first)
        and (last is None or row.at <= last)
    )
    return Table(sorted(kept, key=lambda row: (row.at, row.withdraws is not None, row.id)), HistoryRow)


def _of_statements(connection: Connection) -> list[HistoryRow]:
    rows = connection.execute(select(correction)).all()
    withdrawn = _withdrawn(rows)
    words = _words(connection, {row.statement_id for row in rows})
    texts = {row.correction_id: _changed(json.loads(row.effects)) for row in rows}
    return [
        HistoryRow(
            at=row.recorded_at,
            user=row.user_name,
            kind="statement",
            action=row.action,
            text=" ".join(
                part for part in (texts[row.withdraws or row.correction_id], words[row.statement_id]) if part
            ),
            note=row.note,
            statement=row.statement_id,
            report=row.report_id,
            claim=None,
            id=row.correction_id,
            withdraws=row.withdraws,
            withdrawn_at=withdrawn.get(row.correction_id),
        )
        for row in rows
    ]


def _of_links(connection: Connection) -> list[HistoryRow]:
    query = (
        select(decision, link.c.statement_id, link.c.report_id, matter.c.gloss)
        .join_from(decision, link, link.c.link_id == decision.c.link_id)
        .join(matter, matter.c.matter_id == decision.c.matter_id)
    )
    rows = connection.execute(query).all()
    withdrawn = _withdrawn(rows)
    actions = {row.decision_id: row.action for row in rows}
    words = _words(connection, {row.statement_id for row in rows})
    made = []
    for row in rows:
        about_claim = actions.get(row.withdraws or row.decision_id) in _CLAIM_ACTIONS
        joined = actions.get(row.withdraws or row.decision_id) == "join"
        text = row.gloss if joined else f"{row.gloss}: {words[row.statement_id]}"
        made.append(
            HistoryRow(
                at=row.recorded_at,
                user=row.user_name,
                kind="claim" if about_claim else "link",
                action=row.action,
                text=text,
                note=row.note,
                statement=None if joined else row.statement_id,
                report=None if joined else row.report_id,
                claim=row.link_id,
                id=row.decision_id,
                withdraws=row.withdraws,
                withdrawn_at=withdrawn.get(row.decision_id),
            )
        )
    return made


def _of_identities(connection: Connection) -> list[HistoryRow]:
    rows = connection.execute(select(judgement).where(judgement.c.user_name != ONRECORD)).all()
    withdrawn = _withdrawn(rows)
    names = _names(connection, {key for row in rows for key in (row.left_key, row.right_key)})
    return [
        HistoryRow(
            at=row.recorded_at,
            user=row.user_name,
            kind="identity",
            action=row.judgement if row.withdraws is None else "withdraw",
            text=f"{names.get(row.left_key, row.left_key)} and {names.get(row.right_key, row.right_key)}",
            note=row.note,
            statement=None,
            report=None,
            claim=None,
            id=row.judgement_id,
            withdraws=row.withdraws,
            withdrawn_at=withdrawn.get(row.judgement_id),
        )
        for row in rows
    ]


def _withdrawn(rows: Iterable[Any]) -> dict[str, str]:
    return {row.withdraws: row.recorded_at for row in rows if row.withdraws is not None}


def _changed(effects: Mapping[str, Any]) -> str:
    return "; ".join(value["text"] for value in effects.get("values", ()))


def _words(connection: Connection, idents: Iterable[str]) -> dict[str, str]:
    """The words of some statements, between quotation marks."""
    found = {}
    for row in _rows(connection, statement, statement.c.statement_id, idents):
        parts = (row.source_text, row.cue_text, row.content_text)
        found[row.statement_id] = f"“{' '.join(part for part in parts if part)}”"
    return found


def _names(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    wanted = sorted(set(keys))
    found = {row.known_as: row.name for row in _rows(connection, actor, actor.c.known_as, wanted)}
    return found | {row.actor_id: row.name for row in _rows(connection, actor, actor.c.actor_id, wanted)}


def _rows(connection: Connection, table: Any, column: Any, idents: Iterable[str]) -> list[Any]:
    wanted = sorted(set(idents))
    found: list[Any] = []
    for at in range(0, len(wanted), _AT_ONCE):
        found += connection.execute(select(table).where(column.in_(wanted[at : at + _AT_ONCE]))).all()
    return found
