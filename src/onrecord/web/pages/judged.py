"""What a reviewer has just decided, as a row of the record, so that the next page can say so and offer to undo it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Table, select

from onrecord.record.schema import correction, decision, link

JudgedKind = Literal["statement", "link"]
_OF_LINKS = frozenset({"confirm", "reject"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A correction of a statement, or a decision on a link; `claim` is the id of the link, by which a claim is found."""

    id: str
    kind: JudgedKind
    action: str
    user: str
    text: str
    statement: str
    claim: str | None
    withdrawn: bool


def judged(connection: Connection, ident: str) -> Judged | None:
    """The judgement with an id; None for none, for withdrawals, and for decisions that join claims or move links."""
    row = connection.execute(
        select(correction).where(correction.c.correction_id == ident, correction.c.withdraws.is_(None))
    ).first()
    if row is not None:
        text = "; ".join(value["text"] for value in json.loads(row.effects).get("values", ()))
        gone = _withdrawn(connection, correction, ident)
        return Judged(ident, "statement", row.action, row.user_name, text, row.statement_id, None, gone)
    query = select(decision, link.c.statement_id).join_from(decision, link, link.c.link_id == decision.c.link_id)
    row = connection.execute(query.where(decision.c.decision_id == ident, decision.c.withdraws.is_(None))).first()
    if row is None or row.action not in _OF_LINKS:
        return None
    gone = _withdrawn(connection, decision, ident)
    return Judged(ident, "link", row.action, row.user_name, "", row.statement_id, row.link_id, gone)


def _withdrawn(connection: Connection, table: Table, ident: str) -> bool:
    found: Any = connection.execute(select(table.c.withdraws).where(table.c.withdraws == ident).limit(1)).first()
    return found is not None
